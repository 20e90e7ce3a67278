import { addDays, type Day, daysBetween, earlierDay, laterDay } from '#kit/day.ts'
import type { LegalAmount } from '../amounts/amounts.rules.ts'
import { defaultTerms } from './late.rules.ts'
import { decideObjectionTerm, mendObjectionTerm } from './objection.rules.ts'
import {
  afterFreeDays,
  answerTo,
  first,
  type IsFree,
  last,
  pausesOf,
  standingOf,
  stoodStill,
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
 * Every term of a request on a day, with how its last day was come to. Awb 4:5, 4:13, 4:14, 4:15, 4:17, 6:6, 6:7, 6:8, 7:10; Algemene termijnenwet 1 and 4.
 * `amounts` are asked for the penalty only. Refuses when the penalty of a day is missing there.
 */
export function termsOf(events: readonly TermEvent[], settings: TermSettings, on: Day, isFree: IsFree, amounts: readonly LegalAmount[]): readonly Term[] {
  const known = events.filter((event) => event.on <= on)
  const decide = decideTerm(known, settings, on, isFree)
  if (!decide) return []
  const object = objectTerm(known, on, isFree)
  const objected = last(known, 'objected')
  return [
    ...completeTerm(known, on),
    ...leaveUnprocessedTerm(known, on, isFree),
    decide,
    ...tellDelayTerm(known, decide, on),
    ...defaultTerms(known, decide, on, amounts),
    ...(object ? [object] : []),
    ...(object && objected ? mendObjectionTerm(known, on) : []),
    ...(object && objected ? [decideObjectionTerm(known, object, settings, on, isFree)] : []),
    ...appealTerm(known, on, isFree),
  ]
}

/** The term to decide, or null before the request was received (Awb 4:13, 4:14, 4:15). */
export function decideTerm(events: readonly TermEvent[], { ownWeeks }: Pick<TermSettings, 'ownWeeks'>, on: Day, isFree: IsFree): Term | null {
  const received = first(events, 'received')
  if (!received) return null
  const days = (ownWeeks ?? DECIDE_WEEKS) * 7
  const article = ownWeeks === null ? 'Awb 4:13 lid 2' : 'Awb 4:13 lid 1'
  const pauses = pausesOf(events, 'moreAsked', 'completed', earlierDay(on, first(events, 'notified')?.on ?? on))
  const still = pauses.reduce((all, pause) => all + stoodStill(pause), 0)
  const waits = events.flatMap((event) => (event.kind === 'waitingAgreed' ? Math.max(0, daysBetween(event.on, event.until)) : []))
  const agreed = waits.reduce((all, each) => all + each, 0)
  const plain = addDays(received.on, days)
  const delay = last(events, 'delayTold')
  // The Algemene termijnenwet is about terms of a statute: not about a by-law's own term, nor a day that was named (4:14).
  const moved = (day: Day) => (ownWeeks === null && !delay ? afterFreeDays(day, isFree) : day)
  const stood = addDays(plain, still + agreed)
  const end = delay ? laterDay(delay.until, stood) : moved(stood)
  const other = moved(addDays(stood, pauses.filter(({ completed }) => completed).length))
  const steps: TermStep[] = [
    { what: 'received', days: 0, on: received.on, article: '' },
    { what: 'weeks', days, on: plain, article },
    ...(still > 0 ? [{ what: 'stoodStill', days: still, on: addDays(plain, still), article: 'Awb 4:15' } as const] : []),
    ...(agreed > 0 ? [{ what: 'agreedToWait', days: agreed, on: stood, article: 'Awb 4:15 lid 2' } as const] : []),
    ...(delay ? [{ what: 'newDay', days: daysBetween(stood, end), on: end, article: 'Awb 4:14' } as const] : []),
    ...(!delay && end !== stood ? [{ what: 'notAWorkingDay', days: daysBetween(stood, end), on: end, article: 'Algemene termijnenwet 1' } as const] : []),
  ]
  const done = first(events, 'notified')
  const standsStill = !done && pauses.some(({ open }) => open)
  return {
    term: 'decide',
    who: 'municipality',
    first: null,
    last: end,
    standing: standsStill ? 'still' : standingOf(done?.on ?? null, end, on),
    article: delay ? 'Awb 4:14' : article,
    steps,
    otherReading: delay || other === end ? null : other,
    cents: null,
  }
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
