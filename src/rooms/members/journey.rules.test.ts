import { describe, expect, test } from 'vitest'
import { addDays, day, startOf } from '#kit/day.ts'
import { type JourneyStep, mayBecome, mayTradeByStage, nextStages, type Stage, stageOn, timesMember } from './journey.rules.ts'

const step = (stage: Stage, on: string, more: Partial<JourneyStep> = {}): JourneyStep => ({
  stage,
  on: day(on),
  until: null,
  reason: null,
  destination: null,
  recordedAt: startOf(day(on)),
  ...more,
})

const journey = [
  step('interested', '2026-01-10'),
  step('applied', '2026-02-01'),
  step('trial', '2026-03-01', { until: day('2026-05-31') }),
  step('member', '2026-06-01'),
  step('former', '2026-09-15', { reason: 'ownWish', destination: 'paidWork' }),
]

describe('the journey of a member', () => {
  test.each([
    ['2026-01-09', null],
    ['2026-01-10', 'interested'],
    ['2026-01-31', 'interested'],
    ['2026-02-01', 'applied'],
    ['2026-02-28', 'applied'],
    ['2026-03-01', 'trial'],
    ['2026-05-31', 'trial'],
    ['2026-06-01', 'member'],
    ['2026-09-14', 'member'],
    ['2026-09-15', 'former'],
  ])('on %s the stage is %s', (on, stage) => {
    expect(stageOn(journey, day(on))?.stage ?? null).toBe(stage)
  })

  test('a trial is over the day after its last day, and stays a trial until somebody decides', () => {
    const onTrial = journey.slice(0, 3)
    expect(stageOn(onTrial, day('2026-05-31'))?.trialOver).toBe(false)
    expect(stageOn(onTrial, day('2026-06-01'))).toMatchObject({ stage: 'trial', trialOver: true })
  })

  test('a trial made longer keeps its first day', () => {
    const longer = [...journey.slice(0, 3), step('trial', '2026-05-20', { until: day('2026-06-30') })]
    expect(stageOn(longer, day('2026-06-01'))).toEqual({ stage: 'trial', since: '2026-03-01', until: '2026-06-30', trialOver: false })
  })

  test('what was written down later was not known before', () => {
    const late = [...journey.slice(0, 4), step('former', '2026-09-15', { recordedAt: startOf(day('2026-10-01')) })]
    expect(stageOn(late, day('2026-09-20'), startOf(day('2026-09-20')))?.stage).toBe('member')
    expect(stageOn(late, day('2026-09-20'), startOf(day('2026-10-01')))?.stage).toBe('former')
  })

  test('somebody who left may come back, and was a member twice', () => {
    expect(mayBecome(journey, 'member', day('2026-11-01'))).toBe(true)
    const back = [...journey, step('member', '2026-11-01')]
    expect(stageOn(back, day('2026-11-01'))).toMatchObject({ stage: 'member', since: '2026-11-01' })
    expect(timesMember(back)).toBe(2)
  })

  test('nobody becomes a member twice without leaving, and nobody leaves who was never here', () => {
    expect(mayBecome(journey.slice(0, 4), 'member', day('2026-07-01'))).toBe(false)
    expect(mayBecome([], 'former', day('2026-07-01'))).toBe(false)
  })

  test('a step is not put before one that is there already', () => {
    expect(nextStages(journey, day('2026-07-01'))).toEqual([])
    expect(nextStages(journey, day('2026-09-15'))).toContain('applied')
  })

  test.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-09-14', true],
    ['2026-09-15', false],
  ])('on %s trade is open by stage: %s', (on, open) => {
    expect(mayTradeByStage(stageOn(journey, day(on)))).toBe(open)
  })

  test('two steps on one day count in the order in which they were written down', () => {
    const on = day('2026-03-01')
    const steps = [step('member', on, { recordedAt: startOf(addDays(on, 1)) }), step('trial', on)]
    expect(stageOn(steps, on)?.stage).toBe('member')
  })
})
