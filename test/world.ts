import type { Hono } from 'hono'
import { makeApp, type Program } from '#app/app.ts'
import { connectJobs } from '#app/jobs.ts'
import { bringUpToDate } from '#app/up-to-date.ts'
import { type MovableClock, movableClock } from '#kit/clock.ts'
import { type Day, day, startOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { openDatabase } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { openJobs } from '#kit/jobs.ts'
import type { OrganisationKind } from '#rooms/access'
import {
  type Action,
  actAs,
  addPerson,
  asSystem,
  type Env,
  foundOrganisation,
  giveRole,
  type OrganisationId,
  type Permit,
  type PersonId,
  type Role,
} from '#rooms/access'
import { ownDatabase } from './own-database.ts'

export type TestWorld = Program & {
  readonly clock: MovableClock
  readonly app: Hono<Env>
  /** Does all jobs that wait now, and those that follow from them; gives how many. */
  readonly runJobs: () => Promise<number>
}

let made: Promise<TestWorld> | null = null

/**
 * The real program on a database of its own: PGlite in memory, or the PostgreSQL that OPBLOEI_TEST_DATABASE names.
 * One per run: each story founds its own organisations, and tenants keep them apart.
 */
export function testWorld(): Promise<TestWorld> {
  made ??= makeWorld(process.env.OPBLOEI_TEST_DATABASE ?? null)
  return made
}

/**
 * The same in a database of its own: for what is one in a house, such as the network whose desk answers, and would be another one's where stories share. Ends by
 * `end`, which gives the database back.
 */
export async function ownWorld(suffix: string): Promise<{ readonly world: TestWorld; readonly end: () => Promise<void> }> {
  const { url, drop } = await ownDatabase(suffix)
  const world = await makeWorld(url)
  return { world, end: () => world.world.database.close().then(drop) }
}

async function makeWorld(url: string | null): Promise<TestWorld> {
  const database = await openDatabase({ url, dataDir: null })
  const clock = movableClock(startOf(day('2026-11-02')))
  await bringUpToDate(database.pool, clock.now())
  await database.pool.query("insert into kit.world (single, kind, marked_at) values (true, 'demo', now()) on conflict do nothing")
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
  const program: Program = { world: { database, clock, baseUrl: settings.baseUrl }, settings, kind: 'demo' }
  const jobs = await openJobs(database)
  const handle = connectJobs(program.world, jobs, null)
  return { ...program, clock, app: makeApp(program), runJobs: () => jobs.runWaiting(handle) }
}

/** Sets the clock of the world to nine in the morning in Amsterdam of a day. */
export function itIs(world: TestWorld, on: string): Day {
  const found = day(on)
  world.clock.set(startOf(found).add({ hours: 9 }))
  return found
}

/** Founds an organisation; gives its id. */
export async function found(world: TestWorld, kind: OrganisationKind, name: string): Promise<OrganisationId> {
  const id = newId<OrganisationId>()
  await asSystem(world.world, id, 'organisation.found', (tx, permit) => foundOrganisation(tx, permit, kind, name))
  return id
}

/** A person with a role at an organisation. */
export async function somebody(world: TestWorld, organisation: OrganisationId, role: Exclude<Role, 'system'>, name: string): Promise<PersonId> {
  return asSystem(world.world, organisation, 'person.invite', async (tx, permit) => {
    const person = await addPerson(tx, permit, { name, email: null, language: 'nl' })
    await giveRole(tx, permit, person, role, permit.today)
    return person
  })
}

/** Does something as somebody: through the same door as a page. */
export function as<A extends Action, T>(
  world: TestWorld,
  who: { person: PersonId; organisation: OrganisationId; role: Role },
  action: A,
  run: (tx: Tx, permit: Permit<A>) => Promise<T>,
): Promise<T> {
  return actAs(world.world, { ...who, language: 'nl' }, action, run)
}

/** A browser that keeps its cookies: the real app answers. */
export type Browser = {
  readonly get: (path: string) => Promise<Response>
  /** Sends a form as a page would: with the token and a key of its own. */
  readonly post: (path: string, fields?: Readonly<Record<string, string | readonly string[] | File>>, key?: string) => Promise<Response>
}

/** `place`: the address on the net from which it asks, where that counts; without it all ask from one. */
export function browser(world: TestWorld, place?: string): Browser {
  const from = place === undefined ? undefined : { incoming: { socket: { remoteAddress: place, remotePort: 443, remoteFamily: 'IPv4' } } }
  const cookies = new Map<string, string>()
  let token: string | null = null
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    headers.set('Origin', world.settings.baseUrl)
    const response = await world.app.request(`${world.settings.baseUrl}${path}`, { ...init, headers, redirect: 'manual' }, from)
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0/i.test(cookie)) cookies.delete(pair.slice(0, at))
      else cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }
  return {
    get: (path) => send(path),
    post: async (path, fields = {}, key = newId()) => {
      token ??= /name="_csrf" value="([^"]+)"/.exec(await (await send('/inloggen/e-mail')).text())?.[1] ?? ''
      const body = new FormData()
      body.set('_csrf', token)
      body.set('_key', key)
      for (const [name, value] of Object.entries(fields)) for (const each of [value].flat() as (string | File)[]) body.append(name, each)
      return send(path, { method: 'POST', body })
    },
  }
}

/** A browser in which this person is signed in; `place` as above. */
export async function signedIn(world: TestWorld, person: PersonId, place?: string): Promise<Browser> {
  const made = browser(world, place)
  const answer = await made.post(`/demo/als/${person}`)
  if (answer.status !== 303) throw new Error(`could not sign in: ${answer.status}`)
  return made
}
