import { sql } from 'kysely'
import type { Tx } from '#kit/db.ts'
import type { AnyPermit, OrganisationId, PersonId } from '#rooms/access'

/** The end of the address by which this person's agenda reads along; null without one. */
export async function findFeed(tx: Tx, permit: AnyPermit, person: PersonId): Promise<string | null> {
  const row = await tx
    .selectFrom('homes.calendar_feed')
    .select('token')
    .where('tenant', '=', permit.organisation)
    .where('person', '=', person)
    .executeTakeFirst()
  return row?.token ?? null
}

/** Keeps the address of a person; the one before works no longer. */
export async function saveFeed(tx: Tx, permit: AnyPermit, person: PersonId, token: string): Promise<void> {
  const row = { token, made_at: permit.now }
  await tx
    .insertInto('homes.calendar_feed')
    .values({ tenant: permit.organisation, person, ...row })
    .onConflict((conflict) => conflict.columns(['tenant', 'person']).doUpdateSet(row))
    .execute()
}

export async function deleteFeed(tx: Tx, permit: AnyPermit, person: PersonId): Promise<boolean> {
  const gone = await tx.deleteFrom('homes.calendar_feed').where('tenant', '=', permit.organisation).where('person', '=', person).executeTakeFirst()
  return Number(gone.numDeletedRows) > 0
}

/** Reads as the holder of an address: row security shows that one row. Null for an address that is none. */
export async function feedBy(tx: Tx, token: string): Promise<{ tenant: OrganisationId; person: PersonId } | null> {
  await sql`select set_config('app.token', ${token}, true)`.execute(tx)
  const row = await tx.selectFrom('homes.calendar_feed').select(['tenant', 'person']).where('token', '=', token).executeTakeFirst()
  return row ? { tenant: row.tenant as OrganisationId, person: row.person as PersonId } : null
}
