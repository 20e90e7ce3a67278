import { addDays, type Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { type Cents, minus, sum } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { account, balanceOf, memberMoves, post } from '#rooms/ledger'
import { cooperativeOf } from '#rooms/organisations'
import { nl } from '../banking.nl.ts'
import { heldBy, type MemberHolds } from './cash.rules.ts'
import { insertCount } from './cash.sql.ts'

/** Cash on a day: what the books say is in the box, and who holds money of the cooperative for how long. In cents. */
export type CashStanding = {
  readonly on: Day
  readonly box: Cents
  /** Within so many days what a member holds is handed in. */
  readonly termDays: number
  /** Cash that members took in. */
  readonly held: readonly MemberHolds[]
  /** What went to members without right, or too much. */
  readonly claims: readonly MemberHolds[]
  readonly late: Cents
}

/** Where cash stands on a day (decisions 4): the box, and claims on members with what of them is beyond the term. Three queries. */
export async function cashOnDay(tx: Tx, permit: AnyPermit, on: Day): Promise<CashStanding> {
  const { cashTermDays } = (await cooperativeOf(tx, permit)).settings
  const moves = await memberMoves(tx, permit, addDays(on, -cashTermDays), on)
  const held = heldBy(moves.filter(({ code }) => code === 'cashHeld'))
  const claims = heldBy(moves.filter(({ code }) => code === 'claimOnMember'))
  return { on, box: await balanceOf(tx, permit, 'cash', on), termDays: cashTermDays, held, claims, late: sum([...held, ...claims].map((each) => each.late)) }
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
