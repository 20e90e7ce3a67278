import { expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { partnerStanding } from './partners.rules.ts'

const until = day('2026-12-01')
test.each([
  ['a draft until the member sends it', false, false, '2026-11-20', 'draft'],
  ['runs once it was sent', true, false, '2026-11-30', 'running'],
  ['runs on its last day', true, false, '2026-12-01', 'running'],
  ['is over the day after', true, false, '2026-12-02', 'over'],
  ['a draft that nobody sent is over too', false, false, '2026-12-02', 'over'],
  ['stopped is stopped, also before its last day', true, true, '2026-11-20', 'stopped'],
] as const)('looking along: %s', (_, sent, stopped, on, standing) => {
  expect(partnerStanding({ sent, stopped, until }, day(on))).toBe(standing)
})
