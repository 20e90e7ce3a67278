import { beforeAll, expect, test } from 'vitest'
import { asSystem, type PersonId, relate } from '#rooms/access'
import { forgetOfferings, tellOfQuestion } from '../../src/rooms/network/offerings/offerings.ts'
import { type Village, village } from '../village.ts'
import { type Browser, browser, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

/** What members show of their work, and what customers ask about it. */
let world: TestWorld
let at: Village
let samira: PersonId

beforeAll(async () => {
  world = await testWorld()
  at = await village(world, '2026-11-02')
  samira = await somebody(world, at.cooperative, 'member', 'Samira Haddad')
  await asSystem(world.world, at.cooperative, 'person.invite', (tx, permit) => relate(tx, permit, 'coach', samira, at.coach))
}, 120_000)

const WORK = {
  kind: 'product',
  title: 'Gordijnen op maat',
  about: 'Van uw eigen stof.',
  craft: 'textile',
  tradeName: 'Atelier Wilg',
  town: 'Wilgendam',
  agreed: 'ja',
}
const html = async (who: Browser, path: string) => (await who.get(path)).text()
const idOn = (page: string) => /href="(?:\/en)?\/aanbod\/([0-9a-f-]{36})"/.exec(page)?.[1] ?? ''

test('a thing is shown only with the word of the member, never tells of a benefit, and is read in the words of schema.org', async () => {
  const member = await signedIn(world, samira)
  expect((await member.post('/mijn-aanbod', { ...WORK, agreed: '' })).status).toBe(422)
  expect((await member.post('/mijn-aanbod', { ...WORK, about: 'Ik heb bijstand en naai.' })).status).toBe(422)
  expect(await html(browser(world), '/aanbod')).toContain('Niets gevonden.')
  await member.post('/mijn-aanbod', WORK)
  const list = await html(browser(world), '/aanbod?werk=textile&plaats=wilg')
  expect(list).toContain('Gordijnen op maat')
  expect(list).not.toContain('Samira')
  expect(await html(browser(world), '/aanbod?werk=food')).toContain('Niets gevonden.')
  const page = await html(browser(world), `/aanbod/${idOn(list)}`)
  const facts = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '{}')
  expect(facts).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: 'Gordijnen op maat',
    description: 'Van uw eigen stof.',
    url: expect.stringMatching(new RegExp(`^http.*/aanbod/${idOn(list)}$`)),
    brand: {
      '@type': 'Organization',
      name: 'Atelier Wilg',
      address: { '@type': 'PostalAddress', addressLocality: 'Wilgendam', addressCountry: 'NL' },
    },
  })
  expect(await html(browser(world), '/sitemap.xml')).toContain(`/aanbod/${idOn(list)}`)
})

test('a customer asks for a quote without an account: once, with word to the member and the own coach, and to nobody else', async () => {
  const customer = browser(world)
  const path = `/aanbod/${idOn(await html(customer, '/aanbod'))}`
  const shown = /name="_shown" value="([^"]+)"/.exec(await html(customer, path))?.[1] ?? ''
  const asked = { name: 'Buurthuis', email: 'buurthuis@example.org', words: 'Vier gordijnen voor onze zaal?', leeg: '', _shown: shown }
  expect((await customer.post(path, asked)).status).toBe(422)
  world.clock.set(world.clock.now().add({ seconds: 30 }))
  expect((await customer.post(path, { ...asked, leeg: 'x' })).status).toBe(422)
  const key = '00000000-0000-7000-8000-000000000017'
  await Promise.all(Array.from({ length: 16 }, () => customer.post(path, asked, key)))
  expect((await world.world.database.pool.query('select count(*)::int as n from network.offering_question')).rows[0].n).toBe(1)
  await asSystem(world.world, at.cooperative, 'offering.sweep', (tx, permit) => tellOfQuestion(tx, permit, samira))
  expect(await html(await signedIn(world, samira), '/mijn-aanbod')).toContain('Vier gordijnen voor onze zaal?')
  expect(await html(await signedIn(world, samira), '/berichten')).toContain('Een klant vraagt iets over het aanbod.')
  const other = await somebody(world, at.cooperative, 'member', 'Bram Ander')
  expect(await html(await signedIn(world, other), '/mijn-aanbod')).not.toContain('Vier gordijnen')
  // So does her coach, and not the coach of others.
  expect(await html(await signedIn(world, at.coach), '/vragen-van-klanten')).toContain('Vier gordijnen')
  expect(await html(await signedIn(world, at.coach), '/berichten')).toContain('Een klant vraagt iets over het aanbod.')
  const stranger = await somebody(world, at.cooperative, 'coach', 'Ina Andere')
  expect(await html(await signedIn(world, stranger), '/vragen-van-klanten')).not.toContain('Vier gordijnen')
  expect((await (await signedIn(world, at.treasurer)).get('/vragen-van-klanten')).status).toBe(403)
})

test('what is taken back is gone at once, by nobody else, and thrown away after a month', async () => {
  const id = idOn(await html(browser(world), '/aanbod'))
  const other = await signedIn(world, await somebody(world, at.cooperative, 'member', 'Cor Anders'))
  await other.post(`/mijn-aanbod/${id}/einde`)
  expect((await browser(world).get(`/aanbod/${id}`)).status).toBe(200)
  await (await signedIn(world, samira)).post(`/mijn-aanbod/${id}/einde`)
  expect((await browser(world).get(`/aanbod/${id}`)).status).toBe(404)
  const sweep = () => asSystem(world.world, at.cooperative, 'offering.sweep', (tx, permit) => forgetOfferings(tx, permit))
  const left = async () => (await world.world.database.pool.query('select count(*)::int as n from network.offering')).rows[0].n
  itIs(world, '2026-12-01')
  await sweep()
  expect(await left()).toBe(1)
  itIs(world, '2026-12-03')
  await sweep()
  expect(await left()).toBe(0)
})
