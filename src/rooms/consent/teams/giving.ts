import { withoutBsn } from '#kit/bsn.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import {
  type AnyPermit,
  leaveMessage,
  type MemberId,
  type OrganisationId,
  type Permit,
  type PersonId,
  personNames,
  personOf,
  professionals,
  releaseCases,
  staff,
} from '#rooms/access'
import { lockRequest, requests } from '../consent.sql.ts'
import type { ConsentRequest, RequestId } from '../consent.types.ts'
import { nl } from './office.nl.ts'
import { type ArrivalRules, mayBeGiven, type TeamId, teamOnArrival, whoHears } from './teams.rules.ts'
import { arrivalRows, insertMove, lockTeams, placesOf, teamPeople } from './teams.sql.ts'
import { openTeam, openTeams } from './teams.ts'

/** To which team, as a form asks it: the id of one, or `everybody` for none in particular. */
export type Giving = { readonly team: string; readonly reason: string }

/**
 * Gives files to a team, by the requests that are chosen: what was one's own is nobody's from today, and waits in the queue of that team. Who each is
 * about is told, and so is the team. All of them or none. Refuses nothing chosen, a request that is not here (missing), what a colleague handles
 * (conflict), a team that is not an open one of this municipality, and a reason with a BSN.
 */
export async function giveRequests(tx: Tx, permit: Permit<'team.give'>, ids: readonly RequestId[], giving: Giving): Promise<void> {
  if (ids.length === 0) refuse(nl.refusals.nothing)
  const chosen = await requests(tx, permit, { ids: [...new Set(ids)] })
  if (chosen.length < new Set(ids).size) refuse(nl.refusals.missing, {}, { kind: 'missing' })
  await give(tx, permit, [...new Set(chosen.map(({ member }) => member))], giving)
}

/** Hands own cases over to a team, by the residents; for the rest as `giveRequests`. Refuses also whoever is not an own case. */
export async function giveCases(tx: Tx, permit: Permit<'team.give'>, members: readonly MemberId[], giving: Giving): Promise<void> {
  if (members.length === 0) refuse(nl.refusals.nobody, {}, { field: 'people' })
  const own = await ownCases(tx, permit)
  if (members.some((member) => !own.some(({ person }) => person === member))) refuse(nl.refusals.notYours, {}, { field: 'people' })
  await give(tx, permit, [...new Set(members)], giving)
}

/** The own cases by name, and the teams they can go to. Three queries. */
export async function handingToTeam(tx: Tx, permit: Permit<'team.give'>) {
  return { cases: await ownCases(tx, permit), teams: await openTeams(tx, permit) }
}

/** What was chosen from the queue, by name, and the teams it can go to. */
export async function chosenForTeam(tx: Tx, permit: Permit<'team.give'>, ids: readonly RequestId[]) {
  const handlers = await professionals(tx, permit, 'caseManager')
  const found = (await requests(tx, permit, { ids })).filter(({ member }) => mayBeGiven(member, personOf(permit), handlers))
  return { chosen: found.map(({ id, memberName }) => ({ id, name: memberName ?? '' })), teams: await openTeams(tx, permit) }
}

// Those of a colleague for whom one stands in are not one's own to give away.
async function ownCases(tx: Tx, permit: Permit<'team.give'>): Promise<{ person: MemberId; name: string }[]> {
  const mine = [...(await professionals(tx, permit, 'caseManager'))].flatMap(([subject, { professional }]) => (professional === permit.person ? [subject] : []))
  const names = await personNames(tx, mine)
  return mine.map((person) => ({ person, name: names.get(person) ?? '' })).toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
}

async function give(tx: Tx, permit: Permit<'team.give'>, members: readonly MemberId[], { team: asked, reason }: Giving): Promise<void> {
  await lockTeams(tx, permit)
  const team = asked === 'everybody' ? null : await openTeam(tx, permit, asked)
  const words = withoutBsn(reason, 'reason')
  const all = await requests(tx, permit, { members })
  // As whoever takes a case does: of two at the same moment the second sees what the first did.
  for (const { tenant, id } of all.toSorted((a, b) => a.id.localeCompare(b.id))) await lockRequest(tx, tenant, id)
  const handlers = await professionals(tx, permit, 'caseManager')
  if (members.some((member) => !mayBeGiven(member, personOf(permit), handlers))) refuse(nl.refusals.ofColleague, {}, { kind: 'conflict' })
  const own = members.filter((member) => handlers.has(member))
  const places = await placesOf(tx, permit, members)
  const moved = members.filter((member) => own.includes(member) || (places.get(member) ?? null) !== (team?.id ?? null))
  if (moved.length === 0) refuse(nl.refusals.thereAlready, {}, { field: 'team' })
  await releaseCases(tx, permit, own)
  for (const member of moved) {
    await insertMove(tx, permit, { member, team, reason: words })
    await happened(tx, permit, 'team.given', { member, ...(team ? { team: team.id } : {}) })
    await leaveMessage(tx, permit, { person: member, kind: 'fileAtTeam', link: linkTo(all, member), role: 'member' })
  }
  if (team) await tellTeam(tx, permit, team.id)
}

