import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cents, plus, sum } from '#kit/money.ts'
import { NO_TILL, tillParts, tillSum } from './till.rules.ts'

const counts = (changeBegin: number, counted: number | null, tips = 0) => ({
  changeBegin: cents(changeBegin),
  counted: counted === null ? null : cents(counted),
  tips: cents(tips),
})

describe('the box of a market day', () => {
  test.each([
    [95_00, 30_00, counts(20_00, 85_00), 85_00n, 0n],
    [95_00, 30_00, counts(20_00, 84_99), 85_00n, -1n],
    [95_00, 30_00, counts(20_00, 85_01), 85_00n, 1n],
    [95_00, 30_00, counts(20_00, 90_00, 5_00), 90_00n, 0n],
    [95_00, 100_00, counts(20_00, 20_00, 5_00), 20_00n, 0n],
  ])('of %i sold and %i by card adds up', (sold, byCard, till, expected, difference) => {
    expect(tillSum(cents(sold), cents(byCard), till)).toMatchObject({ expected, difference })
  })

  test('that was not counted holds what it must', () => {
    expect(tillSum(cents(95_00), cents(30_00), NO_TILL)).toMatchObject({ expected: 65_00n, difference: 0n })
  })

  test('a tip by card comes after the sale', () => {
    expect(tillParts(tillSum(cents(95_00), cents(97_50), counts(0, 2_50, 5_00)))).toEqual({
      saleByCard: 95_00n,
      saleInCash: 0n,
      tipsByCard: 2_50n,
      tipsInCash: 2_50n,
    })
  })

  test('no cent is lost, whatever was counted', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 })
    fc.assert(
      fc.property(amount, amount, amount, amount, fc.nat(100), (sold, begin, counted, tips, share) => {
        const byCard = cents(Math.floor(((sold + tips) * share) / 100))
        const day = tillSum(cents(sold), byCard, counts(begin, counted, tips))
        expect(sum([day.sold, day.changeBegin, day.tips, day.difference])).toBe(plus(day.byCard, cents(counted)))
        const parts = tillParts(day)
        expect(plus(parts.saleByCard, parts.saleInCash)).toBe(day.sold)
        expect(plus(parts.tipsByCard, parts.tipsInCash)).toBe(day.tips)
        expect(plus(parts.saleByCard, parts.tipsByCard)).toBe(byCard)
        for (const part of Object.values(parts)) expect(part >= 0n).toBe(true)
        // What the member holds of the day is what was counted above the change of the morning.
        expect(sum([parts.saleInCash, parts.tipsInCash, day.difference])).toBe(BigInt(counted - begin))
      }),
    )
  })
})
