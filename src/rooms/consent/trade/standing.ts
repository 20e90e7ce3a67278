import { type Day, earlierDay, parseDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { isId } from '#kit/ids.ts'
import { type AnyPermit, type MemberId, personOf } from '#rooms/access'
import type { TradeAllowed } from '../consent.types.ts'
import { tradeAllowed } from './trade.ts'

/** What a panel says before an invoice or day sheet is filled in. */
export type TradeStanding = {
  /** Null while the office still has to choose somebody. */
  readonly member: MemberId | null
  readonly on: Day
  readonly today: Day
  /** Whether the reader asked for this day; otherwise only what holds work back is said. */
  readonly asked: boolean
  readonly allowed: TradeAllowed | null
}

/**
 * Whether work may be sold, for the panel above a form: of the member who reads it, or of whom the office chose, on the day in the
 * address or today. Days to come read as today, for an invoice tells of work that was done. Refuses (missing) somebody out of reach.
 */
export async function tradeStanding(
  tx: Tx,
  permit: AnyPermit,
  asked: { readonly member?: string | undefined; readonly on?: string | undefined },
): Promise<TradeStanding> {
  const day = parseDay(asked.on ?? '')
  const on = day ? earlierDay(day, permit.today) : permit.today
  const member = permit.role === 'member' ? personOf(permit) : isId(asked.member ?? '') ? (asked.member as MemberId) : null
  return { member, on, today: permit.today, asked: day !== null, allowed: member && (await tradeAllowed(tx, permit, member, on)) }
}
