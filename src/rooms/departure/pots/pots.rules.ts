import { type Month, monthOf } from '#kit/day.ts'
import { type Cents, cents, largest, minus, negate, plus, smallest, sum, ZERO } from '#kit/money.ts'
import type { MemberLine, PotName } from '#rooms/ledger'
import { waitsForAnswer } from '#rules/members'
import type { PotAnswer, PotMonth, PotReceiver, Release } from '../departure.rules.ts'

export const POT_NAMES = ['business', 'development'] as const satisfies readonly PotName[]

/** The accounts of each pot, in both forms in which a cooperative may keep them (decisions 3). */
export const ACCOUNTS_OF = {
  business: ['businessBudget', 'businessReserve'],
  development: ['developmentBudget', 'developmentReserve'],
} as const satisfies Readonly<Record<PotName, readonly MemberLine['code'][]>>

/** The kind of the entries that take money out of a pot after leaving. */
export const RELEASED = 'departure pot'

/** What happened to a pot: filled in a month (or before the books: null), taken back from a month, used, or sent where it goes after leaving. Cents; used and released are above zero. */
export type PotMoves = {
  readonly filled: ReadonlyMap<Month | null, Cents>
  readonly used: Cents
  readonly released: Cents
  readonly balance: Cents
}

/**
 * What happened to a pot, from the lines of the ledger. A share counts in its month, a share taken back in the month it was of, what a memorial entry
 * put in counts in the month of that entry. Moving between the two forms of keeping a pot is nothing.
 */
export function potMoves(lines: readonly MemberLine[], pot: PotName, takenBack: ReadonlyMap<string, Month>): PotMoves {
  const filled = new Map<Month | null, Cents>()
  let [used, released, balance] = [ZERO, ZERO, ZERO]
  const own = lines.filter((line) => (ACCOUNTS_OF[pot] as readonly string[]).includes(line.code))
  for (const [, parts] of Map.groupBy(own, (line) => line.entry)) {
    const [first] = parts
    const into = negate(sum(parts.map((line) => line.cents)))
    if (!first || into === 0n) continue
    balance = plus(balance, into)
    if (first.kind === RELEASED) released = minus(released, into)
    else if (fillsMonth(first) || (into > 0n && !first.undone)) {
      const month = first.kind === 'opening' ? null : ((first.kind === 'split reversed' ? takenBack.get(first.source) : undefined) ?? monthOf(first.on))
      filled.set(month, plus(filled.get(month) ?? ZERO, into))
    } else used = minus(used, into)
  }
  return { filled, used, released, balance }
}

function fillsMonth({ kind }: MemberLine): boolean {
  return kind === 'opening' || kind === 'split' || kind === 'split reversed'
}

/** What is left of each month after what was used, the oldest months first, and after what was released of each; and what the pot is below zero. */
export type PotLeft = { readonly months: readonly { readonly month: Month | null; readonly cents: Cents }[]; readonly below: Cents }

/**
 * Which months what is in a pot was built up in. What was used is taken from the oldest months first: no law says which money was spent, and the letter says
 * that this is how it was counted. The months together, minus what is below zero, are what the ledger holds.
 */
export function leftPerMonth(moves: PotMoves, releases: readonly Pick<Release, 'months'>[]): PotLeft {
  const order = (a: Month | null, b: Month | null) => (a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1)
  const rows = [...moves.filled].toSorted(([a], [b]) => order(a, b)).map(([month, filled]) => ({ month, cents: minus(filled, releasedOf(releases, month)) }))
  let short = plus(moves.used, sum(rows.filter((row) => row.cents < 0n).map((row) => negate(row.cents))))
  const months = rows.flatMap((row) => {
    if (row.cents <= 0n) return []
    const taken = smallest(row.cents, largest(short, ZERO))
    short = minus(short, taken)
    const left = minus(row.cents, taken)
    return left > 0n ? [{ month: row.month, cents: left }] : []
  })
  return { months, below: largest(short, ZERO) }
}

function releasedOf(releases: readonly Pick<Release, 'months'>[], month: Month | null): Cents {
  return sum(releases.flatMap((release) => release.months.filter((each) => each.month === month).map((each) => cents(BigInt(each.cents)))))
}

/** Whether money goes the way of a pay-out: to the member, off the bill of the member, or to another cooperative for the member. Of a month on a benefit none of these without an answer. */
export function asToMember(receiver: PotReceiver): boolean {
  return receiver === 'payout' || receiver === 'bill' || receiver === 'otherFund'
}

/** What of a month may be paid out to whoever left, in cents: all without a benefit, else what the last written answer allows, and never more than is left. */
export function payableOf(row: PotMonth, answers: readonly Pick<PotAnswer, 'months'>[], paid: readonly Pick<Release, 'pot' | 'receiver' | 'months'>[]): Cents {
  if (!waitsForAnswer(row.benefit)) return row.cents
  const last = answers.at(-1)
  const allowed = sum((last?.months ?? []).filter((each) => each.pot === row.pot && each.month === row.month).map((each) => cents(BigInt(each.cents))))
  const before = releasedOf(
    paid.filter((each) => each.pot === row.pot && asToMember(each.receiver)),
    row.month,
  )
  return smallest(row.cents, largest(ZERO, minus(allowed, before)))
}

/** Which months an amount is taken from, the oldest first; null where there is not so much. */
export function takeFrom<M>(
  rows: readonly { readonly month: M; readonly cents: Cents }[],
  amount: Cents,
): readonly { readonly month: M; readonly cents: Cents }[] | null {
  let left = amount
  const taken = rows.flatMap((row) => {
    const part = smallest(row.cents, left)
    left = minus(left, part)
    return part > 0n ? [{ month: row.month, cents: part }] : []
  })
  return left === 0n ? taken : null
}
