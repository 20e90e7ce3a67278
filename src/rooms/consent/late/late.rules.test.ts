import { expect, test } from 'vitest'
import { month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { lateAllowed, lateHeld, lateWritten } from './late.rules.ts'

const late = (amount: number, waits = true, allowed = 0) => ({ month: month('2026-02'), cents: cents(amount), waits, allowed: cents(allowed), since: null })

test.each([
  ['without a benefit', 10_000, false, 0, 10_000, 0, 0],
  ['without an answer', 10_000, true, 0, 0, 10_000, 0],
  ['with a cent allowed', 10_000, true, 1, 1, 9999, 1],
  ['with all allowed', 10_000, true, 10_000, 10_000, 0, 10_000],
  ['with more allowed than is left after a credit note', 4000, true, 10_000, 4000, 0, 4000],
] as const)('%s: of %i (waits: %s, allowed %i) %i may go and %i waits', (_, came, waits, said, allowed, held, written) => {
  const each = late(came, waits, said)
  expect([lateAllowed(each), lateHeld([each]), lateWritten([each])].map(Number)).toEqual([allowed, held, written])
})

test('a month does not open another', () => {
  expect(Number(lateHeld([late(1000, true, 5000), late(1000, true)]))).toBe(1000)
})
