import { sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, personOf } from '#rooms/access'
import { type Audience, type KnowledgeKind, type KnowledgeText, linksIn, type Topic } from '../knowledge.rules.ts'
import { plainBody } from '../plain.ts'
import type { ItemVersion } from './writing.rules.ts'

/** Versions of an item by its address, or one by its id, oldest first. */
export async function itemVersions(tx: Tx, of: { readonly slug: string } | { readonly id: string }): Promise<ItemVersion[]> {
  const rows = await tx
    .selectFrom('network.knowledge_version as v')
    .innerJoin('network.knowledge_item as i', 'i.id', 'v.item')
    .leftJoin('network.knowledge_verdict as d', 'd.version', 'v.id')
    .select([
      'v.id',
      'v.item',
      'i.slug',
      'i.owner',
      'i.review_on as reviewOn',
      'v.kind',
      'v.title',
      'v.intro',
      'v.body',
      'v.audiences',
      'v.topics',
      'v.source',
      'v.doubt',
    ])
    .select(['v.written_by as writtenBy', 'v.written_at as writtenAt', 'd.published', 'd.reason', 'd.decided_by as by', 'd.decided_at as at'])
    .$if('slug' in of, (query) => query.where('i.slug', '=', 'slug' in of ? of.slug : ''))
    .$if('id' in of, (query) => query.where('v.id', '=', 'id' in of ? of.id : ''))
    .orderBy('v.written_at')
    .orderBy('v.id')
    .execute()
  return rows.map(({ published, reason, by, at, ...row }) => ({
    ...row,
    kind: row.kind as KnowledgeKind,
    audiences: row.audiences as Audience[],
    topics: row.topics as Topic[],
    reviewOn: row.reviewOn as Day,
    verdict: published === null || at === null ? null : { published, reason, by, at },
  }))
}

/** Serves those who write one item at once, one after the other. */
export async function lockItem(tx: Tx, slug: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`knowledge ${slug}`}, 0))`.execute(tx)
}

/** A new item, of the network; gives its id, or null where the address is taken. */
export async function insertItem(tx: Tx, permit: AnyPermit, slug: string, reviewOn: Day): Promise<string | null> {
  const row = await tx
    .insertInto('network.knowledge_item')
    .values({ id: newId(permit.now.epochMilliseconds), slug, owner: null, review_on: reviewOn, began_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function insertVersion(tx: Tx, permit: AnyPermit, id: string, item: string, text: KnowledgeText): Promise<void> {
  const { kind, title, intro, body, source, doubt } = text
  await tx
    .insertInto('network.knowledge_version')
    .values({
      ...{ id, item, kind, title, intro, body, source, doubt },
      plain: plainBody(body),
      audiences: [...text.audiences],
      topics: [...text.topics],
      links: linksIn(body),
      seed: null,
      written_by: personOf(permit),
      written_at: permit.now,
    })
    .execute()
}

/** Gives whether this was the first verdict. */
export async function insertVersionVerdict(tx: Tx, permit: AnyPermit, version: string, reason: string | null): Promise<boolean> {
  const row = await tx
    .insertInto('network.knowledge_verdict')
    .values({ version, published: reason === null, reason, decided_by: personOf(permit), decided_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return row !== undefined
}

/** From now on visitors read and find this version, until its item must be looked at again. */
export async function showVersion(tx: Tx, version: ItemVersion, reviewOn: Day): Promise<void> {
  await sql`select network.show_version(${version.id}::uuid)`.execute(tx)
  await tx.updateTable('network.knowledge_item').set({ review_on: reviewOn }).where('id', '=', version.item).execute()
}
