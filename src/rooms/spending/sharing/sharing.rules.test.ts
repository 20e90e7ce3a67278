import { expect, test } from 'vitest'
import { cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { sharedCost } from './sharing.rules.ts'

const [ina, jan] = ['ina', 'jan'] as unknown as [MemberId, MemberId]
const nets = (net: number, percent: bigint) =>
  sharedCost({ net: cents(net), vat: cents(1) }, ina, [{ member: jan, percent, cents: null }])?.map((each) => each.net)

test('example 16: costs of 90.00 are 60.00 and 30.00, and what is left is of whoever sent the receipt', () => {
  expect(nets(9000, 3333n)).toEqual([6000n, 3000n])
  expect(nets(1, 10_000n)).toEqual([0n, 1n])
})

test('a share of nothing or of more than there is is refused', () => {
  expect(nets(1, 4999n)).toBeUndefined()
  expect(sharedCost({ net: cents(100), vat: cents(0) }, ina, [{ member: jan, percent: null, cents: cents(101) }])).toBeNull()
})
