import { beforeAll, expect, test } from 'vitest'
import { asSystem, type PersonId, relate } from '#rooms/access'
import { forgetQuestions, tellOfQuestion } from '../../src/rooms/network/offerings/asking/asking.ts'
import { tellProposed } from '../../src/rooms/network/offerings/keeping/changing.ts'
import { forgetOfferings } from '../../src/rooms/network/offerings/offerings.ts'
import { rowOfColours } from '../pictures.ts'
import { structuredIn, structuredWrong } from '../structured.ts'
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
  expect(await html(browser(world), '/aanbod')).toContain('Niets gevonden')
  await member.post('/mijn-aanbod', WORK)
  const list = await html(browser(world), '/aanbod?werk=textile&plaats=wilg')
  expect(list).toContain('Gordijnen op maat')
  expect(list).not.toContain('Samira')
  expect(await html(browser(world), '/aanbod?werk=food')).toContain('Niets gevonden')
  const page = await html(browser(world), `/aanbod/${idOn(list)}`)
  const [facts] = structuredIn(page)
  expect(structuredWrong(facts)).toEqual([])
  const invented = { areaServed: 'Wilgendam (verzonnen)' }
  expect(facts).toMatchObject({ '@type': 'Product', name: 'Gordijnen op maat', brand: { name: 'Atelier Wilg' }, offers: invented })
  expect(facts?.url).toMatch(new RegExp(`^http.*/aanbod/${idOn(list)}$`))
  const [all] = structuredIn(await html(browser(world), '/aanbod'))
  expect(structuredWrong(all)).toEqual([])
  expect(await html(browser(world), '/nieuw.atom')).toContain('Gordijnen op maat')
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
  const sent = await Promise.all(Array.from({ length: 16 }, () => customer.post(path, asked, key)))
  // What follows is no empty form, so that nobody sends it twice.
  expect(new Set(sent.map((answer) => answer.headers.get('location')))).toEqual(new Set([`${path}?gevraagd=ja`]))
  const after = await html(customer, `${path}?gevraagd=ja`)
  expect([after.includes('Uw vraag is onderweg'), after.includes('name="words"')]).toEqual([true, false])
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

