import { expect, test } from 'vitest'
import type { Day } from '#kit/day.ts'
import { numberOf, stepQuestionStanding } from './questions.rules.ts'

const asked = { lastDay: '2026-11-16' as Day, answeredAt: null, holder: null }
const at = (on: string, more: Partial<Parameters<typeof stepQuestionStanding>[0]> = {}) => stepQuestionStanding({ ...asked, ...more }, on as Day)

test('a question waits until its last day and is late from the next, also for who took it', () => {
  expect([at('2026-11-15'), at('2026-11-16'), at('2026-11-17')]).toEqual(['new', 'new', 'late'])
  expect([at('2026-11-16', { holder: 'hilde' }), at('2026-11-17', { holder: 'hilde' })]).toEqual(['taken', 'late'])
  expect(at('2026-12-01', { answeredAt: Temporal.Instant.from('2026-11-20T12:00:00Z') })).toBe('answered')
})

test('a number tells the year and the place in it', () => {
  expect([numberOf(2026, 1), numberOf(2026, 12345)]).toEqual(['S-2026-0001', 'S-2026-12345'])
})
