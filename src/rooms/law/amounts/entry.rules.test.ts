import { expect, test } from 'vitest'
import { addDays, day, startOf } from '#kit/day.ts'
import { AMOUNT_CODES, amountOn, findAmount, type LegalAmount } from './amounts.rules.ts'
import { type AmountEntry, mergeAmounts, readValue, unitOf, unknownFrom } from './entry.rules.ts'
import { AMOUNT_GROUPS } from './groups.rules.ts'
import { KNOWN_AMOUNTS } from './known.rules.ts'

const row = (from: string, until: string | null, value: bigint, decided: string | null): AmountEntry => ({
  id: `${from}-${value}`,
  code: 'capN',
  value,
  unit: 'cents',
  from: day(from),
  until: until === null ? null : day(until),
  article: 'a',
  source: 'b',
  doubt: null,
  enteredBy: 'one',
  enteredAt: startOf(day('2026-11-01')),
  verdict: decided === null ? null : { confirmed: true, reason: null, by: 'two', at: startOf(day(decided)) },
})

test('what was confirmed goes before what came along, on its own days only; what was confirmed last wins, whatever was written down first', () => {
  const amounts = mergeAmounts(KNOWN_AMOUNTS, [row('2026-12-01', null, 3n, '2026-11-20'), row('2026-12-01', '2026-12-31', 2n, '2026-11-10')])
  expect(amountOn(amounts, 'capN', day('2026-11-30'))).toBe(28_500n)
  expect(amountOn(amounts, 'capN', day('2026-12-01'))).toBe(3n)
  expect(amountOn(amounts, 'capN', day('2027-01-01'))).toBe(3n)
})

test('what waits or was rejected never counts', () => {
  const rejected = { ...row('2027-01-01', null, 1n, '2026-11-10'), verdict: { confirmed: false, reason: 'fout', by: 'two', at: startOf(day('2026-11-10')) } }
  const amounts = mergeAmounts(KNOWN_AMOUNTS, [row('2027-01-01', null, 2n, null), rejected])
  expect(findAmount(amounts, 'capN', day('2027-01-01'))).toBeNull()
})

test('an amount is unknown from the day after its last row, past a row that joins on, and from today where none holds', () => {
  const joined = (rows: readonly LegalAmount[]) => unknownFrom(rows, 'capN', day('2026-11-24'))
  expect(joined(KNOWN_AMOUNTS)).toBe('2027-01-01')
  expect(joined([...KNOWN_AMOUNTS, row('2027-01-01', '2027-06-30', 1n, null)])).toBe('2027-07-01')
  expect(joined([...KNOWN_AMOUNTS, row('2027-01-02', null, 1n, null)])).toBe('2027-01-01')
  expect(joined([...KNOWN_AMOUNTS, row('2027-01-01', null, 1n, null)])).toBeNull()
  expect(joined([])).toBe('2026-11-24')
  expect(unknownFrom(KNOWN_AMOUNTS, 'capN', addDays(day('2026-12-31'), 0))).toBe('2027-01-01')
})

test.each([
  ['cents', '1.419,46', 141_946n],
  ['cents', '12%', null],
  ['cents', '-1', null],
  ['basisPoints', '12,5%', 1_250n],
  ['basisPoints', '100', 10_000n],
  ['basisPoints', '100,01', null],
  ['months', '6', 6n],
  ['months', '6,5', null],
] as const)('a value in %s typed as %s is %s', (unit, typed, value) => {
  expect(readValue(unit, typed)).toBe(value)
})

test('every amount stands under one heading, and has rows that agree on its unit', () => {
  const grouped = Object.values(AMOUNT_GROUPS).flat()
  expect(grouped.toSorted()).toEqual(AMOUNT_CODES.toSorted())
  expect(KNOWN_AMOUNTS.filter((each) => each.unit !== unitOf(each.code))).toEqual([])
})

test('wages with a wage subsidy have their own rows, and what a volunteer may get refuses until somebody reads it', () => {
  const on = day('2026-11-24')
  expect(amountOn(KNOWN_AMOUNTS, 'shareZ', on)).toBe(1_500n)
  expect(amountOn(KNOWN_AMOUNTS, 'capZ', on)).toBe(18_019n)
  expect(() => amountOn(KNOWN_AMOUNTS, 'monthsZ', day('2026-06-30'))).toThrow('het aantal maanden van die vrijlating')
  for (const code of ['volunteerMonth', 'volunteerYear'] as const) {
    expect(() => amountOn(KNOWN_AMOUNTS, code, on)).toThrow('vrijwilligerswerk')
    expect(unitOf(code)).toBe('cents')
  }
})
