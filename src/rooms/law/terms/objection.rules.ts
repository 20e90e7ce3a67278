import { addDays, type Day, daysBetween, earlierDay, laterDay } from '#kit/day.ts'
import {
  afterFreeDays,
  type FurtherDelayGround,
  first,
  type IsFree,
  last,
  type Pause,
  pausesOf,
  standingOf,
  stoodStill,
  type Term,
  type TermEvent,
  type TermSettings,
  type TermStep,
} from './term.rules.ts'

const SIX_WEEKS = 42
const TWELVE_WEEKS = 84
const MOST_PUT_OFF_WEEKS = 6
/** The Algemene termijnenwet holds for terms of at most twelve weeks (art. 4). */
const LONGEST_MOVED_DAYS = 84

const PART_OF: Readonly<Record<FurtherDelayGround, string>> = { everyoneAgrees: 'a', objectorAgrees: 'b', procedure: 'c' }

/** The day that was given to mend a shortcoming of the objection (Awb 6:6). It is named, so it does not move. */
export function mendObjectionTerm(events: readonly TermEvent[], on: Day): readonly Term[] {
  const asked = last(events, 'objectionMendAsked')
  if (!asked) return []
  const done = first(events.slice(events.indexOf(asked)), 'objectionMended')
  const steps: readonly TermStep[] = [{ what: 'dayGiven', days: daysBetween(asked.on, asked.before), on: asked.before, article: 'Awb 6:6' }]
  const standing = standingOf(done?.on ?? null, asked.before, on)
  return [{ term: 'mendObjection', who: 'applicant', first: null, last: asked.before, standing, article: 'Awb 6:6', steps, otherReading: null, cents: null }]
}

/**
 * The term to decide on an objection (Awb 7:10): (1) counted from the day after the one on which the term to object is over; (2) it stands still while a
 * shortcoming is to be mended; (3) put off once, at most six weeks; (4) further delay to a day that was named. In that order.
 */
export function decideObjectionTerm(events: readonly TermEvent[], object: Term, settings: TermSettings, on: Day, isFree: IsFree): Term {
  const done = last(events, 'objectionNotified')
  const put = last(events, 'objectionPutOff')
  const delay = last(events, 'objectionDelayed')
  const days = settings.committee ? TWELVE_WEEKS : SIX_WEEKS
  const off = put ? Math.min(MOST_PUT_OFF_WEEKS, put.weeks) * 7 : 0
  const pauses = pausesOf(events, 'objectionMendAsked', 'objectionMended', earlierDay(on, done?.on ?? on)).filter(
    // What is asked after the last day stops nothing: no term is left.
    ({ place, from }) => from <= decideObjectionTerm(events.slice(0, place), object, settings, from, isFree).last,
  )
  // A term that has not begun cannot stand still: it begins on the day after the one on which the term to object is over.
  const still = sum(pauses.map((pause) => stoodStill(pause, object.last)))
  const plain = addDays(object.last, days)
  const stood = addDays(plain, still + off)
  const byStatute = days + off <= LONGEST_MOVED_DAYS ? afterFreeDays(stood, isFree) : stood
  const end = delay ? laterDay(delay.until, byStatute) : byStatute
  const named = delay !== undefined && end > byStatute
  const steps: TermStep[] = [
    { what: 'termEnded', days: 0, on: object.last, article: 'Awb 7:10 lid 1' },
    { what: 'weeks', days, on: plain, article: 'Awb 7:10 lid 1' },
    ...(still > 0 ? [{ what: 'stoodStill', days: still, on: addDays(plain, still), article: 'Awb 7:10 lid 2' } as const] : []),
    ...(off > 0 ? [{ what: 'putOff', days: off, on: stood, article: 'Awb 7:10 lid 3' } as const] : []),
    ...(!named && end !== stood ? [{ what: 'notAWorkingDay', days: daysBetween(stood, end), on: end, article: 'Algemene termijnenwet 1' } as const] : []),
    ...(named ? [{ what: 'furtherDelay', days: daysBetween(stood, end), on: end, article: `Awb 7:10 lid 4 onder ${PART_OF[delay.ground]}` } as const] : []),
  ]
  const other = named
    ? addDays(end, sum(pauses.filter(({ place }) => place > events.indexOf(delay)).map((pause) => stoodStill(pause))))
    : afterFreeDays(addDays(plain, off + sum(pauses.map(atMost))), isFree)
  const standsStill = !done && on > object.last && pauses.some(({ open }) => open)
  return {
    term: 'decideObjection',
    who: 'municipality',
    first: null,
    last: end,
    standing: standsStill ? 'still' : standingOf(done?.on ?? null, end, on),
    article: 'Awb 7:10',
    steps,
    otherReading: other === end ? null : other,
    cents: null,
  }
}

// Offices that count longest let it stand still before the term began too, and on the day of mending.
function atMost(pause: Pause): number {
  return stoodStill(pause) + (pause.completed ? 1 : 0)
}

function sum(days: readonly number[]): number {
  return days.reduce((all, each) => all + each, 0)
}
