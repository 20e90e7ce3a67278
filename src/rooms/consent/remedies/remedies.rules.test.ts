import { describe, expect, test } from 'vitest'
import { addDays, type Day, day, startOf } from '#kit/day.ts'
import { KNOWN_AMOUNTS } from '#rules/law'
import { type Conditions, type ConsentEvent, conditionsOf, effect, procedure } from '../consent.rules.ts'
import type { DecisionRef } from '../events/events.rules.ts'
import { inTheirTime, lastDayOf, procedureTerms, remedyTerms } from '../terms/terms.rules.ts'
import { USUAL_TOWN_RULES } from '../town/town.rules.ts'
import {
  codeOf,
  decisionsFor,
  mayBeDelayed,
  mayBePutOff,
  mayGoAgainst,
  mayHaveComeIn,
  mayTellDefault,
  REMEDIES,
  remediesOn,
  remedyOf,
  remedySteps,
} from './remedies.rules.ts'

const fact = (on: string, recordedOn = on) => ({ on: day(on), recordedAt: startOf(day(recordedOn)).add({ hours: 12 }) })
const conditions: Conditions = {
  from: day('2026-11-09'),
  until: day('2027-11-08'),
  costKinds: ['material'],
  payOutAllowed: false,
  statementRhythm: 'monthly',
  statementDay: 10,
  statementFulfilsDuty: true,
  legalBasis: 'pw-voorziening',
  other: '',
}
const sent: ConsentEvent = { kind: 'sent', sentBy: 'member', ...fact('2026-09-07') }
const granted: ConsentEvent = { kind: 'granted', conditions, ...fact('2026-11-02') }
const refused: ConsentEvent = { kind: 'refused', reason: 'Het plan is nog niet rond.', ...fact('2026-11-02') }
const against: DecisionRef = { kind: 'refused', on: day('2026-11-02') }
const objected = (on: string): ConsentEvent => ({ kind: 'objected', against, reason: 'Het plan is wel rond.', lateBecause: '', ...fact(on) })
const decided: ConsentEvent = { kind: 'objectionDecided', against, outcome: 'founded', reason: 'Het plan is rond.', ...fact('2027-01-11') }
const instead: ConsentEvent = { kind: 'grantedInstead', conditions, because: 'objection', reason: 'Het plan is rond.', ...fact('2027-01-11') }
const never = () => false
const usual = () => USUAL_TOWN_RULES

describe('an objection', () => {
  test('goes its way for that decision alone, and changes neither procedure nor effect (Awb 6:16)', () => {
    const events = [sent, refused, objected('2026-11-16')]
    expect(remedyOf(events, against, day('2026-11-15'))).toBe('none')
    expect(remedyOf(events, against, day('2026-11-16'))).toBe('objected')
    expect(procedure(events, day('2026-11-16'))).toBe('refused')
    const held: ConsentEvent = { kind: 'suspended', from: day('2026-12-01'), until: null, reason: 'Ziek', heard: 'Gebeld', ...fact('2026-11-20') }
    const ref: DecisionRef = { kind: 'suspended', on: day('2026-11-20') }
    const over: ConsentEvent = { kind: 'objected', against: ref, reason: 'Niet ziek.', lateBecause: '', ...fact('2026-11-25') }
    const both = [sent, granted, held, over]
    expect(effect(both, day('2026-12-01'))).toBe('suspended')
    expect(remediesOn(both, day('2026-11-25')).map(({ remedy }) => remedy)).toEqual(['none', 'objected'])
    expect(remedySteps(both, day('2026-11-25'))).toEqual([
      'object',
      ...['hearObjection', 'askMend', 'putOffObjection', 'delayObjection', 'decideObjection', 'takeBackObjection', 'tellDefault'],
      'correct',
    ])
  })

  test('founded: the new decision counts from then on, and what was known before stays', () => {
    const events = [sent, refused, objected('2026-11-16'), decided, instead]
    expect(procedure(events, day('2027-01-10'))).toBe('refused')
    expect(procedure(events, day('2027-01-11'))).toBe('granted')
    expect(effect(events, day('2026-11-20'))).toBe('inForce')
    expect(effect(events, day('2026-11-20'), startOf(day('2027-01-10')))).toBe('none')
    expect(remediesOn(events, day('2027-01-11'))).toEqual([{ decision: against, remedy: 'answered' }])
    expect(remedySteps(events, day('2027-01-11'))).toEqual(['noteAppeal', 'correct'])
  })

  test('founded against a withdrawal makes it void, and no second objection is open to that', () => {
    const gone: ConsentEvent = { kind: 'consentWithdrawn', from: day('2026-12-01'), reason: 'Baan', heard: 'Gebeld', ...fact('2026-11-20') }
    const ref: DecisionRef = { kind: 'consentWithdrawn', on: day('2026-11-20') }
    const events: ConsentEvent[] = [
      sent,
      granted,
      gone,
      { kind: 'objected', against: ref, reason: 'Geen baan.', lateBecause: '', ...fact('2026-11-25') },
      { kind: 'objectionDecided', against: ref, outcome: 'founded', reason: 'Geen baan.', ...fact('2026-12-10') },
      { kind: 'changeCancelled', of: 'consentWithdrawn', from: day('2026-12-01'), ...fact('2026-12-10', '2026-12-10') },
    ]
    expect(effect(events.slice(0, 4), day('2026-12-05'))).toBe('ended')
    expect(effect(events, day('2026-12-05'))).toBe('inForce')
    expect(remediesOn(events, day('2026-12-10')).map(({ decision }) => decision.kind)).toEqual(['granted', 'consentWithdrawn'])
  })

  test('is put off once, and what went further already refuses', () => {
    const put: ConsentEvent = { kind: 'objectionPutOff', against, weeks: 6, reason: 'Ziekte', ...fact('2026-12-01') }
    const events = [sent, refused, objected('2026-11-16'), put]
    expect(decisionsFor(events, 'putOffObjection', day('2026-12-02'))).toEqual([])
    expect(() => mayGoAgainst(events, 'object', against, day('2026-12-02'))).toThrow(expect.objectContaining({ kind: 'conflict' }))
    expect(() => mayGoAgainst(events, 'decideObjection', against, day('2026-12-02'))).not.toThrow()
    expect(REMEDIES).toHaveLength(6)
    expect(codeOf(against)).toBe('refused 2026-11-02')
  })

  test.each([
    ['2026-12-13', 'met'],
    ['2026-12-14', 'met'],
    ['2026-12-15', 'missed'],
  ])('made on %s it is %s: the last day is 14 December', (on, standing) => {
    const terms = remedyTerms([sent, refused, objected(on)], against, usual, day(on), never)
    expect(lastDayOf(terms, 'object')).toBe('2026-12-14')
    expect(terms.find(({ term }) => term === 'object')?.standing).toBe(standing)
    expect(lastDayOf(terms, 'decideObjection')).toBe('2027-01-25')
  })
})

