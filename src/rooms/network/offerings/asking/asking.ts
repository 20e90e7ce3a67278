import { addDays, type Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { isId } from '#kit/ids.ts'
import type { Cents } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, leaveMessage, type MemberId, type Permit, personOf, professionals } from '#rooms/access'
import { makeQuote, ONE, type PriceBasis, type QuoteId, USUAL_VALID_DAYS, type VatKind } from '#rooms/invoicing'
import { addCustomer, type CustomerId, customersOf } from '#rooms/organisations'
import { texts } from '../offerings.en.ts'
import type { OfferingQuestion } from '../offerings.rules.ts'
import { deleteQuestions, insertQuestion, makerOf, markQuoted, questionRows } from './asking.sql.ts'

/** How long a question of a customer is kept, in days. */
const KEPT_DAYS = 183
/** In how many days the work begins, until the member says otherwise. */
const USUAL_START = 14

/** What customers asked the members within reach, newest first. */
export function offeringQuestions(tx: Tx, permit: Permit<'offering.keep'> | Permit<'offering.read'>): Promise<OfferingQuestion[]> {
  return questionRows(tx, permit)
}

/** A customer without an account asks for a quote: the member and the coach get a message. The same `id` once more does nothing. Refuses (missing) what is not shown. */
export async function askAbout(
  tx: Tx,
  permit: Permit<'offering.ask'>,
  offering: string,
  id: string,
  asked: { readonly name: string; readonly email: string; readonly words: string },
): Promise<void> {
  const maker = (await makerOf(tx, permit.organisation, offering)) ?? refuse(texts(permit.language).refusals.missing, {}, { kind: 'missing' })
  if (await insertQuestion(tx, permit, { ...asked, ...maker, id, offering })) {
    await happened(tx, permit, 'offering.asked', { offering, member: maker.member })
  }
}

/** A quote as it is begun from a question: what is known of it already. */
export type QuoteBegun = {
  readonly question: OfferingQuestion
  readonly customer: { readonly id: CustomerId; readonly name: string } | null
  readonly workOn: Day
}

/** What a quote for a question begins with; `customer` is one of the own list with the same address of mail. Refuses (missing) what is out of reach. */
export async function quoteToBegin(tx: Tx, permit: Permit<'quote.write'>, id: string): Promise<QuoteBegun> {
  const question = await questionForQuote(tx, permit, id)
  return { question, customer: await knownCustomer(tx, permit, question), workOn: addDays(permit.today, USUAL_START) }
}

export type QuoteAnswers = {
  /** Whether the asker may stand in the list of customers; not asked for one who stands there. */
  readonly agreed: boolean
  readonly kind: 'person' | 'organisation'
  readonly what: string
  readonly price: Cents
  readonly basis: PriceBasis
  readonly vat: VatKind
  readonly workOn: Day
}

/**
 * Writes the quote that a customer asked for in the catalogue, and the customer with it; both lead to each other. Gives the quote, which waits to be sent; for a
 * question that has one already that one. Refuses (missing) what is out of reach, without agreement to keep the customer, and as `makeQuote`.
 */
export async function quoteFor(tx: Tx, permit: Permit<'quote.write'>, id: string, answers: QuoteAnswers): Promise<QuoteId> {
  const question = await questionForQuote(tx, permit, id)
  if (question.quote) return question.quote as QuoteId
  const { refusals } = texts(permit.language)
  const member = question.member as MemberId
  const known = await knownCustomer(tx, permit, question)
  if (!known && !answers.agreed) refuse(refusals.customerNotAgreed, {}, { field: 'agreed' })
  const customer = known?.id ?? (await addCustomer(tx, permit, customerFrom(question, answers.kind)))
  const line = { description: answers.what, quantity: ONE, unit: 'piece', price: answers.price, vat: answers.vat } as const
  const terms = { basis: answers.basis, lines: [line], workOn: answers.workOn, validDays: USUAL_VALID_DAYS, note: null, depositPercent: null, deposit: null }
  const quote = await makeQuote(tx, permit, { member, customer, terms: { ...terms, instalments: [] }, origin: originOf(question) })
  await markQuoted(tx, permit, id, quote)
  await happened(tx, permit, 'offering.quoted', { question: id, quote, member, by: personOf(permit) })
  return quote
}

/** Where a quote leads back to; without a word about who asks. */
function originOf({ id }: OfferingQuestion): string {
  return `/vragen-van-klanten/${id}/offerte`
}

function customerFrom({ name, email, member }: OfferingQuestion, kind: QuoteAnswers['kind']) {
  const unknown = { attention: null, street: null, postCode: null, city: null, kvk: null, vatId: null, peppol: null }
  return { ...unknown, member: member as MemberId, kind, name, email, country: 'NL' }
}

/** The office writes quotes too, and reads no questions of customers: those are for the member and the coach. */
async function questionForQuote(tx: Tx, permit: Permit<'quote.write'>, id: string): Promise<OfferingQuestion> {
  const [question] = isId(id) && permit.reach !== 'organisation' ? await questionRows(tx, permit, id) : []
  return question ?? refuse(texts(permit.language).refusals.questionGone, {}, { kind: 'missing' })
}

async function knownCustomer(tx: Tx, permit: AnyPermit, { email, member }: OfferingQuestion): Promise<{ id: CustomerId; name: string } | null> {
  const found = (await customersOf(tx, permit)).find((each) => each.member === member && each.email?.toLowerCase() === email.toLowerCase())
  return found ? { id: found.id, name: found.name } : null
}

/** Tells the member and the own coach that a customer asked something, without what. */
export async function tellOfQuestion(tx: Tx, permit: Permit<'offering.sweep'>, member: MemberId): Promise<void> {
  await tellBoth(tx, permit, member, null, (coach) => ({ kind: 'offeringAsked', link: coach ? '/vragen-van-klanten' : '/mijn-aanbod' }))
}

/** Tells the other of the two, member and own coach, that a quote was made of a question. */
export async function tellOfQuote(tx: Tx, permit: Permit<'offering.sweep'>, facts: { readonly member: MemberId; readonly quote: string; readonly by: string }) {
  await tellBoth(tx, permit, facts.member, facts.by, () => ({ kind: 'offeringQuoted', link: `/offertes/${facts.quote}` }))
}

async function tellBoth(
  tx: Tx,
  permit: Permit<'offering.sweep'>,
  member: MemberId,
  but: string | null,
  said: (coach: boolean) => { readonly kind: 'offeringAsked' | 'offeringQuoted'; readonly link: string },
): Promise<void> {
  if (member !== but) await leaveMessage(tx, permit, { ...said(false), person: member, role: 'member' })
  const coach = (await professionals(tx, permit, 'coach')).get(member)?.professional
  if (coach && coach !== but) await leaveMessage(tx, permit, { ...said(true), person: coach, role: 'coach' })
}

/** Throws away what customers asked half a year ago. */
export async function forgetQuestions(tx: Tx, permit: Permit<'offering.sweep'>): Promise<void> {
  await deleteQuestions(tx, permit.organisation, permit.now.subtract({ hours: KEPT_DAYS * 24 }))
}
