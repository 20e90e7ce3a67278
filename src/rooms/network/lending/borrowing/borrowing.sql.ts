import { sql } from 'kysely'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, personOf } from '#rooms/access'
import type { VersionId } from '#rooms/agreements'

/** Something the own cooperative began a draft with. */
export type Borrowed = { readonly item: string; readonly edition: string; readonly nr: number; readonly slug: string; readonly version: VersionId }

/** What the own cooperative borrowed, newest first. */
export async function borrowedHere(tx: Tx, permit: AnyPermit): Promise<Borrowed[]> {
  const { rows } = await sql<Borrowed>`
    select b.item, b.edition, e.nr, i.slug, b.version from network.lending_borrowing b
    join network.lending_edition e on e.id = b.edition join network.lending_item i on i.id = b.item
    where b.tenant = ${permit.organisation} order by b.borrowed_at desc, b.id desc`.execute(tx)
  return rows
}

/** Writes down what was borrowed, and counts a cooperative that never borrowed it before. */
export async function insertBorrowing(tx: Tx, permit: AnyPermit, lent: { readonly item: string; readonly edition: string }, version: VersionId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`lending ${permit.organisation}`}, 0))`.execute(tx)
  const isFirst = !(await borrowedHere(tx, permit)).some(({ item }) => item === lent.item)
  await tx
    .insertInto('network.lending_borrowing')
    .values({
      tenant: permit.organisation,
      id: newId(permit.now.epochMilliseconds),
      item: lent.item,
      edition: lent.edition,
      version,
      borrowed_by: personOf(permit),
      borrowed_at: permit.now,
    })
    .execute()
  if (isFirst)
    await sql`insert into network.lending_use as u (item, uses) values (${lent.item}, 1) on conflict (item) do update set uses = u.uses + 1`.execute(tx)
}

/** Writes down that something was told; false when it was before. */
export async function insertLendingTold(tx: Tx, permit: AnyPermit, about: string): Promise<boolean> {
  const row = await tx
    .insertInto('network.lending_told')
    .values({ tenant: permit.organisation, about, told_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('about')
    .executeTakeFirst()
  return row !== undefined
}