function linkTo(all: readonly ConsentRequest[], member: MemberId): string {
  const newest = all.find((request) => request.member === member)
  return newest ? `/toestemmingen/${newest.id}` : '/toestemmingen'
}

async function tellTeam(tx: Tx, permit: Permit<'team.give'>, team: TeamId): Promise<void> {
  const here = await caseManagers(tx, permit)
  const people = (await teamPeople(tx, permit)).filter((each) => each.team === team && here.includes(each.person) && each.person !== permit.person)
  for (const { person } of people) {
    await leaveMessage(tx, permit, { person, kind: 'fileForTeam', link: `/klantmanager?toon=team&team=${team}`, role: 'caseManager' })
  }
}

/** Puts a new file with the team that the rule of the municipality names; a file that has a team stays there, and so it does when this is asked again. */
export async function arriveAtTeam(tx: Tx, permit: Permit<'team.arrive'>, id: RequestId): Promise<void> {
  const open = new Set((await openTeams(tx, permit)).map((team) => team.id))
  if (open.size === 0) return
  await lockTeams(tx, permit)
  const [request] = await requests(tx, permit, { id })
  if (!request) return
  const had = (await placesOf(tx, permit, [request.member])).get(request.member) ?? null
  const team = teamOnArrival(request.tenant, had, rulesFrom(await arrivalRows(tx, permit)), open)
  if (team === null || team === had) return
  await insertMove(tx, permit, { member: request.member, team: await openTeam(tx, permit, team), reason: '' })
}

function rulesFrom(rows: Awaited<ReturnType<typeof arrivalRows>>): ArrivalRules {
  return {
    usual: rows.find(({ cooperative }) => cooperative === null)?.team ?? null,
    byCooperative: new Map(rows.flatMap(({ cooperative, team }) => (cooperative && team ? [[cooperative, team] as const] : []))),
  }
}

/** Who of the acting municipality hears that something waits at each of these residents. Four queries, however many there are. */
export async function hearersOf(tx: Tx, permit: AnyPermit, members: readonly MemberId[]): Promise<(member: MemberId) => readonly PersonId[]> {
  const own = await professionals(tx, permit, 'caseManager')
  const everybody = await caseManagers(tx, permit)
  const places = await placesOf(tx, permit, members)
  const peopleOf = places.size === 0 ? new Map<TeamId, PersonId[]>() : await peopleByTeam(tx, permit)
  return (member) => whoHears(own.get(member)?.professional ?? null, places.get(member) ?? null, peopleOf, everybody)
}

/**
 * Who of the acting municipality hears of one resident: as `hearersOf`, and of a file that is in no team yet the people of the team to which one of this cooperative would come. At most six queries.
 */
export async function hearersOfOne(tx: Tx, permit: AnyPermit, member: MemberId, cooperative: OrganisationId): Promise<readonly PersonId[]> {
  const own = (await professionals(tx, permit, 'caseManager')).get(member)?.professional ?? null
  const open = new Set((await openTeams(tx, permit)).map((team) => team.id))
  const had = (await placesOf(tx, permit, [member])).get(member) ?? null
  const team = open.size === 0 ? null : teamOnArrival(cooperative, had, rulesFrom(await arrivalRows(tx, permit)), open)
  return whoHears(own, team, team ? await peopleByTeam(tx, permit) : new Map(), await caseManagers(tx, permit))
}

async function peopleByTeam(tx: Tx, permit: AnyPermit): Promise<ReadonlyMap<TeamId, PersonId[]>> {
  return new Map([...Map.groupBy(await teamPeople(tx, permit), ({ team }) => team)].map(([team, all]) => [team, all.map(({ person }) => person)]))
}

async function caseManagers(tx: Tx, permit: AnyPermit): Promise<PersonId[]> {
  return [...new Set((await staff(tx, permit)).filter(({ role }) => role === 'caseManager').map(({ person }) => person))]
}
