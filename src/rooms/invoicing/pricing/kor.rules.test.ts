import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { daySheetUnderKor, type KorHistory, korEndOn, korHolds, korMeter, linesUnderKor, lockedUntil, type Supply, stillUnderKor } from './kor.rules.ts'
import { type Line, ONE, price } from './pricing.rules.ts'
import type { VatKind } from './vat-rates.rules.ts'

const NOVEMBER = day('2026-11-10')

function line(amount: number, vat: VatKind): Line {
  return { description: 'Werk', quantity: ONE, unit: 'piece', price: cents(amount), vat }
}

describe('the small business scheme', () => {
  test('example 3b: the supply that takes the turnover over € 20.000 is taxed itself', () => {
    expect(stillUnderKor(cents(19_850_00), [cents(150_00)], NOVEMBER)).toEqual([true])
    expect(stillUnderKor(cents(19_850_00), [cents(150_01)], NOVEMBER)).toEqual([false])
    expect(stillUnderKor(cents(19_850_00), [cents(300_00)], NOVEMBER)).toEqual([false])
  })
  test('what follows the crossing supply is taxed too, however small', () => {
    expect(stillUnderKor(cents(19_990_00), [cents(5_00), cents(50_00), cents(1_00)], NOVEMBER)).toEqual([true, false, false])
  })
  test('a day sheet that crosses is taxed from the crossing line on', () => {
    const sheet = daySheetUnderKor([line(100_00, 'reduced'), line(100_00, 'reduced'), line(10_00, 'standard')], cents(19_850_00), NOVEMBER)
    expect(sheet.map((one) => one.vat)).toEqual(['kor', 'reduced', 'standard'])
    expect(price(sheet, 'with', NOVEMBER)).toMatchObject({ net: 200_00n, vat: 9_99n, rounding: 1n, payable: 210_00n })
  })
  test.each([
    [15_999_99, 'quiet'],
    [16_000_00, 'near'],
    [20_000_00, 'near'],
    [20_000_01, 'over'],
  ])('the meter at %i cents is %s', (sold, level) => {
    expect(korMeter(cents(sold), NOVEMBER).level).toBe(level)
  })
})

describe('the day of supply', () => {
  const end = { since: day('2026-01-01'), on: day('2026-10-05'), lockedUntil: lockedUntil(day('2026-10-05')) }
  const crossed: KorHistory = { since: day('2026-01-01'), until: day('2026-10-04'), ends: [end] }
  const holds = (history: KorHistory, days: readonly string[]) => days.map((on) => korHolds(history, day(on)))

  test('before, on and after the crossing: only what was done before it stays without VAT', () => {
    expect(holds(crossed, ['2025-12-31', '2026-01-01', '2026-10-04', '2026-10-05', '2026-10-06'])).toEqual([false, true, true, false, false])
  })
  test('the lock-out is the rest of the year and the next, and nothing begins again by itself', () => {
    expect(end.lockedUntil).toBe('2027-12-31')
    expect(lockedUntil(day('2026-12-31'))).toBe('2027-12-31')
    expect(lockedUntil(day('2027-01-01'))).toBe('2028-12-31')
    for (const until of [day('2026-10-04'), null])
      expect(holds({ ...crossed, until }, ['2026-12-31', '2027-12-31', '2028-01-01', '2029-06-01'])).not.toContain(true)
  })
  test('a new registration counts when it begins after the lock-out, and not a day earlier', () => {
    const early = { ...crossed, since: day('2027-12-31'), until: null }
    expect(holds(early, ['2027-12-31', '2028-01-01', '2028-06-01'])).toEqual([false, false, false])
    const again = { ...crossed, since: day('2028-01-01'), until: null }
    expect(holds(again, ['2027-12-31', '2028-01-01', '2028-06-01'])).toEqual([false, true, true])
    // Work of before the crossing that is invoiced only now was done under the registration that ended.
    expect(holds(again, ['2026-10-04', '2026-10-05'])).toEqual([true, false])
  })
  test('a crossing that is found to be earlier is the one that counts', () => {
    const two = { ...crossed, ends: [end, { ...end, on: day('2026-09-20') }] }
    expect(holds(two, ['2026-09-19', '2026-09-20', '2026-10-01'])).toEqual([true, false, false])
    expect(korEndOn(two.ends, day('2026-11-01'))?.on).toBe('2026-09-20')
    expect(korEndOn(two.ends, day('2026-09-19'))).toBeNull()
  })
  test('without a registration nothing is under the scheme', () => {
    expect(korHolds({ since: null, until: null, ends: [] }, NOVEMBER)).toBe(false)
  })
  test('a supply is judged by what was sold up to its own day', () => {
    const supply: Supply = { kind: 'invoice', basis: 'without', performedOn: day('2026-10-04'), lines: [line(100_00, 'standard'), line(50_00, 'exempt')] }
    const kinds = (sold: number) => linesUnderKor(supply, cents(sold), NOVEMBER)
    expect(kinds(19_900_00)).toMatchObject({ crossed: false, lines: [{ vat: 'kor' }, { vat: 'exempt' }] })
    expect(kinds(19_900_01)).toMatchObject({ crossed: true, lines: [{ vat: 'standard' }, { vat: 'exempt' }] })
  })
})
