import { sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, type MemberId, type PersonId, withinReach } from '#rooms/access'
import type { Mark, Track, TrackStep, Who } from './journeys.rules.ts'

/** Which version of each track counts now; a track that is not named has only the standard. */
export async function lastVersions(tx: Tx, permit: AnyPermit): Promise<Map<Track, number>> {
  const rows = await tx
    .selectFrom('coaching.track_version')
    .select(({ fn }) => ['track', fn.max('version').as('version')])
    .where('tenant', '=', permit.organisation)
    .groupBy('track')
    .execute()
  return new Map(rows.map((row) => [row.track as Track, row.version]))
}

/** The steps of one version, in their order; none for a version that was never made. */
export async function stepRows(tx: Tx, permit: AnyPermit, track: Track, version: number): Promise<TrackStep[]> {
  const rows = await tx
    .selectFrom('coaching.track_step')
    .selectAll()
    .where('tenant', '=', permit.organisation)
    .where('track', '=', track)
    .where('version', '=', version)
    .orderBy('place')
    .execute()
  return rows.map((row) => ({
    key: row.key,
    who: row.who as Who,
    nl: { title: row.title_nl, why: row.why_nl, help: row.help_nl },
    en: { title: row.title_en, why: row.why_en, help: row.help_en },
  }))
}

/** Every key that a version of the track ever had. */
export async function keysOf(tx: Tx, permit: AnyPermit, track: Track): Promise<string[]> {
  const rows = await tx
    .selectFrom('coaching.track_step')
    .select('key')
    .distinct()
    .where('tenant', '=', permit.organisation)
    .where('track', '=', track)
    .execute()
  return rows.map((row) => row.key)
}

/** One version of a track is made at a time. */
export async function lockTrack(tx: Tx, permit: AnyPermit, track: Track): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`track ${permit.organisation} ${track}`}, 0))`.execute(tx)
}

export async function insertVersion(tx: Tx, permit: AnyPermit, track: Track, version: number, steps: readonly TrackStep[]): Promise<void> {
  const of = { tenant: permit.organisation, track, version }
  await tx
    .insertInto('coaching.track_version')
    .values({ ...of, made_at: permit.now, made_by: permit.person })
    .execute()
  await tx
    .insertInto('coaching.track_step')
    .values(
      steps.map(({ key, who, nl, en }, index) => ({
        ...of,
        place: index + 1,
        key,
        who,
        title_nl: nl.title,
        why_nl: nl.why,
        help_nl: nl.help,
        title_en: en.title,
        why_en: en.why,
        help_en: en.help,
      })),
    )
    .execute()
}

export type ChosenTrack = { readonly track: Track; readonly version: number; readonly on: Day; readonly by: PersonId | null }

/** What a member within reach works on now, or null. */
export async function chosenTrack(tx: Tx, permit: AnyPermit, member: MemberId): Promise<ChosenTrack | null> {
  const row = await tx
    .selectFrom('coaching.member_track')
    .select(['track', 'version', 'chosen_on', 'recorded_by'])
    .where('tenant', '=', permit.organisation)
    .where('member', '=', member)
    .where((eb) => withinReach(permit, eb, 'member'))
    .orderBy('nr', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.track ? { track: row.track as Track, version: row.version, on: row.chosen_on, by: row.recorded_by as PersonId | null } : null
}

/** Every track that a member within reach ever followed, in its last version, with the day of that choice; the one of now is marked. */
export async function chosenTracks(tx: Tx, permit: AnyPermit, member: MemberId): Promise<(ChosenTrack & { readonly now: boolean })[]> {
  const rows = await tx
    .selectFrom('coaching.member_track')
    .select(['track', 'version', 'chosen_on', 'recorded_by'])
    .where('tenant', '=', permit.organisation)
    .where('member', '=', member)
    .where((eb) => withinReach(permit, eb, 'member'))
    .orderBy('nr')
    .execute()
  const last = new Map(rows.map((row) => [row.track, row]))
  return [...last.values()].flatMap((row) =>
    row.track ? [{ track: row.track as Track, version: row.version, on: row.chosen_on, by: row.recorded_by as PersonId | null, now: row === rows.at(-1) }] : [],
  )
}

export async function insertChoice(tx: Tx, permit: AnyPermit, member: MemberId, track: Track | null, version: number): Promise<void> {
  await tx
    .insertInto('coaching.member_track')
    .values({
      tenant: permit.organisation,
      id: newId(permit.now.epochMilliseconds),
      member,
      track,
      version,
      chosen_on: permit.today,
      recorded_at: permit.now,
      recorded_by: permit.person,
    })
    .execute()
}

/** What was ticked and opened again on a track, of a member within reach. */
export async function marksOf(tx: Tx, permit: AnyPermit, member: MemberId, track: Track): Promise<Mark[]> {
  const rows = await tx
    .selectFrom('coaching.member_step')
    .select(['key', 'done', 'on_day', 'recorded_at', 'recorded_by'])
    .where('tenant', '=', permit.organisation)
    .where('member', '=', member)
    .where('track', '=', track)
    .where((eb) => withinReach(permit, eb, 'member'))
    .orderBy('nr')
    .execute()
  return rows.map((row) => ({ key: row.key, done: row.done, on: row.on_day, by: row.recorded_by as PersonId | null, at: row.recorded_at }))
}

export async function insertMark(tx: Tx, permit: AnyPermit, member: MemberId, track: Track, mark: Pick<Mark, 'key' | 'done' | 'on'>): Promise<void> {
  await tx
    .insertInto('coaching.member_step')
    .values({
      tenant: permit.organisation,
      id: newId(permit.now.epochMilliseconds),
      member,
      track,
      key: mark.key,
      done: mark.done,
      on_day: mark.on,
      recorded_at: permit.now,
      recorded_by: permit.person,
    })
    .execute()
}
