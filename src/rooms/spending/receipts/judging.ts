import { type Instant, monthOf, yearOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { type Cents, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, covers, type MemberId, type MoneyAction, type Permit, personOf, staff } from '#rooms/access'
import { findConsent } from '#rooms/consent'
import { account, type EntryId, findEntry, isOpen, post, potAccount, reverse, type Source, type Transfer } from '#rooms/ledger'
import { activeNames, benefitOn, tradeNeeds } from '#rooms/members'
import { cooperativeOf, isCostKind, korOn, potsIn } from '#rooms/organisations'
import { paidOn } from '../payments/payments.sql.ts'
import { paidFrom } from '../payments/payments.ts'
import { type CostShare, sharedCost } from '../sharing/sharing.rules.ts'
import { texts } from '../spending.en.ts'
import { costOf, isBooked, isInConsent, isUnjudged, lastJudgement, mayJudge, tooMuchVat } from '../spending.rules.ts'
import type { CostId, Judged, Judgement, Receipt } from '../spending.types.ts'
import { insertCostShares, insertJudgement, lockReceipt } from './receipts.sql.ts'
import { receiptById } from './receipts.ts'

/** What the judge must know: whether this person may judge, whether anybody else could, and whether the kind stands in the consent. */
export type JudgeView = { readonly may: boolean; readonly somebodyElse: boolean; readonly inConsent: boolean; readonly kor: boolean }

export async function judgeView(tx: Tx, permit: AnyPermit, receipt: Receipt): Promise<JudgeView> {
  const others = (await staff(tx, permit)).filter(
    (each) => (each.role === 'coach' || each.role === 'treasurer' || each.role === 'board') && mayJudge(each.person, receipt.member, receipt.sentBy),
  )
  return {
    may: mayJudge(personOf(permit), receipt.member, receipt.sentBy),
    somebodyElse: others.length > 0,
    inConsent: !isCostKind(receipt.kind) || isInConsent(receipt.kind, await costKindsOf(tx, permit, receipt.member, receipt)),
    kor: korOn(await cooperativeOf(tx, permit), receipt.boughtOn),
  }
}

/**
 * Judges a receipt: accepted lowers the member's result in this month, `onDevelopment` is paid from the development budget instead (domain
 * example 17), rejected books nothing, asked back is a question. Refuses one's own receipts, one that was judged before, a decision without a
 * reason, an unknown payer, kind or amount, and another amount than the member sent without a reason.
 */
export async function judgeReceipt(tx: Tx, permit: Permit<'receipt.judge'>, id: CostId, judgement: Judgement): Promise<void> {
  await lockReceipt(tx, permit, id)
  const receipt = await receiptById(tx, permit, id)
  const { refusals } = texts[permit.language]
  if (!mayJudge(personOf(permit), receipt.member, receipt.sentBy)) refuse(refusals.ownReceipt, {}, { kind: 'forbidden' })
  if (!isUnjudged(receipt.standing)) refuse(refusals.judgedBefore, {}, { kind: 'conflict' })
  // Judged before and undone since: the new judgement names the undoing, so that each is in the books once.
  await write(tx, permit, receipt, judgement, lastJudgement(receipt.judgements))
  await happened(tx, permit, `receipt.${judgement.outcome}`, { receipt: id, member: receipt.member })
}

/**
 * Puts another judgement in the place of the one that holds. What was booked is answered by its mirror, dated today, and the new judgement is
 * booked beside it: in a month that was divided nothing changes, and in this one the cost is taken back or added (decisions 1 and 2).
 * Refuses one's own receipts, one that nobody judged, a revision without a reason, and another amount or payer once money was paid on it.
 */
export async function reviseJudgement(tx: Tx, permit: Permit<'receipt.revise'>, id: CostId, judgement: Judgement): Promise<void> {
  await lockReceipt(tx, permit, id)
  const receipt = await receiptById(tx, permit, id)
  const { refusals } = texts[permit.language]
  if (!mayJudge(personOf(permit), receipt.member, receipt.sentBy)) refuse(refusals.ownReceipt, {}, { kind: 'forbidden' })
  const { held } = receipt
  if (!held || judgement.outcome === 'askedBack') return refuse(refusals.notJudged, {}, { kind: 'conflict' })
  if (!judgement.reason) refuse(refusals.noReason, {}, { field: 'reason' })
  const same = isBooked(judgement.outcome) && isBooked(held.outcome) && (judgement.gross ?? receipt.gross) === held.gross && judgement.paidBy === held.paidBy
  if (!same && (await paidOn(tx, permit, id)) !== ZERO) refuse(refusals.paidAlready, {}, { kind: 'conflict' })
  if (isBooked(held.outcome)) {
    const entry = await findEntry(tx, permit, sourceOf(receipt, held))
    if (!entry) throw new Error(`judgement ${held.id} was booked and has no entry`)
    await reverse(tx, permit, entry.id as EntryId, { kind: 'receipt undone', id: held.id }, permit.today)
  }
  await write(tx, permit, receipt, judgement, held)
  await happened(tx, permit, 'receipt.revised', { receipt: id, member: receipt.member })
}

/**
 * Takes an approval back, so that the receipt waits again: its mirror is booked today and nothing of what was judged is lost. Refuses another judgement
 * than that of `at` (it was judged again), one on which money was paid, and one whose month is closed: that is a revision.
 */
export async function unjudge(tx: Tx, permit: Permit<'receipt.revise'>, id: CostId, at: Instant): Promise<void> {
  await lockReceipt(tx, permit, id)
  const receipt = await receiptById(tx, permit, id)
  const { refusals } = texts[permit.language]
  const { held } = receipt
  if (!mayJudge(personOf(permit), receipt.member, receipt.sentBy)) refuse(refusals.ownReceipt, {}, { kind: 'forbidden' })
  if (held?.outcome !== 'accepted' || !held.at.equals(at)) return refuse(refusals.judgedAgain, {}, { kind: 'conflict' })
  if ((await paidOn(tx, permit, id)) !== ZERO) refuse(refusals.paidAlready, {}, { kind: 'conflict' })
  if (!(await isOpen(tx, permit, monthOf(held.on)))) refuse(refusals.monthClosed, {}, { kind: 'conflict' })
  const entry = await findEntry(tx, permit, sourceOf(receipt, held))
  if (!entry) throw new Error(`judgement ${held.id} was booked and has no entry`)
  await reverse(tx, permit, entry.id as EntryId, { kind: 'receipt undone', id: held.id }, permit.today)
  const { kind, paidBy, gross, vat, net, vatDeductible } = held
  const undone = { outcome: 'undone', reason: null, kind, paidBy, gross, vat, net, vatDeductible, revises: held.id } as const
  if (!(await insertJudgement(tx, permit, id, undone))) refuse(refusals.judgedAgain, {}, { kind: 'conflict' })
  await happened(tx, permit, 'receipt.undone', { receipt: id, member: receipt.member })
}

/** Writes a judgement down and books what it means. */
async function write(tx: Tx, permit: Permit<MoneyAction>, receipt: Receipt, judgement: Judgement, revised: Judged | null): Promise<void> {
  const { refusals } = texts[permit.language]
  const booked = isBooked(judgement.outcome)
  const gross = judgement.gross ?? receipt.gross
  const vat = judgement.vat ?? receipt.vat
  const changed = (receipt.gross !== null && gross !== receipt.gross) || (receipt.vat !== ZERO && vat !== receipt.vat)
  if ((judgement.outcome !== 'accepted' || changed) && !judgement.reason) refuse(refusals.noReason, {}, { field: 'reason' })
  if (booked && gross === null) refuse(refusals.amountUnknown, {}, { field: 'gross' })
  if (booked && !isCostKind(judgement.kind)) refuse(refusals.kindUnknown, {}, { field: 'kind' })
  if (gross !== null && tooMuchVat(gross, vat)) refuse(refusals.tooMuchVat, {}, { field: 'vat' })
  const cooperative = await cooperativeOf(tx, permit)
  const full = costOf(gross ?? vat, vat, korOn(cooperative, receipt.boughtOn))
  const deductible = judgement.vatDeductible ?? full.vatDeductible
  if (deductible < ZERO || deductible > full.vatDeductible) refuse(refusals.vatNotDeductible, {}, { field: 'vatDeductible' })
  const cost = costOf(gross ?? deductible, deductible, false)
  if (booked && judgement.paidBy === 'unknown') refuse(refusals.whoPaid, {}, { field: 'paidBy' })
  const { outcome, reason, kind, paidBy } = judgement
  const shares = outcome === 'accepted' ? await costShares(tx, permit, receipt, judgement, { net: cost.net, vat: cost.vatDeductible }) : []
  const id = await insertJudgement(tx, permit, receipt.id, { outcome, reason, kind, paidBy, gross, vat, ...cost, revises: revised?.id ?? null })
  if (!id) refuse(refusals.judgedBefore, {}, { kind: 'conflict' })
  if (shares.length > 0) await insertCostShares(tx, permit, id, shares)
  for (const { member } of shares) if (member !== receipt.member) await happened(tx, permit, 'receipt.shared', { receipt: receipt.id, member })
  if (!booked) return
  const from = paidFrom(judgement.paidBy, receipt.member)
  const expense = outcome === 'accepted' ? ('costs' as const) : ('developmentCosts' as const)
  const own = { member: receipt.member, net: cost.net }
  const costs = (each: { member: MemberId; net: Cents }): Transfer => ({ debit: account(expense, each.member), credit: from, cents: each.net })
  const [first = own, ...others] = shares
  const transfers: [Transfer, ...Transfer[]] = [
    costs(first),
    ...others.map(costs),
    { debit: account('vatReclaimable'), credit: from, cents: cost.vatDeductible },
  ]
  if (outcome === 'onDevelopment') {
    const pot = potAccount('development', potsIn(cooperative.settings, yearOf(permit.today)), receipt.member)
    transfers.push({ debit: pot, credit: account('budgetReleased', receipt.member), cents: cost.net })
  }
  await post(tx, permit, { source: sourceOf(receipt, { id, revises: revised?.id ?? null }), on: permit.today, transfers })
}

/** What of an accepted cost is of whom. Refuses somebody who is no member or out of reach, the judge, the same twice, and shares that do not fit. */
async function costShares(tx: Tx, permit: AnyPermit, receipt: Receipt, judgement: Judgement, cost: { net: Cents; vat: Cents }): Promise<CostShare[]> {
  const asked = judgement.shares ?? []
  if (asked.length === 0) return []
  const { refusals } = texts[permit.language]
  const known = await activeNames(tx, permit, receipt.boughtOn)
  for (const [nr, { member }] of asked.entries()) {
    const wrong = member === receipt.member || member === permit.person || !known.has(member) || !covers(permit, member)
    if (wrong || asked.findIndex((each) => each.member === member) !== nr) refuse(refusals.shareOfWhom, {}, { field: `with${nr + 1}` })
  }
  return sharedCost(cost, receipt.member, asked) ?? refuse(refusals.sharesTooMuch, {}, { field: 'part1' })
}

/** The fact in the books: the receipt for its first judgement, the receipt with the judgement for each that came in its place. */
function sourceOf(receipt: Receipt, judgement: Pick<Judged, 'id' | 'revises'>): Source {
  return { kind: 'receipt', id: judgement.revises ? `${receipt.id} ${judgement.id}` : receipt.id }
}

async function costKindsOf(tx: Tx, permit: AnyPermit, member: MemberId, receipt: Receipt): Promise<readonly string[] | null> {
  const need = tradeNeeds((await benefitOn(tx, permit, member, receipt.boughtOn)).source)
  if (need !== 'consent') return null
  return (await findConsent(tx, permit, member, receipt.boughtOn))?.costKinds ?? []
}
