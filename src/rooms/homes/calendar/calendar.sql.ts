import type { Tx } from '#kit/db.ts'
import type { AnyPermit } from '#rooms/access'

/** The duties that somebody said were done. */
export async function tickedDuties(tx: Tx, permit: AnyPermit): Promise<Set<string>> {
  const rows = await tx.selectFrom('homes.duty_done').select('duty').where('tenant', '=', permit.organisation).execute()
  return new Set(rows.map(({ duty }) => duty))
}

/** Writes down that a duty was done; once. Gives whether it was not yet. */
export async function insertDone(tx: Tx, permit: AnyPermit, duty: string): Promise<boolean> {
  const done = await tx
    .insertInto('homes.duty_done')
    .values({ tenant: permit.organisation, duty, done_at: permit.now, done_by: permit.person })
    .onConflict((conflict) => conflict.columns(['tenant', 'duty']).doNothing())
    .executeTakeFirst()
  return Number(done.numInsertedOrUpdatedRows) > 0
}

/** Takes that back; gives whether there was something to take back. */
export async function deleteDone(tx: Tx, permit: AnyPermit, duty: string): Promise<boolean> {
  const gone = await tx.deleteFrom('homes.duty_done').where('tenant', '=', permit.organisation).where('duty', '=', duty).executeTakeFirst()
  return Number(gone.numDeletedRows) > 0
}
