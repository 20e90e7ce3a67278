import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, day } from '#kit/day.ts'
import { asSystem, type OrganisationId, type PersonId } from '#rooms/access'
import { registerCooperative, registerMunicipality, settingsFrom } from '#rooms/organisations'
import { askToLookBack, forgetIntroductions } from '../../src/rooms/network/introductions/introductions.ts'
import { browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

/** Municipalities with municipalities: each tells what it knows, finds who fits and why, both say yes, they write, and look back. */
let world: TestWorld
let network: PersonId
const START = day('2026-03-02')

type Town = { readonly id: OrganisationId; readonly adviser: PersonId; readonly manager: PersonId }

async function town(code: string, name: string): Promise<Town> {
  const id = await found(world, 'municipality', `Gemeente ${name}`)
  const facts = { code, name: `Gemeente ${name}`, department: 'Werk', street: 'Plein 1', postCode: '1234 AB', city: name, email: 'werk@town.example' }
  await asSystem(world.world, id, 'organisation.edit', (tx, permit) => registerMunicipality(tx, permit, facts))
  return { id, adviser: await somebody(world, id, 'policyAdviser', `Ada ${name}`), manager: await somebody(world, id, 'caseManager', `Kim ${name}`) }
}

const EXPERIENCE = { phase: 'active', since: '2025', band: 'to19', topic_exit: 'seek', wentWrong: '', helps: ['call'], shownTo: 'peers' }
const WISE = { ...EXPERIENCE, since: '2021', topic_exit: 'well', topic_vat: 'some', helps: ['call', 'visit'], wentWrong: 'Wij begonnen zonder penningmeester.' }

let young: Town
let wise: Town
let shy: Town

beforeAll(async () => {
  world = await testWorld()
  itIs(world, START)
  const house = await found(world, 'network', 'Netwerk van de proef')
  network = await somebody(world, house, 'network', 'Nel Netwerk')
  young = await town('DM03', 'Jongdam')
  wise = await town('DM04', 'Wijsrade')
  shy = await town('XX71', 'Stilmaat')
}, 120_000)

const text = async (who: PersonId, path: string) => (await (await signedIn(world, who)).get(path)).text()

describe('introductions', () => {
  test('who tells nothing sees nobody; a year to come and a beginning that is missing are refused and keep what was typed', async () => {
    expect(await text(young.adviser, '/kennismaken')).toContain('Vertel eerst over jullie zelf')
    const ada = await signedIn(world, young.adviser)
    const later = await ada.post('/ervaring', { ...EXPERIENCE, since: '2031', wentWrong: 'Te snel begonnen' })
    expect([later.status, (await later.text()).includes('Te snel begonnen')]).toEqual([422, true])
    expect((await ada.post('/ervaring', { ...EXPERIENCE, since: '' })).status).toBe(422)
    expect((await ada.post('/ervaring', { ...EXPERIENCE, since: 'vroe' })).status).toBe(422)
  })

  test('finds who fits, with every reason, and nobody is shown wider than chosen', async () => {
    for (const [who, facts] of [
      [young, EXPERIENCE],
      [wise, WISE],
      [shy, { ...WISE, shownTo: 'network', wentWrong: 'Dit leest alleen het netwerk.' }],
    ] as const)
      expect((await (await signedIn(world, who.adviser)).post('/ervaring', facts)).headers.get('location')).toBe('/kennismaken')
    const page = await text(young.adviser, '/kennismaken')
    expect(page).toContain('Gemeente Wijsrade')
    expect(page).toContain('Weet goed: uit de uitkering gaan')
    expect(page).toContain('Is 4 jaar verder')
    expect(page).toContain('Even groot')
    expect(page).toContain('Draait, sinds 2021, 10 tot en met 19 inwoners die meedoen')
    expect(page).toContain('Wij begonnen zonder penningmeester.')
    expect(page).not.toContain('Stilmaat')
    expect(await text(shy.adviser, '/kennismaken')).not.toContain('Wijsrade')
    const all = await text(network, '/netwerk/kennismaken')
    expect([all.includes('Stilmaat'), all.includes('Wijsrade')]).toEqual([true, true])
    expect((await (await signedIn(world, young.adviser)).get(`/kennismaken/${shy.id}`)).status).toBe(404)
  })

  test('asked, answered by the other alone, spoken with an agenda, and looked back on after a month', async () => {
    const [ada, wil] = [await signedIn(world, young.adviser), await signedIn(world, wise.adviser)]
    const asked = await ada.post(`/kennismaken/${wise.id}`, { words: 'Hoe doen jullie het als iemand uit de uitkering gaat?' })
    const path = asked.headers.get('location') ?? ''
    expect(path).toMatch(/^\/kennismakingen\//)
    expect((await ada.post(`/kennismaken/${wise.id}`, { words: 'Nog eens' })).status).toBe(409)
    await world.runJobs()
    expect(await text(wise.adviser, '/berichten')).toContain('kennismaking')
    expect((await ada.post(`${path}/antwoord`, { answer: 'ja' })).status).toBe(409)
    expect((await ada.post(`${path}/berichten`, { words: 'Te vroeg' })).status).toBe(409)
    // Another function of the same organisation, another organisation, and nobody at all.
    expect((await (await signedIn(world, wise.manager)).get(path)).status).toBe(404)
    expect((await (await signedIn(world, shy.adviser)).get(path)).status).toBe(404)
    expect((await browser(world).get(path)).status).toBe(303)
    await wil.post(`${path}/antwoord`, { answer: 'ja', words: 'Bel maar op dinsdag.' })
    expect((await wil.post(`${path}/antwoord`, { answer: 'nee' })).status).toBe(409)
    const page = await text(young.adviser, path)
    expect(page).toContain('Bel maar op dinsdag.')
    expect(page).toContain('Hoe doen jullie dit: uit de uitkering gaan?')
    await ada.post(`${path}/berichten`, { words: 'Dinsdag om tien uur?' })
    expect(await text(wise.adviser, path)).toContain('Dinsdag om tien uur?')
    const seen = await text(network, '/netwerk/kennismaken')
    expect([seen.includes('In gesprek'), seen.includes('Dinsdag om tien uur?')]).toEqual([true, false])
    itIs(world, addDays(START, 29))
    expect(await text(young.adviser, path)).not.toContain('Hoe was het?')
    itIs(world, addDays(START, 30))
    // Asked once, however often the night comes by.
    const timesAsked = async () => {
      await asSystem(world.world, wise.id, 'introduction.tell', askToLookBack)
      return Number(
        (await world.world.database.pool.query('select count(*) from network.introduction_told where introduction = $1', [path.slice(16)])).rows[0].count,
      )
    }
    expect([await timesAsked(), await timesAsked()]).toEqual([1, 1])
    expect(await text(young.adviser, path)).toContain('Hoe was het?')
    await ada.post(`${path}/terugblik`, { useful: 'much', words: 'Een heldere uitleg.' })
    expect((await ada.post(`${path}/terugblik`, { useful: 'not' })).status).toBe(409)
    await wil.post(`${path}/terugblik`, { useful: 'some' })
    expect(await text(network, '/netwerk/kennismaken')).toContain('Afgerond')
    itIs(world, START)
  })

  test('whoever asked may take it back while it waits; the network proposes two, and both have to say yes', async () => {
    const managers = [await signedIn(world, young.manager), await signedIn(world, wise.manager)] as const
    const path = (await managers[0].post(`/kennismaken/${wise.id}`, { words: 'Hoe lees jij een maandopgave?' })).headers.get('location') ?? ''
    expect(await text(wise.manager, path)).toContain('Klantmanager met klantmanager')
    await managers[0].post(`${path}/intrekking`)
    expect(await text(wise.manager, path)).toContain('Teruggehaald')
    const nel = await signedIn(world, network)
    expect((await nel.post('/netwerk/kennismaken', { one: young.id, two: young.id, words: 'Zelfde' })).status).toBe(422)
    expect((await nel.post('/netwerk/kennismaken', { one: young.id, two: shy.id, words: 'Jullie zoeken hetzelfde.' })).headers.get('location')).toBe(
      '/netwerk/kennismaken',
    )
    await world.runJobs()
    const [, link = ''] = /href="(\/kennismakingen\/[^"]+)"/.exec(await text(shy.adviser, '/kennismaken')) ?? []
    await (await signedIn(world, young.adviser)).post(`${link}/antwoord`, { answer: 'ja' })
    expect(await text(shy.adviser, link)).toContain('Wil je kennismaken?')
    await (await signedIn(world, shy.adviser)).post(`${link}/antwoord`, { answer: 'nee', words: 'Volgend jaar.' })
    expect(await text(young.adviser, link)).toContain('Volgend jaar.')
  })

  test('a cooperative and a municipality meet; treasurer meets treasurer, and sees no municipality', async () => {
    const [first, second] = [await soco('Coöperatie De Zoeker'), await soco('Coöperatie De Kenner')]
    const board = await signedIn(world, first.board)
    await board.post('/ervaring', { ...EXPERIENCE, topic_exit: 'seek', topic_vat: 'seek' })
    await (await signedIn(world, second.board)).post('/ervaring', { ...WISE, topic_vat: 'well' })
    const list = await text(first.board, '/kennismaken')
    expect(list).toContain('Gemeente Wijsrade')
    expect(list).toContain('Zij passen bij jullie: ze weten veel over ‘uit de uitkering gaan’')
    const path = (await board.post(`/kennismaken/${wise.id}`, { words: 'Willen jullie vertellen hoe een besluit gaat?' })).headers.get('location') ?? ''
    await (await signedIn(world, wise.adviser)).post(`${path}/antwoord`, { answer: 'ja' })
    expect(await text(first.board, path)).toContain('In gesprek')
    expect(await text(wise.adviser, path)).toContain('Coöperatie De Zoeker')
    const nel = await signedIn(world, network)
    expect((await nel.post('/netwerk/kennismaken', { one: shy.id, two: second.id, words: 'Jullie wonen naast elkaar.' })).status).toBe(303)

    const books = await signedIn(world, first.treasurer)
    const others = await text(first.treasurer, '/kennismaken')
    expect([others.includes('De Kenner'), others.includes('Gemeente Wijsrade')]).toEqual([true, false])
    expect((await books.get(`/kennismaken/${wise.id}`)).status).toBe(404)
    const talk = (await books.post(`/kennismaken/${second.id}`, { words: 'Hoe boek jij btw?' })).headers.get('location') ?? ''
    expect(await text(second.treasurer, talk)).toContain('Penningmeester met penningmeester')
    expect((await (await signedIn(world, second.board)).get(talk)).status).toBe(404)
    const coach = await signedIn(world, first.coach)
    const guided = (await coach.post(`/kennismaken/${second.id}`, { words: 'Hoe begin jij een gesprek?' })).headers.get('location') ?? ''
    expect(await text(second.coach, guided)).toContain('Begeleider met begeleider')
  })

  test('is told when it is wiped, and wiped on the day after with all that was said', async () => {
    const left = async (id: string) =>
      Number((await world.world.database.pool.query('select count(*) from network.introduction where tenant = $1', [id])).rows[0].count)
    const before = await left(young.id)
    expect(before).toBeGreaterThan(1)
    const open = /\/kennismakingen\/[0-9a-f-]+/.exec(await text(wise.adviser, '/kennismaken'))?.[0] ?? ''
    expect(await text(wise.adviser, open)).toMatch(/Wat hier staat, wissen we na \d+ \w+ 202[67]/)
    const sweep = () => asSystem(world.world, young.id, 'introduction.sweep', forgetIntroductions)
    expect(await sweep()).toBe(0)
    itIs(world, addDays(START, 91))
    // What nobody answered, or was taken back or declined; the talk that both wanted stays.
    expect(await sweep()).toBe(before - 1)
    itIs(world, addDays(START, 30 + 366))
    expect([await sweep(), await left(young.id)]).toEqual([1, 0])
    const words = await world.world.database.pool.query('select count(*) from network.introduction_word where tenant = $1', [young.id])
    expect(Number(words.rows[0].count)).toBe(0)
    itIs(world, START)
  })
})

async function soco(name: string) {
  const id = await found(world, 'cooperative', name)
  const none = { vatId: null, iban: null, email: null, phone: null, website: null, korSince: null, korUntil: null, settings: settingsFrom({}) }
  const facts = { legalName: name, tradeName: name, kvk: '12345678', street: 'Laan 1', postCode: '1234 AB', city: 'Jongdam', ...none }
  await asSystem(world.world, id, 'organisation.edit', (tx, permit) => registerCooperative(tx, permit, facts))
  const [board, treasurer, coach] = [
    await somebody(world, id, 'board', `Bo ${name}`),
    await somebody(world, id, 'treasurer', `Teun ${name}`),
    await somebody(world, id, 'coach', `Cas ${name}`),
  ]
  return { id, board, treasurer, coach }
}
