import { day } from '#kit/day.ts'
import type { Database } from '#kit/db.ts'
import type { MemberId, OrganisationId, PersonId, Role } from '#rooms/access'
import { placeOf } from '../src/demo/network-wide/doors.ts'
import { type Invited, letsLookAlong, lookingAlong } from './everyone/looking-along.ts'
import { inventedWorld } from './invented.ts'
import { type Browser, browser, signedIn, somebody, type TestWorld } from './world.ts'

/** Somebody in one role, with a browser signed in as such; nobody has no role, and neither has a partner: who looks along with one member by a link. */
export type Visitor = {
  readonly name: string
  readonly person: PersonId | null
  readonly organisation: OrganisationId | null
  readonly role: Role | null
  readonly browser: Browser
  /** Whether this one tries what others may; the rest only tell what lies within their reach. */
  readonly tries: boolean
  /** Whether this one follows links and sends forms: a partner has one page, of which partners.story.ts tells. */
  readonly walks: boolean
}

export type PeopledWorld = {
  readonly world: TestWorld
  readonly visitors: readonly Visitor[]
  /** Addresses that only a mail holds: somebody without an account begins there. */
  readonly addresses: readonly string[]
  /** The links that two members gave: the first one is opened in the browser of the partner. */
  readonly invited: readonly [Invited, Invited]
  /** Whose coach or case manager somebody is. */
  readonly relatedTo: (professional: PersonId) => ReadonlySet<PersonId>
  readonly close: () => Promise<void>
}

const TODAY = day('2026-11-24')

/** A world of its own, so that nothing another story does is counted: the invented year with what `more` adds, and beside its people a colleague who has no case of theirs. */
export async function peopledWorld(more: (world: TestWorld) => Promise<readonly string[]> = async () => []): Promise<PeopledWorld> {
  const { world, drop } = await inventedWorld('people', TODAY)
  const { database } = world.world
  const invented = new Set((await seats(database)).map(({ organisation }) => organisation))
  const addresses = await more(world)
  await addColleagues(world)
  const invited = await letTwoLookAlong(world, invented)
  const related = Map.groupBy(
    (await database.pool.query<{ professional: PersonId; subject: PersonId }>('select professional, subject from access.relation')).rows,
    ({ professional }) => professional,
  )
  return {
    world,
    addresses,
    invited,
    visitors: [...(await enter(world, invented)), { ...NO_ROLE, name: 'a partner', browser: await lookingAlong(world, invited[0]), tries: true, walks: false }],
    relatedTo: (professional) => new Set(related.get(professional)?.map(({ subject }) => subject)),
    close: async () => {
      await database.close()
      await drop()
    },
  }
}

const NO_ROLE = { person: null, organisation: null, role: null } as const

type Seat = {
  readonly seat: string
  readonly person: PersonId
  readonly name: string
  readonly organisation: OrganisationId
  readonly organisationName: string
  readonly kind: string
  readonly role: Exclude<Role, 'system'>
}

/** Everybody in every role; of each invented organisation two of every role try things, of what was added the two who have work there. */
async function enter(world: TestWorld, invented: ReadonlySet<OrganisationId>): Promise<Visitor[]> {
  const visitors: Visitor[] = []
  for (const { seat, person, name, organisation, role } of await seats(world.world.database)) {
    const alike = visitors.filter((each) => each.organisation === organisation && each.role === role).length
    // Each from a place of its own, as people are: what is limited by place is not limited for all together.
    const made = await signedIn(world, person, `192.0.2.${visitors.length + 1}`)
    await made.post('/rol', { rol: seat })
    visitors.push({
      name: `${name} (${role})`,
      person,
      organisation,
      role,
      browser: made,
      tries: alike < 2 && (invented.has(organisation) || role === 'treasurer' || role === 'caseManager'),
      walks: true,
    })
  }
  return [...visitors, { ...NO_ROLE, name: 'nobody', browser: browser(world), tries: true, walks: true }]
}

/** Two members of different invented cooperatives each let somebody look along. */
async function letTwoLookAlong(world: TestWorld, invented: ReadonlySet<OrganisationId>): Promise<[Invited, Invited]> {
  const members = (await seats(world.world.database)).filter(({ role, organisation }) => role === 'member' && invented.has(organisation))
  const first = members[0]
  const second = members.find(({ organisation }) => organisation !== first?.organisation)
  if (!first || !second) throw new Error('the invented year has members of two cooperatives')
  const [one, other] = [first, second].map(({ person, organisation }, nr) =>
    letsLookAlong(world, person as MemberId, organisation, `bo${nr}@schuldhulp.example`),
  ) as [Promise<Invited>, Promise<Invited>]
  return [await one, await other]
}

async function addColleagues(world: TestWorld): Promise<void> {
  const organisations = new Map((await seats(world.world.database)).map((each) => [each.organisation, each.kind]))
  for (const [organisation, kind] of organisations) {
    if (kind === 'municipality') await somebody(world, organisation, 'caseManager', 'Olaf van der Ven')
    if (kind === 'cooperative') await somebody(world, organisation, 'coach', 'Ali Demir')
    if (kind === 'cooperative') await somebody(world, organisation, 'administrator', 'Rik Bakker')
  }
}

/** The wide network of the demo is there to be found, and nobody of it walks: its hundred people have the roles of the others and would walk for hours. */
async function seats(database: Database): Promise<Seat[]> {
  const { rows } = await database.pool.query<Seat>(
    `select a.id as seat, a.person, p.name, a.organisation, o.name as "organisationName", o.kind, a.role from access.affiliation a
     join access.person p on p.id = a.person join access.organisation o on o.id = a.organisation
     where a.since <= $1 and (a.until is null or a.until >= $1) order by o.kind, o.name, a.role, p.name`,
    [TODAY],
  )
  return rows.filter(({ organisationName }) => placeOf(organisationName) === 'year')
}

/** PGlite in memory, or a database of our own beside the one that OPBLOEI_TEST_DATABASE names. */
