import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { Refusal } from '#kit/refusal.ts'
import { KNOWN_AMOUNTS } from '../amounts/known.rules.ts'
import { EQUATED_DAYS } from './equated.rules.ts'
import { freeDays } from './free-days.rules.ts'
import type { TermEvent, TermName, TermSettings } from './term.rules.ts'
import { lastDayToObject, termsOf } from './terms.rules.ts'

const isFree = freeDays(EQUATED_DAYS.map(({ on }) => on))
const none = () => false
const PLAIN: TermSettings = { ownWeeks: null, committee: false }
const at = (kind: 'received' | 'completed' | 'notified' | 'defaultTold' | 'objected' | 'objectionNotified' | 'appealed', on: string): TermEvent => ({
  kind,
  on: day(on),
})
const asked = (on: string, before: string | null = null): TermEvent => ({ kind: 'moreAsked', on: day(on), before: before === null ? null : day(before) })
const terms = (events: readonly TermEvent[], on: string, settings: TermSettings = PLAIN) => termsOf(events, settings, day(on), isFree, KNOWN_AMOUNTS)
const term = (name: TermName, events: readonly TermEvent[], on: string, settings: TermSettings = PLAIN) =>
  terms(events, on, settings).find((each) => each.term === name)

describe('to decide', () => {
  test.each([
    ['an ordinary Monday', '2026-09-07', '2026-11-02'],
    ['a Saturday moves to Monday', '2026-09-05', '2026-11-02'],
    ['Good Friday moves over Easter Monday', '2026-02-06', '2026-04-07'],
    ['Easter Monday moves to Tuesday', '2026-02-09', '2026-04-07'],
    ['Ascension moves over the Friday that a decree equates', '2026-03-19', '2026-05-18'],
    ['Whit Monday moves to Tuesday', '2026-03-30', '2026-05-26'],
    ["King's day moves to Tuesday", '2026-03-02', '2026-04-28'],
    ['5 May is a holiday every year', '2026-03-10', '2026-05-06'],
    ['Christmas moves over the weekend', '2026-10-30', '2026-12-28'],
    ['Boxing day on a Saturday too', '2026-10-31', '2026-12-28'],
    ['New Year moves over the day that a decree equates, and the weekend', '2025-11-06', '2026-01-05'],
    ['a leap day counts as a day', '2028-01-04', '2028-02-29'],
    ['and the day after it', '2028-01-05', '2028-03-01'],
    ['summer time changes no day', '2026-02-23', '2026-04-20'],
    ['winter time changes no day', '2026-09-01', '2026-10-27'],
  ])('eight weeks after receipt: %s', (_, received, last) => {
    expect(term('decide', [at('received', received)], received)?.last).toBe(last)
  })

  test('the day before, on and after the last day', () => {
    const events = [at('received', '2026-09-07')]
    expect(['2026-11-01', '2026-11-02', '2026-11-03'].map((on) => term('decide', events, on)?.standing)).toEqual(['running', 'running', 'missed'])
    expect(term('decide', [...events, at('notified', '2026-11-02')], '2026-12-01')?.standing).toBe('met')
    expect(term('decide', [...events, at('notified', '2026-11-03')], '2026-12-01')?.standing).toBe('missed')
  })

  test('stands still between question and completion, twice where it was asked twice', () => {
    const events = [at('received', '2026-09-07'), asked('2026-09-14'), at('completed', '2026-09-18'), asked('2026-10-01')]
    expect(term('decide', events, '2026-10-08')).toMatchObject({ standing: 'still', last: '2026-11-12' })
    expect(term('decide', [...events, at('completed', '2026-10-09')], '2026-10-20')).toMatchObject({ standing: 'running', last: '2026-11-12' })
  })

  test('runs on where the day that was given went by unused (4:15(1)(a)), also where an answer came later', () => {
    const events = [at('received', '2026-08-29'), asked('2026-09-04', '2026-09-18')]
    // 24 October and the fourteen days up to and including 18 September; 7 November is a Saturday.
    expect(term('decide', events, '2026-09-18')).toMatchObject({ standing: 'still', last: '2026-11-09' })
    expect(term('decide', events, '2026-09-19')).toMatchObject({ standing: 'running', last: '2026-11-09', otherReading: null })
    expect(term('decide', events, '2026-11-27')).toMatchObject({ standing: 'missed', last: '2026-11-09' })
    expect(term('decide', [...events, at('completed', '2026-10-20')], '2026-10-21')).toMatchObject({ standing: 'running', last: '2026-11-09' })
    expect(term('decide', [...events, at('completed', '2026-09-18')], '2026-10-21')?.last).toBe('2026-11-06')
  })

  test('what stood still counts up to the decision, and no day longer', () => {
    const events = [at('received', '2026-09-07'), asked('2026-09-14'), at('notified', '2026-09-21')]
    expect(['2026-09-21', '2026-12-01'].map((on) => term('decide', events, on)?.last)).toEqual(['2026-11-09', '2026-11-09'])
  })

  test("a municipality's own term does not move off a Sunday, for it is in no statute", () => {
    expect(term('decide', [at('received', '2026-09-06')], '2026-09-10', { ...PLAIN, ownWeeks: 6 })).toMatchObject({
      last: '2026-10-18',
      article: 'Awb 4:13 lid 1',
    })
  })

  test('a day that was named for a late decision holds as it was named (4:14)', () => {
    const events: TermEvent[] = [at('received', '2026-09-07'), { kind: 'delayTold', on: day('2026-10-30'), until: day('2026-12-26') }]
    expect(term('decide', events, '2026-11-20')).toMatchObject({ last: '2026-12-26', article: 'Awb 4:14', standing: 'running' })
    expect(term('tellDelay', events, '2026-11-20')).toBeUndefined()
    expect(term('tellDelay', events.slice(0, 1), '2026-11-20')?.standing).toBe('missed')
  })

  test('waiting that the applicant agreed to in writing is added (4:15(2))', () => {
    const events: TermEvent[] = [at('received', '2026-09-07'), { kind: 'waitingAgreed', on: day('2026-09-10'), until: day('2026-09-24') }]
    expect(term('decide', events, '2026-09-30')?.last).toBe('2026-11-16')
  })

  test('a day on which two things stopped the clock stood still once', () => {
    const wait = (on: string, until: string): TermEvent => ({ kind: 'waitingAgreed', on: day(on), until: day(until) })
    const within = [at('received', '2026-09-07'), asked('2026-09-10', '2026-10-10'), wait('2026-09-15', '2026-09-30')]
    // 2 November and the thirty days through 10 October.
    expect(term('decide', within, '2026-10-20')?.last).toBe('2026-12-02')
    expect(term('decide', [at('received', '2026-09-07'), wait('2026-09-10', '2026-09-24'), wait('2026-09-17', '2026-10-01')], '2026-10-20')?.last).toBe(
      '2026-11-23',
    )
  })

  test('a later day that the applicant agreed to is the last day itself, over a weekend too (4:15(2)(a))', () => {
    const agreed: TermEvent = { kind: 'laterDayAgreed', on: day('2026-10-20'), until: day('2026-11-29') }
    expect(term('decide', [at('received', '2026-09-07'), agreed], '2026-11-01')).toMatchObject({
      last: '2026-11-29',
      article: 'Awb 4:15 lid 2',
      standing: 'running',
      steps: [{}, {}, { what: 'agreedToWait', days: 27, on: '2026-11-29' }],
    })
    expect(term('decide', [at('received', '2026-09-07'), { ...agreed, until: day('2026-10-25') }], '2026-11-01')?.last).toBe('2026-11-02')
  })

  test('what is asked, agreed or told after the last day changes nothing: the term is over (4:13(2), 4:14(3), 4:15)', () => {
    const received = at('received', '2026-09-07')
    const after: TermEvent[] = [
      asked('2026-11-03', '2026-12-01'),
      { kind: 'waitingAgreed', on: day('2026-11-03'), until: day('2026-12-01') },
      { kind: 'delayTold', on: day('2026-11-03'), until: day('2026-12-01') },
    ]
    for (const event of after) {
      expect(term('decide', [received, event], '2026-11-20')).toMatchObject({ last: '2026-11-02', standing: 'missed', otherReading: null })
      expect(term('tellDefault', [received, event], '2026-11-20')?.first).toBe('2026-11-03')
      expect(term('decide', [received, { ...event, on: day('2026-11-02') }], '2026-11-03')?.last).not.toBe('2026-11-02')
    }
  })

  test("a notice of delay does not move a term of the municipality's own rule (4:14(1)): the other reading goes by the day that was told", () => {
    const events: TermEvent[] = [at('received', '2026-09-07'), { kind: 'delayTold', on: day('2026-09-10'), until: day('2026-11-30') }]
    const own = { ...PLAIN, ownWeeks: 6 }
    expect(term('decide', events, '2026-10-20', own)).toMatchObject({ last: '2026-10-19', standing: 'missed', otherReading: '2026-11-30' })
    expect(term('tellDefault', events, '2026-10-20', own)?.first).toBe('2026-10-20')
  })

  test('nothing runs before receipt, and what is still to come is not known', () => {
    expect(terms([], '2026-09-10')).toEqual([])
    expect(terms([at('received', '2026-09-11')], '2026-09-10')).toEqual([])
  })
})

