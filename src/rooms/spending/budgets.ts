import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { type Cents, euro, minus, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, covers, type MemberId, type MoneyAction, type Permit, personOf } from '#rooms/access'
import { account, type EntryId, post, potAccount, potsPerMember, reverse, type Source, type Transfer } from '#rooms/ledger'
import { stageOf } from '#rooms/members'
import { cooperativeOf, korOn } from '#rooms/organisations'
import { insertPayment, payableRows, paymentOfSource } from './payments.sql.ts'
import { paidFrom } from './receipts.ts'
import { insertDecision, insertPurchase, insertRequest, requestRows, reservedRows } from './requests.sql.ts'
import { nl } from './spending.nl.ts'
import { costOf, mayJudge, type PaidBy, type Payable, POTS, type Pot } from './spending.rules.ts'
import type { SpendingRequest, SpendingRequestId } from './spending.types.ts'

/** What a pot holds, what is held in it for requests, and what is free, in cents; free is never below zero. */
export type PotFigures = { readonly balance: Cents; readonly reserved: Cents; readonly free: Cents }
export type Pots = Readonly<Record<Pot, PotFigures>>

/** The pots of every member with one, from the ledger and the requests; two queries however many members. */
export async function potsOfAll(tx: Tx, permit: AnyPermit): Promise<Map<MemberId, Pots>> {
  const balances = await potsPerMember(tx, permit, permit.today)
  const reserved = await reservedOf(tx, permit)
  const members = new Set([...balances.keys(), ...reserved.keys()])
  return new Map([...members].map((member) => [member, potsFrom((pot) => figures(balances.get(member)?.[pot] ?? ZERO, reserved.get(member)?.[pot] ?? ZERO))]))
}

/** The pots of one member within reach. */
export async function potsOf(tx: Tx, permit: AnyPermit, member: MemberId): Promise<Pots> {
  return (await potsOfAll(tx, permit)).get(member) ?? potsFrom(() => figures(ZERO, ZERO))
}

/** Per member what is held for requests that are asked or approved and not yet bought. */
export async function reservedOf(tx: Tx, permit: AnyPermit): Promise<Map<MemberId, Readonly<Record<Pot, Cents>>>> {
  const held = new Map<MemberId, Readonly<Record<Pot, Cents>>>()
  for (const row of await reservedRows(tx, permit)) {
    const before = held.get(row.member) ?? potsFrom(() => ZERO)
    held.set(row.member, { ...before, [row.pot]: row.cents })
  }
  return held
}

/** Asks to use a budget; the amount includes VAT. Refuses more than is free, with what is, and the budgets of a member who left. */
export async function askToSpend(
  tx: Tx,
  permit: Permit<'spending.ask'>,
  facts: { member: MemberId; pot: Pot; cents: Cents; what: string; why: string | null },
): Promise<SpendingRequestId> {
  if (!covers(permit, facts.member)) refuse(nl.refusals.missing, {}, { kind: 'missing' })
  await refuseAfterLeaving(tx, permit, facts.member)
  const pot = (await potsOf(tx, permit, facts.member))[facts.pot]
  if (facts.cents > pot.free) refuse(nl.refusals.notEnough, { free: euro(pot.free), short: euro(minus(facts.cents, pot.free)) }, { field: 'cents' })
  const id = await insertRequest(tx, permit, facts)
  await happened(tx, permit, 'spending.asked', { request: id, member: facts.member })
  return id
}

/** One request within reach. Refuses (missing) otherwise. */
export async function requestById(tx: Tx, permit: AnyPermit, id: SpendingRequestId): Promise<SpendingRequest> {
  const [request] = await requestRows(tx, permit, { id })
  return request ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
}

/** All requests within reach, newest first. */
export function requestsInReach(tx: Tx, permit: AnyPermit): Promise<SpendingRequest[]> {
  return requestRows(tx, permit)
}

/**
 * Approves or refuses; a refusal needs a reason. Refuses one's own request, a second decision, an approval the pot cannot bear any more,
 * and one for a member who left: from then on pots stand still (decisions 2).
 */
export async function decideSpending(
  tx: Tx,
  permit: Permit<'spending.decide'>,
  id: SpendingRequestId,
  decision: { outcome: 'approved' | 'refused'; reason: string | null },
): Promise<void> {
  const request = await requestById(tx, permit, id)
  if (!mayJudge(personOf(permit), request.member, request.askedBy)) refuse(nl.refusals.ownRequest, {}, { kind: 'forbidden' })
  if (decision.outcome === 'refused' && !decision.reason) refuse(nl.refusals.noReason, {}, { field: 'reason' })
  if (decision.outcome === 'approved') await refuseAfterLeaving(tx, permit, request.member)
  const pot = (await potsOf(tx, permit, request.member))[request.pot]
  if (decision.outcome === 'approved' && pot.balance < pot.reserved) {
    refuse(nl.refusals.potTooLow, { balance: euro(pot.balance), reserved: euro(pot.reserved) })
  }
  if (!(await insertDecision(tx, permit, id, decision))) refuse(nl.refusals.decidedBefore, {}, { kind: 'conflict' })
  await happened(tx, permit, `spending.${decision.outcome}`, { request: id, member: request.member })
}

