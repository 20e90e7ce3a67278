import type { Day, Instant } from '#kit/day.ts'
import { json, type Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, personOf } from '#rooms/access'
import type { Watch } from '../events/events.rules.ts'
import { type WatchSetting, watchOf } from './watch.rules.ts'

/** A condition of the list in one version. */
export type LibraryCondition = {
  readonly id: string
  readonly version: number
  readonly words: string
  readonly watch: Watch | null
  readonly ended: boolean
  /** Whether it belongs in nearly every decision, and is chosen with the others like it at once. */
  readonly customary: boolean
  readonly writtenAt: Instant
}

/** The kinds of costs that a municipality accepts from a day on. */
export type AcceptedCosts = { readonly from: Day; readonly kinds: readonly string[] }

/** Every version of every condition of the acting municipality, or of one: in the order in which they were first written, the newest version first. */
export async function libraryRows(tx: Tx, permit: AnyPermit, id: string | null = null): Promise<LibraryCondition[]> {
  const rows = await tx
    .selectFrom('consent.library_condition')
    .select(['id', 'version', 'words', 'watch', 'ended', 'customary', 'written_at'])
    .where('tenant', '=', permit.organisation)
    .$if(id !== null, (query) => query.where('id', '=', id ?? ''))
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ watch, written_at, ...row }) => ({ ...row, watch: watchOf(watch), writtenAt: written_at }))
}

/** Whether this version was not written before. */
export async function insertLibraryCondition(tx: Tx, permit: AnyPermit, row: Omit<LibraryCondition, 'writtenAt'>): Promise<boolean> {
  const { id, version, words, watch, ended, customary } = row
  const written = await tx
    .insertInto('consent.library_condition')
    .values({
      tenant: permit.organisation,
      id,
      version,
      words,
      watch: watch && json(watch),
      ended,
      customary,
      written_at: permit.now,
      written_by: personOf(permit),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return written !== undefined
}

/** What the acting municipality accepts, the latest day first; of one day what was written last. */
export async function acceptedRows(tx: Tx, permit: AnyPermit): Promise<AcceptedCosts[]> {
  const rows = await tx
    .selectFrom('consent.accepted_costs')
    .select(['from_day as from', 'kinds'])
    .where('tenant', '=', permit.organisation)
    .orderBy('from_day', 'desc')
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.filter((row, place) => rows.findIndex(({ from }) => from === row.from) === place)
}

export async function insertAccepted(tx: Tx, permit: AnyPermit, from: Day, kinds: readonly string[]): Promise<void> {
  await tx
    .insertInto('consent.accepted_costs')
    .values({
      tenant: permit.organisation,
      id: newId(permit.now.epochMilliseconds),
      from_day: from,
      kinds: [...kinds],
      written_at: permit.now,
      written_by: personOf(permit),
    })
    .execute()
}

/** What a municipality starts from on a day; throws where nothing was laid down for it. */
export async function watchSettingOn(tx: Tx, on: Day): Promise<WatchSetting> {
  const row = await tx
    .selectFrom('consent.watch_setting')
    .select(['percent', 'days', 'statement_days as statementDays', 'answer_days as answerDays', 'source'])
    .where('from_day', '<=', on)
    .orderBy('from_day', 'desc')
    .executeTakeFirst()
  if (!row) throw new Error(`no watch setting on ${on}`)
  return row
}
