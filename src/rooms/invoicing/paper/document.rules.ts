import type { Day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { nl } from '../invoicing.nl.ts'
import type { Priced } from '../pricing/pricing.rules.ts'
import type { VatKind } from '../pricing/vat-rates.rules.ts'

export type InvoiceKind = 'invoice' | 'credit-note' | 'day-sheet'

export type Address = { readonly street: string; readonly postcode: string; readonly city: string; readonly country: string }

/** The cooperative as it stood at the moment of sending: always the seller, whatever the trade name. */
export type Seller = Address & {
  readonly name: string
  readonly kvk: string
  /** Compulsory: a taxed, exempt or reversed invoice without it is not lawful (Wet OB 1968 art. 35a; BR-S-02, BR-E-02). */
  readonly vatId: string
  readonly iban: string
  readonly email: string | null
  readonly phone: string | null
}

/** The customer as it stood at the moment of sending. */
export type Buyer = Address & {
  readonly kind: 'organisation' | 'person'
  readonly name: string
  readonly kvk: string | null
  readonly vatId: string | null
  /** Scheme and number, such as `0106:12345678`. */
  readonly peppol: string | null
  readonly email: string | null
}

/** Everything that stands on an invoice, frozen at sending: PDF, UBL, mail and page are all made from this. */
export type InvoiceDocument = {
  readonly kind: InvoiceKind
  /** Sent before the cooperative began here: its paper lies elsewhere, and none is made of it. */
  readonly takenOver?: true
  readonly number: string
  readonly issuedOn: Day
  readonly dueOn: Day | null
  readonly performedOn: Day
  readonly tradeName: string | null
  readonly reference: string | null
  /** The number of the invoice that a credit note is about. */
  readonly credits: string | null
  readonly note: string | null
  readonly seller: Seller
  /** Digest of the logo it was sent with, null for none; missing on invoices of before logos were kept. */
  readonly logo?: string | null
  readonly buyer: Buyer
  readonly priced: Priced
}

/** The reasons in words why an invoice carries no VAT on some or all lines (Wet OB 1968 art. 35a), one per kind. */
export function vatReasons(document: InvoiceDocument): { readonly kind: VatKind; readonly words: string }[] {
  return document.priced.sums.flatMap((sum) => {
    const words = reasonWords(sum.kind, document.buyer.vatId)
    return words === null ? [] : [{ kind: sum.kind, words }]
  })
}

export function reasonWords(kind: VatKind, buyerVatId: string | null): string | null {
  if (kind === 'standard' || kind === 'reduced') return null
  if (kind === 'reverse-charge' && buyerVatId) return `${nl.vatReason[kind]} ${nl.vatIdOfBuyer(buyerVatId)}`
  return nl.vatReason[kind]
}

/** Whether the invoice may speak of VAT at all: under the small business scheme it may not (Wet OB 1968 art. 25). */
export function showsVat(document: InvoiceDocument): boolean {
  return document.priced.sums.some((sum) => sum.kind !== 'kor' && sum.kind !== 'exempt')
}

/** A document as it comes back out of storage, where whole numbers are plain ones. */
export function thawed(stored: unknown): InvoiceDocument {
  const document = stored as InvoiceDocument
  const { priced } = document
  return {
    ...document,
    priced: {
      ...priced,
      net: cents(Number(priced.net)),
      vat: cents(Number(priced.vat)),
      rounding: cents(Number(priced.rounding)),
      payable: cents(Number(priced.payable)),
      lines: priced.lines.map((line) => ({
        ...line,
        quantity: BigInt(line.quantity),
        price: cents(Number(line.price)),
        net: cents(Number(line.net)),
        rate: BigInt(line.rate),
      })),
      sums: priced.sums.map((sum) => ({ ...sum, rate: BigInt(sum.rate), net: cents(Number(sum.net)), vat: cents(Number(sum.vat)) })),
    },
  }
}
