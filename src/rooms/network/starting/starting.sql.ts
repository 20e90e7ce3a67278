import { sql } from 'kysely'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, type OrganisationId, personOf } from '#rooms/access'

export type Initiative = {
  readonly id: OrganisationId
  readonly name: string
  readonly personName: string | null
  readonly email: string | null
  readonly begun: boolean
  readonly kind: 'cooperative' | 'municipality'
  /** Signed up by itself, without being let in. */
  readonly own: boolean
  readonly place: string | null
}

/** The steps whose last word is done, by organisation; the wall shows the own ones, and to the network those that are shared. */
export async function ticksOf(tx: Tx): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await sql<{ tenant: string; steps: string[] }>`
    select tenant, array_agg(step) filter (where done) as steps
    from (select distinct on (tenant, step) tenant, step, done from network.start_tick order by tenant, step, nr desc) last
    group by tenant`.execute(tx)
  return new Map(rows.map(({ tenant, steps }) => [tenant, new Set(steps ?? [])]))
}

export async function insertTick(tx: Tx, permit: AnyPermit, step: string, done: boolean): Promise<void> {
  await tx
    .insertInto('network.start_tick')
    .values({ tenant: permit.organisation, step, done, ticked_by: personOf(permit), ticked_at: permit.now })
    .execute()
}

/** Who shares the progress with the network, of what may be seen. */
export async function sharers(tx: Tx): Promise<OrganisationId[]> {
  const rows = await tx.selectFrom('network.start_sharing').select('tenant').where('shared', '=', true).execute()
  return rows.map(({ tenant }) => tenant as OrganisationId)
}

export async function saveSharing(tx: Tx, permit: AnyPermit, shared: boolean): Promise<void> {
  const row = { shared, chosen_by: personOf(permit), chosen_at: permit.now }
  await tx
    .insertInto('network.start_sharing')
    .values({ tenant: permit.organisation, ...row })
    .onConflict((conflict) => conflict.column('tenant').doUpdateSet(row))
    .execute()
}

export async function insertInitiative(tx: Tx, permit: AnyPermit, row: Omit<Initiative, 'begun'>): Promise<void> {
  await tx
    .insertInto('network.initiative')
    .values({
      tenant: permit.organisation,
      id: row.id,
      name: row.name,
      person_name: row.personName,
      email: row.email,
      kind: row.kind,
      own: row.own,
      place: row.place,
      opened_by: permit.person,
      opened_at: permit.now,
    })
    .execute()
}

/** What the network let in, the newest first. */
export async function initiatives(tx: Tx, permit: AnyPermit): Promise<Initiative[]> {
  const rows = await tx.selectFrom('network.initiative').selectAll().where('tenant', '=', permit.organisation).orderBy('opened_at', 'desc').execute()
  return rows.map((row) => ({
    id: row.id as OrganisationId,
    name: row.name,
    personName: row.person_name,
    email: row.email,
    begun: row.begun_at !== null,
    kind: row.kind as Initiative['kind'],
    own: row.own,
    place: row.place,
  }))
}

/** Which network let the acting organisation in; null where none did. */
export async function letInBy(tx: Tx, permit: AnyPermit): Promise<OrganisationId | null> {
  const row = await tx.selectFrom('network.initiative').select('tenant').where('id', '=', permit.organisation).executeTakeFirst()
  return (row?.tenant as OrganisationId | undefined) ?? null
}

/** The invitation went out: whom it went to is known by the organisation itself from now on. */
export async function markBegun(tx: Tx, permit: AnyPermit, id: OrganisationId): Promise<void> {
  await tx
    .updateTable('network.initiative')
    .set({ begun_at: permit.now, person_name: null, email: null })
    .where('tenant', '=', permit.organisation)
    .where('id', '=', id)
    .execute()
}
