import { expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { EQUATED_DAYS, type EquatedFact, equatedFrom } from './equated.rules.ts'

const fact = (on: string, equated: boolean, at: string | null, doubt: string | null = null): EquatedFact => ({
  on: day(on),
  source: 'Verzonnen besluit',
  doubt,
  equated,
  countsSince: at === null ? null : Temporal.Instant.from(at),
})
const days = (facts: EquatedFact[]) => equatedFrom(facts).map(({ on }) => on)

test('what came with this version counts, the earliest first', () => {
  expect(days(EQUATED_DAYS.toReversed().map((each) => ({ ...each, equated: true, countsSince: null })))).toEqual([
    '2026-01-02',
    '2026-05-15',
    '2027-05-07',
    '2028-04-28',
    '2028-05-26',
  ])
})

test('of each day what was confirmed last is what counts, in whatever order it is read', () => {
  const came = fact('2027-05-07', true, null, 'Nog te bevestigen')
  const away = fact('2027-05-07', false, '2026-12-01T09:00:00Z')
  const back = fact('2027-05-07', true, '2026-12-01T09:00:00.5Z')
  expect(days([came, away])).toEqual([])
  expect(days([away, came])).toEqual([])
  expect(equatedFrom([back, away, came])).toEqual([{ on: '2027-05-07', source: 'Verzonnen besluit', doubt: null }])
})
