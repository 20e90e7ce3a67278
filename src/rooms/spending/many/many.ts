import { shortDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { euro } from '#kit/money.ts'
import { refuse, type Sentence } from '#kit/refusal.ts'
import {
  type AnyPermit,
  canUndo,
  doTogether,
  type Permit,
  personOf,
  type Together,
  type TogetherItem,
  togetherOf,
  togetherToUndo,
  undoneTogether,
} from '#rooms/access'
import { costKindsThroughTime } from '#rooms/consent'
import { judgeReceipt, unjudge } from '../receipts/judging.ts'
import { lockReceipt, receiptRows } from '../receipts/receipts.sql.ts'
import { texts } from '../spending.en.ts'
import { isUnjudged } from '../spending.rules.ts'
import type { CostId, Receipt } from '../spending.types.ts'
import { type Look, looksOf } from './looks.rules.ts'

const TOGETHER = 'receipt.judge'
const UNDONE = 'receipt.undo'

/** Why each receipt that waits must be looked at by itself; nothing: it may be approved with many. Two queries. */
export async function looksAtAll(tx: Tx, permit: AnyPermit, receipts: readonly Receipt[]): Promise<Map<CostId, readonly Look[]>> {
  const open = receipts.filter((receipt) => isUnjudged(receipt.standing))
  if (open.length === 0) return new Map()
  const costKinds = await costKindsThroughTime(tx, permit)
  const judge = personOf(permit)
  return new Map(open.map((receipt) => [receipt.id, looksOf(receipt, judge, costKinds(receipt.member, receipt.boughtOn))]))
}

/**
 * Approves many receipts as they were sent, each judged by its own rule. One that must be looked at, or was judged meanwhile, is left as it was with its
 * reason. Gives under which id what came of each is kept. Refuses a choice of nothing.
 */
export async function approveMany(tx: Tx, permit: Permit<'receipt.judge'>, chosen: readonly CostId[]): Promise<string> {
  const words = texts[permit.language]
  if (chosen.length === 0) refuse(words.refusals.noneChosen)
  const ids = [...new Set(chosen)].sort()
  // In one order for everybody: two who approve the same receipts wait for each other, and never for ever.
  for (const id of ids) await lockReceipt(tx, permit, id)
  const receipts = await receiptRows(tx, permit, { ids })
  const looks = await looksAtAll(tx, permit, receipts)
  const because = (receipt: Receipt): Sentence | null => {
    if (!isUnjudged(receipt.standing)) return words.refusals.judgedBefore
    const [look] = looks.get(receipt.id) ?? []
    return look ? { what: words.looks[look], next: words.looksNext } : null
  }
  const things = receipts.map((receipt): TogetherItem => {
    const { id, kind, paidBy } = receipt
    const judgement = { outcome: 'accepted', reason: null, kind, paidBy, vatDeductible: null } as const
    return { id, label: calledOf(receipt, permit), because: because(receipt), run: () => judgeReceipt(tx, permit, id, judgement) }
  })
  return (await doTogether(tx, permit, TOGETHER, things)).id
}

/**
 * Takes back what this person approved together, receipt by receipt: one that was judged again or paid since, or whose month is closed, stays and says so.
 * Gives under which id what came of each is kept. Refuses what is not there (missing), what was undone before, and what is too long ago.
 */
export async function undoMany(tx: Tx, permit: Permit<'receipt.revise'>, id: string): Promise<string> {
  const { refusals } = texts[permit.language]
  const before = (await togetherOf(tx, permit, TOGETHER, id)) ?? refuse(refusals.nothingTogether, {}, { kind: 'missing' })
  if (!canUndo(before, permit.now) || !(await undoneTogether(tx, permit, id))) refuse(refusals.notUndoable, {}, { kind: 'conflict' })
  const ids = before.done.toSorted() as CostId[]
  for (const each of ids) await lockReceipt(tx, permit, each)
  const things = (await receiptRows(tx, permit, { ids })).map(
    (receipt): TogetherItem => ({ id: receipt.id, label: calledOf(receipt, permit), run: () => unjudge(tx, permit, receipt.id, before.at) }),
  )
  return (await doTogether(tx, permit, UNDONE, things)).id
}

/** What came of receipts that this person approved together, or took back together; null for an unknown id. */
export async function togetherHere(tx: Tx, permit: AnyPermit, id: string): Promise<ManyReceipts | null> {
  const approved = await togetherOf(tx, permit, TOGETHER, id)
  if (approved) return { ...approved, what: 'approved', undo: canUndo(approved, permit.now) }
  const undone = await togetherOf(tx, permit, UNDONE, id)
  return undone ? { ...undone, what: 'undone', undo: false } : null
}

/** The last approval of many by this person, while it can be taken back with one button; else null. */
export function approvedLast(tx: Tx, permit: AnyPermit): Promise<Together | null> {
  return togetherToUndo(tx, permit, TOGETHER)
}

export type ManyReceipts = Together & { readonly what: 'approved' | 'undone'; readonly undo: boolean }

/** What a person calls a receipt: what, the amount and the day. */
function calledOf(receipt: Receipt, { language }: AnyPermit): string {
  const amount = receipt.gross === null ? texts[language].notKnown : euro(receipt.gross)
  return [receipt.what, amount, shortDay(receipt.boughtOn, language)].join(', ')
}
