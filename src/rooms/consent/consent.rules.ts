import type { Day, Instant } from '#kit/day.ts'
import { addDays, laterDay, longDay, startOf, within } from '#kit/day.ts'
import { refuse } from '#kit/refusal.ts'
import { nl } from './consent.nl.ts'
import { mayBeLeft, unansweredSince } from './deadline/answer.rules.ts'
import type { Conditions, ConsentEvent, ConsentEventKind } from './events/events.rules.ts'
import { openAdvice, reviewIsOpen } from './events/open.rules.ts'
import { REMEDY_STEP_NAMES, remedySteps } from './remedies/remedies.rules.ts'

export {
  type Conditions,
  type ConsentEvent,
  type ConsentEventKind,
  STATEMENT_RHYTHMS,
  type StatementRhythm,
  type Watch,
  type WatchedCondition,
} from './events/events.rules.ts'

/** A suspension or withdrawal, as the member reads it coming. */
export type PlannedChange = Extract<ConsentEvent, { kind: 'suspended' | 'consentWithdrawn' }>

/** Where the request stands with the municipality. */
export const PROCEDURES = ['draft', 'waiting', 'incomplete', 'granted', 'refused', 'unprocessed', 'withdrawn'] as const
export type Procedure = (typeof PROCEDURES)[number]

/** What the consent does on a day. */
export const EFFECTS = ['none', 'upcoming', 'inForce', 'suspended', 'ended'] as const
export type Effect = (typeof EFFECTS)[number]

/** What somebody can do now; the page shows exactly these, for whom the permission table allows it. */
export const STEPS = [
  'edit',
  'send',
  'withdrawRequest',
  'askMore',
  'answer',
  'grant',
  'refuse',
  'leaveUnprocessed',
  'suspend',
  'resume',
  'withdrawConsent',
  'cancelChange',
  'renew',
  'confirmPaper',
  'tellDelay',
  'agreeToWait',
  'tellDefault',
  ...REMEDY_STEP_NAMES,
  'correct',
  'askAdvice',
  'noteAdvice',
  'enterPaper',
  'openReview',
  'closeReview',
] as const
export type Step = (typeof STEPS)[number]

/** Which event brings a request where. docs/flows/consent.md draws this table, and a test compares the two. */
export const TRANSITIONS = {
  draft: { sent: 'waiting', requestWithdrawn: 'withdrawn' },
  waiting: {
    moreAsked: 'incomplete',
    delayTold: 'waiting',
    waitingAgreed: 'waiting',
    defaultTold: 'waiting',
    adviceAsked: 'waiting',
    adviceGiven: 'waiting',
    granted: 'granted',
    refused: 'refused',
    requestWithdrawn: 'withdrawn',
  },
  // Awb art. 4:5: only an incomplete application, after a chance to complete it, may be left unprocessed.
  incomplete: {
    answered: 'waiting',
    delayTold: 'incomplete',
    waitingAgreed: 'incomplete',
    defaultTold: 'incomplete',
    adviceAsked: 'incomplete',
    adviceGiven: 'incomplete',
    granted: 'granted',
    refused: 'refused',
    leftUnprocessed: 'unprocessed',
    requestWithdrawn: 'withdrawn',
  },
  // What was granted is taken away by a withdrawal only: a new decision in its place grants too.
  granted: { grantedInstead: 'granted', reviewOpened: 'granted', reviewClosed: 'granted', extensionAsked: 'granted', extensionAnswered: 'granted' },
  refused: { grantedInstead: 'granted', refusedInstead: 'refused', reviewOpened: 'refused', reviewClosed: 'refused' },
  unprocessed: { grantedInstead: 'granted', refusedInstead: 'refused', reviewOpened: 'unprocessed', reviewClosed: 'unprocessed' },
  withdrawn: {},
} as const satisfies Record<Procedure, Partial<Record<ConsentEventKind, Procedure>>>

const REVIEW = ['openReview', 'closeReview'] as const

/** What may follow, for every procedure and every effect: a new value of either does not compile until someone decides. */
const NEXT_STEPS = {
  draft: before(['edit', 'send', 'withdrawRequest']),
  waiting: before(['grant', 'askMore', 'refuse', 'tellDelay', 'agreeToWait', 'tellDefault', 'askAdvice', 'noteAdvice', 'enterPaper', 'withdrawRequest']),
  incomplete: before([
    'answer',
    'grant',
    'refuse',
    'leaveUnprocessed',
    'tellDelay',
    'agreeToWait',
    'tellDefault',
    'askAdvice',
    'noteAdvice',
    'enterPaper',
    'withdrawRequest',
  ]),
  granted: {
    none: [],
    upcoming: ['withdrawConsent', ...REVIEW],
    inForce: ['suspend', 'withdrawConsent', 'renew', ...REVIEW],
    suspended: ['resume', 'withdrawConsent', ...REVIEW],
    ended: ['renew', ...REVIEW],
  },
  refused: before(['renew', ...REVIEW]),
  unprocessed: before(['renew', ...REVIEW]),
  withdrawn: before(['renew']),
} as const satisfies Record<Procedure, Record<Effect, readonly Step[]>>

