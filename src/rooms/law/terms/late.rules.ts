import { addDays, type Day, daysBetween, earlierDay } from '#kit/day.ts'
import { type Cents, fraction, plus, smallest, ZERO } from '#kit/money.ts'
import { centsOn, type LegalAmount } from '../amounts/amounts.rules.ts'
import { standingOf, type Term, type TermEvent, type TermStep } from './term.rules.ts'

const PENALTY_DAYS = 42

/**
 * Awb 4:17: after the term is over the applicant may tell so; two weeks later every day costs, at most 42 days. Of the term to decide on a request, or on an
 * objection (7:14), with the day on which that decision was notified.
 */
export function defaultTerms(events: readonly TermEvent[], decide: Term, notified: Day | null, on: Day, amounts: readonly LegalAmount[]): readonly Term[] {
  if (decide.standing === 'still') return []
  const late = addDays(decide.last, 1)
  if (notified ? notified <= decide.last : on < late) return []
  const also = decide.term === 'decideObjection' ? ' en 7:14' : ''
  const told = events.find((event) => event.kind === 'defaultTold' && event.on >= late)
  if (!told) {
    if (notified) return []
    const steps: readonly TermStep[] = [{ what: 'termEnded', days: 1, on: late, article: `Awb 4:17 lid 3${also}` }]
    return [
      {
        term: 'tellDefault',
        who: 'applicant',
        first: late,
        last: late,
        standing: 'over',
        article: `Awb 4:17 lid 3${also}`,
        steps,
        otherReading: null,
        cents: null,
      },
    ]
  }
  const begins = addDays(told.on, 15)
  if (notified && notified <= addDays(told.on, 14)) return []
  const ends = addDays(begins, PENALTY_DAYS - 1)
  // The day of the decision itself is no day of default any more.
  const until = notified ? earlierDay(earlierDay(addDays(notified, -1), ends), on) : earlierDay(ends, on)
  return [
    {
      term: 'penalty',
      who: 'municipality',
      first: begins,
      last: ends,
      standing: standingOf(notified, addDays(told.on, 14), on) === 'running' ? 'running' : notified ? 'met' : on > ends ? 'over' : 'missed',
      article: `Awb 4:17${also}`,
      steps: [
        { what: 'told', days: 0, on: told.on, article: 'Awb 4:17 lid 3' },
        { what: 'weeks', days: 14, on: addDays(told.on, 14), article: 'Awb 4:17 lid 3' },
        { what: 'weeks', days: PENALTY_DAYS, on: ends, article: 'Awb 4:17 lid 1' },
      ],
      otherReading: addDays(ends, -1),
      cents: until < begins ? ZERO : penaltyFor(daysBetween(begins, until) + 1, begins, amounts),
    },
  ]
}

/** What so many days of default come to, in cents, by the amounts of the first of them. */
function penaltyFor(days: number, from: Day, amounts: readonly LegalAmount[]): Cents {
  const part = (code: 'penaltyFirst' | 'penaltySecond' | 'penaltyThird', count: number) =>
    fraction(centsOn(amounts, code, from), BigInt(Math.max(0, Math.min(14, count))), 1n)
  const all = plus(plus(part('penaltyFirst', days), part('penaltySecond', days - 14)), part('penaltyThird', days - 28))
  return smallest(all, centsOn(amounts, 'penaltyMost', from))
}
