import { expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { heldBy, inHand } from './cash.rules.ts'

const moves = (before: number, debit: number, credit: number, member = 'm') => ({
  member: member as MemberId,
  before: cents(before),
  debit: cents(debit),
  credit: cents(credit),
})
const late = (...of: Parameters<typeof moves>) => heldBy([moves(...of)]).map((each) => [each.cents, each.late])

test('what is handed in is the oldest money first; late is what is held above all that came within the term', () => {
  expect(late(0, 5000, 0)).toEqual([[5000n, 0n]])
  expect(late(5000, 0, 0)).toEqual([[5000n, 5000n]])
  expect(late(5000, 2000, 5000)).toEqual([[2000n, 0n]])
  expect(late(5000, 2000, 4999)).toEqual([[2001n, 1n]])
  expect(late(5000, 2000, 6999)).toEqual([[1n, 0n]])
  expect(late(5000, 2000, 7000)).toEqual([])
  // Handed in more than was held: shown, for somebody must look.
  expect(late(0, 1000, 1001)).toEqual([[-1n, 0n]])
})

test('the oldest money sets the last day: it is handed in first', () => {
  const days = (...all: [string, number][]) => inHand(all.map(([on, amount]) => ({ on: day(on), cents: cents(amount) })))
  expect(days()).toBeNull()
  expect(days(['2026-10-01', 5000], ['2026-10-02', -5000])).toBeNull()
  expect(days(['2026-10-01', 5000], ['2026-10-02', -5001])).toBeNull()
  expect(days(['2026-10-01', 5000], ['2026-10-05', 3000], ['2026-10-06', -4999])).toEqual({ cents: 3001n, since: '2026-10-01' })
  expect(days(['2026-10-01', 5000], ['2026-10-05', 3000], ['2026-10-06', -5000])).toEqual({ cents: 3000n, since: '2026-10-05' })
})

test('the member who is most late comes first', () => {
  const held = heldBy([moves(0, 9000, 0, 'a'), moves(100, 0, 0, 'b'), moves(200, 0, 0, 'c')])
  expect(held.map((each) => each.member)).toEqual(['c', 'b', 'a'])
})
