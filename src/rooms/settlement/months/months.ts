import { lastDay, type Month, monthAfter, monthOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Cents, sum, ZERO } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import { bankStandingOfMonth, cashOnDay } from '#rooms/banking'
import { draftsUntil } from '#rooms/invoicing'
import { trialBalance } from '#rooms/ledger'
import { unjudgedReceipts } from '#rooms/spending'
import { type Closing, type MemberSplit, type StoredReversal, type WholeMonth, wholeMonths } from '../dividing/facts.rules.ts'
import { gather } from '../dividing/gather.ts'
import type { OpenMonth } from '../dividing/open-months.ts'
import { closingsOf, storedMonths, storedReversals } from '../dividing/stored.sql.ts'
import { checklistOf, type Point } from './checklist.rules.ts'
import { type Cover, coverOf } from './cover.rules.ts'

/** A month as it would be divided now: nothing is written. A member whose agreement changed in it has a part for each version. */
export type Settlement = OpenMonth & {
  readonly lastClosed: Month | null
  /** The first month that is still open, when it comes before this one: what was computed goes on from there. */
  readonly earlierOpen: Month | null
}

/** The split of a month as it stands now ("zo staat het nu"), of everybody within reach; earlier open months first. Reads only. Amounts in cents. */
export async function settlementOf(tx: Tx, permit: AnyPermit, month: Month): Promise<Settlement> {
  const found = await openMonths(tx, permit, month)
  const nothing = { month, splits: [], waiting: [], aside: [] }
  return { ...(found.months.find((each) => each.month === month) ?? nothing), lastClosed: found.lastClosed, earlierOpen: found.earlierOpen }
}

/** All months that are not closed up to and including one, as they stand now, oldest first. */
export async function openMonths(
  tx: Tx,
  permit: AnyPermit,
  until: Month,
): Promise<{ months: readonly OpenMonth[]; lastClosed: Month | null; earlierOpen: Month | null }> {
  const { months, firstOpen, history } = await gather(tx, permit, until)
  return { months, lastClosed: history.lastClosed, earlierOpen: firstOpen && firstOpen < until ? firstOpen : null }
}

export type Readiness = { readonly month: Month; readonly points: readonly Point[]; readonly cover: Cover; readonly closing: Closing | null }

/** The checklist and the cover of a month that is open; `settlement` is what would be booked. */
export async function readinessOf(tx: Tx, permit: AnyPermit, settlement: Settlement): Promise<Readiness> {
  const { month } = settlement
  const rows = await trialBalance(tx, permit, lastDay(month))
  const bank = await bankStandingOfMonth(tx, permit, month)
  const unjudged = await unjudgedReceipts(tx, permit, month)
  const unsent = await draftsUntil(tx, permit, lastDay(month))
  const cover = coverOf(rows, comingOf(settlement.splits))
  const points = checklistOf({
    month,
    isOver: lastDay(month) < permit.today,
    earlierOpen: settlement.earlierOpen,
    laterClosed: settlement.lastClosed !== null && settlement.lastClosed >= month ? settlement.lastClosed : null,
    bank,
    cash: await cashOnDay(tx, permit, lastDay(month)),
    unjudged: unjudged.length,
    unsent: unsent.length,
    withoutAgreement: [...new Set(settlement.aside.map((each) => each.member))],
    cover,
  })
  return { month, points, cover, closing: null }
}

/** The cover of a closed month, as the books stood on its last day. */
export async function coverOfMonth(tx: Tx, permit: AnyPermit, month: Month): Promise<Cover> {
  return coverOf(await trialBalance(tx, permit, lastDay(month)), { pots: ZERO, pools: ZERO, debts: ZERO })
}

/** What the shares of a month, not booked yet, add to pots, pools and debts. */
export function comingOf(splits: readonly MemberSplit[]): { pots: Cents; pools: Cents; debts: Cents } {
  const lines = splits.flatMap((split) => [...split.shares.lines, ...split.reversals.flatMap((reversal) => reversal.lines)])
  const to = (...receivers: readonly string[]) => sum(lines.filter((line) => receivers.includes(line.receiver)).map((line) => line.cents))
  return { pots: to('business', 'development'), pools: to('trainingPool', 'reserve'), debts: to('municipality', 'payout') }
}

/** A closed month as it was divided: every member, and what went back in it. */
export async function closedMonth(tx: Tx, permit: AnyPermit, month: Month): Promise<{ months: WholeMonth[]; reversals: StoredReversal[] }> {
  return { months: await storedMonths(tx, permit, { month }), reversals: await storedReversals(tx, permit, { month }) }
}

/** The months that were closed, newest first. */
export function closings(tx: Tx, permit: AnyPermit): Promise<Closing[]> {
  return closingsOf(tx, permit)
}

/** The month a treasurer works on: the one after the last that was closed; before the first, the earliest with money or an agreement. */
export async function openMonth(tx: Tx, permit: AnyPermit): Promise<Month> {
  const [last] = await closingsOf(tx, permit)
  const before = monthAfter(monthOf(permit.today), -1)
  return last ? monthAfter(last.month) : ((await openMonths(tx, permit, before)).earlierOpen ?? before)
}

/** The shares that a member got in a month: of the books when it is closed, of the live view when it is open. */
export async function shareLinesOfMonth(
  tx: Tx,
  permit: AnyPermit,
  month: Month,
): Promise<Map<MemberId, { closed: boolean; lines: readonly MemberSplit['shares']['lines'][number][] }>> {
  const stored = await storedMonths(tx, permit, { month })
  if (stored.length > 0) return new Map(stored.map((each) => [each.member, { closed: true, lines: each.lines }]))
  const { splits } = await settlementOf(tx, permit, month)
  return new Map(wholeMonths(splits).map((whole) => [whole.member, { closed: false, lines: whole.lines }]))
}
