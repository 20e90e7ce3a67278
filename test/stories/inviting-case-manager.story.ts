import { beforeAll, describe, expect, test } from 'vitest'
import type { MemberId, PersonId } from '#rooms/access'
import { newMember, type Village, village } from '../village.ts'
import { type Browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let at: Village
let colleague: PersonId
let stranger: PersonId

beforeAll(async () => {
  world = await testWorld()
  at = await village(world, '2026-11-02')
  colleague = await somebody(world, at.municipality, 'caseManager', 'Olaf Collega')
  stranger = await somebody(world, await found(world, 'municipality', 'Gemeente Elders'), 'caseManager', 'Bart Elders')
})

const HERE = '/klantmanager-uitnodigen'
const ask = (browser: Browser, words = 'Wil iemand meedenken over mijn plan?', agreed = 'ja', key?: string) => browser.post(HERE, { words, agreed }, key)
const textOf = async (browser: Browser, path: string) => (await browser.get(path)).text()

/** The address at which a case manager takes the invitation of somebody. */
async function takeAddress(desk: Browser, name: string): Promise<string> {
  const page = await textOf(desk, '/uitnodigingen')
  return new RegExp(`(/uitnodigingen/[0-9a-f-]+/oppakken)(?:(?!/oppakken)[\\s\\S])*${name}`).exec(page.slice(page.indexOf(name)))?.[1] ?? ''
}

describe('a member who came alone invites a case manager', () => {
  test('the team of the own town reads it, one takes it, and the member reads who', async () => {
    const member = await newMember(at, 'Sara Alleen', 'participatiewetOwn')
    const phone = await signedIn(world, member)
    expect((await ask(phone)).status).toBe(303)
    expect(await textOf(phone, HERE)).toContain('Je vraag ligt bij de gemeente')
    await world.runJobs()
    const desk = await signedIn(world, at.caseManager)
    expect(await textOf(desk, '/klantmanager')).toContain('Sara Alleen')
    expect(await textOf(desk, '/berichten')).toContain('vraagt een klantmanager')
    const take = await takeAddress(desk, 'Sara Alleen')
    expect((await desk.post(take)).status).toBe(303)
    await world.runJobs()
    const told = await textOf(phone, HERE)
    expect(told).toContain('Ilse van Rooij pakte je vraag op')
    expect(told).not.toContain('Haal mijn vraag terug')
    expect(await textOf(phone, '/berichten')).toContain('pakte je vraag op')
    // Whoever took it is the case manager of this resident; a colleague comes too late, and taking twice is one taking.
    expect((await desk.post(take)).status).toBe(303)
    const other = await signedIn(world, colleague)
    expect(await textOf(other, '/uitnodigingen')).not.toContain('Sara Alleen')
    expect((await other.post(take)).status).toBe(409)
    expect((await ask(phone)).status).toBe(409)
  })

  test('is taken back before somebody takes it, and then nobody can', async () => {
    const member = await newMember(at, 'Tim Terug', 'participatiewetOwn')
    const phone = await signedIn(world, member)
    await ask(phone)
    const back = /action="([^"]+intrekken)"/.exec(await textOf(phone, HERE))?.[1] ?? ''
    const desk = await signedIn(world, at.caseManager)
    const take = await takeAddress(desk, 'Tim Terug')
    expect((await phone.post(back)).status).toBe(303)
    expect((await desk.post(take)).status).toBe(409)
    expect(await textOf(desk, '/uitnodigingen')).not.toContain('Tim Terug')
    expect(await textOf(phone, HERE)).toContain('Je haalde je vraag terug')
    // Afterwards the member may ask again.
    expect((await ask(phone)).status).toBe(303)
  })

  test('taking and taking back at the same moment leave one of the two', async () => {
    const member = await newMember(at, 'Bas Beide', 'participatiewetOwn')
    const phone = await signedIn(world, member)
    await ask(phone)
    const back = /action="([^"]+intrekken)"/.exec(await textOf(phone, HERE))?.[1] ?? ''
    const desk = await signedIn(world, at.caseManager)
    const take = await takeAddress(desk, 'Bas Beide')
    const answers = await Promise.all([phone.post(back), desk.post(take)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
  })

  test('sends nothing without the own agreement, without a municipality, or with a BSN, and keeps what was typed', async () => {
    const phone = await signedIn(world, await newMember(at, 'Nel Nee', 'participatiewetOwn'))
    const refused = await ask(phone, 'Denk je met me mee?', '')
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('Zonder jouw ja sturen we niets')
    expect(page).toContain('Denk je met me mee?')
    expect((await ask(phone, 'Mijn nummer is 111222333.')).status).toBe(422)
    const free = await signedIn(world, await newMember(at, 'Vera Vrij'))
    expect(await textOf(free, HERE)).toContain('We weten niet welke gemeente')
    expect((await ask(free)).status).toBe(422)
    const desk = await signedIn(world, at.caseManager)
    expect(await textOf(desk, '/uitnodigingen')).not.toMatch(/Nel Nee|Vera Vrij/)
  })

  test('another town reads nothing of it and takes nothing; neither does another member', async () => {
    const member: MemberId = await newMember(at, 'Pia Prive', 'participatiewetOwn')
    const phone = await signedIn(world, member)
    await ask(phone)
    const back = /action="([^"]+intrekken)"/.exec(await textOf(phone, HERE))?.[1] ?? ''
    const take = back.replace(HERE, '/uitnodigingen').replace('intrekken', 'oppakken')
    const elsewhere = await signedIn(world, stranger)
    expect(await textOf(elsewhere, '/uitnodigingen')).not.toContain('Pia Prive')
    expect((await elsewhere.post(take)).status).toBe(404)
    const fellow = await signedIn(world, await newMember(at, 'Mats Mede', 'participatiewetOwn'))
    expect((await fellow.post(back)).status).toBe(404)
    expect((await (await signedIn(world, at.coach)).post(back)).status).toBe(403)
    itIs(world, '2026-11-03')
  })
})
