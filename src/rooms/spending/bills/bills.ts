import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { type Cents, euro, negate } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, MemberId, MoneyAction, Permit } from '#rooms/access'
import { account, type EntryId, post, reverse, type Source } from '#rooms/ledger'
import { disposingTexts } from '../disposing/disposing.en.ts'
import { overBills } from '../disposing/disposing.rules.ts'
import { billPaymentsOf, disposalRows, insertBillPayment, lockBills } from '../disposing/disposing.sql.ts'
import { disposalById } from '../disposing/disposing.ts'
import type { Disposal, DisposalId } from '../disposing/disposing.types.ts'
import { awaitedRows } from '../payments/payments.sql.ts'
import type { Payable } from '../spending.rules.ts'

/** A bill for a thing that waits for money: cents, and whose it is where the buyer is a member. */
export type ThingBill = Pick<Disposal, 'id' | 'thing' | 'member' | 'buyer' | 'open' | 'dueOn'> & { readonly number: string }

/** The bills for things on which something is open, within reach, the oldest first; of one member where one is named. */
export async function billsOpen(tx: Tx, permit: AnyPermit, member?: MemberId): Promise<ThingBill[]> {
  const rows = await disposalRows(tx, permit, { open: true, ...(member ? { member } : {}) })
  return rows.flatMap(({ number, ...row }) => (number === null || row.open === 0n ? [] : [{ ...row, number }]))
}

/** What a line of the bank may pay, in one query: costs that are open, bills for things with something open, and those on which money came in (`open` is then what came in, below zero). */
export async function awaitedByBank(
  tx: Tx,
  permit: AnyPermit,
): Promise<{ readonly costs: readonly Payable[]; readonly bills: readonly ThingBill[]; readonly billsPaid: readonly ThingBill[] }> {
  const { costs, bills } = await awaitedRows(tx, permit)
  return {
    costs,
    bills: bills.filter((bill) => bill.open !== 0n),
    billsPaid: bills.filter((bill) => bill.paid > 0n).map((bill) => ({ ...bill, open: negate(bill.paid) })),
  }
}

/**
 * Money of the bank for a bill; below zero it goes back to the buyer, at most what came in. Refuses a bill that was taken back, and more than is open. Gives the entry.
 */
export async function receiveForThing(
  tx: Tx,
  permit: Permit<MoneyAction>,
  payment: { readonly bill: DisposalId; readonly cents: Cents; readonly on: Day; readonly source: Source },
): Promise<EntryId> {
  const { refusals } = disposingTexts[permit.language]
  await lockBills(tx, permit)
  const bill = await disposalById(tx, permit, payment.bill)
  if (bill.undoneOn || bill.paidBy !== 'bill') refuse(refusals.notOpen, {}, { kind: 'conflict' })
  if (payment.cents > bill.open) refuse(refusals.moreThanOpen, { open: euro(bill.open) })
  if (negate(payment.cents) > bill.paid) refuse(refusals.moreThanPaid, { paid: euro(bill.paid) })
  const { on, source, cents } = payment
  const owed = bill.member ? account('owedForThing', bill.member) : account('owedElsewhere')
  const entry = await post(tx, permit, { source, on, transfers: [{ debit: account('bank'), credit: owed, cents }] })
  await insertBillPayment(tx, permit, { disposal: bill.id, cents, how: 'bank', on, entry, source })
  return entry
}

/** Undoes money of the bank for a bill by its mirror, dated `on`; `source` is the fact of undoing. Refuses (missing) a payment that is not there. */
export async function undoReceiveForThing(tx: Tx, permit: Permit<MoneyAction>, paid: Source, source: Source, on: Day): Promise<void> {
  await lockBills(tx, permit)
  const [payment] = await billPaymentsOf(tx, permit, { source: paid })
  if (!payment) return refuse(disposingTexts[permit.language].refusals.missing, {}, { kind: 'missing' })
  const entry = await reverse(tx, permit, payment.entry as EntryId, source, on)
  await insertBillPayment(tx, permit, { disposal: payment.disposal, cents: negate(payment.cents), how: payment.how, on, entry, source })
}

/**
 * Writes down that money due to a member was set off against the open bills of that member, the oldest first (BW 6:127); `entry` is the booking that did it. Refuses more than
 * the bills together have open.
 */
export async function setOffAgainstBills(
  tx: Tx,
  permit: Permit<MoneyAction>,
  member: MemberId,
  cents: Cents,
  booked: { readonly entry: EntryId; readonly source: Source },
): Promise<void> {
  await lockBills(tx, permit)
  const bills = await billsOpen(tx, permit, member)
  const parts = overBills(bills, cents) ?? refuse(disposingTexts[permit.language].refusals.moreThanBills, {}, { field: 'cents' })
  for (const { bill, cents: part } of parts) await insertBillPayment(tx, permit, { disposal: bill.id, cents: part, how: 'pot', on: permit.today, ...booked })
  await happened(tx, permit, 'equipment.setOff', { member })
}
