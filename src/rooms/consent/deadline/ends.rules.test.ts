import { expect, test } from 'vitest'
import { day, startOf } from '#kit/day.ts'
import type { Conditions, ConsentEvent } from '../consent.rules.ts'
import { countsUntil } from './ends.rules.ts'

const fact = (on: string) => ({ on: day(on), recordedAt: startOf(day(on)) })
const conditions: Conditions = {
  from: day('2026-01-01'),
  until: day('2027-03-01'),
  costKinds: ['material'],
  payOutAllowed: false,
  statementRhythm: 'monthly',
  statementDay: 10,
  statementFulfilsDuty: true,
  legalBasis: 'pw-voorziening',
  other: '',
}
const sent: ConsentEvent = { kind: 'sent', sentBy: 'member', ...fact('2025-12-01') }
const granted: ConsentEvent = { kind: 'granted', conditions, ...fact('2025-12-20') }
const withdrawn = (from: string): ConsentEvent => ({
  kind: 'consentWithdrawn',
  from: day(from),
  reason: 'Een baan.',
  heard: 'Op kantoor.',
  ...fact('2026-11-22'),
})
const calledOff: ConsentEvent = { kind: 'changeCancelled', of: 'consentWithdrawn', from: day('2026-12-18'), ...fact('2026-11-25') }

test('a consent counts through its own last day, or through the day before it is withdrawn', () => {
  expect(countsUntil([sent])).toBeNull()
  expect(countsUntil([sent, granted])).toBe('2027-03-01')
  expect(countsUntil([sent, granted, withdrawn('2026-12-18')])).toBe('2026-12-17')
  expect(countsUntil([sent, granted, withdrawn('2026-12-18'), calledOff])).toBe('2027-03-01')
})

test('a move cuts it short, unless it came before the consent', () => {
  expect(countsUntil([sent, granted], day('2026-12-18'))).toBe('2026-12-17')
  expect(countsUntil([sent, granted, withdrawn('2026-12-01')], day('2026-12-18'))).toBe('2026-11-30')
  expect(countsUntil([sent, granted], day('2025-06-01'))).toBe('2027-03-01')
})

test('a withdrawal after its end shortens nothing, and one before its first day leaves none', () => {
  expect(countsUntil([sent, granted, withdrawn('2027-04-01')])).toBe('2027-03-01')
  expect(countsUntil([sent, granted, withdrawn('2025-12-25')])).toBeNull()
})
