import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, type MemberId, personOf } from '#rooms/access'

export type Need = { readonly words: string; readonly shared: boolean; readonly writtenAt: Instant }

/** A year after writing it counts as thrown away; the sweep of that night does so. */
const KEPT_HOURS = 365 * 24

/** What a member wrote, for the member; for anybody else only when it is shared. The wall of the database says the same. */
export async function needOf(tx: Tx, permit: AnyPermit, member: MemberId): Promise<Need | null> {
  let query = tx
    .selectFrom('coaching.need')
    .select(['words', 'shared', 'written_at as writtenAt'])
    .where('tenant', '=', permit.organisation)
    .where('member', '=', member)
    .where('written_at', '>', permit.now.subtract({ hours: KEPT_HOURS }))
  if (permit.person !== member) query = query.where('shared', '=', true)
  return (await query.executeTakeFirst()) ?? null
}

export async function saveNeed(tx: Tx, permit: AnyPermit, words: string, shared: boolean): Promise<void> {
  const row = { words, shared, written_at: permit.now }
  await tx
    .insertInto('coaching.need')
    .values({ tenant: permit.organisation, member: personOf(permit), ...row })
    .onConflict((conflict) => conflict.columns(['tenant', 'member']).doUpdateSet(row))
    .execute()
}

/** Throws away what the acting person wrote; false when there was nothing. */
export async function deleteNeed(tx: Tx, permit: AnyPermit): Promise<boolean> {
  const gone = await tx.deleteFrom('coaching.need').where('tenant', '=', permit.organisation).where('member', '=', personOf(permit)).executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** Deletes what anybody wrote a year ago or longer; in the role of the sweep, which sees when and never what. Gives how many. */
export async function forgetNeeds(tx: Tx, now: Instant): Promise<number> {
  const gone = await tx
    .deleteFrom('coaching.need')
    .where('written_at', '<=', now.subtract({ hours: KEPT_HOURS }))
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
