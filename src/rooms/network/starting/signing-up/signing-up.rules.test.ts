import { describe, expect, test } from 'vitest'
import { holdsAddress, signUpStanding } from './signing-up.rules.ts'

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

describe('a name', () => {
  test.each(['Coöperatie Het Zaadje', 'Naai- en kookclub Oost', 'St. Jan', 'W. de Vries', '’t Hof van Eden'])('%s is a name', (name) =>
    expect(holdsAddress(name)).toBe(false),
  )
  test.each(['Win geld op www.winnen', 'https://winnen.example', 'koop bij winnen.com', 'mail mij: a@b.example', 'WINNEN.SHOP nu'])(
    '%s is an advertisement',
    (name) => expect(holdsAddress(name)).toBe(true),
  )
})
