import pg from 'pg'
import { makeApp, type Program } from '#app/app.ts'
import { movableClock } from '#kit/clock.ts'
import { day, startOf } from '#kit/day.ts'
import { openDatabase } from '#kit/db.ts'
import { migrate } from '#kit/migrate.ts'
import { asSystem, type OrganisationId, type PersonId, type Role, relate } from '#rooms/access'
import { admitToTrial, beginFile, changeBenefit, changeTradeName } from '#rooms/members'
import { addCustomer, registerCooperative, registerMunicipality, settingsFrom } from '#rooms/organisations'
import { as, type Browser, browser, found, itIs, signedIn, somebody, type TestWorld } from './world.ts'

/** Somebody in one role, with a browser signed in as such; nobody has no role. */
export type Visitor = {
  readonly name: string
  readonly person: PersonId | null
  readonly organisation: OrganisationId | null
  readonly role: Role | null
  readonly browser: Browser
}

export type PeopledWorld = {
  /** Whose coach or case manager somebody is. */
  readonly relatedTo: (professional: PersonId) => ReadonlySet<PersonId>
  readonly world: TestWorld
  readonly visitors: readonly Visitor[]
  readonly close: () => Promise<void>
}

/** A world of its own, so that nothing another story does is counted: two cooperatives, a municipality for both and one for neither, everybody twice. */
export async function peopledWorld(): Promise<PeopledWorld> {
  const { url, drop } = await ownDatabase()
  const database = await openDatabase({ url, dataDir: null })
  await migrate(database.pool)
  await database.pool.query("insert into kit.world (single, kind, marked_at) values (true, 'demo', now()) on conflict do nothing")
  const clock = movableClock(startOf(day('2026-11-20')))
  const settings = {
    port: 0,
    databaseUrl: url,
    databaseAdminUrl: null,
    dataDir: '.data',
    baseUrl: 'http://localhost',
    smtpUrl: null,
    secret: 'a secret of the tests, long enough',
    demo: true,
  }
  const program: Program = { world: { database, clock }, settings, kind: 'demo' }
  const world: TestWorld = { ...program, clock, app: makeApp(program), runJobs: async () => 0 }
  itIs(world, '2026-11-20')
  const visitors = await people(world)
  const relations = await database.pool.query<{ professional: PersonId; subject: PersonId }>('select professional, subject from access.relation')
  const related = Map.groupBy(relations.rows, ({ professional }) => professional)
  const relatedTo = (professional: PersonId) => new Set(related.get(professional)?.map(({ subject }) => subject))
  const close = async () => {
    await database.close()
    await drop()
  }
  return { world, visitors, relatedTo, close }
}

async function people(world: TestWorld): Promise<Visitor[]> {
  const visitors: Visitor[] = []
  const enter = async (name: string, person: PersonId, organisation: OrganisationId, role: Role) => {
    visitors.push({ name, person, organisation, role, browser: await signedIn(world, person) })
  }
  const wilgendam = await municipality(world, 'Gemeente Wilgendam', 'DM01')
  const verweg = await municipality(world, 'Gemeente Verweg', 'DM02')
  const officer = await somebody(world, wilgendam, 'caseManager', 'Karin')
  for (const [place, organisation] of [
    ['Wilgendam', wilgendam],
    ['Verweg', verweg],
  ] as const) {
    const other = await somebody(world, organisation, 'caseManager', `Olaf uit ${place}`)
    if (organisation === wilgendam) await enter('Karin', officer, organisation, 'caseManager')
    await enter(`Olaf uit ${place}`, other, organisation, 'caseManager')
    await enter(`Bea uit ${place}`, await somebody(world, organisation, 'policyAdviser', `Bea uit ${place}`), organisation, 'policyAdviser')
  }
  for (const name of ['De Bloesem', 'De Kade']) {
    const organisation = await cooperative(world, name)
    const coach = await somebody(world, organisation, 'coach', `Els van ${name}`)
    for (const first of ['Samira', 'Joost']) {
      const member = await memberOf(world, organisation, coach, `${first} van ${name}`, first === 'Samira' ? wilgendam : null)
      if (first === 'Samira') await asSystem(world.world, wilgendam, 'person.invite', (tx, permit) => relate(tx, permit, 'caseManager', member, officer))
      await enter(`${first} van ${name}`, member, organisation, 'member')
    }
    await enter(`Els van ${name}`, coach, organisation, 'coach')
    await enter(`Ali van ${name}`, await somebody(world, organisation, 'coach', `Ali van ${name}`), organisation, 'coach')
    for (const role of ['treasurer', 'board', 'administrator'] as const) {
      await enter(`${role} van ${name}`, await somebody(world, organisation, role, `${role} van ${name}`), organisation, role)
    }
  }
  visitors.push({ name: 'nobody', person: null, organisation: null, role: null, browser: browser(world) })
  return visitors
}

