import { beforeAll, describe, expect, test } from 'vitest'
import { makeApp, type Program } from '#app/app.ts'
import { connectJobs } from '#app/jobs.ts'
import { openJobs } from '#kit/jobs.ts'
import { outbox } from '#kit/mail.ts'
import { asSystem, looked, type OrganisationId, type PersonId } from '#rooms/access'
import { beginFile } from '#rooms/members'
import { registerCooperative, settingsFrom } from '#rooms/organisations'
import { as, type Browser, browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
/** The same people in a house that says it is real. */
let real: TestWorld
let cooperative: OrganisationId
let coach: PersonId
let other: PersonId

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-11-02')
  const program: Program = { world: world.world, kind: 'real', settings: { ...world.settings, demo: false, baseUrl: 'https://opbloei.test' } }
  real = { ...world, ...program, app: makeApp(program) }
  cooperative = await found(world, 'cooperative', 'De Meidoorn')
  await asSystem(world.world, cooperative, 'organisation.edit', (tx, permit) => registerCooperative(tx, permit, PLACE))
  coach = await somebody(world, cooperative, 'coach', 'Els')
  other = await somebody(world, cooperative, 'coach', 'Bas')
})

const PLACE = {
  ...{ legalName: 'Coöperatie De Meidoorn U.A.', tradeName: 'De Meidoorn', kvk: '12345678', vatId: null, iban: null, street: 'Dijk 1' },
  ...{ postCode: '1234AB', city: 'Rietdam', email: null, phone: null, website: null, korSince: null, korUntil: null, settings: settingsFrom({}) },
}

function begun(name: string, email: string | null = null): Promise<PersonId> {
  const facts = { firstName: name, name, email, phone: null, street: null, postCode: null, city: null, language: 'nl' as const }
  const who = { person: coach, organisation: cooperative, role: 'coach' as const }
  return as(world, who, 'application.take', (tx, permit) => beginFile(tx, permit, { ...facts, stage: 'applied', on: permit.today, coach }))
}

/** Makes a code at the desk of the coach and reads it from the page to print. */
async function printed(desk: Browser, member: PersonId): Promise<{ code: string; page: string }> {
  const page = (await desk.post(`/leden/${member}/inlogcode`)).headers.get('location') ?? ''
  return { page, code: /<code>([A-Z2-9-]{14})<\/code>/.exec(await (await desk.get(page)).text())?.[1] ?? '' }
}

const enter = async (wie: string, code: string, at = browser(real)) => ({ at, status: (await at.post('/inloggen/papier', { wie, code })).status })
const ways = async (person: PersonId) =>
  (await world.world.database.pool.query('select entered_by from signin.session where identity = $1 order by created_at', [person])).rows.map(
    (row) => row.entered_by,
  )

describe('a code on paper', () => {
  test('lets a member without e-mail in, once, with the name as people type it; the member sees that it was printed', async () => {
    const member = await begun('Zoë van ’t Hof')
    const desk = await signedIn(world, coach)
    expect(await (await desk.get(`/leden/${member}`)).text()).toContain('Maak een inlogcode')
    const { code } = await printed(desk, member)
    expect((await enter('Iemand anders', code)).status).toBe(422)
    expect((await enter('Zoë van ’t Hof', 'ABCD-EFGH-JKMN')).status).toBe(422)
    const { at, status } = await enter('zoe van t hof', code.toLowerCase().replaceAll('-', ' '))
    expect(status).toBe(303)
    expect((await at.get('/mijn-account')).status).toBe(200)
    expect(await (await at.get('/wie-keek')).text()).toContain('een inlogcode voor jou af te drukken')
    expect((await enter('Zoë van ’t Hof', code)).status, 'it worked once').toBe(422)
    expect(await ways(member)).toEqual(['paperCode'])
    const { rows } = await world.world.database.pool.query('select * from signin.paper_code where person = $1', [member])
    expect(rows).toEqual([])
  })

  test('is good for two days, and the next one replaces it', async () => {
    const member = await begun('Ria')
    const desk = await signedIn(world, coach)
    const first = await printed(desk, member)
    const second = await printed(desk, member)
    expect((await enter('Ria', first.code)).status).toBe(422)
    world.clock.set(world.clock.now().add({ hours: 48 }))
    expect((await enter('Ria', second.code)).status, 'the moment after').toBe(422)
    const third = await printed(desk, member)
    world.clock.set(world.clock.now().add({ hours: 47 }))
    expect((await enter('Ria', third.code)).status).toBe(303)
    itIs(world, '2026-11-02')
  })

  test('is kept as a digest, shown for ten minutes and to whoever made it only', async () => {
    const member = await begun('Toon')
    const desk = await signedIn(world, coach)
    const { code, page } = await printed(desk, member)
    const { rows } = await world.world.database.pool.query('select p::text as row from signin.paper_code p where person = $1', [member])
    expect(rows[0]?.row).not.toContain(code.replaceAll('-', ''))
    expect(rows[0]?.row).not.toMatch(/toon/i)
    expect(page).not.toContain(code)
    expect((await (await signedIn(world, other)).get(page)).status, 'the coach of others').toBe(404)
    world.clock.set(world.clock.now().add({ minutes: 11 }))
    expect((await desk.get(page)).status).toBe(303)
    itIs(world, '2026-11-02')
  })

  test('is not for whoever has an address, nor made by a coach of others or by the board', async () => {
    const mailed = await begun('Wies', 'wies@meidoorn.example')
    const desk = await signedIn(world, coach)
    expect(await (await desk.get(`/leden/${mailed}`)).text()).not.toContain('Maak een inlogcode')
    expect((await desk.post(`/leden/${mailed}/inlogcode`)).status).toBe(422)
    const member = await begun('Jo')
    expect((await (await signedIn(world, other)).post(`/leden/${member}/inlogcode`)).status).toBe(404)
    const board = await somebody(world, cooperative, 'board', 'Ans')
    expect((await (await signedIn(world, board)).post(`/leden/${member}/inlogcode`)).status).toBe(403)
  })

  test('is worth nothing once an address is filled in', async () => {
    const member = await begun('Kee')
    const desk = await signedIn(world, coach)
    const { code } = await printed(desk, member)
    await desk.post(`/leden/${member}/contact`, { firstName: 'Kee', name: 'Kee', email: 'kee@meidoorn.example', language: 'nl' })
    expect((await enter('Kee', code)).status).toBe(422)
  })

  test('cannot be guessed: after ten tries for one name nobody is heard', async () => {
    const statuses: number[] = []
    for (let tried = 0; tried < 11; tried++) statuses.push((await enter('Gokker', 'ABCD-EFGH-JKMN')).status)
    expect([statuses[9], statuses[10]]).toEqual([422, 429])
  })
})

