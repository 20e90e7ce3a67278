import { beforeAll, describe, expect, test } from 'vitest'
import { day, startOf } from '#kit/day.ts'
import { newId } from '#kit/ids.ts'
import { addPerson, asSystem, forgetMessages, giveRole, leaveMessage, mailMessages, type OrganisationId, type PersonId } from '#rooms/access'
import { newFor, tellingMails } from '../messages.ts'
import { browser, found, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let cooperative: OrganisationId
let count = 0

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-11-03')
  cooperative = await found(world, 'cooperative', 'De Berichten')
})

async function reader(
  language: 'nl' | 'en' = 'nl',
  email: string | null = `bericht${++count}@voorbeeld.example`,
): Promise<{ person: PersonId; email: string }> {
  const person = await asSystem(world.world, cooperative, 'person.invite', async (tx, permit) => {
    const id = await addPerson(tx, permit, { name: 'Bea Bericht', email, language })
    await giveRole(tx, permit, id, 'coach', day('2026-11-01'))
    await giveRole(tx, permit, id, 'member', day('2026-11-01'))
    return id
  })
  return { person, email: email ?? '' }
}

/** Something new for a person, at an hour of a day, and what follows at once. */
async function isNew(person: PersonId, on: string, hour: number, kind: 'applicationWaits' | 'statementWaits' = 'applicationWaits'): Promise<void> {
  at(on, hour)
  await asSystem(world.world, cooperative, 'application.tell', (tx, permit) =>
    leaveMessage(tx, permit, {
      person,
      kind,
      ...(kind === 'applicationWaits' ? { link: '/aanmeldingen', role: 'coach' } : { link: '/opgaven', role: 'member' }),
    }),
  )
  await world.runJobs()
}

function at(on: string, hour: number): void {
  itIs(world, on)
  world.clock.set(startOf(itIs(world, on)).add({ hours: hour }))
}

const chosen = { rhythm: 'weekly', quietFrom: '21', quietUntil: '8', onSunday: 'ja' }
const subjects = async (email: string) => (await tellingMails(world, email)).map(({ subject }) => subject)