async function municipality(world: TestWorld, name: string, code: string): Promise<OrganisationId> {
  const id = await found(world, 'municipality', name)
  await asSystem(world.world, id, 'organisation.edit', (tx, permit) =>
    registerMunicipality(tx, permit, {
      code,
      name,
      department: 'Werk en inkomen',
      street: 'Plein 1',
      postCode: '1234 AB',
      city: name.replace('Gemeente ', ''),
      email: null,
    }),
  )
  return id
}

async function cooperative(world: TestWorld, name: string): Promise<OrganisationId> {
  const id = await found(world, 'cooperative', `Coöperatie ${name} U.A.`)
  await asSystem(world.world, id, 'organisation.edit', (tx, permit) =>
    registerCooperative(tx, permit, {
      legalName: `Coöperatie ${name} U.A.`,
      tradeName: name,
      kvk: '90001234',
      vatId: 'NL123456782B90',
      iban: 'NL91ABNA0417164300',
      street: 'Kerkstraat 12',
      postCode: '1234 AB',
      city: 'Waterdrecht',
      email: null,
      phone: null,
      website: null,
      korSince: null,
      korUntil: null,
      settings: settingsFrom({}),
    }),
  )
  return id
}

async function memberOf(world: TestWorld, organisation: OrganisationId, coach: PersonId, name: string, benefitFrom: OrganisationId | null): Promise<PersonId> {
  const who = { person: coach, organisation, role: 'coach' as const }
  const facts = { firstName: name, name, email: null, phone: null, street: null, postCode: null, city: null, language: 'nl' as const }
  const member = await as(world, who, 'application.take', (tx, permit) => beginFile(tx, permit, { ...facts, stage: 'applied', on: day('2026-01-05'), coach }))
  await as(world, who, 'member.trial', (tx, permit) => admitToTrial(tx, permit, member, day('2026-02-02'), day('2027-01-31')))
  const source = benefitFrom ? 'participatiewetOwn' : 'none'
  await as(world, who, 'benefit.change', (tx, permit) => changeBenefit(tx, permit, member, { source, municipality: benefitFrom, from: day('2026-01-01') }))
  await as(world, who, 'member.edit', (tx, permit) =>
    changeTradeName(tx, permit, member, { tradeName: `${name} kookt`, makes: 'Maaltijden', from: day('2026-02-02') }),
  )
  const bakery = {
    kind: 'organisation' as const,
    name: `Bakker van ${name}`,
    street: 'Dijk 1',
    postCode: '1234 AB',
    city: 'Zandwijk',
    country: 'NL',
    email: 'bakker@voorbeeld.example',
    kvk: null,
    vatId: null,
    peppol: null,
  }
  await as(world, { person: member, organisation, role: 'member' }, 'customer.edit', (tx, permit) => addCustomer(tx, permit, { ...bakery, member } as never))
  return member
}

/** PGlite in memory, or a database of our own beside the one that OPBLOEI_TEST_DATABASE names. */
async function ownDatabase(): Promise<{ url: string | null; drop: () => Promise<void> }> {
  const beside = process.env.OPBLOEI_TEST_DATABASE
  if (!beside) return { url: null, drop: async () => {} }
  const url = new URL(beside)
  url.pathname += '_people'
  const name = url.pathname.slice(1)
  const ask = async (text: string) => {
    const client = new pg.Client({ connectionString: beside })
    await client.connect()
    await client.query(text).finally(() => client.end())
  }
  await ask(`drop database if exists ${name} with (force)`)
  await ask(`create database ${name}`)
  return { url: url.href, drop: () => ask(`drop database if exists ${name} with (force)`) }
}
