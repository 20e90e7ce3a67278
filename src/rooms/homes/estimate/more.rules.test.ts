import { describe, expect, test } from 'vitest'
import { month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { estimateTexts } from './estimate.en.ts'
import { earlierMonths, moreFrom, receivedMonths } from './more.rules.ts'

const first = month('2026-03')
const typed = (amounts: Record<string, number>, months: Record<string, string> = {}) =>
  moreFrom({ of: (name) => (amounts[name] ? cents(amounts[name]) : null), month: (name) => months[name] ?? '' }, first, estimateTexts('nl'))

describe('beside the pay-outs per month', () => {
  test('a pot can be from twelve months back, a premium or gift from this calendar year on', () => {
    expect([earlierMonths(first)[0], earlierMonths(first).at(-1)]).toEqual(['2025-03', '2026-02'])
    expect(receivedMonths(first, [first])).toEqual(['2026-01', '2026-02', '2026-03'])
    expect(receivedMonths(month('2027-01'), [month('2027-01')])).toEqual(['2027-01'])
  })

  test('a pot is one pay-out with the months in which it was earned, together its whole', () => {
    expect(typed({ 'pot-2025-12': 100, 'pot-2026-02': 250 }, { potIn: '2026-04' })).toEqual([
      {
        kind: 'earned',
        month: '2026-04',
        cents: 350n,
        earnedIn: [
          { month: '2025-12', cents: 100n },
          { month: '2026-02', cents: 250n },
        ],
      },
    ])
  })

  test('premiums and gifts go with their month', () => {
    expect(typed({ premium1: 100, gift3: 5 }, { premiumIn1: '2026-01', giftIn3: '2026-03' }).map(({ kind, month: of, cents: sum }) => [kind, of, sum])).toEqual(
      [
        ['premium', '2026-01', 100n],
        ['gift', '2026-03', 5n],
      ],
    )
    expect(typed({})).toEqual([])
  })

  test.each([
    [{ premium1: 100 }, {}, 'premiumIn1'],
    [{}, { giftIn2: '2026-03' }, 'gift2'],
    [{ 'pot-2026-02': 1 }, {}, 'potIn'],
    [{}, { potIn: '2026-03' }, 'pot-2026-02'],
  ])('%o with %o is refused at %s', (amounts, months, field) => {
    expect(() => typed(amounts as Record<string, number>, months as Record<string, string>)).toThrow(expect.objectContaining({ field }))
  })
})
