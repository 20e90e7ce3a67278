import type { Day, Instant } from '#kit/day.ts'
import { dayOf, longDay } from '#kit/day.ts'
import { refuse } from '#kit/refusal.ts'
import type { ConsentEvent, ConsentEventKind, DecisionRef } from '../events/events.rules.ts'
import type { ElectronicKind, TownRules } from '../town/town.rules.ts'
import { postingOffice } from './office.nl.ts'

/** What somebody said about mail, and when. */
export type PostingChoice = { readonly electronic: boolean; readonly chosenAt: Instant }

/** How a message reaches the member: on paper, or by mail because the member chose so on a day (Awb 2:14). */
export type Posting = { readonly by: 'post' } | { readonly by: 'mail'; readonly chosenOn: Day }

const KIND_OF: Partial<Record<ConsentEventKind, ElectronicKind>> = {
  moreAsked: 'question',
  delayTold: 'delay',
  objectionPutOff: 'delay',
  objectionMendAsked: 'question',
  objectionDelayed: 'delay',
  granted: 'decision',
  refused: 'decision',
  leftUnprocessed: 'decision',
  grantedInstead: 'decision',
  refusedInstead: 'decision',
  reviewClosed: 'decision',
  suspended: 'change',
  resumed: 'change',
  consentWithdrawn: 'change',
  changeCancelled: 'change',
  objectionDecided: 'objection',
}

/** What somebody had chosen at a moment; null where nothing was said yet. */
export function postingChoiceAt(choices: readonly PostingChoice[], at: Instant): PostingChoice | null {
  return (
    choices
      .filter(({ chosenAt }) => Temporal.Instant.compare(chosenAt, at) <= 0)
      .toSorted((a, b) => Temporal.Instant.compare(a.chosenAt, b.chosenAt))
      .at(-1) ?? null
  )
}

/** How a message went: by mail only where the town allows that kind and the member had chosen so when it was written down (Awb 2:14). */
export function postingOf(
  event: { readonly kind: ConsentEventKind; readonly recordedAt: Instant },
  choices: readonly PostingChoice[],
  rules: TownRules,
): Posting {
  const choice = postingChoiceAt(choices, event.recordedAt)
  const allowed = KIND_OF[event.kind]
  return choice?.electronic && allowed && rules.electronic.includes(allowed) ? { by: 'mail', chosenOn: dayOf(choice.chosenAt) } : { by: 'post' }
}

/** Whether an event of this kind is a letter to the member. */
export function isLetter(kind: ConsentEventKind): boolean {
  return KIND_OF[kind] !== undefined
}

/**
 * The day on which a decision was notified, from which the term to object runs (Awb 3:41, 6:8): it stood in Opbloei, or was posted. While the post still lies on
 * the desk, and for what was decided before this was kept, the day in the letter itself.
 */
export function notifiedOn(events: readonly ConsentEvent[], decision: DecisionRef): Day {
  return dayNotified(events.find(({ kind, on }) => kind === decision.kind && on === decision.on) ?? decision)
}

/** The same for one event. */
export function dayNotified(event: Pick<ConsentEvent, 'on' | 'notified'>): Day {
  return event.notified?.on ?? event.on
}

/** The letters that still have to be posted, oldest first. */
export function toPost<E extends ConsentEvent>(events: readonly E[]): readonly E[] {
  return events.filter(({ notified }) => notified?.way === 'post' && notified.on === null)
}

/** How a form names a letter: its kind, and the moment on which it was written down. */
export function letterCode({ kind, recordedAt }: Pick<ConsentEvent, 'kind' | 'recordedAt'>): string {
  return `${kind} ${recordedAt}`
}

/** Refuses a day of posting before the letter was made, or after today. */
export function mayHaveBeenPosted(on: Day, letter: Pick<ConsentEvent, 'recordedAt'>, today: Day): void {
  const made = dayOf(letter.recordedAt)
  if (on > today) refuse(postingOffice.refusals.postedInFuture, {}, { field: 'on' })
  if (on < made) refuse(postingOffice.refusals.postedBefore, { day: longDay(made) }, { field: 'on' })
}
