import { addDays, type Day, daysBetween, laterDay, weekday } from '#kit/day.ts'
import type { ConsentEvent } from '../consent.rules.ts'

/** A line of the calculation that the page shows: what was done, where it led, and by which article. */
export type DeadlineStep = {
  readonly what: 'received' | 'eightWeeks' | 'stoodStill' | 'notAWorkingDay'
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

type IsFree = (on: Day) => boolean

const WEEKS = 8
const OBJECTION_WEEKS = 6

/**
 * The last day to decide on a request, with every step of the calculation; null when it was not sent.
 * Awb art. 4:13(2): eight weeks after receipt. 4:15: the term stands still from the day after the question up to the day of completion.
 */
export function decisionDeadline(events: readonly ConsentEvent[], on: Day, isFree: IsFree): Deadline | null {
  const received = events.find((event) => event.kind === 'sent')?.on
  if (!received) return null
  const pauses = pausesOf(events, on)
  const still = pauses.reduce((total, pause) => total + pause.days, 0)
  const plain = addDays(received, WEEKS * 7)
  const last = afterFreeDays(addDays(plain, still), isFree)
  const other = afterFreeDays(addDays(plain, still + pauses.filter((pause) => pause.closed).length), isFree)
  return {
    last,
    steps: stepsOf(received, plain, still, last),
    standsStill: pauses.some((pause) => !pause.closed),
    otherReading: other === last ? null : other,
  }
}

/**
 * The last day to object to a decision that was notified on a day.
 * Awb art. 6:7 and 6:8: six weeks from the day after notification; Algemene termijnenwet art. 1: not on a free day.
 */
export function lastDayToObject(notifiedOn: Day, isFree: IsFree): Day {
  return afterFreeDays(addDays(notifiedOn, OBJECTION_WEEKS * 7), isFree)
}

/** Days left up to and including the last day; 0 on the day itself, negative when it has passed. */
export function daysLeft(deadline: Deadline, today: Day): number {
  return daysBetween(today, deadline.last)
}

function pausesOf(events: readonly ConsentEvent[], on: Day): readonly { days: number; closed: boolean }[] {
  const pauses: { from: Day; days: number; closed: boolean }[] = []
  for (const event of events) {
    if (event.kind === 'moreAsked') pauses.push({ from: event.on, days: Math.max(0, daysBetween(event.on, laterDay(on, event.on))), closed: false })
    const open = pauses.at(-1)
    // The day of the question still counts and so does the day of completion: what lies between them stands still.
    if (event.kind === 'answered' && open && !open.closed) Object.assign(open, { days: Math.max(0, daysBetween(open.from, event.on) - 1), closed: true })
  }
  return pauses
}

function stepsOf(received: Day, plain: Day, still: number, last: Day): readonly DeadlineStep[] {
  const steps: DeadlineStep[] = [
    { what: 'received', days: 0, on: received, article: '' },
    { what: 'eightWeeks', days: WEEKS * 7, on: plain, article: 'Awb 4:13' },
  ]
  const paused = addDays(plain, still)
  if (still > 0) steps.push({ what: 'stoodStill', days: still, on: paused, article: 'Awb 4:15' })
  if (last !== paused) steps.push({ what: 'notAWorkingDay', days: daysBetween(paused, last), on: last, article: 'Algemene termijnenwet 1' })
  return steps
}

function afterFreeDays(on: Day, isFree: IsFree): Day {
  let day = on
  while (weekday(day) > 5 || isFree(day)) day = addDays(day, 1)
  return day
}