const photoOf = (name = 'gordijn.png', width = 40) => new File([new Uint8Array(rowOfColours(width, 30))], name, { type: 'image/png' })
const SEEN = { seen: 'Blauwe gordijnen voor een raam', madeOn: '2026-11-01', words: 'Mijn eerste paar' }
const count = async (table: string) => (await world.world.database.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n
const photosOn = (page: string) => [...page.matchAll(/\/aanbod\/fotos\/([0-9a-f-]{36})"/g)].map(([, file]) => file ?? '')

test('a photo is shown with its size and words, without who made it, and is gone from the site with one tap', async () => {
  const member = await signedIn(world, samira)
  const id = idOn(await html(browser(world), '/aanbod'))
  const own = `/mijn-aanbod/${id}`
  expect((await member.post(`${own}/fotos`, { ...SEEN, seen: '', photo: photoOf() })).status).toBe(422)
  expect((await member.post(`${own}/fotos`, { ...SEEN, photo: new File(['%PDF-1.7 '], 'x.pdf') })).status).toBe(422)
  expect((await member.post(`${own}/fotos`, { ...SEEN, photo: photoOf() })).headers.get('location')).toBe(own)
  const page = await html(browser(world), `/aanbod/${id}`)
  expect(page).toMatch(/<img class="photo" src="\/aanbod\/fotos\/[0-9a-f-]+" alt="Blauwe gordijnen voor een raam" width="40" height="30" fetchpriority="high"/)
  expect(page).toContain('property="og:image:alt" content="Blauwe gordijnen voor een raam"')
  expect(structuredWrong(structuredIn(page)[0])).toEqual([])
  expect(structuredIn(page)[0]).toMatchObject({ image: [{ width: 40, height: 30 }] })
  const [file = ''] = photosOn(page)
  const shown = await browser(world).get(`/aanbod/fotos/${file}`)
  expect([shown.status, shown.headers.get('content-type'), shown.headers.get('cache-control')]).toEqual([200, 'image/png', 'public, max-age=600'])
  expect([shown.headers.get('x-content-type-options'), shown.headers.get('set-cookie')]).toEqual(['nosniff', null])
  expect(shown.headers.get('content-security-policy')).toContain("object-src 'none'")
  expect(
    (await world.app.request(`${world.settings.baseUrl}/aanbod/fotos/${file}`, { headers: { 'If-None-Match': shown.headers.get('etag') ?? '' } })).status,
  ).toBe(304)
  expect(Buffer.from(await shown.arrayBuffer()).includes('taken at home')).toBe(false)
  expect(await html(browser(world), '/sitemap.xml')).toContain(`/aanbod/fotos/${file}</image:loc>`)
  // Four at most; another can lead; what stands there twice stands there once.
  for (const width of [41, 42, 43]) await member.post(`${own}/fotos`, { ...SEEN, seen: `Gordijn van ${width}`, photo: photoOf('g.png', width) })
  expect((await member.post(`${own}/fotos`, { ...SEEN, photo: photoOf() })).status).toBe(422)
  const last = /fotos\/([0-9a-f-]{36})\/vooraan(?!.*\/vooraan)/s.exec(await html(member, own))?.[1] ?? ''
  await member.post(`${own}/fotos/${last}/vooraan`)
  expect(await html(browser(world), '/aanbod')).toContain('alt="Gordijn van 43" width="43"')
  expect((await member.post(`${own}/fotos/${last}`)).status).toBe(303)
  expect(new Set(photosOn(await html(browser(world), `/aanbod/${id}`))).size).toBe(4)
  // Nobody else changes anything, and says so like something that is not there.
  const other = await signedIn(world, await somebody(world, at.cooperative, 'member', 'Dora Anders'))
  expect((await other.get(own)).status).toBe(404)
  expect((await other.post(`${own}/fotos/${last}/weg`)).status).toBe(404)
  await member.post(`${own}/fotos/${last}/weg`)
  const left = photosOn(await html(browser(world), `/aanbod/${id}`))
  expect(new Set(left).size).toBe(3)
  expect(await html(member, '/mijn-werk')).toContain('Gordijn van 43')
  // Thrown away in the album it is nowhere any more, at once.
  const first = /src="\/mijn-werk\/([0-9a-f-]{36})\/foto" alt="Blauwe/.exec(await html(member, '/mijn-werk'))?.[1] ?? ''
  const files = await count('kit.file')
  await other.post(`/mijn-werk/${first}/weg`)
  expect(await count('kit.file')).toBe(files)
  await member.post(`/mijn-werk/${first}/weg`)
  expect(await count('kit.file')).toBe(files - 1)
  expect((await browser(world).get(`/aanbod/fotos/${file}`)).status).toBe(404)
})

test('the words change in a new version; what a customer saw stays known, and so does its place in the list', async () => {
  const member = await signedIn(world, samira)
  await member.post('/mijn-aanbod', { ...WORK, title: 'Zomen', about: 'Broeken en rokken.', photo: photoOf(), seen: 'Een gezoomde broek' })
  const order = async () => [...(await html(member, '/mijn-aanbod')).matchAll(/href="\/mijn-aanbod\/([0-9a-f-]{36})"/g)].map(([, id]) => id)
  const before = await order()
  const id = idOn(await html(browser(world), '/aanbod?werk=textile'))
  expect((await member.post(`/mijn-aanbod/${id}`, { ...WORK, about: 'Voor wie een uitkering heeft.' })).status).toBe(422)
  await member.post(`/mijn-aanbod/${id}`, { ...WORK, title: 'Gordijnen en rolgordijnen' })
  expect(await order()).toEqual(before)
  const page = await html(browser(world), `/aanbod/${id}`)
  expect(page).toContain('Gordijnen en rolgordijnen')
  expect(new Set(photosOn(page)).size, 'photos stay').toBe(2)
  expect(await html(member, '/mijn-aanbod')).toContain('Dit stond er toen: Gordijnen op maat.')
  const far = await signedIn(world, (await village(world, '2026-11-02')).coach)
  expect((await far.get(`/mijn-aanbod/${id}`)).status).toBe(403)
})

test('a coach proposes other words, which are on the site only after the member says yes', async () => {
  const id = idOn(await html(browser(world), '/aanbod?werk=textile'))
  const coach = await signedIn(world, at.coach)
  const member = await signedIn(world, samira)
  expect(await html(coach, '/vragen-van-klanten')).toContain(`/aanbod-van-leden/${id}`)
  await coach.post(`/aanbod-van-leden/${id}`, { ...WORK, about: 'Eerste voorstel.' })
  await coach.post(`/aanbod-van-leden/${id}`, { ...WORK, about: 'Ik kom bij u meten.' })
  expect(await html(browser(world), `/aanbod/${id}`)).not.toContain('Ik kom bij u meten.')
  await asSystem(world.world, at.cooperative, 'offering.sweep', (tx, permit) => tellProposed(tx, permit, id, samira))
  expect(await html(member, '/berichten')).toContain('Je begeleider stelt andere woorden voor')
  expect(await html(member, '/mijn-aanbod')).toContain('Ik kom bij u meten.')
  expect(await html(member, '/mijn-aanbod')).not.toContain('Eerste voorstel.')
  await member.post(`/mijn-aanbod/${id}/voorstel`, { answer: 'no' })
  expect(await html(browser(world), `/aanbod/${id}`)).not.toContain('Ik kom bij u meten.')
  expect((await member.post(`/mijn-aanbod/${id}/voorstel`, { answer: 'yes' })).status).toBe(409)
  await coach.post(`/aanbod-van-leden/${id}`, { ...WORK, about: 'Ik kom bij u meten.' })
  await member.post(`/mijn-aanbod/${id}/voorstel`, { answer: 'yes' })
  const page = await html(browser(world), `/aanbod/${id}`)
  expect(page).toContain('Ik kom bij u meten.')
  expect(new Set(photosOn(page)).size).toBe(2)
  const stranger = await signedIn(world, await somebody(world, at.cooperative, 'coach', 'Ria Andere'))
  expect((await stranger.get(`/aanbod-van-leden/${id}`)).status).toBe(404)
  expect((await stranger.post(`/aanbod-van-leden/${id}`, WORK)).status).toBe(404)
})

test('a quote comes of a question with one form, once; it leads back to the question, and the other of the two hears', async () => {
  const member = await signedIn(world, samira)
  const path = /href="(\/vragen-van-klanten\/[0-9a-f-]{36}\/offerte)"/.exec(await html(member, '/mijn-aanbod'))?.[1] ?? ''
  const form = await html(member, path)
  expect(form).toContain('Vier gordijnen voor onze zaal?')
  expect(form).toContain('value="Gordijnen op maat"')
  const asked = { kind: 'organisation', agreed: '', what: 'Vier gordijnen', price: '480,00', basis: 'with', vat: 'standard', workOn: '2026-11-20' }
  expect((await member.post(path, asked)).status).toBe(422)
  const made = await Promise.all(Array.from({ length: 8 }, () => member.post(path, { ...asked, agreed: 'ja' })))
  const [quote, ...others] = new Set(made.map((answer) => answer.headers.get('location')))
  expect(others).toEqual([])
  expect(quote).toMatch(/^\/offertes\/[0-9a-f-]{36}$/)
  const page = await html(member, quote ?? '')
  expect(page).toContain(path)
  expect(page).toContain('Buurthuis')
  expect(page.replaceAll('\u00a0', ' ')).toContain('€ 480,00')
  expect(await html(member, path)).toContain(quote)
  expect(await html(member, '/mijn-aanbod')).toContain(quote)
  await world.runJobs()
  const coach = await signedIn(world, at.coach)
  expect(await html(coach, '/berichten')).toContain('Van een vraag van een klant is een offerte gemaakt.')
  expect(await html(coach, quote ?? '')).toContain(path)
  const treasurer = await signedIn(world, at.treasurer)
  expect(await html(treasurer, quote ?? '')).not.toContain(path)
  expect((await treasurer.get(path)).status).toBe(404)
  expect((await (await signedIn(world, await somebody(world, at.cooperative, 'member', 'Els Anders'))).get(path)).status).toBe(404)
  // Asked once more by the same customer, the customer is known and not added again.
  expect((await world.world.database.pool.query("select count(*)::int as n from organisations.customer where name = 'Buurthuis'")).rows[0].n).toBe(1)
})

test('what was asked goes after half a year, and the words that stood there then with it', async () => {
  const sweep = () =>
    asSystem(world.world, at.cooperative, 'offering.sweep', async (tx, permit) => {
      await forgetQuestions(tx, permit)
      await forgetOfferings(tx, permit)
    })
  itIs(world, '2027-05-02')
  await sweep()
  expect(await count('network.offering_question')).toBe(1)
  expect(await count("network.offering_version where title = 'Gordijnen op maat' and nr = 1")).toBe(1)
  itIs(world, '2027-05-06')
  await sweep()
  expect(await count('network.offering_question')).toBe(0)
  expect(await count("network.offering_version where title = 'Gordijnen op maat' and nr = 1")).toBe(0)
  expect(await html(browser(world), '/aanbod'), 'what is shown stays').toContain('Gordijnen op maat')
})

test('what is taken back is gone at once, by nobody else, and thrown away after a month', async () => {
  const id = idOn(await html(browser(world), '/aanbod'))
  const other = await signedIn(world, await somebody(world, at.cooperative, 'member', 'Cor Anders'))
  await other.post(`/mijn-aanbod/${id}/einde`)
  expect((await browser(world).get(`/aanbod/${id}`)).status).toBe(200)
  await (await signedIn(world, samira)).post(`/mijn-aanbod/${id}/einde`)
  expect((await browser(world).get(`/aanbod/${id}`)).status).toBe(404)
  const sweep = () => asSystem(world.world, at.cooperative, 'offering.sweep', (tx, permit) => forgetOfferings(tx, permit))
  const left = () => count('network.offering')
  itIs(world, '2027-06-04')
  await sweep()
  expect(await left()).toBe(2)
  itIs(world, '2027-06-08')
  await sweep()
  expect(await left()).toBe(1)
})
