import { beforeAll, describe, expect, test } from 'vitest'
import { makeApp, type Program } from '#app/app.ts'
import { outbox, type WrittenMail } from '#kit/mail.ts'
import { asSystem, type OrganisationId, type PersonId } from '#rooms/access'
import { beginFile } from '#rooms/members'
import { registerCooperative, settingsFrom } from '#rooms/organisations'
import { as, type Browser, browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
/** The same people in a house that says it is real: a member signs in by mail. */
let real: TestWorld
let bloem: OrganisationId
let other: OrganisationId
let coach: PersonId
let otherCoach: PersonId
let count = 0

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-11-02')
  const program: Program = { world: world.world, kind: 'real', settings: { ...world.settings, demo: false, baseUrl: 'https://opbloei.test' } }
  real = { ...world, ...program, app: makeApp(program) }
  bloem = await cooperative('De Vlier')
  other = await cooperative('De Hazelaar')
  coach = await somebody(world, bloem, 'coach', 'Els')
  otherCoach = await somebody(world, other, 'coach', 'Bas')
})

/** A cooperative where one can apply. */
async function cooperative(name: string): Promise<OrganisationId> {
  const id = await found(world, 'cooperative', name)
  const place = { kvk: '12345678', vatId: null, iban: null, street: 'Dijk 1', postCode: '1234AB', city: 'Rietdam', email: null, phone: null, website: null }
  const facts = { legalName: `Coöperatie ${name} U.A.`, tradeName: name, ...place, korSince: null, korUntil: null, settings: settingsFrom({}) }
  await asSystem(world.world, id, 'organisation.edit', (tx, permit) => registerCooperative(tx, permit, facts))
  return id
}

const address = () => `adres${++count}@voorbeeld.nl`
const contact = (email: string, more = {}) => ({ firstName: 'Samira', name: 'Samira Vos', email, language: 'nl', ...more })

function begun(email: string | null): Promise<PersonId> {
  const facts = { firstName: 'Samira', name: 'Samira Vos', email, phone: null, street: null, postCode: null, city: null, language: 'nl' as const }
  const who = { person: coach, organisation: bloem, role: 'coach' as const }
  return as(world, who, 'application.take', (tx, permit) => beginFile(tx, permit, { ...facts, stage: 'applied', on: permit.today, coach }))
}

async function mails(to: string): Promise<WrittenMail[]> {
  const all = await world.world.database.unit({ role: 'opbloei_signin', organisation: null, person: null }, (tx) => outbox(tx, 500))
  return all.filter((mail) => mail.to === to)
}

const later = (hours: number) => world.clock.set(world.clock.now().add({ hours }))

async function linkTo(to: string, part: string): Promise<string> {
  const [mail] = (await mails(to)).filter((each) => each.text.includes(`/${part}/`))
  return new URL(new RegExp(`https?:\\S+/${part}/\\S+`).exec(mail?.text ?? '')?.[0] ?? '').pathname
}

async function enter(email: string): Promise<{ at: Browser; status: number }> {
  later(1)
  const at = browser(real)
  await at.post('/inloggen', { email })
  const code = /^\d{6}$/m.exec((await mails(email))[0]?.text ?? '')?.[0] ?? '000000'
  return { at, status: (await at.post('/inloggen/code', { code })).status }
}

