import { expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { proposeBills } from './things.rules.ts'

const bill = {
  id: 'a',
  number: 'SPUL-26-0001',
  thing: 'Naaimachine',
  open: cents(12_100),
  name: 'Samira el Amrani',
  member: 'm',
  buyer: null,
  dueOn: day('2026-05-01'),
}
const twin = { ...bill, id: 'b', number: 'SPUL-26-0002' }
const paid = { cents: cents(12_100), name: 'S. el Amrani', named: ['SPUL-26-0001'] }

test('is certain only with the number, the amount to the cent and nobody else who pays', () => {
  const said = (paying: Partial<typeof paid>, bills = [bill, twin]) =>
    proposeBills({ ...paid, ...paying }, bills).map((each) => [each.bill.number, each.certainty])
  expect(said({})).toEqual([
    ['SPUL-26-0001', 'certain'],
    ['SPUL-26-0002', 'likely'],
  ])
  expect(said({ cents: cents(12_099) })).toEqual([['SPUL-26-0001', 'likely']])
  expect(said({ cents: cents(12_101) })).toEqual([['SPUL-26-0001', 'likely']])
  expect(said({ name: 'Petra Mulder' }, [bill])).toEqual([['SPUL-26-0001', 'likely']])
  expect(said({ named: ['SPUL-26-0001', 'SPUL-26-0002'] })).toEqual([
    ['SPUL-26-0001', 'likely'],
    ['SPUL-26-0002', 'likely'],
  ])
  expect(said({ named: [], name: 'Petra Mulder' }, [bill])).toEqual([['SPUL-26-0001', 'possible']])
  expect(said({ named: [], cents: cents(12_000) })).toEqual([])
})
