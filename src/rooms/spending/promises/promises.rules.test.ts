import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, month, monthOf } from '#kit/day.ts'
import { type Cents, cents, sum } from '#kit/money.ts'
import { instalments, planProblem, potParts, promiseStanding } from './promises.rules.ts'

const plan = (parts: number, first = '2026-12') => ({ parts, first: month(first) })
const money = (min: bigint, max: bigint) => fc.bigInt({ min, max }).map((value) => value as Cents)

describe('the instalments of a promise', () => {
  test('a sewing machine of 600 euro in six months', () => {
    expect(instalments(cents(60000), plan(6)).map(({ due, cents: part }) => [due, part])).toEqual([
      [day('2026-12-01'), 10000n],
      [day('2027-01-01'), 10000n],
      [day('2027-02-01'), 10000n],
      [day('2027-03-01'), 10000n],
      [day('2027-04-01'), 10000n],
      [day('2027-05-01'), 10000n],
    ])
  })
  test('are the amount to the cent, in order, each a month after the last, and never differ by more than a cent', () => {
    fc.assert(
      fc.property(money(60n, 10_000_000n), fc.integer({ min: 2, max: 60 }), fc.integer({ min: 0, max: 60 }), (total, parts, after) => {
        const found = instalments(total, plan(parts), after)
        const amounts = found.map((each) => each.cents)
        expect(sum(amounts)).toBe(total)
        expect(found.map((each) => each.place)).toEqual(Array.from({ length: parts }, (_, i) => after + i + 1))
        expect(found.map((each) => each.due)).toEqual(found.map((each) => each.due).toSorted())
        expect(new Set(found.map((each) => monthOf(each.due))).size).toBe(parts)
        const ordered = amounts.toSorted((a, b) => Number(a - b))
        expect((ordered.at(-1) ?? 0n) - (ordered[0] ?? 0n) <= 1n && (ordered[0] ?? 0n) > 0n).toBe(true)
      }),
    )
  })
  test('what was paid, undone and planned again is never more than the amount', () => {
    fc.assert(
      fc.property(
        money(200n, 1_000_000n),
        fc.integer({ min: 2, max: 24 }),
        fc.integer({ min: 0, max: 24 }),
        fc.integer({ min: 1, max: 24 }),
        (total, parts, done, again) => {
          const first = instalments(total, plan(parts))
          const paid = first.slice(0, Math.min(done, parts - 1))
          const left = sum(first.slice(paid.length).map((each) => each.cents))
          if (left < BigInt(again)) return
          const rest = instalments(left, plan(again, '2027-06'), parts)
          expect(sum([...paid, ...rest].map((each) => each.cents))).toBe(total)
        },
      ),
    )
  })
  test.each([
    [60000, 6, '2026-12', null],
    [60000, 6, '2026-11', null],
    [60000, 6, '2026-10', 'first'],
    [60000, 1, '2026-12', 'parts'],
    [60000, 61, '2026-12', 'parts'],
    [2, 2, '2026-12', null],
    [1, 2, '2026-12', 'parts'],
  ])('%i cents in %i from %s: %s', (total, parts, first, problem) => {
    expect(planProblem(cents(total), plan(parts, first), month('2026-11'))).toBe(problem)
  })
})

describe('what a pot holds', () => {
  test.each([
    // balance, reserved, later → promised, to come, free
    [30000, 10000, 50000, 20000, 30000, 0],
    [30000, 0, 10000, 10000, 0, 20000],
    [10000, 20000, 5000, 0, 5000, 0],
    [-500, 0, 5000, 0, 5000, 0],
    [0, 0, 0, 0, 0, 0],
  ])('%i with %i reserved and %i later: %i promised, %i to come, %i free', (balance, reserved, later, promised, toCome, free) => {
    expect(potParts(cents(balance), cents(reserved), cents(later))).toEqual({ promised: cents(promised), toCome: cents(toCome), free: cents(free) })
  })
  test('a promise never takes more than is there, and no cent is lost', () => {
    fc.assert(
      fc.property(money(-100_000n, 1_000_000n), money(0n, 500_000n), money(0n, 2_000_000n), (balance, reserved, later) => {
        const parts = potParts(balance, reserved, later)
        expect(parts.promised + parts.toCome).toBe(later)
        expect(parts.promised >= 0n && parts.toCome >= 0n && parts.free >= 0n).toBe(true)
        if (balance >= reserved) expect(reserved + parts.promised + parts.free).toBe(balance)
        else expect([parts.promised, parts.free]).toEqual([0n, 0n])
        expect(parts.toCome === 0n || parts.free === 0n).toBe(true)
      }),
    )
  })
})

test.each([
  [2, 0, 'promised'],
  [1, 5, 'promised'],
  [0, 6, 'bought'],
  [0, 0, 'cancelled'],
])('with %i to come and %i booked a promise is %s', (open, booked, standing) => {
  expect(promiseStanding(open, booked)).toBe(standing)
})
