import { sql } from 'kysely'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, personOf } from '#rooms/access'
import { RANKED_AT_MOST, type Topic } from '../knowledge.rules.ts'
import { HIT } from '../search/search.rules.ts'
import type { KnowledgeQuestion } from './asking.rules.ts'

/** So many questions a search of the knowledge shows; the rest stand on the page of the questions. */
export const QUESTIONS_FOUND = 5

/** A question that was found, its title and a few lines of it or of its answers with the hits between their signs. */
export type FoundQuestionRow = { readonly id: string; readonly title: string; readonly lines: string; readonly answers: number }

/** The best of the questions that the reader may see and that hold, with their answers, what is looked for; and how many there are. One query. */
export async function questionsHolding(
  tx: Tx,
  permit: AnyPermit,
  sought: string,
  topic: Topic | null,
): Promise<{ readonly found: readonly FoundQuestionRow[]; readonly count: number }> {
  const marks = (more: string) => `StartSel=${HIT.begins}, StopSel=${HIT.ends}, ${more}`
  // A colleague of who asked does not read what was meant for the network alone.
  const mine = sql`(w.shown_to = 'everybody' or ${permit.role === 'network'}
    or exists (select from network.knowledge_question o where o.tenant = w.tenant and o.id = w.question and o.asked_by = ${personOf(permit)}::uuid))`
  const { rows } = await sql<FoundQuestionRow & { count: number }>`
    with asked as (select to_tsquery('network.dutch', ${sought}) as question),
    hits as materialized (
      select w.tenant, w.question, ts_rank(w.words, asked.question) as weight from network.question_words w, asked
      where w.words @@ asked.question and ${mine} ${topic ? sql`and w.topics @> array[${topic}]::text[]` : sql``}
      order by w.question desc limit ${RANKED_AT_MOST + 1}
    ),
    best as materialized (
      select h.tenant, h.question, h.weight, (select count(*)::int from hits) as count from hits h order by h.weight desc, h.question desc limit ${QUESTIONS_FOUND}
    ),
    told as materialized (
      select b.*, q.title, q.words || ' ' || coalesce(a.words, '') as body, coalesce(a.answers, 0) as answers
      from best b join network.knowledge_question q on q.tenant = b.tenant and q.id = b.question
        left join lateral (
          select string_agg(a.words, ' ' order by a.answered_at, a.id) as words, count(*)::int as answers
          from network.knowledge_answer a where a.tenant = b.tenant and a.question = b.question
        ) a on true
    )
    select told.question as id, told.count, told.answers,
      ts_headline('network.dutch', told.title, asked.question, ${marks('HighlightAll=true')}) as title,
      ts_headline('network.dutch', told.body, asked.question, ${marks('MaxFragments=1, MaxWords=32, MinWords=18')}) as lines
    from told, asked order by told.weight desc, told.question desc`.execute(tx)
  return { found: rows.map(({ count: _, ...row }) => row), count: rows[0]?.count ?? 0 }
}

/** From now on a question is found by its words. */
export async function insertWords(tx: Tx, permit: AnyPermit, id: string): Promise<void> {
  await sql`insert into network.question_words (tenant, question, shown_to, topics, words)
    select tenant, id, shown_to, topics, found from network.knowledge_question where tenant = ${permit.organisation} and id = ${id}`.execute(tx)
}

/** From now on it is found by the words of this answer too. */
export async function addWords(tx: Tx, question: Pick<KnowledgeQuestion, 'tenant' | 'id'>, words: string): Promise<void> {
  await sql`update network.question_words set words = words || setweight(to_tsvector('network.dutch', ${words}), 'D')
    where tenant = ${question.tenant} and question = ${question.id}`.execute(tx)
}

/** From now on a search does not find it. */
export async function removeWords(tx: Tx, question: Pick<KnowledgeQuestion, 'tenant' | 'id'>): Promise<void> {
  await tx.deleteFrom('network.question_words').where('tenant', '=', question.tenant).where('question', '=', question.id).execute()
}