describe('a correction', () => {
  const right: ConsentEvent = {
    kind: 'grantedInstead',
    conditions: { ...conditions, until: day('2026-12-31') },
    because: 'correction',
    reason: 'Typefout',
    ...fact('2026-11-20'),
  }

  test('counts instead of the last decision, opens objection anew, and leaves what was known', () => {
    const events = [sent, granted, right]
    expect(conditionsOf(events)?.until).toBe('2026-12-31')
    expect(effect(events, day('2027-01-01'))).toBe('ended')
    expect(effect(events, day('2027-01-01'), startOf(day('2026-11-19')))).toBe('inForce')
    expect(remediesOn(events, day('2026-11-20')).map(({ decision }) => decision.kind)).toEqual(['granted', 'grantedInstead'])
  })
})

describe('more time', () => {
  const last = lastDayOf(procedureTerms([sent], usual, day('2026-09-08'), never), 'decide') as Day

  test('the last day is the later one that was told or agreed', () => {
    expect(last).toBe('2026-11-02')
    const told: ConsentEvent = { kind: 'delayTold', until: day('2026-11-30'), reason: 'Ziekte', ...fact('2026-10-20') }
    expect(lastDayOf(procedureTerms([sent, told], usual, day('2026-10-20'), never), 'decide')).toBe('2026-11-30')
    const agreed: ConsentEvent = { kind: 'waitingAgreed', until: day('2026-11-15'), ...fact('2026-10-20') }
    expect(lastDayOf(procedureTerms([sent, agreed], usual, day('2026-10-20'), never), 'decide'), 'no day later than the member wrote').toBe('2026-11-15')
  })

  test.each([
    [-1, false],
    [0, false],
    [1, true],
  ])('%s days after the last day default can be told: %s', (after, can) => {
    const on = addDays(last, after)
    const tell = () => mayTellDefault(on, last)
    if (can) expect(tell).not.toThrow()
    else expect(tell).toThrow('nog niet te laat')
    const steps = inTheirTime(['tellDelay', 'tellDefault'], procedureTerms([sent], usual, on, never), on)
    expect(steps).toEqual(can ? ['tellDefault'] : ['tellDelay'])
    const delay = () => mayBeDelayed(addDays(last, 20), last, on)
    if (can) expect(delay).toThrow('De laatste dag')
    else expect(delay).not.toThrow()
  })

  test('refuses what gives no time, more than six weeks, and a day before what it is about', () => {
    expect(() => mayBeDelayed(last, last, addDays(last, -3))).toThrow('geen tijd bij')
    expect(() => mayBePutOff(7, last, last)).toThrow('zes weken')
    expect(() => mayBePutOff(6, last, last)).not.toThrow()
    expect(() => mayBePutOff(6, last, addDays(last, 1))).toThrow('laatste dag')
    expect(() => mayHaveComeIn(day('2026-11-01'), day('2026-11-02'), day('2026-11-05'))).toThrow(expect.objectContaining({ field: 'on' }))
    expect(() => mayHaveComeIn(day('2026-11-02'), day('2026-11-02'), day('2026-11-05'))).not.toThrow()
  })

  test('a penalty of a day that nobody wrote down stays without an amount', () => {
    const events: ConsentEvent[] = [sent, { kind: 'defaultTold', ...fact('2026-11-03') }]
    const penalty = (all: readonly ConsentEvent[], on: string) => procedureTerms(all, usual, day(on), never).find(({ term }) => term === 'penalty')
    expect(penalty(events, '2026-11-18')?.cents).toBe(2300n)
    const later: ConsentEvent[] = [
      { ...sent, ...fact('2027-09-06') },
      { kind: 'defaultTold', ...fact('2027-11-02') },
    ]
    expect(penalty(later, '2027-11-20')?.cents).toBeNull()
    // What the network wrote down since counts as what came along does.
    const written = KNOWN_AMOUNTS.filter(({ code }) => code.startsWith('penalty')).map((row) => ({
      ...row,
      from: day('2027-01-01'),
      until: null,
      value: row.value + 100n,
    }))
    const told = procedureTerms(later, usual, day('2027-11-17'), never, [...KNOWN_AMOUNTS, ...written]).find(({ term }) => term === 'penalty')
    expect(told?.cents).toBe(2400n)
  })
})
