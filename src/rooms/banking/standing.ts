import { earlierDay, lastDay, type Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { minus, negate, sum } from '#kit/money.ts'
import type { AnyPermit } from '#rooms/access'
import { balanceOf } from '#rooms/ledger'
import type { BankStanding } from './banking.types.ts'
import { balancesAt, waitingUntil } from './booking/lines.sql.ts'

/** How the bank stands at the end of a month: by its statements and by the books, and what still has to be done. Amounts in cents. Four queries. */
export async function bankStandingOfMonth(tx: Tx, permit: AnyPermit, month: Month): Promise<BankStanding> {
  const until = lastDay(month)
  const accounts = await balancesAt(tx, permit, until)
  const waiting = await waitingUntil(tx, permit, until)
  const ledger = await balanceOf(tx, permit, 'bank', until)
  const suspense = negate(await balanceOf(tx, permit, 'suspense', until))
  const closing = accounts.length === 0 ? null : sum(accounts.map((each) => each.cents))
  return {
    month,
    closing,
    ledger,
    waiting: waiting.cents,
    ties: closing === null ? ledger === 0n : minus(closing, ledger) === waiting.cents,
    through: accounts.length === 0 ? null : accounts.map((each) => each.through).reduce(earlierDay),
    linesUnbooked: waiting.unbooked,
    suspense,
  }
}
