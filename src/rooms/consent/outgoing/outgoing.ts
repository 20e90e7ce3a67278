import type { Day, Instant } from '#kit/day.ts'
import { type Tx, tried } from '#kit/db.ts'
import type { Typed } from '#kit/form.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { sameText } from '#kit/seal.ts'
import { type AnyPermit, looked, type Permit, type PersonId, personNames } from '#rooms/access'
import { equatedDays, freeDays, type Term } from '#rooms/law'
import { texts } from '../consent.en.ts'
import { type LegalBasis, legalBases, lockRequest, requests } from '../consent.sql.ts'
import { factsOf, requestWithin } from '../consent.ts'
import type { ConsentRequest, RequestId } from '../consent.types.ts'
import type { ConsentEvent, DecisionRef } from '../events/events.rules.ts'
import type { Meaning } from '../exceptions/meaning.rules.ts'
import { whatItMeans } from '../exceptions/meaning.ts'
import type { Letter } from '../letters/letter.rules.ts'
import { lettersOf } from '../letters/letters.sql.ts'
import { isLetter, type Posting, postingOf } from '../posting/posting.rules.ts'
import { remedyTerms } from '../terms/terms.rules.ts'
import type { RulesOfTown, TownRules } from '../town/town.rules.ts'
import { rulesOfTown } from '../town/town.ts'
import { outgoing as words } from './outgoing.nl.ts'
import type { RoadName } from './outgoing.rules.ts'
import {
  isApproved,
  isOpen,
  MINUTES_TO_HOLD,
  mayBeReplaced,
  mayJudge,
  maySign,
  mayTake,
  momentAfter,
  type OutgoingState,
  stateOf,
  whatIsRecorded,
} from './outgoing.rules.ts'
import { insertOutgoing, insertStep, lastOutgoing, type Outgoing } from './outgoing.sql.ts'
import { ROADS, type RoadAction } from './roads.ts'

/** A prepared letter with where it stands, and what whoever looks can do with it. */
export type OutgoingFile = Outgoing & {
  readonly state: OutgoingState
  /** The letters as they go out now. */
  readonly now: readonly Letter[]
  readonly memberName: string
  readonly asked: ConsentRequest
  readonly fourEyes: boolean
  readonly approved: boolean
  readonly preparedByMe: boolean
  /** Whether the reader handles this case, and so can sign, hold and change; a colleague can only answer. */
  readonly handles: boolean
  /** What it changes from the day on which it counts, before anything is recorded. */
  readonly meaning: Meaning
  /** How it reaches the member, as was chosen by now; null where it went on paper already. */
  readonly way: Posting | null
  /** When a signed letter leaves. */
  readonly leavesAt: Instant | null
  readonly names: ReadonlyMap<PersonId, string>
  /** What will be recorded of a paper, in the words of the law of its day, with the terms that follow from it; null for a letter. */
  readonly record: { readonly grounds: readonly LegalBasis[]; readonly terms: readonly Term[] } | null
}

/**
 * Prepares a letter: everything its action would refuse is refused now, and nothing is recorded of it yet. An open letter of the same form is replaced.
 * Refuses (conflict) beside another open letter, and while a signed one waits to leave.
 */
export async function prepareLetter(tx: Tx, permit: Permit<RoadAction>, id: RequestId, road: RoadName, typed: Typed): Promise<void> {
  const { request, open, last } = await locked(tx, permit, id)
  mayBeReplaced(open && { state: stateOf(open.steps), road: open.road }, road)
  const dated = typedOn(road, typed, permit.today)
  // What is refused is refused as it was typed.
  const asTyped = await rehearsed(tx, permit, id, road, typed)
  const made = dated === typed ? asTyped : await rehearsed(tx, permit, id, road, dated)
  await insertOutgoing(tx, permit, request, { road, typed: dated, ...made, after: last?.steps.at(-1)?.at ?? last?.preparedAt })
  await happened(tx, permit, 'consent.letterPrepared', factsOf(request))
}

/**
 * Signs a letter that was read: from then on it waits, and can be held. Made anew first, so that it carries the day on which it is signed; gives
 * `renewed` where that made another letter than the one that was read, which is then shown once more. Refuses without the eyes that the municipality asks.
 */
