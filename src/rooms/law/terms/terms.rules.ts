import { addDays, type Day, daysBetween, earlierDay, laterDay } from '#kit/day.ts'
import type { LegalAmount } from '../amounts/amounts.rules.ts'
import { defaultTerms } from './late.rules.ts'
import { decideObjectionTerm, mendObjectionTerm } from './objection.rules.ts'
import {
  afterFreeDays,
  answerTo,
  daysIn,
  first,
  type IsFree,
  last,
  type Pause,
  pausesOf,
  type Span,
  standingOf,
  type Term,
  type TermEvent,
  type TermSettings,
  type TermStanding,
  type TermStep,
  unusedOn,
} from './term.rules.ts'

const DECIDE_WEEKS = 8
const FOUR_WEEKS = 28
const SIX_WEEKS = 42

/**
 * Every term of a request on a day, with how its last day was come to. Awb 4:5, 4:13, 4:14, 4:15, 4:17, 6:6, 6:7, 6:8, 7:10, 7:14; Algemene termijnenwet 1 and 4.
 * `amounts` are asked for the penalty only. Refuses when the penalty of a day is missing there.
 */
export function termsOf(events: readonly TermEvent[], settings: TermSettings, on: Day, isFree: IsFree, amounts: readonly LegalAmount[]): readonly Term[] {
  const known = events.filter((event) => event.on <= on)
  const decide = decideTerm(known, settings, on, isFree)
  if (!decide) return []
  const object = objectTerm(known, on, isFree)
  const objected = last(known, 'objected')
  const decideObjection = object && objected ? decideObjectionTerm(known, object, settings, on, isFree) : null
  return [
    ...completeTerm(known, on),
    ...leaveUnprocessedTerm(known, on, isFree),
    decide,
    ...tellDelayTerm(known, decide, on),
    ...defaultTerms(known, decide, first(known, 'notified')?.on ?? null, on, amounts),
    ...(object ? [object] : []),
    ...(object && objected ? mendObjectionTerm(known, on) : []),
    ...(decideObjection ? [decideObjection] : []),
    // Awb 7:14: what is said of default and penalty holds for the decision on an objection too.
    ...(decideObjection ? defaultTerms(known, decideObjection, last(known, 'objectionNotified')?.on ?? null, on, amounts) : []),
    ...appealTerm(known, on, isFree),
  ]
}

/**
 * The term to decide, or null before the request was received (Awb 4:13, 4:14, 4:15). What is asked or told after the last day changes nothing: no term is
 * left. A day that was told moves the eight weeks (4:14(3)), and no term of the municipality's own rule (4:14(1)).
 */
export function decideTerm(events: readonly TermEvent[], settings: Pick<TermSettings, 'ownWeeks'>, on: Day, isFree: IsFree): Term | null {
  const received = first(events, 'received')
  if (!received) return null
  const { ownWeeks } = settings
  const days = (ownWeeks ?? DECIDE_WEEKS) * 7
  const article = ownWeeks === null ? 'Awb 4:13 lid 2' : 'Awb 4:13 lid 1'
  const inTime = (place: number, day: Day) => day <= (decideTerm(events.slice(0, place), settings, day, isFree)?.last ?? day)
  const pauses = pausesOf(events, 'moreAsked', 'completed', earlierDay(on, first(events, 'notified')?.on ?? on)).filter(({ place, from }) =>
    inTime(place, from),
  )
  const waits = events.filter((event, place) => event.kind === 'waitingAgreed' && inTime(place, event.on)).flatMap(spanOfWait)
  const still = daysIn(pauses.map(spanOfPause))
  const agreed = daysIn([...pauses.map(spanOfPause), ...waits]) - still
  const plain = addDays(received.on, days)
  // The Algemene termijnenwet is about terms of a statute: not about a by-law's own term, nor a day that was named (4:14).
  const moved = (day: Day) => (ownWeeks === null ? afterFreeDays(day, isFree) : day)
  const stood = addDays(plain, still + agreed)
  const byStatute = moved(stood)
  const delay = last(events, 'delayTold')
  const named = namedDays(events, ownWeeks === null && delay !== undefined && inTime(events.indexOf(delay), delay.on) ? delay : null, byStatute)
  const latest = named.at(-1)
  const end = latest?.on ?? byStatute
  const other =
    delay && ownWeeks !== null && !latest ? laterDay(delay.until, byStatute) : moved(addDays(stood, pauses.filter(({ completed }) => completed).length))
  const steps: TermStep[] = [
    { what: 'received', days: 0, on: received.on, article: '' },
    { what: 'weeks', days, on: plain, article },
    ...(still > 0 ? [{ what: 'stoodStill', days: still, on: addDays(plain, still), article: 'Awb 4:15' } as const] : []),
    ...(agreed > 0 ? [{ what: 'agreedToWait', days: agreed, on: stood, article: 'Awb 4:15 lid 2' } as const] : []),
    ...named.map(({ what, on: day, article: by }, place) => ({ what, days: daysBetween(named[place - 1]?.on ?? stood, day), on: day, article: by })),
    ...(!latest && end !== stood ? [{ what: 'notAWorkingDay', days: daysBetween(stood, end), on: end, article: 'Algemene termijnenwet 1' } as const] : []),
  ]
  const done = first(events, 'notified')
  const standsStill = !done && pauses.some(({ open }) => open)
  return {
    term: 'decide',
    who: 'municipality',
    first: null,
    last: end,
    standing: standsStill ? 'still' : standingOf(done?.on ?? null, end, on),
    article: latest?.article ?? article,
    steps,
    otherReading: latest || other === end ? null : other,
    cents: null,
  }
}

type Named = { readonly what: 'newDay' | 'agreedToWait'; readonly on: Day; readonly article: string }