/** The member takes the own request back; what was held is free again. Refuses after a decision. */
export async function takeBackSpending(tx: Tx, permit: Permit<'spending.ask'>, id: SpendingRequestId): Promise<void> {
  const request = await requestById(tx, permit, id)
  if (!(await insertDecision(tx, permit, id, { outcome: 'takenBack', reason: null }))) refuse(nl.refusals.decidedBefore, {}, { kind: 'conflict' })
  await happened(tx, permit, 'spending.takenBack', { request: id, member: request.member })
}

/**
 * Books what was bought for an approved request: the cost, and the pot released by the same net amount (decisions 3).
 * The pot was held for the amount with VAT; it is charged without the VAT that comes back. Refuses what was not approved, and more than was approved.
 */
export async function bookPurchase(
  tx: Tx,
  permit: Permit<'spending.book'>,
  id: SpendingRequestId,
  purchase: { gross: Cents; vat: Cents; boughtOn: Day; paidBy: Exclude<PaidBy, 'unknown'>; file: string | null },
): Promise<void> {
  const request = await requestById(tx, permit, id)
  if (request.standing !== 'approved') refuse(nl.refusals.notApproved, {}, { kind: 'conflict' })
  if (purchase.gross > request.cents) refuse(nl.refusals.moreThanApproved, { approved: euro(request.cents) }, { field: 'gross' })
  if (purchase.vat * 121n > purchase.gross * 21n + 121n) refuse(nl.refusals.tooMuchVat, {}, { field: 'vat' })
  const cooperative = await cooperativeOf(tx, permit)
  const cost = costOf(purchase.gross, purchase.vat, korOn(cooperative, purchase.boughtOn))
  const written = { gross: purchase.gross, vatDeductible: cost.vatDeductible, boughtOn: purchase.boughtOn, paidBy: purchase.paidBy, file: purchase.file }
  if (!(await insertPurchase(tx, permit, id, written))) refuse(nl.refusals.decidedBefore, {}, { kind: 'conflict' })
  const from = paidFrom(purchase.paidBy, request.member)
  const transfers: [Transfer, ...Transfer[]] = [
    { debit: account(request.pot === 'business' ? 'budgetSpent' : 'developmentCosts', request.member), credit: from, cents: cost.net },
    { debit: account('vatReclaimable'), credit: from, cents: cost.vatDeductible },
    { debit: potAccount(request.pot, cooperative.settings.pots, request.member), credit: account('budgetReleased', request.member), cents: cost.net },
  ]
  await post(tx, permit, { source: { kind: 'purchase', id }, on: permit.today, transfers })
  await happened(tx, permit, 'spending.bought', { request: id, member: request.member })
}

/** Costs booked and not wholly paid: to the shop, or back to the member who paid first. */
export function payablesOpen(tx: Tx, permit: AnyPermit): Promise<Payable[]> {
  return payableRows(tx, permit)
}

/** Pays a cost, or part of it, from the bank on a day. Refuses an unknown cost and more than is open. Gives the entry. */
export async function payCost(tx: Tx, permit: Permit<MoneyAction>, payment: { cost: string; cents: Cents; on: Day; source: Source }): Promise<EntryId> {
  const [payable] = await payableRows(tx, permit, payment.cost)
  if (!payable) refuse(nl.refusals.paidBefore, {}, { kind: 'conflict' })
  if (payment.cents > payable.open) refuse(nl.refusals.moreThanOpen, { open: euro(payable.open) })
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
  if (!payment) refuse(nl.refusals.missing, {}, { kind: 'missing' })
  const entry = await reverse(tx, permit, payment.entry as EntryId, source, on)
  await insertPayment(tx, permit, { cost: payment.cost, cents: minus(ZERO, payment.cents), on, sourceKind: source.kind, sourceId: source.id, entry })
}

async function refuseAfterLeaving(tx: Tx, permit: AnyPermit, member: MemberId): Promise<void> {
  if ((await stageOf(tx, permit, member, permit.today))?.stage === 'former') refuse(nl.refusals.left)
}

/** What a pot holds, what of it is held for requests, and what is left to ask for, in cents. */
export function figures(balance: Cents, reserved: Cents): PotFigures {
  const left = minus(balance, reserved)
  return { balance, reserved, free: left > 0n ? left : ZERO }
}

/** Something for each of the two pots. */
function potsFrom<T>(each: (pot: Pot) => T): Readonly<Record<Pot, T>> {
  return Object.fromEntries(POTS.map((pot) => [pot, each(pot)])) as Record<Pot, T>
}
