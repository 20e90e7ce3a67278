import type { Day } from '#kit/day.ts'
import { type Cents, minus, plus, sum } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import type { AccountCode, PotName } from '../accounts.rules.ts'

/** An account over a period: debit minus credit before it, and what moved on each side in it. `member` is null where the account is of the cooperative itself. */
export type AccountMoves = {
  readonly code: AccountCode
  readonly member: MemberId | null
  readonly before: Cents
  readonly debit: Cents
  readonly credit: Cents
}

/** Which moves: from a first to a last day, of all accounts within reach unless a member or some codes are named. */
export type MovesOfPeriod = { readonly from: Day; readonly until: Day; readonly member?: MemberId; readonly codes?: readonly AccountCode[] }

/** What a pot of a member held at the end of a day, however it is kept. */
export type PotOnDay = { readonly on: Day; readonly member: MemberId; readonly pot: PotName; readonly cents: Cents }

/** What stood and moved on accounts, and what pots held on some days. Amounts in cents. */
export type MovesAndPots = { readonly moves: readonly AccountMoves[]; readonly pots: readonly PotOnDay[] }

/** How an account stood at the end of the period, debit minus credit, over all members where it is kept per member. */
export function standOf(moves: readonly AccountMoves[], codes: readonly AccountCode[]): Cents {
  return sum(moves.filter(({ code }) => codes.includes(code)).map(({ before, debit, credit }) => minus(plus(before, debit), credit)))
}

/** A line of a member's account with the fact behind it: debit minus credit in cents; `undone` where the entry was answered by its mirror, or is one. */
export type MemberLine = {
  readonly entry: string
  readonly code: AccountCode
  readonly on: Day
  readonly cents: Cents
  readonly kind: string
  readonly source: string
  readonly undone: boolean
}
