import { addMonths } from '#kit/day.ts'
import { addPerson, endRole, giveRole, type OrganisationId, type Role } from '#rooms/access'
import { admit, admitToTrial, beginFile } from '#rooms/members'
import { inventedPlaces, keepListing, keepProfile, showOffering } from '#rooms/network'
import { changeLogo, registerCooperative, registerMunicipality, settingsFrom } from '#rooms/organisations'
import { bySystem, daysAgo, foundOn, itIs, type Player, play, type Stage } from '../stage.ts'
import { houseCalled, townCalled } from './doors.ts'
import { HOUSES, type HouseFacts } from './houses.ts'
import { logoOf } from './logo.ts'
import { nameOf } from './names.ts'
import { TOWNS, type TownFacts } from './towns.ts'
import { WORKS } from './works.ts'

/** A municipality of the wide network: who tells of its experience, and whoever handles requests where it is active. */
export type WideTown = { readonly id: OrganisationId; readonly facts: TownFacts; readonly adviser: Player; readonly caseManager: Player | null }

/** A cooperative of the wide network. Of an idea there is a board alone; where the treasurer is gone the seat was filled before. */
export type WideHouse = {
  readonly id: OrganisationId
  readonly facts: HouseFacts
  readonly board: Player
  readonly treasurer: Player | null
  readonly coach: Player | null
  readonly members: readonly Player[]
}

/** The wide network by name, for whoever plays more in it: `town('Appelmonde')`, `house('De Vuurvlieg')`. An unknown name throws. */
export type WideNetwork = {
  readonly towns: readonly WideTown[]
  readonly houses: readonly WideHouse[]
  readonly town: (name: string) => WideTown
  readonly house: (name: string) => WideHouse
}

/** When most of them came: before the invented year, so that what they did later can have a day of its own. */
const CAME = 345

/**
 * Founds the many organisations of the demo around the two of the invented year, through the same actions as people: each is there with its people, its entry, its
 * experience and what its members show. Leaves the clock on the last day.
 */
export async function foundWide(stage: Stage): Promise<WideNetwork> {
  const people = { count: 0 }
  itIs(stage, daysAgo(stage, CAME), 9)
  const towns: WideTown[] = []
  for (const facts of TOWNS) towns.push(await foundTown(stage, facts, people))
  const houses: WideHouse[] = []
  for (const [nr, facts] of HOUSES.entries()) houses.push(await foundHouse(stage, facts, nr, people))
  for (const house of houses) await keepEntry(stage, house)
  itIs(stage, stage.today, 8)
  return { towns, houses, town: (name) => named(towns, name), house: (name) => named(houses, name) }
}

async function foundTown(stage: Stage, facts: TownFacts, people: Count): Promise<WideTown> {
  const name = townCalled(facts.name)
  const code = inventedPlaces.find((place) => place.name === facts.name)?.code ?? fail(facts.name)
  const id = await foundOn(stage, 'municipality', name)
  const address = { street: 'Raadhuisplein 1', postCode: '9999 AA', city: facts.name, email: `werk@${plain(facts.name)}.example` }
  await bySystem(stage, id, 'organisation.edit', (tx, permit) => registerMunicipality(tx, permit, { code, name, department: 'Werk en Inkomen', ...address }))
  const [adviser = fail(name), caseManager = null] = await appoint(
    stage,
    id,
    facts.told?.phase === 'active' ? ['policyAdviser', 'caseManager'] : ['policyAdviser'],
    people,
  )
  const { told } = facts
  if (told) await play(stage, adviser, 'experience.keep', (tx, permit) => keepProfile(tx, permit, told))
  return { id, facts, adviser, caseManager }
}

