import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cents, ZERO } from '#kit/money.ts'
import type { Bound } from './bounds.rules.ts'
import { townShare } from './town-share.rules.ts'

const atLeast = (share: number, over: number | null = null): Bound => ({
  kind: 'atLeast',
  receiver: 'municipality',
  base: 'result',
  share: BigInt(share),
  threshold: over === null ? null : { kind: 'excess', over: cents(over) },
})
const month = (turnover: number, costs = 0) => ({ turnover: cents(turnover), costs: cents(costs) })

test('ten percent of the result above € 200, of each month by itself, and nothing below it', () => {
  const bounds = [atLeast(1000, 20_000)]
  expect(townShare(bounds, [month(20_000), month(20_010), month(50_000, 10_000)])).toEqual({ least: 2001n, most: null })
  expect(townShare(bounds, [])).toEqual({ least: 0n, most: null })
})

test('a loss is made good first only where the agreement carries it', () => {
  const months = [month(0, 10_000), month(15_000)]
  expect(townShare([atLeast(1000)], months).least).toBe(1500n)
  expect(townShare([atLeast(1000), { kind: 'loss', carried: true }], months).least).toBe(500n)
})

test('where it may receive nothing it gets nothing, and a most is told only where there is one', () => {
  expect(townShare([{ kind: 'forbidden', receiver: 'municipality' }], [month(50_000)])).toEqual({ least: ZERO, most: ZERO })
  expect(townShare([{ ...atLeast(2000), kind: 'atMost' } as Bound], [month(50_000)])).toEqual({ least: 0n, most: 10_000n })
  expect(townShare([{ kind: 'forbidden', receiver: 'payout' }], [month(50_000)])).toEqual({ least: 0n, most: null })
})

test('the least is never negative, never more than the whole result of the months with one, and grows with the share', () => {
  const months = fc.array(fc.record({ turnover: fc.integer({ min: 0, max: 500_000 }), costs: fc.integer({ min: 0, max: 500_000 }) }), { maxLength: 14 })
  fc.assert(
    fc.property(months, fc.integer({ min: 0, max: 10_000 }), fc.boolean(), (facts, share, carried) => {
      const of = (points: number) =>
        townShare(
          [atLeast(points), { kind: 'loss', carried }],
          facts.map(({ turnover, costs }) => month(turnover, costs)),
        ).least
      const made = facts.reduce((all, { turnover, costs }) => all + BigInt(Math.max(0, turnover - costs)), 0n)
      expect(of(share) >= 0n && of(share) <= made && of(share) <= of(10_000)).toBe(true)
    }),
  )
})
