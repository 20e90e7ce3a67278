import { withoutBsn } from '#kit/bsn.ts'
import { type Day, firstDay, longDay, monthOf } from '#kit/day.ts'
import { isDouble, type Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { type AnyPermit, type MemberId, type OrganisationId, organisationName, type Permit, personNames, personOf } from '#rooms/access'
import { benefitsOfAll } from '#rooms/members'
import { nl } from '../agreements.nl.ts'
import { type Bound, boundText, outsideBounds } from '../bounds/bounds.rules.ts'
import type { Problem } from '../bounds/validate.rules.ts'
import { splitRulesOfAll } from '../in-force/in-force.ts'
import { hashOf } from '../signing/fingerprint.ts'
import type { SignIn } from '../signing/signing.rules.ts'
import { answerStop } from './answers.rules.ts'
import {
  type AnswerKind,
  type CooperationAgreement,
  type CooperationId,
  type CooperationParty,
  cooperationAgreements,
  insertCooperation,
  insertCooperationAnswer,
  insertCooperationSignature,
  lockCooperation,
} from './cooperation.sql.ts'

/** Less than this tells the other party nothing. */
const SHORTEST = 10

/**
 * Proposes an agreement to a municipality: bounds and compulsory steps for every member agreement. It counts once both signed,
 * and changes no member agreement by itself (BW2 art. 59). Refuses a first day that is no first of a month.
 */
export async function proposeCooperation(
  tx: Tx,
  permit: Permit<'cooperationAgreement.propose'>,
  proposal: { readonly municipality: OrganisationId; readonly bounds: readonly Bound[]; readonly from: Day; readonly until: Day | null },
): Promise<CooperationId> {
  if (proposal.from !== firstDay(monthOf(proposal.from))) refuse(nl.refusals.firstOfMonth, {}, { field: 'from' })
  if (proposal.until !== null && proposal.until <= proposal.from) refuse(nl.refusals.untilBeforeFrom, {}, { field: 'until' })
  const cooperativeName = (await organisationName(tx, permit.organisation)) ?? ''
  const municipalityName = (await organisationName(tx, proposal.municipality)) ?? refuse(nl.refusals.noMunicipality, {}, { field: 'municipality' })
  const earlier = (await cooperationAgreements(tx, permit)).filter((agreement) => agreement.municipality === proposal.municipality)
  const number = Math.max(0, ...earlier.map((agreement) => agreement.number)) + 1
  const head = fill(nl.cooperationHead, { cooperative: cooperativeName, municipality: municipalityName, number, from: longDay(proposal.from) })
  const articles = proposal.bounds.map((bound, i) => fill(nl.cooperationArticle, { number: i + 1, sentence: boundText(bound) }))
  const text = `${[head, ...articles, nl.cooperationChange].join('\n')}\n`
  const hash = hashOf(text)
  const id = await insertCooperation(tx, permit, { ...proposal, number, cooperativeName, municipalityName, text, hash })
  await happened(tx, permit, 'cooperationAgreement.proposed', { cooperationAgreement: id, municipality: proposal.municipality })
  return id
}

/** Signs for the acting organisation, exactly the text that was shown. Refuses another text, signing twice and what was declined. */
export async function signCooperation(tx: Tx, permit: Permit<'cooperationAgreement.sign'>, id: CooperationId, seen: string, signIn: SignIn): Promise<void> {
  await lockCooperation(tx, id)
  const agreement = await cooperationAgreement(tx, permit, id)
  if (agreement.hash !== seen) refuse(nl.refusals.otherText, {}, { kind: 'conflict' })
  const person = personOf(permit)
  const party = partyOf(permit, agreement)
  const stop = answerStop(agreement, party)
  if (stop) refuse(nl.refusals[stop], {}, { kind: 'conflict' })
  const personName = (await personNames(tx, [person])).get(person) ?? ''
  try {
    await insertCooperationSignature(tx, permit, agreement, { party, person, personName, signIn })
  } catch (error) {
    if (isDouble(error)) refuse(nl.refusals.signedBefore, {}, { kind: 'conflict' })
    throw error
  }
  await happened(tx, permit, 'cooperationAgreement.signed', { cooperationAgreement: id })
}

/**
 * Says for the acting organisation that the text must change, or that it does not sign, and why; the other party is told. Asking again is possible,
 * declining once: then another version takes its place. Refuses (conflict) after signing and after either party declined.
 */
export async function answerCooperation(
  tx: Tx,
  permit: Permit<'cooperationAgreement.answer'>,
  id: CooperationId,
  answer: { readonly kind: AnswerKind; readonly words: string },
): Promise<void> {
  const field = answer.kind === 'declined' ? 'reason' : 'words'
  await lockCooperation(tx, id)
  const agreement = await cooperationAgreement(tx, permit, id)
  const party = partyOf(permit, agreement)
  const stop = answerStop(agreement, party)
  if (stop) refuse(nl.refusals[stop], {}, { kind: 'conflict' })
  if (answer.words.trim().length < SHORTEST) refuse(nl.refusals.answerTooShort, {}, { field })
  const person = personOf(permit)
  const personName = (await personNames(tx, [person])).get(person) ?? ''
  await insertCooperationAnswer(tx, permit, agreement, { party, kind: answer.kind, words: withoutBsn(answer.words.trim(), field), person, personName })
  const other = party === 'municipality' ? agreement.tenant : agreement.municipality
  await happened(tx, permit, `cooperationAgreement.${answer.kind}`, { cooperationAgreement: id, other })
}

function partyOf(permit: AnyPermit, agreement: Pick<CooperationAgreement, 'tenant'>): CooperationParty {
  return agreement.tenant === permit.organisation ? 'cooperative' : 'municipality'
}

/** One agreement to which the acting organisation is a party. Refuses as missing otherwise. */
export async function cooperationAgreement(tx: Tx, permit: AnyPermit, id: CooperationId): Promise<CooperationAgreement> {
  return (await cooperationAgreements(tx, permit, id))[0] ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
}

/** The agreements in force on a day, by municipality: signed by both, begun and not ended. */
export async function boundsOfAll(tx: Tx, permit: AnyPermit, on: Day): Promise<ReadonlyMap<OrganisationId, CooperationAgreement>> {
  const found = new Map<OrganisationId, CooperationAgreement>()
  for (const agreement of await cooperationAgreements(tx, permit)) {
    const signed = new Set(agreement.signatures.map((signature) => signature.party)).size === 2
    const known = found.get(agreement.municipality)
    if (signed && agreement.from <= on && (!known || known.from < agreement.from)) found.set(agreement.municipality, agreement)
  }
  for (const [municipality, agreement] of found) if (agreement.until !== null && agreement.until < on) found.delete(municipality)
  return found
}

/** Members whose agreement in force lies outside these bounds; it stays as it is until they sign another. */
export async function membersOutside(
  tx: Tx,
  permit: AnyPermit,
  agreement: Pick<CooperationAgreement, 'municipality' | 'bounds'>,
): Promise<readonly { readonly member: MemberId; readonly version: number; readonly problem: Problem }[]> {
  const [agreements, benefits] = [await splitRulesOfAll(tx, permit, permit.today), await benefitsOfAll(tx, permit, permit.today)]
  const perVersion = new Map<string, readonly Problem[]>()
  return [...agreements.values()].flatMap((found) => {
    if (benefits.get(found.member)?.municipality !== agreement.municipality) return []
    const problems = perVersion.get(found.version) ?? outsideBounds(found.rules, agreement.bounds)
    perVersion.set(found.version, problems)
    return problems[0] ? [{ member: found.member, version: found.number, problem: problems[0] }] : []
  })
}
