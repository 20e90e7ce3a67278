import { describe, expect, test } from 'vitest'
import { signUpStanding } from './signing-up.rules.ts'

describe('a sign-up', () => {
  test.each([
    ['initiative', false, null, 'unproved'],
    ['initiative', true, null, 'begun'],
    ['municipality', false, null, 'unproved'],
    ['municipality', true, null, 'waits'],
    ['municipality', true, true, 'accepted'],
    ['municipality', true, false, 'declined'],
  ] as const)('of a %s, proved %s, accepted %s, is %s', (kind, proved, accepted, stands) => expect(signUpStanding({ kind, proved, accepted })).toBe(stands))
})
