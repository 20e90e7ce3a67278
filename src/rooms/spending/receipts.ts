import { firstDay, type Month, monthAfter, startOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, covers, type MemberId, type Permit, personOf, staff } from '#rooms/access'
import { findConsent } from '#rooms/consent'
import { type Account, account, post, potAccount, type Transfer } from '#rooms/ledger'
import { benefitOn, tradeNeeds } from '#rooms/members'
import { cooperativeOf, korOn } from '#rooms/organisations'
import { insertAnswer, insertJudgement, insertReceipt, lockReceipt, receiptRows, unjudgedRows } from './receipts.sql.ts'
import { nl } from './spending.nl.ts'
import { costOf, isInConsent, isUnjudged, mayJudge, type PaidBy } from './spending.rules.ts'
import type { CostId, Judgement, Receipt, ReceiptFacts } from './spending.types.ts'

/** Sends a receipt for somebody else to judge; amounts in cents. Refuses a day in the future, VAT above what the amount can hold, and a member outside the permit's reach. */
export async function sendReceipt(tx: Tx, permit: Permit<'receipt.send'>, facts: ReceiptFacts): Promise<CostId> {
  if (!covers(permit, facts.member)) refuse(nl.refusals.missing, {}, { kind: 'missing' })
  if (facts.boughtOn > permit.today) refuse(nl.refusals.inFuture, {}, { field: 'boughtOn' })
  // 21% is the highest rate; a larger part of the amount cannot be VAT (Wet OB art. 9).
  if (facts.vat * 121n > facts.gross * 21n + 121n) refuse(nl.refusals.tooMuchVat, {}, { field: 'vat' })
  const id = await insertReceipt(tx, permit, facts)
  await happened(tx, permit, 'receipt.sent', { receipt: id, member: facts.member })
  return id
}

/** One receipt within reach. Refuses (missing) otherwise. */
export async function receiptById(tx: Tx, permit: AnyPermit, id: CostId): Promise<Receipt> {
  const [receipt] = await receiptRows(tx, permit, { id })
  return receipt ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
}

/** All receipts within reach, newest first. */
export function receiptsInReach(tx: Tx, permit: AnyPermit): Promise<Receipt[]> {
  return receiptRows(tx, permit)
}

/** What the judge must know: whether this person may judge, whether anybody else could, and whether the kind stands in the consent. */
export type JudgeView = { readonly may: boolean; readonly somebodyElse: boolean; readonly inConsent: boolean; readonly kor: boolean }

export async function judgeView(tx: Tx, permit: AnyPermit, receipt: Receipt): Promise<JudgeView> {
  const others = (await staff(tx, permit)).filter(
    (each) => (each.role === 'coach' || each.role === 'treasurer' || each.role === 'board') && mayJudge(each.person, receipt.member, receipt.sentBy),
  )
  return {
    may: mayJudge(personOf(permit), receipt.member, receipt.sentBy),
    somebodyElse: others.length > 0,
    inConsent: isInConsent(receipt.kind, await costKindsOf(tx, permit, receipt.member, receipt)),
    kor: korOn(await cooperativeOf(tx, permit), receipt.boughtOn),
  }
}

/**
 * Judges a receipt: accepted lowers the member's result in this month, `onDevelopment` is paid from the development
 * budget instead (domain example 17), rejected books nothing, asked back is a question. Refuses one's own receipts,
 * one that was judged before, a decision without a reason, and an unknown payer.
 */
export async function judgeReceipt(tx: Tx, permit: Permit<'receipt.judge'>, id: CostId, judgement: Judgement): Promise<void> {
  await lockReceipt(tx, permit, id)
  const receipt = await receiptById(tx, permit, id)
  if (!mayJudge(personOf(permit), receipt.member, receipt.sentBy)) refuse(nl.refusals.ownReceipt, {}, { kind: 'forbidden' })
  if (!isUnjudged(receipt.standing)) refuse(nl.refusals.judgedBefore, {}, { kind: 'conflict' })
  if (judgement.outcome !== 'accepted' && !judgement.reason) refuse(nl.refusals.noReason, {}, { field: 'reason' })
  const cooperative = await cooperativeOf(tx, permit)
  const full = costOf(receipt.gross, receipt.vat, korOn(cooperative, receipt.boughtOn))
  const deductible = judgement.vatDeductible ?? full.vatDeductible
  if (deductible > full.vatDeductible) refuse(nl.refusals.vatNotDeductible, {}, { field: 'vatDeductible' })
  const cost = costOf(receipt.gross, deductible, false)
  const booked = judgement.outcome === 'accepted' || judgement.outcome === 'onDevelopment'
  if (booked && judgement.paidBy === 'unknown') refuse(nl.refusals.whoPaid, {}, { field: 'paidBy' })
  if (!(await insertJudgement(tx, permit, id, { ...judgement, ...cost }))) refuse(nl.refusals.judgedBefore, {}, { kind: 'conflict' })
  if (booked) {
    const from = paidFrom(judgement.paidBy, receipt.member)
    const expense = account(judgement.outcome === 'accepted' ? 'costs' : 'developmentCosts', receipt.member)
    const transfers: [Transfer, ...Transfer[]] = [
      { debit: expense, credit: from, cents: cost.net },
      { debit: account('vatReclaimable'), credit: from, cents: cost.vatDeductible },
    ]
    if (judgement.outcome === 'onDevelopment') {
      transfers.push({
        debit: potAccount('development', cooperative.settings.pots, receipt.member),
        credit: account('budgetReleased', receipt.member),
        cents: cost.net,
      })
    }
    await post(tx, permit, { source: { kind: 'receipt', id }, on: permit.today, transfers })
  }
  await happened(tx, permit, `receipt.${judgement.outcome}`, { receipt: id, member: receipt.member })
}

/** Answers a question about a receipt. Refuses where nothing was asked. */
export async function answerReceipt(tx: Tx, permit: Permit<'receipt.answer'>, id: CostId, answer: string): Promise<void> {
  const receipt = await receiptById(tx, permit, id)
  if (receipt.standing !== 'askedBack') refuse(nl.refusals.nothingAsked, {}, { kind: 'conflict' })
  await insertAnswer(tx, permit, id, answer)
  await happened(tx, permit, 'receipt.answered', { receipt: id, member: receipt.member })
}

/** Receipts sent in or before a month that nobody judged yet. */
export function unjudgedReceipts(tx: Tx, permit: AnyPermit, month: Month): ReturnType<typeof unjudgedRows> {
  return unjudgedRows(tx, permit, startOf(firstDay(monthAfter(month))))
}

/** Where the money of a cost came from: the bank (through creditors), the cash box, or a member who is owed it back. */
export function paidFrom(paidBy: PaidBy, member: MemberId): Account {
  if (paidBy === 'cash') return account('cash')
  return paidBy === 'member' ? account('owedToMember', member) : account('creditors')
}

async function costKindsOf(tx: Tx, permit: AnyPermit, member: MemberId, receipt: Receipt): Promise<readonly string[] | null> {
  const need = tradeNeeds((await benefitOn(tx, permit, member, receipt.boughtOn)).source)
  if (need !== 'consent') return null
  return (await findConsent(tx, permit, member, receipt.boughtOn))?.costKinds ?? []
}
