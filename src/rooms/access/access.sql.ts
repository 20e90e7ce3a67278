import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import type { KeptFilter } from './filters/filters.rules.ts'
import type { Action, Role } from './permissions.rules.ts'
import type { AnyPermit, OrganisationId, PersonId } from './permit.ts'

export type OrganisationKind = 'cooperative' | 'municipality' | 'network' | 'partner'

/** A role of the signed-in person at an organisation: what the switcher in the header lists. */
export type Seat = {
  readonly id: string
  readonly role: Role
  readonly organisation: OrganisationId
  readonly organisationName: string
  readonly organisationKind: OrganisationKind
  /** The network has yet to confirm this organisation. */
  readonly provisional: boolean
  /** The filters this person keeps in this role. */
  readonly kept: readonly KeptFilter[]
}

export type PersonFacts = { readonly id: PersonId; readonly name: string; readonly language: string; readonly email: string | null; readonly unread: number }

export async function relatedPersons(tx: Tx, organisation: OrganisationId, professional: PersonId, on: Day): Promise<PersonId[]> {
  const { rows } = await sql<{ subject: PersonId }>`
    select r.subject from access.relation r
    where r.organisation = ${organisation} and r.since <= ${on} and (r.until is null or r.until >= ${on})
      and (r.professional = ${professional} or (r.kind = 'caseManager' and r.professional in (
        select b.professional from access.absence b
        left join access.absence_end e on e.organisation = b.organisation and e.absence = b.id
        where b.organisation = ${organisation} and b.deputy = ${professional} and b.from_day <= ${on} and least(b.until_day, e.last_day) >= ${on})))`.execute(
    tx,
  )
  return rows.map((row) => row.subject)
}

export async function insertLooks(tx: Tx, permit: AnyPermit, subjects: readonly PersonId[]): Promise<void> {
  if (subjects.length === 0) return
  await tx
    .insertInto('access.look')
    .values(
      subjects.map((subject) => ({
        organisation: permit.organisation,
        id: newId(permit.now.epochMilliseconds),
        subject,
        person: permit.person,
        role: permit.role,
        action: permit.action,
        at: permit.now,
      })),
    )
    .execute()
}

/** Looks from before the person was known, with their own moments. */
export async function insertLooksBefore(
  tx: Tx,
  organisation: OrganisationId,
  subject: PersonId,
  looks: readonly { person: string | null; role: string; action: Action; at: Instant }[],
): Promise<void> {
  if (looks.length === 0) return
  const rows = looks.map(({ person, role, action, at }) => ({ organisation, id: newId(at.epochMilliseconds), subject, person, role, action, at }))
  await tx.insertInto('access.look').values(rows).execute()
}

export type Look = {
  readonly id: string
  readonly organisationId: OrganisationId
  /** Who looked; not shown: function and organisation are. */
  readonly looker: PersonId | null
  readonly asked: boolean
  readonly role: Role
  readonly organisation: string
  readonly action: string
  readonly at: Instant
}

/** Looks at a person, newest first; with an id, that one alone. */
export async function looksAt(tx: Tx, subject: PersonId, limit: number, only: string | null = null): Promise<Look[]> {
  const rows = await tx
    .selectFrom('access.look as l')
    .innerJoin('access.organisation as o', 'o.id', 'l.organisation')
    .select(['l.id', 'l.person as looker', 'l.organisation as organisationId', 'l.role', 'o.name as organisation', 'l.action', 'l.at'])
    .select((eb) => eb.exists(eb.selectFrom('access.look_question as q').select('q.look').whereRef('q.look', '=', 'l.id')).as('asked'))
    .where('l.subject', '=', subject)
    .$if(only !== null, (query) => query.where('l.id', '=', only))
    .orderBy('l.at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    ...row,
    organisationId: row.organisationId as OrganisationId,
    looker: row.looker as PersonId | null,
    asked: Boolean(row.asked),
    role: row.role as Role,
  }))
}

export async function insertDenial(
  tx: Tx,
  denial: { person: PersonId | null; organisation: OrganisationId | null; role: Role | null; action: Action; at: Instant },
): Promise<void> {
  await tx
    .insertInto('access.denial')
    .values({ id: newId(), ...denial })
    .execute()
}

export async function insertOrganisation(
  tx: Tx,
  row: { id: OrganisationId; kind: OrganisationKind; name: string; provisional: boolean; since: Instant },
): Promise<void> {
  await tx.insertInto('access.organisation').values(row).execute()
}

export async function updateOrganisationName(tx: Tx, id: OrganisationId, name: string): Promise<void> {
  await tx.updateTable('access.organisation').set({ name }).where('id', '=', id).execute()
}

/** Every organisation by kind and name, since when it is here and whether the network has yet to confirm it: no facts about people. */
export async function organisationsAll(tx: Tx): Promise<{ id: OrganisationId; kind: OrganisationKind; name: string; provisional: boolean; since: Instant }[]> {
  const rows = await tx.selectFrom('access.organisation').select(['id', 'kind', 'name', 'provisional', 'since']).orderBy('kind').orderBy('name').execute()
  return rows.map((row) => ({
    id: row.id as OrganisationId,
    kind: row.kind as OrganisationKind,
    name: row.name,
    provisional: row.provisional,
    since: row.since,
  }))
}

