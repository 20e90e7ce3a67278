import type { Tx } from '#kit/db.ts'
import type { OrganisationId } from '../permit.ts'

/** Whether the network has yet to confirm an organisation. */
export async function isProvisional(tx: Tx, id: OrganisationId): Promise<boolean> {
  const row = await tx.selectFrom('access.organisation').select('provisional').where('id', '=', id).executeTakeFirst()
  return row?.provisional ?? false
}

/** Takes the word provisional from an organisation; false where it was gone already. */
export async function markConfirmed(tx: Tx, id: OrganisationId): Promise<boolean> {
  const row = await tx
    .updateTable('access.organisation')
    .set({ provisional: false })
    .where('id', '=', id)
    .where('provisional', '=', true)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** What these organisations are called, in one query. */
export async function organisationNames(tx: Tx, ids: readonly OrganisationId[]): Promise<Map<OrganisationId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('access.organisation')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id as OrganisationId, name]))
}
