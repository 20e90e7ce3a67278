import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { atDaytime, costsNamed, haltOf, nextStep, outOfOrder, type Past, USUAL, workingDay } from './reminding.rules.ts'

const due = day('2026-11-02') // a Monday
const past = (...steps: readonly [Past['step'], string][]): Past[] => steps.map(([step, on]) => ({ step, on: day(on) }))

describe('which step comes, and when', () => {
  test('each step follows the one before, a number of days after the last day to pay', () => {
    expect(nextStep(USUAL, due, [])).toEqual({ step: 'friendly', from: '2026-11-09' })
    expect(nextStep(USUAL, due, past(['friendly', '2026-11-09']))).toEqual({ step: 'second', from: '2026-11-16' })
    expect(nextStep(USUAL, due, past(['friendly', '2026-11-09'], ['second', '2026-11-16']))).toEqual({ step: 'call', from: '2026-11-30' })
    expect(nextStep(USUAL, due, past(['call', '2026-11-30']))).toEqual({ step: 'last', from: '2026-12-14' })
    expect(nextStep(USUAL, due, past(['last', '2026-12-14']))).toEqual({ step: 'writeOff', from: '2027-01-11' })
  })
  test('who begins late gets no two steps in a week, and a last letter has its fourteen days and the post', () => {
    expect(nextStep(USUAL, due, past(['friendly', '2026-12-01']))).toEqual({ step: 'second', from: '2026-12-08' })
    expect(nextStep(USUAL, due, past(['last', '2027-02-01']))).toEqual({ step: 'writeOff', from: '2027-02-22' })
  })
  test('a step without days is left out; after the last there is none', () => {
    const scheme = { ...USUAL, after: { ...USUAL.after, second: null, writeOff: null } }
    expect(nextStep(scheme, due, past(['friendly', '2026-11-09']))?.step).toBe('call')
    expect(nextStep(scheme, due, past(['last', '2026-12-14']))).toBeNull()
    expect(nextStep({ ...USUAL, after: { friendly: null, second: null, call: null, last: null, writeOff: null } }, due, [])).toBeNull()
  })
  test('a Saturday, a Sunday and a holiday move to the next working day', () => {
    expect(workingDay(day('2026-11-06'))).toBe('2026-11-06')
    expect(workingDay(day('2026-11-07'))).toBe('2026-11-09')
    expect(workingDay(day('2026-12-25'))).toBe('2026-12-28') // Friday, Saturday, Sunday
    expect(workingDay(day('2027-03-26'))).toBe('2027-03-30') // Good Friday up to Easter Monday
  })
})

describe('why nobody is reminded', () => {
  const open = { open: cents(1), dueOn: due, question: false, proposed: false, pauses: [] }
  test('on the last day there is still time; the day after it may begin', () => {
    expect(haltOf(open, due)).toBe('notDue')
    expect(haltOf(open, day('2026-11-03'))).toBeNull()
    expect(haltOf({ ...open, dueOn: null }, day('2026-11-03'))).toBe('notDue')
  })
  test('paid or credited, a question, a proposal to write off', () => {
    const on = day('2026-12-01')
    expect(haltOf({ ...open, open: cents(0) }, on)).toBe('settled')
    expect(haltOf({ ...open, open: cents(-1) }, on)).toBe('settled')
    expect(haltOf({ ...open, question: true }, on)).toBe('question')
    expect(haltOf({ ...open, proposed: true }, on)).toBe('proposed')
  })
  test('a pause holds up to and with its last day, or until it is ended', () => {
    const paused = (until: string | null, ended = false) => ({ ...open, pauses: [{ until: until ? day(until) : null, ended }] })
    expect(haltOf(paused('2026-12-01'), day('2026-12-01'))).toBe('paused')
    expect(haltOf(paused('2026-12-01'), day('2026-12-02'))).toBeNull()
    expect(haltOf(paused(null), day('2030-01-01'))).toBe('paused')
    expect(haltOf(paused(null, true), day('2026-12-01'))).toBeNull()
  })
})

test('mail goes by itself at daytime on working days only', () => {
  expect([8, 9, 16, 17].map((hour) => atDaytime(due, hour))).toEqual([false, true, true, false])
  expect(atDaytime(day('2026-11-01'), 10)).toBe(false)
  expect(atDaytime(day('2026-12-25'), 10)).toBe(false)
})

test('only a last letter to a person names costs, and only those that the cooperative entered', () => {
  const scheme = { ...USUAL, costs: cents(4000) }
  expect(costsNamed(scheme, 'last', 'person')).toBe(4000n)
  expect([costsNamed(scheme, 'last', 'organisation'), costsNamed(scheme, 'second', 'person'), costsNamed(USUAL, 'last', 'person')]).toEqual([null, null, null])
})

test('steps stand in their order', () => {
  expect(outOfOrder(USUAL.after)).toBeNull()
  expect(outOfOrder({ ...USUAL.after, second: 7 })).toBe('second')
  expect(outOfOrder({ ...USUAL.after, second: null, call: 7 })).toBe('call')
})