describe('an address that a coach fills in', () => {
  test('is the way in at once where there was none, and the language is that of the pages', async () => {
    const member = await begun(null)
    const email = address()
    const desk = await signedIn(world, coach)
    expect((await desk.post(`/leden/${member}/contact`, contact(email.toUpperCase(), { language: 'en' }))).status).toBe(303)
    const { at, status } = await enter(email)
    expect(status).toBe(303)
    expect(await (await at.get('/mijn-account')).text()).toContain('My account')
  })

  test('may be put right while nobody came in, and emptied too', async () => {
    const [wrong, right] = [address(), address()]
    const member = await begun(wrong)
    await browser(real).post('/inloggen', { email: wrong })
    const code = /^\d{6}$/m.exec((await mails(wrong))[0]?.text ?? '')?.[0] ?? ''
    const desk = await signedIn(world, coach)
    await desk.post(`/leden/${member}/contact`, contact(right))
    const late = browser(real)
    await late.post('/inloggen', { email: wrong })
    expect((await late.post('/inloggen/code', { code })).status, 'a code that went to the wrong address opens nothing any more').toBe(422)
    expect((await enter(right)).status).toBe(303)
  })

  test('does not move somebody’s account: it waits three days, the old address is told and can stop it', async () => {
    const [old, own] = [address(), address()]
    const member = await begun(old)
    const { at } = await enter(old)
    const desk = await signedIn(world, coach)
    expect((await desk.post(`/leden/${member}/contact`, contact(own))).status).toBe(303)
    expect(await (await desk.get(`/leden/${member}`)).text()).toContain(`${own} (wacht op bevestiging)`)
    const proof = await linkTo(own, 'nieuw-adres')
    const thief = browser(real)
    expect(await (await thief.get(proof)).text()).toContain('werkt nog niet')
    expect((await thief.post(proof)).status).toBe(410)
    expect((await enter(own)).status, 'the new address opens nothing').toBe(422)
    expect(await (await at.get('/wie-keek')).text()).toContain('begeleider van De Vlier')

    later(70)
    expect((await thief.post(proof)).status, 'an hour before it may').toBe(410)
    const stop = await linkTo(old, 'oud-adres')
    expect((await browser(real).get(stop)).status, 'looking stops nothing').toBe(200)
    expect(await (await desk.get(`/leden/${member}`)).text()).toContain('wacht op bevestiging')
    expect((await browser(real).post(stop)).status).toBe(200)
    later(2)
    expect((await thief.post(proof)).status).toBe(410)
    expect((await enter(old)).status).toBe(303)
  })

  test('counts after three days without an objection, ends the sessions and is told to the old address', async () => {
    const [old, own] = [address(), address()]
    const member = await begun(old)
    const { at } = await enter(old)
    await (await signedIn(world, coach)).post(`/leden/${member}/contact`, contact(own))
    later(73)
    const proof = await linkTo(own, 'nieuw-adres')
    for (let looked = 0; looked < 2; looked++) expect((await browser(real).get(proof)).status).toBe(200)
    expect((await browser(real).post(proof)).status).toBe(200)
    expect((await at.get('/mijn-account')).status, 'who was signed in is so no longer').toBe(303)
    expect((await enter(old)).status).toBe(422)
    expect((await enter(own)).status).toBe(303)
    expect((await mails(old))[0]?.subject).toBe('Je e-mailadres voor Opbloei is veranderd')
    expect((await browser(real).post(proof)).status, 'a link works once').toBe(410)
  })

  test('of somebody else is not given away: the page says the same, and the owner is told', async () => {
    const [mine, theirs] = [address(), address()]
    await begun(theirs)
    const member = await begun(mine)
    const desk = await signedIn(world, coach)
    expect((await desk.post(`/leden/${member}/contact`, contact(theirs))).status).toBe(303)
    expect(await (await desk.get(`/leden/${member}`)).text()).toContain(`${theirs} (wacht op bevestiging)`)
    expect((await mails(theirs))[0]?.text).toContain('Dit adres hoort al bij jouw account.')
    expect((await mails(theirs)).some((mail) => mail.text.includes('/nieuw-adres/'))).toBe(false)
  })

  test('cannot be emptied where somebody signs in with it', async () => {
    const email = address()
    const member = await begun(email)
    await enter(email)
    const answer = await (await signedIn(world, coach)).post(`/leden/${member}/contact`, contact(''))
    expect([answer.status, (await answer.text()).includes('Je kunt het niet leegmaken')]).toEqual([422, true])
  })
})

