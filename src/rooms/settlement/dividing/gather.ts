import { firstDay, lastDay, type Month, monthAfter, monthOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Cents, minus, negate, plus, ZERO } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import { agreementsOfAll } from '#rooms/agreements'
import { dividableMoney } from '#rooms/invoicing'
import { type MemberMoves, type PotName, potsOnDays } from '#rooms/ledger'
import { departuresOf } from '#rooms/members'
import { type Spending, spendingRows } from '#rooms/spending'
import { POT_ACCOUNTS } from './booking.rules.ts'
import { dividedOf, type History, historyOf } from './history.sql.ts'
import { countedMoney, divideMonths, monthsFrom, type OpenMonth, type Raw } from './open-months.ts'

/** The open months up to and including one, in their order, and what they rest on. */
export type Gathered = {
  readonly months: readonly OpenMonth[]
  /** The month whose turn it is; null when nothing was ever closed, came in, was spent or agreed. */
  readonly firstOpen: Month | null
  readonly history: History
  readonly raw: Raw
  /** What is held in pots now for requests. */
  readonly reserved: Spending['reserved']
}

/** Before anything was closed, everything is still to be divided. */
const BEGINNING = '0001-01' as Month

/**
 * Gathers and divides the months that are not closed, of all members within reach, up to and including one: the same number of
 * queries for one member and for ten thousand, for one month and for ten. Reads only.
 */
export async function gather(tx: Tx, permit: AnyPermit, until: Month, withMonths = false): Promise<Gathered> {
  const history = await historyOf(tx, permit, withMonths)
  const from = history.lastClosed ? monthAfter(history.lastClosed) : BEGINNING
  const agreements = await agreementsOfAll(tx, permit)
  const departures = await departuresOf(tx, permit)
  const aside = history.aside
  const last = lastDay(until < from ? from : until)
  const money = await dividableMoney(
    tx,
    permit,
    firstDay(from),
    last,
    aside.map((each) => each.receipt),
  )
  const { costs, reserved } = await spendingRows(tx, permit, firstDay(from), last)
  const firstOpen = history.lastClosed ? from : beginning([...agreements.values()].flat(), [...money.received, ...money.invoiced, ...costs])
  const months = firstOpen ? monthsFrom(firstOpen, until) : []
  const pots = await potsOnDays(tx, permit, [...new Set([...months.map(lastDay), permit.today])])
  const found: Raw = { agreements, departures, money, aside, costs, divided: [], history, pots }
  const raw = { ...found, divided: await dividedOf(tx, permit, earlierReceipts(found, firstOpen ?? until)) }
  return { months: divideMonths(raw, months), firstOpen, history, raw, reserved }
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

/** How a member's own pots stand at the end of the period. */
export function potLevels(moves: readonly MemberMoves[]): Map<MemberId, Record<PotName, Cents>> {
  const levels = new Map<MemberId, Record<PotName, Cents>>()
  for (const { code, member, before, debit, credit } of moves) {
    for (const pot of ['business', 'development'] as const) {
      if (!(POT_ACCOUNTS[pot] as readonly string[]).includes(code)) continue
      const level = levels.get(member) ?? { business: ZERO, development: ZERO }
      levels.set(member, { ...level, [pot]: plus(level[pot], negate(minus(plus(before, debit), credit))) })
    }
  }
  return levels
}