test('a day given to complete a request does not move, and is met or missed', () => {
  const events = [at('received', '2026-09-07'), asked('2026-09-14', '2026-09-27')]
  expect(term('complete', events, '2026-09-20')).toMatchObject({ last: '2026-09-27', who: 'applicant', standing: 'running' })
  expect(term('complete', events, '2026-09-28')?.standing).toBe('missed')
  expect(term('complete', [...events, at('completed', '2026-09-27')], '2026-10-20')?.standing).toBe('met')
})

test('a request is left unprocessed within four weeks after the day that was given went by unused (4:5(4))', () => {
  const events = [at('received', '2026-08-29'), asked('2026-09-04', '2026-09-18')]
  const left = (more: readonly TermEvent[], on: string) => term('leaveUnprocessed', [...events, ...more], on)
  expect(left([], '2026-09-18')).toBeUndefined()
  expect(left([], '2026-09-19')).toMatchObject({ who: 'municipality', first: '2026-09-19', last: '2026-10-16', standing: 'running', article: 'Awb 4:5 lid 4' })
  expect(left([], '2026-10-17')?.standing).toBe('over')
  expect(left([at('completed', '2026-09-18')], '2026-09-20')).toBeUndefined()
  expect(left([at('notified', '2026-09-26')], '2026-09-27')).toBeUndefined()
  expect(term('leaveUnprocessed', [at('received', '2026-08-29'), asked('2026-09-04')], '2026-12-01')).toBeUndefined()
})