// The days that were told and agreed to, later than the term itself, in their order.
function namedDays(events: readonly TermEvent[], delay: { readonly until: Day } | null, byStatute: Day): readonly Named[] {
  const agreed = events.flatMap((event) => (event.kind === 'laterDayAgreed' ? event.until : [])).toSorted()
  const told: readonly Named[] = delay ? [{ what: 'newDay', on: delay.until, article: 'Awb 4:14' }] : []
  const days = [...told, ...agreed.slice(-1).map((on): Named => ({ what: 'agreedToWait', on, article: 'Awb 4:15 lid 2' }))]
  return days.filter(({ on }) => on > byStatute).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function spanOfPause({ from, to, completed }: Pause): Span {
  return { first: addDays(from, 1), last: completed ? addDays(to, -1) : to }
}

function spanOfWait(event: TermEvent): readonly Span[] {
  return event.kind === 'waitingAgreed' ? [{ first: addDays(event.on, 1), last: event.until }] : []
}

/** The term to object to a decision notified on a day: six weeks from the day after (Awb 6:7, 6:8; Algemene termijnenwet 1). */
export function lastDayToObject(notifiedOn: Day, isFree: IsFree): Day {
  return afterFreeDays(addDays(notifiedOn, SIX_WEEKS), isFree)
}

// Awb 4:5: the day that was given to complete a request. It is named, so it does not move.
function completeTerm(events: readonly TermEvent[], on: Day): readonly Term[] {
  const asked = last(events, 'moreAsked')
  if (!asked?.before) return []
  const done = events.find((event) => event.kind === 'completed' && event.on >= asked.on)
  const steps: readonly TermStep[] = [{ what: 'dayGiven', days: daysBetween(asked.on, asked.before), on: asked.before, article: 'Awb 4:5' }]
  const standing = standingOf(done?.on ?? null, asked.before, on)
  return [{ term: 'complete', who: 'applicant', first: null, last: asked.before, standing, article: 'Awb 4:5', steps, otherReading: null, cents: null }]
}

// Awb 4:5(4): within four weeks after the day that was given went by unused the municipality may tell that it leaves the request unprocessed.
function leaveUnprocessedTerm(events: readonly TermEvent[], on: Day, isFree: IsFree): readonly Term[] {
  const place = events.findLastIndex(({ kind }) => kind === 'moreAsked')
  const asked = events[place]
  const unused = asked?.kind === 'moreAsked' ? unusedOn(asked.before, answerTo(events, place, 'completed'), on) : null
  if (!unused || first(events, 'notified')) return []
  const plain = addDays(unused, FOUR_WEEKS)
  const end = afterFreeDays(plain, isFree)
  const article = 'Awb 4:5 lid 4'
  const steps: readonly TermStep[] = [
    { what: 'termEnded', days: 0, on: unused, article: 'Awb 4:5 lid 1' },
    { what: 'weeks', days: FOUR_WEEKS, on: plain, article },
    ...(end === plain ? [] : [{ what: 'notAWorkingDay', days: daysBetween(plain, end), on: end, article: 'Algemene termijnenwet 1' } as const]),
  ]
  const standing = on > end ? 'over' : 'running'
  return [{ term: 'leaveUnprocessed', who: 'municipality', first: addDays(unused, 1), last: end, standing, article, steps, otherReading: null, cents: null }]
}

// Awb 4:14: who cannot decide in time says so before the term is over, and names a day.
function tellDelayTerm(events: readonly TermEvent[], decide: Term, on: Day): readonly Term[] {
  if (last(events, 'delayTold') || first(events, 'notified')) return []
  const standing = decide.standing === 'still' ? 'still' : standingOf(null, decide.last, on)
  return [{ ...decide, term: 'tellDelay', standing, article: 'Awb 4:14', steps: decide.steps, otherReading: decide.otherReading }]
}

function objectTerm(events: readonly TermEvent[], on: Day, isFree: IsFree): Term | null {
  const notified = last(events, 'notified')
  if (!notified) return null
  const plain = addDays(notified.on, SIX_WEEKS)
  const end = lastDayToObject(notified.on, isFree)
  const objected = last(events, 'objected')
  return {
    term: 'object',
    who: 'applicant',
    first: addDays(notified.on, 1),
    last: end,
    standing: objected ? (objected.on <= end ? 'met' : 'missed') : on > end ? 'over' : 'running',
    article: 'Awb 6:7 en 6:8',
    steps: sixWeeks(notified.on, plain, end),
    otherReading: null,
    cents: null,
  }
}

function appealTerm(events: readonly TermEvent[], on: Day, isFree: IsFree): readonly Term[] {
  const notified = last(events, 'objectionNotified')
  if (!notified) return []
  const plain = addDays(notified.on, SIX_WEEKS)
  const end = afterFreeDays(plain, isFree)
  const done = last(events, 'appealed')
  const standing: TermStanding = done ? (done.on <= end ? 'met' : 'missed') : on > end ? 'over' : 'running'
  const steps = sixWeeks(notified.on, plain, end)
  return [
    {
      term: 'appeal',
      who: 'applicant',
      first: addDays(notified.on, 1),
      last: end,
      standing,
      article: 'Awb 6:7 en 6:8',
      steps,
      otherReading: null,
      cents: null,
    },
  ]
}

function sixWeeks(notifiedOn: Day, plain: Day, end: Day): readonly TermStep[] {
  return [
    { what: 'notified', days: 0, on: notifiedOn, article: 'Awb 3:41' },
    { what: 'weeks', days: SIX_WEEKS, on: plain, article: 'Awb 6:7 en 6:8' },
    ...(end !== plain ? [{ what: 'notAWorkingDay', days: daysBetween(plain, end), on: end, article: 'Algemene termijnenwet 1' } as const] : []),
  ]
}
