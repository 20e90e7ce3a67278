import type { Instant } from '#kit/day.ts'
import { refuse } from '#kit/refusal.ts'
import type { PersonId } from '#rooms/access'
import type { ConsentEvent } from '../events/events.rules.ts'
import type { Letter } from '../letters/letter.rules.ts'
import { outgoing as words } from './outgoing.nl.ts'

/** The forms by which a municipality writes to a resident, or writes down what went on paper; each knows its own action. */
export const ROAD_NAMES = [
  'decision',
  'question',
  'withdrawal',
  'suspension',
  'resumption',
  'cancellation',
  'delay',
  'postponement',
  'mendRequest',
  'furtherDelay',
  'objection',
  'correction',
  'paperDecision',
  'paperCorrection',
] as const
export type RoadName = (typeof ROAD_NAMES)[number]

/** What can be done with a letter before it leaves. */
export const OUTGOING_STEPS = ['renewed', 'asked', 'approved', 'sentBack', 'signed', 'held', 'left', 'stopped', 'dropped'] as const
export type OutgoingStep = (typeof OUTGOING_STEPS)[number]

/** Where a prepared letter stands. `stopped`: it could not leave when its time came. */
export const OUTGOING_STATES = ['prepared', 'asked', 'approved', 'sentBack', 'signed', 'held', 'left', 'stopped', 'dropped'] as const
export type OutgoingState = (typeof OUTGOING_STATES)[number]

export type OutgoingFact = {
  readonly step: OutgoingStep
  readonly at: Instant
  readonly by: PersonId | null
  /** What a colleague said, or why it did not leave. */
  readonly words: string
  /** When a signed letter leaves; null for every other step. */
  readonly leavesAt: Instant | null
  /** The letters as they were signed, or made anew on another day; null where nothing changed. */
  readonly letters: readonly Letter[] | null
}

/** How long a signed letter waits before it leaves, so that it can still be held. */
export const MINUTES_TO_HOLD = 10

/** Which step brings a letter where; a step that is not named here is refused. */
export const OUTGOING_TRANSITIONS = {
  prepared: { renewed: 'prepared', asked: 'asked', signed: 'signed', dropped: 'dropped' },
  asked: { renewed: 'asked', approved: 'approved', sentBack: 'sentBack', held: 'held', dropped: 'dropped' },
  approved: { renewed: 'approved', signed: 'signed', dropped: 'dropped' },
  sentBack: { renewed: 'sentBack', asked: 'asked', dropped: 'dropped' },
  signed: { held: 'held', left: 'left', stopped: 'stopped' },
  held: { renewed: 'held', asked: 'asked', signed: 'signed', dropped: 'dropped' },
  stopped: { renewed: 'stopped', asked: 'asked', signed: 'signed', dropped: 'dropped' },
  left: {},
  dropped: {},
} as const satisfies Record<OutgoingState, Partial<Record<OutgoingStep, OutgoingState>>>

/** Where the letter stands after these steps, in the order in which they were written down. */
export function stateOf(steps: readonly OutgoingFact[]): OutgoingState {
  return steps.reduce<OutgoingState>((at, { step }) => TRANSITIONS[at][step] ?? at, 'prepared')
}

/** Whether it is still to leave: neither sent nor thrown away. */
export function isOpen(state: OutgoingState): boolean {
  return state !== 'left' && state !== 'dropped'
}

/** Refuses (conflict) a step that cannot follow where the letter stands. */
export function mayTake(state: OutgoingState, step: OutgoingStep): void {
  if (!TRANSITIONS[state][step]) refuse(state === 'signed' ? words.refusals.signed : words.refusals.notNow, {}, { kind: 'conflict' })
}

/** Refuses (conflict) another letter about the same request while this one waits: one at a time, and none while a signed one is about to leave. */
export function mayBeReplaced(open: { readonly state: OutgoingState; readonly road: string } | null, road: string): void {
  if (!open || !isOpen(open.state)) return
  if (open.state === 'signed') refuse(words.refusals.signed, {}, { kind: 'conflict' })
  if (open.road !== road) refuse(words.refusals.other, {}, { kind: 'conflict' })
}

/** Whether somebody else than who prepared it approved it, and nobody sent it back since. */
export function isApproved(preparedBy: PersonId, steps: readonly OutgoingFact[]): boolean {
  const last = steps.findLast(({ step }) => step === 'approved' || step === 'sentBack')
  return last?.step === 'approved' && last.by !== preparedBy
}

/** Refuses to sign where the letter does not allow it, or where the municipality asks two pairs of eyes and there was one (conflict). */
export function maySign(letter: { readonly preparedBy: PersonId; readonly steps: readonly OutgoingFact[] }, fourEyes: boolean): void {
  if (fourEyes && stateOf(letter.steps) !== 'signed' && !isApproved(letter.preparedBy, letter.steps)) refuse(words.refusals.fourEyes, {}, { kind: 'conflict' })
  mayTake(stateOf(letter.steps), 'signed')
}

/** Refuses (conflict) an answer of the one who prepared it: two eyes are no four. */
export function mayJudge(preparedBy: PersonId, judge: PersonId | null): void {
  if (preparedBy === judge) refuse(words.refusals.ownLetter, {}, { kind: 'conflict' })
}

/** Whether a signed letter may leave now. */
export function isDue(steps: readonly OutgoingFact[], now: Instant): boolean {
  const last = steps.findLast(({ step }) => step !== 'renewed')
  return last?.step === 'signed' && last.leavesAt !== null && Temporal.Instant.compare(last.leavesAt, now) <= 0
}

/** What will be recorded, to compare: without the moment, and without the day where that is the day of writing down. Kept amounts are plain numbers. */
export function whatIsRecorded(events: readonly ConsentEvent[]): unknown {
  return events.map((event) => {
    const { recordedAt: _, on, ...rest } = event
    const said = event.kind === 'paperCorrected' ? rest : { ...rest, on }
    return JSON.parse(JSON.stringify(said, (__, part) => (typeof part === 'bigint' ? Number(part) : part)))
  })
}

/** A moment that lies after the last step, also where the clock stands still. */
export function momentAfter(last: Instant | undefined, now: Instant): Instant {
  return last && Temporal.Instant.compare(now, last) <= 0 ? last.add({ milliseconds: 1 }) : now
}

const TRANSITIONS: Record<OutgoingState, Partial<Record<OutgoingStep, OutgoingState>>> = OUTGOING_TRANSITIONS
