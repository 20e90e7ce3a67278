import { type Day, daysBetween } from '#kit/day.ts'
import type { Term } from '#rooms/law'
import type { ConsentEvent, DecisionKind } from '../events/events.rules.ts'
import { remediesOn } from '../remedies/remedies.rules.ts'
import { LEGAL_TERMS, procedureTerms, remedyTerms } from './terms.rules.ts'

/** Days before a last day on which whoever must act is told: four, two and one week. */
export const REMIND_DAYS = [28, 14, 7] as const

/** Whoever got what was asked needs no word about objecting; the page shows that term all the same. */
const AGAINST_SOMEBODY: readonly DecisionKind[] = ['refused', 'leftUnprocessed', 'suspended', 'consentWithdrawn', 'refusedInstead']

/** The terms that end in exactly four, two or one week and on which this side must act; told once each, for the job runs once a day. */
export function remindersOf(events: readonly ConsentEvent[], who: Term['who'], on: Day, isFree: (on: Day) => boolean): readonly Term[] {
  const against = remediesOn(events, on).flatMap(({ decision }) =>
    remedyTerms(events, decision, LEGAL_TERMS, on, isFree).filter(({ term }) => term !== 'object' || AGAINST_SOMEBODY.includes(decision.kind)),
  )
  return [...procedureTerms(events, LEGAL_TERMS, on, isFree), ...against].filter(
    (term) =>
      term.who === who &&
      term.standing === 'running' &&
      !['tellDelay', 'penalty', 'tellDefault'].includes(term.term) &&
      (REMIND_DAYS as readonly number[]).includes(daysBetween(on, term.last)),
  )
}
