import { sql } from 'kysely'
import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import type { AnyPermit } from '#rooms/access'
import type { Resolution, ResolutionFacts, ResolutionId } from './assembly.rules.ts'

/** One number is given, one wording added or one replacement made at a time. */
export async function lockResolutions(tx: Tx, permit: AnyPermit): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`resolutions ${permit.organisation}`}, 0))`.execute(tx)
}

/**
 * All resolutions as they read now, newest first; with words only those that hold them in title, text or who was there. A member gets those for members,
 * without who was there and who wrote them down.
 */
export async function resolutionRows(tx: Tx, permit: AnyPermit, words: string | null, id: ResolutionId | null = null): Promise<Resolution[]> {
  const like = words === null ? null : `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const office = permit.reach === 'organisation'
  const { rows } = await sql<Resolution & { recordedAt: Instant }>`
    select r.id, r.year, r.number, r.replaces, r.recorded_at as "recordedAt", case when ${office} then r.recorded_by end as "recordedBy", later.id as "replacedBy",
      w.decided_on as on, w.organ, w.title, w.text, w.in_favour as "inFavour", w.against, w.abstained, case when ${office} then w.present end as present, w.file,
      w.about, w.about_year as "aboutYear", w.months, w.nr as wordings, s.resolution is not null as "forMembers"
    from assembly.resolution r
    join lateral (select * from assembly.wording x where x.tenant = r.tenant and x.resolution = r.id order by x.nr desc limit 1) w on true
    left join assembly.resolution later on later.tenant = r.tenant and later.replaces = r.id
    left join assembly.shown s on s.tenant = r.tenant and s.resolution = r.id
    where r.tenant = ${permit.organisation} and (${office} or s.resolution is not null) and (${id}::uuid is null or r.id = ${id}::uuid)
      and (${like}::text is null or w.title ilike ${like} or w.text ilike ${like} or (${office} and w.present ilike ${like}) or r.year || '-' || r.number = ${words})
    order by r.year desc, r.number desc`.execute(tx)
  return rows
}

export async function insertResolution(tx: Tx, permit: AnyPermit, year: number, replaces: ResolutionId | null): Promise<ResolutionId> {
  const id = newId<ResolutionId>(permit.now.epochMilliseconds)
  await sql`
    insert into assembly.resolution (tenant, id, year, number, replaces, recorded_at, recorded_by)
    select ${permit.organisation}, ${id}, ${year}, coalesce(max(r.number), 0) + 1, ${replaces}, ${permit.now}, ${permit.person}
    from assembly.resolution r where r.tenant = ${permit.organisation} and r.year = ${year}`.execute(tx)
  return id
}

export async function insertWording(
  tx: Tx,
  permit: AnyPermit,
  resolution: ResolutionId,
  nr: number,
  facts: ResolutionFacts,
  file: string | null,
): Promise<void> {
  await tx
    .insertInto('assembly.wording')
    .values({
      tenant: permit.organisation,
      resolution,
      nr,
      decided_on: facts.on,
      organ: facts.organ,
      title: facts.title,
      text: facts.text,
      in_favour: facts.inFavour,
      against: facts.against,
      abstained: facts.abstained,
      present: facts.present,
      file,
      about: facts.about,
      about_year: facts.aboutYear,
      months: facts.months,
      written_at: permit.now,
      written_by: permit.person,
    })
    .execute()
}

/** Lets members read a resolution; false when they could already. */
export async function insertShown(tx: Tx, permit: AnyPermit, resolution: ResolutionId): Promise<boolean> {
  const row = await tx
    .insertInto('assembly.shown')
    .values({ tenant: permit.organisation, resolution, shown_at: permit.now, shown_by: permit.person })
    .onConflict((conflict) => conflict.doNothing())
    .returning('resolution')
    .executeTakeFirst()
  return row !== undefined
}

/** Lets members read it no longer; false when they could not. */
export async function deleteShown(tx: Tx, permit: AnyPermit, resolution: ResolutionId): Promise<boolean> {
  const row = await tx
    .deleteFrom('assembly.shown')
    .where('tenant', '=', permit.organisation)
    .where('resolution', '=', resolution)
    .returning('resolution')
    .executeTakeFirst()
  return row !== undefined
}
