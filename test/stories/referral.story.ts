import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { asSystem, type OrganisationId, type PersonId } from '#rooms/access'
import { forgetApplications } from '#rooms/members'
import { registerCooperative, settingsFrom } from '#rooms/organisations'
import { type Browser, browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let esdoorn: OrganisationId
let coach: PersonId

const REFERRAL = {
  firstName: 'Noor',
  reach: '06 00 00 00 00',
  speaks: 'Arabisch',
  why: 'Wil taarten bakken voor feesten.',
  kind: 'neighbourhood',
  referrer: 'Bo Wijk, wijkteam Rietdam, 010 000 00 00',
  agreed: 'ja',
}

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-01-05')
  esdoorn = await found(world, 'cooperative', 'De Esdoorn')
  coach = await somebody(world, esdoorn, 'coach', 'Mila')
  await asSystem(world.world, esdoorn, 'organisation.edit', (tx, permit) =>
    registerCooperative(tx, permit, {
      legalName: 'Coöperatie De Esdoorn U.A.',
      tradeName: 'De Esdoorn',
      kvk: '12345679',
      vatId: null,
      iban: null,
      street: 'Dijk 2',
      postCode: '1234AB',
      city: 'Rietdam',
      email: null,
      phone: null,
      website: null,
      korSince: null,
      korUntil: null,
      settings: settingsFrom({}),
    }),
  )
})

const refer = (visitor: Browser, more: Readonly<Record<string, string>> = {}, key = newId()) =>
  visitor.post('/verwijzen', { cooperative: esdoorn, ...REFERRAL, ...more }, key)

/** What stands on the coach's list of a first name: the address of each. */
async function listed(name: string): Promise<string[]> {
  const desk = await signedIn(world, coach)
  return [...(await (await desk.get('/aanmeldingen')).text()).matchAll(new RegExp(`href="(/aanmeldingen/[^"]+)">${name}<`, 'g'))].map(([, at = '']) => at)
}

describe('referring somebody', () => {
  test('takes one page, reaches the coaches, and tells who referred only how it went', async () => {
    itIs(world, '2026-10-01')
    const visitor = browser(world)
    const answer = await refer(visitor)
    expect(answer.status).toBe(303)
    const link = answer.headers.get('location') ?? ''
    const waiting = await (await visitor.get(link)).text()
    expect(waiting).toContain('Er is nog niet gebeld of geschreven')
    for (const hidden of ['06 00 00 00 00', 'taarten', 'Arabisch']) expect(waiting).not.toContain(hidden)
    const [row = ''] = await listed('Noor')
    const desk = await signedIn(world, coach)
    const page = await (await desk.get(row)).text()
    for (const told of ['Bo Wijk', 'een wijkteam of welzijn', 'Wil taarten bakken', 'Arabisch']) expect(page).toContain(told)
    await desk.post(row, { name: 'Noor Voorbeeld' })
    const started = await (await visitor.get(link)).text()
    expect(started).toContain('Deze persoon is begonnen')
    expect(started).not.toContain('Voorbeeld')
  })

  test('each referrer reads no more than contacted, after somebody wrote back', async () => {
    itIs(world, '2026-10-01')
    for (const kind of ['municipality', 'workCompany', 'neighbourhood', 'uwv', 'network', 'other']) {
      const visitor = browser(world)
      const name = `Ref${kind}`
      const link = (await refer(visitor, { firstName: name, kind, reach: 'ref@voorbeeld.example' })).headers.get('location') ?? ''
      const [row = ''] = await listed(name)
      const desk = await signedIn(world, coach)
      expect((await desk.post(`${row}/antwoord`, { words: 'Kom dinsdag koffie drinken in de Weverstraat.', outcome: 'answered' })).status).toBe(303)
      const page = await (await visitor.get(link)).text()
      expect(page).toContain('Er is contact geweest')
      for (const hidden of ['Weverstraat', 'taarten', 'ref@voorbeeld.example', 'Mila']) expect(page).not.toContain(hidden)
    }
  })

  test('not now is told as that, and the link is gone when the application is', async () => {
    itIs(world, '2026-10-02')
    const visitor = browser(world)
    const link = (await refer(visitor, { firstName: 'Sef' })).headers.get('location') ?? ''
    const [row = ''] = await listed('Sef')
    const desk = await signedIn(world, coach)
    await desk.post(`${row}/antwoord`, { words: 'Nu even niet, kom gerust terug.', outcome: 'declined' })
    expect(await (await visitor.get(link)).text()).toContain('Nu niet')
    itIs(world, '2026-11-02')
    await asSystem(world.world, esdoorn, 'application.write', forgetApplications)
    expect((await visitor.get(link)).status).toBe(404)
  })

  test('is refused without agreement, with a BSN, and keeps what was typed', async () => {
    itIs(world, '2026-10-03')
    const visitor = browser(world)
    const refused = await refer(visitor, { agreed: '', firstName: 'Lot' })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('alleen als de persoon het zelf wil')
    expect(page).toContain('value="Lot"')
    expect((await refer(visitor, { firstName: 'Lot', why: 'BSN 111222333 wil bakken.' })).status).toBe(422)
    expect(await listed('Lot')).toEqual([])
  })

  test('asks once about words that may tell of health, and sends them when they do not', async () => {
    const visitor = browser(world)
    const asked = await refer(visitor, { firstName: 'Puk', why: 'Maakt zieke planten weer gezond.' })
    expect(asked.status).toBe(422)
    const page = await asked.text()
    expect(page).toContain('zieke')
    expect(page).toContain('Toch zo versturen')
    expect(page).toContain('Maakt zieke planten weer gezond.')
    expect((await refer(visitor, { firstName: 'Puk', why: 'Maakt zieke planten weer gezond.', anyway: 'ja' })).status).toBe(303)
    expect(await listed('Puk')).toHaveLength(1)
  })

  test('the same form twice is one referral with one link', async () => {
    const visitor = browser(world)
    const key = newId()
    const links = [await refer(visitor, { firstName: 'Tijs' }, key), await refer(visitor, { firstName: 'Tijs' }, key)].map((each) =>
      each.headers.get('location'),
    )
    expect(links[0]).toBe(links[1])
    expect(await listed('Tijs')).toHaveLength(1)
  })

  test('a link that nobody was given leads nowhere, and opens no application', async () => {
    const visitor = browser(world)
    const link = (await refer(visitor, { firstName: 'Wil' })).headers.get('location') ?? ''
    const token = link.split('/').at(-1) ?? ''
    expect((await visitor.get(`/verwijzen/${token.slice(0, -4)}AAAA`)).status).toBe(404)
    expect((await visitor.get(`/aanmelden/${token}/naam`)).status).toBe(404)
    expect((await visitor.get('/verwijzen/niets')).status).toBe(404)
  })
})
