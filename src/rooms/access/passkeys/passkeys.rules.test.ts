import { describe, expect, test } from 'vitest'
import { mustStay, onlyPasskeyOpens } from './passkeys.rules.ts'

const facts = { passkeys: 1, email: true, app: false, mustStepTwice: false }

describe('a passkey may go', () => {
  test('when mail still lets the person in', () => {
    expect(mustStay(facts)).toBe(null)
  })
  test('not when it is the last one of somebody without mail', () => {
    expect(mustStay({ ...facts, email: false })).toBe('lastWayIn')
    expect(mustStay({ ...facts, email: false, passkeys: 2 })).toBe(null)
  })
  test('not when the role asks for a second step and nothing else is one', () => {
    expect(mustStay({ ...facts, mustStepTwice: true })).toBe('secondStep')
    expect(mustStay({ ...facts, mustStepTwice: true, app: true })).toBe(null)
    expect(mustStay({ ...facts, mustStepTwice: true, passkeys: 2 })).toBe(null)
  })
})

describe('the second step of whoever has a passkey', () => {
  test('cannot be begun anew with an app by whoever only reads the mail', () => {
    expect(onlyPasskeyOpens({ halfway: true, passkeys: 1, app: 'none' })).toBe(true)
    expect(onlyPasskeyOpens({ halfway: true, passkeys: 1, app: 'begun' })).toBe(true)
  })
  test('is passed with the app that was proved before, and an app is added once one is in', () => {
    expect(onlyPasskeyOpens({ halfway: true, passkeys: 1, app: 'proved' })).toBe(false)
    expect(onlyPasskeyOpens({ halfway: false, passkeys: 1, app: 'none' })).toBe(false)
    expect(onlyPasskeyOpens({ halfway: true, passkeys: 0, app: 'none' })).toBe(false)
  })
})
