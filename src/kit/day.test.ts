import { expect, test } from 'vitest'
import { addDays, day, daysBetween, longDay, longMonth, month, nameOfMonth, shortDay, weekday, weekdayDay } from './day.ts'

test('a day is written in the language of the reader, in English the British way', () => {
  const on = day('2026-11-26')
  expect([longDay(on), shortDay(on), weekdayDay(on), longMonth(month('2026-11')), nameOfMonth(month('2026-11'))]).toEqual([
    '26 november 2026',
    '26 nov',
    'donderdag 26 november',
    'november 2026',
    'november',
  ])
  expect([longDay(on, 'en'), shortDay(on, 'en'), weekdayDay(on, 'en'), longMonth(month('2026-11'), 'en')]).toEqual([
    '26 November 2026',
    '26 Nov',
    'Thursday 26 November',
    'November 2026',
  ])
})

test('days are counted as the calendar counts them, over leap days, centuries and the years before 1970', () => {
  for (const from of ['1899-12-31', '1900-02-28', '1969-12-31', '1970-01-01', '2000-02-29', '2024-02-28', '2026-03-29', '2100-02-28']) {
    const begin = Temporal.PlainDate.from(from)
    for (let days = -800; days <= 800; days += 1) {
      const to = begin.add({ days })
      const counted = addDays(day(from), days)
      expect([counted, daysBetween(day(from), counted), weekday(counted)]).toEqual([to.toString(), days, to.dayOfWeek])
    }
  }
})
