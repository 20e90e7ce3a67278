import { beforeAll, beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest'
import type { Database } from '#kit/db.ts'
import { addPerson, asSystem, giveRole, type OrganisationId, type PersonId } from '#rooms/access'
import { newMember, village } from '../village.ts'
import { type Browser, browser, found, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

/** A page that is asked three times in a moment is drawn twice: see decision 15. */
let house: TestWorld
let cooperative: OrganisationId
let units: MockInstance<Database['unit']>
let count = 0

beforeAll(async () => {
  house = await testWorld()
  cooperative = await found(house, 'cooperative', 'Coöperatie De Kikkerbeet U.A.')
  units = vi.spyOn(house.world.database, 'unit')
})

beforeEach(() => itIs(house, '2026-11-02'))

const person = (role: 'administrator' | 'treasurer' = 'administrator') =>
  asSystem(house.world, cooperative, 'person.invite', async (tx, permit) => {
    const name = `Beheerder ${++count} van Bewaard`
    const id = await addPerson(tx, permit, { name, email: `bewaard${count}@voorbeeld.nl`, language: 'nl' })
    await giveRole(tx, permit, id, role, permit.today, null)
    return { id, name }
  })

/** How many units of work an answer took: none where a page was sent again. */
async function drawing(browser: Browser, path: string): Promise<{ text: string; units: number }> {
  const before = units.mock.calls.length
  const answer = await browser.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return { text: await answer.text(), units: units.mock.calls.length - before }
}

async function thrice(browser: Browser, path: string) {
  await drawing(browser, path)
  await drawing(browser, path)
  return drawing(browser, path)
}

const keysIn = (text: string) => [...text.matchAll(/name="_key" value="([^"]+)"/g)].map(([, key]) => key)
const bare = (text: string) => text.replaceAll(/(name="_(?:key|csrf)" value=")[^"]+/g, '$1')

describe('a page that is asked again in a moment', () => {
  test('is sent again without being drawn, with keys of its own in its forms', async () => {
    const browser = await signedIn(house, (await person()).id)
    const first = await drawing(browser, '/medewerkers')
    expect(first.units).toBe(1)
    await drawing(browser, '/medewerkers')
    const third = await drawing(browser, '/medewerkers')
    expect(third.units).toBe(0)
    expect(bare(third.text)).toBe(bare(first.text))
    const fourth = await drawing(browser, '/medewerkers')
    expect(keysIn(third.text).length).toBeGreaterThan(0)
    expect(keysIn(fourth.text).some((key) => keysIn(third.text).includes(key))).toBe(false)
  })

  test('shows what changed since, whoever changed it', async () => {
    const browser = await signedIn(house, (await person()).id)
    expect((await thrice(browser, '/medewerkers')).units).toBe(0)
    const { name } = await person('treasurer')
    const after = await drawing(browser, '/medewerkers')
    expect(after.units).toBe(1)
    expect(after.text).toContain(name)
  })

  test('is not read anew while nothing changed, and read but not drawn when something else did', async () => {
    const { database } = house.world
    const browser = await signedIn(house, (await person()).id)
    const read = vi.spyOn(database, 'imprint')
    const changes = vi.spyOn(database, 'snapshot')
    await drawing(browser, '/medewerkers')
    await drawing(browser, '/medewerkers')
    const [drawn] = await Promise.all(read.mock.results.map(({ value }) => value as ReturnType<Database['imprint']>))
    // What other databases of the same server do counts as a change too: here it is still.
    changes.mockResolvedValueOnce(drawn?.snapshot ?? 'none')
    expect((await drawing(browser, '/medewerkers')).units).toBe(0)
    expect(read.mock.calls).toHaveLength(1)
    const before = await database.snapshot()
    await found(house, 'cooperative', 'Coöperatie Ver Weg van Bewaard U.A.')
    expect(await database.snapshot()).not.toBe(before)
    expect((await drawing(browser, '/medewerkers')).units).toBe(0)
    expect(read.mock.calls).toHaveLength(2)
    read.mockRestore()
    changes.mockRestore()
  })

  test('asks the database nothing where nothing was read for it', async () => {
    const { database } = house.world
    const asked = [vi.spyOn(database, 'imprint'), vi.spyOn(database, 'snapshot'), vi.spyOn(database, 'single')]
    const visitor = browser(house)
    const first = await drawing(visitor, '/iets-voor-mij')
    const second = await drawing(visitor, '/iets-voor-mij')
    expect(bare(second.text)).toBe(bare(first.text))
    expect(asked.map((each) => each.mock.calls.length)).toEqual([0, 0, 0])
    for (const each of asked) each.mockRestore()
  })

  test('is drawn anew after half a minute, on another day and after what was done is said', async () => {
    const browser = await signedIn(house, (await person()).id)
    expect((await thrice(browser, '/medewerkers')).units).toBe(0)
    house.clock.set(house.world.clock.now().add({ seconds: 29 }))
    expect((await drawing(browser, '/medewerkers')).units).toBe(0)
    house.clock.set(house.world.clock.now().add({ seconds: 2 }))
    expect((await drawing(browser, '/medewerkers')).units).toBe(1)
    itIs(house, '2026-11-03')
    expect((await drawing(browser, '/medewerkers')).units).toBe(1)
  })

  test('is nobody else’s: not of who came in after, nor of who was let out', async () => {
    const mine = await person()
    const browser = await signedIn(house, mine.id)
    expect((await thrice(browser, '/mijn-account')).text).toContain(mine.name)
    const other = await person()
    const theirs = await drawing(await signedIn(house, other.id), '/mijn-account')
    expect(theirs.text).toContain(other.name)
    expect(theirs.text).not.toContain(mine.name)
    await house.world.database.pool.query('delete from signin.session where identity = $1', [mine.id])
    expect((await browser.get('/mijn-account')).status).toBe(303)
  })

  test('is refused as soon as the role has ended', async () => {
    const mine = await person()
    const browser = await signedIn(house, mine.id)
    expect((await thrice(browser, '/medewerkers')).units).toBe(0)
    await house.world.database.pool.query('delete from access.affiliation where person = $1', [mine.id])
    expect((await browser.get('/medewerkers')).status).toBe(403)
  })

  test('keeps being written down where opening it is a look at somebody', async () => {
    const place = await village(house, '2026-11-02')
    const member = await newMember(place, 'Lid van Bewaard', 'participatiewetOwn')
    const browser = await signedIn(house, place.coach)
    const before = await looksAt(member, place.coach)
    for (let time = 0; time < 4; time++) expect((await browser.get(`/leden/${member}`)).status).toBe(200)
    expect((await looksAt(member, place.coach)) - before).toBe(4)
  })
})

async function looksAt(subject: PersonId, by: PersonId): Promise<number> {
  const { rows } = await house.world.database.pool.query('select count(*)::int as n from access.look where subject = $1 and person = $2', [subject, by])
  return rows[0]?.n ?? 0
}
