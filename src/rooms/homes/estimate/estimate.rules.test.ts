import { expect, test } from 'vitest'
import { month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { type EstimateAnswers, estimateMonths, payOutsFrom, situationFrom, throughMonth, usedFrom } from './estimate.rules.ts'

const first = month('2026-11')
const reading = { settings: { monthsMustFollow: true, pensionAgeHasSixMonths: false, medicalBeforeLoneParent: true }, early2027: true }
const answers: EstimateAnswers = {
  household: 'single',
  norm: null,
  under27: 'no',
  youngest: 'no',
  pensionAge: false,
  medical: 'unknown',
  helpful: 'unknown',
  usedN: 0,
  usedR: 0,
  used34a: 0,
}

test('twelve months are looked ahead, this one included, over the turn of a year', () => {
  const months = estimateMonths(first)
  expect([months.length, months[0], months[2], months.at(-1)]).toEqual([12, '2026-11', '2027-01', '2027-10'])
})

test('what somebody does not know is taken as no, so that an estimate cannot disappoint', () => {
  expect(situationFrom(answers, reading, first)).toMatchObject({ medicallyLimited: false, foundHelpful: false })
  expect(situationFrom({ ...answers, medical: 'yes', helpful: 'yes' }, reading, first)).toMatchObject({ medicallyLimited: true, foundHelpful: true })
})

test('how the municipality reads the law goes along', () => {
  expect(situationFrom(answers, reading, first)).toMatchObject({ early2027: true, settings: { monthsMustFollow: true } })
})

test.each([
  ['no', null],
  ['longer', '2027-10'],
  ['2026-11', '2026-11'],
  ['2027-03', '2027-03'],
  ['2026-10', null],
  ['flauwekul', null],
])('an answer until %s holds through %s', (answer, through) => {
  expect(throughMonth(answer, first)).toBe(through)
})

test('months that were used are counted back from the first month; none begins nothing', () => {
  expect(usedFrom({ usedN: 4, usedR: 12, used34a: 0 }, first)).toEqual({ monthsN: 4, sinceN: '2026-07', sinceR: '2025-11', since34a: null })
})

test('an empty month and a month of nothing pay out nothing', () => {
  const payOuts = payOutsFrom(
    new Map([
      [month('2026-11'), cents(0)],
      [month('2026-12'), cents(1)],
    ]),
  )
  expect(payOuts).toEqual([{ kind: 'earned', month: '2026-12', cents: 1n, earnedIn: [] }])
})
