import { describe, expect, test } from 'vitest'
import { addDays, day } from '#kit/day.ts'
import { quietStanding } from './quiet.rules.ts'

const touched = day('2026-01-01')
const later = (days: number) => addDays(touched, days)

describe('a path that nobody touches', () => {
  test.each([
    [0, null, 'leave'],
    [151, null, 'leave'],
    [152, null, 'tell'],
    // Told late, it has its month all the same.
    [400, null, 'tell'],
    [153, 152, 'leave'],
    [181, 152, 'leave'],
    [182, 152, 'wipe'],
    [420, 400, 'leave'],
    [430, 400, 'wipe'],
  ] as const)('after %i days, told after %s: %s', (days, told, stands) =>
    expect(quietStanding(touched, told === null ? null : later(told), later(days))).toBe(stands),
  )

  test('begins anew when somebody touches it after it was told', () => {
    expect(quietStanding(later(160), later(152), later(200))).toBe('leave')
    expect(quietStanding(later(160), later(152), later(160 + 152))).toBe('tell')
  })
})
