import { beforeAll, expect, test } from 'vitest'
import type { OrganisationId, PersonId } from '#rooms/access'
import { village } from '../village.ts'
import { browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

/** How the network writes what it knows: one writes, another publishes. */
let world: TestWorld
let network: OrganisationId
let hilde: PersonId
let joris: PersonId

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-11-02')
  network = await found(world, 'network', 'Het netwerk')
  hilde = await somebody(world, network, 'network', 'Hilde Schrijft')
  joris = await somebody(world, network, 'network', 'Joris Leest')
}, 120_000)

const TEXT = {
  title: 'Mag een lid naaimachines lenen?',
  intro: 'Ja, als de coöperatie ze heeft.',
  body: '## Zo werkt het\n\nVraag het aan je **coach**.',
  source: 'Verzonnen',
  doubt: '',
  kind: 'question',
  topics: ['cooperative'],
  audiences: ['member'],
}
const slug = 'mag-een-lid-naaimachines-lenen'
const written = async (path: string, text: typeof TEXT) => {
  const answer = await (await signedIn(world, hilde)).post(path, text)
  return /versie\/([^/]+)\/nakijken/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
}

test('a new answer is read and found once a colleague published it, and not before', async () => {
  const writer = await signedIn(world, hilde)
  const reader = await signedIn(world, joris)
  const preview = await (await writer.post('/netwerk/kennis/nieuw/voorbeeld', TEXT)).text()
  expect([preview.includes('Zo komt het eruit te zien'), preview.includes('<strong>coach</strong>')]).toEqual([true, true])
  const id = await written('/netwerk/kennis/nieuw/tekst', TEXT)
  expect((await browser(world).get(`/kennis/${slug}`)).status).toBe(404)
  const page = `/netwerk/kennis/versie/${id}/nakijken`
  expect(await (await writer.get(page)).text()).not.toContain('Op de site zetten')
  expect((await writer.post(`/netwerk/kennis/versie/${id}/publicatie`, { reviewOn: '2027-11-02' })).status).toBe(422)
  expect(await (await reader.get(page)).text()).toContain('Op de site zetten')
  expect((await reader.post(`/netwerk/kennis/versie/${id}/publicatie`, { reviewOn: '2026-11-02' })).status).toBe(422)
  expect((await reader.post(`/netwerk/kennis/versie/${id}/publicatie`, { reviewOn: '2027-11-02' })).headers.get('location')).toBe(`/netwerk/kennis/${slug}`)
  expect((await reader.post(`/netwerk/kennis/versie/${id}/publicatie`, { reviewOn: '2027-11-02' })).status).toBe(409)
  expect(await (await browser(world).get(`/kennis/${slug}`)).text()).toContain('2 november 2027')
  expect(await (await browser(world).get('/kennis?zoek=naaimachnies')).text()).toContain(`href="/kennis/${slug}"`)
  // The feed tells of it, and of nothing that came with the program.
  const told = [...(await (await browser(world).get('/nieuw.atom')).text()).matchAll(/\/kennis\/([a-z-]+)"/g)].map(([, item]) => item)
  const { rows } = await world.world.database.pool.query<{ slug: string }>(
    'select s.slug from network.knowledge_shown s join network.knowledge_version v on v.id = s.version where v.written_by is null',
  )
  expect(rows.length).toBeGreaterThan(20)
  expect([told.includes(slug), told.filter((item) => rows.some((seed) => seed.slug === item))]).toEqual([true, []])
})

test('a new version that is sent back stays unread, with the reason in the history', async () => {
  const id = await written(`/netwerk/kennis/${slug}/tekst`, { ...TEXT, intro: 'Nee, nooit.' })
  const writer = await signedIn(world, hilde)
  expect((await writer.post(`/netwerk/kennis/${slug}/tekst`, TEXT)).status).toBe(422)
  const reader = await signedIn(world, joris)
  await reader.post(`/netwerk/kennis/versie/${id}/afwijzing`, { reason: 'Dit klopt niet.' })
  expect(await (await browser(world).get(`/kennis/${slug}`)).text()).not.toContain('Nee, nooit.')
  const history = await (await reader.get(`/netwerk/kennis/${slug}`)).text()
  for (const words of ['Dit klopt niet.', 'Op de site sinds 2 november 2026, door Joris Leest', 'Hilde Schrijft schreef dit']) expect(history).toContain(words)
})

test('nobody publishes an own version, nor shows one that nobody published, in the database either', async () => {
  const id = await written(`/netwerk/kennis/${slug}/tekst`, { ...TEXT, intro: 'Misschien.' })
  const { unit } = world.world.database
  const asHilde = { role: 'opbloei_app', organisation: network, person: hilde } as const
  const verdict = { version: id, published: true, reason: null, decided_by: hilde, decided_at: world.clock.now() }
  await expect(unit(asHilde, (tx) => tx.insertInto('network.knowledge_verdict').values(verdict).execute())).rejects.toThrow(/row-level security/)
  await expect(unit(asHilde, (tx) => tx.updateTable('network.knowledge_shown').set({ version: id }).where('slug', '=', slug).execute())).rejects.toThrow(
    /row-level security/,
  )
})

test('a title that exists, marks that a text does not take and other roles are refused', async () => {
  const writer = await signedIn(world, hilde)
  expect((await writer.post('/netwerk/kennis/nieuw/tekst', TEXT)).status).toBe(422)
  const html = await (await writer.post('/netwerk/kennis/nieuw/tekst', { ...TEXT, title: 'Anders', body: 'Goed.\n<b>Fout</b>' })).text()
  expect(html).toContain('In regel 2 staat iets wat niet mag.')
  const at = await village(world, '2026-11-02')
  const treasurer = await signedIn(world, at.treasurer)
  expect((await treasurer.get(`/netwerk/kennis/${slug}`)).status).toBe(403)
  expect((await treasurer.post('/netwerk/kennis/nieuw/tekst', TEXT)).status).toBe(403)
})
