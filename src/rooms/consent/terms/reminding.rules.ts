import { addDays, type Day, daysBetween, laterDay } from '#kit/day.ts'
import type { Term, TermSettings } from '#rooms/law'
import type { ConsentEvent, DecisionKind } from '../events/events.rules.ts'
import { codeOf, remediesOn } from '../remedies/remedies.rules.ts'
import { procedureTerms, remedyTerms } from './terms.rules.ts'

/** Days before a last day on which whoever must act is told: four, two and one week. */
export const REMIND_DAYS = [28, 14, 7] as const

/** A reminder that is due: of which term, of which decision where it is about one, and how many days before the last day it should have come. */
export type Reminder = { readonly term: Term; readonly about: string; readonly daysBefore: (typeof REMIND_DAYS)[number] }

/** Whoever got what was asked needs no word about objecting; the page shows that term all the same. */
const AGAINST_SOMEBODY: readonly DecisionKind[] = ['refused', 'leftUnprocessed', 'suspended', 'consentWithdrawn', 'refusedInstead', 'reviewClosed']

/** What gives a term another last day; a reminder from before that was about the old one. */
const MOVES: readonly ConsentEvent['kind'][] = ['answered', 'delayTold', 'waitingAgreed', 'objectionPutOff', 'objectionMended', 'objectionDelayed']

/**
 * The reminders that this side should have had by a day: of every running term the closest of four, two and one week that has come, also where its own day
 * went by without a run. None whose day came before the term had this last day. Whoever sends them keeps which were sent.
 */
export function remindersOf(
  events: readonly ConsentEvent[],
  who: Term['who'],
  settingsOn: (on: Day) => TermSettings,
  on: Day,
  isFree: (on: Day) => boolean,
): readonly Reminder[] {
  const against = remediesOn(events, on).flatMap(({ decision }) =>
    remedyTerms(events, decision, settingsOn, on, isFree)
      .filter(({ term }) => term !== 'object' || AGAINST_SOMEBODY.includes(decision.kind))
      .map((term) => ({ term, about: codeOf(decision) })),
  )
  const own = procedureTerms(events, settingsOn, on, isFree).map((term) => ({ term, about: '' }))
  return [...own, ...against].flatMap(({ term, about }) => {
    if (term.who !== who || term.standing !== 'running' || ['tellDelay', 'penalty', 'tellDefault', 'leaveUnprocessed'].includes(term.term)) return []
    const since = movedOn(events, term, on)
    const daysBefore = REMIND_DAYS.findLast((days) => daysBetween(on, term.last) <= days && addDays(term.last, -days) > since)
    return daysBefore === undefined ? [] : [{ term, about, daysBefore }]
  })
}

/** The day since which a term has the last day that it has. */
function movedOn(events: readonly ConsentEvent[], term: Term, on: Day): Day {
  const [first] = term.steps
  const given = term.term === 'complete' || term.term === 'mendObjection'
  const began = given ? addDays(term.last, -(first?.days ?? 0)) : (first?.on ?? term.last)
  if (term.term === 'object' || term.term === 'appeal' || given) return began
  const moved = events.filter((event) => MOVES.includes(event.kind) && event.on <= on).map((event) => event.on)
  // The term to decide on an objection begins with a day to come, the end of the term to object.
  return moved.reduce(laterDay, term.term === 'decideObjection' ? addDays(term.last, -MOST_DAYS) : began)
}

const MOST_DAYS = 400