export async function signLetter(tx: Tx, permit: Permit<RoadAction>, id: RequestId): Promise<'signed' | 'renewed'> {
  const { request, open } = await locked(tx, permit, id)
  if (!open) return refuse(words.refusals.none, {}, { kind: 'missing' })
  maySign(open, (await rulesOfTown(tx, request.municipality))(permit.today).fourEyes)
  const typed = typedOn(open.road, open.typed, permit.today)
  const fresh = await rehearsed(tx, permit, id, open.road, typed)
  if (sameText(fresh.letters) !== sameText(lettersUnsigned(open))) {
    await insertStep(tx, permit, open, { step: 'renewed', letters: fresh.letters })
    return 'renewed'
  }
  // Of a record there is no letter to compare: what would be recorded now must be what was read and approved.
  if (ROADS[open.road].makes === 'record' && sameText(whatIsRecorded(fresh.proposed)) !== sameText(whatIsRecorded(open.proposed)))
    return refuse(words.record.changed, {}, { kind: 'conflict' })
  const at = momentAfter(open.steps.at(-1)?.at ?? open.preparedAt, permit.now)
  const leavesAt = at.add({ minutes: MINUTES_TO_HOLD })
  const { letters } = await tried(tx, async () => {
    await insertStep(tx, permit, open, { step: 'signed', leavesAt })
    return rehearsed(tx, permit, id, open.road, typed)
  })
  await insertStep(tx, permit, open, { step: 'signed', leavesAt, letters })
  await happened(tx, permit, 'consent.letterSigned', factsOf(request))
  return 'signed'
}

/** Puts a letter before the colleagues, or takes it away from them again; holds a signed one, or throws one away. Nothing was recorded, so nothing is undone. */
export async function moveLetter(tx: Tx, permit: Permit<RoadAction>, id: RequestId, step: 'asked' | 'held' | 'dropped'): Promise<void> {
  const { request, open } = await locked(tx, permit, id)
  if (!open) return refuse(words.refusals.none, {}, { kind: 'missing' })
  mayTake(stateOf(open.steps), step)
  await insertStep(tx, permit, open, { step })
  const kinds = { asked: 'consent.letterAsked', held: 'consent.letterHeld', dropped: 'consent.letterDropped' } as const
  await happened(tx, permit, kinds[step], factsOf(request))
}

/** A colleague finds the letter right, or sends it back with a sentence. Refuses the own letter, and one that nobody put before colleagues. */
export async function judgeLetter(
  tx: Tx,
  permit: Permit<'consent.approve'>,
  id: RequestId,
  answer: { readonly step: 'approved' } | { readonly step: 'sentBack'; readonly words: string },
): Promise<void> {
  const { request, open } = await locked(tx, permit, id)
  if (!open) return refuse(words.refusals.none, {}, { kind: 'missing' })
  mayTake(stateOf(open.steps), answer.step)
  mayJudge(open.preparedBy, permit.person)
  await insertStep(tx, permit, open, answer)
  await happened(tx, permit, answer.step === 'approved' ? 'consent.letterApproved' : 'consent.letterSentBack', factsOf(request))
}

/**
 * The open letter of a request for whoever handles the case, and for a colleague while it was put before them; the look is written down. Refuses
 * (missing) everybody else, and where nothing is open.
 */
export async function outgoingFile(tx: Tx, permit: Permit<'consent.approve'>, id: RequestId, handles: boolean): Promise<OutgoingFile> {
  const request = await requestWithin(tx, permit, id)
  const found = await lastOutgoing(tx, id)
  const state = found ? stateOf(found.steps) : 'dropped'
  if (!found || !isOpen(state) || !(handles || state === 'asked')) return refuse(words.refusals.none, {}, { kind: 'missing' })
  await looked(tx, permit, [request.member])
  const rules = await rulesOfTown(tx, request.municipality)
  const makesLetter = ROADS[found.road].makes === 'letter'
  const people = [found.preparedBy, ...found.steps.flatMap(({ by }) => by ?? [])]
  return {
    ...found,
    state,
    now: lettersNow(found),
    asked: request,
    memberName: request.memberName ?? texts[permit.language].thisMember,
    fourEyes: rules(permit.today).fourEyes,
    approved: isApproved(found.preparedBy, found.steps),
    preparedByMe: found.preparedBy === permit.person,
    handles,
    meaning: await whatItMeans(
      tx,
      permit,
      id,
      found.proposed.map((event) => (makesLetter && event.on < permit.today ? { ...event, on: permit.today } : event)),
    ),
    way: makesLetter ? wayOf(found.proposed, request, rules(permit.today), permit.now) : null,
    leavesAt: state === 'signed' ? (found.steps.findLast(({ step }) => step === 'signed')?.leavesAt ?? null) : null,
    names: await personNames(tx, people),
    record: ROADS[found.road].makes === 'record' ? await recordOf(tx, permit, request, found, rules) : null,
  }
}

