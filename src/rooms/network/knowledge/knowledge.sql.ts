import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Audience, type KnowledgeKind, type KnowledgeLine, type KnowledgeText, SHOWN_AT_ONCE, type Topic } from './knowledge.rules.ts'

/** An item as it is read now. */
export type ShownItem = KnowledgeText & {
  readonly id: string
  readonly slug: string
  readonly owner: string | null
  readonly reviewOn: Day
  readonly writtenAt: Instant
  readonly links: readonly string[]
}

/** What stands at an address now, or null. */
export async function shownItem(tx: Tx, slug: string): Promise<ShownItem | null> {
  const row = await tx
    .selectFrom('network.knowledge_shown as s')
    .innerJoin('network.knowledge_version as v', 'v.id', 's.version')
    .innerJoin('network.knowledge_item as i', 'i.id', 's.item')
    .select(['i.id', 'i.slug', 'i.owner', 'i.review_on as reviewOn', 'v.written_at as writtenAt', 'v.kind', 'v.title', 'v.intro', 'v.body', 'v.audiences'])
    .select(['v.topics', 'v.source', 'v.doubt', 'v.links'])
    .where('s.slug', '=', slug)
    .executeTakeFirst()
  if (!row) return null
  return { ...row, kind: row.kind as KnowledgeKind, audiences: row.audiences as Audience[], topics: row.topics as Topic[], reviewOn: row.reviewOn as Day }
}

/** Items with most topics and audiences in common, without the item itself and those that its text leads to already. */
export async function relatedItems(tx: Tx, item: Pick<ShownItem, 'slug' | 'topics' | 'audiences' | 'links'>): Promise<KnowledgeLine[]> {
  const topics = sql`${[...item.topics]}::text[]`
  const audiences = sql`${[...item.audiences]}::text[]`
  const { rows } = await sql<KnowledgeLine>`
    select s.slug, s.kind, s.title, s.intro from network.knowledge_shown s
    where s.topics && ${topics} and s.slug <> all(${[item.slug, ...item.links]}::text[])
    order by (select count(*) from unnest(s.topics) t where t = any(${topics})) * 3 + (select count(*) from unnest(s.audiences) a where a = any(${audiences})) desc,
      s.slug
    limit 4`.execute(tx)
  return rows
}

/** Items whose text leads to this one. */
export async function leadingTo(tx: Tx, slug: string): Promise<KnowledgeLine[]> {
  const { rows } = await sql<KnowledgeLine>`
    select s.slug, s.kind, s.title, s.intro from network.knowledge_shown s where s.links @> array[${slug}]::text[] order by s.slug limit ${SHOWN_AT_ONCE}`.execute(
    tx,
  )
  return rows
}

/** The addresses of all items, for search engines. */
export async function shownSlugs(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('network.knowledge_shown').select('slug').orderBy('slug').execute()
  return rows.map(({ slug }) => slug)
}

/** The newest items that somebody of the network wrote, the last first; what came with the program is no news. */
export async function newestItems(
  tx: Tx,
  most: number,
): Promise<{ readonly slug: string; readonly title: string; readonly intro: string; readonly at: Instant }[]> {
  return await tx
    .selectFrom('network.knowledge_shown as s')
    .innerJoin('network.knowledge_version as v', 'v.id', 's.version')
    .select(['s.slug', 's.title', 's.intro', 'v.written_at as at'])
    .where('v.written_by', 'is not', null)
    .orderBy('v.written_at', 'desc')
    .orderBy('s.slug')
    .limit(most)
    .execute()
}
