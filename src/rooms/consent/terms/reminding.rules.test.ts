import { describe, expect, test } from 'vitest'
import { day, startOf } from '#kit/day.ts'
import type { ConsentEvent } from '../events/events.rules.ts'
import { remindersOf } from './reminding.rules.ts'

const none = () => false
const fact = (on: string) => ({ on: day(on), recordedAt: startOf(day(on)) })
const sent: ConsentEvent = { kind: 'sent', sentBy: 'member', ...fact('2026-09-07') }
const asked = (before: string | null): ConsentEvent => ({ kind: 'moreAsked', question: '?', answerBefore: before ? day(before) : null, ...fact('2026-09-14') })
const refused: ConsentEvent = { kind: 'refused', reason: 'Nog niet rond.', ...fact('2026-10-05') }
const names = (events: readonly ConsentEvent[], who: 'municipality' | 'applicant', on: string) =>
  remindersOf(events, who, day(on), none).map(({ term }) => term)

describe('a reminder of a term', () => {
  test.each([
    ['2026-10-04', []],
    ['2026-10-05', ['decide']],
    ['2026-10-06', []],
    ['2026-10-19', ['decide']],
    ['2026-10-26', ['decide']],
    ['2026-11-02', []],
  ])('is due four, two and one week before the last day, on %s', (on, due) => {
    expect(names([sent], 'municipality', on)).toEqual(due)
    expect(names([sent], 'applicant', on)).toEqual([])
  })

  test('is not due while the town waits for an answer, and then the member is the one who must act', () => {
    expect(names([sent, asked('2026-10-05')], 'municipality', '2026-10-12')).toEqual([])
    expect(names([sent, asked('2026-10-05')], 'applicant', '2026-09-21')).toEqual(['complete'])
  })

  test('is not due for what was decided; whoever was refused is told of objecting', () => {
    expect(names([sent, refused], 'municipality', '2026-10-19')).toEqual([])
    expect(names([sent, refused], 'applicant', '2026-10-19')).toEqual(['object'])
  })
})
