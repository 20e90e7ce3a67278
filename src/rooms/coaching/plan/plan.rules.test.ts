import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { month } from '#kit/day.ts'
import { cents, plainEuro, plus, ZERO } from '#kit/money.ts'
import { filledMonths, isWritten, type Liquidity, liquidityTable, PLAN_PARTS, type PlanWords, READINESS, readinessOf, SCHEMES } from './plan.rules.ts'

const year = (opening: number, each: readonly (readonly [number, number])[]): Liquidity => ({
  first: month('2026-11'),
  opening: cents(opening),
  months: filledMonths(
    { moneyIn: ZERO, moneyOut: ZERO },
    each.map(([moneyIn, moneyOut]) => ({ moneyIn: cents(moneyIn), moneyOut: cents(moneyOut) })),
  ),
})

describe('the table of twelve months', () => {
  test('tells what is left after each month, over the turn of the year', () => {
    const { rows, moneyIn, moneyOut } = liquidityTable(
      year(10_000, [
        [5000, 12_000],
        [0, 4000],
        [20_000, 1],
      ]),
    )
    expect(rows.slice(0, 3).map((row) => [row.month, plainEuro(row.result), plainEuro(row.balance)])).toEqual([
      ['2026-11', '-70,00', '30,00'],
      ['2026-12', '-40,00', '-10,00'],
      ['2027-01', '199,99', '189,99'],
    ])
    expect(rows).toHaveLength(12)
    expect([moneyIn, moneyOut]).toEqual([25_000n, 16_001n])
  })

  test.each([
    ['one cent short', 10_000, 10_001, 1],
    ['nothing left is not short', 10_000, 10_000, 0],
    ['one cent left', 10_000, 9_999, 0],
  ])('%s', (_, opening, out, months) => {
    const { short, lowest } = liquidityTable(
      year(opening, [
        [0, out],
        [1, 0],
      ]),
    )
    expect(short).toHaveLength(months)
    expect(lowest?.month).toBe('2026-11')
  })

  test('no cent is lost: the last balance is the opening with all that came and without all that went', () => {
    const amount = fc.integer({ min: 0, max: 10_000_000 })
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.array(fc.tuple(amount, amount), { maxLength: 12 }), (opening, each) => {
        const { rows, moneyIn, moneyOut } = liquidityTable(year(opening, each))
        expect(rows.at(-1)?.balance).toBe(cents(opening) + moneyIn - moneyOut)
        for (const [index, row] of rows.entries()) expect(row.balance).toBe(plus(rows[index - 1]?.balance ?? cents(opening), row.result))
      }),
    )
  })

  test('a month that was left empty is like every month; what was typed counts, also nought', () => {
    const months = filledMonths({ moneyIn: cents(500), moneyOut: null }, [
      { moneyIn: null, moneyOut: cents(7) },
      { moneyIn: ZERO, moneyOut: null },
    ])
    expect(months).toHaveLength(12)
    expect(months[0]).toEqual({ moneyIn: 500n, moneyOut: 7n })
    expect(months[1]).toEqual({ moneyIn: 0n, moneyOut: 0n })
    expect(months[11]).toEqual({ moneyIn: 500n, moneyOut: 0n })
  })
})

describe('ready for the municipality', () => {
  const whole: PlanWords = Object.fromEntries(PLAN_PARTS.map((part) => [part, 'Dit deel zegt genoeg om te lezen.']))

  test('nothing written: every point says which parts are missing', () => {
    for (const scheme of SCHEMES) {
      const points = readinessOf({}, null, scheme)
      expect(points.every(({ ok }) => !ok)).toBe(true)
      expect(points.flatMap(({ missing }) => missing).length).toBeGreaterThan(4)
    }
  })
  test('all written and money in every month: both are ready', () => {
    for (const scheme of SCHEMES) expect(readinessOf(whole, year(100, []), scheme).filter(({ ok }) => !ok)).toEqual([])
  })
  test('a month short holds up the Bbz, which asks for a viable business, and not part-time work', () => {
    const short = year(0, [[0, 1]])
    expect(readinessOf(whole, short, 'pto').every(({ ok }) => ok)).toBe(true)
    expect(
      readinessOf(whole, short, 'bbz')
        .filter(({ ok }) => !ok)
        .map(({ point, money }) => [point.key, money]),
    ).toEqual([['viable', 'short']])
    expect(readinessOf(whole, null, 'pto').find(({ point }) => point.key === 'money')?.money).toBe('missing')
  })
  test('a few words are a beginning, not a part', () => {
    expect(isWritten({ make: 'x'.repeat(19) }, 'make')).toBe(false)
    expect(isWritten({ make: `   ${'x'.repeat(20)} ` }, 'make')).toBe(true)
  })
  test('every point has a source, and what the towns choose themselves says so', () => {
    for (const point of READINESS) expect(point.source.length).toBeGreaterThan(10)
    for (const point of READINESS.filter(({ scheme }) => scheme === 'pto')) expect(point.doubt).toContain('gemeente')
  })
})
