import { type RawBuilder, sql } from 'kysely'
import { type AnyPermit, personOf } from '#rooms/access'
import type { TeamAsked, TeamId } from './teams.rules.ts'

/** An open team to choose from. */
export type TeamChoice = { readonly id: TeamId; readonly name: string; readonly mine: boolean }

// Pieces of a query about what is nobody's, in which `mine` and `place` stand under these names.

/** The open teams of whoever asks, with those of a colleague for whom they stand in today. */
export function myTeams(permit: AnyPermit): RawBuilder<unknown> {
  const { organisation, today } = permit
  const me = personOf(permit)
  return sql`select distinct m.team from consent.team_member m join consent.team t on t.municipality = m.municipality and t.id = m.team and t.ended_on is null
    where m.municipality = ${organisation} and m.since <= ${today} and (m.until is null or m.until >= ${today})
      and (m.person = ${me} or m.person in (select s.professional from access.shared_stand_in s
        where s.organisation = ${organisation} and s.deputy = ${me} and s.since <= ${today} and s.until >= ${today}))`
}

/** In which open team the file of each resident is. */
export function placesInTeams(permit: AnyPermit): RawBuilder<unknown> {
  return sql`select p.member, p.team from (select distinct on (g.member) g.member, g.team from consent.team_given g
      where g.municipality = ${permit.organisation} order by g.member, g.given_at desc, g.id desc) p
    join consent.team t on t.municipality = ${permit.organisation} and t.id = p.team and t.ended_on is null`
}

/** Whether a file that is nobody's stands in the queue that is asked for, as `standsInQueue` says it of one. */
export function inQueue(asked: TeamAsked): RawBuilder<boolean> {
  if (asked === 'every') return sql<boolean>`true`
  if (asked === 'none') return sql<boolean>`place.team is null`
  if (asked !== null) return sql<boolean>`place.team = ${asked}::uuid`
  return sql<boolean>`(place.team is null or place.team in (select team from mine) or not exists (select from mine))`
}

/** The open teams to choose from, each with whether one is in it. */
export function teamsToChoose(permit: AnyPermit): RawBuilder<unknown> {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'mine', t.id in (select team from mine)) order by lower(t.name)), '[]')
    from consent.team t where t.municipality = ${permit.organisation} and t.ended_on is null)`
}
