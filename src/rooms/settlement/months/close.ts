import { lastDay, longMonth, type Month } from '#kit/day.ts'
import { isDouble, type Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import type { Cents } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { MemberId, Permit } from '#rooms/access'
import { chainHead, closePeriod, holdMonth, postMany, seal } from '#rooms/ledger'
import { cooperativeOf } from '#rooms/organisations'
import { type PotSetting, transfersOf } from '../dividing/booking.rules.ts'
import type { Closing, MemberSplit } from '../dividing/facts.rules.ts'
import { closingsOf } from '../dividing/stored.sql.ts'
import { insertClosing, insertOpening, insertSplits } from '../dividing/write.sql.ts'
import { nl } from '../settlement.nl.ts'
import { stopping } from './checklist.rules.ts'
import { readinessOf, settlementOf } from './months.ts'
import { pointText } from './words.rules.ts'

/** Members per round of statements: enough for speed, few enough that memory does not grow with the cooperative. */
const BATCH = 500

/**
 * Divides a month for all members in one transaction and closes it for good. Holds the month, so that no posting passes;
 * freezes what the split rests on; books the shares and reversals as sets; then closes the period.
 * Refuses a month that is closed already (conflict), and one whose checklist is not done, with the first open point in words.
 */
export async function closeMonth(tx: Tx, permit: Permit<'month.close'>, month: Month): Promise<Closing> {
  await holdMonth(tx, permit, month)
  const settlement = await settlementOf(tx, permit, month)
  const { points, cover } = await readinessOf(tx, permit, settlement)
  const open = stopping(points)
  const [first] = open
  if (first) refuse(nl.refusals.notReady, { month: longMonth(month), point: pointText(first, nl).todo, count: open.length })
  await seal(tx, permit)
  const head = await chainHead(tx, permit)
  await writeClosing(tx, permit, { month, head, cover: cover.left })
  const { settings } = await cooperativeOf(tx, permit)
  await settleSet(tx, permit, month, settlement.splits, settings.pots)
  await closePeriod(tx, permit, month)
  await happened(tx, permit, 'month.closed', { month })
  return { month, at: permit.now, by: permit.person, head, cover: cover.left }
}

/**
 * Writes and books divided months of any number of members, each statement for some hundreds at once: nothing is asked per member.
 * The month must be held and its closing written. Refuses a closed period and a month that was divided before.
 */
export async function settleSet(tx: Tx, permit: Permit<'month.close'>, month: Month, splits: readonly MemberSplit[], pots: PotSetting): Promise<void> {
  const on = lastDay(month)
  for (let from = 0; from < splits.length; from += BATCH) {
    const batch = splits.slice(from, from + BATCH)
    const entries = await postMany(
      tx,
      permit,
      on,
      'split',
      batch.map(({ facts, shares }) => ({ source: `${month} ${facts.member}`, transfers: transfersOf(facts.member, shares.lines, pots) })),
    )
    const back = batch.flatMap((split) =>
      split.reversals.map((reversal) => ({ id: newId(permit.now.epochMilliseconds), member: split.facts.member, reversal })),
    )
    const reversed = await postMany(
      tx,
      permit,
      on,
      'split reversed',
      back.map(({ id, member, reversal }) => ({ source: id, transfers: transfersOf(member, reversal.lines, pots) })),
    )
    let next = 0
    await insertSplits(
      tx,
      permit,
      month,
      batch.map((split, place) => ({
        ...split,
        entry: entries[place] ?? null,
        reversalIds: split.reversals.map(() => {
          const each = { id: back[next]?.id ?? '', entry: reversed[next] ?? null }
          next++
          return each
        }),
      })),
    )
  }
}

/** Writes that a month is closed, before its shares. Refuses a second time (conflict). */
export async function writeClosing(tx: Tx, permit: Permit<'month.close'>, closing: { month: Month; head: string; cover: Cents }): Promise<void> {
  try {
    await insertClosing(tx, permit, closing)
  } catch (error) {
    if (isDouble(error)) refuse(nl.refusals.closedBefore, { month: longMonth(closing.month) }, { kind: 'conflict' })
    throw error
  }
}

/** What a member brings along from before Opbloei: what counted under caps so far, and a loss still open. Cents; `step` is the step's name in the agreement. */
export type OpeningTotals = {
  readonly member: MemberId
  readonly taken: readonly { readonly year: number; readonly receiver: string; readonly step: string; readonly cents: Cents }[]
  readonly openLoss: Cents
}

/** Writes opening totals and losses, so that caps and carried losses go on. Refuses once a month was divided here. */
export async function openTotals(tx: Tx, permit: Permit<'month.open' | 'opening.book'>, totals: readonly OpeningTotals[]): Promise<void> {
  if ((await closingsOf(tx, permit)).length > 0) refuse(nl.refusals.dividedAlready)
  await insertOpening(tx, permit, totals)
  await happened(tx, permit, 'month.opened', {})
}
