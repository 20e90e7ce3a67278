import { type Day, type Instant, longDay } from '#kit/day.ts'
import { refuse } from '#kit/refusal.ts'
import { nl as consent } from '../consent.nl.ts'
import type { Step } from '../consent.rules.ts'
import { type ConsentEvent, type ConsentEventKind, DECISION_KINDS, type DecisionKind, type DecisionRef, isSameDecision } from '../events/events.rules.ts'
import { openMend } from '../events/open.rules.ts'
import { nl } from './remedies.nl.ts'

/** How far somebody went against a decision. An objection never changes what the consent does (Awb 6:16), so this stands beside procedure and effect. */
export const REMEDIES = ['none', 'objected', 'takenBack', 'answered', 'appealed', 'ruled'] as const
export type Remedy = (typeof REMEDIES)[number]

/** Which event brings a remedy where. docs/flows/consent.md draws this table, and a test compares the two. */
export const REMEDY_TRANSITIONS = {
  none: { objected: 'objected' },
  objected: {
    objectionHeard: 'objected',
    objectionMendAsked: 'objected',
    objectionMended: 'objected',
    objectionPutOff: 'objected',
    objectionDelayed: 'objected',
    defaultTold: 'objected',
    objectionDecided: 'answered',
    objectionTakenBack: 'takenBack',
  },
  takenBack: {},
  answered: { appealed: 'appealed' },
  appealed: { appealDecided: 'ruled' },
  ruled: {},
} as const satisfies Record<Remedy, Partial<Record<ConsentEventKind, Remedy>>>

/** What may follow for each: a new one does not compile until someone decides. */
const REMEDY_STEPS = {
  none: ['object'],
  objected: ['mendObjection', 'hearObjection', 'askMend', 'putOffObjection', 'delayObjection', 'decideObjection', 'takeBackObjection'],
  takenBack: [],
  answered: ['noteAppeal'],
  appealed: ['noteRuling'],
  ruled: [],
} as const satisfies Record<Remedy, readonly Step[]>

/** What can be done against a decision and about that, in the order in which it comes. */
export const REMEDY_STEP_NAMES = [
  'object',
  'mendObjection',
  'hearObjection',
  'askMend',
  'putOffObjection',
  'delayObjection',
  'decideObjection',
  'noteAppeal',
  'noteRuling',
  'takeBackObjection',
] as const
export type RemedyStep = (typeof REMEDY_STEP_NAMES)[number]

/** Which remedy each step goes with, for the choice of a decision in its form. */
export const STEP_REMEDY = {
  object: 'none',
  mendObjection: 'objected',
  askMend: 'objected',
  delayObjection: 'objected',
  hearObjection: 'objected',
  putOffObjection: 'objected',
  decideObjection: 'objected',
  takeBackObjection: 'objected',
  noteAppeal: 'answered',
  noteRuling: 'appealed',
} as const satisfies Record<RemedyStep, Remedy>

/** A decision with how far somebody went against it. */
export type DecisionRemedy = { readonly decision: DecisionRef; readonly remedy: Remedy }

/** Every decision that can be objected to, oldest first. What was decided on an objection goes to the court, so no second objection (Awb 7:1, 8:1). */
export function decisionsOf(events: readonly ConsentEvent[]): readonly DecisionRef[] {
  return events.flatMap((event) => (isDecision(event) && !isAnswer(events, event) && !isOwnReview(events, event) ? [{ kind: event.kind, on: event.on }] : []))
}

/** How far somebody went against one decision on a day, as far as was known at a moment. */
export function remedyOf(events: readonly ConsentEvent[], decision: DecisionRef, on: Day, asKnownAt?: Instant): Remedy {
  return events
    .filter((event) => event.on <= on && 'against' in event && isSameDecision(event.against, decision))
    .filter((event) => !asKnownAt || Temporal.Instant.compare(event.recordedAt, asKnownAt) <= 0)
    .reduce<Remedy>((at, event) => TRANSITIONS_OF[at][event.kind] ?? at, 'none')
}

/** Every decision with its remedy on a day. */
export function remediesOn(events: readonly ConsentEvent[], on: Day): readonly DecisionRemedy[] {
  return decisionsOf(events).map((decision) => ({ decision, remedy: remedyOf(events, decision, on) }))
}

/** The decisions that a step can be about: an objection is put off once (Awb 7:10(3)), and mended where that was asked and not done yet (6:6). */
export function decisionsFor(events: readonly ConsentEvent[], step: RemedyStep, today: Day): readonly DecisionRef[] {
  return remediesOn(events, today)
    .filter(({ remedy }) => remedy === STEP_REMEDY[step])
    .map(({ decision }) => decision)
    .filter((decision) => {
      if (step === 'putOffObjection') return !events.some((event) => event.kind === 'objectionPutOff' && isSameDecision(event.against, decision))
      if (step === 'mendObjection' || step === 'askMend') return (openMend(events, decision) !== null) === (step === 'mendObjection')
      return true
    })
}

