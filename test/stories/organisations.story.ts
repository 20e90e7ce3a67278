import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import type { OrganisationId, PersonId } from '#rooms/access'
import { addCustomer, type CustomerFacts, cooperativeOf, customerById, customersOf, korOn, municipalityById, registerMunicipality } from '#rooms/organisations'
import { as, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let eik: OrganisationId
let beuk: OrganisationId
let town: OrganisationId
let treasurer: PersonId
let member: PersonId
let other: PersonId
let foreign: PersonId
let adviser: PersonId

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-10-01')
  eik = await found(world, 'cooperative', 'De Eik')
  beuk = await found(world, 'cooperative', 'De Beuk')
  town = await found(world, 'municipality', 'Gemeente Veendonk')
  treasurer = await somebody(world, eik, 'treasurer', 'Joost')
  member = await somebody(world, eik, 'member', 'Amira')
  other = await somebody(world, eik, 'member', 'Dirk')
  foreign = await somebody(world, beuk, 'treasurer', 'Els')
  adviser = await somebody(world, town, 'policyAdviser', 'Bea')
})

const form = {
  legalName: 'Coöperatie De Eik U.A.',
  tradeName: 'De Eik',
  kvk: '1234 5678',
  vatId: 'nl111222333b01',
  iban: 'NL91 ABNA 0417 1643 00',
  street: 'Laan 1',
  postCode: '1234ab',
  city: 'Veendonk',
  korSince: '1-1-2026',
  korUntil: '31-12-2026',
  invoiceTermDays: '14',
  trialMonths: '3',
  formerMonths: '24',
}
const bakery: CustomerFacts = {
  member: null,
  kind: 'organisation',
  name: 'Bakkerij Jansen',
  attention: null,
  street: 'Markt 2',
  postCode: '1234AB',
  city: 'Veendonk',
  country: 'NL',
  email: null,
  kvk: '12345678',
  vatId: null,
  peppol: null,
}
const asTreasurer = () => ({ person: treasurer, organisation: eik, role: 'treasurer' as const })
const asMember = (person: PersonId) => ({ person, organisation: eik, role: 'member' as const })

describe('the cooperative', () => {
  test('is asked to fill in its details before anything that needs them', async () => {
    await expect(as(world, { person: foreign, organisation: beuk, role: 'treasurer' }, 'organisation.read', cooperativeOf)).rejects.toThrow('nog niet ingevuld')
  })

  test('is written down as it is printed, and the KOR holds on its days', async () => {
    const page = await signedIn(world, treasurer)
    expect((await page.post('/organisatie', form)).status).toBe(303)
    const cooperative = await as(world, asTreasurer(), 'organisation.read', cooperativeOf)
    expect(cooperative).toMatchObject({ kvk: '12345678', vatId: 'NL111222333B01', iban: 'NL91ABNA0417164300', postCode: '1234 AB' })
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((on) => korOn(cooperative, day(on)))).toEqual([false, true, true, false])
  })

  test.each([
    ['kvk', '1234567', 'Een KvK-nummer heeft 8 cijfers'],
    ['vatId', 'NL111222334B01', 'Dit btw-nummer klopt niet.'],
    ['iban', 'NL91ABNA0417164301', 'Dit rekeningnummer (IBAN) klopt niet.'],
    ['korUntil', '31-12-2025', 'De laatste dag van de KOR ligt voor de eerste dag.'],
    ['invoiceTermDays', '0', 'Kies 1 tot en met 90 dagen.'],
  ])('a wrong %s comes back with its sentence and everything that was typed', async (field, typed, sentence) => {
    const page = await signedIn(world, treasurer)
    const answer = await page.post('/organisatie', { ...form, [field]: typed })
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain(sentence)
    expect(text).toContain('Coöperatie De Eik U.A.')
  })

  test('a legal name without U.A. is kept, with a warning (BW2 art. 54)', async () => {
    const page = await signedIn(world, treasurer)
    expect((await page.post('/organisatie', { ...form, legalName: 'Coöperatie De Eik' })).status).toBe(303)
    expect(await (await page.get('/organisatie')).text()).toContain('De naam eindigt niet op W.A., B.A. of U.A.')
    // The switcher in the header reads the name from elsewhere; it follows.
    expect(await (await page.get('/klanten')).text()).toContain('penningmeester · Coöperatie De Eik<')
    expect((await page.post('/organisatie', form)).status).toBe(303)
    expect(await (await page.get('/organisatie')).text()).not.toContain('De naam eindigt niet op')
  })

  test('a logo is kept as a plain PNG; a page that calls itself one is refused', async () => {
    const page = await signedIn(world, treasurer)
    const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
    expect((await page.post('/organisatie/logo', { logo: new File(['<svg onload="x">'], 'logo.png', { type: 'image/png' }) })).status).toBe(422)
    expect((await page.get('/organisatie/logo')).status).toBe(404)
    expect((await page.post('/organisatie/logo', { logo: new File([dot], 'logo.png', { type: 'image/png' }) })).status).toBe(303)
    const kept = await page.get('/organisatie/logo')
    expect(kept.headers.get('content-type')).toBe('image/png')
    expect(await (await page.get('/organisatie')).text()).toContain('src="/organisatie/logo"')
  })

  test('is changed by no member', async () => {
    expect((await (await signedIn(world, member)).post('/organisatie', form)).status).toBe(403)
  })
})

