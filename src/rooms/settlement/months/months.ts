import { addDays, type Day, lastDay, type Month, monthAfter, monthOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Cents, sum, ZERO } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import { bankClues, bankStandingOfMonth, type Clue, cashFrom } from '#rooms/banking'
import { booksOf } from '#rooms/ledger'
import { memberNames } from '#rooms/members'
import { type CooperativeSettings, cooperativeOf } from '#rooms/organisations'
import { type Closing, type MemberSplit, type StoredReversal, type WholeMonth, wholeMonths } from '../dividing/facts.rules.ts'
import { type Gathered, gather } from '../dividing/gather.ts'
import { type History, historyOf, settledMonth } from '../dividing/history.sql.ts'
import type { OpenMonth } from '../dividing/open-months.rules.ts'
import { closingsOf } from '../dividing/stored.sql.ts'
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
  return settlementIn(await gather(tx, permit, month, await historyOf(tx, permit)), month)
}

/** The split of one of the open months that were gathered. */
export function settlementIn({ months, history, firstOpen }: Gathered, month: Month): Settlement {
  const nothing = { month, splits: [], waiting: [], aside: [] }
  const earlierOpen = firstOpen && firstOpen < month ? firstOpen : null
  return { ...(months.find((each) => each.month === month) ?? nothing), lastClosed: history.lastClosed, earlierOpen }
}

export type Readiness = {
  readonly settlement: Settlement
  readonly points: readonly Point[]
  readonly cover: Cover
  /** What may explain that bank and books differ; null where they tie. */
  readonly clues: readonly Clue[] | null
  /** The last day that a statement of the bank covers, of the account that is behind most. */
  readonly through: Day | null
  readonly names: ReadonlyMap<MemberId, string>
  /** What the cooperative chose, as the checklist went by it. */
  readonly settings: CooperativeSettings
}

/** A month that is open: what would be booked, its checklist, its cover and the names of all members. `known` is the history when it was asked already. */
export async function readinessOf(tx: Tx, permit: AnyPermit, month: Month, known: History | null = null): Promise<Readiness> {
  const history = known ?? (await historyOf(tx, permit))
  const { settings } = await cooperativeOf(tx, permit)
  const { cashTermDays } = settings
  const on = lastDay(month)
  // The books are asked once: for the cover, the bank, the box, and what members hold beyond the term.
  const gathered = await gather(tx, permit, month, history, { waitingIn: month, moves: { from: addDays(on, -cashTermDays), until: on } })
  const { moves, unsent, unjudged, members } = gathered
  const settlement = settlementIn(gathered, month)
  const cover = coverOf(moves, comingOf(settlement.splits))
  const bank = await bankStandingOfMonth(tx, permit, month, moves)
  const points = checklistOf({
    month,
    isOver: on < permit.today,
    earlierOpen: settlement.earlierOpen,
    laterClosed: settlement.lastClosed !== null && settlement.lastClosed >= month ? settlement.lastClosed : null,
    bank,
    cash: cashFrom(on, cashTermDays, moves),
    unjudged,
    unsent,
    withoutAgreement: [...new Set(settlement.aside.map((each) => each.member))],
    cover,
  })
  const clues = bank.ties ? null : await bankClues(tx, permit, bank)
  const names = new Map([...members].map(([member, { name }]) => [member, name]))
  return { settlement, points, cover, clues, through: bank.through, names, settings }
}

/** A closed month as it was divided: every member, what went back in it, and the cover as the books stood on its last day. */
export type ClosedMonth = {
  readonly closing: Closing
  readonly months: readonly WholeMonth[]
  readonly reversals: readonly StoredReversal[]
  readonly cover: Cover
  readonly names: ReadonlyMap<MemberId, string>
}

/** A month as a treasurer looks at it: as it was closed, or what it takes to close it. Each room is asked once. */
export async function lookAtMonth(tx: Tx, permit: AnyPermit, month: Month): Promise<{ closed: ClosedMonth; open: null } | { closed: null; open: Readiness }> {
  const { closing, months, reversals, history } = await settledMonth(tx, permit, { month })
  if (!closing) return { closed: null, open: await readinessOf(tx, permit, month, history) }
  const on = lastDay(month)
  const { moves } = await booksOf(tx, permit, { from: on, until: on })
  const cover = coverOf(moves, { pots: ZERO, pools: ZERO, debts: ZERO })
  const closed = { closing, months, reversals: reversals.filter((each) => each.month === month), cover, names: await memberNames(tx, permit) }
  return { closed, open: null }
}

/** What the shares of a month, not booked yet, add to pots, pools and debts. */
export function comingOf(splits: readonly MemberSplit[]): { pots: Cents; pools: Cents; debts: Cents } {
  const lines = splits.flatMap((split) => [...split.shares.lines, ...split.reversals.flatMap((reversal) => reversal.lines)])
  const to = (...receivers: readonly string[]) => sum(lines.filter((line) => receivers.includes(line.receiver)).map((line) => line.cents))
  return { pots: to('business', 'development'), pools: to('trainingPool', 'reserve'), debts: to('municipality', 'payout') }
}

/** The months that were closed, newest first. */
export function closings(tx: Tx, permit: AnyPermit): Promise<Closing[]> {
  return closingsOf(tx, permit)
}

/** The month a treasurer works on: the one after the last that was closed; before the first, the earliest with money or an agreement. */
export async function openMonth(tx: Tx, permit: AnyPermit, [last]: readonly Closing[]): Promise<Month> {
  if (last) return monthAfter(last.month)
  const before = monthAfter(monthOf(permit.today), -1)
  return (await settlementOf(tx, permit, before)).earlierOpen ?? before
}

/** The shares that a member got in a month: of the books when it is closed, of the live view when it is open. */
export async function shareLinesOfMonth(
  tx: Tx,
  permit: AnyPermit,
  month: Month,
): Promise<Map<MemberId, { closed: boolean; lines: readonly MemberSplit['shares']['lines'][number][] }>> {
  const { closing, months, history } = await settledMonth(tx, permit, { month })
  if (closing) return new Map(months.map((each) => [each.member, { closed: true, lines: each.lines }]))
  const { splits } = settlementIn(await gather(tx, permit, month, history), month)
  return new Map(wholeMonths(splits).map((whole) => [whole.member, { closed: false, lines: whole.lines }]))
}
