import { describe, expect, test } from 'vitest'
import { cents } from '#kit/money.ts'
import { ASSUMPTIONS, businessCase, type CaseFacts, LINES, perYear, roughly, standingsOf, upsideDown, usualFacts, weightiest } from './case.rules.ts'

const norm = cents(141_946)
const usual = usualFacts(norm)
const one = (value: bigint) => ({ low: value, high: value })
const certain: CaseFacts = {
  people: 10,
  years: 4,
  benefit: one(1_000_000n),
  execution: one(200_000n),
  exit: one(5_000n),
  anyway: one(1_000n),
  stays: one(7_500n),
  share: one(10_000n),
  care: one(0n),
  costs: one(300_000n),
  start: one(500_000n),
}

describe('the business case of a municipality', () => {
  test('reckons by hand: 10 people, 40% because of it, three quarters stay out, on average half of four years', () => {
    const { lines, result, leavers, needed } = businessCase(certain)
    // 10 × 0.4 × 0.75 = 3 people × 2 years × € 10.000 and × € 2.000.
    expect(lines.benefit).toEqual({ low: 6_000_000n, high: 6_000_000n })
    expect(lines.execution.low).toBe(1_200_000n)
    expect(lines.share.low).toBe(400_000n)
    expect(lines.costs.low).toBe(-12_000_000n)
    expect(lines.start.low).toBe(-500_000n)
    expect(result).toEqual({ low: -4_900_000n, high: -4_900_000n })
    expect(leavers).toEqual(one(300n))
    // € 121.000 to cover, € 24.000 for each: six people.
    expect(needed).toEqual({ against: 6n, inFavour: 6n })
  })

  test('the benefit of a year goes with the norm of the law', () => {
    expect(usual.benefit).toEqual(one(1_703_352n))
  })

  test('what nobody measured begins at nothing: care, the share and a start', () => {
    for (const name of ['care', 'share', 'start'] as const) expect(usual[name]).toEqual(one(0n))
  })

  test('the end against is never above the end in favour, for any figures', () => {
    let seed = 7
    const next = (most: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return BigInt(seed % (most + 1))
    }
    for (let round = 0; round < 2_000; round++) {
      const span = (most: number) => {
        const [a, b] = [next(most), next(most)]
        return a < b ? { low: a, high: b } : { low: b, high: a }
      }
      const facts = {
        people: Number(next(400)),
        years: Number(next(9)) + 1,
        ...Object.fromEntries(ASSUMPTIONS.map((name) => [name, ['exit', 'anyway', 'stays'].includes(name) ? span(10_000) : span(3_000_000)])),
      } as CaseFacts
      const found = businessCase(facts)
      expect(found.result.low <= found.result.high).toBe(true)
      for (const end of ['low', 'high'] as const) {
        expect(
          LINES.reduce((all, line) => all + found.lines[line][end], 0n),
          'the lines are the result',
        ).toBe(found.result[end])
        expect(found.leavers[end] <= BigInt(facts.people) * 100n).toBe(true)
      }
      expect(found.leavers.low <= found.leavers.high).toBe(true)
    }
  })

  test('who would have left anyway is not counted as gain, and never as loss', () => {
    expect(businessCase({ ...certain, anyway: one(9_000n) }).lines.benefit.low).toBe(0n)
  })

  test('nobody needs to leave where nothing is to be covered; no number helps where leaving saves nothing', () => {
    expect(businessCase({ ...certain, costs: one(0n), start: one(0n) }).needed.against).toBe(0n)
    expect(businessCase({ ...certain, benefit: one(0n), execution: one(0n) }).needed.against).toBe(null)
  })

  test('an own figure says so, and goes back to its source when the figure does', () => {
    expect(standingsOf(usual, usual)).toMatchObject({ benefit: 'measured', exit: 'assumed', care: 'assumed' })
    expect(standingsOf({ ...usual, exit: one(1_200n) }, usual).exit).toBe('own')
  })

  test('tells which figure matters most', () => {
    expect(weightiest({ ...certain, exit: { low: 1_000n, high: 9_000n } }).name).toBe('exit')
    expect(weightiest({ ...certain, costs: { low: 0n, high: 9_000_000n } }).name).toBe('costs')
  })

  test('a span that ends before it begins is named', () => {
    expect(upsideDown({ ...usual, costs: { low: 2n, high: 1n } })).toEqual(['costs'])
  })

  test.each([
    [4_999n, 0n],
    [5_000n, 10_000n],
    [-5_000n, -10_000n],
    [-4_999n, 0n],
    [123_456n, 120_000n],
  ])('%s is told as %s', (amount, told) => {
    expect(roughly(cents(amount))).toBe(told)
  })

  test('a year is the period divided', () => {
    expect(perYear({ low: cents(-900), high: cents(900) }, 3)).toEqual({ low: -300n, high: 300n })
  })
})
