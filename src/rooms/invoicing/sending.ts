import { addDays, type Day, yearOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { type Cents, cents, minus, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { tradeAllowed } from '#rooms/consent'
import { account, post } from '#rooms/ledger'
import { tradeOn } from '#rooms/members'
import { type Cooperative, type Customer, cooperativeOf, customerById, korOn } from '#rooms/organisations'
import { nl } from './invoicing.nl.ts'
import { deleteDraft, insertInvoice } from './invoicing.sql.ts'
import type { Draft, InvoiceId } from './invoicing.types.ts'
import type { Buyer, InvoiceDocument, Seller } from './paper/document.rules.ts'
import { receivePayment } from './payments/payments.ts'
import { daySheetUnderKor, type KorMeter, korMeter, type Line, type Priced, price, stillUnderKor, underKor } from './pricing/pricing.rules.ts'
import { draftForChange } from './requesting.ts'
import { beginSeries, insertKorEnd, isTrusted, korOfYear, lockKor, takeNumber } from './series/series.sql.ts'

/**
 * Sends a draft: freezes it, books it (debtors to turnover and VAT), and takes the next number of the year as the last step.
 * Without consent for the day of the work a treasurer may send it with a reason, for the cooperative did supply (decisions 6): its net waits then.
 * Refuses: a member who is not trusted (forbidden), no consent and no reason, missing numbers of the cooperative or address of the
 * customer, reverse charge without the VAT id of the customer, a closed month, a draft that was sent already (missing).
 */
export async function sendInvoice(
  tx: Tx,
  permit: Permit<'invoice.send'>,
  id: InvoiceId,
  options: { readonly waitsBecause?: string | null } = {},
): Promise<void> {
  const draft = await draftForChange(tx, permit, id)
  if (permit.reach !== 'organisation' && !(await isTrusted(tx, permit, draft.member))) refuse(nl.refusals.notTrusted, {}, { kind: 'forbidden' })
  const waitsBecause = await waitingReason(tx, permit, draft, options.waitsBecause ?? null)
  const cooperative = await cooperativeOf(tx, permit)
  const seller = sellerFrom(cooperative)
  const customer = draft.customer ? await customerById(tx, permit, draft.customer) : null
  if (customer) mayBeInvoiced(customer, draft)
  const buyer = customer ? buyerFrom(customer) : anonymous(seller)
  const { priced, crossed } = await pricedNow(tx, permit, cooperative, draft)
  if (priced.payable <= 0n) refuse(nl.refusals.nothingToPay)
  const trade = await tradeOn(tx, permit, draft.member, permit.today)
  const unnumbered: Omit<InvoiceDocument, 'number'> = {
    kind: draft.kind,
    issuedOn: permit.today,
    dueOn: dueOn(draft, cooperative, permit.today),
    performedOn: draft.performedOn,
    tradeName: trade?.tradeName ?? null,
    reference: draft.reference,
    credits: null,
    note: draft.note,
    seller,
    buyer,
    priced,
  }
  await post(tx, permit, {
    source: { kind: 'invoice', id },
    on: permit.today,
    transfers: [
      { debit: account('debtors', draft.member), credit: account('turnover', draft.member), cents: priced.net },
      { debit: account('debtors', draft.member), credit: account('vatPayable'), cents: priced.vat },
      { debit: account('debtors', draft.member), credit: account('roundingDifference'), cents: priced.rounding },
    ],
  })
  await number(tx, permit, {
    id,
    kind: draft.kind,
    member: draft.member,
    customer: draft.customer,
    credits: null,
    waitsBecause,
    korSold: korSold(priced),
    document: unnumbered,
  })
  if (crossed)
    await insertKorEnd(tx, permit, {
      year: yearOf(draft.performedOn),
      invoice: id,
      on: draft.performedOn,
      lockedUntil: `${yearOf(draft.performedOn) + 1}-12-31` as Day,
    })
  if (draft.kind === 'day-sheet') await takeIn(tx, permit, draft, priced.payable)
  await deleteDraft(tx, permit, id)
  await happened(tx, permit, 'invoice.sent', { invoice: id, member: draft.member })
}

export type Preview = {
  readonly priced: Priced
  /** null while the numbers of the cooperative are missing. */
  readonly seller: Seller | null
  /** null while the address of the customer is not complete. */
  readonly buyer: Buyer | null
  readonly customerName: string | null
  readonly tradeName: string | null
  readonly dueOn: Day | null
  readonly kor: KorStanding | null
}

/** What a draft comes to today, under the small business scheme or not: the number on the button must be the number on the invoice. */
export async function previewOf(tx: Tx, permit: AnyPermit, draft: Draft): Promise<Preview> {
  const cooperative = await cooperativeOf(tx, permit)
  const kor = korOn(cooperative, draft.performedOn) ? await korOfYear(tx, permit, yearOf(draft.performedOn)) : null
  const customer = draft.customer ? await customerById(tx, permit, draft.customer) : null
  const trade = await tradeOn(tx, permit, draft.member, permit.today)
  const seller = cooperative.vatId && cooperative.iban ? sellerFrom(cooperative) : null
  const complete = customer?.street && customer.postCode && customer.city
  return {
    priced: price(linesUnder(kor, draft, permit.today).lines, draft.basis, permit.today),
    seller,
    buyer: customer ? (complete ? buyerFrom(customer) : null) : seller && anonymous(seller),
    customerName: customer?.name ?? null,
    tradeName: trade?.tradeName ?? null,
    dueOn: dueOn(draft, cooperative, permit.today),
    kor: kor && { ...korMeter(kor.sold, draft.performedOn), endedOn: kor.endedOn, lockedUntil: kor.lockedUntil },
  }
}

export type KorStanding = KorMeter & { readonly endedOn: Day | null; readonly lockedUntil: Day | null }

/** Where the cooperative stands in the small business scheme this year; null when it does not take part, or no longer. */
export async function korStanding(tx: Tx, permit: AnyPermit): Promise<KorStanding | null> {
  const cooperative = await cooperativeOf(tx, permit)
  if (!korOn(cooperative, permit.today)) return null
  const { sold, endedOn, lockedUntil } = await korOfYear(tx, permit, yearOf(permit.today))
  return { ...korMeter(sold, permit.today), endedOn, lockedUntil }
}

/** Where the numbers of a year go on that began elsewhere, and what was sold before under the small business scheme. Refuses when a number was taken here. */
export async function beginNumbers(
  tx: Tx,
  permit: Permit<'invoice.begin' | 'opening.book'>,
  start: { year: number; next: number; soldBefore: Cents },
): Promise<void> {
  if (!(await beginSeries(tx, permit, start.year, start.next, start.soldBefore))) refuse(nl.refusals.seriesInUse, {}, { kind: 'conflict' })
  await happened(tx, permit, 'invoice.seriesBegun', { year: String(start.year) })
}

type Unnumbered = {
  readonly id: InvoiceId
  readonly kind: Draft['kind'] | 'credit-note'
  readonly member: Draft['member']
  readonly customer: Draft['customer']
  readonly credits: InvoiceId | null
  readonly waitsBecause: string | null
  readonly korSold: Cents
  readonly document: Omit<InvoiceDocument, 'number'>
}

/** The last step: the next number, and the frozen document with it. Refuses when a later day took a number already. */
export async function number(tx: Tx, permit: AnyPermit, one: Unnumbered): Promise<void> {
  const taken = await takeNumber(tx, permit)
  if (!taken) return refuse(nl.refusals.laterNumber, {}, { kind: 'conflict' })
  const document: InvoiceDocument = { ...one.document, number: `${taken.year}-${String(taken.sequence).padStart(4, '0')}` }
  const { net, vat, rounding, payable } = document.priced
  await insertInvoice(tx, permit, {
    ...one,
    ...taken,
    customerName: document.buyer.name,
    issuedOn: document.issuedOn,
    dueOn: document.dueOn,
    performedOn: document.performedOn,
    net,
    vat,
    rounding,
    payable,
    document,
  })
}

/** What counts for the limit of the small business scheme: all but what is exempt by itself. */
export function korSold(priced: Priced): Cents {
  const exempt = priced.sums.find((sum) => sum.kind === 'exempt')?.net ?? ZERO
  return minus(priced.net, exempt)
}

async function waitingReason(tx: Tx, permit: Permit<'invoice.send'>, draft: Draft, reason: string | null): Promise<string | null> {
  const trade = await tradeAllowed(tx, permit, draft.member, draft.performedOn)
  if (trade.allowed) return null
  if (permit.reach !== 'organisation') refuse(trade.sentence)
  return reason ?? refuse(trade.sentence, {}, { field: 'waitsBecause' })
}

/** The lines with or without VAT, by the day of supply; the supply that crosses the limit is taxed itself (Wet OB art. 25a lid 9). */
async function pricedNow(tx: Tx, permit: AnyPermit, cooperative: Cooperative, draft: Draft): Promise<{ priced: Priced; crossed: boolean }> {
  let kor: Kor | null = null
  if (korOn(cooperative, draft.performedOn)) {
    await lockKor(tx, permit)
    kor = await korOfYear(tx, permit, yearOf(draft.performedOn))
  }
  const { lines, crossed } = linesUnder(kor, draft, permit.today)
  return { priced: price(lines, draft.basis, permit.today), crossed }
}

type Kor = Awaited<ReturnType<typeof korOfYear>>

function linesUnder(kor: Kor | null, draft: Draft, today: Day): { lines: readonly Line[]; crossed: boolean } {
  if (!kor) return { lines: draft.lines, crossed: false }
  if (kor.endedOn && kor.lockedUntil && draft.performedOn >= kor.endedOn && draft.performedOn <= kor.lockedUntil) return { lines: draft.lines, crossed: false }
  if (draft.kind === 'day-sheet') {
    const lines = daySheetUnderKor(draft.lines, kor.sold, draft.performedOn)
    return { lines, crossed: lines.some((line) => line.vat !== 'kor' && line.vat !== 'exempt') }
  }
  const free = price(underKor(draft.lines), draft.basis, today)
  const [stays] = stillUnderKor(kor.sold, [korSold(free)], draft.performedOn)
  return stays ? { lines: underKor(draft.lines), crossed: false } : { lines: draft.lines, crossed: true }
}

/** A market day is paid on the spot: by card through the provider, the rest in the hands of the member. */
async function takeIn(tx: Tx, permit: Permit<'invoice.send'>, draft: Draft, payable: Cents): Promise<void> {
  const parts = [
    { kind: 'day sheet by card', into: account('underway'), amount: draft.byCard },
    { kind: 'day sheet in cash', into: account('cashHeld', draft.member), amount: cents(payable - draft.byCard) },
  ]
  for (const part of parts) {
    if (part.amount <= 0n) continue
    await receivePayment(tx, permit, { invoice: draft.id, cents: part.amount, on: permit.today, source: { kind: part.kind, id: draft.id }, into: part.into })
  }
}

export function sellerFrom(cooperative: Cooperative): Seller {
  if (!cooperative.vatId) refuse(nl.refusals.noVatId)
  if (!cooperative.iban) refuse(nl.refusals.noIban)
  return {
    name: cooperative.legalName,
    street: cooperative.street,
    postcode: cooperative.postCode,
    city: cooperative.city,
    country: 'NL',
    kvk: cooperative.kvk,
    vatId: cooperative.vatId,
    iban: cooperative.iban,
    email: cooperative.email,
    phone: cooperative.phone,
  }
}

function dueOn(draft: Draft, cooperative: Cooperative, today: Day): Day | null {
  return draft.kind === 'invoice' ? addDays(today, cooperative.settings.invoiceTermDays) : null
}

function buyerFrom(customer: Customer): Buyer {
  if (!customer.street || !customer.postCode || !customer.city) return refuse(nl.refusals.noAddress, { customer: customer.name }, { field: 'customer' })
  return {
    kind: customer.kind,
    name: customer.name,
    street: customer.street,
    postcode: customer.postCode,
    city: customer.city,
    country: customer.country,
    kvk: customer.kvk,
    vatId: customer.vatId,
    peppol: customer.peppol,
    email: customer.email,
  }
}

/** What an invoice asks of a customer before it may go. */
function mayBeInvoiced(customer: Customer, draft: Draft): void {
  if (draft.lines.some((line) => line.vat === 'reverse-charge') && !customer.vatId)
    refuse(nl.refusals.noBuyerVatId, { customer: customer.name }, { field: 'customer' })
  // Dutch e-invoices to an organisation name its KvK number (BR-NL-10); a shop abroad has none.
  if (customer.kind === 'organisation' && customer.country === 'NL' && !customer.kvk)
    refuse(nl.refusals.noBuyerKvk, { customer: customer.name }, { field: 'customer' })
}

/** The customers of a market day have no names; the address is where the sheet is kept. */
function anonymous(seller: Seller): Buyer {
  const { street, postcode, city, country } = seller
  return { kind: 'person', name: nl.customersOfTheDay, street, postcode, city, country, kvk: null, vatId: null, peppol: null, email: null }
}
