import { addDays, type Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { type Cents, minus } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { account, balanceOf, booksOf, post } from '#rooms/ledger'
import { cooperativeOf } from '#rooms/organisations'
import { nl } from '../banking.nl.ts'
import { type CashStanding, cashFrom } from './cash.rules.ts'
import { insertCount } from './cash.sql.ts'

/** Where cash stands on a day (decisions 4): the box, and claims on members with what of them is beyond the term. Two queries. */
export async function cashOnDay(tx: Tx, permit: AnyPermit, on: Day): Promise<CashStanding> {
  const { cashTermDays } = (await cooperativeOf(tx, permit)).settings
  const { moves } = await booksOf(tx, permit, { from: addDays(on, -cashTermDays), until: on, codes: ['cash', 'cashHeld', 'claimOnMember'] })
  return cashFrom(on, cashTermDays, moves)
}

/** Writes down what is in the cash box today; a difference with the books is booked as a cost, or income, of the cooperative. Refuses an amount below zero. */
export async function countCash(tx: Tx, permit: Permit<'bank.book'>, counted: Cents, note: string | null): Promise<void> {
  if (counted < 0n) refuse(nl.refusals.noSuchCount, {}, { field: 'geteld' })
  const id = newId(permit.now.epochMilliseconds)
  const book = await balanceOf(tx, permit, 'cash', permit.today)
  const difference = minus(counted, book)
  if (difference !== 0n && !note) refuse(nl.refusals.whyDifferent, {}, { field: 'reden' })
  const entry =
    difference === 0n
      ? null
      : await post(tx, permit, {
          source: { kind: 'cash count', id },
          on: permit.today,
          transfers: [{ debit: account('cash'), credit: account('generalCosts'), cents: difference }],
        })
  await insertCount(tx, permit, { id, on: permit.today, counted, book, entry, note })
  await happened(tx, permit, 'cash.counted', { count: id })
}
