import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { AnyPermit, OrganisationId } from '#rooms/access'
import type { VersionId } from '#rooms/agreements'

/** A link that is open: `content` is the frozen outcome as text, `hash` its SHA-256. */
export type Shared = {
  readonly id: string
  readonly token: string
  readonly content: string
  readonly hash: string
  readonly municipality: OrganisationId | null
  readonly sharedAt: Instant
  readonly until: Day
}

export async function insertShared(tx: Tx, permit: AnyPermit, version: VersionId, row: Omit<Shared, 'sharedAt'>): Promise<void> {
  const { until, ...rest } = row
  await tx
    .insertInto('settlement.what_if_shared')
    .values({ tenant: permit.organisation, version, ...rest, shared_at: permit.now, shared_by: permit.person, until_day: until })
    .execute()
}

/** Reads as the holder of a link: row security shows that one row. Null for a link that is none, or that ended. */
export async function sharedBy(tx: Tx, token: string, today: Day): Promise<Shared | null> {
  await sql`select set_config('app.token', ${token}, true)`.execute(tx)
  const row = await open(tx, today).where('token', '=', token).executeTakeFirst()
  return row ? sharedFrom(row) : null
}

/** The open links of a version, newest first. */
export async function sharedOf(tx: Tx, permit: AnyPermit, version: VersionId): Promise<Shared[]> {
  const rows = await open(tx, permit.today)
    .where('tenant', '=', permit.organisation)
    .where('version', '=', version)
    .orderBy('shared_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(sharedFrom)
}

/** What cooperatives share with this municipality and is open, newest first. */
export async function sharedWith(tx: Tx, permit: AnyPermit): Promise<Shared[]> {
  const rows = await open(tx, permit.today).where('municipality', '=', permit.organisation).orderBy('shared_at', 'desc').orderBy('id', 'desc').execute()
  return rows.map(sharedFrom)
}

/** False when there is no such link. */
export async function deleteShared(tx: Tx, permit: AnyPermit, version: VersionId, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('settlement.what_if_shared')
    .where('tenant', '=', permit.organisation)
    .where('version', '=', version)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function deleteEnded(tx: Tx, permit: AnyPermit): Promise<void> {
  await tx.deleteFrom('settlement.what_if_shared').where('tenant', '=', permit.organisation).where('until_day', '<', permit.today).execute()
}

function open(tx: Tx, today: Day) {
  return tx
    .selectFrom('settlement.what_if_shared')
    .select(['id', 'token', 'content', 'hash', 'municipality', 'shared_at', 'until_day'])
    .where('until_day', '>=', today)
}

function sharedFrom(row: {
  id: string
  token: string
  content: string
  hash: string
  municipality: string | null
  shared_at: Instant
  until_day: Day
}): Shared {
  const { shared_at, until_day, municipality, ...rest } = row
  return { ...rest, municipality: municipality as OrganisationId | null, sharedAt: shared_at, until: until_day }
}
