import { describe, expect, test } from 'vitest'
import { lessonStanding, meantFor } from './lessons.rules.ts'

describe('a lesson', () => {
  test('waits, is shown, or was sent back', () => expect([null, { yes: true }, { yes: false }].map(lessonStanding)).toEqual(['waits', 'shown', 'sentBack']))

  test.each([
    ['everybody', 'cooperative', true],
    ['everybody', 'municipality', true],
    ['cooperatives', 'cooperative', true],
    ['cooperatives', 'municipality', false],
    ['municipalities', 'cooperative', false],
    ['municipalities', 'municipality', true],
  ] as const)('meant for %s is read by a %s: %s', (audience, kind, read) => expect(meantFor(audience, kind)).toBe(read))
})
