import { expect, test } from 'vitest'
import { cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { explain } from '../matching/outgoing.rules.ts'
import { type BookingRule, isAbout, isUsual, vatIn, wrongIn } from './booking-rule.rules.ts'

const rent: BookingRule = {
  id: 'rent',
  iban: 'NL20ABNA0000000302',
  words: 'huur',
  way: 'out',
  kind: 'ownCost',
  member: null,
  vat: 2100,
  least: cents(12_000),
  most: cents(12_200),
  off: false,
}
const line = { cents: cents(-12_100), name: 'Verhuur Wilgendam', iban: 'NL20ABNA0000000302', text: 'Huur  week 1' }

test('a rule is about lines that have all it names, in its own way', () => {
  expect(isAbout(rent, line)).toBe(true)
  expect(isAbout({ ...rent, words: 'huur week' }, line)).toBe(true)
  expect(isAbout({ ...rent, words: 'lease' }, line)).toBe(false)
  expect(isAbout({ ...rent, iban: null }, { ...line, iban: null })).toBe(true)
  expect(isAbout(rent, { ...line, iban: 'NL20ABNA0000000303' })).toBe(false)
  expect(isAbout(rent, { ...line, cents: cents(12_100) })).toBe(false)
})

test('an amount is usual between its bounds, and never without them', () => {
  expect([11_999, 12_000, 12_200, 12_201].map((amount) => isUsual(rent, cents(-amount)))).toEqual([false, true, true, false])
  expect(isUsual({ least: null, most: null }, cents(-12_100))).toBe(false)
})

test('VAT is what is in the amount, to the cent', () => {
  expect([0, 900, 2100].map((rate) => vatIn(cents(-12_100), rate))).toEqual([0n, 999n, 2100n])
  expect([1, 2, 3, 5].map((amount) => vatIn(cents(amount), 2100))).toEqual([0n, 0n, 1n, 1n])
})

test('what is wrong with a rule is named', () => {
  expect(wrongIn(rent)).toBeNull()
  expect(wrongIn({ ...rent, iban: null, words: null })).toBe('nothing')
  expect(wrongIn({ ...rent, words: 'ab' })).toBe('short')
  expect(wrongIn({ ...rent, kind: 'cashDeposit', vat: 0 })).toBe('way')
  expect(wrongIn({ ...rent, kind: 'payout', vat: 0 })).toBe('member')
  expect(wrongIn({ ...rent, kind: 'payout', vat: 0, member: 'samira' as MemberId })).toBeNull()
  expect(wrongIn({ ...rent, kind: 'bankCosts' })).toBe('vat')
  expect(wrongIn({ ...rent, most: null })).toBe('amounts')
  expect(wrongIn({ ...rent, least: cents(2), most: cents(1) })).toBe('amounts')
})

test('a rule goes before a habit, is certain for a usual amount, and asks for a look for another or when an invoice of that amount is open', () => {
  const habit = { kind: 'bankCosts', member: null, times: 9, always: true, least: cents(-20_000), most: cents(-1) } as const
  const of = (more: Partial<Parameters<typeof explain>[0]> = {}, rules = [rent]) =>
    explain(
      { ...line, on: '2026-10-01' as never, code: null, back: false, awaited: false, ...more },
      { costs: [], returnable: [], remembered: habit, rules },
    ).map(({ kind, certainty, vat }) => [kind, certainty, vat])
  expect(of()).toEqual([['ownCost', 'certain', 2100n]])
  expect(of({ cents: cents(-13_000) })).toEqual([['ownCost', 'likely', 2256n]])
  expect(of({ awaited: true })).toEqual([['ownCost', 'likely', 2100n]])
  expect(of({}, [])).toEqual([['bankCosts', 'certain', undefined]])
})
