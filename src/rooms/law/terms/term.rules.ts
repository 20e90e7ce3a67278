import { addDays, type Day, daysBetween, laterDay, weekday } from '#kit/day.ts'
import type { Cents } from '#kit/money.ts'

/** Why a decision on an objection may come later still (Awb 7:10(4)(a), (b) and (c)). */
export const FURTHER_DELAY_GROUNDS = ['everyoneAgrees', 'objectorAgrees', 'procedure'] as const
export type FurtherDelayGround = (typeof FURTHER_DELAY_GROUNDS)[number]

/** What happened to a request, with the day on which it counts in law. */
export type TermEvent =
  | { readonly kind: 'received'; readonly on: Day }
  /** Asked for more (Awb 4:5, 4:15), with the last day that was given for it. */
  | { readonly kind: 'moreAsked'; readonly on: Day; readonly before: Day | null }
  | { readonly kind: 'completed'; readonly on: Day }
  /** The applicant agreed in writing to wait (Awb 4:15(2)(a)), from a day up to and including another. */
  | { readonly kind: 'waitingAgreed'; readonly on: Day; readonly until: Day }
  /** The applicant agreed in writing that the decision comes by a later day (Awb 4:15(2)(a)): that one is the last day, and no day is added to it. */
  | { readonly kind: 'laterDayAgreed'; readonly on: Day; readonly until: Day }
  /** Told that it takes longer, with the new last day (Awb 4:14). */
  | { readonly kind: 'delayTold'; readonly on: Day; readonly until: Day }
  /** The decision was posted, or sent to whoever opted in (Awb 2:14, 3:41). */
  | { readonly kind: 'notified'; readonly on: Day }
  /** Told in writing that the decision is late (Awb 4:17(3)). */
  | { readonly kind: 'defaultTold'; readonly on: Day }
  | { readonly kind: 'objected'; readonly on: Day }
  /** Asked to mend a shortcoming of the objection (Awb 6:6), with the last day that was given for it. */
  | { readonly kind: 'objectionMendAsked'; readonly on: Day; readonly before: Day }
  | { readonly kind: 'objectionMended'; readonly on: Day }
  /** The decision on the objection was put off by so many weeks (Awb 7:10(3)). */
  | { readonly kind: 'objectionPutOff'; readonly on: Day; readonly weeks: number }
  /** Further delay of the decision on the objection, to a day (Awb 7:10(4)). */
  | { readonly kind: 'objectionDelayed'; readonly on: Day; readonly until: Day; readonly ground: FurtherDelayGround }
  | { readonly kind: 'objectionNotified'; readonly on: Day }
  | { readonly kind: 'appealed'; readonly on: Day }

/** What differs between municipalities. */
export type TermSettings = {
  /** Weeks to decide by a rule of the municipality's own (Awb 4:13(1)); null takes the eight of 4:13(2). */
  readonly ownWeeks: number | null
  /** Whether a committee advises on objections (Awb 7:13): twelve weeks instead of six. */
  readonly committee: boolean
}

export const TERMS = [
  'complete',
  'leaveUnprocessed',
  'decide',
  'tellDelay',
  'tellDefault',
  'penalty',
  'object',
  'mendObjection',
  'decideObjection',
  'appeal',
] as const
export type TermName = (typeof TERMS)[number]

/** A line of how a last day was come to: what was done, by how many days, where it led, by which article. */
export type TermStep = {
  readonly what:
    | 'received'
    | 'weeks'
    | 'stoodStill'
    | 'agreedToWait'
    | 'newDay'
    | 'notAWorkingDay'
    | 'notified'
    | 'dayGiven'
    | 'termEnded'
    | 'putOff'
    | 'furtherDelay'
    | 'told'
  readonly days: number
  readonly on: Day
  readonly article: string
}

/** `running`: the last day is to come; `still`: the clock stands still; `met` and `missed` as it went; `over`: it passed and nobody had to act. */
export type TermStanding = 'running' | 'still' | 'met' | 'missed' | 'over'

