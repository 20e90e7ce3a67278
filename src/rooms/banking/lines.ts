import type { Tx } from '#kit/db.ts'
import type { Permit } from '#rooms/access'
import type { BankLine } from './banking.types.ts'
import { lines } from './booking/lines.sql.ts'

/** Lines of the bank that wait to be booked, newest first; `after` is "day_id" of the last line of the page before. */
export function linesWaiting(
  tx: Tx,
  permit: Permit<'bank.read' | 'payment.match' | 'bank.book'>,
  limit = 100,
  after: string | null = null,
): Promise<BankLine[]> {
  return lines(tx, permit, { booked: false, limit, after })
}

/** Lines that were booked, newest first. */
export function linesBooked(tx: Tx, permit: Permit<'bank.read'>, limit = 100, after: string | null = null): Promise<BankLine[]> {
  return lines(tx, permit, { booked: true, limit, after })
}
