import { expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { invitationsDue, type LaterMonths, linkWorks, plannedOn, reminderDue } from './later.rules.ts'

test('who left is asked after half a year, a year and two years', () => {
  expect(plannedOn(day('2026-08-31'))).toEqual([
    { months: 6, on: '2027-02-28' },
    { months: 12, on: '2027-08-31' },
    { months: 24, on: '2028-08-31' },
  ])
})

test.each([
  ['2026-06-29', [], []],
  ['2026-06-30', [], [6]],
  ['2026-06-30', [6], []],
  ['2026-08-10', [], [6]],
  ['2026-08-11', [], []],
  ['2026-12-31', [6], [12]],
  ['2027-12-31', [6, 12], [24]],
  ['2029-01-01', [], []],
])('on %s, with %j sent, %j go', (today, sent, due) => {
  expect(invitationsDue(day('2025-12-31'), sent as LaterMonths[], day(today))).toEqual(due)
})

test.each([
  ['2026-01-14', false, false, false],
  ['2026-01-15', false, false, true],
  ['2026-01-15', true, false, false],
  ['2026-01-15', false, true, false],
  ['2026-02-12', false, false, true],
  ['2026-02-13', false, false, false],
])('on %s, reminded %s and answered %s: a reminder goes %s', (today, reminded, answered, goes) => {
  expect(reminderDue({ sentOn: day('2026-01-01'), expiresOn: day('2026-02-12'), reminded, answered }, day(today))).toBe(goes)
})

test('a link works through its last day, and not after the agreement was withdrawn', () => {
  expect(linkWorks({ expiresOn: day('2026-02-12'), agrees: true }, day('2026-02-12'))).toBe(true)
  expect(linkWorks({ expiresOn: day('2026-02-12'), agrees: true }, day('2026-02-13'))).toBe(false)
  expect(linkWorks({ expiresOn: day('2026-02-12'), agrees: false }, day('2026-02-01'))).toBe(false)
})