/** What may follow against decisions, and the correction of the last one. */
export function remedySteps(events: readonly ConsentEvent[], today: Day): readonly Step[] {
  const decided = events.some(({ kind }) => kind === 'granted' || kind === 'refused' || kind === 'leftUnprocessed')
  const against = [...new Set(remediesOn(events, today).flatMap(({ remedy }): readonly RemedyStep[] => REMEDY_STEPS[remedy]))]
  const open = against.filter((step) => decisionsFor(events, step, today).length > 0)
  const inDefault = objectionsNotInDefault(events, today).length > 0
  return [...open, ...(inDefault ? (['tellDefault'] as const) : []), ...(decided ? (['correct'] as const) : [])]
}

/** The decisions of which the objection is not decided about, and nobody told yet that this is late (Awb 4:17(3), 7:14). */
export function objectionsNotInDefault(events: readonly ConsentEvent[], today: Day): readonly DecisionRef[] {
  return remediesOn(events, today)
    .filter(({ remedy, decision }) => remedy === 'objected' && !events.some((event) => event.kind === 'defaultTold' && isSameDecision(event.against, decision)))
    .map(({ decision }) => decision)
}

/** Refuses a step about a decision that is not there, or that has come further already. */
export function mayGoAgainst(events: readonly ConsentEvent[], step: RemedyStep, decision: DecisionRef, today: Day): void {
  if (!decisionsFor(events, step, today).some((each) => isSameDecision(each, decision))) refuse(consent.refusals.notNow, {}, { kind: 'conflict' })
}

/** Refuses the day of a letter that came in before the decision it is about, or after today. */
export function mayHaveComeIn(on: Day, after: Day, today: Day): void {
  if (on > today) refuse(consent.refusals.dayInFuture, {}, { field: 'on' })
  if (on < after) refuse(nl.refusals.beforeThat, { day: longDay(after) }, { field: 'on' })
}

/** Refuses a putting off longer than the six weeks of Awb 7:10(3), or after the term to decide. */
export function mayBePutOff(weeks: number, last: Day, today: Day): void {
  if (weeks < 1 || weeks > 6) refuse(nl.refusals.weeks, {}, { field: 'weeks' })
  if (today > last) refuse(nl.refusals.putOffTooLate, { day: longDay(last) }, { kind: 'conflict' })
}

/** Refuses a notice of delay after the term (it changes nothing then), and a day that gives no more time. */
export function mayBeDelayed(until: Day, last: Day, today: Day): void {
  if (today > last) refuse(nl.refusals.delayTooLate, { day: longDay(last) }, { kind: 'conflict' })
  if (until <= last) refuse(nl.refusals.noMoreTime, { day: longDay(last) }, { field: 'until' })
}

/** Refuses an agreement to wait that ends before it begins. */
export function mayAgreeToWait(on: Day, until: Day, last: Day): void {
  if (until <= on || until <= last) refuse(nl.refusals.noMoreTime, { day: longDay(last) }, { field: 'until' })
}

/** Refuses a notice of default before the term to decide is over (Awb 4:17(3)). */
export function mayTellDefault(on: Day, last: Day): void {
  if (on <= last) refuse(nl.refusals.defaultTooEarly, { day: longDay(last) }, { field: 'on', kind: 'conflict' })
}

/** A decision as a form sends it, read back against those that are there. */
export function decisionFrom(text: string, decisions: readonly DecisionRef[]): DecisionRef {
  return decisions.find((each) => codeOf(each) === text) ?? refuse(consent.refusals.notNow, {}, { kind: 'conflict' })
}

/** "suspended 2027-02-01": how a form names a decision. */
export function codeOf({ kind, on }: DecisionRef): string {
  return `${kind} ${on}`
}

const TRANSITIONS_OF: Record<Remedy, Partial<Record<ConsentEventKind, Remedy>>> = REMEDY_TRANSITIONS

function isDecision(event: ConsentEvent): event is Extract<ConsentEvent, { kind: DecisionKind }> {
  return DECISION_KINDS.some((kind) => kind === event.kind)
}

// Not changing anything after looking on its own motion decides on nobody's request (Awb 1:3).
function isOwnReview(events: readonly ConsentEvent[], event: ConsentEvent): boolean {
  if (event.kind !== 'reviewClosed') return false
  const opened = events.slice(0, events.indexOf(event)).findLast(({ kind }) => kind === 'reviewOpened')
  return opened?.kind === 'reviewOpened' && opened.by === 'ownMotion'
}

// What follows on a founded objection is written down with it: a new decision, or the change that is called off.
function isAnswer(events: readonly ConsentEvent[], event: ConsentEvent): boolean {
  if ('because' in event) return event.because === 'objection'
  if (event.kind !== 'changeCancelled') return false
  const of = events.find((each) => each.kind === event.of && 'from' in each && each.from === event.from)
  return (
    of !== undefined &&
    events.some((each) => each.kind === 'objectionDecided' && each.on === event.on && isSameDecision(each.against, { kind: event.of, on: of.on }))
  )
}
