import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { KNOWN_AMOUNTS } from '../amounts/known.rules.ts'
import { EQUATED_DAYS } from './equated.rules.ts'
import { freeDays } from './free-days.rules.ts'
import type { FurtherDelayGround, TermEvent, TermName, TermSettings } from './term.rules.ts'
import { termsOf } from './terms.rules.ts'

const isFree = freeDays(EQUATED_DAYS.map(({ on }) => on))
const PLAIN: TermSettings = { ownWeeks: null, committee: false }
const COMMITTEE: TermSettings = { ownWeeks: null, committee: true }
const at = (kind: 'received' | 'notified' | 'objected' | 'objectionNotified' | 'objectionMended', on: string): TermEvent => ({ kind, on: day(on) })
const asked = (on: string, before: string): TermEvent => ({ kind: 'objectionMendAsked', on: day(on), before: day(before) })
const mended = (on: string) => at('objectionMended', on)
const putOff = (on: string, weeks: number): TermEvent => ({ kind: 'objectionPutOff', on: day(on), weeks })
const delayed = (on: string, until: string, ground: FurtherDelayGround = 'objectorAgrees'): TermEvent => ({
  kind: 'objectionDelayed',
  on: day(on),
  until: day(until),
  ground,
})
// Objecting is possible until Friday 18 December 2026, so that the term to decide ends on Friday 29 January 2027.
const events = [at('received', '2026-09-21'), at('notified', '2026-11-06'), at('objected', '2026-12-01')]
const term = (more: readonly TermEvent[], on: string, name: TermName = 'decideObjection', settings = PLAIN) =>
  termsOf([...events, ...more], settings, day(on), isFree, []).find((each) => each.term === name)

describe('a shortcoming of an objection is to be mended (Awb 6:6)', () => {
  test('by the day that was given, which does not move off a Sunday', () => {
    const sunday = [asked('2026-12-21', '2027-01-03')]
    expect(term(sunday, '2026-12-22', 'mendObjection')).toMatchObject({ who: 'applicant', last: '2027-01-03', standing: 'running', article: 'Awb 6:6' })
    expect(term(sunday, '2027-01-04', 'mendObjection')?.standing).toBe('missed')
    expect(term([...sunday, mended('2027-01-03')], '2027-02-01', 'mendObjection')?.standing).toBe('met')
    expect(term([...sunday, mended('2027-01-04')], '2027-02-01', 'mendObjection')?.standing).toBe('missed')
    expect(term([], '2026-12-22', 'mendObjection')).toBeUndefined()
  })

  test('of two the second is the one that runs, also when it was asked on the day the first was mended', () => {
    const twice = [asked('2026-12-21', '2027-01-04'), mended('2026-12-28'), asked('2026-12-28', '2027-01-11')]
    expect(term(twice, '2026-12-29', 'mendObjection')).toMatchObject({ last: '2027-01-11', standing: 'running' })
  })
})

describe('the term to decide on an objection stands still (Awb 7:10(2))', () => {
  test.each([
    ['mended: the days between, off a Sunday', '2026-12-21', '2027-01-11', '2026-12-31', '2027-02-08', null],
    ['mended: off a Saturday', '2026-12-21', '2027-01-11', '2026-12-30', '2027-02-08', null],
    ['mended on the day after: no day lies between', '2026-12-21', '2027-01-11', '2026-12-22', '2027-01-29', '2027-02-01'],
    ['mended on the last day that was given', '2026-12-21', '2027-01-04', '2027-01-04', '2027-02-11', '2027-02-12'],
    ['the day that was given went by unused: through that day', '2026-12-21', '2027-01-04', null, '2027-02-12', null],
    ['mended a day late: as if unused', '2026-12-21', '2027-01-04', '2027-01-05', '2027-02-12', null],
    ['asked and mended before the term began: not at all', '2026-12-07', '2026-12-21', '2026-12-14', '2027-01-29', '2027-02-05'],
    ['asked before the term began and unused: from its first day', '2026-12-07', '2026-12-21', null, '2027-02-01', '2027-02-12'],
    ['mended on the first day of the term', '2026-12-14', '2026-12-28', '2026-12-19', '2027-01-29', '2027-02-03'],
    ['asked on the last day of the term', '2027-01-29', '2027-02-12', '2027-02-10', '2027-02-09', '2027-02-10'],
    ['asked after its last day: nothing is left that could', '2027-01-30', '2027-02-12', '2027-02-10', '2027-01-29', null],
  ])('%s', (_, on, before, done, last, other) => {
    const found = term([asked(on, before), ...(done ? [mended(done)] : [])], '2027-03-01')
    expect([found?.last, found?.otherReading]).toEqual([last, other])
  })

  test('while it waits, and runs on from the day after the day that was given', () => {
    const waits = [asked('2026-12-21', '2027-01-04')]
    expect(term(waits, '2027-01-04')).toMatchObject({ standing: 'still', last: '2027-02-12' })
    expect(term(waits, '2027-01-05')).toMatchObject({ standing: 'running', last: '2027-02-12' })
    expect(term(waits, '2027-02-12')?.standing).toBe('running')
    expect(term(waits, '2027-02-13')?.standing).toBe('missed')
    expect(term([asked('2026-12-07', '2026-12-28')], '2026-12-18')?.standing, 'it has not begun').toBe('running')
    expect(term([asked('2026-12-07', '2026-12-28')], '2026-12-19')?.standing).toBe('still')
  })

  test('up to the decision and no day longer', () => {
    const decided = [asked('2026-12-21', '2027-01-11'), at('objectionNotified', '2026-12-28')]
    expect(term(decided, '2027-03-01')).toMatchObject({ standing: 'met', last: '2027-02-05' })
  })

  test('twice where it was asked twice, and shows how', () => {
    const twice = [asked('2026-12-21', '2027-01-04'), mended('2026-12-24'), asked('2027-01-11', '2027-01-25')]
    const found = term(twice, '2027-01-26')
    expect(found?.last).toBe('2027-02-15')
    expect(found?.steps.map(({ what, days, on, article }) => [what, days, on, article])).toEqual([
      ['termEnded', 0, '2026-12-18', 'Awb 7:10 lid 1'],
      ['weeks', 42, '2027-01-29', 'Awb 7:10 lid 1'],
      ['stoodStill', 16, '2027-02-14', 'Awb 7:10 lid 2'],
      ['notAWorkingDay', 1, '2027-02-15', 'Algemene termijnenwet 1'],
    ])
  })
})