/** The procedure on a day, as far as was known at a moment. A decision written down later does not rewrite what was known. */
export function procedure(events: readonly ConsentEvent[], on: Day, asKnownAt?: Instant): Procedure {
  return known(events, asKnownAt)
    .filter((event) => event.on <= on)
    .reduce<Procedure>((at, event) => TRANSITIONS_OF[at][event.kind] ?? at, 'draft')
}

/** The effect on a day of performance, as far as was known at a moment. */
export function effect(events: readonly ConsentEvent[], on: Day, asKnownAt?: Instant): Effect {
  const facts = known(events, asKnownAt)
  const conditions = laidDown(facts)
  if (!conditions) return 'none'
  const { from } = conditions
  if (facts.some((event, index) => event.kind === 'consentWithdrawn' && !isCancelled(facts, index) && (on >= event.from || event.from <= from))) return 'ended'
  if (on > lastDayInForce(facts, conditions)) return 'ended'
  if (on < from) return 'upcoming'
  return isSuspended(facts, on) ? 'suspended' : 'inForce'
}

/** The last day of a consent: of its conditions, or later where it goes on until its extension is answered; null while that is not answered. */
export function runsUntil(events: readonly ConsentEvent[]): Day | null {
  const conditions = laidDown(events)
  if (!conditions) return null
  const last = lastDayInForce(events, conditions)
  return last === NEVER ? null : last
}

/** Procedure and effect on a day; with `knownOn` only with what was written down up to and including that day. */
export function standingOn(events: readonly ConsentEvent[], on: Day, knownOn: Day | null): { readonly procedure: Procedure; readonly effect: Effect } {
  const asKnownAt = knownOn ? startOf(addDays(knownOn, 1)).subtract({ nanoseconds: 1 }) : undefined
  return { procedure: procedure(events, on, asKnownAt), effect: effect(events, on, asKnownAt) }
}

/** The conditions that were granted, or corrected since, as far as was known at a moment; null before a grant. */
export function conditionsOf(events: readonly ConsentEvent[], asKnownAt?: Instant): Conditions | null {
  return laidDown(known(events, asKnownAt))
}

/** The day of the decision, of posting or as corrected since; null before it. */
export function decidedOn(events: readonly ConsentEvent[]): Day | null {
  const corrected = events.findLast((event) => event.kind === 'paperCorrected')
  if (corrected?.kind === 'paperCorrected') return corrected.decidedOn
  return events.findLast((event) => ['granted', 'refused', 'leftUnprocessed', 'grantedInstead', 'refusedInstead'].includes(event.kind))?.on ?? null
}

/** Whether it was taken over from paper and the municipality did not say yet whether that is right. */
export function paperWaits(events: readonly ConsentEvent[]): boolean {
  return isPaper(events) && !events.some(({ kind }) => kind === 'paperConfirmed' || kind === 'paperCorrected')
}

/** Whether it was decided on paper, before the cooperative began here. */
export function isPaper(events: readonly ConsentEvent[]): boolean {
  return events.some((event) => event.kind === 'sent' && event.sentBy === 'paper')
}

/** A suspension or withdrawal that was written down and has not begun on a day; the last one, or null. */
export function plannedChange(events: readonly ConsentEvent[], on: Day, asKnownAt?: Instant): PlannedChange | null {
  const facts = known(events, asKnownAt)
  const planned = facts.findLast((event, index) => isChange(event) && event.from > on && !isCancelled(facts, index))
  return planned && isChange(planned) ? planned : null
}

/** What may follow by procedure and effect alone. */
export function nextSteps(at: Procedure, does: Effect): readonly Step[] {
  return NEXT_STEPS[at][does]
}

/** What may follow today. What is planned already is not offered once more, but can be called off. */
export function stepsOn(events: readonly ConsentEvent[], today: Day): readonly Step[] {
  const follow = nextSteps(procedure(events, today), effect(events, today))
  const open = follow.filter((step) => isOpen(step, events, today))
  const steps: readonly Step[] = paperWaits(events) ? ['confirmPaper', ...open] : open
  const planned = plannedChange(events, today)
  if (!planned) return steps
  const again = planned.kind === 'suspended' ? 'suspend' : 'withdrawConsent'
  return [...steps.filter((step) => step !== again), 'cancelChange']
}

// What is asked once, or only answers something that is open.
function isOpen(step: Step, events: readonly ConsentEvent[], today: Day): boolean {
  if (step === 'leaveUnprocessed') return unansweredSince(events, today) !== null
  if (step === 'tellDelay') return !events.some((event) => event.kind === 'delayTold')
  if (step === 'noteAdvice') return openAdvice(events).length > 0
  return step === 'openReview' ? !reviewIsOpen(events) : step !== 'closeReview' || reviewIsOpen(events)
}

