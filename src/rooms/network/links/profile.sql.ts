import { firstDay, type Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, type OrganisationId, personOf } from '#rooms/access'
import type { Band, Phase, Profile, ShownTo, Topic, Way } from './profile.rules.ts'

/** A profile with the organisation it is of. */
export type KeptProfile = Profile & { readonly organisation: OrganisationId }

/** The profiles that whoever asks may read: the own one, and those that are shown to it. */
export async function profiles(tx: Tx): Promise<KeptProfile[]> {
  const rows = await tx.selectFrom('network.profile').selectAll().orderBy('tenant').execute()
  return rows.map((row) => ({
    organisation: row.tenant as OrganisationId,
    kind: row.kind as Profile['kind'],
    phase: row.phase as Phase,
    since: row.since ? (row.since.slice(0, 7) as Month) : null,
    band: row.band as Band,
    knows: row.knows as Profile['knows'],
    seeks: row.seeks as Topic[],
    wentWrong: row.went_wrong,
    helps: row.helps as Way[],
    shownTo: row.shown_to as ShownTo,
  }))
}

export async function saveProfile(tx: Tx, permit: AnyPermit, profile: Profile): Promise<void> {
  const row = {
    kind: profile.kind,
    phase: profile.phase,
    since: profile.since && firstDay(profile.since),
    band: profile.band,
    knows: JSON.stringify(profile.knows),
    seeks: [...profile.seeks],
    went_wrong: profile.wentWrong,
    helps: [...profile.helps],
    shown_to: profile.shownTo,
    kept_by: personOf(permit),
    kept_at: permit.now,
  }
  await tx
    .insertInto('network.profile')
    .values({ tenant: permit.organisation, ...row })
    .onConflict((conflict) => conflict.column('tenant').doUpdateSet(row))
    .execute()
}
