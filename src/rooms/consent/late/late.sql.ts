import { sql } from 'kysely'
import { type Day, dayOf, type Instant, type Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type Cents, cents } from '#kit/money.ts'
import { type AnyPermit, type MemberId, type OrganisationId, personOf } from '#rooms/access'

/** What came of one receipt for a member who had left, in cents, by the month in which the work was done. */
export type LateReceipt = { readonly receipt: string; readonly member: MemberId; readonly month: Month; readonly cents: Cents }

export async function insertLate(tx: Tx, permit: AnyPermit, rows: readonly LateReceipt[]): Promise<void> {
  await tx
    .insertInto('consent.late_money')
    .values(rows.map((row) => ({ tenant: permit.organisation, id: newId(permit.now.epochMilliseconds), ...row })))
    .execute()
}

/** Takes back of receipts, in cents below zero, what had come late of them; receipts that were not late are left out. One statement. */
export async function insertLateBack(tx: Tx, permit: AnyPermit, rows: readonly { readonly receipt: string; readonly cents: Cents }[]): Promise<void> {
  await sql`insert into consent.late_money (tenant, id, receipt, member, month, cents)
    select ${permit.organisation}::uuid, back.id, back.receipt, first.member, first.month, back.cents
    from unnest(${rows.map(() => newId(permit.now.epochMilliseconds))}::uuid[], ${rows.map((row) => row.receipt)}::uuid[], ${rows.map((row) => row.cents)}::bigint[])
      as back(id, receipt, cents)
    join lateral (select l.member, l.month from consent.late_money l
      where l.tenant = ${permit.organisation}::uuid and l.receipt = back.receipt order by l.id limit 1) first on true`.execute(tx)
}

/** Per month what came late for a member, and what was written last about it; months of which nothing is left are left out. */
export async function lateRows(
  tx: Tx,
  permit: AnyPermit,
  member: MemberId,
): Promise<{ readonly month: Month; readonly cents: Cents; readonly allowed: Cents; readonly since: Day | null }[]> {
  const { rows } = await sql<{ month: Month; cents: string; allowed: string | null; at: Instant | null }>`
    select l.month, sum(l.cents)::text as cents, said.cents::text as allowed, said.recorded_at as at
    from consent.late_money l
    left join lateral (select a.cents, a.recorded_at from consent.late_answer a
      where a.tenant = l.tenant and a.member = l.member and a.month = l.month order by a.recorded_at desc, a.id desc limit 1) said on true
    where l.tenant = ${permit.organisation}::uuid and l.member = ${member}::uuid
    group by l.month, said.cents, said.recorded_at having sum(l.cents) > 0 order by l.month`.execute(tx)
  return rows.map((row) => ({
    month: row.month,
    cents: cents(BigInt(row.cents)),
    allowed: cents(BigInt(row.allowed ?? '0')),
    since: row.at ? dayOf(row.at) : null,
  }))
}

/** What was written about months, by either side. */
export async function insertLateAnswers(
  tx: Tx,
  permit: AnyPermit,
  about: { readonly tenant: OrganisationId; readonly municipality: OrganisationId; readonly member: MemberId },
  months: readonly { readonly month: Month; readonly cents: Cents }[],
): Promise<void> {
  await tx
    .insertInto('consent.late_answer')
    .values(
      months.map((each) => ({
        ...about,
        ...each,
        id: newId(permit.now.epochMilliseconds),
        recorder: permit.organisation,
        recorded_by: personOf(permit),
        recorded_at: permit.now,
      })),
    )
    .execute()
}
