import { expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { decreeKnown, freeDays, holidaysOf } from './free-days.rules.ts'

test.each([
  [2024, ['2024-01-01', '2024-03-29', '2024-04-01', '2024-04-27', '2024-05-05', '2024-05-09', '2024-05-20', '2024-12-25', '2024-12-26']],
  [2025, ['2025-01-01', '2025-04-18', '2025-04-21', '2025-04-26', '2025-05-05', '2025-05-29', '2025-06-09', '2025-12-25', '2025-12-26']],
  [2026, ['2026-01-01', '2026-04-03', '2026-04-06', '2026-04-27', '2026-05-05', '2026-05-14', '2026-05-25', '2026-12-25', '2026-12-26']],
  [2027, ['2027-01-01', '2027-03-26', '2027-03-29', '2027-04-27', '2027-05-05', '2027-05-06', '2027-05-17', '2027-12-25', '2027-12-26']],
])('the holidays of %i (in 2025 the King moves to Saturday)', (year, days) => {
  expect(holidaysOf(year)).toEqual(days)
})

test('a day equated by decree is free, its neighbours are not', () => {
  const isFree = freeDays([day('2026-05-15')])
  expect(['2026-05-13', '2026-05-14', '2026-05-15', '2026-05-16'].map((on) => isFree(day(on)))).toEqual([false, true, true, false])
})

test('a year without decree data is known as such', () => {
  expect(decreeKnown([day('2026-05-15')], day('2026-11-01'))).toBe(true)
  expect(decreeKnown([day('2026-05-15')], day('2028-11-01'))).toBe(false)
})
