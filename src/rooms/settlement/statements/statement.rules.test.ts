import { expect, test } from 'vitest'
import { cents, ZERO } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import type { AccountCode, AccountMoves } from '#rooms/ledger'
import { firstToSend, type StatementStanding, toGiveBackOf } from './statement.rules.ts'

const moves = (code: AccountCode, debit: number): AccountMoves => ({ code, member: 'm' as MemberId, before: ZERO, debit: cents(debit), credit: ZERO })

test('money that went to a member without right is told, and what a member owes for a thing is none of that', () => {
  expect(toGiveBackOf([moves('claimOnMember', 2500), moves('owedForThing', 9900)])).toEqual({ toGiveBack: 2500n })
  expect(toGiveBackOf([moves('owedForThing', 9900), moves('fundPayable', 100)])).toEqual({})
})

test.each([
  ['the oldest that never went', ['oct toRelease', 'sep toRelease', 'aug noQuestions'], 'sep toRelease'],
  ['one that never went before one that changed, however old', ['oct toRelease', 'sep noQuestions', 'aug changed'], 'oct toRelease'],
  ['the oldest that changed', ['oct changed', 'sep answered', 'aug changed'], 'aug changed'],
  ['nothing', ['oct released', 'sep questioned'], undefined],
] as const)('to send first: %s', (_, lines, first) => {
  const found = firstToSend(lines.map((line) => ({ line, standing: line.slice(4) as StatementStanding })))
  expect(found?.line).toBe(first)
})
