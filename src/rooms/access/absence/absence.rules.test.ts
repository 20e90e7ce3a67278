import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { type Absence, checkAbsence, overlaps } from './absence.rules.ts'

const TODAY = day('2026-11-24')
const span = (from: string, until: string) => ({ from: day(from), until: day(until) })
const wanted = (from: string, until: string, deputy = 'olaf') => ({ professional: 'ilse', deputy, ...span(from, until) })
const absence = (professional: string, deputy: string, from: string, until: string): Absence => ({
  id: `${professional} ${from}`,
  professional,
  professionalName: professional,
  deputy,
  deputyName: deputy,
  ...span(from, until),
  note: '',
})
const refused = (run: () => void) => {
  try {
    run()
  } catch (error) {
    return (error as { field?: string }).field
  }
  return null
}

describe('two spans of days', () => {
  test('overlap from the day they share', () => {
    expect(overlaps(span('2026-12-01', '2026-12-10'), span('2026-12-10', '2026-12-12'))).toBe(true)
    expect(overlaps(span('2026-12-01', '2026-12-10'), span('2026-12-11', '2026-12-12'))).toBe(false)
    expect(overlaps(span('2026-12-11', '2026-12-12'), span('2026-12-01', '2026-12-10'))).toBe(false)
  })
})

describe('somebody is away', () => {
  test('from today on, for one day or a year', () => {
    expect(refused(() => checkAbsence(wanted('2026-11-24', '2026-11-24'), [], TODAY))).toBeNull()
    expect(refused(() => checkAbsence(wanted('2026-11-23', '2026-11-24'), [], TODAY))).toBe('from')
    expect(refused(() => checkAbsence(wanted('2026-11-25', '2026-11-24'), [], TODAY))).toBe('until')
    expect(refused(() => checkAbsence(wanted('2026-11-24', '2027-11-24'), [], TODAY))).toBeNull()
    expect(refused(() => checkAbsence(wanted('2026-11-24', '2027-11-25'), [], TODAY))).toBe('until')
  })
  test('not twice in the same days, and nobody stands in for oneself', () => {
    const known = [absence('ilse', 'olaf', '2026-12-01', '2026-12-10')]
    expect(refused(() => checkAbsence(wanted('2026-12-10', '2026-12-12'), known, TODAY))).toBe('from')
    expect(refused(() => checkAbsence(wanted('2026-12-11', '2026-12-12'), known, TODAY))).toBeNull()
    expect(refused(() => checkAbsence(wanted('2026-12-11', '2026-12-12', 'ilse'), known, TODAY))).toBe('deputy')
  })
  test('not with a colleague who is away then, nor while standing in for another', () => {
    expect(refused(() => checkAbsence(wanted('2026-12-01', '2026-12-02'), [absence('olaf', 'noor', '2026-12-02', '2026-12-05')], TODAY))).toBe('deputy')
    expect(refused(() => checkAbsence(wanted('2026-12-01', '2026-12-02'), [absence('noor', 'ilse', '2026-12-02', '2026-12-05')], TODAY))).toBe('from')
    expect(refused(() => checkAbsence(wanted('2026-12-01', '2026-12-01'), [absence('noor', 'ilse', '2026-12-02', '2026-12-05')], TODAY))).toBeNull()
  })
})