function wayOf(proposed: readonly ConsentEvent[], { postingChoices }: ConsentRequest, rules: TownRules, now: Instant): Posting | null {
  const letter = proposed.find(({ kind }) => isLetter(kind))
  return letter ? postingOf({ kind: letter.kind, recordedAt: now }, postingChoices, rules) : null
}

async function recordOf(tx: Tx, permit: AnyPermit, request: ConsentRequest, { proposed }: Outgoing, rules: RulesOfTown): Promise<OutgoingFile['record']> {
  const isFree = freeDays(await equatedDays(tx))
  const decided = proposed.find(({ kind }) => kind === 'granted' || kind === 'refused' || kind === 'leftUnprocessed')
  const corrected = proposed.find((event) => event.kind === 'paperCorrected')
  const about = decided && ({ kind: decided.kind, on: decided.on } as DecisionRef)
  return {
    grounds: await legalBases(tx, corrected?.decidedOn ?? decided?.on ?? permit.today),
    terms: about ? remedyTerms([...request.events, ...proposed], about, rules, permit.today, isFree) : [],
  }
}

/** The form by which the last letter of a request was made. Refuses (missing) where there never was one. */
export async function lastRoad(tx: Tx, permit: Permit<'consent.approve'>, id: RequestId): Promise<RoadName> {
  await requestWithin(tx, permit, id)
  return (await lastOutgoing(tx, id))?.road ?? refuse(words.refusals.none, {}, { kind: 'missing' })
}

/** Whether the permit reaches the resident of this request: then the case is handled by this reader. */
export async function handlesCase(tx: Tx, permit: Permit<'consent.decide'>, id: RequestId): Promise<boolean> {
  return (await requests(tx, permit, { id })).length > 0
}

/** What was typed in the open letter of this form, to go on with it; null where there is none. */
export async function typedBefore(tx: Tx, permit: Permit<RoadAction>, id: RequestId, road: RoadName): Promise<Typed | null> {
  await requestWithin(tx, permit, id)
  const found = await lastOutgoing(tx, id)
  const state = found ? stateOf(found.steps) : 'dropped'
  return found?.road === road && isOpen(state) && state !== 'signed' ? found.typed : null
}

/** The letters as they go out now: signed, or as they were made last. */
export function lettersNow(outgoing: Outgoing): readonly Letter[] {
  if (stateOf(outgoing.steps) !== 'signed') return lettersUnsigned(outgoing)
  return outgoing.steps.findLast(({ step }) => step === 'signed')?.letters ?? outgoing.letters
}

/** The letters as they were made last, without a signature. */
function lettersUnsigned(outgoing: Outgoing): readonly Letter[] {
  return outgoing.steps.findLast(({ step }) => step === 'renewed')?.letters ?? outgoing.letters
}

/** What was typed, dated on the day of signing where an earlier day stood there: nothing was sent before it was signed, and the terms run from that day. */
export function typedOn(road: RoadName, typed: Typed, signedOn: Day): Typed {
  const { on } = typed
  return ROADS[road].makes === 'letter' && typeof on === 'string' && on < signedOn ? { ...typed, on: signedOn } : typed
}

/** Runs the action of a letter; gives what it recorded and wrote. */
export async function performed(tx: Tx, permit: Permit<RoadAction>, id: RequestId, road: RoadName, typed: Typed) {
  const before = await requestWithin(tx, permit, id)
  const old = new Set((await lettersOf(tx, id)).map(({ event }) => event))
  await ROADS[road].run(tx, permit, id, typed)
  const { events } = await requestWithin(tx, permit, id)
  const fresh = (await lettersOf(tx, id)).filter(({ event }) => !old.has(event))
  // What was decided comes before what follows from it.
  const letters = fresh
    .map(({ event: _, madeAt: __, sha256: ___, ...letter }) => letter)
    .toSorted((a, b) => Number(b.kind === 'objectionDecided') - Number(a.kind === 'objectionDecided'))
  return { letters, proposed: events.slice(before.events.length) }
}

/** The same, and then taken back: nothing happened. */
function rehearsed(tx: Tx, permit: Permit<RoadAction>, id: RequestId, road: RoadName, typed: Typed) {
  return tried(tx, () => performed(tx, permit, id, road, typed))
}

async function locked(tx: Tx, permit: AnyPermit, id: RequestId): Promise<{ request: ConsentRequest; open: Outgoing | null; last: Outgoing | null }> {
  const { tenant } = await requestWithin(tx, permit, id)
  await lockRequest(tx, tenant, id)
  // Read again under the lock: whoever came second sees what the first did.
  const request = await requestWithin(tx, permit, id)
  const last = await lastOutgoing(tx, id)
  return { request, open: last && isOpen(stateOf(last.steps)) ? last : null, last }
}
