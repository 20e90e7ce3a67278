import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { leaveMessage, type MemberId, type Permit, personOf, professionals } from '#rooms/access'
import { texts } from './offerings.en.ts'
import { type Offering, type OfferingFacts, tellsOfBenefit } from './offerings.rules.ts'
import { deleteOfferings, endOffering, insertOffering, insertQuestion, makerOf, offeringRows, questionRows } from './offerings.sql.ts'

/** How long something is kept, in days: after a member took it back, and after a customer asked. */
const KEPT = { withdrawn: 30, asked: 183 } as const

/** Everything that members show, asked without a permit. */
export function shownOfferings(tx: Tx): Promise<Offering[]> {
  return offeringRows(tx, null)
}

/** What the member shows, and what customers asked about it. */
export async function ownOfferings(tx: Tx, permit: Permit<'offering.keep'>) {
  return {
    offerings: await offeringRows(tx, { tenant: permit.organisation, member: personOf(permit) }),
    questions: await questionRows(tx, permit),
  }
}

/** What customers asked the members within reach. */
export function offeringQuestions(tx: Tx, permit: Permit<'offering.read'>) {
  return questionRows(tx, permit)
}

/** Shows one thing to everybody, as the member says so. Refuses without that word, and words that tell of a benefit. */
export async function showOffering(tx: Tx, permit: Permit<'offering.keep'>, facts: OfferingFacts, agreed: boolean): Promise<void> {
  const { refusals } = texts(permit.language)
  if (!agreed) refuse(refusals.notAgreed, {}, { field: 'agreed' })
  for (const field of ['tradeName', 'title', 'about'] as const) if (tellsOfBenefit(facts[field])) refuse(refusals.benefit, {}, { field })
  const id = newId(permit.now.epochMilliseconds)
  await insertOffering(tx, permit, id, facts)
  await happened(tx, permit, 'offering.shown', { offering: id })
}

/** Takes back what was shown, at once. Somebody else's, or what was taken back already, stays as it is. */
export async function takeBack(tx: Tx, permit: Permit<'offering.keep'>, id: string): Promise<void> {
  await endOffering(tx, permit, id)
  await happened(tx, permit, 'offering.takenBack', { offering: id })
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

/** Tells the member and the own coach that a customer asked something, without what. */
export async function tellOfQuestion(tx: Tx, permit: Permit<'offering.sweep'>, member: MemberId): Promise<void> {
  await leaveMessage(tx, permit, { person: member, kind: 'offeringAsked', link: '/mijn-aanbod', role: 'member' })
  const coach = (await professionals(tx, permit, 'coach')).get(member)
  if (coach) await leaveMessage(tx, permit, { person: coach.professional, kind: 'offeringAsked', link: '/vragen-van-klanten', role: 'coach' })
}

/** Throws away what was kept long enough. */
export function forgetOfferings(tx: Tx, permit: Permit<'offering.sweep'>): Promise<void> {
  const before = (days: number) => permit.now.subtract({ hours: days * 24 })
  return deleteOfferings(tx, permit.organisation, { withdrawn: before(KEPT.withdrawn), asked: before(KEPT.asked) })
}
