import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type Cents, ZERO } from '#kit/money.ts'
import type { MemberId, Permit } from '#rooms/access'
import { cooperativeOf } from '#rooms/organisations'
import { nl } from '../invoicing.nl.ts'
import { insertInvoice } from '../invoicing.sql.ts'
import type { InvoiceId } from '../invoicing.types.ts'
import type { InvoiceDocument } from '../paper/document.rules.ts'
import { ONE, price } from '../pricing/pricing.rules.ts'
import type { VatKind } from '../pricing/vat-rates.rules.ts'
import { sellerFrom } from '../sending.ts'

/** What is still open of an invoice that was sent before the cooperative began here; `open` is with VAT. */
export type OpenBefore = {
  readonly member: MemberId
  readonly customer: string
  readonly number: string
  readonly issuedOn: Day
  readonly dueOn: Day | null
  readonly open: Cents
  readonly vat: VatKind
}

/** Such invoices count in a year of their own, so that the series that begins here has no gap. */
const YEAR_BEFORE = 0

/**
 * Takes over open invoices from before, under their old numbers: they are matched, reminded of and divided like any other when paid.
 * Books nothing (the opening position does) and makes no paper. Refuses while VAT id or IBAN of the cooperative are missing.
 */
export async function takeOverInvoices(tx: Tx, permit: Permit<'opening.book'>, invoices: readonly OpenBefore[]): Promise<void> {
  if (invoices.length === 0) return
  const seller = sellerFrom(permit, await cooperativeOf(tx, permit))
  for (const [index, one] of invoices.entries()) {
    const priced = price([{ description: nl.takenOver, quantity: ONE, unit: 'piece', price: one.open, vat: one.vat }], 'with', one.issuedOn)
    const { street, postcode, city, country } = seller
    const document: InvoiceDocument = {
      kind: 'invoice',
      takenOver: true,
      number: one.number,
      issuedOn: one.issuedOn,
      dueOn: one.dueOn,
      performedOn: one.issuedOn,
      tradeName: null,
      reference: null,
      credits: null,
      note: nl.takenOver,
      seller,
      buyer: { kind: 'person', name: one.customer, street, postcode, city, country, kvk: null, vatId: null, peppol: null, email: null },
      priced,
    }
    const { net, vat, rounding, payable } = priced
    await insertInvoice(tx, permit, {
      id: newId<InvoiceId>(permit.now.epochMilliseconds),
      kind: 'invoice',
      year: YEAR_BEFORE,
      sequence: index + 1,
      member: one.member,
      customer: null,
      customerName: one.customer,
      credits: null,
      shared: false,
      issuedOn: one.issuedOn,
      dueOn: one.dueOn,
      performedOn: one.issuedOn,
      net,
      vat,
      rounding,
      payable,
      // What was sold before counts by the total that the opening position names.
      korSold: ZERO,
      waitsBecause: null,
      document,
    })
  }
}
