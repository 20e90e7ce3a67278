import { type Day, daysBetween } from '#kit/day.ts'
import type { TermEvent } from '#rooms/law'
import { decideTerm } from '#rules/law'
import type { ConsentEvent } from '../consent.rules.ts'

/** A line of the calculation that the page shows: what was done, where it led, and by which article. */
export type DeadlineStep = {
  readonly what: 'received' | 'weeks' | 'stoodStill' | 'agreedToWait' | 'newDay' | 'notAWorkingDay'
  readonly days: number
  readonly on: Day
  readonly article: string
}

export type Deadline = {
  readonly last: Day
  readonly steps: readonly DeadlineStep[]
  /** The clock stands still now: the municipality waits for an answer. */
  readonly standsStill: boolean
  /** The other reading, where offices count the day of completion as well (decisions 6). */
  readonly otherReading: Day | null
}

/** The last day to decide on a request, with every step of the calculation (Awb art. 4:13, 4:15); null when it was not sent. */
export function decisionDeadline(events: readonly ConsentEvent[], on: Day, isFree: (on: Day) => boolean, ownWeeks: number | null = null): Deadline | null {
  const term = decideTerm(events.flatMap(termEvent), { ownWeeks }, on, isFree)
  if (!term) return null
  return { last: term.last, steps: term.steps as readonly DeadlineStep[], standsStill: term.standing === 'still', otherReading: term.otherReading }
}

/** The last day to answer a request to look at a decision again, by the term of a request (Awb art. 4:13); null where none runs. Refuses nothing. */
export function reviewDeadline(received: Day, on: Day, isFree: (on: Day) => boolean, ownWeeks: number | null): Day | null {
  return decideTerm([{ kind: 'received', on: received }], { ownWeeks }, on, isFree)?.last ?? null
}

/** Days left up to and including the last day; 0 on the day itself, negative when it has passed. */
export function daysLeft(deadline: Deadline, today: Day): number {
  return daysBetween(today, deadline.last)
}

/** What the law counts of what happened to a request. */
export function termEvent(event: ConsentEvent): TermEvent[] {
  if (event.kind === 'sent') return [{ kind: 'received', on: event.on }]
  if (event.kind === 'moreAsked') return [{ kind: 'moreAsked', on: event.on, before: event.answerBefore }]
  if (event.kind === 'delayTold') return [{ kind: event.kind, on: event.on, until: event.until }]
  // The member was asked through which day the municipality may wait, and told that this is the new last day.
  if (event.kind === 'waitingAgreed') return [{ kind: 'laterDayAgreed', on: event.on, until: event.until }]
  if (event.kind === 'defaultTold' && !event.against) return [{ kind: 'defaultTold', on: event.on }]
  return event.kind === 'answered' ? [{ kind: 'completed', on: event.on }] : []
}
