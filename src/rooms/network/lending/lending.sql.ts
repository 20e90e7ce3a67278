import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Article, readArticles } from '#rooms/agreements'
import type { Craft } from '../listings/listings.rules.ts'
import type { LendingSource, Reach, Trait } from './lending.rules.ts'

/** The network's word that an agreement is a model for others. */
export type ModelMark = { readonly why: string; readonly by: string; readonly at: Instant }

/** The words of an agreement in English, where it came with the program. */
export type EnglishWords = { readonly title: string; readonly why: string; readonly differently: string; readonly cited: string }

/** An agreement as it stands in the library. */
export type LentAgreement = {
  readonly item: string
  readonly slug: string
  readonly source: LendingSource
  readonly edition: string
  readonly nr: number
  readonly title: string
  readonly why: string
  readonly differently: string
  readonly articles: readonly Article[]
  /** Places, from 1, of articles that the lender wrote anew for the library. */
  readonly rewritten: readonly number[]
  readonly crafts: readonly Craft[]
  readonly traits: readonly Trait[]
  readonly reach: Reach
  readonly lender: string | null
  readonly cited: string | null
  readonly english: EnglishWords | null
  readonly publishedAt: Instant
  readonly reviewOn: Day
  readonly uses: number
  readonly mark: ModelMark | null
}

/** Of which agreements of the library: all with these traits, or one by its address. */
export type LentWanted = { readonly traits: readonly Trait[]; readonly source: LendingSource | null } | { readonly slug: string }

/** What stands in the library of all that whoever asks may read: models first, then the newest. One query. */
export async function lentAgreements(tx: Tx, wanted: LentWanted): Promise<LentAgreement[]> {
  const narrowed =
    'slug' in wanted
      ? sql`i.slug = ${wanted.slug}`
      : sql`s.traits @> ${[...wanted.traits]}::text[] and (${wanted.source}::text is null or i.source = ${wanted.source})`
  const { rows } = await sql<Row>`
    select i.id as item, i.slug, i.source, e.id as edition, e.nr, e.title, e.why, e.differently, e.articles, e.rewritten, e.crafts, e.traits, e.reach, e.lender, e.cited, e.english,
      p.published_at as "publishedAt", s.review_on as "reviewOn", coalesce(u.uses, 0) as uses,
      m.marked, m.why as "markWhy", m.marked_name as "markBy", m.marked_at as "markAt"
    from network.lending_shown s
    join network.lending_item i on i.id = s.item
    join network.lending_edition e on e.id = s.edition
    join network.lending_publication p on p.edition = e.id
    left join network.lending_use u on u.item = i.id
    left join lateral (select * from network.lending_mark x where x.edition = e.id order by x.nr desc limit 1) m on true
    where ${narrowed}
    order by coalesce(m.marked, false) desc, p.published_at desc, i.slug`.execute(tx)
  return rows.map(({ marked, markWhy, markBy, markAt, articles, ...row }) => ({
    ...row,
    articles: readArticles(articles, `edition ${row.edition}`),
    mark: marked ? { why: markWhy ?? '', by: markBy ?? '', at: markAt as Instant } : null,
  }))
}

type Row = Omit<LentAgreement, 'articles' | 'mark'> & {
  readonly articles: unknown
  readonly marked: boolean | null
  readonly markWhy: string | null
  readonly markBy: string | null
  readonly markAt: Instant | null
}
