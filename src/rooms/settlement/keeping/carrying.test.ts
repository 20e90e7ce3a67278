import { expect, test } from 'vitest'
import { cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { carriedOver } from './carrying.rules.ts'

const samira = 'samira' as MemberId

test('each pot that stands on the other kind of account goes over, a pot below zero too; what stands right stays', () => {
  const moves = [
    { code: 'businessBudget', member: samira, before: cents(-12000) },
    { code: 'developmentBudget', member: samira, before: cents(500) },
    { code: 'developmentReserve', member: samira, before: cents(-900) },
    { code: 'payoutPayable', member: samira, before: cents(-100) },
    { code: 'businessReserve', member: samira, before: cents(0) },
  ] as const
  expect(carriedOver(moves, 'reserve')).toEqual([
    { debit: { code: 'businessBudget', member: samira }, credit: { code: 'businessReserve', member: samira }, cents: 12000n },
    { debit: { code: 'developmentBudget', member: samira }, credit: { code: 'developmentReserve', member: samira }, cents: -500n },
  ])
})
