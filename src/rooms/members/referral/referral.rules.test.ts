import { describe, expect, test } from 'vitest'
import { day, startOf } from '#kit/day.ts'
import { referralStanding } from './referral.rules.ts'

const at = startOf(day('2026-11-02'))
const NOTHING = { answeredAt: null, takenAt: null, declinedAt: null }

describe('how a referral stands', () => {
  test.each([
    ['waits until somebody writes back', NOTHING, 'waits'],
    ['contacted once somebody did', { ...NOTHING, answeredAt: at }, 'contacted'],
    ['started once a file was begun', { ...NOTHING, answeredAt: at, takenAt: at }, 'started'],
    ['not now when it was declined', { ...NOTHING, answeredAt: at, declinedAt: at }, 'notNow'],
  ])('%s', (_, facts, standing) => {
    expect(referralStanding(facts)).toBe(standing)
  })
})