async function foundHouse(stage: Stage, facts: HouseFacts, nr: number, people: Count): Promise<WideHouse> {
  const idea = facts.progress === 'idea'
  const legalName = houseCalled(facts)
  const id = await foundOn(stage, 'cooperative', legalName)
  // An idea has no number of the trade register yet, and so no details.
  if (!idea)
    await bySystem(stage, id, 'organisation.edit', async (tx, permit) => {
      await registerCooperative(tx, permit, {
        legalName,
        tradeName: facts.name,
        kvk: String(90000100 + nr),
        ...NUMBERS,
        city: facts.town,
        email: emailOf(facts),
        settings: settingsFrom({}),
      })
      if (facts.logo) await changeLogo(tx, permit, logoOf(nr))
    })
  const [board = fail(legalName), treasurer = null, coach = null] = await appoint(stage, id, idea ? ['board'] : ['board', 'treasurer', 'coach'], people)
  const members = coach ? await welcome(stage, facts, { board, coach }, people) : []
  return { id, facts, board, treasurer, coach, members }
}

/** Members who show their work: they come, are admitted, and say that it may be seen. */
async function welcome(
  stage: Stage,
  { name, town }: HouseFacts,
  { board, coach }: { readonly board: Player; readonly coach: Player },
  people: Count,
): Promise<Player[]> {
  const { organisation } = board
  const members: Player[] = []
  for (const work of WORKS[name] ?? []) {
    const called = nameOf(people.count++)
    const contact = { email: addressOf(called), phone: null, street: 'Weverstraat 12', postCode: '9999 AB', city: town, language: 'nl' } as const
    const person = await bySystem(stage, organisation, 'member.edit', (tx, permit) =>
      beginFile(tx, permit, { firstName: called.split(' ')[0] ?? called, name: called, ...contact, stage: 'applied', on: permit.today, coach: coach.person }),
    )
    await play(stage, coach, 'member.trial', (tx, permit) => admitToTrial(tx, permit, person, permit.today, addMonths(permit.today, 3)))
    await play(stage, board, 'member.admit', (tx, permit) => admit(tx, permit, person, permit.today))
    const member = { person, organisation, role: 'member', name: called } as const
    await play(stage, member, 'offering.keep', (tx, permit) => showOffering(tx, permit, { ...work, town }, true))
    members.push(member)
  }
  return members
}

/** What the board says on the day it last looked, and the end of a treasurer who stopped. */
async function keepEntry(stage: Stage, { facts, board, treasurer }: WideHouse): Promise<void> {
  itIs(stage, daysAgo(stage, facts.checked), 11)
  const { progress, town, crafts, about, hidden, told, treasurerGone } = facts
  const reached = { email: emailOf(facts), phone: null, website: progress === 'active' ? `https://${plain(facts.name)}.example` : null, shown: !hidden }
  await play(stage, board, 'listing.keep', (tx, permit) => keepListing(tx, permit, { progress, place: town, town, crafts, about, ...reached }))
  if (told) await play(stage, board, 'experience.keep', (tx, permit) => keepProfile(tx, permit, told))
  if (treasurerGone === undefined || !treasurer) return
  const until = daysAgo(stage, treasurerGone)
  await bySystem(stage, board.organisation, 'person.invite', (tx, permit) => endRole(tx, permit, treasurer.person, 'treasurer', until))
}

/** One person in each role, in one transaction. */
function appoint(stage: Stage, organisation: OrganisationId, roles: readonly Exclude<Role, 'system'>[], people: Count): Promise<Player[]> {
  return bySystem(stage, organisation, 'person.invite', async (tx, permit) => {
    const found: Player[] = []
    for (const role of roles) {
      const name = nameOf(people.count++)
      const person = await addPerson(tx, permit, { name, email: addressOf(name), language: 'nl' })
      await giveRole(tx, permit, person, role, permit.today)
      if (role === 'board') await giveRole(tx, permit, person, 'administrator', permit.today)
      found.push({ person, organisation, role, name })
    }
    return found
  })
}

type Count = { count: number }

const NUMBERS = { vatId: null, iban: null, street: 'Weverstraat 1', postCode: '9999 AB', phone: null, website: null, korSince: null, korUntil: null } as const

function named<T extends { readonly facts: { readonly name: string } }>(all: readonly T[], name: string): T {
  return all.find(({ facts }) => facts.name === name) ?? fail(name)
}

function fail(name: string): never {
  throw new Error(`${name} is not in the wide network`)
}

function emailOf({ name }: HouseFacts): string {
  return `post@${plain(name)}.example`
}

function addressOf(name: string): string {
  return `${plain(name)}@demo.example`
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '')
}
