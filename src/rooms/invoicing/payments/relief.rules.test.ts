import { expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { reliefDue, vatWithin } from './relief.rules.ts'

test('VAT comes back a year after the last day to pay, or at once when it is certain', () => {
  const invoice = { dueOn: day('2026-10-24') }
  expect(['2027-10-23', '2027-10-24', '2027-10-25'].map((on) => reliefDue(invoice, false, day(on)))).toEqual([false, true, true])
  expect(reliefDue(invoice, true, day('2026-11-01'))).toBe(true)
  expect(reliefDue({ dueOn: null }, false, day('2030-01-01'))).toBe(false)
})

test('the VAT in a part is in proportion, and all of it in the whole', () => {
  const invoice = { vat: cents(21_00), payable: cents(121_00) }
  expect([cents(121_00), cents(100_00), cents(1), cents(0)].map((part) => vatWithin(part, invoice))).toEqual([21_00n, 17_36n, 0n, 0n])
  expect(vatWithin(cents(0), { vat: cents(0), payable: cents(0) })).toBe(0n)
})
