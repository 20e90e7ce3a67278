import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, covers, type Permit } from '#rooms/access'
import { texts } from '../spending.en.ts'
import { tooMuchVat } from '../spending.rules.ts'
import type { CostId, Receipt, ReceiptFacts } from '../spending.types.ts'
import { insertAnswer, insertReceipt, type ReceiptFilter, receiptRows } from './receipts.sql.ts'

/** More than any cooperative will ever have. */
const EVERYTHING = 1_000_000

/**
 * Sends a receipt for somebody else to judge; amounts in cents. Refuses a day in the future, VAT above what the amount can hold, an unknown amount
 * without a photo to read it from, and a member outside the permit's reach.
 */
export async function sendReceipt(tx: Tx, permit: Permit<'receipt.send'>, facts: ReceiptFacts): Promise<CostId> {
  const { refusals } = texts[permit.language]
  if (!covers(permit, facts.member)) refuse(refusals.missing, {}, { kind: 'missing' })
  if (facts.boughtOn > permit.today) refuse(refusals.inFuture, {}, { field: 'boughtOn' })
  if (facts.gross === null && facts.file === null) refuse(refusals.amountOrPhoto, {}, { field: 'gross' })
  if (facts.gross !== null && tooMuchVat(facts.gross, facts.vat)) refuse(refusals.tooMuchVat, {}, { field: 'vat' })
  const id = await insertReceipt(tx, permit, facts)
  await happened(tx, permit, 'receipt.sent', { receipt: id, member: facts.member })
  return id
}

/** One receipt within reach. Refuses (missing) otherwise. */
export async function receiptById(tx: Tx, permit: AnyPermit, id: CostId): Promise<Receipt> {
  const [receipt] = await receiptRows(tx, permit, { ids: [id] })
  return receipt ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
}

/** Receipts within reach, newest first: all, or only those of a member, bought in a month, that still wait for a judgement or that have one. */
export function receiptsInReach(tx: Tx, permit: AnyPermit, only: ReceiptFilter = {}): Promise<Receipt[]> {
  return receiptRows(tx, permit, only)
}

/** Every receipt within reach bought in a period, both days included. */
export function receiptsBought(tx: Tx, permit: Permit<'sample.take'>, from: Day, until: Day): Promise<Receipt[]> {
  return receiptRows(tx, permit, { from, until, limit: EVERYTHING })
}

/** Answers a question about a receipt. Refuses where nothing was asked. */
export async function answerReceipt(tx: Tx, permit: Permit<'receipt.answer'>, id: CostId, answer: string): Promise<void> {
  const receipt = await receiptById(tx, permit, id)
  if (receipt.standing !== 'askedBack') refuse(texts[permit.language].refusals.nothingAsked, {}, { kind: 'conflict' })
  await insertAnswer(tx, permit, id, answer)
  await happened(tx, permit, 'receipt.answered', { receipt: id, member: receipt.member })
}
