import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { STEPS } from '../departure.rules.ts'
import { choicesFor, departureStanding, equipmentStep, lastDayWrong, stepAfter, stepsOpen } from './steps.rules.ts'

const at = Temporal.Instant.from('2026-11-01T09:00:00Z')

test.each([
  [{}, 0, 'running'],
  [{ agreed: at }, 0, 'agreed'],
  [{ agreed: at, confirmed: at }, 0, 'confirmed'],
  [{ confirmed: at }, 1, 'closed'],
  [{ agreed: at, calledOff: at }, 0, 'calledOff'],
] as const)('moments %j and %i statements: %s', (moments, statements, standing) => {
  expect(departureStanding({ moments, statements })).toBe(standing)
})

test('every step leads to the next, the last one to the summary, and an answered step waits no more', () => {
  expect(STEPS.map(stepAfter)).toEqual([...STEPS.slice(1), null])
  expect(stepsOpen({})).toEqual(STEPS)
  expect(stepsOpen({ lastDay: { on: day('2026-11-30') } })).toEqual(STEPS.filter((step) => step !== 'lastDay'))
})

describe('what becomes of a thing', () => {
  test.each([
    ['member', 'here', ['keep']],
    ['member', 'lent', ['keep']],
    ['cooperative', 'here', ['giveBack', 'buy', 'given']],
    ['cooperative', 'lent', ['giveBack', 'buy', 'given']],
    ['cooperative', 'sold', []],
    ['member', 'lost', []],
  ] as const)('of the %s and %s: %j', (owner, standing, choices) => {
    expect(choicesFor({ owner, standing })).toEqual(choices)
  })
  test.each([
    ['here', 'giveBack', null],
    ['lent', 'giveBack', 'returned'],
    ['here', 'buy', 'sold'],
    ['lent', 'given', 'given'],
    ['here', 'keep', null],
  ] as const)('%s, %s is written down as %s', (standing, choice, step) => {
    expect(equipmentStep({ owner: 'cooperative', standing }, choice)).toBe(step)
  })
})

test.each([
  ['2026-01-01', '2026-01-02', true],
  ['2026-01-02', '2026-01-02', false],
  ['2026-01-03', '2026-01-02', false],
])('a last day %s of who is here since %s is wrong: %s', (last, since, wrong) => {
  expect(lastDayWrong(day(last), day(since))).toBe(wrong)
  expect(lastDayWrong(day(last), null)).toBe(false)
})
