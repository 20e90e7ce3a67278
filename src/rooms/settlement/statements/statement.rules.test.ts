import { expect, test } from 'vitest'
import { cents, ZERO } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import type { AccountCode, AccountMoves } from '#rooms/ledger'
import { toGiveBackOf } from './statement.rules.ts'

const moves = (code: AccountCode, debit: number): AccountMoves => ({ code, member: 'm' as MemberId, before: ZERO, debit: cents(debit), credit: ZERO })

test('money that went to a member without right is told, and what a member owes for a thing is none of that', () => {
  expect(toGiveBackOf([moves('claimOnMember', 2500), moves('owedForThing', 9900)])).toEqual({ toGiveBack: 2500n })
  expect(toGiveBackOf([moves('owedForThing', 9900), moves('fundPayable', 100)])).toEqual({})
})