describe('how somebody came in', () => {
  test('stands at the session: by code or by link', async () => {
    const email = 'wegwijs@meidoorn.example'
    const member = await begun('Wegwijs', email)
    const mail = async () =>
      (await world.world.database.unit({ role: 'opbloei_signin', organisation: null, person: null }, (tx) => outbox(tx, 200))).find((each) => each.to === email)
        ?.text ?? ''
    const at = browser(real)
    await at.post('/inloggen', { email })
    await at.post('/inloggen/code', { code: /^\d{6}$/m.exec(await mail())?.[0] ?? '' })
    world.clock.set(world.clock.now().add({ seconds: 1 }))
    const next = browser(real)
    await next.post('/inloggen', { email })
    await next.post(new URL(/https?:\S+/.exec(await mail())?.[0] ?? '').pathname)
    expect((await ways(member)).toSorted()).toEqual(['mailCode', 'mailLink'])
  })
})

describe('what was written down about looking and trying', () => {
  test('goes after five years and after one', async () => {
    itIs(world, '2026-11-02')
    const member = await begun('Bewaard')
    await as(world, { person: coach, organisation: cooperative, role: 'coach' }, 'member.file', (tx, permit) => looked(tx, permit, [member]))
    await (await signedIn(world, member)).get('/medewerkers')
    const { database } = world.world
    const sweep = async (on: string) => {
      itIs(world, on)
      const jobs = await openJobs(database)
      await connectJobs(world.world, jobs, null)({ id: crypto.randomUUID(), job: 'house.sweep', organisation: null, facts: {} })
      const looks = await database.pool.query('select id from access.look where subject = $1', [member])
      const denials = await database.pool.query('select id from access.denial where person = $1', [member])
      return [looks.rows.length, denials.rows.length]
    }
    expect(await sweep('2027-11-01')).toEqual([1, 1])
    expect(await sweep('2027-11-04')).toEqual([1, 0])
    expect(await sweep('2031-11-01')).toEqual([1, 0])
    expect(await sweep('2031-11-04')).toEqual([0, 0])
    itIs(world, '2026-11-02')
  })
})

describe('an application without an account', () => {
  test('is begun at most sixty times in a quarter of an hour from one place, and one form counts once', async () => {
    const visitor = browser(world)
    const key = crypto.randomUUID()
    const from = async (address: string, key?: string) => {
      const behind: TestWorld = { ...world, ...proxied }
      const at = browser({
        ...behind,
        app: { request: (url: string, init: RequestInit) => proxied.app.request(url, { ...init, headers: forwarded(init, address) }) } as never,
      })
      return (await at.post('/aanmelden', { cooperative }, key)).status
    }
    const program: Program = { world: world.world, kind: 'demo', settings: { ...world.settings, trustProxy: 1 } }
    const proxied = { ...program, app: makeApp(program) }
    for (let sent = 0; sent < 20; sent++) await from('192.0.2.1', key)
    const statuses: number[] = []
    for (let sent = 0; sent < 60; sent++) statuses.push(await from('10.9.9.9, 192.0.2.1'))
    expect([statuses.filter((status) => status === 429).length, statuses.at(-1)]).toEqual([1, 429])
    expect(await from('192.0.2.2'), 'somebody elsewhere').not.toBe(429)
    world.clock.set(world.clock.now().add({ minutes: 16 }))
    expect(await from('192.0.2.1')).not.toBe(429)
    expect((await visitor.get('/aanmelden')).status).toBe(200)
    itIs(world, '2026-11-02')
  })
})

function forwarded(init: RequestInit, address: string): Headers {
  const headers = new Headers(init.headers)
  headers.set('X-Forwarded-For', address)
  return headers
}
