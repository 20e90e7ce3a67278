import { json, type Tx } from '#kit/db.ts'
import type { AnyPermit } from '../permit.ts'
import type { Refused, Together } from './together.ts'

export async function insertTogether(tx: Tx, permit: AnyPermit, one: { id: string; kind: string; done: readonly string[]; refused: readonly Refused[] }) {
  if (!permit.person) return
  await tx
    .insertInto('access.together')
    .values({
      tenant: permit.organisation,
      id: one.id,
      person: permit.person,
      kind: one.kind,
      done: [...one.done],
      refused: json(one.refused),
      at: permit.now,
    })
    .execute()
}

/** What this person did together: one by its id, or the last of a kind. */
export async function findTogether(tx: Tx, permit: AnyPermit, kind: string, id: string | null): Promise<Together | null> {
  if (!permit.person) return null
  const row = await tx
    .selectFrom('access.together')
    .selectAll()
    .where('tenant', '=', permit.organisation)
    .where('person', '=', permit.person)
    .where('kind', '=', kind)
    .$if(id !== null, (query) => query.where('id', '=', id ?? ''))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { id: row.id, done: row.done, refused: row.refused as Refused[], at: row.at, undoneAt: row.undone_at } : null
}

/** Marks it as undone; false when it was already. */
export async function markUndone(tx: Tx, permit: AnyPermit, id: string): Promise<boolean> {
  const row = await tx
    .updateTable('access.together')
    .set({ undone_at: permit.now })
    .where('tenant', '=', permit.organisation)
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
