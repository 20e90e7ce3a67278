import { lastDay, longMonth, type Month, yearOf } from '#kit/day.ts'
import { isDouble, type Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import type { Cents } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { MemberId, Permit } from '#rooms/access'
import { writeLate } from '#rooms/consent'
import { chainHead, closePeriod, holdMonth, postMany, seal } from '#rooms/ledger'
import { potsIn } from '#rooms/organisations'
import { type PotSetting, transfersOf } from '../dividing/booking.rules.ts'
import type { Closing, MemberSplit } from '../dividing/facts.rules.ts'
import { lateBackOf, lateOf } from '../dividing/late.rules.ts'
import { closingsOf } from '../dividing/stored.sql.ts'
import { insertAside, insertClosing, insertOpening, insertSplits } from '../dividing/write.sql.ts'
import { carryPots } from '../keeping/keeping.ts'
import { monthRefusals } from '../settlement.en.ts'
import { nl } from '../settlement.nl.ts'
import { stopping } from './checklist.rules.ts'
import { type Readiness, readinessOf } from './months.ts'
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
  const { settlement, cover, settings } = await checkMonth(tx, permit, month)
  await seal(tx, permit)
  const head = await chainHead(tx, permit)
  await settleSet(tx, permit, { month, head: head.hash, number: head.number, cover: cover.left, pots: potsIn(settings, yearOf(month)) }, settlement.splits)
  await insertAside(tx, permit, month, settlement.aside)
  await carryPots(tx, permit, month, settings)
  await happened(tx, permit, 'month.closed', { month })
  return { month, at: permit.now, by: permit.person, head: head.hash, number: head.number, cover: cover.left }
}

/** What a close would go by; refuses a month whose checklist is not done, with the first open point in words. Writes nothing. */
export async function checkMonth(tx: Tx, permit: Permit<'month.close'>, month: Month): Promise<Readiness> {
  const readiness = await readinessOf(tx, permit, month)
  const open = stopping(readiness.points)
  const [first] = open
  if (first) refuse(monthRefusals[permit.language].notReady, { month: longMonth(month), point: pointText(first, nl).todo, count: open.length })
  return readiness
}

/** What is known of a closing before its shares; `pots` is the setting of the cooperative for the year. */
export type ClosingFacts = Pick<Closing, 'month' | 'head' | 'number' | 'cover'> & { readonly pots: PotSetting }

/**
 * Writes and books the divided month of any number of members, and closes it. Splits are taken some hundreds at a time, each table one
 * statement per round: nothing is asked per member, and memory does not grow with them. Refuses a month that was closed (conflict).
 */
export async function settleSet(
  tx: Tx,
  permit: Permit<'month.close'>,
  { month, head, number, cover, pots }: ClosingFacts,
  splits: Iterable<MemberSplit>,
): Promise<void> {
  try {
    await insertClosing(tx, permit, { month, head, head_number: number, cover })
  } catch (error) {
    if (isDouble(error)) refuse(monthRefusals[permit.language].closedBefore, { month: longMonth(month) }, { kind: 'conflict' })
    throw error
  }
  let batch: MemberSplit[] = []
  for (const split of splits) {
    batch.push(split)
    if (batch.length < BATCH) continue
    await settleBatch(tx, permit, month, batch, pots)
    batch = []
  }
  await settleBatch(tx, permit, month, batch, pots)
  await closePeriod(tx, permit, month)
}

async function settleBatch(tx: Tx, permit: Permit<'month.close'>, month: Month, batch: readonly MemberSplit[], pots: PotSetting): Promise<void> {
  if (batch.length === 0) return
  const on = lastDay(month)
  const entries = await postMany(
    tx,
    permit,
    on,
    'split',
    batch.map(({ facts, part, shares }) => ({
      source: part === 0 ? `${month} ${facts.member}` : `${month} ${facts.member} ${part}`,
      transfers: transfersOf(facts.member, shares.lines, pots),
    })),
  )
  const back = batch.flatMap(({ facts, reversals }, place) =>
    reversals.map((reversal) => ({ place, id: newId(permit.now.epochMilliseconds), transfers: transfersOf(facts.member, reversal.lines, pots) })),
  )
  const reversed = await postMany(
    tx,
    permit,
    on,
    'split reversed',
    back.map(({ id, transfers }) => ({ source: id, transfers })),
  )
  const written = back.map(({ place, id }, nr) => ({ place, id, entry: reversed[nr] ?? null }))
  const ofSplit = Map.groupBy(written, (each) => each.place)
  await insertSplits(
    tx,
    permit,
    month,
    batch.map((split, place) => ({ ...split, entry: entries[place] ?? null, reversalIds: ofSplit.get(place) ?? [] })),
  )
  await writeLate(tx, permit, batch.flatMap(lateOf), batch.flatMap(lateBackOf))
}

/** What a member brings along from before Opbloei: what counted under caps so far, and a loss still open. Cents; `step` is the step's name in the agreement. */
export type OpeningTotals = {
  readonly member: MemberId
  readonly taken: readonly { readonly year: number; readonly receiver: string; readonly step: string; readonly cents: Cents }[]
  readonly openLoss: Cents
}

/** Writes opening totals and losses, so that caps and carried losses go on. Refuses once a month was divided here. */
export async function openTotals(tx: Tx, permit: Permit<'month.open' | 'opening.book'>, totals: readonly OpeningTotals[]): Promise<void> {
  if ((await closingsOf(tx, permit)).length > 0) refuse(monthRefusals[permit.language].dividedAlready)
  await insertOpening(tx, permit, totals)
  await happened(tx, permit, 'month.opened', {})
}