export type Term = {
  readonly term: TermName
  /** Whose turn it is. */
  readonly who: 'municipality' | 'applicant'
  /** The first day on which it can be done, where that is not at once. */
  readonly first: Day | null
  readonly last: Day
  readonly standing: TermStanding
  readonly article: string
  readonly steps: readonly TermStep[]
  /** Where offices read the law differently: the last day by that reading. */
  readonly otherReading: Day | null
  /** What the penalty came to up to and including the day that was asked, in cents; of the penalty only. */
  readonly cents: Cents | null
}

export type IsFree = (on: Day) => boolean

/** The first day from a day on that is no Saturday, Sunday or free day (Algemene termijnenwet 1). */
export function afterFreeDays(on: Day, isFree: IsFree): Day {
  let day = on
  while (weekday(day) > 5 || isFree(day)) day = addDays(day, 1)
  return day
}

/** Met or missed by what was done, running or missed while nothing was. */
export function standingOf(done: Day | null, end: Day, on: Day): TermStanding {
  if (done) return done <= end ? 'met' : 'missed'
  return on > end ? 'missed' : 'running'
}

export function first<K extends TermEvent['kind']>(events: readonly TermEvent[], kind: K): Extract<TermEvent, { kind: K }> | undefined {
  return events.find((event): event is Extract<TermEvent, { kind: K }> => event.kind === kind)
}

export function last<K extends TermEvent['kind']>(events: readonly TermEvent[], kind: K): Extract<TermEvent, { kind: K }> | undefined {
  return events.findLast((event): event is Extract<TermEvent, { kind: K }> => event.kind === kind)
}

/** A time that stood still: after which day, to which, where it was asked, whether the answer ended it, and whether it still goes on. */
export type Pause = { readonly place: number; readonly from: Day; readonly to: Day; readonly completed: boolean; readonly open: boolean }

type Asked = 'moreAsked' | 'objectionMendAsked'
type Answered = 'completed' | 'objectionMended'

/** What stood still up to a day (Awb 4:15(1), 7:10(2)): until what was asked came, or through the day that was given where that went by unused. */
export function pausesOf(events: readonly TermEvent[], asked: Asked, answered: Answered, until: Day): readonly Pause[] {
  return events.flatMap((event, place): Pause[] => {
    if (event.kind !== asked || !('before' in event)) return []
    const answer = answerTo(events, place, answered)
    const unused = unusedOn(event.before, answer, until)
    const completed = answer !== null && !unused
    return [{ place, from: event.on, to: completed ? answer : (unused ?? until), completed, open: !completed && !unused }]
  })
}

/**
 * The days of a pause, of a term that begins after a day. The day of the question still counts and so does the day of completion: what lies between them
 * stands still, or what lies after the question through the day that was given.
 */
export function stoodStill({ from, to, completed }: Pause, beginsAfter: Day = from): number {
  return Math.max(0, daysBetween(laterDay(from, beginsAfter), to) - (completed ? 1 : 0))
}

/** Days from one up to and including another. */
export type Span = { readonly first: Day; readonly last: Day }

/** How many days lie in any of these: a day on which two things stopped the clock stood still once. */
export function daysIn(spans: readonly Span[]): number {
  let counted: Day | null = null
  let days = 0
  for (const { first, last } of spans.toSorted((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))) {
    const from = counted && counted >= first ? addDays(counted, 1) : first
    if (last < from) continue
    days += daysBetween(from, last) + 1
    counted = last
  }
  return days
}

/** The day on which the question at a place was answered: before it was asked again. */
export function answerTo(events: readonly TermEvent[], place: number, answered: Answered): Day | null {
  const since = events.slice(place + 1)
  const again = since.findIndex(({ kind }) => kind === events[place]?.kind)
  return since.slice(0, again < 0 ? since.length : again).find(({ kind }) => kind === answered)?.on ?? null
}

/** The day that was given, once it is over and nothing came by then. */
export function unusedOn(before: Day | null, answered: Day | null, on: Day): Day | null {
  return before && before < on && (!answered || answered > before) ? before : null
}
