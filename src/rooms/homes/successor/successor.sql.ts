import type { Instant, Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import type { AnyPermit, PersonId } from '#rooms/access'

/** What a treasurer wrote for the next, as it was at a moment. */
export type NoteRow = { readonly id: string; readonly words: string; readonly by: PersonId; readonly at: Instant }

/** All versions, newest first. */
export async function noteVersions(tx: Tx, permit: AnyPermit): Promise<NoteRow[]> {
  const rows = await tx
    .selectFrom('homes.successor_note')
    .select(['id', 'words', 'written_by', 'written_at'])
    .where('tenant', '=', permit.organisation)
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({ id: row.id, words: row.words, by: row.written_by as PersonId, at: row.written_at }))
}

export async function insertNote(tx: Tx, permit: AnyPermit, words: string): Promise<string> {
  const id = newId(permit.now.epochMilliseconds)
  await tx
    .insertInto('homes.successor_note')
    .values({ tenant: permit.organisation, id, words, written_by: permit.person ?? '', written_at: permit.now })
    .execute()
  return id
}

/** The last month of which a task was ticked; null when it never was. */
export async function lastTicked(tx: Tx, permit: AnyPermit, task: string): Promise<Month | null> {
  const row = await tx
    .selectFrom('homes.task_tick')
    .select('month')
    .where('tenant', '=', permit.organisation)
    .where('task', '=', task)
    .orderBy('month', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (row?.month as Month | undefined) ?? null
}
