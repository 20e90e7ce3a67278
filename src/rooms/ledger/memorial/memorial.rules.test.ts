import { describe, expect, test } from 'vitest'
import { cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { ACCOUNTS, type AccountCode } from '../accounts.rules.ts'
import { undoneAt } from '../entry/undo.rules.ts'
import { doubled, type MemorialLine, nameIn, ownerOf, sidesOf, transfersOfLines } from './memorial.rules.ts'

const samira = '00000000-0000-7000-8000-000000000001' as MemberId
const on = (code: AccountCode, member: MemberId | null = null) => ({ code, member })
const debit = (code: AccountCode, amount: number, member: MemberId | null = null): MemorialLine => ({
  account: on(code, member),
  side: 'debit',
  cents: cents(amount),
})
const credit = (code: AccountCode, amount: number): MemorialLine => ({ account: on(code), side: 'credit', cents: cents(amount) })

/** What each account gets, debit minus credit. */
function moved(lines: readonly MemorialLine[]): Record<string, bigint> {
  const found: Record<string, bigint> = {}
  for (const transfer of transfersOfLines(lines)) {
    found[transfer.debit.code] = (found[transfer.debit.code] ?? 0n) + transfer.cents
    found[transfer.credit.code] = (found[transfer.credit.code] ?? 0n) - transfer.cents
  }
  return found
}

describe('the transfers of a memorial entry', () => {
  test('go straight from the one account to the others', () => {
    const lines = [debit('vatPayable', 30000), credit('taxSettlement', 29999), credit('roundingDifference', 1)]
    expect(moved(lines)).toEqual({ vatPayable: 30000n, taxSettlement: -29999n, roundingDifference: -1n })
    expect(transfersOfLines(lines)).toHaveLength(2)
  })

  test('go through the clearing account, which ends at zero, where both sides have several lines', () => {
    const lines = [debit('generalCosts', 700), debit('bankCosts', 300), credit('suspense', 999), credit('creditors', 1)]
    expect(moved(lines)).toEqual({ generalCosts: 700n, bankCosts: 300n, suspense: -999n, creditors: -1n, clearing: 0n })
  })

  test('are not made of sides that differ by a cent', () => {
    expect(() => transfersOfLines([debit('suspense', 1000), credit('creditors', 999)])).toThrow(RangeError)
    expect(sidesOf([debit('suspense', 1000), credit('creditors', 999)])).toEqual({ debit: 1000n, credit: 999n })
  })

  test('know an account that stands there twice, also a member beside another', () => {
    expect(doubled([debit('suspense', 1), credit('suspense', 1)])).toBe(1)
    expect(doubled([debit('businessBudget', 1, samira), debit('developmentBudget', 1, samira)])).toBe(-1)
  })
})

describe('by hand', () => {
  test('nobody moves the bank, debtors, what is owed for a thing, turnover, costs of a member or the clearing account', () => {
    const closed = (Object.keys(ACCOUNTS) as AccountCode[]).filter((code) => ownerOf(code) !== null)
    expect(closed).toEqual(['bank', 'debtors', 'owedForThing', 'owedElsewhere', 'clearing', 'awaitingDecision', 'turnover', 'costs', 'badDebt'])
  })
})

describe('words of the books', () => {
  const names = ['Samira el Amrani', 'Jan van der Berg']
  test.each([
    ['Voor Samira geboekt', 'Samira'],
    ['kosten (Amrani)', 'Amrani'],
    ['Berg hersteld', 'Berg'],
  ])('hold no name: %j', (text, name) => expect(nameIn(text, names)).toBe(name))
  test.each(['Btw derde kwartaal', 'een berg materiaal', 'Janssen bv', ''])('may say %j', (text) => expect(nameIn(text, names)).toBe(null))
})

test('an entry is undone where its fact lives, and an answer is not undone', () => {
  expect(undoneAt({ sourceKind: 'memorial', reverses: null })).toBe('here')
  expect(undoneAt({ sourceKind: 'memorial undone', reverses: 'x' })).toBe('answer')
  expect(undoneAt({ sourceKind: 'invoice', reverses: null })).toBe('invoice')
  expect(undoneAt({ sourceKind: 'something new', reverses: null })).toBe('elsewhere')
})
