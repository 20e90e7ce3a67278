import { expect, test } from 'vitest'
import { day, longDay, longMonth, month, shortDay, weekdayDay } from './day.ts'

test('a day is written in the language of the reader, in English the British way', () => {
  const on = day('2026-11-26')
  expect([longDay(on), shortDay(on), weekdayDay(on), longMonth(month('2026-11'))]).toEqual([
    '26 november 2026',
    '26 nov',
    'donderdag 26 november',
    'november 2026',
  ])
  expect([longDay(on, 'en'), shortDay(on, 'en'), weekdayDay(on, 'en'), longMonth(month('2026-11'), 'en')]).toEqual([
    '26 November 2026',
    '26 Nov',
    'Thursday 26 November',
    'November 2026',
  ])
})
