import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, personOf } from '#rooms/access'
import type { Topic } from '../knowledge.rules.ts'
import type { KnowledgeAnswer, KnowledgeQuestion, ShownTo } from './asking.rules.ts'

type Only = { readonly id?: string; readonly item?: string; readonly sought?: string; readonly unanswered?: boolean }

/** Questions that the reader may see, the newest first; in one query. */
export async function questionRows(tx: Tx, only: Only = {}): Promise<KnowledgeQuestion[]> {
  const rows = await tx
    .selectFrom('network.knowledge_question as q')
    .leftJoin('network.knowledge_shown as s', 's.item', 'q.item')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('network.knowledge_answer as a')
          .select((of) => of.fn.countAll<number>().as('answers'))
          .whereRef('a.tenant', '=', 'q.tenant')
          .whereRef('a.question', '=', 'q.id')
          .as('a'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('network.knowledge_thanks as t')
          .select((of) => of.fn.countAll<number>().as('helped'))
          .whereRef('t.tenant', '=', 'q.tenant')
          .whereRef('t.question', '=', 'q.id')
          .where('t.helped', '=', true)
          .as('t'),
      (join) => join.onTrue(),
    )
    .select(['q.tenant', 'q.id', 'q.title', 'q.words', 'q.topics', 'q.shown_to', 'q.role', 'q.asked_by', 'q.asked_at', 'q.last_day', 'q.holder'])
    .select(['q.hidden_at', 'q.hidden_why', 'q.item', 's.slug', 'a.answers', 't.helped'])
    .$if(only.id !== undefined, (query) => query.where('q.id', '=', only.id ?? ''))
    .$if(only.item !== undefined, (query) => query.where('q.item', '=', only.item ?? ''))
    .$if(only.sought !== undefined, (query) =>
      query.where(
        sql<boolean>`(q.found @@ to_tsquery('network.dutch', ${only.sought ?? ''}) or exists (
          select from network.question_words w where w.tenant = q.tenant and w.question = q.id and w.words @@ to_tsquery('network.dutch', ${only.sought ?? ''})))`,
      ),
    )
    .$if(only.unanswered === true, (query) => query.where('a.answers', '=', 0).where('q.hidden_at', 'is', null))
    .orderBy('q.asked_at', 'desc')
    .orderBy('q.id', 'desc')
    .limit(300)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    tenant: row.tenant,
    title: row.title,
    words: row.words,
    topics: row.topics as Topic[],
    shownTo: row.shown_to as ShownTo,
    role: row.role,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    lastDay: row.last_day as Day,
    holder: row.holder,
    hiddenAt: row.hidden_at,
    hiddenWhy: row.hidden_why,
    item: row.item,
    slug: row.slug,
    answers: Number(row.answers ?? 0),
    helped: Number(row.helped ?? 0),
  }))
}

/** What was answered to one question, oldest first; `me` is who reads it. */
export async function answersTo(tx: Tx, question: string, me: string | null): Promise<KnowledgeAnswer[]> {
  const rows = await tx
    .selectFrom('network.knowledge_answer as a')
    .leftJoin('network.knowledge_thanks as t', (join) =>
      join.onRef('t.tenant', '=', 'a.tenant').onRef('t.question', '=', 'a.question').onRef('t.answer', '=', 'a.id'),
    )
    .select(['a.id', 'a.organisation', 'a.role', 'a.words', 'a.answered_by', 'a.answered_at'])
    .select(({ fn }) => [
      fn.count<number>('t.person').as('thanks'),
      sql<boolean>`coalesce(bool_or(t.helped), false)`.as('helped'),
      sql<boolean>`coalesce(bool_or(t.person = ${me}::uuid), false)`.as('thanked'),
    ])
    .where('a.question', '=', question)
    .groupBy(['a.tenant', 'a.question', 'a.id'])
    .orderBy('a.answered_at')
    .orderBy('a.id')
    .limit(200)
    .execute()
  return rows.map(({ answered_by, answered_at, thanks, ...row }) => ({ ...row, thanks: Number(thanks), answeredBy: answered_by, at: answered_at as Instant }))
}

export async function insertQuestion(
  tx: Tx,
  permit: AnyPermit,
  row: Pick<KnowledgeQuestion, 'id' | 'title' | 'words' | 'topics' | 'shownTo' | 'lastDay'>,
): Promise<void> {
  await tx
    .insertInto('network.knowledge_question')
    .values({
      ...{ tenant: permit.organisation, id: row.id, title: row.title, words: row.words, topics: [...row.topics], shown_to: row.shownTo },
      ...{ role: permit.role, asked_by: personOf(permit), asked_at: permit.now, last_day: row.lastDay },
      ...{ holder: null, hidden_at: null, hidden_by: null, hidden_why: null, item: null },
    })
    .execute()
}

export async function insertAnswer(tx: Tx, permit: AnyPermit, question: KnowledgeQuestion, id: string, words: string): Promise<void> {
  await tx
    .insertInto('network.knowledge_answer')
    .values({
      ...{ tenant: question.tenant, question: question.id, id, organisation: permit.organisation, role: permit.role, words },
      ...{ answered_by: personOf(permit), answered_at: permit.now },
    })
    .execute()
}

/** Gives whether this person had not thanked for it before. */
export async function insertThanks(tx: Tx, permit: AnyPermit, question: KnowledgeQuestion, answer: string): Promise<boolean> {
  const me = personOf(permit)
  const row = await tx
    .insertInto('network.knowledge_thanks')
    .values({ tenant: question.tenant, question: question.id, answer, person: me, helped: question.askedBy === me, thanked_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('answer')
    .executeTakeFirst()
  return row !== undefined
}

/** Takes a question out of sight; gives whether it was still shown. */
export async function hideQuestion(tx: Tx, permit: AnyPermit, question: KnowledgeQuestion, why: string | null): Promise<boolean> {
  const row = await tx
    .updateTable('network.knowledge_question')
    .set({ hidden_at: permit.now, hidden_by: personOf(permit), hidden_why: why })
    .where('tenant', '=', question.tenant)
    .where('id', '=', question.id)
    .where('hidden_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function setHolder(tx: Tx, question: KnowledgeQuestion, holder: string): Promise<void> {
  await tx.updateTable('network.knowledge_question').set({ holder }).where('tenant', '=', question.tenant).where('id', '=', question.id).execute()
}

/** Ties the item that an answer became; gives whether there was none yet. */
export async function tieItem(tx: Tx, question: KnowledgeQuestion, item: string): Promise<boolean> {
  const row = await tx
    .updateTable('network.knowledge_question')
    .set({ item })
    .where('tenant', '=', question.tenant)
    .where('id', '=', question.id)
    .where('item', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Throws away what was asked before a moment, with its answers; gives how many. */
export async function deleteQuestions(tx: Tx, before: Instant): Promise<number> {
  const gone = await tx.deleteFrom('network.knowledge_question').where('asked_at', '<', before).returning('id').execute()
  return gone.length
}