describe('one’s own address', () => {
  test('is changed on one’s account by a link that works at once, or kept after all', async () => {
    const [old, own] = [address(), address()]
    await begun(old)
    const { at } = await enter(old)
    expect((await at.post('/mijn-account/adres', { email: 'geen adres' })).status).toBe(422)
    expect((await at.post('/mijn-account/adres', { email: own })).status).toBe(303)
    expect(await (await at.get('/mijn-account')).text()).toContain(`wacht op bevestiging: ${own}`)
    await at.post('/mijn-account/adres/stop')
    expect((await at.post(await linkTo(own, 'nieuw-adres'))).status).toBe(410)
    later(1)
    await at.post('/mijn-account/adres', { email: own })
    expect((await at.post(await linkTo(own, 'nieuw-adres'))).status).toBe(200)
    expect((await at.get('/mijn-account')).status).toBe(303)
    expect((await enter(own)).status).toBe(303)
  })

  test('a link is worth nothing after a week, and five changes in a row are enough', async () => {
    const email = address()
    await begun(email)
    const { at } = await enter(email)
    const own = address()
    await at.post('/mijn-account/adres', { email: own })
    later(7 * 24)
    expect((await browser(real).get(await linkTo(own, 'nieuw-adres'))).status).toBe(410)
    const statuses: number[] = []
    for (let tried = 0; tried < 6; tried++) statuses.push((await at.post('/mijn-account/adres', { email: address() })).status)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
  })
})

describe('a known address', () => {
  async function applied(at: OrganisationId, desk: Browser): Promise<string> {
    const visitor = browser(world)
    const start = ((await visitor.post('/aanmelden', { cooperative: at })).headers.get('location') ?? '').replace(/\/naam$/, '')
    const name = `Wim${++count}`
    await visitor.post(`${start}/naam`, { firstName: name })
    await visitor.post(`${start}/bereik`, { reach: '0612345678' })
    await visitor.post(`${start}/klaar`)
    return new RegExp(`href="(/aanmeldingen/[^"]+)">${name}<`).exec(await (await desk.get('/aanmeldingen')).text())?.[1] ?? ''
  }

  test('joins a second cooperative as the same person, who is told, and keeps name and address', async () => {
    const email = address()
    const member = await begun(email)
    const desk = await signedIn(world, otherCoach)
    const wrong = await desk.post(await applied(other, desk), { name: 'Wim', email: 'geen adres' })
    expect(wrong.status).toBe(422)
    const taken = await desk.post(await applied(other, desk), { name: 'Samira V.', email: email.toUpperCase() })
    expect(taken.headers.get('location')).toBe(`/leden/${member}`)
    const { rows } = await world.world.database.pool.query('select name, email from access.person where id = $1', [member])
    expect(rows).toEqual([{ name: 'Samira Vos', email }])
    const told = await world.world.database.unit({ role: 'opbloei_app', organisation: other, person: null }, (tx) => outbox(tx, 50))
    expect(told.find((mail) => mail.to === email)?.subject).toBe('Je hebt een dossier bij De Hazelaar')

    const named = await desk.post(`/leden/${member}/contact`, contact(address(), { name: 'Iemand Anders' }))
    expect(named.status).toBe(303)
    const after = await world.world.database.pool.query('select name, email from access.person where id = $1', [member])
    expect(after.rows, 'who belongs elsewhere too is not renamed or moved from here').toEqual([{ name: 'Samira Vos', email }])
  })

  test('gets no second file here, and a coach is not one’s own coach', async () => {
    const email = address()
    await begun(email)
    const desk = await signedIn(world, coach)
    const again = await desk.post(await applied(bloem, desk), { name: 'Samira', email })
    expect([again.status, (await again.text()).includes('al een dossier')]).toEqual([422, true])
    await world.world.database.pool.query('update access.person set email = $1 where id = $2', ['els@vlier.example', coach])
    const self = await desk.post(await applied(bloem, desk), { name: 'Els', email: 'els@vlier.example' })
    expect([self.status, (await self.text()).includes('niet je eigen begeleider')]).toEqual([422, true])
  })
})
