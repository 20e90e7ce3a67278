import { createOTP } from '@better-auth/utils/otp'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeApp, type Program } from '#app/app.ts'
import { day } from '#kit/day.ts'
import { outbox, type WrittenMail } from '#kit/mail.ts'
import { addPerson, asSystem, giveRole, type OrganisationId, type PersonId, type Role } from '#rooms/access'
import { type Browser, browser, found, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

/** The same people in a house that says it is real, and one that is a demo. */
let demo: TestWorld
let real: TestWorld
let cooperative: OrganisationId
let count = 0

beforeAll(async () => {
  demo = await testWorld()
  itIs(demo, '2026-11-02')
  const program: Program = { world: demo.world, kind: 'real', settings: { ...demo.settings, demo: false, baseUrl: 'https://opbloei.test' } }
  const app = makeApp(program)
  real = { ...demo, ...program, app }
  cooperative = await found(demo, 'cooperative', 'Coöperatie De Waterlelie U.A.')
})

async function invited(role: Exclude<Role, 'system'>, until: string | null = null): Promise<{ person: PersonId; email: string }> {
  const email = `inlog${++count}@voorbeeld.nl`
  const person = await asSystem(demo.world, cooperative, 'person.invite', async (tx, permit) => {
    const id = await addPerson(tx, permit, { name: `Persoon ${count}`, email, language: 'nl' })
    await giveRole(tx, permit, id, role, permit.today, until ? day(until) : null)
    return id
  })
  return { person, email }
}

async function mails(to: string): Promise<WrittenMail[]> {
  const all = await demo.world.database.unit({ role: 'opbloei_signin', organisation: null, person: null }, (tx) => outbox(tx, 200))
  return all.filter((mail) => mail.to === to)
}

async function codeFor(email: string): Promise<string> {
  const [mail] = await mails(email)
  return /^\d{6}$/m.exec(mail?.text ?? '')?.[0] ?? ''
}

async function linkFor(email: string): Promise<string> {
  const [mail] = await mails(email)
  return new URL(/https?:\S+/.exec(mail?.text ?? '')?.[0] ?? '').pathname
}

/** Signs in with a code as a person would, without the second step. */
async function enter(world: TestWorld, email: string): Promise<{ at: Browser; answer: Response }> {
  demo.clock.set(demo.clock.now().add({ seconds: 1 }))
  const at = browser(world)
  await at.post('/inloggen', { email })
  const answer = await at.post('/inloggen/code', { code: await codeFor(email) })
  return { at, answer }
}

const location = (answer: Response) => answer.headers.get('location')

describe('a code by mail', () => {
  test('lets in whoever has a role, and the cookie cannot be read by script or sent from elsewhere', async () => {
    const { email } = await invited('member')
    const { at, answer } = await enter(real, email)
    expect([answer.status, location(answer)]).toEqual([303, '/start'])
    const cookie = answer.headers.getSetCookie().find((each) => each.includes('session_token')) ?? ''
    expect(cookie).toMatch(/^__Secure-opbloei\.session_token=/)
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/Secure/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect((await at.get('/mijn-account')).status).toBe(200)
  })

  test('is asked for in the same way by a stranger, who gets no mail', async () => {
    const at = browser(real)
    const answer = await at.post('/inloggen', { email: 'vreemde@voorbeeld.nl' })
    expect(location(answer)).toBe('/inloggen/code')
    expect(await (await at.get('/inloggen/code')).text()).toContain('vreemde@voorbeeld.nl')
    expect(await mails('vreemde@voorbeeld.nl')).toEqual([])
    expect((await at.post('/inloggen/code', { code: '123456' })).status).toBe(422)
  })

  test('does not let in whose role has ended', async () => {
    const { email } = await invited('coach', '2026-11-01')
    await browser(real).post('/inloggen', { email })
    expect(await mails(email)).toEqual([])
  })

  test('works once, and after three wrong tries not at all', async () => {
    const { email } = await invited('member')
    const { answer } = await enter(real, email)
    expect(answer.status).toBe(303)
    const again = browser(real)
    demo.clock.set(demo.clock.now().add({ seconds: 1 }))
    await again.post('/inloggen', { email })
    const code = await codeFor(email)
    const wrong = code === '000000' ? '000001' : '000000'
    for (let tried = 0; tried < 3; tried++) expect((await again.post('/inloggen/code', { code: wrong })).status).toBe(422)
    expect((await again.post('/inloggen/code', { code })).status).toBe(422)
  })

  test('is refused from too many tries on, whoever tries', async () => {
    const { email } = await invited('member')
    const statuses: number[] = []
    for (let tried = 0; tried < 6; tried++) statuses.push((await browser(real).post('/inloggen', { email })).status)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
    expect(await mails(email)).toHaveLength(5)
  })

  test('its link opens a page with a button: looking does not spend it, pressing does', async () => {
    const { email } = await invited('member')
    await browser(real).post('/inloggen', { email, naar: '/mijn-account' })
    const link = await linkFor(email)
    const scanner = browser(real)
    for (let looked = 0; looked < 3; looked++) expect((await scanner.get(link)).status).toBe(200)
    const at = browser(real)
    expect(location(await at.post(link))).toBe('/mijn-account')
    expect((await at.get('/mijn-account')).status).toBe(200)
    expect((await browser(real).post(link)).status).toBe(422)
    expect((await at.get('/inloggen/link/geknoeid')).status).toBe(410)
  })

  test('leads only to pages of this house', async () => {
    for (const naar of ['//elders.nl', 'https://elders.nl', '/\\elders.nl', '/inloggen/code']) {
      const { email } = await invited('member')
      const at = browser(real)
      await at.post('/inloggen', { email, naar })
      expect(location(await at.post('/inloggen/code', { code: await codeFor(email) }))).toBe('/start')
    }
  })
})

describe('the second step', () => {
  const secretIn = (page: string) => /<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1]?.replaceAll(' ', '') ?? ''

  test('is owed in a real house by whoever works for an organisation, and nothing opens before it', async () => {
    const { email } = await invited('treasurer')
    const { at } = await enter(real, email)
    expect(location(await at.get('/mijn-account'))).toBe('/inloggen/tweede-stap?naar=%2Fmijn-account')
    expect((await at.post('/mijn-account/overal-uitloggen')).status).toBe(403)
    expect(location(await at.get('/start'))).toBe('/inloggen/tweede-stap')
  })

  test('is begun with a picture, passed with a code, and gives codes for paper; the session becomes another', async () => {
    const { email } = await invited('treasurer')
    const { at, answer } = await enter(real, email)
    const first = answer.headers
      .getSetCookie()
      .find((each) => each.includes('session_token'))
      ?.split(';')[0]
    await at.post('/inloggen/tweede-stap/sleutel')
    const page = await (await at.get('/inloggen/tweede-stap')).text()
    expect(page).toContain('data:image/svg+xml;base64,')
    const secret = secretIn(page)
    expect((await at.post('/inloggen/tweede-stap', { code: '000000' })).status).toBe(422)
    const code = await totp(secret)
    const passed = await at.post('/inloggen/tweede-stap', { code })
    expect(location(passed)).toBe('/mijn-account/herstelcodes')
    expect((await at.get('/mijn-account')).status).toBe(200)
    const paper = [...(await (await at.get('/mijn-account/herstelcodes')).text()).matchAll(/<code>(\w{5}-\w{5})<\/code>/g)].map(([, each]) => each ?? '')
    expect(paper).toHaveLength(10)

    const old = await real.app.request('https://opbloei.test/mijn-account', { headers: { cookie: first ?? '' } })
    expect(old.status, 'a copy of the session before the second step is worth nothing').toBe(303)

    const { at: again } = await enter(real, email)
    expect(location(await again.get('/mijn-account'))).toBe('/inloggen/tweede-stap?naar=%2Fmijn-account')
    expect((await again.post('/inloggen/tweede-stap', { herstelcode: paper[0] ?? '' })).status).toBe(303)
    expect((await again.get('/mijn-account')).status).toBe(200)
    const { at: third } = await enter(real, email)
    expect((await third.post('/inloggen/tweede-stap', { herstelcode: paper[0] ?? '' })).status, 'a code on paper works once').toBe(422)
  })

  test('cannot be guessed', async () => {
    const { email } = await invited('coach')
    const { at } = await enter(real, email)
    await at.post('/inloggen/tweede-stap/sleutel')
    const statuses: number[] = []
    for (let tried = 0; tried < 9; tried++) statuses.push((await at.post('/inloggen/tweede-stap', { code: '000000' })).status)
    expect(statuses.at(-1)).toBe(429)
  })

  test('is not owed by a member, who may choose it', async () => {
    const { email } = await invited('member')
    const { at } = await enter(real, email)
    expect((await at.get('/mijn-account')).status).toBe(200)
    await at.post('/inloggen/tweede-stap/sleutel')
    await at.post('/inloggen/tweede-stap', { code: await totp(secretIn(await (await at.get('/inloggen/tweede-stap')).text())) })
    expect((await enter(real, email).then(({ at: next }) => next.get('/mijn-account'))).status).toBe(303)
    expect((await at.post('/mijn-account/tweede-stap/einde')).status).toBe(303)
    expect((await enter(real, email).then(({ at: next }) => next.get('/mijn-account'))).status).toBe(200)
  })

  test('may not be taken away by whoever owes it', async () => {
    const { email } = await invited('board')
    const { at } = await enter(real, email)
    await at.post('/inloggen/tweede-stap/sleutel')
    await at.post('/inloggen/tweede-stap', { code: await totp(secretIn(await (await at.get('/inloggen/tweede-stap')).text())) })
    expect((await at.post('/mijn-account/tweede-stap/einde')).status).toBe(422)
  })
})

