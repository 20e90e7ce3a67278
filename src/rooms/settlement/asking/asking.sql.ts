import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Day, Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, type MemberId, type OrganisationId, type PersonId, withinReach } from '#rooms/access'
import { type Question, STATEMENT_ABOUT, type StatementAbout, type StatementId } from '../statements/statement.types.ts'

export type QuestionsAsked = {
  readonly id?: string
  readonly member?: MemberId
  readonly month?: Month
  readonly statement?: string
  readonly open?: boolean
}

/** Questions about months within reach, the oldest first: inside the cooperative, and of the municipality about what was sent; in one query. */
export async function questionsOf(tx: Tx, permit: AnyPermit, only: QuestionsAsked = {}): Promise<Question[]> {
  const { inside, asked } = await tx.selectNoFrom(questionArrays(tx, permit, only)).executeTakeFirstOrThrow()
  return questionsFrom(inside, asked)
}

/** Both kinds as arrays, to be asked for along with something else. */
export function questionArrays(tx: Tx, permit: AnyPermit, only: QuestionsAsked) {
  return [jsonArrayFrom(insideQuery(tx, permit, only)).as('inside'), jsonArrayFrom(askedQuery(tx, permit, only)).as('asked')] as const
}

function insideQuery(tx: Tx, permit: AnyPermit, only: QuestionsAsked) {
  return (
    tx
      .selectFrom('settlement.statement_question as q')
      .leftJoin('settlement.statement_answer as a', (join) => join.onRef('a.tenant', '=', 'q.tenant').onRef('a.question', '=', 'q.id'))
      .select(['q.id', 'q.member', 'q.month', 'q.words', 'q.asked_at', 'q.asked_by', 'a.words as answer', 'a.answered_at'])
      .where('q.tenant', '=', permit.organisation)
      .where((eb) => withinReach(permit, eb, 'q.member'))
      // A question before sending is about the month, not about a statement.
      .$if(only.statement !== undefined, (query) => query.where((eb) => eb.val(false)))
      .$if(only.id !== undefined, (query) => query.where('q.id', '=', only.id ?? ''))
      .$if(only.member !== undefined, (query) => query.where('q.member', '=', only.member ?? ''))
      .$if(only.month !== undefined, (query) => query.where('q.month', '=', only.month ?? ''))
      .$if(only.open === true, (query) => query.where('a.question', 'is', null))
  )
}

function askedQuery(tx: Tx, permit: AnyPermit, only: QuestionsAsked) {
  return tx
    .selectFrom('threads.shared_question as q')
    .innerJoin('settlement.month_statement as s', (join) => join.onRef('s.tenant', '=', 'q.tenant').onRef('s.id', '=', 'q.object'))
    .select(['q.id', 'q.municipality', 'q.member', 's.month', 's.id as statement', 'q.kind', 'q.words', 'q.asked_at', 'q.asked_by', 'q.last_day'])
    .select(['q.answer', 'q.answered_at', 'q.evidence', 'q.closed_at'])
    .where('q.kind', 'in', [...STATEMENT_ABOUT])
    .where((eb) => eb.or([eb('q.tenant', '=', permit.organisation), eb('q.municipality', '=', permit.organisation)]))
    .where((eb) => withinReach(permit, eb, 's.member'))
    .$if(only.id !== undefined, (query) => query.where('q.id', '=', only.id ?? ''))
    .$if(only.member !== undefined, (query) => query.where('s.member', '=', only.member ?? ''))
    .$if(only.month !== undefined, (query) => query.where('s.month', '=', only.month ?? ''))
    .$if(only.statement !== undefined, (query) => query.where('s.id', '=', only.statement ?? ''))
    .$if(only.open === true, (query) => query.where('q.answer', 'is', null).where('q.closed_at', 'is', null))
}

type Moment = Temporal.Instant | string
type InsideRow = {
  id: string
  member: string
  month: string
  words: string
  asked_at: Moment
  asked_by: string
  answer: string | null
  answered_at: Moment | null
}
type AskedRow = { [K in keyof InsideRow]: InsideRow[K] | null } & {
  municipality: string | null
  statement: string
  kind: string | null
  last_day: string | null
  evidence: string | null
  closed_at: Moment | null
}

/** Questions as the rooms know them, the oldest first; moments come as text where JSON carries the row. */
export function questionsFrom(inside: readonly InsideRow[], asked: readonly AskedRow[]): Question[] {
  const moment = (at: Moment) => Temporal.Instant.from(at)
  const all = [...inside.map((row) => ({ ...row, ...NOT_OF_TOWN })), ...asked].map(
    (row): Question => ({
      id: row.id ?? '',
      municipality: row.municipality as OrganisationId | null,
      member: row.member as MemberId,
      month: row.month as Month,
      statement: row.statement as StatementId | null,
      about: row.kind as StatementAbout | null,
      words: row.words ?? '',
      askedAt: moment(row.asked_at ?? ''),
      askedBy: row.asked_by as PersonId,
      lastDay: row.last_day as Day | null,
      answer: row.answer !== null && row.answered_at ? { words: row.answer, at: moment(row.answered_at), evidence: row.evidence } : null,
      closedAt: row.closed_at ? moment(row.closed_at) : null,
    }),
  )
  return all.toSorted((a, b) => Temporal.Instant.compare(a.askedAt, b.askedAt))
}

const NOT_OF_TOWN = { municipality: null, statement: null, kind: null, last_day: null, evidence: null, closed_at: null }

export async function insertQuestion(
  tx: Tx,
  permit: AnyPermit,
  row: { readonly id: string; readonly member: MemberId; readonly month: Month; readonly words: string; readonly by: PersonId },
): Promise<void> {
  const { by, ...rest } = row
  await tx
    .insertInto('settlement.statement_question')
    .values({ ...rest, tenant: permit.organisation, asked_at: permit.now, asked_by: by })
    .execute()
}

/** Whether this was the first answer. */
export async function insertAnswer(tx: Tx, permit: AnyPermit, question: Question, words: string, by: PersonId): Promise<boolean> {
  const row = await tx
    .insertInto('settlement.statement_answer')
    .values({ tenant: permit.organisation, question: question.id, words, answered_at: permit.now, answered_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .returning('question')
    .executeTakeFirst()
  return row !== undefined
}
