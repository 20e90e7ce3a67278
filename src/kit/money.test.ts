import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate, type Cents, cents, decimal, euro, fraction, parseEuro, percent, plainEuro, sum } from './money.ts'

const amounts = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map((n) => n as Cents)
const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 6n }), { minLength: 1, maxLength: 12 }).filter((list) => list.some((w) => w > 0n))

describe('allocate', () => {
  test('loses no cent', () => {
    fc.assert(fc.property(amounts, weights, (total, list) => sum(allocate(total, list)) === total))
  })
  test('gives each part its share, rounded down or up', () => {
    fc.assert(
      fc.property(amounts, weights, (total, list) => {
        const whole = list.reduce((a, b) => a + b, 0n)
        return allocate(total, list).every((part, i) => {
          const off = part * whole - total * (list[i] ?? 0n)
          return off < whole && off > -whole
        })
      }),
    )
  })
  test('mirrors for negative totals', () => {
    fc.assert(fc.property(amounts, weights, (total, list) => allocate(-total as Cents, list).every((part, i) => part === -(allocate(total, list)[i] ?? 0n))))
  })
  test('gives ties in the order of the list (domain example 2)', () => {
    expect(allocate(cents(28622), [50n, 20n, 20n, 10n])).toEqual([14311n, 5725n, 5724n, 2862n])
  })
  test('refuses to divide something over nobody', () => {
    expect(() => allocate(cents(1), [0n])).toThrow()
    expect(allocate(cents(0), [0n])).toEqual([0n])
  })
})

describe('writing and reading amounts', () => {
  test('a person reads back what was written', () => {
    fc.assert(
      fc.property(amounts, (amount) => parseEuro(plainEuro(amount)) === amount && parseEuro(euro(amount)) === amount && parseEuro(decimal(amount)) === amount),
    )
  })
  test.each([
    ['12', 1200n],
    ['12,5', 1250n],
    ['€ 1.234,50', 123450n],
    ['12.50', 1250n],
    ['12,-', 1200n],
    ['1.234', 123400n],
  ])('%s is read', (typed, expected) => {
    expect(parseEuro(typed)).toBe(expected)
  })
  test.each(['', 'twaalf', '1,234', '1.23.4', '12,345', '1e3', '--1'])('%s is no amount', (typed) => {
    expect(parseEuro(typed)).toBeNull()
  })
  test('the euro sign and the amount stay on one line', () => {
    expect(euro(cents(-123450))).toBe('−€\u00a01.234,50')
    expect(percent(1250n)).toBe('12,5%')
  })
  test('half a cent goes up, away from zero', () => {
    expect(fraction(cents(50), 1n, 100n)).toBe(1n)
    expect(fraction(cents(-50), 1n, 100n)).toBe(-1n)
    expect(fraction(cents(49), 1n, 100n)).toBe(0n)
  })
})