/** What an organisation is called; null when there is none. */
export async function organisationName(tx: Tx, id: OrganisationId): Promise<string | null> {
  const row = await tx.selectFrom('access.organisation').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name ?? null
}

export async function insertPerson(tx: Tx, row: { id: PersonId; name: string; email: string | null; language: string; addedAt: Instant }): Promise<void> {
  await tx.insertInto('access.person').values({ id: row.id, name: row.name, email: row.email, language: row.language, added_at: row.addedAt }).execute()
}

export async function insertAffiliation(
  tx: Tx,
  row: { organisation: OrganisationId; id: string; person: PersonId; role: Role; since: Day; until: Day | null },
): Promise<void> {
  await tx.insertInto('access.affiliation').values(row).execute()
}

export async function endAffiliation(tx: Tx, organisation: OrganisationId, person: PersonId, role: Role, until: Day): Promise<void> {
  await tx
    .updateTable('access.affiliation')
    .set({ until })
    .where('organisation', '=', organisation)
    .where('person', '=', person)
    .where('role', '=', role)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', until)]))
    .execute()
}

/** Moves the end of a role that counts today or later, or takes it away with null; gives whether there was one. */
export async function moveEnd(tx: Tx, organisation: OrganisationId, person: PersonId, role: Role, until: Day | null, on: Day): Promise<boolean> {
  const moved = await tx
    .updateTable('access.affiliation')
    .set({ until })
    .where('organisation', '=', organisation)
    .where('person', '=', person)
    .where('role', '=', role)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', on)]))
    .executeTakeFirst()
  return Number(moved.numUpdatedRows) > 0
}

/** Writes down that somebody took a role on, the first time it was chosen. */
export async function acceptRole(tx: Tx, seat: string, at: Instant): Promise<void> {
  await tx.updateTable('access.affiliation').set({ accepted_at: at }).where('id', '=', seat).where('accepted_at', 'is', null).execute()
}

export async function insertRelation(
  tx: Tx,
  row: { organisation: OrganisationId; id: string; kind: 'coach' | 'caseManager'; subject: PersonId; professional: PersonId; since: Day },
): Promise<void> {
  await tx
    .insertInto('access.relation')
    .values({ ...row, until: null })
    .execute()
}

/** The professionals of these persons on a day, by name. */
export async function relationsOf(
  tx: Tx,
  organisation: OrganisationId,
  kind: 'coach' | 'caseManager',
  on: Day,
): Promise<{ subject: PersonId; professional: PersonId; name: string }[]> {
  const rows = await tx
    .selectFrom('access.relation as r')
    .innerJoin('access.person as p', 'p.id', 'r.professional')
    .select(['r.subject', 'r.professional', 'p.name'])
    .where('r.organisation', '=', organisation)
    .where('r.kind', '=', kind)
    .where('r.since', '<=', on)
    .where((eb) => eb.or([eb('r.until', 'is', null), eb('r.until', '>=', on)]))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('access.affiliation as a')
          .select('a.person')
          .whereRef('a.organisation', '=', 'r.organisation')
          .whereRef('a.person', '=', 'r.professional')
          .whereRef('a.role', '=', 'r.kind')
          .where('a.since', '<=', on)
          .where((or) => or.or([or('a.until', 'is', null), or('a.until', '>=', on)])),
      ),
    )
    .execute()
  return rows as { subject: PersonId; professional: PersonId; name: string }[]
}

/** The names of these persons, as far as this transaction may see them. */
export async function personNames(tx: Tx, ids: readonly PersonId[]): Promise<Map<PersonId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('access.person')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id as PersonId, row.name]))
}

export async function claimForm(
  tx: Tx,
  person: PersonId,
  key: string,
  body: string,
  at: Instant,
): Promise<'first' | { location: string | null; body: string }> {
  const claimed = await tx
    .insertInto('kit.sent_form')
    .values({ person, key, body, location: null, at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (claimed) return 'first'
  return tx.selectFrom('kit.sent_form').select(['location', 'body']).where('person', '=', person).where('key', '=', key).executeTakeFirstOrThrow()
}

export async function answerForm(tx: Tx, person: PersonId, key: string, location: string): Promise<void> {
  await tx.updateTable('kit.sent_form').set({ location }).where('person', '=', person).where('key', '=', key).execute()
}

/** Whether this program runs on invented people or on real ones; null before the first start. */
export async function worldKind(tx: Tx): Promise<'demo' | 'real' | null> {
  const row = await tx.selectFrom('kit.world').select('kind').executeTakeFirst()
  return (row?.kind as 'demo' | 'real' | undefined) ?? null
}

/** Affiliated persons of an organisation with a role, on a day. */
export async function staffOf(tx: Tx, organisation: OrganisationId, on: Day): Promise<{ person: PersonId; name: string; role: Role; until: Day | null }[]> {
  const rows = await tx
    .selectFrom('access.affiliation as a')
    .innerJoin('access.person as p', 'p.id', 'a.person')
    .select(['a.person', 'p.name', 'a.role', 'a.until'])
    .where('a.organisation', '=', organisation)
    .where('a.since', '<=', on)
    .where((eb) => eb.or([eb('a.until', 'is', null), eb('a.until', '>=', on)]))
    .orderBy(sql`lower(p.name)`)
    .execute()
  return rows.map((row) => ({ person: row.person as PersonId, name: row.name, role: row.role as Role, until: row.until }))
}
