import { describe, expect, test } from 'vitest'
import { day, startOf } from '#kit/day.ts'
import { BENEFIT_SOURCES, type BenefitFact, eases, needsConsent, sourceOn, tradeNeeds } from '../benefit.rules.ts'

const facts: BenefitFact[] = [
  { source: 'participatiewetOwn', from: day('2026-01-01'), recordedAt: startOf(day('2026-01-05')) },
  { source: 'none', from: day('2026-06-15'), recordedAt: startOf(day('2026-07-01')) },
]

test('each source asks for one thing before somebody trades', () => {
  expect(BENEFIT_SOURCES.map((source) => [source, tradeNeeds(source)])).toEqual([
    ['participatiewetOwn', 'consent'],
    ['participatiewetJoint', 'consent'],
    ['ioawIoaz', 'consent'],
    ['uwv', 'report'],
    ['none', 'nothing'],
    ['unknown', 'answer'],
  ])
  expect(BENEFIT_SOURCES.filter(needsConsent)).toHaveLength(3)
})

test.each([
  ['participatiewetOwn', 'none', true],
  ['participatiewetOwn', 'uwv', true],
  ['participatiewetOwn', 'participatiewetJoint', false],
  ['participatiewetOwn', 'unknown', false],
  ['unknown', 'participatiewetOwn', true],
  ['unknown', 'none', true],
  ['uwv', 'none', true],
  ['uwv', 'ioawIoaz', false],
  ['none', 'uwv', false],
  ['none', 'none', false],
] as const)('from %s to %s eases: %s', (before, after, told) => {
  expect(eases(before, after)).toBe(told)
})

describe('the source on a day', () => {
  test.each([
    ['2025-12-31', 'unknown'],
    ['2026-01-01', 'participatiewetOwn'],
    ['2026-06-14', 'participatiewetOwn'],
    ['2026-06-15', 'none'],
  ])('on %s is %s', (on, source) => {
    expect(sourceOn(facts, day(on))).toBe(source)
  })

  test('silence is unknown, never none', () => {
    expect(sourceOn([], day('2026-06-15'))).toBe('unknown')
  })

  test('a change told on 1 July does not rewrite what was known in June', () => {
    expect(sourceOn(facts, day('2026-06-20'), startOf(day('2026-06-30')))).toBe('participatiewetOwn')
    expect(sourceOn(facts, day('2026-06-20'), startOf(day('2026-07-01')))).toBe('none')
  })

  test('a correction for the same day replaces what stood there', () => {
    const corrected = [...facts, { source: 'uwv' as const, from: day('2026-06-15'), recordedAt: startOf(day('2026-08-01')) }]
    expect(sourceOn(corrected, day('2026-06-15'))).toBe('uwv')
  })
})
