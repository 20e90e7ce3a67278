import { sql } from 'kysely'
import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, personOf } from '#rooms/access'
import type { StatementId } from '../statements/statement.types.ts'

/** Statements that this person answered with no questions since a moment, and of which nothing was asked after. */
export async function receivedSince(tx: Tx, permit: AnyPermit, since: Instant): Promise<StatementId[]> {
  const { rows } = await sql<{ statement: StatementId }>`
    select r.statement from settlement.standing_receipt r
    where r.municipality = ${permit.organisation} and r.by_person = ${personOf(permit)} and r.outcome = 'noQuestions' and r.at > ${since}
      and not exists (select from threads.shared_question q where q.tenant = r.tenant and q.object = r.statement)
    order by r.at desc, r.statement limit 100`.execute(tx)
  return rows.map(({ statement }) => statement)
}

/** Whether it was not taken back before. */
export async function insertReceiptUndone(tx: Tx, permit: AnyPermit, statement: StatementId): Promise<boolean> {
  const { rows } = await sql<{ nr: number }>`
    insert into settlement.receipt_undone (tenant, municipality, statement, nr, undone_at, undone_by)
    select r.tenant, r.municipality, r.statement, r.nr, ${permit.now}, ${personOf(permit)} from settlement.standing_receipt r
    where r.municipality = ${permit.organisation} and r.statement = ${statement}
    on conflict do nothing returning nr`.execute(tx)
  return rows.length > 0
}
