import { describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { bandOf, type Counted, quartersTold, totalsOf } from './totals.rules.ts'

const people = (cooperative: string, count: number, more: Partial<Counted> = {}): Counted[] =>
  Array.from({ length: count }, () => ({ cooperative, atStart: true, atEnd: true, band: 'low', ...more }))
const last = (quarters: readonly (readonly Counted[])[]) => totalsOf(quarters).at(-1) ?? []
const cell = (rows: ReturnType<typeof last>, name: string) => rows.find(({ cooperative }) => cooperative === name)?.counts

describe('a quarter', () => {
  test('is told from the day after the month that follows it', () => {
    const firsts = (today: string) => quartersTold(month('2026-02'), day(today)).map(({ first }) => first)
    expect(firsts('2026-04-30')).toEqual([])
    expect(firsts('2026-05-01')).toEqual(['2026-01'])
    expect(firsts('2026-11-01')).toEqual(['2026-01', '2026-04', '2026-07'])
  })

  test.each([
    [null, 'none'],
    [-1n, 'zero'],
    [0n, 'zero'],
    [1n, 'low'],
    [100_000n, 'low'],
    [100_001n, 'middle'],
    [300_001n, 'high'],
  ] as const)('a turnover of %s cents is %s', (cents, band) => {
    expect(bandOf(cents)).toBe(band)
  })
})

describe('totals', () => {
  test('of many are told, and nobody is told as nobody', () => {
    const rows = last([[...people('A', 9), ...people('A', 6, { band: 'high' }), ...people('B', 8)]])
    expect(cell(rows, 'A')).toMatchObject({ residents: 15, low: 9, high: 6, none: 0, came: 0, ended: 0 })
    expect(cell(rows, '*')).toMatchObject({ residents: 23, low: 17, high: 6 })
  })

  test('of a small cooperative are hidden, and cannot be subtracted from the total', () => {
    const rows = last([[...people('A', 20), ...people('B', 3)]])
    expect(cell(rows, 'B')?.residents).toBeNull()
    expect([cell(rows, 'A')?.residents, cell(rows, '*')?.residents]).toEqual([20, null])
  })

  test('of a next quarter do not tell how few came: both totals together would', () => {
    const [before = [], after = []] = totalsOf([people('A', 12), [...people('A', 12), ...people('A', 2, { atStart: false })]])
    expect(cell(before, 'A')?.residents).toBe(12)
    expect(cell(after, 'A')?.came).toBeNull()
    expect(cell(after, 'A')?.residents).toBeNull()
  })

  test('of a quarter stay what they were, whatever comes after', () => {
    const first = [...people('A', 11), ...people('A', 2, { atEnd: false }), ...people('B', 7, { band: 'high' })]
    const alone = totalsOf([first])[0]
    for (const later of [people('A', 11), [...people('A', 11), ...people('B', 7), ...people('C', 4, { atStart: false })]])
      expect(totalsOf([first, later])[0]).toEqual(alone)
  })
})
