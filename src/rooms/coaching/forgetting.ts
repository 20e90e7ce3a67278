import { addMonths } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { MemberId, Permit } from '#rooms/access'
import { membersThroughTime } from '#rooms/members'
import { deleteOf } from './forgetting.sql.ts'

/** How many months after leaving everything of the coaching is thrown away; the comments on the columns promise the same. */
const KEPT_MONTHS = 12

/**
 * Throws away what belonged to the coaching of whoever left a year ago and did not come back; gives of how many. What a pay-out rested on and what was
 * accepted stay with the books (AWR 52).
 */
export async function forgetCoaching(tx: Tx, permit: Permit<'coaching.forget'>): Promise<number> {
  const gone: MemberId[] = []
  for (const [member, { outside }] of await membersThroughTime(tx, permit)) {
    const last = outside.at(-1)
    if (last && last.until === null && addMonths(last.from, KEPT_MONTHS) <= permit.today) gone.push(member)
  }
  if (gone.length > 0) await deleteOf(tx, permit, gone)
  return gone.length
}
