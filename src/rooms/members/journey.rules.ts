import { addDays, type Day, type Instant } from '#kit/day.ts'

/** Stages of a person at a cooperative, in the order in which they are usually reached. */
export const STAGES = ['interested', 'applied', 'trial', 'member', 'former'] as const
export type Stage = (typeof STAGES)[number]

/** Why someone left. No reason is about health: that is nobody's business here. */
export const LEAVING_REASONS = ['ownWish', 'trialEnded', 'consentEnded', 'moved', 'cooperativeResolution', 'deceased'] as const
export type LeavingReason = (typeof LEAVING_REASONS)[number]

/** Where someone went. `exit` (leaving the benefit) is another idea; this is only what the person told. */
export const DESTINATIONS = ['ownEnterprise', 'paidWork', 'otherCooperative', 'education', 'benefitWithoutCooperative', 'unknown'] as const
export type Destination = (typeof DESTINATIONS)[number]

/** A step on the journey: a fact with its day, and the moment it was written down. */
export type JourneyStep = {
  readonly stage: Stage
  readonly on: Day
  /** Last day of a trial; null for the other stages. */
  readonly until: Day | null
  readonly reason: LeavingReason | null
  readonly destination: Destination | null
  readonly recordedAt: Instant
}

export type StageOnDay = {
  readonly stage: Stage
  readonly since: Day
  readonly until: Day | null
  /** The trial's last day has passed and nobody decided yet: the coach's list asks for it. */
  readonly trialOver: boolean
}

/** What may follow on what. Somebody may come back after having left, as an applicant, on trial or as a member at once. */
const MAY_FOLLOW = {
  nobody: ['interested', 'applied', 'trial', 'member'],
  interested: ['applied', 'trial', 'former'],
  applied: ['trial', 'member', 'former'],
  trial: ['trial', 'member', 'former'],
  member: ['former'],
  former: ['interested', 'applied', 'trial', 'member'],
} as const satisfies Record<Stage | 'nobody', readonly Stage[]>

/** The stage on a day, as far as was known at a moment; null when the person was not here yet. */
export function stageOn(steps: readonly JourneyStep[], on: Day, asKnownAt?: Instant): StageOnDay | null {
  const last = known(steps, asKnownAt)
    .filter((step) => step.on <= on)
    .at(-1)
  if (!last) return null
  const trialOver = last.stage === 'trial' && last.until !== null && on > last.until
  return { stage: last.stage, since: sinceOf(steps, last, asKnownAt), until: last.until, trialOver }
}

/** Which stages may be written down on a day, given what stands there. A step is never put before one that is there already. */
export function nextStages(steps: readonly JourneyStep[], on: Day): readonly Stage[] {
  const later = steps.some((step) => step.on > on)
  if (later) return []
  return MAY_FOLLOW[stageOn(steps, on)?.stage ?? 'nobody']
}

export function mayBecome(steps: readonly JourneyStep[], stage: Stage, on: Day): boolean {
  return nextStages(steps, on).includes(stage)
}

/** Whether somebody may trade under the cooperative's name by stage alone: on trial or member. */
export function mayTradeByStage(standing: StageOnDay | null): boolean {
  return standing?.stage === 'trial' || standing?.stage === 'member'
}

/** Days on which somebody was no member any more: from the first day outside up to and including the last before coming back. */
export type Outside = { readonly from: Day; readonly until: Day | null }

/** When somebody was outside, oldest first. */
export function outsideOf(steps: readonly JourneyStep[]): Outside[] {
  const all = known(steps)
  return all.flatMap((step, place) => {
    if (step.stage !== 'former' || all[place - 1]?.stage === 'former') return []
    const back = all.slice(place).find((later) => later.stage !== 'former')
    return [{ from: step.on, until: back ? addDays(back.on, -1) : null }]
  })
}

/** How often somebody has been a member: 2 for a person who left and came back. */
export function timesMember(steps: readonly JourneyStep[]): number {
  return known(steps).filter((step) => step.stage === 'member').length
}

function known(steps: readonly JourneyStep[], asKnownAt?: Instant): readonly JourneyStep[] {
  return steps
    .filter((step) => !asKnownAt || Temporal.Instant.compare(step.recordedAt, asKnownAt) <= 0)
    .toSorted((a, b) => (a.on === b.on ? Temporal.Instant.compare(a.recordedAt, b.recordedAt) : a.on < b.on ? -1 : 1))
}

// A trial that was made longer began on its first day, not on the day it was made longer.
function sinceOf(steps: readonly JourneyStep[], last: JourneyStep, asKnownAt?: Instant): Day {
  let since = last.on
  const earlier = known(steps, asKnownAt).filter((step) => step.on <= last.on)
  for (const step of earlier.toReversed()) {
    if (step.stage !== last.stage) break
    since = step.on
  }
  return since
}
