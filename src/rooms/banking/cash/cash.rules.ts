import type { Day } from '#kit/day.ts'
import { type Cents, largest, minus, plus, sum, ZERO } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import type { AccountCode, AccountMoves } from '#rooms/ledger'
import { standOf } from '#rules/ledger'

/** Money of the cooperative that a member has: what is held, and what of it longer than the term. In cents. */
export type MemberHolds = { readonly member: MemberId; readonly cents: Cents; readonly late: Cents }

/** Cash on a day: what the books say is in the box, and who holds money of the cooperative for how long. In cents. */
export type CashStanding = {
  readonly on: Day
  readonly box: Cents
  /** Within so many days what a member holds is handed in. */
  readonly termDays: number
  /** Cash that members took in. */
  readonly held: readonly MemberHolds[]
  /** What went to members without right, or too much. */
  readonly claims: readonly MemberHolds[]
  readonly late: Cents
}

/** Cash on a day out of the books: `moves` begin at the first day that is still within the term and end on the day. */
export function cashFrom(on: Day, termDays: number, moves: readonly AccountMoves[]): CashStanding {
  const held = heldBy(ofMembers(moves, 'cashHeld'))
  const claims = heldBy(ofMembers(moves, 'claimOnMember'))
  return { on, box: standOf(moves, ['cash']), termDays, held, claims, late: sum([...held, ...claims].map((each) => each.late)) }
}

function ofMembers(moves: readonly AccountMoves[], wanted: AccountCode): Moves[] {
  return moves.flatMap(({ code, member, ...each }) => (code === wanted && member ? [{ ...each, member }] : []))
}

type Moves = { readonly member: MemberId; readonly before: Cents; readonly debit: Cents; readonly credit: Cents }

/** What a member holds in cents, and the day of the oldest money of it. */
export type InHand = { readonly cents: Cents; readonly since: Day }

/** What is left of what came in day by day, when the oldest money is handed in first; null when nothing is. */
export function inHand(days: readonly { readonly on: Day; readonly cents: Cents }[]): InHand | null {
  const held = sum(days.map((each) => each.cents))
  if (held <= 0n) return null
  let later = ZERO
  for (const { on, cents } of days.toReversed()) {
    if (cents > 0n) later = plus(later, cents)
    if (later >= held) return { cents: held, since: on }
  }
  return null
}

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
