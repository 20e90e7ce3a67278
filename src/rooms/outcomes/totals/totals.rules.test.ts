import { describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { boundsOf, type Sum } from '../protecting/bounds.rules.ts'
import { BANDS, bandOf, COLUMNS, type Counted, quartersTold, totalsOf } from './totals.rules.ts'

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

  test('tell nothing of what a few turned over, also not that none of them is in a band, nor by subtracting', () => {
    const rows = last([[...people('A', 5), ...people('A', 6, { band: 'high' }), ...people('B', 3)]])
    const bands = (name: string) => BANDS.map((band) => cell(rows, name)?.[band])
    expect(bands('B')).toEqual([null, null, null, null, null])
    expect(bands('A')).toEqual([0, 0, 5, 0, 6])
    expect(bands('*')).toEqual([null, null, null, null, null])
    const many = last([[...people('A', 5), ...people('B', 5)]])
    expect(BANDS.map((band) => cell(many, '*')?.[band])).toEqual([0, 0, 10, 0, 0])
  })

  test('of a next quarter do not tell how few came: both totals together would', () => {
    const [before = [], after = []] = totalsOf([people('A', 12), [...people('A', 12), ...people('A', 2, { atStart: false })]])
    expect(cell(before, 'A')?.residents).toBe(12)
    expect(cell(after, 'A')?.came).toBeNull()
    expect(cell(after, 'A')?.residents).toBeNull()
  })

  test('tell of how many a request was refused, hidden like the others; who was only refused is no resident', () => {
    const refused = (cooperative: string, count: number) => people(cooperative, count, { atStart: false, atEnd: false, band: 'none', refused: true })
    const rows = last([[...people('A', 9), ...refused('A', 6), ...people('B', 8), ...refused('B', 2)]])
    expect(cell(rows, 'A')).toMatchObject({ residents: 9, came: 0, ended: 0, none: 0, refused: 6 })
    expect([cell(rows, 'B')?.refused, cell(rows, '*')?.refused]).toEqual([null, null])
    expect(cell(last([[...people('A', 9), ...people('A', 5, { refused: true })]]), 'A')).toMatchObject({ residents: 14, refused: 5 })
  })

  test('of a quarter that was told before refusals were counted stay without them', () => {
    const quarters = [people('A', 12), [...people('A', 12), ...people('A', 5, { atStart: false, atEnd: false, refused: true })]]
    const old = (totalsOf(quarters)[0] ?? []).map(({ cooperative, counts: { refused: _, ...counts } }) => ({ cooperative, counts }))
    const [first = [], second = []] = totalsOf(quarters, [old])
    expect(Object.hasOwn(cell(first, 'A') ?? {}, 'refused')).toBe(false)
    expect(cell(first, 'A')?.residents).toBe(12)
    expect(cell(second, 'A')?.refused).toBe(5)
  })

  test('that were told stay as they were told, and what comes after is the same as when all are reckoned anew', () => {
    const quarters = [people('A', 12), [...people('A', 12), ...people('A', 2, { atStart: false })], [...people('A', 14), ...people('B', 3, { atStart: false })]]
    const anew = totalsOf(quarters)
    for (let kept = 0; kept <= quarters.length; kept++) expect(totalsOf(quarters, anew.slice(0, kept))).toEqual(anew)
    const otherwise = totalsOf([people('A', 40), ...quarters.slice(1)], anew.slice(0, 1))
    expect(otherwise[0]).toEqual(anew[0])
  })

  test('of many quarters leave each small count at least five possible values, for who knows every quarter', () => {
    let state = 5
    const roll = (most: number) => {
      state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
      return Math.floor((state / 4_294_967_296) * most)
    }
    const quarters: Counted[][] = []
    let on: Counted[] = []
    for (let nr = 0; nr < 5; nr++) {
      const there = [...on.map((each) => ({ ...each, atStart: true })), ...Array.from({ length: 7 }, () => people(`C${roll(2)}`, 1, { atStart: false })).flat()]
      const counted = there
        .map((each) => ({ ...each, atEnd: roll(8) > 0, band: BANDS[roll(5)] ?? 'none' }))
        .map((each) => ({ ...each, refused: (each.atStart || each.atEnd) && roll(6) === 0 }))
      quarters.push(counted)
      on = counted.filter(({ atEnd }) => atEnd)
    }
    // Built here once more, from what is told and what everybody knows of who goes on.
    const shown = new Map<string, number>()
    const truth = new Map<string, number>()
    const sums: Sum[] = []
    for (const [nr, rows] of totalsOf(quarters).entries()) {
      const names = rows.map(({ cooperative }) => cooperative).filter((name) => name !== '*')
      for (const { cooperative, counts } of rows)
        for (const column of COLUMNS) if (typeof counts[column] === 'number') shown.set(`${nr} ${cooperative} ${column}`, counts[column])
      for (const name of names) {
        const own = (quarters[nr] ?? []).filter(({ cooperative }) => cooperative === name)
        truth.set(`${nr} ${name} on`, own.filter(({ atEnd }) => atEnd).length)
        truth.set(`${nr} ${name} ended`, own.filter(({ atEnd }) => !atEnd).length)
        truth.set(`${nr} ${name} came`, own.filter(({ atStart }) => !atStart).length)
        truth.set(`${nr} ${name} refused`, own.filter(({ refused }) => refused).length)
        for (const band of BANDS) truth.set(`${nr} ${name} ${band}`, own.filter((each) => each.band === band).length)
        const residents = `${nr} ${name} residents`
        sums.push(
          { total: residents, parts: BANDS.map((band) => `${nr} ${name} ${band}`) },
          { total: residents, parts: [`${nr} ${name} on`, `${nr} ${name} ended`] },
        )
        sums.push({ total: residents, parts: [truth.has(`${nr - 1} ${name} on`) ? `${nr - 1} ${name} on` : `${nr} ${name} old`, `${nr} ${name} came`] })
      }
      for (const column of COLUMNS) sums.push({ total: `${nr} * ${column}`, parts: names.map((name) => `${nr} ${name} ${column}`) })
    }
    const small = [...truth].filter(([, count]) => count > 0 && count < 5)
    expect(small.length).toBeGreaterThan(20)
    for (const [key] of small) {
      expect(shown.has(key), key).toBe(false)
      const { least, most } = boundsOf(key, sums, shown)
      expect(most - least, key).toBeGreaterThanOrEqual(4 - 1e-6)
    }
  })

  test('of many quarters of small cooperatives do not take ever longer, for a page waits for them', () => {
    const year = (nr: number) =>
      ['A', 'B', 'C', 'D'].flatMap((name, place) => [...people(name, 3 + place), ...people(name, (nr + place) % 3, { atStart: false, band: 'zero' })])
    const began = performance.now()
    expect(totalsOf(Array.from({ length: 20 }, (_, nr) => year(nr)))).toHaveLength(20)
    expect(performance.now() - began).toBeLessThan(3000)
  })

  test('of a quarter stay what they were, whatever comes after', () => {
    const first = [...people('A', 11), ...people('A', 2, { atEnd: false }), ...people('B', 7, { band: 'high' })]
    const alone = totalsOf([first])[0]
    for (const later of [people('A', 11), [...people('A', 11), ...people('B', 7), ...people('C', 4, { atStart: false })]])
      expect(totalsOf([first, later])[0]).toEqual(alone)
  })
})
