import { sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Language } from '#kit/text.ts'
import type { AnyPermit, OrganisationId, PersonId } from '../permit.ts'
import { withinReach } from '../permit.ts'

export type RelationKind = 'coach' | 'caseManager'

/** Somebody who is supported, or whose case is handled, with who does that now; null when nobody does. */
export type Supported = {
  readonly subject: PersonId
  readonly name: string
  readonly email: string | null
  readonly language: Language
  readonly professional: PersonId | null
  readonly professionalName: string | null
  /** Whether that professional still has the role today. */
  readonly working: boolean
}

/**
 * Who is supported by whom today, within reach: for a coach the members of the cooperative, also those whom nobody supports; for a case manager
 * those who have a case manager. The name of the professional stands there also when the role ended.
 */
export async function supportedBy(tx: Tx, permit: AnyPermit, kind: RelationKind): Promise<Supported[]> {
  const { organisation, today } = permit
  const reach = permit.reach === 'organisation' ? null : [...permit.reach]
  const { rows } = await sql<Supported>`
    select p.id as subject, p.name, p.email, p.language, r.professional, w.name as "professionalName",
      exists (select from access.affiliation a where a.organisation = ${organisation} and a.person = r.professional and a.role = ${kind}
        and a.since <= ${today} and (a.until is null or a.until >= ${today})) as working
    from access.person p
    left join lateral (select x.professional from access.relation x where x.organisation = ${organisation} and x.kind = ${kind} and x.subject = p.id
      and x.since <= ${today} and (x.until is null or x.until >= ${today}) order by x.since desc, x.id desc limit 1) r on true
    left join access.person w on w.id = r.professional
    where (r.professional is not null or (${kind} = 'coach' and exists (select from access.affiliation a where a.organisation = ${organisation}
        and a.person = p.id and a.role = 'member' and a.since <= ${today} and (a.until is null or a.until >= ${today}))))
      and (${reach}::uuid[] is null or p.id = any (${reach}::uuid[]))
      -- Who stands in for a colleague may open the cases, not give them away.
      and (${reach}::uuid[] is null or ${kind} = 'coach' or r.professional = ${permit.person})
    order by lower(p.name), p.id`.execute(tx)
  return rows
}

/** Who has the role on a day: to whom can be handed over. */
export async function colleaguesOn(tx: Tx, organisation: OrganisationId, kind: RelationKind, on: Day): Promise<{ person: PersonId; name: string }[]> {
  const rows = await tx
    .selectFrom('access.person as p')
    .select(['p.id as person', 'p.name'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('access.affiliation as a')
          .select('a.person')
          .whereRef('a.person', '=', 'p.id')
          .where('a.organisation', '=', organisation)
          .where('a.role', '=', kind)
          .where('a.since', '<=', on)
          .where((or) => or.or([or('a.until', 'is', null), or('a.until', '>=', on)])),
      ),
    )
    .orderBy(sql`lower(p.name)`)
    .execute()
  return rows as { person: PersonId; name: string }[]
}

/** Ends what runs on or after a day, so that one professional counts at a time; one at a time per subject. */
export async function endRelations(tx: Tx, organisation: OrganisationId, kind: RelationKind, subject: PersonId, until: Day): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`relation ${organisation} ${kind} ${subject}`}, 0))`.execute(tx)
  await tx
    .updateTable('access.relation')
    .set({ until })
    .where('organisation', '=', organisation)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', until)]))
    .execute()
}

/** The people of a professional within the organisation today, by name. */
export async function peopleOf(tx: Tx, permit: AnyPermit, kind: RelationKind, professional: PersonId): Promise<{ subject: PersonId; name: string }[]> {
  const rows = await tx
    .selectFrom('access.relation as r')
    .innerJoin('access.person as p', 'p.id', 'r.subject')
    .select(['r.subject', 'p.name'])
    .distinct()
    .where('r.organisation', '=', permit.organisation)
    .where('r.kind', '=', kind)
    .where('r.professional', '=', professional)
    .where((eb) => withinReach(permit, eb, 'r.subject'))
    .where((eb) => eb.or([eb('r.until', 'is', null), eb('r.until', '>=', permit.today)]))
    .orderBy('p.name')
    .execute()
  return rows as { subject: PersonId; name: string }[]
}
