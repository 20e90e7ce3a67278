import { addDays, type Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { type Cents, euro, minus, sum } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, MemberId, Permit } from '#rooms/access'
import { account, balanceOf, booksOf, daysOfMember, post } from '#rooms/ledger'
import { findMember } from '#rooms/members'
import { cooperativeOf } from '#rooms/organisations'
import { nl } from '../banking.nl.ts'
import { handing } from './cash.nl.ts'
import { type CashStanding, cashFrom, inHand } from './cash.rules.ts'
import { insertCount, lockCash } from './cash.sql.ts'

/** Where cash stands on a day (decisions 4): the box, and claims on members with what of them is beyond the term. Two queries. */
export async function cashOnDay(tx: Tx, permit: AnyPermit, on: Day): Promise<CashStanding> {
  const { cashTermDays } = (await cooperativeOf(tx, permit)).settings
  const { moves } = await booksOf(tx, permit, { from: addDays(on, -cashTermDays), until: on, codes: ['cash', 'cashHeld', 'claimOnMember'] })
  return cashFrom(on, cashTermDays, moves)
}

/** Cash of the cooperative that a member has in hand, in cents, and the last day to bring it; null when there is none. */
export async function cashInHand(tx: Tx, permit: AnyPermit, member: MemberId): Promise<{ readonly cents: Cents; readonly until: Day } | null> {
  const held = inHand(await daysOfMember(tx, permit, 'cashHeld', member))
  if (!held) return null
  const { cashTermDays } = (await cooperativeOf(tx, permit)).settings
  return { cents: held.cents, until: addDays(held.since, cashTermDays) }
}

/**
 * Books cash between the box and a member today: handed in (`in`), or given along as change (`out`), in cents. Refuses an unknown member, more
 * handed in than the member holds, and more given along than the books say is in the box.
 */
export async function handCash(tx: Tx, permit: Permit<'bank.book'>, member: MemberId, way: 'in' | 'out', cents: Cents): Promise<void> {
  if (!(await findMember(tx, permit, member))) refuse(handing.refusals.nobody, {}, { field: 'lid' })
  await lockCash(tx, permit)
  const from =
    way === 'in' ? sum((await daysOfMember(tx, permit, 'cashHeld', member)).map((each) => each.cents)) : await balanceOf(tx, permit, 'cash', permit.today)
  if (cents > from && way === 'in') refuse(handing.refusals.notHeld, { amount: euro(cents), held: euro(from) }, { field: 'bedrag' })
  if (cents > from) refuse(handing.refusals.notInBox, { box: euro(from) }, { field: 'bedrag' })
  const id = newId(permit.now.epochMilliseconds)
  const [box, held] = [account('cash'), account('cashHeld', member)]
  const [debit, credit] = way === 'in' ? [box, held] : [held, box]
  await post(tx, permit, { source: { kind: way === 'in' ? 'cash handed in' : 'change given', id }, on: permit.today, transfers: [{ debit, credit, cents }] })
  await happened(tx, permit, way === 'in' ? 'cash.handedIn' : 'cash.changeGiven', { member })
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
