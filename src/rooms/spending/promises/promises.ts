import { monthOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { type Cents, euro, largest, minus, plus, sum, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { type AnyPermit, type Permit, personOf } from '#rooms/access'
import { potsOf } from '../requests/pots.ts'
import { insertEnd, lockRequest, requestRows } from '../requests/requests.sql.ts'
import { texts } from '../spending.en.ts'
import type { Pot } from '../spending.rules.ts'
import type { SpendingRequest, SpendingRequestId } from '../spending.types.ts'
import { promiseTexts } from './promises.en.ts'
import { FEWEST, instalments, type Plan, planProblem } from './promises.rules.ts'
import { insertInstalments } from './promises.sql.ts'

/** The instalments of a request that was approved in parts, in their order; none for one that is paid at once. */
export function promiseOf(tx: Tx, permit: AnyPermit, id: SpendingRequestId): Promise<SpendingRequest[]> {
  return requestRows(tx, permit, { of: id })
}

/**
 * Divides an approved request over months: the instalments are together what was approved. Refuses a plan that cannot be, and one of which more falls due
 * at once than the pot holds; what falls due later may still have to come in.
 */
export async function promise(
  tx: Tx,
  permit: Permit<'spending.decide'>,
  request: SpendingRequest & { readonly pot: Pot; readonly cents: Cents },
  plan: Plan,
): Promise<void> {
  const planned = planOf(permit, request.cents, plan, FEWEST)
  const { balance, reserved } = (await potsOf(tx, permit, request.member))[request.pot]
  const dueNow = sum(planned.filter((each) => each.due <= permit.today).map((each) => each.cents))
  // The request itself is approved by now and held in full until its instalments are there.
  const others = minus(reserved, request.cents)
  if (balance < plus(others, dueNow)) {
    refuse(promiseTexts[permit.language].refusals.firstTooMuch, { balance: euro(largest(balance, ZERO)), due: euro(plus(others, dueNow)) }, { field: 'first' })
  }
  await write(tx, permit, request, planned)
}

/**
 * Divides what is left of a promise over other months, as was agreed with the member and whoever is paid; what was booked stays. The reason is read by the
 * member. Refuses one's own promise, one of which nothing is left, and a plan that cannot be.
 */
export async function replan(tx: Tx, permit: Permit<'spending.replan'>, id: SpendingRequestId, plan: Plan, reason: string): Promise<void> {
  await lockRequest(tx, permit, id)
  const { refusals } = texts[permit.language]
  const [request] = await requestRows(tx, permit, { id })
  if (!request) return refuse(refusals.missing, {}, { kind: 'missing' })
  if (request.member === personOf(permit)) refuse(refusals.ownRequest, {}, { kind: 'forbidden' })
  const { pot } = request
  if (request.standing !== 'promised' || pot === null) return refuse(promiseTexts[permit.language].refusals.nothingLeft, {}, { kind: 'conflict' })
  const all = await promiseOf(tx, permit, id)
  const open = all.filter((each) => each.standing === 'approved')
  const after = Math.max(...all.map((each) => each.instalment?.place ?? 0))
  const planned = planOf(permit, sum(open.map((each) => each.cents ?? ZERO)), plan, 1, after)
  for (const each of open) await insertEnd(tx, permit, each.id, { outcome: 'cancelled', reason })
  await write(tx, permit, { ...request, pot }, planned)
  await happened(tx, permit, 'spending.replanned', { request: id, member: request.member })
}

/** Ends what is left of a promise, with a reason; what was booked stays. */
export async function endPromise(tx: Tx, permit: Permit<'spending.cancel'>, id: SpendingRequestId, reason: string): Promise<void> {
  for (const each of await promiseOf(tx, permit, id)) {
    if (each.standing === 'approved') await insertEnd(tx, permit, each.id, { outcome: 'cancelled', reason })
  }
}

function planOf(permit: AnyPermit, total: Cents, plan: Plan, fewest: number, after = 0) {
  const problem = planProblem(total, plan, monthOf(permit.today), fewest)
  if (problem) refuse(promiseTexts[permit.language].refusals[problem], { fewest }, { field: problem })
  return instalments(total, plan, after)
}

function write(tx: Tx, permit: AnyPermit, request: Parameters<typeof insertInstalments>[2], planned: ReturnType<typeof instalments>): Promise<void> {
  const name = promiseTexts[permit.language].nameOf
  return insertInstalments(
    tx,
    permit,
    request,
    planned.map((each) => ({ ...each, what: fill(name, { what: request.what, place: each.place }) })),
  )
}
