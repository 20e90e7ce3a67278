import { type Cents, largest, minus, plus, ZERO } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'

/** Money of the cooperative that a member has: what is held, and what of it longer than the term. In cents. */
export type MemberHolds = { readonly member: MemberId; readonly cents: Cents; readonly late: Cents }

type Moves = { readonly member: MemberId; readonly before: Cents; readonly debit: Cents; readonly credit: Cents }

/**
 * Who holds money, the most late first; `moves` begin at the first day that is still within the term. What is handed in is the oldest money
 * first, so what is late is what is held above all that came in within the term.
 */
export function heldBy(moves: readonly Moves[]): MemberHolds[] {
  return moves
    .map(({ member, before, debit, credit }) => {
      const cents = minus(plus(before, debit), credit)
      return { member, cents, late: largest(ZERO, minus(cents, debit)) }
    })
    .filter(({ cents }) => cents !== 0n)
    .toSorted((a, b) => Number(b.late - a.late) || Number(b.cents - a.cents))
}
