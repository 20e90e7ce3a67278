import { sql } from 'kysely'
import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, personOf } from '#rooms/access'
import type { Answers, FilledProvision } from './papers.rules.ts'
import type { QuestionKey } from './questions.nl.ts'

export type MadePaper = {
  readonly id: string
  readonly model: string
  readonly version: number
  readonly title: string
  readonly cooperative: string
  readonly provisions: readonly FilledProvision[]
  readonly madeAt: Instant
}

/** The last answer to each question. */
export async function answersOf(tx: Tx, permit: AnyPermit): Promise<Answers> {
  const { rows } = await sql<{ question: string; words: string }>`
    select distinct on (question) question, words from network.paper_answer
    where tenant = ${permit.organisation} order by question, nr desc`.execute(tx)
  return Object.fromEntries(rows.map(({ question, words }) => [question, words]))
}

export async function insertAnswers(tx: Tx, permit: AnyPermit, given: readonly (readonly [QuestionKey, string])[]): Promise<void> {
  if (given.length === 0) return
  const row = { tenant: permit.organisation, answered_by: personOf(permit), answered_at: permit.now }
  await tx
    .insertInto('network.paper_answer')
    .values(given.map(([question, words]) => ({ ...row, id: newId(permit.now.epochMilliseconds), question, words })))
    .execute()
}

export async function insertPaper(tx: Tx, permit: AnyPermit, paper: Omit<MadePaper, 'id' | 'madeAt'>): Promise<string> {
  const { model, version, title, cooperative } = paper
  const id = newId(permit.now.epochMilliseconds)
  const provisions = JSON.stringify(paper.provisions)
  await tx
    .insertInto('network.paper')
    .values({ tenant: permit.organisation, id, model, version, title, cooperative, provisions, made_by: personOf(permit), made_at: permit.now })
    .execute()
  await tx
    .insertInto('network.paper_use')
    .values({ tenant: permit.organisation, model, version, first_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return id
}

/** What was made, the newest first; with an id, that one alone. */
export async function papersMade(tx: Tx, permit: AnyPermit, id: string | null = null): Promise<MadePaper[]> {
  const rows = await tx
    .selectFrom('network.paper')
    .select(['id', 'model', 'version', 'title', 'cooperative', 'provisions', 'made_at as madeAt'])
    .where('tenant', '=', permit.organisation)
    .$if(id !== null, (query) => query.where('id', '=', id))
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, provisions: row.provisions as unknown as FilledProvision[] }))
}

/** Which version of each model counts, where the network let a later one than the first count. */
export async function versionsPublished(tx: Tx): Promise<ReadonlyMap<string, { readonly version: number; readonly at: Instant }>> {
  const rows = await tx.selectFrom('network.paper_version').select(['model', 'version', 'published_at as at']).orderBy('version').execute()
  return new Map(rows.map(({ model, version, at }) => [model, { version, at }]))
}

/** Lets a version count; false when it did already. */
export async function insertVersionPublished(tx: Tx, permit: AnyPermit, model: string, version: number): Promise<boolean> {
  const rows = await tx
    .insertInto('network.paper_version')
    .values({ model, version, published_by: personOf(permit), published_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('model')
    .execute()
  return rows.length > 0
}

/** Writes down that a version was told; false when it was before. */
export async function insertTold(tx: Tx, permit: AnyPermit, model: string, version: number): Promise<boolean> {
  const rows = await tx
    .insertInto('network.paper_told')
    .values({ tenant: permit.organisation, model, version, told_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('model')
    .execute()
  return rows.length > 0
}

/** How many organisations made a paper of each version; the newest each of them has. */
export async function usesCounted(tx: Tx): Promise<{ readonly model: string; readonly version: number; readonly count: number }[]> {
  const { rows } = await sql<{ model: string; version: number; count: number }>`
    select model, version, count(*)::int as count
    from (select tenant, model, max(version) as version from network.paper_use group by tenant, model) newest
    group by model, version order by model, version`.execute(tx)
  return rows
}
