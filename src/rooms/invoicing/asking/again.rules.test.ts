import { describe, expect, test } from 'vitest'
import { cents } from '#kit/money.ts'
import type { CustomerId } from '#rooms/organisations'
import type { Line } from '../pricing/pricing.rules.ts'
import { againFrom, inOrderOfUse, vatChoiceOf } from './again.rules.ts'

const line = (description: string, quantity: bigint, vat: Line['vat'] = 'standard'): Line => ({ description, quantity, unit: 'piece', price: cents(1000), vat })
const use = (customer: string, ms: number) => ({ customer: customer as CustomerId, at: { epochMilliseconds: ms } })
const customers = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => ({ id: id as CustomerId }))
const ids = (list: readonly { readonly id: CustomerId }[]) => list.map(({ id }) => id).join('')

describe('the same as last time', () => {
  test('asks about the first line above zero; a discount before it comes after it', () => {
    const discount = line('Korting', -1000n)
    expect(againFrom({ customer: null, basis: 'with', lines: [discount, line('Lunch', 2000n)] })).toMatchObject({
      first: { description: 'Lunch' },
      more: [{ description: 'Korting' }],
    })
    expect(againFrom({ customer: null, basis: 'with', lines: [discount] })).toBeNull()
  })

  test('a kind of VAT that a member is not asked about is left to the treasurer', () => {
    expect((['standard', 'reduced', 'exempt', 'kor'] as const).map((vat) => vatChoiceOf(line('x', 1000n, vat)))).toEqual([
      'standard',
      'reduced',
      'unsure',
      'unsure',
    ])
  })
})

describe('customers', () => {
  test('of the last times come first, the latest on top, each once, and the others keep their order', () => {
    const { recent, others } = inOrderOfUse(customers, [use('c', 5), use('f', 9), use('c', 11), use('gone', 20)])
    expect([ids(recent), ids(others)]).toEqual(['cf', 'abdegh'])
  })

  test('are six at most on top', () => {
    const { recent, others } = inOrderOfUse(
      customers,
      customers.map(({ id }, index) => use(id, index)),
    )
    expect([ids(recent), ids(others)]).toEqual(['hgfedc', 'ab'])
  })
})
