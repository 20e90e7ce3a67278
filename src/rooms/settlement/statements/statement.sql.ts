import { type SelectQueryBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Day, Instant, Month } from '#kit/day.ts'
import { isDouble, type Tx } from '#kit/db.ts'
import { type AnyPermit, type MemberId, type OrganisationId, type PersonId, withinReach } from '#rooms/access'
import { questionArrays, questionsFrom } from '../asking/asking.sql.ts'
import { contentFrom, contentText, type StatementContent } from './statement.rules.ts'
import { type Question, type SentStatement, STATEMENT_ABOUT, type StatementId } from './statement.types.ts'

export async function insertStatement(
  tx: Tx,
  permit: AnyPermit,
  row: {
    id: StatementId
    municipality: OrganisationId
    member: MemberId
    month: Month
    version: number
    provisional: boolean
    content: StatementContent
    hash: string
  },
): Promise<boolean> {
  try {
    await tx
      .insertInto('settlement.month_statement')
      .values({
        ...row,
        tenant: permit.organisation,
        content: sql`${contentText(row.content)}::jsonb`,
        released_at: permit.now,
        released_by: row.member,
      })
      .execute()
    return true
  } catch (error) {
    if (isDouble(error, 'one_statement_per_version')) return false
    throw error
  }
}

type StatementsAsked = { id?: string; ids?: readonly string[]; member?: MemberId; month?: Month; unread?: boolean; limit?: number }

/** Released statements within reach, of the cooperative that wrote them or the municipality that got them, newest month and version first. */
export async function sentStatements(tx: Tx, permit: AnyPermit, only: StatementsAsked = {}): Promise<SentStatement[]> {
  return (await statementQuery(tx, permit, only).execute()).map(statementFrom)
}

/** What was sent of a member's month and what was asked about it, in one query. */
export async function trailOf(tx: Tx, permit: AnyPermit, of: { member: MemberId; month: Month }): Promise<{ sent: SentStatement[]; questions: Question[] }> {
  const { sent, inside, asked } = await tx
    .selectNoFrom([jsonArrayFrom(statementQuery(tx, permit, of)).as('sent'), ...questionArrays(tx, permit, of)])
    .executeTakeFirstOrThrow()
  return { sent: sent.map(statementFrom), questions: questionsFrom(inside, asked) }
}

function statementQuery(tx: Tx, permit: AnyPermit, only: StatementsAsked) {
  return (
    tx
      .selectFrom('settlement.month_statement as s')
      .leftJoin('settlement.standing_receipt as r', (join) => join.onRef('r.tenant', '=', 's.tenant').onRef('r.statement', '=', 's.id'))
      // Of several questions the one that waits, or else the last: it tells how the statement stands.
      .leftJoinLateral(
        (eb) =>
          eb
            .selectFrom('threads.shared_question as w')
            .select(['w.id', 'w.words', 'w.asked_at', 'w.answer', 'w.answered_at'])
            .whereRef('w.tenant', '=', 's.tenant')
            .whereRef('w.object', '=', 's.id')
            .where('w.kind', 'in', [...STATEMENT_ABOUT])
            .where('w.closed_at', 'is', null)
            .orderBy(sql`w.answer is not null`)
            .orderBy('w.asked_at', 'desc')
            .limit(1)
            .as('q'),
        (join) => join.onTrue(),
      )
      .select(['s.tenant', 's.municipality', 's.id', 's.member', 's.month', 's.version', 's.provisional', 's.content', 's.hash', 's.released_at'])
      .select(['r.outcome', 'r.at', 'q.id as question', 'q.words as asked', 'q.asked_at', 'q.answer', 'q.answered_at'])
      .where((eb) => eb.or([eb('s.tenant', '=', permit.organisation), eb('s.municipality', '=', permit.organisation)]))
      .where((eb) => withinReach(permit, eb, 's.member'))
      .$if(only.id !== undefined, (query) => query.where('s.id', '=', only.id ?? ''))
      .$if(only.ids !== undefined, (query) => query.where('s.id', 'in', [...(only.ids ?? [])]))
      .$if(only.member !== undefined, (query) => query.where('s.member', '=', only.member ?? ''))
      .$if(only.month !== undefined, (query) => query.where('s.month', '=', only.month ?? ''))
      .$if(only.unread === true, (query) => query.where('r.outcome', 'is', null))
      .orderBy('s.month', 'desc')
      .orderBy('s.member')
      .orderBy('s.version', 'desc')
      .limit(only.limit ?? 500)
  )
}

type RowOf<Q> = Q extends SelectQueryBuilder<infer _DB, infer _TB, infer Row> ? Row : never

/** Moments come as text where JSON carries the row. */
function statementFrom(row: RowOf<ReturnType<typeof statementQuery>>): SentStatement {
  const moment = Temporal.Instant.from
  return {
    id: row.id as StatementId,
    tenant: row.tenant as OrganisationId,
    municipality: row.municipality as OrganisationId,
    member: row.member as MemberId,
    month: row.month as Month,
    version: row.version,
    provisional: row.provisional,
    content: contentFrom(row.content),
    hash: row.hash,
    releasedAt: moment(row.released_at),
    receipt: row.outcome && row.at ? { outcome: row.outcome as 'noQuestions' | 'question', at: moment(row.at) } : null,
    question:
      row.question && row.asked && row.asked_at
        ? {
            id: row.question,
            words: row.asked,
            at: moment(row.asked_at),
            answer: row.answer && row.answered_at ? { words: row.answer, at: moment(row.answered_at) } : null,
          }
        : null,
  }
}

/** Whether this was the first answer of the municipality to a statement. */
export async function insertStatementReceipt(
  tx: Tx,
  permit: AnyPermit,
  statement: SentStatement,
  outcome: 'noQuestions' | 'question',
  by: PersonId,
): Promise<boolean> {
  const row = await tx
    .insertInto('settlement.statement_receipt')
    .values({
      tenant: statement.tenant,
      municipality: permit.organisation,
      statement: statement.id,
      // One more than were taken back: two at once still are one.
      nr: sql<number>`(select count(*) + 1 from settlement.receipt_undone u where u.tenant = ${statement.tenant} and u.statement = ${statement.id})`,
      outcome,
      at: permit.now,
      by_person: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('statement')
    .executeTakeFirst()
  return row !== undefined
}

/** When a month of a member last changed after its close: money of it that went back, by the day on which it had been paid. */
export async function lastChanges(tx: Tx, permit: AnyPermit, member: MemberId | null): Promise<{ member: MemberId; month: Month; paidOn: Day; at: Instant }[]> {
  const { rows } = await sql<{ member: MemberId; month: Month; paidOn: Day; at: Instant }>`
    select r.member, d.month, d.on_day as "paidOn", max(c.closed_at) as at
    from settlement.reversal r
    join settlement.divided_receipt d on d.tenant = r.tenant and d.receipt = r.receipt
    join settlement.closing c on c.tenant = r.tenant and c.month = r.month
    where r.tenant = ${permit.organisation} and (${member}::uuid is null or r.member = ${member}) group by r.member, d.month, d.on_day`.execute(tx)
  return rows
}
