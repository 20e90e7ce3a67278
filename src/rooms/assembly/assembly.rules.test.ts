import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { mayCorrect, numberOf, problemOf, type ResolutionFacts } from './assembly.rules.ts'

const today = day('2026-11-26')
const facts: ResolutionFacts = {
  on: today,
  organ: 'assembly',
  title: 'Huisregels',
  text: 'We nemen de huisregels aan.',
  inFavour: 7,
  against: 1,
  abstained: 0,
  present: null,
  about: null,
  aboutYear: null,
  months: null,
}

describe('a resolution', () => {
  test('has a number of its year', () => {
    expect(numberOf({ year: 2026, number: 3 })).toBe('2026-3')
  })

  test.each([
    ['tomorrow is refused', { on: day('2026-11-27') }, null, 'future'],
    ['today is fine', {}, null, null],
    ['keeps its year when it is mended', { on: day('2025-12-31') }, 2026, 'otherYear'],
    ['of the board does not adopt the accounts', { organ: 'board', about: 'annualAccounts', aboutYear: 2025 }, null, 'notTheirs'],
    ['of the members does', { about: 'annualAccounts', aboutYear: 2025 }, null, null],
    ['about the accounts of next year is refused', { about: 'annualAccounts', aboutYear: 2027 }, null, 'aboutYear'],
    ['about the accounts of no year is refused', { about: 'annualAccounts' }, null, 'aboutYear'],
    ['in which nobody voted is refused', { inFavour: 0, against: 0, abstained: null }, null, 'nobodyVoted'],
    ['without a count is fine', { inFavour: null, against: null, abstained: null }, null, null],
  ] as const)('%s', (_, other, year, problem) => {
    expect(problemOf({ ...facts, ...other }, today, year)).toBe(problem)
  })

  test('is mended within a day, to the second, and not once it was replaced', () => {
    const recordedAt = Temporal.Instant.from('2026-11-26T10:00:00Z')
    const at = (text: string) => Temporal.Instant.from(text)
    expect(mayCorrect({ recordedAt, replacedBy: null }, at('2026-11-27T09:59:59Z'))).toBe(true)
    expect(mayCorrect({ recordedAt, replacedBy: null }, at('2026-11-27T10:00:00Z'))).toBe(false)
    expect(mayCorrect({ recordedAt, replacedBy: 'x' as never }, at('2026-11-26T11:00:00Z'))).toBe(false)
  })
})