describe('to object', () => {
  test('example 22: notified on Friday 6 November 2026, up to Friday 18 December', () => {
    expect(lastDayToObject(day('2026-11-06'), none)).toBe('2026-12-18')
    expect(term('object', [at('received', '2026-10-01'), at('notified', '2026-11-06')], '2026-11-07')).toMatchObject({
      first: '2026-11-07',
      last: '2026-12-18',
    })
  })

  test.each([
    ['2026-11-07', '2026-12-21'],
    ['2026-11-08', '2026-12-21'],
    ['2026-11-09', '2026-12-21'],
    ['2026-11-13', '2026-12-28'],
    ['2026-02-20', '2026-04-07'],
    ['2028-01-18', '2028-02-29'],
  ])('notified %s, the last day is %s', (on, last) => {
    expect(lastDayToObject(day(on), isFree)).toBe(last)
  })

  test('in time, too late, and not at all', () => {
    const events = [at('received', '2026-10-01'), at('notified', '2026-11-06')]
    expect(term('object', [...events, at('objected', '2026-12-18')], '2026-12-30')?.standing).toBe('met')
    expect(term('object', [...events, at('objected', '2026-12-19')], '2026-12-30')?.standing).toBe('missed')
    expect(term('object', events, '2026-12-30')?.standing).toBe('over')
  })
})

describe('to decide on an objection', () => {
  const events = [at('received', '2026-09-21'), at('notified', '2026-11-06'), at('objected', '2026-12-01')]

  test('six weeks after the term to object is over, twelve with a committee, off a free day', () => {
    expect(term('decideObjection', events, '2026-12-10')?.last).toBe('2027-01-29')
    expect(term('decideObjection', events, '2026-12-10', { ...PLAIN, committee: true })?.last).toBe('2027-03-12')
    const easter = [at('received', '2025-12-01'), at('notified', '2026-01-09'), at('objected', '2026-01-20')]
    expect(term('decideObjection', easter, '2026-02-01')?.last).toBe('2026-04-07')
  })

  test('put off once by at most six weeks; longer than twelve weeks does not move off a free day', () => {
    const put: TermEvent = { kind: 'objectionPutOff', on: day('2027-01-10'), weeks: 9 }
    expect(term('decideObjection', [...events, put], '2027-01-11')?.last).toBe('2027-03-12')
    const long = term('decideObjection', [...events, { ...put, weeks: 5 }], '2027-01-11', { ...PLAIN, committee: true })
    expect(long?.last).toBe('2027-04-16')
  })

  test('after that six weeks to appeal', () => {
    const decided = [...events, at('objectionNotified', '2027-01-15')]
    expect(term('appeal', decided, '2027-01-20')).toMatchObject({ last: '2027-02-26', standing: 'running' })
    expect(term('decideObjection', decided, '2027-01-20')?.standing).toBe('met')
  })
})

