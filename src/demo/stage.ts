import { type MovableClock, movableClock } from '#kit/clock.ts'
import { addDays, type Day, startOf } from '#kit/day.ts'
import type { Database, Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import {
  type Action,
  actAs,
  addPerson,
  asSystem,
  foundOrganisation,
  giveRole,
  type OrganisationId,
  type OrganisationKind,
  type Permit,
  type PersonId,
  type Role,
  type World,
} from '#rooms/access'

/** Where the invented year is played: the real actions, under a clock that is moved by hand. */
export type Stage = {
  readonly world: World
  readonly clock: MovableClock
  /** The day on which the year ends: the day of the first start. */
  readonly today: Day
}

export type Player = { readonly person: PersonId; readonly organisation: OrganisationId; readonly role: Role; readonly name: string }

export function makeStage(database: Database, today: Day, baseUrl: string): Stage {
  const clock = movableClock(startOf(today))
  return { world: { database, clock, baseUrl }, clock, today }
}

/** Moves the clock to an hour of a day; minutes tell things apart that happen on one morning. */
export function itIs(stage: Stage, on: Day, hour = 9, minute = 0): Day {
  stage.clock.set(startOf(on).add({ hours: hour, minutes: minute }))
  return on
}

/** A day counted back from the last day of the year. */
export function daysAgo(stage: Stage, days: number): Day {
  return addDays(stage.today, -days)
}

/** Does something as somebody, through the door that a page uses. */
export function play<A extends Action, T>(stage: Stage, who: Player, action: A, run: (tx: Tx, permit: Permit<A>) => Promise<T>): Promise<T> {
  tick(stage)
  return actAs(stage.world, { person: who.person, organisation: who.organisation, role: who.role, language: 'nl' }, action, run)
}

/** What the program itself does: founding, and what came about before Opbloei. */
export function bySystem<A extends Action, T>(
  stage: Stage,
  organisation: OrganisationId,
  action: A,
  run: (tx: Tx, permit: Permit<A>) => Promise<T>,
): Promise<T> {
  return asSystem(stage.world, organisation, action, run)
}

/** Nobody does two things in the same second. */
function tick(stage: Stage): void {
  stage.clock.set(stage.clock.now().add({ seconds: 7 }))
}

export async function foundOn(stage: Stage, kind: OrganisationKind, name: string): Promise<OrganisationId> {
  const id = newId<OrganisationId>()
  await bySystem(stage, id, 'organisation.found', (tx, permit) => foundOrganisation(tx, permit, kind, name))
  return id
}

/** Somebody who works at an organisation; the address is invented, like the name. */
export async function appoint(stage: Stage, organisation: OrganisationId, role: Exclude<Role, 'system'>, name: string): Promise<Player> {
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@demo.example`
  const person = await bySystem(stage, organisation, 'person.invite', async (tx, permit) => {
    const added = await addPerson(tx, permit, { name, email, language: 'nl' })
    await giveRole(tx, permit, added, role, permit.today)
    return added
  })
  return { person, organisation, role, name }
}

/** A second role for somebody at the same organisation. */
export async function alsoAs(stage: Stage, who: Player, role: Exclude<Role, 'system'>): Promise<Player> {
  await bySystem(stage, who.organisation, 'person.invite', (tx, permit) => giveRole(tx, permit, who.person, role, permit.today))
  return { ...who, role }
}
