import { expect, test } from 'vitest'
import { cents } from '#kit/money.ts'
import { leftOf } from './left.rules.ts'

test.each([
  [-950, true, 'short', 950],
  [-1, false, 'shortNow', 1],
  [0, true, 'left', 0],
  [1, false, 'leftNow', 1],
] as const)('a month with %i cents, closed: %s, says %s', (result, closed, said, amount) => {
  expect(leftOf(cents(result), closed)).toEqual({ said, cents: cents(amount) })
})
