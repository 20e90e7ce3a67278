import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Cents, euro, minus, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, MemberId, MoneyAction, Permit } from '#rooms/access'
import { type Account, account, type EntryId, post, reverse, type Source } from '#rooms/ledger'
import { texts } from '../spending.en.ts'
import type { PaidBy, Payable } from '../spending.rules.ts'
import { insertPayment, payableRows, paymentOfSource } from './payments.sql.ts'

/** Costs booked and not wholly paid: to the shop, or back to the member who paid first. */
export function payablesOpen(tx: Tx, permit: AnyPermit): Promise<Payable[]> {
  return payableRows(tx, permit)
}

/** Pays a cost, or part of it, from the bank on a day. Refuses an unknown cost and more than is open. Gives the entry. */
export async function payCost(tx: Tx, permit: Permit<MoneyAction>, payment: { cost: string; cents: Cents; on: Day; source: Source }): Promise<EntryId> {
  const { refusals } = texts[permit.language]
  const [payable] = await payableRows(tx, permit, payment.cost)
  if (!payable) refuse(refusals.paidBefore, {}, { kind: 'conflict' })
  if (payment.cents > payable.open) refuse(refusals.moreThanOpen, { open: euro(payable.open) })
  const debt = payable.to === 'member' ? account('owedToMember', payable.member) : account('creditors')
  const entry = await post(tx, permit, { source: payment.source, on: payment.on, transfers: [{ debit: debt, credit: account('bank'), cents: payment.cents }] })
  await insertPayment(tx, permit, {
    cost: payment.cost,
    cents: payment.cents,
    on: payment.on,
    sourceKind: payment.source.kind,
    sourceId: payment.source.id,
    entry,
  })
  return entry
}

/** Undoes a payment by its mirror, dated `on`; `source` is the fact of undoing. Refuses a payment that is not there. */
export async function undoPayCost(tx: Tx, permit: Permit<MoneyAction>, paid: Source, source: Source, on: Day): Promise<void> {
  const payment = await paymentOfSource(tx, permit, paid.kind, paid.id)
  if (!payment) refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  const entry = await reverse(tx, permit, payment.entry as EntryId, source, on)
  await insertPayment(tx, permit, { cost: payment.cost, cents: minus(ZERO, payment.cents), on, sourceKind: source.kind, sourceId: source.id, entry })
}

/** Where the money of a cost came from: the bank (through creditors), the cash box, or a member who is owed it back. */
export function paidFrom(paidBy: PaidBy, member: MemberId): Account {
  if (paidBy === 'cash') return account('cash')
  return paidBy === 'member' ? account('owedToMember', member) : account('creditors')
}
