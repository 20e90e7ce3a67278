import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import { json, type Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, type PersonId, personOf } from '#rooms/access'
import { type Article, readArticles, type VersionId } from '#rooms/agreements'
import type { Craft } from '../../listings/listings.rules.ts'
import type { Reach, Trait } from '../lending.rules.ts'

/** What a cooperative made ready for the library, and what became of it. */
export type OwnEdition = {
  readonly item: string
  readonly slug: string
  readonly edition: string
  readonly nr: number
  readonly title: string
  readonly why: string
  readonly differently: string
  readonly articles: readonly Article[]
  /** Places, from 1, of articles that were written anew for the library. */
  readonly rewritten: readonly number[]
  readonly crafts: readonly Craft[]
  readonly reach: Reach
  readonly lender: string | null
  readonly version: VersionId
  readonly number: number
  readonly otherEyes: boolean
  readonly preparedBy: PersonId
  readonly preparedAt: Instant
  readonly publishedAt: Instant | null
  readonly shown: boolean
  readonly reviewOn: Day | null
}

/** A new edition, of a new item or of one that is there. */
export type EditionFacts = Pick<
  OwnEdition,
  'title' | 'why' | 'differently' | 'articles' | 'rewritten' | 'crafts' | 'reach' | 'lender' | 'version' | 'number' | 'otherEyes'
> & {
  readonly traits: readonly Trait[]
}

/** Every edition of the own cooperative, newest first; of one item or one edition where that is asked. */
export async function ownEditions(tx: Tx, permit: AnyPermit, of: { readonly edition?: string } = {}): Promise<OwnEdition[]> {
  const { rows } = await sql<Omit<OwnEdition, 'articles'> & { articles: unknown }>`
    select i.id as item, i.slug, e.id as edition, e.nr, e.title, e.why, e.differently, e.articles, e.rewritten, e.crafts, e.reach, e.lender, e.of_version as version, e.of_number as number,
      e.other_eyes as "otherEyes", e.prepared_by as "preparedBy", e.prepared_at as "preparedAt", p.published_at as "publishedAt",
      (s.edition is not null) as shown, s.review_on as "reviewOn"
    from network.lending_item i
    join network.lending_edition e on e.item = i.id
    left join network.lending_publication p on p.edition = e.id
    left join network.lending_shown s on s.edition = e.id
    where i.owner = ${permit.organisation} and (${of.edition ?? null}::uuid is null or e.id = ${of.edition ?? null})
    order by e.prepared_at desc, e.nr desc`.execute(tx)
  return rows.map((row) => ({ ...row, articles: readArticles(row.articles, `edition ${row.edition}`) }))
}

/** Serves those of one cooperative who make something ready or publish at once, one after the other. */
export async function lockLending(tx: Tx, permit: AnyPermit): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`lending ${permit.organisation}`}, 0))`.execute(tx)
}

export async function insertLendingItem(tx: Tx, permit: AnyPermit, slug: string): Promise<string> {
  const id = newId(permit.now.epochMilliseconds)
  await tx.insertInto('network.lending_item').values({ id, slug, owner: permit.organisation, source: 'cooperative', began_at: permit.now }).execute()
  return id
}

export async function insertEdition(tx: Tx, permit: AnyPermit, item: string, nr: number, facts: EditionFacts): Promise<string> {
  const id = newId(permit.now.epochMilliseconds)
  const { title, why, differently, reach, lender } = facts
  await tx
    .insertInto('network.lending_edition')
    .values({
      ...{ id, item, nr, title, why, differently, reach, lender },
      articles: json(facts.articles),
      rewritten: [...facts.rewritten],
      crafts: [...facts.crafts],
      traits: [...facts.traits],
      cited: null,
      english: null,
      of_version: facts.version,
      of_number: facts.number,
      other_eyes: facts.otherEyes,
      prepared_by: personOf(permit),
      prepared_at: permit.now,
      seed: null,
    })
    .execute()
  return id
}

/** Puts an edition in the library; gives whether it was not there yet. */
export async function insertPublication(tx: Tx, permit: AnyPermit, edition: string): Promise<boolean> {
  const row = await tx
    .insertInto('network.lending_publication')
    .values({ edition, published_by: personOf(permit), published_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('edition')
    .executeTakeFirst()
  return row !== undefined
}

/** From now on people read this edition of its item, until it must be looked at again. */
export async function showEdition(tx: Tx, edition: string, reviewOn: Day): Promise<void> {
  await sql`
    insert into network.lending_shown (item, edition, reach, traits, review_on)
    select item, id, reach, traits, ${reviewOn}::date from network.lending_edition where id = ${edition}
    on conflict (item) do update set edition = excluded.edition, reach = excluded.reach, traits = excluded.traits, review_on = excluded.review_on`.execute(tx)
}

/** Takes an item back; gives whether it stood in the library. */
export async function endLent(tx: Tx, permit: AnyPermit, item: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('network.lending_shown').where('item', '=', item).executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) return false
  await tx
    .insertInto('network.lending_end')
    .values({ id: newId(permit.now.epochMilliseconds), item, ended_by: personOf(permit), ended_at: permit.now })
    .execute()
  return true
}

/** The day on which an item is looked at again; gives whether it stands in the library. */
export async function saveReview(tx: Tx, item: string, reviewOn: Day): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('network.lending_shown').set({ review_on: reviewOn }).where('item', '=', item).executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Whether a colleague looks along before something is put in the library. */
export async function otherEyesOf(tx: Tx, permit: AnyPermit): Promise<boolean> {
  const row = await tx.selectFrom('network.lending_setting').select('other_eyes').where('tenant', '=', permit.organisation).executeTakeFirst()
  return row?.other_eyes ?? false
}

export async function saveOtherEyes(tx: Tx, permit: AnyPermit, otherEyes: boolean): Promise<void> {
  const row = { other_eyes: otherEyes, kept_by: personOf(permit), kept_at: permit.now }
  await tx
    .insertInto('network.lending_setting')
    .values({ tenant: permit.organisation, ...row })
    .onConflict((conflict) => conflict.column('tenant').doUpdateSet(row))
    .execute()
}
