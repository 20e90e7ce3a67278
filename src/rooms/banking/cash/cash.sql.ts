import { sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit } from '#rooms/access'

export type CashCount = { readonly on: Day; readonly counted: Cents; readonly book: Cents; readonly note: string | null }

/** Two people who count or hand over at once do so one after the other: the second sees what the first made up. */
export async function lockCash(tx: Tx, permit: AnyPermit): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`cash ${permit.organisation}`}, 60))`.execute(tx)
}

export async function insertCount(
  tx: Tx,
  permit: AnyPermit,
  { on, ...count }: CashCount & { readonly id: string; readonly entry: string | null },
): Promise<void> {
  await lockCash(tx, permit)
  await tx
    .insertInto('banking.cash_count')
    .values({ tenant: permit.organisation, ...count, on_day: on, counted_by: permit.person, counted_at: permit.now })
    .execute()
}

/** The last counts of the cash box, newest first. */
export async function lastCounts(tx: Tx, permit: AnyPermit, limit: number): Promise<CashCount[]> {
  const rows = await tx
    .selectFrom('banking.cash_count')
    .select(['on_day', 'counted', 'book', 'note'])
    .where('tenant', '=', permit.organisation)
    .orderBy('counted_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ on: row.on_day, counted: row.counted as Cents, book: row.book as Cents, note: row.note }))
}
