import { sql } from 'kysely'
import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, type OrganisationId, personOf } from '#rooms/access'
import type { Topic } from '../links/profile.rules.ts'
import type { Desk, Introduction, IntroductionAnswer, IntroductionWord, Useful } from './introductions.rules.ts'

type Asked = { readonly id?: string; readonly desk?: Desk }

/** Introductions that the organisation is in, or all of them for the network, with answers and looks back; the newest first. Three queries. */
export async function introductionRows(tx: Tx, only: Asked = {}): Promise<Introduction[]> {
  const rows = await tx
    .selectFrom('network.introduction')
    .selectAll()
    .$if(only.id !== undefined, (query) => query.where('id', '=', only.id ?? ''))
    .$if(only.desk !== undefined, (query) => query.where('desk', '=', only.desk ?? ''))
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const answers = await tx.selectFrom('network.introduction_answer').selectAll().where('introduction', 'in', ids).orderBy('answered_at').execute()
  const looks = await tx.selectFrom('network.introduction_look_back').selectAll().where('introduction', 'in', ids).orderBy('looked_at').execute()
  return rows.map((row) => ({
    id: row.id,
    tenant: row.tenant as OrganisationId,
    other: row.other as OrganisationId,
    asker: row.asker as OrganisationId,
    desk: row.desk as Desk,
    topics: row.topics as Topic[],
    words: row.words,
    askedName: row.asked_name,
    askedAt: row.asked_at,
    answers: answers
      .filter(({ introduction }) => introduction === row.id)
      .map((each) => ({
        organisation: each.organisation as OrganisationId,
        yes: each.yes,
        words: each.words,
        name: each.answered_name,
        at: each.answered_at as Instant,
      })),
    looks: looks
      .filter(({ introduction }) => introduction === row.id)
      .map((each) => ({ organisation: each.organisation as OrganisationId, useful: each.useful as Useful, words: each.words, at: each.looked_at as Instant })),
  }))
}

/** Two forms about the same two organisations come one after the other. */
export async function lockPair(tx: Tx, one: OrganisationId, two: OrganisationId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`introduction ${[one, two].toSorted().join(' ')}`}, 0))`.execute(tx)
}

export async function insertIntroduction(
  tx: Tx,
  permit: AnyPermit,
  row: Pick<Introduction, 'id' | 'tenant' | 'other' | 'desk' | 'topics' | 'words' | 'askedName'>,
): Promise<void> {
  await tx
    .insertInto('network.introduction')
    .values({
      tenant: row.tenant,
      id: row.id,
      other: row.other,
      asker: permit.organisation,
      desk: row.desk,
      topics: [...row.topics],
      words: row.words,
      asked_by: personOf(permit),
      asked_name: row.askedName,
      asked_at: permit.now,
    })
    .execute()
}

/** Whether this was the first answer of the organisation. */
export async function insertIntroductionAnswer(
  tx: Tx,
  permit: AnyPermit,
  introduction: Introduction,
  answer: Pick<IntroductionAnswer, 'yes' | 'words' | 'name'>,
): Promise<boolean> {
  const row = await tx
    .insertInto('network.introduction_answer')
    .values({
      tenant: introduction.tenant,
      introduction: introduction.id,
      organisation: permit.organisation,
      yes: answer.yes,
      words: answer.words,
      answered_by: personOf(permit),
      answered_name: answer.name,
      answered_at: permit.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('introduction')
    .executeTakeFirst()
  return row !== undefined
}

/** What both wrote to each other, the oldest first. */
export async function introductionWords(tx: Tx, id: string): Promise<IntroductionWord[]> {
  const rows = await tx
    .selectFrom('network.introduction_word')
    .select(['organisation', 'words', 'written_name', 'written_at'])
    .where('introduction', '=', id)
    .orderBy('written_at')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map((row) => ({ organisation: row.organisation as OrganisationId, words: row.words, name: row.written_name, at: row.written_at }))
}

export async function insertIntroductionWord(
  tx: Tx,
  permit: AnyPermit,
  introduction: Introduction,
  word: { readonly id: string; readonly words: string; readonly name: string },
): Promise<void> {
  await tx
    .insertInto('network.introduction_word')
    .values({
      tenant: introduction.tenant,
      introduction: introduction.id,
      id: word.id,
      organisation: permit.organisation,
      words: word.words,
      written_by: personOf(permit),
      written_name: word.name,
      written_at: permit.now,
    })
    .execute()
}

/** Whether the organisation had not looked back before. */
export async function insertLookBack(tx: Tx, permit: AnyPermit, introduction: Introduction, useful: Useful, words: string | null): Promise<boolean> {
  const row = await tx
    .insertInto('network.introduction_look_back')
    .values({
      tenant: introduction.tenant,
      introduction: introduction.id,
      organisation: permit.organisation,
      useful,
      words,
      looked_by: personOf(permit),
      looked_at: permit.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('introduction')
    .executeTakeFirst()
  return row !== undefined
}

/** Introductions of which the acting organisation was asked already how it was. */
export async function toldToLookBack(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('network.introduction_told').select('introduction').execute()
  return new Set(rows.map(({ introduction }) => introduction))
}

export async function insertTold(tx: Tx, permit: AnyPermit, introductions: readonly Introduction[]): Promise<void> {
  if (introductions.length === 0) return
  await tx
    .insertInto('network.introduction_told')
    .values(introductions.map(({ tenant, id }) => ({ tenant, introduction: id, organisation: permit.organisation, told_at: permit.now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** When somebody last wrote in each introduction of the acting organisation. */
export async function lastWords(tx: Tx): Promise<ReadonlyMap<string, Instant>> {
  const rows = await tx
    .selectFrom('network.introduction_word')
    .select(['introduction', (eb) => eb.fn.max('written_at').as('at')])
    .groupBy('introduction')
    .execute()
  return new Map(rows.map(({ introduction, at }) => [introduction, at as Instant]))
}

/** Throws introductions of the acting organisation away, with all that was said in them; gives how many went. */
export async function deleteIntroductions(tx: Tx, permit: AnyPermit, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const gone = await tx
    .deleteFrom('network.introduction')
    .where('tenant', '=', permit.organisation)
    .where('id', 'in', [...ids])
    .returning('id')
    .execute()
  return gone.length
}
