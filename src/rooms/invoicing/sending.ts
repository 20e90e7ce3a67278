import { addDays, type Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import type { Cents } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { tradeAllowed, workWaits } from '#rooms/consent'
import { account, post } from '#rooms/ledger'
import { tradeOn } from '#rooms/members'
import { type Cooperative, type Customer, cooperativeOf, customerById, keepLogo, type TipOwner } from '#rooms/organisations'
import { texts } from './invoicing.en.ts'
import { nl } from './invoicing.nl.ts'
import { deleteDraft, insertInvoice } from './invoicing.sql.ts'
import type { Draft, InvoiceId } from './invoicing.types.ts'
import { takeIn, withTips } from './market/market-day.ts'
import { notePaper } from './paper/delivery.ts'
import type { Buyer, InvoiceDocument, Seller } from './paper/document.rules.ts'
import { korSold } from './pricing/kor.rules.ts'
import type { Priced } from './pricing/pricing.rules.ts'
import { draftForChange } from './requesting.ts'
import { type KorStanding, noteCrossing, pricedForSending, pricedUnderKor } from './series/kor.ts'
import { beginSeries, takeNumber } from './series/series.sql.ts'
import { dividedByLine } from './sharing/by-line.rules.ts'
import { insertLineParts, insertShares } from './sharing/shares.sql.ts'
import { sharesIn } from './sharing/sharing.ts'
import { noteMoves, transfersOf } from './sharing/standing.ts'

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
  const asked = await draftForChange(tx, permit, id)
  const cooperative = await cooperativeOf(tx, permit)
  const { sold: draft, tipsTo } = await withTips(tx, permit, cooperative, asked)
  if (permit.reach !== 'organisation' && !draft.trusted) refuse(texts[permit.language].refusals.notTrusted, {}, { kind: 'forbidden' })
  mayGo(permit, draft)
  const { waitsBecause, waiting } = await waitingReason(tx, permit, draft, options.waitsBecause ?? null)
  const seller = sellerFrom(permit, cooperative)
  const customer = draft.customer ? await customerById(tx, permit, draft.customer) : null
  if (customer) mayBeInvoiced(permit, customer, draft)
  const buyer = customer ? buyerFrom(permit, customer) : anonymous(seller)
  const supply = await pricedForSending(tx, permit, cooperative, draft)
  const { priced } = supply
  if (priced.payable <= 0n) refuse(texts[permit.language].refusals.nothingToPay)
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
    logo: await keepLogo(tx, permit),
    buyer,
    priced,
  }
  const shared = draft.shares.length > 0
  const parts = shared ? sharesIn(permit, priced, draft) : [{ ...priced, member: draft.member }]
  await post(tx, permit, {
    source: { kind: 'invoice', id },
    on: permit.today,
    transfers: transfersOf(parts, ({ member, net, vat, rounding }) => [
      { debit: account('debtors', member), credit: account('turnover', member), cents: net },
      { debit: account('debtors', member), credit: account('vatPayable'), cents: vat },
      { debit: account('debtors', member), credit: account('roundingDifference'), cents: rounding },
    ]),
  })
  for (const member of waiting) await workWaits(tx, permit, { invoice: id, member, performedOn: draft.performedOn })
  await number(tx, permit, {
    id,
    kind: draft.kind,
    member: draft.member,
    customer: draft.customer,
    credits: null,
    shared,
    waitsBecause,
    korSold: korSold(priced),
    document: unnumbered,
  })
  if (shared) {
    await insertShares(
      tx,
      permit,
      id,
      parts.map((part) => ({ ...part, waits: waiting.includes(part.member) })),
    )
    await insertLineParts(tx, permit, id, dividedByLine(priced, draft.member, draft.shares))
    await noteMoves(
      tx,
      permit,
      { id, shared },
      'sent',
      parts.map(({ member, payable }) => ({ member, cause: id, cents: payable })),
    )
  }
  await noteCrossing(tx, permit, cooperative, id, { ...draft, ...supply })
  if (draft.kind === 'day-sheet') await takeIn(tx, permit, draft, priced, tipsTo)
  if (customer) await notePaper(tx, permit, id, 'invoice', customer.email)
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
  /** This very supply takes the turnover over the limit. */
  readonly crossed: boolean
  /** Of a market day: whose its tips will be; null where that was not chosen. */
  readonly tipsTo: TipOwner | null
}

