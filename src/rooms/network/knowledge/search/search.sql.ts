import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#kit/db.ts'
import { type KnowledgeKind, type Narrowed, RANKED_AT_MOST, SHOWN_AT_ONCE } from '../knowledge.rules.ts'
import { HIT } from './search.rules.ts'

/** One item that was found, its title and a few lines with the hits between their signs. */
export type FoundRow = { readonly slug: string; readonly kind: KnowledgeKind; readonly title: string; readonly lines: string }

/**
 * Of words that occur nowhere, not even as the beginning of another: the words that look like them. Little words of the language are left as they are.
 * Words are of a to z and figures, so all that begin with one stand before that word with a brace; an index finds a range, and no pattern that is not known.
 */
export async function wordsAlike(tx: Tx, typed: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ typed: string; alike: string[] }>`
    select t.typed, array(
      select w.word from network.knowledge_word w where w.word % t.typed order by similarity(w.word, t.typed) desc, w.word limit 20
    ) as alike
    from unnest(${[...typed]}::text[]) t(typed)
    where length(t.typed) > 3 and ts_lexize('dutch_stem', t.typed) <> '{}'
      and not exists (select from network.knowledge_word w where w.word ~>=~ t.typed and w.word ~<~ (t.typed || '{'))
      and not exists (select from network.knowledge_shown s where s.words @@ to_tsquery('network.dutch', t.typed || ':*'))`.execute(tx)
  return new Map(rows.map((row) => [row.typed, row.alike]))
}

/** The best of what answers a question, with how many there are; `ranked` is false when there were too many to weigh them all. */
export async function itemsFound(tx: Tx, question: string, by: Narrowed): Promise<{ readonly found: readonly FoundRow[]; readonly count: number }> {
  const marks = (more: string) => `StartSel=${HIT.begins}, StopSel=${HIT.ends}, ${more}`
  const { rows } = await sql<FoundRow & { count: number }>`
    with asked as (select to_tsquery('network.dutch', ${question}) as question),
    hits as materialized (
      select s.item, s.slug from network.knowledge_shown s, asked where s.words @@ asked.question ${narrowing(by)} order by s.slug limit ${RANKED_AT_MOST + 1}
    ),
    best as materialized (
      select h.slug, s.kind, s.title, s.intro || ' ' || s.plain as body, ts_rank(s.words, asked.question) as weight, (select count(*)::int from hits) as count
      from hits h join network.knowledge_shown s on s.item = h.item, asked
      order by weight desc, h.slug limit ${SHOWN_AT_ONCE}
    )
    select best.slug, best.kind, best.count,
      ts_headline('network.dutch', best.title, asked.question, ${marks('HighlightAll=true')}) as title,
      ts_headline('network.dutch', best.body, asked.question, ${marks('MaxFragments=1, MaxWords=32, MinWords=18')}) as lines
    from best, asked order by best.weight desc, best.slug`.execute(tx)
  return { found: rows.map(({ count: _, ...row }) => row), count: rows[0]?.count ?? 0 }
}

/** One page of the items without a search, by their titles, with how many there are; none where that page is not there. */
export async function itemsNarrowed(tx: Tx, by: Narrowed, page: number): Promise<{ readonly found: readonly FoundRow[]; readonly count: number }> {
  const { rows } = await sql<FoundRow & { count: number }>`
    select s.slug, s.kind, s.title, s.intro as lines, (count(*) over ())::int as count
    from network.knowledge_shown s where true ${narrowing(by)} order by s.title collate "C", s.slug
    limit ${SHOWN_AT_ONCE} offset ${(page - 1) * SHOWN_AT_ONCE}`.execute(tx)
  return { found: rows.map(({ count: _, ...row }) => row), count: rows[0]?.count ?? 0 }
}

function narrowing(by: Narrowed): RawBuilder<unknown> {
  const kind = by.kind ? sql`and s.kind = ${by.kind}` : sql``
  const topic = by.topic ? sql`and s.topics @> array[${by.topic}]::text[]` : sql``
  const audience = by.audience ? sql`and s.audiences @> array[${by.audience}]::text[]` : sql``
  return sql`${kind} ${topic} ${audience}`
}
