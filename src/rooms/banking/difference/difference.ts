import { lastDay, type Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { minus, ZERO } from '#kit/money.ts'
import type { AnyPermit } from '#rooms/access'
import { entriesBeside } from '#rooms/ledger'
import type { BankStanding } from '../banking.types.ts'
import { type Clue, cluesOf } from './difference.rules.ts'
import { linesBookedOtherwise, statedBalances } from './difference.sql.ts'

/** Sources of the entries that lines of the bank make. */
const BOOKED_BY_LINES = ['bank line', 'invoice payment', 'invoice refund']

/** What may explain that statements and books differ at the end of a month, the surest first; nothing is asked where they tie. Three queries. */
export async function bankClues(tx: Tx, permit: AnyPermit, standing: BankStanding): Promise<Clue[]> {
  if (standing.ties) return []
  const until = lastDay(standing.month as Month)
  return cluesOf({
    cents: minus(minus(standing.closing ?? ZERO, standing.ledger), standing.waiting),
    statements: await statedBalances(tx, permit, until),
    lines: await linesBookedOtherwise(tx, permit, until),
    entries: (await entriesBeside(tx, permit, 'bank', until, BOOKED_BY_LINES)).map((each) => ({ ...each, line: null })),
  })
}