describe('leaving', () => {
  test('ends the session in the database too', async () => {
    const { email } = await invited('member')
    const { at, answer } = await enter(real, email)
    const copy =
      answer.headers
        .getSetCookie()
        .find((each) => each.includes('session_token'))
        ?.split(';')[0] ?? ''
    await at.post('/uitloggen')
    expect((await real.app.request('https://opbloei.test/mijn-account', { headers: { cookie: copy } })).status).toBe(303)
  })

  test('everywhere ends the sessions of every machine', async () => {
    const { email } = await invited('member')
    const { at: phone } = await enter(real, email)
    const { at: library } = await enter(real, email)
    expect((await library.get('/mijn-account')).status).toBe(200)
    await phone.post('/mijn-account/overal-uitloggen')
    expect((await library.get('/mijn-account')).status).toBe(303)
    expect((await phone.get('/mijn-account')).status).toBe(303)
  })
})

describe('looking along', () => {
  test('as somebody invented exists in a demo only', async () => {
    const { person } = await invited('treasurer')
    expect((await (await signedIn(demo, person)).get('/mijn-account')).status).toBe(200)
    expect((await browser(real).post(`/demo/als/${person}`)).status).toBe(404)
    expect((await browser(real).get('/demo/postvak')).status).toBe(404)
  })
})

describe('the language', () => {
  test('is remembered for a visitor and for a person', async () => {
    const { email } = await invited('member')
    const at = browser(real)
    await at.post('/taal', { taal: 'en', naar: '/inloggen/e-mail' })
    expect(await (await at.get('/inloggen/e-mail')).text()).toContain('Sign in')
    const { at: person } = await enter(real, email)
    expect(await (await person.get('/mijn-account')).text()).toContain('Mijn account')
    expect(location(await person.post('/taal', { taal: 'en', naar: '/mijn-account' }))).toBe('/mijn-account')
    expect(await (await person.get('/mijn-account')).text()).toContain('My account')
  })
})

async function totp(secret: string): Promise<string> {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const bytes = (bits.match(/.{8}/g) ?? []).map((each) => Number.parseInt(each, 2))
  return createOTP(Buffer.from(bytes).toString('latin1'), { digits: 6, period: 30 }).totp()
}
