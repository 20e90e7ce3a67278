import { addDays, firstDay, lastDay, type Month, monthOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { type Cents, sum, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, covers, type MemberId, type Permit } from '#rooms/access'
import { type TradeAllowed, tradeAllowed } from '#rooms/consent'
import { type CustomerId, cooperativeOf, customerById, shareCustomer } from '#rooms/organisations'
import { texts as invoiceTexts } from '../invoicing.en.ts'
import type { InvoiceId } from '../invoicing.types.ts'
import { invoicedPerMember } from '../payments/dividing.sql.ts'
import { type Priced, price } from '../pricing/pricing.rules.ts'
import { requestInvoice } from '../requesting.ts'
import { buyerFrom, sellerFrom } from '../sending.ts'
import { pricedUnderKor } from '../series/kor.ts'
import { isTrusted } from '../series/series.sql.ts'
import { quoteTexts } from './quotes.en.ts'
import {
  type AskedPart,
  deleteOldQuotes,
  freezeVersion,
  insertQuote,
  insertVersion,
  markWithdrawn,
  partsAsked,
  quoteRows,
  replaceVersion,
  savePart,
  setCustomer,
  takeQuoteNumber,
} from './quotes.sql.ts'
import { linesOf, partsOf, type QuotePart, type QuoteStanding, type QuoteTerms, quoteStanding, turnoverByMonth, validUntil } from './quoting.rules.ts'
import type { QuoteId, QuoteRow } from './quoting.types.ts'

/** What is never accepted is kept for a year after it ended. */
const KEPT_HOURS = 365 * 24

/**
 * A member, or the office for one, writes what work will cost; nothing goes out yet. Gives the id.
 * Refuses somebody or a customer out of reach (missing), no lines, a total below zero, work of a day that has passed, and a deposit with
 * instalments that leave nothing for the end. `origin` is the address in the house of what led to it.
 */
export async function makeQuote(
  tx: Tx,
  permit: Permit<'quote.write'>,
  asked: { member: MemberId; customer: CustomerId; terms: QuoteTerms; origin?: string },
): Promise<QuoteId> {
  await mayBeQuoted(tx, permit, asked.member, asked.customer, asked.terms)
  const id = newId<QuoteId>(permit.now.epochMilliseconds)
  await insertQuote(tx, permit, { id, number: await takeQuoteNumber(tx, permit), member: asked.member, customer: asked.customer, origin: asked.origin ?? null })
  await insertVersion(tx, permit, id, 1, asked.terms)
  await happened(tx, permit, 'quote.made', { quote: id, member: asked.member })
  return id
}

/** Changes a quote: what was sent already stays as it was, and a new version begins. Refuses what was accepted or withdrawn (conflict), and as `makeQuote`. */
export async function reviseQuote(tx: Tx, permit: Permit<'quote.write'>, id: QuoteId, asked: { customer: CustomerId; terms: QuoteTerms }): Promise<void> {
  const quote = await quoteForChange(tx, permit, id)
  if (quote.outcome === 'accepted' || quote.withdrawn) refuse(quoteTexts(permit.language).refusals.settled, {}, { kind: 'conflict' })
  await mayBeQuoted(tx, permit, quote.member, asked.customer, asked.terms)
  if (quote.customer !== asked.customer) await setCustomer(tx, permit, id, asked.customer)
  if (quote.document) await insertVersion(tx, permit, id, quote.version + 1, asked.terms)
  else await replaceVersion(tx, permit, id, quote.version, asked.terms)
  await happened(tx, permit, 'quote.revised', { quote: id, member: quote.member })
}

/**
 * Sends the newest version in the name of the cooperative, frozen; a mail with the link follows. Refuses a member who is not trusted (forbidden), work on a
 * day without consent (decisions 6: a hard stop), a customer without address or e-mail, and (conflict) what was sent or withdrawn already.
 */
export async function sendQuote(tx: Tx, permit: Permit<'quote.send'>, id: QuoteId): Promise<void> {
  const quote = await quoteForChange(tx, permit, id)
  const { refusals } = quoteTexts(permit.language)
  if (permit.reach !== 'organisation' && !(await isTrusted(tx, permit, quote.member)))
    refuse(invoiceTexts[permit.language].refusals.notTrusted, {}, { kind: 'forbidden' })
  const { terms } = quote
  if (quote.document || quote.withdrawn || !terms) return refuse(refusals.sentBefore, {}, { kind: 'conflict' })
  if (terms.workOn < permit.today) refuse(refusals.workPassed)
  const trade = await tradeAllowed(tx, permit, quote.member, terms.workOn)
  if (!trade.allowed) refuse(trade.sentence)
  const customer = await customerById(tx, permit, quote.customer)
  if (!customer.email) refuse(refusals.noEmail, { customer: customer.name })
  const buyer = buyerFrom(permit, customer)
  const { priced, parts } = await pricedTerms(tx, permit, terms)
  await freezeVersion(tx, permit, id, quote.version, {
    number: quote.number,
    version: quote.version,
    sentOn: permit.today,
    validUntil: validUntil(permit.today, terms.validDays),
    workOn: terms.workOn,
    tradeName: trade.tradeName,
    note: terms.note,
    seller: sellerFrom(permit, await cooperativeOf(tx, permit)),
    buyer,
    priced,
    parts: parts ?? refuse(refusals.noParts),
    language: customer.language ?? 'nl',
  })
  await happened(tx, permit, 'quote.sent', { quote: id, member: quote.member, version: String(quote.version) })
}

/** Takes a quote back; the customer reads so. Refuses (conflict) what was accepted or withdrawn already. */
export async function withdrawQuote(tx: Tx, permit: Permit<'quote.write'>, id: QuoteId): Promise<void> {
  const quote = await quoteForChange(tx, permit, id)
  if (quote.outcome === 'accepted' || quote.withdrawn) refuse(quoteTexts(permit.language).refusals.settled, {}, { kind: 'conflict' })
  await markWithdrawn(tx, permit, id)
  await happened(tx, permit, 'quote.withdrawn', { quote: id, member: quote.member })
}

/**
 * Asks for the invoice of a part of an accepted quote, which goes its way as every request. The final one takes off what was invoiced before it,
 * so the invoices together are the quote to the cent. Gives the request. Refuses what was not accepted, (conflict) a part that was asked for before, and
 * the final one while an earlier part was not sent.
 */
export async function askPart(tx: Tx, permit: Permit<'invoice.request'>, id: QuoteId, at: number): Promise<InvoiceId> {
  const quote = await quoteForChange(tx, permit, id)
  const { line } = quoteTexts(quote.document?.language ?? 'nl')
  const own = quoteTexts(permit.language).refusals
  const parts = quote.document?.parts ?? []
  const part = parts[at]
  if (quote.outcome !== 'accepted' || !part) return refuse(own.notAccepted)
  const asked = await partsAsked(tx, permit, id)
  if (asked.some((each) => each.part === at)) refuse(own.askedBefore, {}, { kind: 'conflict' })
  const before = asked.filter((each) => each.payable !== null)
  if (part.kind === 'final' && before.length < parts.length - 1) refuse(own.earlierFirst)
  const invoiced = sum(before.map(({ payable }) => payable ?? ZERO))
  const words = { part: (each: QuotePart) => line.part(each, quote.number), whole: line.whole(quote.number), before: line.before(quote.number) }
  // A deposit is no work yet: it is dated on the day it is asked for, and so its consent is looked at on that day.
  const invoice = await requestInvoice(tx, permit, {
    kind: 'invoice',
    member: quote.member,
    customer: quote.customer,
    basis: 'with',
    performedOn: permit.today,
    reference: quote.number,
    note: null,
    byCard: ZERO,
    lines: linesOf(parts, at, invoiced, words),
  })
  await savePart(tx, permit, id, at, invoice)
  await happened(tx, permit, 'quote.partAsked', { quote: id, member: quote.member, invoice })
  return invoice
}

/** After acceptance: asks for the deposit by itself. A second time does nothing more. */
export async function askDeposit(tx: Tx, permit: Permit<'invoice.request'>, id: QuoteId): Promise<void> {
  const [quote] = await quoteRows(tx, permit, { id, lock: true })
  if (quote?.outcome !== 'accepted' || quote.document?.parts[0]?.kind !== 'deposit') return
  if ((await partsAsked(tx, permit, id)).every(({ part }) => part !== 0)) await askPart(tx, permit, id, 0)
}

export type QuoteFacts = {
  readonly quote: QuoteRow
  readonly standing: QuoteStanding
  readonly customerName: string
  readonly priced: Priced
  /** null when it cannot be divided as was asked. */
  readonly parts: readonly QuotePart[] | null
  readonly asked: readonly AskedPart[]
  readonly trade: TradeAllowed
  readonly months: readonly { readonly month: Month; readonly before: Cents; readonly job: Cents }[]
}

/** A quote with what it comes to today and what the job does with the turnover of each month. Refuses (missing) what is out of reach. */
export async function quoteFacts(tx: Tx, permit: Permit<'quote.read'>, id: QuoteId): Promise<QuoteFacts> {
  const [quote] = await quoteRows(tx, permit, { id })
  const terms = quote?.terms
  if (!quote || !terms) return refuse(quoteTexts(permit.language).refusals.missing, {}, { kind: 'missing' })
  const { priced, parts } = quote.document ?? (await pricedTerms(tx, permit, terms))
  const month = monthOf(permit.today)
  const before = (await invoicedPerMember(tx, permit, firstDay(month), lastDay(month))).get(quote.member) ?? ZERO
  return {
    quote,
    standing: quoteStanding(quote, permit.today),
    customerName: quote.document?.buyer.name ?? (await customerById(tx, permit, quote.customer)).name,
    priced,
    parts,
    asked: quote.outcome === 'accepted' ? await partsAsked(tx, permit, id) : [],
    trade: await tradeAllowed(tx, permit, quote.member, terms.workOn),
    months: turnoverByMonth(parts ?? [], terms.workOn).map((each) => ({ month: each.month, before: each.month === month ? before : ZERO, job: each.net })),
  }
}

/** Deletes quotes that were never accepted a year after they ended; gives how many. */
export function forgetQuotes(tx: Tx, permit: Permit<'quote.forget'>): Promise<number> {
  return deleteOldQuotes(tx, permit, permit.now.subtract({ hours: KEPT_HOURS }), addDays(permit.today, -365))
}

/** A quote kept for this transaction. Refuses (missing) what is out of reach. */
export async function quoteForChange(tx: Tx, permit: AnyPermit, id: QuoteId): Promise<QuoteRow> {
  const [quote] = await quoteRows(tx, permit, { id, lock: true })
  return quote ?? refuse(quoteTexts(permit.language).refusals.missing, {}, { kind: 'missing' })
}

async function pricedTerms(tx: Tx, permit: AnyPermit, terms: QuoteTerms): Promise<{ priced: Priced; parts: QuotePart[] | null }> {
  const { lines, basis, workOn } = terms
  const { priced } = await pricedUnderKor(tx, permit, await cooperativeOf(tx, permit), { kind: 'invoice', lines, basis, performedOn: workOn })
  return { priced, parts: partsOf(terms, priced, permit.today) }
}

async function mayBeQuoted(tx: Tx, permit: Permit<'quote.write'>, member: MemberId, customer: CustomerId, terms: QuoteTerms): Promise<void> {
  const words = invoiceTexts[permit.language].refusals
  const { refusals } = quoteTexts(permit.language)
  if (!covers(permit, member)) refuse(words.missing, {}, { kind: 'missing' })
  if (terms.lines.length === 0) refuse(words.noLines)
  if (terms.workOn < permit.today) refuse(refusals.workPassed, {}, { field: 'workOn' })
  await shareCustomer(tx, permit, customer, member)
  const priced = price(terms.lines, terms.basis, permit.today)
  if (priced.payable <= 0n) refuse(words.nothingToPay)
  if (!partsOf(terms, priced, permit.today)) refuse(refusals.noParts, {}, { field: 'depositPercent' })
}
