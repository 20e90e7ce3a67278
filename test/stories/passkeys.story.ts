import { createOTP } from '@better-auth/utils/otp'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeApp, type Program } from '#app/app.ts'
import { outbox } from '#kit/mail.ts'
import { addPerson, asSystem, clearFactorOf, giveRole, type OrganisationId, type PersonId, type Role } from '#rooms/access'
import { playedDevice } from '../passkey.ts'
import { type Browser, browser, found, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

let demo: TestWorld
let real: TestWorld
let cooperative: OrganisationId
let count = 0
const HOME = 'https://opbloei.test'

beforeAll(async () => {
  demo = await testWorld()
  itIs(demo, '2026-11-02')
  const program: Program = { world: demo.world, kind: 'real', settings: { ...demo.settings, demo: false, baseUrl: HOME } }
  real = { ...demo, ...program, app: makeApp(program) }
  cooperative = await found(demo, 'cooperative', 'Coöperatie De Sleutelbloem U.A.')
})

async function invited(role: Exclude<Role, 'system'>): Promise<{ person: PersonId; email: string }> {
  const email = `sleutel${++count}@voorbeeld.nl`
  const person = await asSystem(demo.world, cooperative, 'person.invite', async (tx, permit) => {
    const id = await addPerson(tx, permit, { name: `Sleutel ${count}`, email, language: 'nl' })
    await giveRole(tx, permit, id, role, permit.today, null)
    return id
  })
  return { person, email }
}

async function mailsTo(email: string): Promise<{ subject: string; text: string }[]> {
  const all = await demo.world.database.unit({ role: 'opbloei_signin', organisation: null, person: null }, (tx) => outbox(tx, 200))
  return all.filter((mail) => mail.to === email)
}

async function byMail(email: string): Promise<Browser> {
  demo.clock.set(demo.clock.now().add({ seconds: 1 }))
  const at = browser(real)
  await at.post('/inloggen', { email })
  const code = /^\d{6}$/m.exec((await mailsTo(email))[0]?.text ?? '')?.[0] ?? ''
  await at.post('/inloggen/code', { code })
  return at
}

const page = async (at: Browser, path: string) => (await at.get(path)).text()
const location = (answer: Response) => answer.headers.get('location')

/** A member with a passkey on a played device. */
async function withPasskey(): Promise<{ email: string; person: PersonId; at: Browser; device: ReturnType<typeof playedDevice> }> {
  const { email, person } = await invited('member')
  const at = await byMail(email)
  const device = playedDevice()
  expect(location(await at.post('/mijn-account/passkeys', { ...device.make(await page(at, '/mijn-account'), HOME), naam: 'Mijn telefoon' }))).toBe(
    '/mijn-account',
  )
  return { email, person, at, device }
}

describe('a passkey', () => {
  test('is made once, however often its form is sent, and its person hears of it', async () => {
    const { email, person } = await invited('member')
    const at = await byMail(email)
    const form = { ...playedDevice().make(await page(at, '/mijn-account'), HOME), naam: 'Mijn telefoon' }
    const answers = await Promise.all(Array.from({ length: 8 }, () => at.post('/mijn-account/passkeys', form)))
    expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(303))
    expect((await page(at, '/mijn-account')).match(/action="\/mijn-account\/passkeys\/einde"/g)).toHaveLength(1)
    expect((await mailsTo(email)).filter(({ subject }) => subject === 'Er is een passkey toegevoegd')).toHaveLength(1)
    expect(person).toBeTruthy()
  })

  test('lets in, and the same answer does not let in twice', async () => {
    const { device } = await withPasskey()
    const at = browser(real)
    const answer = device.answer(await page(at, '/inloggen/e-mail'), HOME)
    expect(location(await at.post('/inloggen/passkey', { ...answer, naar: '/mijn-account' }))).toBe('/mijn-account')
    expect((await at.get('/mijn-account')).status).toBe(200)
    const thief = browser(real)
    await page(thief, '/inloggen/e-mail')
    expect((await thief.post('/inloggen/passkey', answer)).status).toBe(422)
    expect((await thief.get('/mijn-account')).status).toBe(303)
  })

  test('is refused from another house, without the finger, with an old page, with a key that nobody knows, and with nonsense', async () => {
    const { device } = await withPasskey()
    const at = browser(real)
    const start = () => page(at, '/inloggen/e-mail')
    const tries = [
      device.answer(await start(), 'https://opbloei.example'),
      device.answer(await start(), HOME, false),
      playedDevice().answer(await start(), HOME),
      { zegel: 'geknoeid', antwoord: device.answer(await start(), HOME).antwoord ?? '' },
      { zegel: '', antwoord: 'geen antwoord' },
    ]
    for (const fields of tries) expect((await at.post('/inloggen/passkey', fields)).status).toBe(422)
    const old = device.answer(await start(), HOME)
    demo.clock.set(demo.clock.now().add({ minutes: 31 }))
    expect((await at.post('/inloggen/passkey', old)).status).toBe(422)
    expect((await at.get('/mijn-account')).status).toBe(303)
  })

  test('made for one person is not kept at another, nor without the finger', async () => {
    const mine = await byMail((await invited('member')).email)
    const theirs = await byMail((await invited('member')).email)
    const made = playedDevice().make(await page(mine, '/mijn-account'), HOME)
    expect((await theirs.post('/mijn-account/passkeys', made)).status).toBe(422)
    expect((await mine.post('/mijn-account/passkeys', playedDevice().make(await page(mine, '/mijn-account'), HOME, false))).status).toBe(422)
    expect((await browser(real).post('/mijn-account/passkeys', made)).status).toBe(403)
  })

  test('is the second step too for whoever works for an organisation; mail alone then begins no app', async () => {
    const { email, person } = await invited('treasurer')
    const at = await byMail(email)
    await at.post('/inloggen/tweede-stap/sleutel')
    const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(await page(at, '/inloggen/tweede-stap'))?.[1]?.replaceAll(' ', '') ?? ''
    const bytes = new TextDecoder().decode(base32(secret))
    await at.post('/inloggen/tweede-stap', { code: await createOTP(bytes).totp() })
    const device = playedDevice()
    await at.post('/mijn-account/passkeys', device.make(await page(at, '/mijn-account'), HOME))

    const again = browser(real)
    expect(location(await again.post('/inloggen/passkey', device.answer(await page(again, '/inloggen/e-mail'), HOME)))).toBe('/start')
    expect((await again.get('/mijn-account')).status).toBe(200)
    demo.clock.set(demo.clock.now().add({ hours: 13 }))
    expect(location(await again.get('/mijn-account')), 'twelve hours later it is asked again').toContain('/inloggen/tweede-stap')
    const fields = device.answer(await page(again, '/inloggen/tweede-stap'), HOME)
    expect(location(await again.post('/inloggen/passkey', { ...fields, naar: '/mijn-account' }))).toBe('/mijn-account')
    expect((await again.get('/mijn-account')).status).toBe(200)

    await demo.world.database.unit({ role: 'opbloei_signin', organisation: null, person: null }, (tx) =>
      tx.deleteFrom('signin.second_factor').where('identity', '=', person).execute(),
    )
    const reader = await byMail(email)
    expect(await page(reader, '/inloggen/tweede-stap')).toContain('Laat daarmee zien dat jij het bent')
    expect((await reader.post('/inloggen/tweede-stap/sleutel')).status).toBe(422)
    expect((await reader.post('/inloggen/tweede-stap', { code: '123456' })).status).toBe(422)
    const only = /name="passkey" value="([^"]+)"/.exec(await page(again, '/mijn-account'))?.[1] ?? ''
    expect(await (await again.post('/mijn-account/passkeys/einde', { passkey: only })).text()).toContain('een tweede stap verplicht')
  })

  test('goes with the second step when an administrator clears it', async () => {
    const { person, email } = await invited('board')
    const at = await signedIn(demo, person)
    const device = playedDevice()
    await at.post('/mijn-account/passkeys', device.make(await page(at, '/mijn-account'), 'http://localhost'))
    expect(await page(at, '/mijn-account')).toContain('/mijn-account/passkeys/einde')
    await clearFactorOf(real.world, email)
    expect(await page(await signedIn(demo, person), '/mijn-account')).not.toContain('/mijn-account/passkeys/einde')
  })

  test('stays where it is the last way in of somebody without mail', async () => {
    const person = await asSystem(demo.world, cooperative, 'person.invite', async (tx, permit) => {
      const id = await addPerson(tx, permit, { name: 'Zonder Mail', email: null, language: 'nl' })
      await giveRole(tx, permit, id, 'member', permit.today, null)
      return id
    })
    const at = await signedIn(demo, person)
    await at.post('/mijn-account/passkeys', playedDevice().make(await page(at, '/mijn-account'), 'http://localhost'))
    const passkey = /name="passkey" value="([^"]+)"/.exec(await page(at, '/mijn-account'))?.[1] ?? ''
    expect(passkey).not.toBe('')
    const refused = await at.post('/mijn-account/passkeys/einde', { passkey })
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('je enige manier om zelf in te loggen')])
  })
})

describe('own devices', () => {
  test('stand in a list, and one is signed out without the others', async () => {
    const { email } = await invited('member')
    const here = await byMail(email)
    const there = await byMail(email)
    const list = await page(here, '/mijn-account')
    const others = [...list.matchAll(/name="apparaat" value="([^"]+)"/g)].map((each) => each[1] ?? '')
    expect(others).toHaveLength(1)
    expect(list).toContain('dit toestel')
    const stranger = await byMail((await invited('member')).email)
    await stranger.post('/mijn-account/apparaten/einde', { apparaat: others[0] ?? '' })
    expect((await there.get('/mijn-account')).status, 'a stranger ends nothing').toBe(200)
    await here.post('/mijn-account/apparaten/einde', { apparaat: others[0] ?? '' })
    expect((await there.get('/mijn-account')).status).toBe(303)
    expect((await here.get('/mijn-account')).status).toBe(200)
  })
})

function base32(text: string): Uint8Array {
  const bits = [...text].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Uint8Array.from({ length: Math.floor(bits.length / 8) }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2))
}
