import { firstDay, lastDay, type Month, monthAfter, monthOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Cents, negate, ZERO } from '#kit/money.ts'
import type { AnyPermit } from '#rooms/access'
import { agreementsOfAll } from '#rooms/agreements'
import { dividableMoney } from '#rooms/invoicing'
import { type AccountMoves, booksOf, type MovesAndPots, type MovesOfPeriod, type PotName, standOf } from '#rooms/ledger'
import { membersThroughTime } from '#rooms/members'
import { type CostId, type Spending, spendingRows } from '#rooms/spending'
import { POT_ACCOUNTS } from './booking.rules.ts'
import { dividedOf, type History } from './history.sql.ts'
import { countedMoney, divideMonths, monthsFrom, type OpenMonth, type Raw } from './open-months.rules.ts'

/** The open months up to and including one, in their order, and what they rest on. */
export type Gathered = {
  readonly months: readonly OpenMonth[]
  /** The month whose turn it is; null when nothing was ever closed, came in, was spent or agreed. */
  readonly firstOpen: Month | null
  readonly history: History
  readonly raw: Raw
  /** What is held in pots now for requests. */
  readonly reserved: Spending['reserved']
  /** Everybody within reach. */
  readonly members: Awaited<ReturnType<typeof membersThroughTime>>
  readonly moves: MovesAndPots['moves']
  /** Drafts that were not sent and receipts that were not judged; nought unless they were asked for. */
  readonly unsent: number
  readonly unjudged: number
}

/** What a page wants to know besides, of rooms that are asked anyway: no room is asked twice. */
export type Besides = {
  readonly moves?: MovesOfPeriod
  /** Counts what keeps this month from being closed. */
  readonly waitingIn?: Month
}

/** Before anything was closed, everything is still to be divided. */
const BEGINNING = '0001-01' as Month

/**
 * Gathers and divides the months that are not closed, of all members within reach, up to and including one: the same number of
 * queries for one member and for ten thousand, for one month and for ten: one for each room, and one more where money of a closed month goes back. Reads only.
 */
export async function gather(tx: Tx, permit: AnyPermit, until: Month, history: History, { moves, waitingIn }: Besides = {}): Promise<Gathered> {
  const from = history.lastClosed ? monthAfter(history.lastClosed) : BEGINNING
  const agreements = await agreementsOfAll(tx, permit)
  const members = await membersThroughTime(tx, permit)
  const aside = history.aside
  const last = lastDay(until < from ? from : until)
  const { unsent, workCosts, ...money } = await dividableMoney(
    tx,
    permit,
    firstDay(from),
    last,
    aside.map((each) => each.receipt),
    waitingIn ? lastDay(waitingIn) : null,
  )
  const { costs: spent, reserved, unjudged } = await spendingRows(tx, permit, firstDay(from), last, waitingIn ?? null)
  const costs = [...spent, ...workCosts.map(({ work, ...cost }) => ({ ...cost, cost: work as CostId, vatDeductible: ZERO }))]
  const firstOpen = history.lastClosed ? from : beginning([...agreements.values()].flat(), [...money.received, ...money.invoiced, ...costs])
  const months = firstOpen ? monthsFrom(firstOpen, until) : []
  const books = await booksOf(tx, permit, moves ?? null, [...new Set([...months.map(lastDay), permit.today])])
  const found: Raw = { agreements, departures: departuresOf(members), money, aside, costs, divided: [], history, pots: books.pots }
  const raw = { ...found, divided: await dividedOf(tx, permit, earlierReceipts(found, firstOpen ?? until)) }
  return { months: divideMonths(raw, months), firstOpen, history, raw, reserved, members, moves: books.moves, unsent, unjudged }
}

function departuresOf(members: Gathered['members']): Raw['departures'] {
  return new Map([...members].flatMap(([member, { outside }]) => (outside.length > 0 ? [[member, outside] as const] : [])))
}

/** The first month with money or costs, or with an agreement that binds somebody. */
function beginning(agreements: readonly { readonly from: string }[], money: readonly { readonly on: string }[]): Month | null {
  const days = [...agreements.map((each) => each.from), ...money.map((each) => each.on)].sort()
  return days[0] ? monthOf(days[0] as Parameters<typeof monthOf>[0]) : null
}

/** Payments of closed months of which something goes back now. */
function earlierReceipts(raw: Raw, first: Month): string[] {
  const { money, back } = countedMoney(raw, first)
  const now = new Set(money.map((each) => each.receipt))
  return [...new Set(back.flatMap((each) => (now.has(each.receipt) ? [] : [each.receipt])))]
}

/** How a member's own pots stand at the end of the period; `moves` are of that member alone. */
export function potLevels(moves: readonly AccountMoves[]): Record<PotName, Cents> {
  const level = (pot: PotName) => negate(standOf(moves, POT_ACCOUNTS[pot]))
  return { business: level('business'), development: level('development') }
}
