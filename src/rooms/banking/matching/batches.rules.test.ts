import { expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { batchesFor, sheetsOfTotal, type Takings } from './batches.rules.ts'

const sheet = (number: string, on: string, amount: number, member = 'm'): Takings => ({ number, member, on: day(on), cents: cents(amount) })
const batches = (amount: number, ...takings: Takings[]) =>
  batchesFor({ cents: cents(amount), on: day('2026-10-14') }, takings).map(({ sheets, fee, certainty }) => [
    sheets.map((each) => each.number).join('+'),
    fee,
    certainty,
  ])

test('a payment a little below the cards of one market day is likely that day, never certain', () => {
  const one = sheet('1', '2026-10-10', 100_00)
  expect(batches(98_70, one)).toEqual([['1', 1_30n, 'likely']])
  expect(batches(100_00, one)).toEqual([['1', 0n, 'likely']])
  expect(batches(100_01, one)).toEqual([])
  expect(batches(95_00, one)).toEqual([['1', 5_00n, 'likely']])
  expect(batches(94_99, one)).toEqual([])
  expect(batches(-98_70, one)).toEqual([])
})

test('a day that still had to come, or was long ago, is no answer', () => {
  expect(batches(98_70, sheet('1', '2026-10-15', 100_00))).toEqual([])
  expect(batches(98_70, sheet('1', '2026-10-14', 100_00))).toHaveLength(1)
  expect(batches(98_70, sheet('1', '2026-09-13', 100_00))).toHaveLength(1)
  expect(batches(98_70, sheet('1', '2026-09-12', 100_00))).toEqual([])
})

test('days in a row are held together, also of one member between the days of another', () => {
  const days = [sheet('1', '2026-10-09', 60_00, 'a'), sheet('2', '2026-10-10', 500_00, 'b'), sheet('3', '2026-10-11', 40_00, 'a')]
  expect(batches(98_70, ...days)).toEqual([['1+3', 1_30n, 'likely']])
  expect(batches(592_00, ...days)).toEqual([['1+2+3', 8_00n, 'likely']])
})

test('where more days fit, none is more than possible', () => {
  expect(batches(98_70, sheet('1', '2026-10-09', 100_00), sheet('2', '2026-10-10', 100_20, 'b'))).toEqual([
    ['1', 1_30n, 'possible'],
    ['2', 1_50n, 'possible'],
  ])
})

test('a total that was said finds its days when they are the only ones', () => {
  const days = [sheet('1', '2026-10-09', 60_00), sheet('2', '2026-10-10', 40_00), sheet('3', '2026-10-11', 100_00)]
  const numbers = (total: number) => sheetsOfTotal(cents(total), day('2026-10-14'), days)?.map((each) => each.number) ?? null
  expect(numbers(60_00)).toEqual(['1'])
  expect(numbers(100_00)).toBeNull()
  expect(numbers(140_00)).toEqual(['2', '3'])
  expect(numbers(99_99)).toBeNull()
})
