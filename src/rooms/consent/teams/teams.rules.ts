import type { MemberId, OrganisationId, PersonId } from '#rooms/access'

declare const team_: unique symbol
export type TeamId = string & { readonly [team_]: true }

/** Which part of the queue somebody asks to see: `null` the own teams with what has none, or what one team has, what none has, or everything. */
export type TeamAsked = TeamId | 'none' | 'every' | null

/** Which team a new file comes to: by the cooperative it comes from, else the usual one. */
export type ArrivalRules = { readonly usual: TeamId | null; readonly byCooperative: ReadonlyMap<OrganisationId, TeamId> }

/**
 * To which team a file comes with a new request: a file that has a team stays there, as one resident has one case manager; a team that was closed takes
 * nothing. Null: no team, so that everybody sees it.
 */
export function teamOnArrival(cooperative: OrganisationId, had: TeamId | null, rules: ArrivalRules, open: ReadonlySet<TeamId>): TeamId | null {
  const asked = [had, rules.byCooperative.get(cooperative) ?? null, rules.usual]
  return asked.find((team) => team !== null && open.has(team)) ?? null
}

/** Whether what is nobody's stands in the queue that somebody looks at. Whoever is in no team sees every team: nobody's queue is left without eyes. */
export function standsInQueue(team: TeamId | null, asked: TeamAsked, mine: ReadonlySet<TeamId>): boolean {
  if (asked === 'every') return true
  if (asked === 'none') return team === null
  if (asked !== null) return team === asked
  return team === null || mine.size === 0 || mine.has(team)
}

/** Who hears that something waits: the own case manager; of what is nobody's the people of its team, and everybody where it has none or nobody works in it. */
export function whoHears(
  own: PersonId | null,
  team: TeamId | null,
  peopleOf: ReadonlyMap<TeamId, readonly PersonId[]>,
  everybody: readonly PersonId[],
): readonly PersonId[] {
  if (own !== null) return [own]
  const people = team === null ? [] : (peopleOf.get(team) ?? []).filter((person) => everybody.includes(person))
  return people.length > 0 ? people : everybody
}

/** What may be given to a team by somebody: the own cases and what is nobody's, never what a colleague has. */
export function mayBeGiven(member: MemberId, by: PersonId, handlers: ReadonlyMap<PersonId, { readonly professional: PersonId }>): boolean {
  const handler = handlers.get(member)
  return handler === undefined || handler.professional === by
}
