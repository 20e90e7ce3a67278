import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { AnyPermit, OrganisationId } from '#rooms/access'

/** When the acting organisation was told last that its path stands still. */
export async function lastTold(tx: Tx, permit: AnyPermit): Promise<Instant | null> {
  const row = await tx
    .selectFrom('network.start_told')
    .select((eb) => eb.fn.max('told_at').as('at'))
    .where('tenant', '=', permit.organisation)
    .executeTakeFirst()
  return (row?.at as Instant | null | undefined) ?? null
}

export async function insertTold(tx: Tx, permit: AnyPermit): Promise<void> {
  await tx.insertInto('network.start_told').values({ tenant: permit.organisation, told_at: permit.now }).execute()
}

/** Wipes what the acting organisation left on its path: steps, answers, papers, and what it asked to be confirmed. */
export async function deletePath(tx: Tx, permit: AnyPermit): Promise<void> {
  const tables = [
    'network.start_tick',
    'network.start_question',
    'network.start_sharing',
    'network.start_told',
    'network.paper_answer',
    'network.paper',
    'network.paper_use',
    'network.paper_told',
    'network.confirming',
  ] as const
  for (const table of tables) await tx.deleteFrom(table).where('tenant', '=', permit.organisation).execute()
}

/** Takes an initiative from the list of the network. */
export async function deleteInitiative(tx: Tx, permit: AnyPermit, id: OrganisationId): Promise<void> {
  await tx.deleteFrom('network.initiative').where('tenant', '=', permit.organisation).where('id', '=', id).execute()
}
