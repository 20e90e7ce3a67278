import { shortDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { euro } from '#kit/money.ts'
import { refuse, type Sentence } from '#kit/refusal.ts'
import { type AnyPermit, doTogether, type Permit, personOf, type Together, type TogetherItem, togetherOf } from '#rooms/access'
import { costKindsThroughTime } from '#rooms/consent'
import { judgeReceipt } from '../receipts/judging.ts'
import { lockReceipt, receiptRows } from '../receipts/receipts.sql.ts'
import { texts } from '../spending.en.ts'
import { isUnjudged } from '../spending.rules.ts'
import type { CostId, Receipt } from '../spending.types.ts'
import { type Look, looksOf } from './looks.ts'

const TOGETHER = 'receipt.judge'

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
    const label = [receipt.what, receipt.gross === null ? words.notKnown : euro(receipt.gross), shortDay(receipt.boughtOn, permit.language)].join(', ')
    const judgement = { outcome: 'accepted', reason: null, kind, paidBy, vatDeductible: null } as const
    return { id, label, because: because(receipt), run: () => judgeReceipt(tx, permit, id, judgement) }
  })
  return (await doTogether(tx, permit, TOGETHER, things)).id
}

/** What came of receipts that this person approved together; null for an unknown id. */
export function approvedTogether(tx: Tx, permit: AnyPermit, id: string): Promise<Together | null> {
  return togetherOf(tx, permit, TOGETHER, id)
}
