import { describe, expect, test } from 'vitest'
import { day, startOf } from '#kit/day.ts'
import type { ConsentEvent } from '../consent.rules.ts'
import { daysLeft, decisionDeadline } from './deadline.rules.ts'

const none = () => false
const fact = (on: string) => ({ on: day(on), recordedAt: startOf(day(on)) })
const sent = (on: string): ConsentEvent => ({ kind: 'sent', sentBy: 'member', ...fact(on) })
const asked = (on: string): ConsentEvent => ({ kind: 'moreAsked', question: '?', answerBefore: null, ...fact(on) })
const answered = (on: string): ConsentEvent => ({ kind: 'answered', answer: '!', ...fact(on) })

describe('the last day to decide', () => {
  test('is eight weeks after receipt (Awb 4:13)', () => {
    const deadline = decisionDeadline([sent('2026-09-07')], day('2026-09-10'), none)
    expect(deadline).toMatchObject({ last: '2026-11-02', standsStill: false, otherReading: null })
  })

  test('moves by the days between question and completion, and off the weekend, with each step named', () => {
    const deadline = decisionDeadline([sent('2026-09-07'), asked('2026-09-21'), answered('2026-09-28')], day('2026-11-03'), none)
    expect(deadline?.steps).toEqual([
      { what: 'received', days: 0, on: '2026-09-07', article: '' },
      { what: 'weeks', days: 56, on: '2026-11-02', article: 'Awb 4:13 lid 2' },
      { what: 'stoodStill', days: 6, on: '2026-11-08', article: 'Awb 4:15' },
      { what: 'notAWorkingDay', days: 1, on: '2026-11-09', article: 'Algemene termijnenwet 1' },
    ])
    // Counting the day of completion as well ends on the same Monday.
    expect(deadline?.otherReading).toBeNull()
    expect(deadline && daysLeft(deadline, day('2026-11-03'))).toBe(6)
  })

  test('shows the other reading where it leads to another day', () => {
    const deadline = decisionDeadline([sent('2026-09-07'), asked('2026-09-21'), answered('2026-09-24')], day('2026-11-03'), none)
    expect(deadline).toMatchObject({ last: '2026-11-04', otherReading: '2026-11-05' })
  })

  test('stands still while the municipality waits for an answer', () => {
    expect(decisionDeadline([sent('2026-09-07'), asked('2026-09-21')], day('2026-09-30'), none)).toMatchObject({ standsStill: true, last: '2026-11-11' })
  })

  test('a question answered on the same day costs no time', () => {
    expect(decisionDeadline([sent('2026-09-07'), asked('2026-09-21'), answered('2026-09-21')], day('2026-09-30'), none)?.last).toBe('2026-11-02')
  })

  test('passes over a free day', () => {
    const christmas = (on: string) => on === '2026-12-25' || on === '2026-12-26'
    expect(decisionDeadline([sent('2026-10-30')], day('2026-11-01'), christmas)?.last).toBe('2026-12-28')
  })

  test('does not exist before the request was sent', () => {
    expect(decisionDeadline([], day('2026-11-01'), none)).toBeNull()
  })
})