/** Refuses unless the municipality may decide now: the request was sent, nothing was decided yet, and the decision is whole. */
export function mayBeDecided(events: readonly ConsentEvent[], decision: ConsentEvent, today: Day): void {
  const at = procedure(events, today)
  if (at === 'draft') refuse(nl.refusals.notSentYet)
  const decided = TRANSITIONS_OF[at][decision.kind] === undefined
  if (decided && decision.kind === 'leftUnprocessed' && at === 'waiting') refuse(nl.refusals.notAskedYet)
  if (decided) refuse(nl.refusals.alreadyDecided, {}, { kind: 'conflict' })
  if (decision.on > today) refuse(nl.refusals.dayInFuture, {}, { field: 'on' })
  mayBeLeft(events, decision)
  const received = events.find((event) => event.kind === 'sent')?.on
  if (received && decision.on < received) refuse(nl.refusals.beforeReceipt, { received: longDay(received) }, { field: 'on' })
  if (decision.kind === 'granted') mayBeLaidDown(decision.conditions)
  // Awb art. 3:46: a decision rests on a reason that can be read.
  else if ('reason' in decision && decision.reason.trim().length < 10) refuse(nl.refusals.reasonMissing, {}, { field: 'reason' })
}

/** Refuses unless this event may follow now. */
export function mayFollow(events: readonly ConsentEvent[], step: Step, today: Day): void {
  if (!stepsOn(events, today).includes(step) && !remedySteps(events, today).includes(step)) refuse(nl.refusals.notNow, {}, { kind: 'conflict' })
}

/** Refuses a resumption from before the suspension that it ends: what was suspended stays so for the days that have been. */
export function mayResume(events: readonly ConsentEvent[], from: Day, today: Day): void {
  const suspended = events.findLast((event) => event.kind === 'suspended' && event.from <= today)
  if (suspended?.kind === 'suspended' && from < suspended.from) refuse(nl.refusals.resumesTooEarly, { day: longDay(suspended.from) }, { field: 'from' })
}

/** Later than any day that somebody lays down. */
const NEVER = '9999-12-31' as Day

const TRANSITIONS_OF: Record<Procedure, Partial<Record<ConsentEventKind, Procedure>>> = TRANSITIONS

// Before a grant there is no effect, so only one column can be reached; the others stay empty on purpose.
function before(steps: readonly Step[]): Record<Effect, readonly Step[]> {
  return { none: steps, upcoming: [], inForce: [], suspended: [], ended: [] }
}

/** Refuses a correction that is not whole, or of a decision that lies in the future. */
export function mayBeCorrected(correction: { readonly decidedOn: Day; readonly conditions: Conditions }, today: Day): void {
  if (correction.decidedOn > today) refuse(nl.refusals.dayInFuture, {}, { field: 'decidedOn' })
  mayBeLaidDown(correction.conditions)
}

function laidDown(facts: readonly ConsentEvent[]): Conditions | null {
  const last = facts.findLast((event) => event.kind === 'granted' || event.kind === 'paperCorrected' || event.kind === 'grantedInstead')
  return last && 'conditions' in last ? last.conditions : null
}

/** Refuses conditions that contradict themselves. */
export function mayBeLaidDown(conditions: Conditions): void {
  if (conditions.until < conditions.from) refuse(nl.refusals.untilBeforeFrom, {}, { field: 'until' })
  if (conditions.statementRhythm !== 'none' && (conditions.statementDay < 1 || conditions.statementDay > 28))
    refuse(nl.refusals.statementDay, {}, { field: 'statementDay' })
}

function isSuspended(facts: readonly ConsentEvent[], on: Day): boolean {
  return facts.some((event, index) => {
    if (event.kind !== 'suspended' || !within(on, event.from, event.until) || isCancelled(facts, index)) return false
    return !facts.slice(index).some((later) => later.kind === 'resumed' && later.from >= event.from && later.from <= on)
  })
}

function lastDayInForce(facts: readonly ConsentEvent[], { until }: Conditions): Day {
  const last = facts.findLast(({ kind }) => kind === 'extensionAsked' || kind === 'extensionAnswered')
  if (last?.kind === 'extensionAnswered') return laterDay(until, addDays(last.from, -1))
  return last?.kind === 'extensionAsked' && last.runsOn ? NEVER : until
}

function isChange(event: ConsentEvent): event is PlannedChange {
  return event.kind === 'suspended' || event.kind === 'consentWithdrawn'
}

function isCancelled(facts: readonly ConsentEvent[], index: number): boolean {
  const event = facts[index]
  if (!event || !isChange(event)) return false
  return facts.slice(index + 1).some((later) => later.kind === 'changeCancelled' && later.of === event.kind && later.from === event.from)
}

function known(events: readonly ConsentEvent[], asKnownAt?: Instant): readonly ConsentEvent[] {
  return events
    .filter((event) => !asKnownAt || Temporal.Instant.compare(event.recordedAt, asKnownAt) <= 0)
    .toSorted((a, b) => Temporal.Instant.compare(a.recordedAt, b.recordedAt))
}