describe('something new', () => {
  test('is mailed at once by day, with nothing but how many and where, in the language of the reader', async () => {
    const { person, email } = await reader('en')
    await isNew(person, '2026-11-03', 14)
    const [mail] = await tellingMails(world, email)
    expect(mail?.subject).toBe('A message waits for you')
    expect(mail?.text).toContain('http://localhost/berichten')
    expect(mail?.text).toContain('http://localhost/mijn-account')
    expect(mail?.text).not.toMatch(/Bea|Berichten|applied/)
  })

  test('waits at night, and then goes as one mail, also when several workers ask at once', async () => {
    const { person, email } = await reader()
    await isNew(person, '2026-11-03', 22)
    await isNew(person, '2026-11-04', 3)
    expect(await subjects(email)).toEqual([])
    at('2026-11-04', 8)
    await Promise.all([mailMessages(world.world), mailMessages(world.world), mailMessages(world.world)])
    expect(await subjects(email)).toEqual(['Er staan 2 berichten voor je klaar'])
  })

  test('is told once a week to whoever chose that, but a term of law at once', async () => {
    const { person, email } = await reader()
    const own = await signedIn(world, person)
    expect((await own.post('/mijn-account/berichten', chosen)).headers.get('location')).toBe('/mijn-account')
    await isNew(person, '2026-11-04', 10)
    await isNew(person, '2026-11-05', 10)
    at('2026-11-06', 12)
    await mailMessages(world.world)
    expect(await subjects(email)).toEqual([])
    at('2026-11-09', 9)
    await mailMessages(world.world)
    await mailMessages(world.world)
    expect(await subjects(email)).toEqual(['Er staan 2 berichten voor je klaar'])
    await isNew(person, '2026-11-10', 10, 'statementWaits')
    expect(await subjects(email)).toHaveLength(2)
    expect((await tellingMails(world, email))[1]?.text).toContain('er hoort een datum bij')
  })

  test('is not mailed to whoever wants no mail, nor when it was read before', async () => {
    const { person, email } = await reader()
    const own = await signedIn(world, person)
    await own.post('/mijn-account/berichten', { ...chosen, rhythm: 'daily' })
    await isNew(person, '2026-11-04', 10)
    expect((await own.post('/berichten/gelezen')).status).toBe(303)
    at('2026-11-05', 12)
    await mailMessages(world.world)
    expect(await subjects(email)).toEqual([])
    await own.post('/mijn-account/berichten', { ...chosen, rhythm: 'never' })
    await isNew(person, '2026-11-05', 13)
    expect(await subjects(email)).toEqual([])
    expect(await newFor(world, person)).toHaveLength(2)
  })

  test('stands in the house for whoever has no mail, is opened with a button and is then read', async () => {
    const { person } = await reader('nl', null)
    await isNew(person, '2026-11-04', 10)
    const own = await signedIn(world, person)
    const home = await (await own.get('/mijn')).text()
    expect(home).toContain('Nieuw voor jou: 1 bericht')
    const list = await (await own.get('/berichten')).text()
    expect(list).toContain('Iemand meldde zich aan.')
    const address = /action="(\/berichten\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? ''
    expect(await (await own.get('/mijn')).text(), 'looking at the list reads nothing').toContain('Nieuw voor jou')
    const opened = await own.post(address)
    expect(opened.headers.get('location')).toBe('/aanmeldingen')
    expect((await own.get('/aanmeldingen')).status, 'in the role it is for').toBe(200)
    expect(await (await own.get('/coach')).text()).not.toContain('Nieuw voor jou')
    expect(await (await own.get('/berichten')).text()).toContain('Je hebt alles gelezen.')
  })

  test('is nobody else’s to open or read', async () => {
    const { person } = await reader()
    await isNew(person, '2026-11-04', 10)
    const list = await (await (await signedIn(world, person)).get('/berichten')).text()
    const address = /action="(\/berichten\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? ''
    const other = await signedIn(world, (await reader()).person)
    expect((await other.post(address)).status).toBe(404)
    expect((await other.post(`/berichten/${newId()}`)).status).toBe(404)
    expect(await (await other.get('/berichten')).text()).not.toContain('Iemand meldde zich aan.')
    expect((await browser(world).get('/berichten')).status).toBe(303)
  })

  test('a choice that is none is refused, and the old one stays', async () => {
    const own = await signedIn(world, (await reader()).person)
    await own.post('/mijn-account/berichten', chosen)
    expect((await own.post('/mijn-account/berichten', { ...chosen, rhythm: 'ooit' })).status).toBe(422)
    expect((await own.post('/mijn-account/berichten', { ...chosen, quietFrom: '24' })).status).toBe(422)
    expect(await (await own.get('/mijn-account')).text()).toMatch(/value="weekly"[^>]*checked|checked[^>]*value="weekly"/)
  })

  test('is forgotten ninety days after it was read, and after a year when nobody read it', async () => {
    const { person } = await reader()
    await isNew(person, '2026-11-04', 10)
    await (await signedIn(world, person)).post('/berichten/gelezen')
    await isNew(person, '2026-11-04', 11)
    const sweep = (on: string) => {
      at(on, 3)
      return world.world.database.unit({ role: 'opbloei_signin', organisation: null, person: null }, (tx) => forgetMessages(tx, world.clock.now()))
    }
    await sweep('2027-02-02')
    expect(await newFor(world, person)).toHaveLength(2)
    await sweep('2027-02-03')
    expect(await newFor(world, person)).toHaveLength(1)
    await sweep('2027-11-04')
    expect(await newFor(world, person)).toHaveLength(1)
    await sweep('2027-11-05')
    expect(await newFor(world, person)).toEqual([])
    itIs(world, '2026-11-03')
  })
})
