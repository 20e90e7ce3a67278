import { sql } from 'kysely'
import type { Tx } from '#kit/db.ts'
import type { Language } from '#kit/text.ts'
import { type AnyPermit, personOf } from '#rooms/access'
import type { PublicPage, PublicText, TextVersion } from './texts.rules.ts'

/** Versions with what was said of them, oldest first: of one page in one language, or of all. The wall shows a visitor those that were published. */
export async function textVersions(tx: Tx, of: { readonly page: PublicPage; readonly language: Language } | null): Promise<TextVersion[]> {
  const rows = await tx
    .selectFrom('network.text_version as t')
    .leftJoin('network.text_verdict as v', 'v.version', 't.id')
    .select(['t.id', 't.page', 't.language', 't.title', 't.intro', 't.body', 't.written_by as writtenBy', 't.written_at as writtenAt'])
    .select(['v.published', 'v.reason', 'v.decided_by as by', 'v.decided_at as at'])
    .$if(of !== null, (query) => query.where('t.page', '=', of?.page ?? '').where('t.language', '=', of?.language ?? ''))
    .orderBy('t.written_at')
    .orderBy('t.id')
    .execute()
  return rows.map(({ published, reason, by, at, ...row }) => ({
    ...row,
    page: row.page as PublicPage,
    language: row.language as Language,
    verdict: published === null || by === null || at === null ? null : { published, reason, by, at },
  }))
}

/** Serves those who write to one page at once, one after the other. */
export async function lockPage(tx: Tx, page: PublicPage, language: Language): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`public text ${language}/${page}`}, 0))`.execute(tx)
}

export async function insertText(tx: Tx, permit: AnyPermit, id: string, of: { page: PublicPage; language: Language }, text: PublicText): Promise<void> {
  await tx
    .insertInto('network.text_version')
    .values({
      id,
      page: of.page,
      language: of.language,
      title: text.title,
      intro: text.intro,
      body: text.body,
      written_by: personOf(permit),
      written_at: permit.now,
    })
    .execute()
}

/** Gives whether this was the first verdict. */
export async function insertTextVerdict(tx: Tx, permit: AnyPermit, version: string, reason: string | null): Promise<boolean> {
  const row = await tx
    .insertInto('network.text_verdict')
    .values({ version, published: reason === null, reason, decided_by: personOf(permit), decided_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return row !== undefined
}