test('a municipality writes down its own details, for everyone to read and nobody else to change', async () => {
  const facts = { code: 'DM91', name: 'Gemeente Veendonk', department: 'Werk en Inkomen', street: 'Plein 1', postCode: '1234AB', city: 'Veendonk', email: null }
  await as(world, { person: adviser, organisation: town, role: 'policyAdviser' }, 'organisation.edit', (tx, permit) => registerMunicipality(tx, permit, facts))
  expect(await as(world, asTreasurer(), 'organisation.read', (tx, permit) => municipalityById(tx, permit, town))).toMatchObject({
    department: 'Werk en Inkomen',
  })
  expect(await (await (await signedIn(world, adviser)).get('/organisatie')).text()).toContain('Werk en Inkomen')
})

describe('customers', () => {
  test('a member sees and adds the own customers only, the treasurer all, another cooperative none', async () => {
    const own = await as(world, asMember(member), 'customer.edit', (tx, permit) =>
      addCustomer(tx, permit, { ...bakery, member, name: 'Mevrouw De Wit', kind: 'person', kvk: null }),
    )
    await as(world, asTreasurer(), 'customer.edit', (tx, permit) => addCustomer(tx, permit, bakery))
    const names = async (who: Parameters<typeof as>[1]) => (await as(world, who, 'customer.read', customersOf)).map(({ name }) => name)
    expect(await names(asMember(member))).toEqual(['Mevrouw De Wit'])
    expect(await names(asMember(other))).toEqual([])
    expect(await names(asTreasurer())).toEqual(['Bakkerij Jansen', 'Mevrouw De Wit'])
    expect(await names({ person: foreign, organisation: beuk, role: 'treasurer' })).toEqual([])
    await expect(as(world, asMember(other), 'customer.read', (tx, permit) => customerById(tx, permit, own))).rejects.toMatchObject({ kind: 'missing' })
    await expect(as(world, asMember(other), 'customer.edit', (tx, permit) => addCustomer(tx, permit, { ...bakery, member }))).rejects.toMatchObject({
      kind: 'missing',
    })
    await expect(as(world, asMember(other), 'customer.edit', (tx, permit) => addCustomer(tx, permit, bakery))).rejects.toMatchObject({ kind: 'missing' })
  })

  test('a member adds and changes one in the browser, and a wrong Peppol id keeps what was typed', async () => {
    const page = await signedIn(world, member)
    const typed = { kind: 'organisation', name: 'Hotel Zon', city: 'Veendonk', peppol: '0106:1234567' }
    const refused = await page.post('/klanten', typed)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Hotel Zon')
    const added = await page.post('/klanten', { ...typed, peppol: '0106:12345678' })
    const address = added.headers.get('location') ?? ''
    expect((await page.post(address, { kind: 'organisation', name: 'Hotel Maan' })).status).toBe(303)
    expect(await (await page.get('/klanten')).text()).toContain('Hotel Maan')
    expect((await (await signedIn(world, other)).get(address)).status).toBe(404)
    expect((await (await signedIn(world, other)).post(address, typed)).status).toBe(404)
  })

  test('a customer in another country has the post code and the VAT id of that country', async () => {
    const page = await signedIn(world, member)
    const typed = { kind: 'organisation', name: 'Café Zeebries', street: 'Kaai 1', postCode: '8400', city: 'Oostende', vatId: 'BE0123456789' }
    expect((await page.post('/klanten', typed)).status).toBe(422)
    const wrong = await page.post('/klanten', { ...typed, country: 'BE', vatId: 'BE012345678' })
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('Dit btw-nummer klopt niet voor dit land.')])
    const added = await page.post('/klanten', { ...typed, country: 'BE' })
    expect(added.status).toBe(303)
    const address = added.headers.get('location') ?? ''
    expect(await (await page.get(address)).text()).toMatch(/<option value="BE" selected[^>]*>België/)
    expect((await page.post(address, { ...typed, name: 'Café Zee' })).status).toBe(303)
    expect(await (await page.get(address)).text()).toMatch(/<option value="BE" selected/)
  })
})
