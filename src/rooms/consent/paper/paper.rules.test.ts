import { describe, expect, test } from 'vitest'
import { type Day, day, type Instant, startOf } from '#kit/day.ts'
import { type Conditions, type ConsentEvent, conditionsOf, decidedOn, effect, mayBeCorrected, paperWaits, procedure, stepsOn } from '../consent.rules.ts'

const at = (on: string): Instant => startOf(day(on)).add({ hours: 12 })
const fact = (on: string, recordedOn = on): { on: Day; recordedAt: Instant } => ({ on: day(on), recordedAt: at(recordedOn) })

const conditions = (more: Partial<Conditions> = {}): Conditions => ({
  from: day('2026-11-09'),
  until: day('2027-11-08'),
  costKinds: ['materials', 'tools'],
  payOutAllowed: false,
  statementRhythm: 'monthly',
  statementDay: 10,
  statementFulfilsDuty: true,
  legalBasis: 'pw-voorziening',
  other: '',
  ...more,
})

const sent: ConsentEvent = { kind: 'sent', sentBy: 'member', ...fact('2026-09-07') }
const granted: ConsentEvent = { kind: 'granted', conditions: conditions(), ...fact('2026-11-06') }
const whole = [sent, granted]

describe('a consent from paper', () => {
  const paper: ConsentEvent[] = [{ kind: 'sent', sentBy: 'paper', ...fact('2026-11-06') }, granted]
  const confirmed: ConsentEvent = { kind: 'paperConfirmed', ...fact('2026-12-01') }
  const corrected: ConsentEvent = {
    kind: 'paperCorrected',
    decidedOn: day('2026-10-30'),
    conditions: conditions({ until: day('2027-05-08'), payOutAllowed: true }),
    note: '',
    ...fact('2026-12-01'),
  }

  test('waits for the municipality until that one confirms or corrects it, and counts meanwhile', () => {
    expect([paperWaits(paper), paperWaits([...paper, confirmed]), paperWaits([...paper, corrected]), paperWaits(whole)]).toEqual([true, false, false, false])
    expect(effect(paper, day('2026-11-09'))).toBe('inForce')
    expect(stepsOn(paper, day('2026-11-30'))[0]).toBe('confirmPaper')
    expect(stepsOn([...paper, corrected], day('2026-12-02'))).not.toContain('confirmPaper')
    expect(stepsOn(whole, day('2026-11-30'))).not.toContain('confirmPaper')
  })

  test('counts as it was corrected from the moment of the correction, and as it was written for whoever asks what was known', () => {
    const all = [...paper, corrected]
    expect([effect(all, day('2027-05-08')), effect(all, day('2027-05-09'))]).toEqual(['inForce', 'ended'])
    expect(effect(all, day('2027-05-09'), at('2026-11-30'))).toBe('inForce')
    expect([conditionsOf(all)?.payOutAllowed, conditionsOf(all, at('2026-11-30'))?.payOutAllowed]).toEqual([true, false])
    expect([decidedOn(paper), decidedOn(all), decidedOn([sent])]).toEqual(['2026-11-06', '2026-10-30', null])
    expect(procedure(all, day('2026-12-02'))).toBe('granted')
  })

  test('a correction needs days in order and no day to come', () => {
    const said = { decidedOn: day('2026-10-30'), conditions: conditions() }
    expect(() => mayBeCorrected(said, day('2026-10-30'))).not.toThrow()
    expect(() => mayBeCorrected(said, day('2026-10-29'))).toThrow()
    expect(() => mayBeCorrected({ ...said, conditions: conditions({ until: day('2026-11-08') }) }, day('2026-12-01'))).toThrow()
  })
})
