import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { type Cents, euro, minus, sum } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, covers, type MemberId, type Permit, personOf } from '#rooms/access'
import { stageOf } from '#rooms/members'
import { promiseTexts } from '../promises/promises.en.ts'
import { FEWEST, MOST, type Plan } from '../promises/promises.rules.ts'
import { endPromise, promise } from '../promises/promises.ts'
import { texts } from '../spending.en.ts'
import { mayJudge, type Pot } from '../spending.rules.ts'
import type { SpendingRequest, SpendingRequestId } from '../spending.types.ts'
import { potsOf } from './pots.ts'
import { insertDecision, insertEnd, insertRequest, lockRequest, requestRows } from './requests.sql.ts'

/**
 * Asks to use a budget; the amount includes VAT. Pot and amount may be unknown: whoever approves fills them in. `parts` asks to pay in so many months: for
 * that nothing is held before the decision. Refuses more than is free at once, with what is, the budgets of a member who left, and a member outside the
 * permit's reach.
 */
export async function askToSpend(
  tx: Tx,
  permit: Permit<'spending.ask'>,
  facts: { member: MemberId; pot: Pot | null; cents: Cents | null; what: string; why: string | null; parts?: number | null },
): Promise<SpendingRequestId> {
  const { refusals } = texts[permit.language]
  if (!covers(permit, facts.member)) refuse(refusals.missing, {}, { kind: 'missing' })
  await refuseAfterLeaving(tx, permit, facts.member)
  const parts = facts.parts ?? null
  if (facts.pot !== null && facts.cents !== null && parts === null) {
    const { free } = (await potsOf(tx, permit, facts.member))[facts.pot]
    if (facts.cents > free) refuse(refusals.notEnough, { free: euro(free), short: euro(minus(facts.cents, free)) }, { field: 'cents' })
  }
  if (parts !== null && (parts < FEWEST || parts > MOST)) refuse(promiseTexts[permit.language].refusals.parts, { fewest: FEWEST }, { field: 'parts' })
  const id = await insertRequest(tx, permit, { ...facts, parts })
  await happened(tx, permit, 'spending.asked', { request: id, member: facts.member })
  return id
}

/** One request within reach. Refuses (missing) otherwise. */
export async function requestById(tx: Tx, permit: AnyPermit, id: SpendingRequestId): Promise<SpendingRequest> {
  const [request] = await requestRows(tx, permit, { id })
  return request ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
}

/** All requests within reach, newest first. */
export function requestsInReach(tx: Tx, permit: AnyPermit): Promise<SpendingRequest[]> {
  return requestRows(tx, permit)
}

/** What somebody decides about a request; pot and amount count only where the member did not know them. */
export type SpendingDecision = {
  outcome: 'approved' | 'refused'
  reason: string | null
  pot?: Pot | null
  cents?: Cents | null
  /** An approval that is paid in instalments. */
  plan?: Plan | null
}

/**
 * Approves or refuses; a refusal needs a reason. Refuses one's own request, a second decision, an approval without pot or amount, one the pot
 * cannot bear any more, and one for a member who left: from then on pots stand still (decisions 2). With a plan it becomes a promise in instalments.
 */
export async function decideSpending(tx: Tx, permit: Permit<'spending.decide'>, id: SpendingRequestId, decision: SpendingDecision): Promise<void> {
  await lockRequest(tx, permit, id)
  const { refusals } = texts[permit.language]
  const request = await requestById(tx, permit, id)
  if (!mayJudge(personOf(permit), request.member, request.askedBy)) refuse(refusals.ownRequest, {}, { kind: 'forbidden' })
  if (decision.outcome === 'refused' && !decision.reason) refuse(refusals.noReason, {}, { field: 'reason' })
  if (decision.outcome === 'approved') await refuseAfterLeaving(tx, permit, request.member)
  const filled = { pot: request.pot ? null : (decision.pot ?? null), cents: request.cents ? null : (decision.cents ?? null) }
  if (decision.outcome === 'approved' && request.standing === 'asked') {
    const pot = request.pot ?? filled.pot ?? refuse(refusals.whichPot, {}, { field: 'pot' })
    const cents = request.cents ?? filled.cents ?? refuse(refusals.howMuch, {}, { field: 'cents' })
    const { balance, reserved, promised } = (await potsOf(tx, permit, request.member))[pot]
    // What was asked with both known is held already, unless it was asked in instalments; what is promised to others goes first.
    const held = request.pot && request.cents && request.parts === null ? reserved : sum([reserved, promised, cents])
    if (!decision.plan && balance < held) refuse(refusals.potTooLow, { balance: euro(balance), reserved: euro(held) })
  }
  const { outcome, reason } = decision
  if (!(await insertDecision(tx, permit, id, { outcome, reason, ...filled }))) refuse(refusals.decidedBefore, {}, { kind: 'conflict' })
  if (outcome === 'approved' && decision.plan) {
    const [pot, cents] = [request.pot ?? filled.pot, request.cents ?? filled.cents]
    if (pot && cents) await promise(tx, permit, { ...request, pot, cents }, decision.plan)
  }
  await happened(tx, permit, `spending.${outcome}`, { request: id, member: request.member })
}

/**
 * Takes a request back, before a decision or after an approval that nobody used; what was held is free again. Refuses what was refused, ended or
 * bought.
 */
export async function takeBackSpending(tx: Tx, permit: Permit<'spending.ask'>, id: SpendingRequestId): Promise<void> {
  await lockRequest(tx, permit, id)
  const { refusals } = texts[permit.language]
  const request = await requestById(tx, permit, id)
  if (request.instalment || request.standing === 'promised') refuse(promiseTexts[permit.language].refusals.byAgreement, {}, { kind: 'conflict' })
  const written =
    request.standing === 'approved'
      ? await insertEnd(tx, permit, id, { outcome: 'takenBack', reason: null })
      : request.standing === 'asked' && (await insertDecision(tx, permit, id, { outcome: 'takenBack', reason: null, pot: null, cents: null }))
  if (!written) refuse(refusals.decidedBefore, {}, { kind: 'conflict' })
  await happened(tx, permit, 'spending.takenBack', { request: id, member: request.member })
}

/**
 * Lets an approved request that nobody used end, or what is left of a promise, with a reason that the member reads; what was held is free again. Refuses any
 * other standing, and one instalment alone.
 */
export async function cancelSpending(tx: Tx, permit: Permit<'spending.cancel'>, id: SpendingRequestId, reason: string): Promise<void> {
  await lockRequest(tx, permit, id)
  const { refusals } = texts[permit.language]
  const request = await requestById(tx, permit, id)
  if (request.instalment) refuse(promiseTexts[permit.language].refusals.wholePromise, {}, { kind: 'conflict' })
  if (request.standing === 'promised') await endPromise(tx, permit, id, reason)
  else if (request.standing !== 'approved') refuse(refusals.notApproved, {}, { kind: 'conflict' })
  else if (!(await insertEnd(tx, permit, id, { outcome: 'cancelled', reason }))) refuse(refusals.decidedBefore, {}, { kind: 'conflict' })
  await happened(tx, permit, 'spending.cancelled', { request: id, member: request.member })
}

async function refuseAfterLeaving(tx: Tx, permit: AnyPermit, member: MemberId): Promise<void> {
  if ((await stageOf(tx, permit, member, permit.today))?.stage === 'former') refuse(texts[permit.language].refusals.left)
}