describe('around holidays, a leap day and the change of the clock', () => {
  test.each([
    ['summer time', '2026-02-16', '2026-03-30'],
    ['winter time', '2026-09-14', '2026-10-26'],
    ['Ascension and the Friday that a decree equates', '2026-04-02', '2026-05-18'],
    ['New Year and the Friday that a decree equates', '2025-11-20', '2026-01-05'],
  ])('objecting: %s', (_, notified, last) => {
    expect(lastDayToObject(day(notified), isFree)).toBe(last)
  })

  test.each([
    ['Christmas', '2026-10-02', '2026-12-28'],
    ['a leap day', '2027-12-07', '2028-02-29'],
    ['summer time', '2026-01-05', '2026-03-30'],
    ['winter time', '2026-08-03', '2026-10-26'],
  ])('deciding on an objection: %s', (_, notified, last) => {
    const events = [at('received', '2025-06-02'), at('notified', notified), at('objected', notified)]
    expect(term('decideObjection', events, notified)?.last).toBe(last)
  })

  test.each([
    ['Good Friday and Easter Monday', '2026-02-20', '2026-04-07'],
    ['Christmas', '2026-11-13', '2026-12-28'],
    ['a leap day', '2028-01-18', '2028-02-29'],
    ['summer time', '2026-02-16', '2026-03-30'],
    ['winter time', '2026-09-14', '2026-10-26'],
  ])('appealing: %s', (_, decided, last) => {
    const events = [at('received', '2025-06-02'), at('notified', '2025-08-04'), at('objected', '2025-08-05'), at('objectionNotified', decided)]
    expect(term('appeal', events, decided)?.last).toBe(last)
  })

  test.each([
    ['Easter Monday', '2026-03-16', '2026-04-06'],
    ['Christmas', '2026-12-01', '2026-12-25'],
    ['a leap day', '2028-02-01', '2028-02-29'],
    ['summer time', '2026-03-16', '2026-03-29'],
  ])('a day that was named to complete a request stays: %s', (_, on, before) => {
    expect(term('complete', [at('received', on), asked(on, before)], on)?.last).toBe(before)
  })

  test.each([
    ['a leap day', '2027-12-01', '2028-02-14', '2028-02-29', '2028-04-10'],
    ['summer time', '2026-01-05', '2026-03-15', '2026-03-30', '2026-05-10'],
    ['winter time', '2026-08-03', '2026-10-11', '2026-10-26', '2026-12-06'],
  ])('a penalty counts days, also over %s', (_, received, told, first, last) => {
    expect(term('penalty', [at('received', received), at('defaultTold', told)], told)).toMatchObject({ first, last })
  })
})

describe('too late', () => {
  const received = at('received', '2026-04-01')

  test('from the day after the term is over it can be told', () => {
    expect(term('tellDefault', [received], '2026-05-27')).toBeUndefined()
    expect(term('tellDefault', [received], '2026-05-28')).toMatchObject({ first: '2026-05-28', who: 'applicant' })
  })

  test.each([
    ['2026-06-15', 0n],
    ['2026-06-16', 2_300n],
    ['2026-06-29', 32_200n],
    ['2026-06-30', 35_700n],
    ['2026-07-13', 81_200n],
    ['2026-07-14', 85_700n],
    ['2026-07-27', 144_200n],
    ['2026-09-01', 144_200n],
  ])('two weeks after it was told every day costs, up to a most: on %s %s cents', (on, cents) => {
    expect(term('penalty', [received, at('defaultTold', '2026-06-01')], on)).toMatchObject({ first: '2026-06-16', last: '2026-07-27', cents })
  })

  test('the day of the decision costs nothing any more', () => {
    const told = [received, at('defaultTold', '2026-06-01')]
    expect(term('penalty', [...told, at('notified', '2026-06-18')], '2026-08-01')?.cents).toBe(4_600n)
    expect(term('penalty', [...told, at('notified', '2026-06-16')], '2026-08-01')?.cents).toBe(0n)
    expect(term('penalty', [...told, at('notified', '2026-06-15')], '2026-08-01')).toBeUndefined()
  })

  test('what was told too early has no effect', () => {
    expect(term('penalty', [received, at('defaultTold', '2026-05-27')], '2026-07-01')).toBeUndefined()
  })

  test('nothing is in default while the clock stands still', () => {
    expect(term('tellDefault', [received, asked('2026-05-20')], '2026-08-01')).toBeUndefined()
  })

  test('a penalty of a year whose amounts nobody knows is refused, not guessed', () => {
    expect(() => terms([at('received', '2027-04-01'), at('defaultTold', '2027-06-01')], '2027-07-01')).toThrow(Refusal)
  })
})
