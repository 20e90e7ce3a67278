import { lastDay, type Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { minus, negate } from '#kit/money.ts'
import type { AnyPermit } from '#rooms/access'
import { type AccountMoves, booksOf, standOf } from '#rooms/ledger'
import type { BankStanding } from './banking.types.ts'
import { bankAt } from './booking/lines.sql.ts'

/**
 * How the bank stands at the end of a month: by its statements and by the books, and what still has to be done. Amounts in cents. One query, and one
 * of the ledger unless its moves until the end of the month are at hand.
 */
export async function bankStandingOfMonth(tx: Tx, permit: AnyPermit, month: Month, known: readonly AccountMoves[] | null = null): Promise<BankStanding> {
  const until = lastDay(month)
  const moves = known ?? (await booksOf(tx, permit, { from: until, until, codes: ['bank', 'suspense'] })).moves
  const { closing, through, unbooked, waiting } = await bankAt(tx, permit, until)
  const ledger = standOf(moves, ['bank'])
  return {
    month,
    closing,
    ledger,
    waiting,
    ties: closing === null ? ledger === 0n : minus(closing, ledger) === waiting,
    through,
    linesUnbooked: unbooked,
    suspense: negate(standOf(moves, ['suspense'])),
  }
}
