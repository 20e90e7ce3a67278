import { withoutBsn } from '#kit/bsn.ts'
import { addDays } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, type OrganisationId, type Permit, type PersonId, staff } from '#rooms/access'
import { nl } from './office.nl.ts'
import type { TeamId } from './teams.rules.ts'
import {
  type ArrivalRow,
  arrivalRows,
  cooperativesThatAsked,
  insertArrival,
  insertMove,
  insertTeam,
  joinTeam,
  leaveTeam,
  lockTeams,
  openFilesOf,
  type TeamRow,
  teamPeople,
  teamRows,
  updateTeam,
} from './teams.sql.ts'

export type Colleague = { readonly person: PersonId; readonly name: string }
export type Team = TeamRow & { readonly people: readonly Colleague[] }
export type TeamsView = {
  readonly open: readonly Team[]
  readonly ended: readonly Team[]
  /** Who could be in a team: every case manager who works here. */
  readonly colleagues: readonly Colleague[]
  readonly arrival: readonly ArrivalRow[]
  readonly cooperatives: readonly { readonly id: OrganisationId; readonly name: string }[]
}

/** The teams of the acting municipality with who works in them today, and where a new request comes in. Five queries. */
export async function teamsView(tx: Tx, permit: Permit<'team.read' | 'team.keep'>): Promise<TeamsView> {
  const colleagues = await caseManagersHere(tx, permit)
  const people = Map.groupBy(await teamPeople(tx, permit), ({ team }) => team)
  const teams = (await teamRows(tx, permit)).map((team) => {
    const inIt = new Set((people.get(team.id) ?? []).map(({ person }) => person))
    return { ...team, people: colleagues.filter(({ person }) => inIt.has(person)) }
  })
  return {
    open: teams.filter(({ endedOn }) => endedOn === null),
    ended: teams.filter(({ endedOn }) => endedOn !== null),
    colleagues,
    arrival: await arrivalRows(tx, permit),
    cooperatives: await cooperativesThatAsked(tx, permit),
  }
}

/** The open teams of the acting municipality, by name. */
export async function openTeams(tx: Tx, permit: AnyPermit): Promise<TeamRow[]> {
  return (await teamRows(tx, permit)).filter(({ endedOn }) => endedOn === null)
}

/** An open team of the acting municipality. Refuses any other, also one that was closed. */
export async function openTeam(tx: Tx, permit: AnyPermit, id: string): Promise<TeamRow> {
  return (await openTeams(tx, permit)).find((team) => team.id === id) ?? refuse(nl.refusals.noTeam, {}, { field: 'team' })
}

export type TeamFacts = { readonly name: string; readonly people: readonly string[] }

/** Makes a team with these case managers. Gives its id. Refuses a name that an open team has, a name with a BSN, and who is no case manager here. */
export async function beginTeam(tx: Tx, permit: Permit<'team.keep'>, facts: TeamFacts): Promise<TeamId> {
  await lockTeams(tx, permit)
  const { name, people } = await checked(tx, permit, facts, null)
  const id = newId<TeamId>(permit.now.epochMilliseconds)
  await insertTeam(tx, permit, id, name)
  for (const person of people) await joinTeam(tx, permit, id, person)
  await happened(tx, permit, 'team.begun', { team: id })
  return id
}

/** Gives a team another name, and lets in and out who is not as was asked; from today on. Refuses as `beginTeam` does, and (missing) a team that is not there. */
export async function changeTeam(tx: Tx, permit: Permit<'team.keep'>, id: TeamId, facts: TeamFacts): Promise<void> {
  await lockTeams(tx, permit)
  const team = await teamHere(tx, permit, id)
  const { name, people } = await checked(tx, permit, facts, id)
  if (name !== team.name) await updateTeam(tx, permit, id, { name })
  const before = (await teamPeople(tx, permit)).filter((each) => each.team === id).map(({ person }) => person)
  for (const person of people) if (!before.includes(person)) await joinTeam(tx, permit, id, person)
  for (const person of before) if (!people.includes(person)) await leaveTeam(tx, permit, id, person, addDays(permit.today, -1))
  await happened(tx, permit, 'team.changed', { team: id })
}

/**
 * Closes a team: nothing comes to it any more, and its history stays. Its open files go to another team, or nowhere in particular. Refuses a team with
 * open files where neither was chosen, and (missing) a team that is not there.
 */
export async function endTeam(tx: Tx, permit: Permit<'team.keep'>, id: TeamId, to: TeamId | 'nobody' | null): Promise<void> {
  await lockTeams(tx, permit)
  const team = await teamHere(tx, permit, id)
  const files = await openFilesOf(tx, permit, id)
  if (files.length > 0 && to === null) refuse(nl.refusals.openFiles, {}, { field: 'to' })
  if (to === id) refuse(nl.refusals.itself, {}, { field: 'to' })
  const next =
    to === null || to === 'nobody' ? null : ((await openTeams(tx, permit)).find((each) => each.id === to) ?? refuse(nl.refusals.noTeam, {}, { field: 'to' }))
  for (const member of files) await insertMove(tx, permit, { member, team: next, reason: nl.closedReason })
  await updateTeam(tx, permit, id, { ended_on: permit.today })
  for (const { cooperative, team: there } of await arrivalRows(tx, permit)) {
    if (there === team.id) await insertArrival(tx, permit, { cooperative, team: next?.id ?? null })
  }
  await happened(tx, permit, 'team.ended', { team: id })
}

/** Says to which team new files come of one cooperative, or of all others; no team: a cooperative follows the others, and the others come to everybody. Refuses a cooperative that never asked, and a team that is not open. */
export async function setArrival(tx: Tx, permit: Permit<'team.keep'>, cooperative: OrganisationId | null, team: string | null): Promise<void> {
  await lockTeams(tx, permit)
  if (cooperative && !(await cooperativesThatAsked(tx, permit)).some(({ id }) => id === cooperative)) {
    refuse(nl.refusals.noCooperative, {}, { field: 'cooperative' })
  }
  await insertArrival(tx, permit, { cooperative, team: team === null ? null : (await openTeam(tx, permit, team)).id })
  await happened(tx, permit, 'team.arrivalSet', {})
}

async function teamHere(tx: Tx, permit: AnyPermit, id: TeamId): Promise<TeamRow> {
  return (await openTeams(tx, permit)).find((team) => team.id === id) ?? refuse(nl.refusals.noTeam, {}, { kind: 'missing' })
}

async function checked(tx: Tx, permit: AnyPermit, { name, people }: TeamFacts, id: TeamId | null): Promise<{ name: string; people: readonly PersonId[] }> {
  const words = withoutBsn(name, 'name').trim()
  const alike = (other: string) => other.toLowerCase() === words.toLowerCase()
  if ((await openTeams(tx, permit)).some((team) => team.id !== id && alike(team.name))) refuse(nl.refusals.nameTaken, {}, { field: 'name' })
  const here = await caseManagersHere(tx, permit)
  const known = [...new Set(people)].map((each) => here.find(({ person }) => person === each) ?? refuse(nl.refusals.notHere, {}, { field: 'people' }))
  return { name: words, people: known.map(({ person }) => person) }
}

async function caseManagersHere(tx: Tx, permit: AnyPermit): Promise<Colleague[]> {
  const found = new Map((await staff(tx, permit)).filter(({ role }) => role === 'caseManager').map(({ person, name }) => [person, { person, name }]))
  return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
}
