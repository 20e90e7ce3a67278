import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import type { JourneyStep, Stage } from '../journey.rules.ts'
import { classOf, termsOf } from './terms.rules.ts'

const steps = (...all: (readonly [string, Stage])[]): JourneyStep[] =>
  all.map(([on, stage]) => ({ stage, on: day(on), until: null, reason: null, destination: null, recordedAt: Temporal.Instant.from('2026-01-01T00:00:00Z') }))
const on = day('2026-11-26')

describe('terms of a member', () => {
  test('from trial to member to the last day inside', () => {
    const terms = termsOf(steps(['2025-01-01', 'applied'], ['2025-02-01', 'trial'], ['2025-05-01', 'member'], ['2026-03-01', 'former']), on)
    expect(terms).toEqual([{ aspirantFrom: '2025-02-01', memberFrom: '2025-05-01', until: '2026-02-28' }])
    expect(classOf(terms)).toBe('former')
  })

  test('whoever came back has two terms, and a trial made longer is one', () => {
    const terms = termsOf(steps(['2024-01-01', 'member'], ['2025-01-01', 'former'], ['2026-01-01', 'trial'], ['2026-04-01', 'trial']), on)
    expect(terms).toEqual([
      { aspirantFrom: null, memberFrom: '2024-01-01', until: '2024-12-31' },
      { aspirantFrom: '2026-01-01', memberFrom: null, until: null },
    ])
    expect(classOf(terms)).toBe('aspirant')
  })

  test('on an earlier day the later step has not happened; who only applied is not in it', () => {
    const all = steps(['2026-01-01', 'member'], ['2026-11-26', 'former'])
    expect(classOf(termsOf(all, day('2026-11-25')))).toBe('member')
    expect(classOf(termsOf(all, day('2026-11-26')))).toBe('former')
    expect(classOf(termsOf(steps(['2026-01-01', 'applied'], ['2026-02-01', 'former']), on))).toBeNull()
  })
})