describe('further delay (Awb 7:10(4))', () => {
  test('stood still first, then put off, then the day that was agreed; each with its paragraph', () => {
    const all = [asked('2026-12-21', '2027-01-04'), putOff('2027-01-11', 6), delayed('2027-03-15', '2027-05-02', 'procedure')]
    expect(term(all.slice(0, 2), '2027-03-01')?.last, 'Good Friday to the Tuesday after Easter').toBe('2027-03-30')
    const found = term(all, '2027-04-01')
    expect(found).toMatchObject({ last: '2027-05-02', standing: 'running', otherReading: null })
    expect(found?.steps.map(({ what, days, on, article }) => [what, days, on, article])).toEqual([
      ['termEnded', 0, '2026-12-18', 'Awb 7:10 lid 1'],
      ['weeks', 42, '2027-01-29', 'Awb 7:10 lid 1'],
      ['stoodStill', 14, '2027-02-12', 'Awb 7:10 lid 2'],
      ['putOff', 42, '2027-03-26', 'Awb 7:10 lid 3'],
      ['furtherDelay', 37, '2027-05-02', 'Awb 7:10 lid 4 onder c'],
    ])
  })

  test.each([
    ['everyoneAgrees', 'Awb 7:10 lid 4 onder a'],
    ['objectorAgrees', 'Awb 7:10 lid 4 onder b'],
    ['procedure', 'Awb 7:10 lid 4 onder c'],
  ] as const)('%s is %s', (ground, article) => {
    expect(term([delayed('2027-01-11', '2027-02-26', ground)], '2027-01-12')?.steps.at(-1)?.article).toBe(article)
  })

  test('the day before, on and after that day', () => {
    const until = [delayed('2027-01-11', '2027-02-26')]
    expect(['2027-02-25', '2027-02-26', '2027-02-27'].map((on) => term(until, on)?.standing)).toEqual(['running', 'running', 'missed'])
    expect(term([...until, at('objectionNotified', '2027-02-26')], '2027-06-01')?.standing).toBe('met')
  })

  test('a day that was named stays, and what stood still after it was agreed is another reading', () => {
    const later = [delayed('2027-01-04', '2027-02-28'), asked('2027-01-11', '2027-01-25')]
    expect(term(later, '2027-01-26')).toMatchObject({ last: '2027-02-28', otherReading: '2027-03-14' })
  })

  test('a day before the term itself is over takes nothing from it', () => {
    const found = term([delayed('2027-01-04', '2027-01-15')], '2027-01-05')
    expect([found?.last, found?.steps.some(({ what }) => what === 'furtherDelay')]).toEqual(['2027-01-29', false])
  })

  test('a committee has twelve weeks; what stood still does not make the term of a statute longer, so it moves off a Sunday', () => {
    expect(term([asked('2026-12-21', '2026-12-23')], '2027-01-05', 'decideObjection', COMMITTEE)?.last).toBe('2027-03-15')
    expect(term([asked('2026-12-21', '2026-12-23'), putOff('2027-01-11', 1)], '2027-01-12', 'decideObjection', COMMITTEE)).toMatchObject({
      last: '2027-03-21',
      otherReading: '2027-03-22',
    })
  })
})

describe('too late to decide on an objection (Awb 7:14, 4:17)', () => {
  const told: TermEvent = { kind: 'defaultTold', on: day('2027-02-01') }
  const late = (more: readonly TermEvent[], on: string, name: TermName) =>
    termsOf([...events, ...more], PLAIN, day(on), isFree, PENALTIES).find((each) => each.term === name)
  const PENALTIES = KNOWN_AMOUNTS.filter(({ code }) => code.startsWith('penalty')).map((row) => ({ ...row, until: null }))

  test('it can be told from the day after its last day, by whoever objected', () => {
    expect(late([], '2027-01-29', 'tellDefault')).toBeUndefined()
    expect(late([], '2027-01-30', 'tellDefault')).toMatchObject({ who: 'applicant', first: '2027-01-30', article: 'Awb 4:17 lid 3 en 7:14' })
    expect(late([at('objectionNotified', '2027-01-30')], '2027-01-31', 'tellDefault')).toBeUndefined()
    expect(late([putOff('2027-01-20', 6)], '2027-01-30', 'tellDefault')).toBeUndefined()
  })

  test('two weeks after it was told every day costs, until the decision', () => {
    expect(late([told], '2027-02-15', 'penalty')).toMatchObject({ first: '2027-02-16', standing: 'running', cents: 0n, article: 'Awb 4:17 en 7:14' })
    expect(late([told], '2027-02-17', 'penalty')?.cents).toBe(4_600n)
    expect(late([told, at('objectionNotified', '2027-02-18')], '2027-03-01', 'penalty')?.cents).toBe(4_600n)
    expect(late([{ ...told, on: day('2027-01-29') }], '2027-03-01', 'penalty')).toBeUndefined()
  })
})
