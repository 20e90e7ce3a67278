import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, type OrganisationId, type PersonId, personOf } from '#rooms/access'
import type { Signal, SignalKind } from './signals.rules.ts'

/** Which kinds are shared, by cooperative: the own ones, and to the network those of everybody who shares. */
export async function sharedKinds(tx: Tx): Promise<ReadonlyMap<string, ReadonlySet<SignalKind>>> {
  const rows = await tx.selectFrom('network.signal_sharing').select(['tenant', 'kind']).where('shared', '=', true).execute()
  return new Map([...Map.groupBy(rows, ({ tenant }) => tenant)].map(([tenant, own]) => [tenant, new Set(own.map(({ kind }) => kind as SignalKind))]))
}

export async function saveSignalSharing(tx: Tx, permit: AnyPermit, kind: SignalKind, shared: boolean): Promise<void> {
  const row = { shared, chosen_by: personOf(permit), chosen_at: permit.now }
  await tx
    .insertInto('network.signal_sharing')
    .values({ tenant: permit.organisation, kind, ...row })
    .onConflict((conflict) => conflict.columns(['tenant', 'kind']).doUpdateSet(row))
    .execute()
}

/** Puts what is seen now in the place of what was seen before. */
export async function replaceSignals(tx: Tx, permit: AnyPermit, signals: readonly Signal[]): Promise<void> {
  const tenant = permit.organisation
  await tx.deleteFrom('network.signal').where('tenant', '=', tenant).execute()
  if (signals.length === 0) return
  await tx
    .insertInto('network.signal')
    .values(signals.map(({ kind, since }) => ({ tenant, kind, since })))
    .execute()
}

/** The signals that may be seen, by cooperative. */
export async function signalsSeen(tx: Tx): Promise<ReadonlyMap<string, readonly Signal[]>> {
  const rows = await tx.selectFrom('network.signal').selectAll().orderBy('since').execute()
  return new Map(
    [...Map.groupBy(rows, ({ tenant }) => tenant)].map(([tenant, own]) => [
      tenant,
      own.map(({ kind, since }) => ({ kind: kind as SignalKind, since: since as Day })),
    ]),
  )
}

/** A call that somebody at the network took up. */
export type FriendlyCall = {
  readonly id: string
  readonly cooperative: string
  readonly takenBy: PersonId
  readonly takenAt: Instant
  readonly note: string | null
  readonly doneAt: Instant | null
}

/** The calls of the own network, the newest first. */
export async function callsOf(tx: Tx, permit: AnyPermit): Promise<FriendlyCall[]> {
  const rows = await tx.selectFrom('network.friendly_call').selectAll().where('tenant', '=', permit.organisation).orderBy('taken_at', 'desc').execute()
  return rows.map((row) => ({
    id: row.id,
    cooperative: row.cooperative,
    takenBy: row.taken_by as PersonId,
    takenAt: row.taken_at,
    note: row.note,
    doneAt: row.done_at,
  }))
}

/** Whether nobody else took it up before. */
export async function insertCall(tx: Tx, permit: AnyPermit, id: string, cooperative: OrganisationId): Promise<boolean> {
  const row = await tx
    .insertInto('network.friendly_call')
    .values({ tenant: permit.organisation, id, cooperative, taken_by: personOf(permit), taken_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function saveCall(tx: Tx, permit: AnyPermit, id: string, row: { readonly note: string | null; readonly done: boolean }): Promise<void> {
  await tx
    .updateTable('network.friendly_call')
    .set({ note: row.note, done_at: row.done ? permit.now : null })
    .where('tenant', '=', permit.organisation)
    .where('id', '=', id)
    .execute()
}

/** Throws away calls that were taken up before a moment. */
export async function deleteCalls(tx: Tx, permit: AnyPermit, before: Instant): Promise<void> {
  await tx.deleteFrom('network.friendly_call').where('tenant', '=', permit.organisation).where('taken_at', '<', before).execute()
}
