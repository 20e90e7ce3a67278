import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, type MemberId, type OrganisationId, type PersonId, personOf } from '#rooms/access'
import type { TeamId } from './teams.rules.ts'

export type TeamRow = { readonly id: TeamId; readonly name: string; readonly endedOn: Day | null }
export type TeamPerson = { readonly team: TeamId; readonly person: PersonId }

/** Every team of the acting municipality, open ones first, by name. */
export async function teamRows(tx: Tx, permit: AnyPermit): Promise<TeamRow[]> {
  const rows = await tx
    .selectFrom('consent.team')
    .select(['id', 'name', 'ended_on as endedOn'])
    .where('municipality', '=', permit.organisation)
    .orderBy(sql`ended_on is not null`)
    .orderBy(sql`lower(name)`)
    .execute()
  return rows as TeamRow[]
}

/** Who is in which team today, whether or not they still work here. */
export async function teamPeople(tx: Tx, permit: AnyPermit): Promise<TeamPerson[]> {
  const rows = await tx
    .selectFrom('consent.team_member')
    .select(['team', 'person'])
    .distinct()
    .where('municipality', '=', permit.organisation)
    .where('since', '<=', permit.today)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', permit.today)]))
    .execute()
  return rows as TeamPerson[]
}

/** One change of the teams of a municipality at a time, so that a name is not taken twice and a team is not closed while a file comes to it. */
export async function lockTeams(tx: Tx, permit: AnyPermit): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`teams ${permit.organisation}`}, 0))`.execute(tx)
}

export async function insertTeam(tx: Tx, permit: AnyPermit, id: TeamId, name: string): Promise<void> {
  await tx
    .insertInto('consent.team')
    .values({ municipality: permit.organisation, id, name, begun_at: permit.now, begun_by: personOf(permit), ended_on: null })
    .execute()
}

export async function updateTeam(tx: Tx, permit: AnyPermit, id: TeamId, to: { name: string } | { ended_on: Day }): Promise<void> {
  await tx.updateTable('consent.team').set(to).where('municipality', '=', permit.organisation).where('id', '=', id).execute()
}

/** Somebody comes into a team today; who came and went on one day is simply there. */
export async function joinTeam(tx: Tx, permit: AnyPermit, team: TeamId, person: PersonId): Promise<void> {
  await tx
    .insertInto('consent.team_member')
    .values({ municipality: permit.organisation, team, person, since: permit.today, until: null })
    .onConflict((conflict) => conflict.columns(['municipality', 'team', 'person', 'since']).doUpdateSet({ until: null }))
    .execute()
}

/** Somebody leaves a team: yesterday was the last day. */
export async function leaveTeam(tx: Tx, permit: AnyPermit, team: TeamId, person: PersonId, lastDay: Day): Promise<void> {
  await tx
    .updateTable('consent.team_member')
    .set({ until: lastDay })
    .where('municipality', '=', permit.organisation)
    .where('team', '=', team)
    .where('person', '=', person)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', lastDay)]))
    .execute()
}

export type ArrivalRow = { readonly cooperative: OrganisationId | null; readonly team: TeamId | null }

/** What counts now of the rule for new files: per cooperative, and for the rest. */
export async function arrivalRows(tx: Tx, permit: AnyPermit): Promise<ArrivalRow[]> {
  const rows = await tx
    .selectFrom('consent.team_arrival')
    .distinctOn('cooperative')
    .select(['cooperative', 'team'])
    .where('municipality', '=', permit.organisation)
    .orderBy('cooperative')
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows as ArrivalRow[]
}

export async function insertArrival(tx: Tx, permit: AnyPermit, rule: ArrivalRow): Promise<void> {
  await tx
    .insertInto('consent.team_arrival')
    .values({ municipality: permit.organisation, id: newId(permit.now.epochMilliseconds), ...rule, set_at: permit.now, set_by: personOf(permit) })
    .execute()
}

/** The cooperatives of which a request ever came to the acting municipality, by name. */
export async function cooperativesThatAsked(tx: Tx, permit: AnyPermit): Promise<{ id: OrganisationId; name: string }[]> {
  const { rows } = await sql<{ id: OrganisationId; name: string }>`
    select tenant as id, max(cooperative_name) as name from consent.request where municipality = ${permit.organisation} group by tenant order by lower(max(cooperative_name)), tenant`.execute(
    tx,
  )
  return rows
}

/** One move of the file of a resident; the reason is for the municipality. */
export type TeamMove = { readonly at: Instant; readonly team: string; readonly reason: string; readonly byRule: boolean; readonly now: string | null }

/** Where the file of a resident was at a municipality, oldest first; for whoever may read it: the municipality and the resident. Asked together with other things. */
export function movesQuery(tx: Tx, municipality: OrganisationId, member: MemberId) {
  return tx
    .selectFrom('consent.team_given as g')
    .leftJoin('consent.team as t', (join) => join.onRef('t.municipality', '=', 'g.municipality').onRef('t.id', '=', 'g.team').on('t.ended_on', 'is', null))
    .select(['g.given_at', 'g.team_name', 'g.reason', 'g.given_by', 't.name as now'])
    .where('g.municipality', '=', municipality)
    .where('g.member', '=', member)
    .orderBy('g.given_at')
    .orderBy('g.id')
}

type KeptMove = Awaited<ReturnType<ReturnType<typeof movesQuery>['execute']>>[number]

/** A row as it was written; the moment is text where it came along with the answer to another question. */
export function moveFrom(row: Omit<KeptMove, 'given_at'> & { readonly given_at: Instant | string }): TeamMove {
  const at = typeof row.given_at === 'string' ? Temporal.Instant.from(row.given_at) : row.given_at
  return { at, team: row.team_name, reason: row.reason, byRule: row.given_by === null, now: row.now }
}

/** In which team the files of these residents are, of whom none is missing who has one that is open. */
export async function placesOf(tx: Tx, permit: AnyPermit, members: readonly MemberId[]): Promise<Map<MemberId, TeamId>> {
  if (members.length === 0) return new Map()
  const { rows } = await sql<{ member: MemberId; team: TeamId }>`
    select p.member, p.team from (select distinct on (g.member) g.member, g.team from consent.team_given g
      where g.municipality = ${permit.organisation} and g.member = any (${[...members]}::uuid[]) order by g.member, g.given_at desc, g.id desc) p
    join consent.team t on t.municipality = ${permit.organisation} and t.id = p.team and t.ended_on is null`.execute(tx)
  return new Map(rows.map(({ member, team }) => [member, team]))
}

/** Writes a move down just after the last one of this resident: the last row counts, also where the clock stands still. */
export async function insertMove(
  tx: Tx,
  permit: AnyPermit,
  move: { readonly member: MemberId; readonly team: Pick<TeamRow, 'id' | 'name'> | null; readonly reason: string },
): Promise<void> {
  const last = await tx
    .selectFrom('consent.team_given')
    .select('given_at')
    .where('municipality', '=', permit.organisation)
    .where('member', '=', move.member)
    .orderBy('given_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const at = last && Temporal.Instant.compare(permit.now, last.given_at) <= 0 ? last.given_at.add({ milliseconds: 1 }) : permit.now
  await tx
    .insertInto('consent.team_given')
    .values({
      municipality: permit.organisation,
      id: newId(permit.now.epochMilliseconds),
      member: move.member,
      team: move.team?.id ?? null,
      team_name: move.team?.name ?? '',
      reason: move.reason,
      given_at: at,
      given_by: permit.person,
    })
    .execute()
}

/** Whose files in a team are open: a request is not decided, or a consent has not come to its last day. */
export async function openFilesOf(tx: Tx, permit: AnyPermit, team: TeamId): Promise<MemberId[]> {
  const { organisation, today } = permit
  const { rows } = await sql<{ member: MemberId }>`
    select p.member from (select distinct on (g.member) g.member, g.team from consent.team_given g
      where g.municipality = ${organisation} order by g.member, g.given_at desc, g.id desc) p
    where p.team = ${team} and exists (select from consent.request r where r.municipality = ${organisation} and r.member = p.member
      and (not exists (select from consent.event e where e.tenant = r.tenant and e.request = r.id
          and e.kind in ('granted', 'refused', 'leftUnprocessed', 'requestWithdrawn'))
        or exists (select from consent.event e join consent.conditions c on c.tenant = e.tenant and c.event = e.id
          where e.tenant = r.tenant and e.request = r.id and c.until_day >= ${today})))
    order by p.member`.execute(tx)
  return rows.map(({ member }) => member)
}
