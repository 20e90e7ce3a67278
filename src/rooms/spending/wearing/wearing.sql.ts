import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import { type AnyPermit, personOf } from '#rooms/access'
import type { WearPart } from './wearing.rules.ts'
import type { Wear, WearId } from './wearing.ts'

/** Wear is booked and taken back by one at a time. */
export async function lockWear(tx: Tx, permit: AnyPermit): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`thing wear ${permit.organisation}`}, 16))`.execute(tx)
}

/** What was booked, the newest first; `last`: no later one stands, `held`: nothing of it left the books since. */
export async function wearRows(tx: Tx, permit: AnyPermit): Promise<Wear[]> {
  const { rows } = await sql<Wear & { bookedAt: Instant; cents: Cents }>`
    select w.id, w.until, w.entry, w.booked_at as "bookedAt", p.cents, p.things::int as things, u.reason as "undoneReason", (u.wear is not null) as undone, p.gone
    from spending.wear w left join spending.wear_undone u on u.tenant = w.tenant and u.wear = w.id
    cross join lateral (select coalesce(sum(x.cents), 0)::bigint as cents, count(*) as things,
        bool_or(exists (select from spending.gone d where d.tenant = x.tenant and d.equipment = x.equipment)) as gone
      from spending.wear_part x where x.tenant = w.tenant and x.wear = w.id) p
    where w.tenant = ${permit.organisation} order by w.until desc, w.booked_at desc, w.id desc`.execute(tx)
  return rows
}

export async function insertWear(tx: Tx, permit: AnyPermit, row: { id: WearId; until: Day; entry: string }, parts: readonly WearPart[]): Promise<void> {
  await tx
    .insertInto('spending.wear')
    .values({ tenant: permit.organisation, ...row, booked_by: personOf(permit), booked_at: permit.now })
    .execute()
  await tx
    .insertInto('spending.wear_part')
    .values(parts.map(({ id, cents }) => ({ tenant: permit.organisation, wear: row.id, equipment: id, cents })))
    .execute()
}

export async function insertWearUndone(tx: Tx, permit: AnyPermit, wear: WearId, reason: string): Promise<boolean> {
  const row = await tx
    .insertInto('spending.wear_undone')
    .values({ tenant: permit.organisation, wear, reason, undone_by: personOf(permit), undone_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('wear')
    .executeTakeFirst()
  return row !== undefined
}
