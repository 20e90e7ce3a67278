import { expect, test } from 'vitest'
import { day, startOf } from '#kit/day.ts'
import type { Conditions, ConsentEvent } from '../consent.rules.ts'
import { type Beside, extended } from './extension.rules.ts'

const conditions = (from: string, until: string): Conditions => ({
  from: day(from),
  until: day(until),
  costKinds: [],
  payOutAllowed: false,
  statementRhythm: 'none',
  statementDay: 10,
  statementFulfilsDuty: true,
  legalBasis: 'pw-voorziening',
  other: '',
})
const sent: ConsentEvent = { kind: 'sent', sentBy: 'member', on: day('2026-09-01'), recordedAt: startOf(day('2026-09-01')) }
const granted = (id: string, from: string, until: string, leavesOn: string | null = null): Beside<string> => ({
  id,
  events: [sent, { kind: 'granted', conditions: conditions(from, until), on: day('2026-09-10'), recordedAt: startOf(day('2026-09-10')) }],
  leavesOn: leavesOn === null ? null : day(leavesOn),
})
const wanted = (from: string, until: string) => ({ wantedFrom: day(from), wantedUntil: day(until) })

test.each([
  ['the day after its last', wanted('2026-12-01', '2027-11-30'), '2026-11-15', 'running'],
  ['within its days, and longer', wanted('2026-11-20', '2027-11-19'), '2026-11-15', 'running'],
  ['after a gap of a day', wanted('2026-12-02', '2027-11-30'), '2026-11-15', null],
  ['not longer than it is', wanted('2026-11-20', '2026-11-30'), '2026-11-15', null],
  ['on its last day', wanted('2026-12-01', '2027-11-30'), '2026-11-30', 'running'],
  ['once it is over', wanted('2026-12-01', '2027-11-30'), '2026-12-01', null],
] as const)('a request for days that begin %s extends it, or not', (_, days, today, found) => {
  expect(extended([granted('running', '2026-09-15', '2026-11-30')], days, day(today))).toBe(found)
})

test('of two that run, the one that lasts longest; a move cuts one short; one that was only asked for is none', () => {
  const short = granted('short', '2026-09-15', '2026-11-30')
  const long = granted('long', '2026-09-15', '2027-01-31')
  expect(extended([long, short], wanted('2026-12-01', '2027-11-30'), day('2026-11-15'))).toBe('long')
  const moved = granted('moved', '2026-09-15', '2027-01-31', '2026-12-01')
  expect(extended([moved], wanted('2027-02-01', '2027-11-30'), day('2026-11-15'))).toBeNull()
  expect(extended([{ id: 'asked', events: [sent], leavesOn: null }], wanted('2026-12-01', '2027-11-30'), day('2026-11-15'))).toBeNull()
})