/** What a draft comes to today, under the small business scheme or not: the number on the button must be the number on the invoice. */
export async function previewOf(tx: Tx, permit: AnyPermit, asked: Draft, tradeName: string | null): Promise<Preview> {
  const cooperative = await cooperativeOf(tx, permit)
  const { sold: draft, tipsTo } = await withTips(tx, permit, cooperative, asked)
  const customer = draft.customer ? await customerById(tx, permit, draft.customer) : null
  const seller = cooperative.vatId && cooperative.iban ? sellerFrom(permit, cooperative) : null
  const complete = customer?.street && customer.postCode && customer.city
  return {
    ...(await pricedUnderKor(tx, permit, cooperative, draft)),
    seller,
    buyer: customer ? (complete ? buyerFrom(permit, customer) : null) : seller && anonymous(seller),
    customerName: customer?.name ?? null,
    tradeName,
    dueOn: dueOn(draft, cooperative, permit.today),
    tipsTo,
  }
}

/** Where the numbers of a year go on that began elsewhere, and what was sold before under the small business scheme. Refuses when a number was taken here. */
export async function beginNumbers(
  tx: Tx,
  permit: Permit<'invoice.begin' | 'opening.book'>,
  start: { year: number; next: number; soldBefore: Cents },
): Promise<void> {
  if (!(await beginSeries(tx, permit, start.year, start.next, start.soldBefore))) refuse(texts[permit.language].refusals.seriesInUse, {}, { kind: 'conflict' })
  await happened(tx, permit, 'invoice.seriesBegun', { year: String(start.year) })
}

type Unnumbered = {
  readonly id: InvoiceId
  readonly kind: Draft['kind'] | 'credit-note'
  readonly member: Draft['member']
  readonly customer: Draft['customer']
  readonly credits: InvoiceId | null
  readonly shared: boolean
  readonly waitsBecause: string | null
  readonly korSold: Cents
  readonly document: Omit<InvoiceDocument, 'number'>
}

/** The last step: the next number, and the frozen document with it. Refuses when a later day took a number already. */
export async function number(tx: Tx, permit: AnyPermit, one: Unnumbered): Promise<void> {
  const taken = await takeNumber(tx, permit)
  if (!taken) return refuse(texts[permit.language].refusals.laterNumber, {}, { kind: 'conflict' })
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

/** The reason to send work without consent, and whose it is: of a shared job only the share of whoever has none waits. */
async function waitingReason(
  tx: Tx,
  permit: Permit<'invoice.send'>,
  draft: Draft,
  reason: string | null,
): Promise<{ waitsBecause: string | null; waiting: Draft['member'][] }> {
  const waiting: Draft['member'][] = []
  for (const member of [draft.member, ...new Set(draft.shares.map((share) => share.member))]) {
    const trade = await tradeAllowed(tx, permit, member, draft.performedOn)
    if (trade.allowed) continue
    if (permit.reach !== 'organisation') refuse(trade.sentence)
    if (reason === null) refuse(trade.sentence, {}, { field: 'waitsBecause' })
    waiting.push(member)
  }
  return { waitsBecause: waiting.length > 0 ? reason : null, waiting }
}

/** A shared job is sent by the treasurer, when everybody agreed to the own share. */
function mayGo(permit: Permit<'invoice.send'>, draft: Draft): void {
  const { refusals } = texts[permit.language]
  if (draft.shares.length === 0) return
  if (permit.reach !== 'organisation') refuse(refusals.sharedBySender, {}, { kind: 'forbidden' })
  if (draft.shares.some((share) => share.agreedBy === null)) refuse(refusals.notAgreed, {}, { kind: 'conflict' })
}

export function sellerFrom(permit: AnyPermit, cooperative: Cooperative): Seller {
  if (!cooperative.vatId) refuse(texts[permit.language].refusals.noVatId)
  if (!cooperative.iban) refuse(texts[permit.language].refusals.noIban)
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

/** The customer as it stands today. Refuses one without a whole address. */
export function buyerFrom(permit: AnyPermit, customer: Customer): Buyer {
  if (!customer.street || !customer.postCode || !customer.city)
    return refuse(texts[permit.language].refusals.noAddress, { customer: customer.name }, { field: 'customer' })
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
function mayBeInvoiced(permit: AnyPermit, customer: Customer, draft: Draft): void {
  if (draft.lines.some((line) => line.vat === 'reverse-charge') && !customer.vatId)
    refuse(texts[permit.language].refusals.noBuyerVatId, { customer: customer.name }, { field: 'customer' })
  // Dutch e-invoices to an organisation name its KvK number (BR-NL-10); a shop abroad has none.
  if (customer.kind === 'organisation' && customer.country === 'NL' && !customer.kvk)
    refuse(texts[permit.language].refusals.noBuyerKvk, { customer: customer.name }, { field: 'customer' })
}

/** The customers of a market day have no names; the address is where the sheet is kept. */
function anonymous(seller: Seller): Buyer {
  const { street, postcode, city, country } = seller
  return { kind: 'person', name: nl.customersOfTheDay, street, postcode, city, country, kvk: null, vatId: null, peppol: null, email: null }
}
