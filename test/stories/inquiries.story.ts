import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem, type OrganisationId, type PersonId } from '#rooms/access'
import { forgetInquiries } from '../../src/rooms/network/inquiries/inquiries.ts'
import { village } from '../village.ts'
import { type Browser, browser, found, itIs, ownWorld, signedIn, somebody, type TestWorld } from '../world.ts'

/** What people without an account ask the network, and its desk. */
let world: TestWorld
let end = async () => {}
let network: OrganisationId
let hilde: PersonId
let joris: PersonId

beforeAll(async () => {
  const own = await ownWorld('inquiries')
  world = own.world
  end = own.end
  itIs(world, '2026-11-02')
  network = await found(world, 'network', 'Het netwerk')
  hilde = await somebody(world, network, 'network', 'Hilde Neemt Op')
  joris = await somebody(world, network, 'network', 'Joris Neemt Over')
}, 120_000)

afterAll(() => end())

const QUESTION = { kind: 'contact', name: 'Ans', email: 'ans@example.org', words: 'Hoe begin ik hier?', leeg: '' }
const html = async (who: Browser, path: string) => (await who.get(path)).text()
const count = async () => (await world.world.database.pool.query('select count(*)::int as n from network.inquiry')).rows[0].n
const mails = async (): Promise<{ to_address: string; subject: string; body: string }[]> =>
  (await world.world.database.pool.query("select to_address, subject, body from kit.mail where to_address like '%@example.org' order by written_at, id")).rows

/** Opens the form, waits as a person does, and sends it. */
async function asks(who: Browser, fields: Readonly<Record<string, string>> = {}, path = '/contact', key?: string) {
  const shown = /name="_shown" value="([^"]+)"/.exec(await html(who, path))?.[1] ?? ''
  world.clock.set(world.clock.now().add({ seconds: 30 }))
  return who.post(path.split('?')[0] ?? path, { ...QUESTION, ...fields, _shown: shown }, key)
}

async function deskAddress(desk: Browser, nr: string): Promise<string> {
  return new RegExp(`href="(/netwerk/aanvragen/[0-9a-f-]{36})"[^>]*>${nr}<`).exec(await html(desk, '/netwerk/aanvragen'))?.[1] ?? `${nr} is not on the list`
}

describe('a question without an account', () => {
  test('gets a number, a last day and a page of its own; a colleague answers, and mail only tells that something waits', async () => {
    const visitor = browser(world)
    const sent = await asks(visitor)
    const own = sent.headers.get('location') ?? ''
    expect(own).toMatch(/^\/contact\/aanvraag\/[\w-]{32}$/)
    expect(await html(visitor, own)).toContain('Je hebt uiterlijk 9 november 2026 antwoord.')
    const desk = await signedIn(world, hilde)
    const at = await deskAddress(desk, '2026-0001')
    expect((await desk.post(`${at}/sluiting`)).status).toBe(422)
    await desk.post(`${at}/eigenaar`)
    expect(await html(browser(world), own)).toContain('Iemand is met je vraag bezig.')
    world.clock.set(world.clock.now().add({ hours: 1 }))
    await desk.post(`${at}/antwoord`, { words: 'Begin met een kop koffie in de buurt.' })
    expect(await html(browser(world), own)).toContain('Begin met een kop koffie')
    const [first, second] = await mails()
    expect([first?.subject, second?.subject]).toEqual(['Je aanvraag 2026-0001 is binnen', 'Over je aanvraag 2026-0001'])
    expect(second?.body).not.toContain('koffie')
    // Every mail has an address of its own, and each of them opens the same page.
    const later = new URL(/http\S+/.exec(second?.body ?? '')?.[0] ?? '').pathname
    expect(later).not.toBe(own)
    expect(await html(browser(world), later)).toContain('Begin met een kop koffie')
    // The asker writes on: it waits again, with whoever holds it.
    world.clock.set(world.clock.now().add({ hours: 1 }))
    await visitor.post(`${own}/bericht`, { words: 'En als niemand koffie drinkt?' })
    expect(await html(visitor, own)).toContain('Je schreef iets nieuws.')
    await desk.post(`${at}/eigenaar`, { holder: joris })
    expect(await html(desk, at)).toContain('Joris Neemt Over')
    await desk.post(`${at}/antwoord`, { words: 'Dan thee.' })
    expect((await desk.post(`${at}/sluiting`)).headers.get('location')).toBe('/netwerk/aanvragen')
    expect((await visitor.post(`${own}/bericht`, { words: 'Nog iets' })).status).toBe(409)
  })

  test('sent sixteen times at once is one inquiry with one address', async () => {
    const visitor = browser(world)
    const before = await count()
    const key = '00000000-0000-7000-8000-000000000016'
    const shown = /name="_shown" value="([^"]+)"/.exec(await html(visitor, '/contact'))?.[1] ?? ''
    world.clock.set(world.clock.now().add({ seconds: 30 }))
    const answers = await Promise.all(Array.from({ length: 16 }, () => visitor.post('/contact', { ...QUESTION, _shown: shown }, key)))
    expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1)
    expect(await count()).toBe(before + 1)
  })

  test('filled in by a program is not kept: too fast, a filled trap, or a made-up moment; what was typed stays', async () => {
    const visitor = browser(world)
    const before = await count()
    const page = await html(visitor, '/contact')
    expect(page).toMatch(/Laat dit veld leeg[^<]*<\/label><input[^>]*tabindex="-1"/i)
    const shown = /name="_shown" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const fast = await visitor.post('/contact', { ...QUESTION, _shown: shown })
    const again = await fast.text()
    expect([fast.status, again.includes('Dat ging heel snel.'), again.includes('Hoe begin ik hier?')]).toEqual([422, true, true])
    expect((await asks(visitor, { leeg: 'http://spam.example' })).status).toBe(422)
    expect((await visitor.post('/contact', { ...QUESTION, _shown: '1.made-up' })).status).toBe(422)
    expect((await asks(visitor, { words: 'Mijn nummer is 111222333.' })).status).toBe(422)
    expect(await count()).toBe(before)
    // The moment of the first page counts, so that whoever sends once more after reading gets through.
    world.clock.set(world.clock.now().add({ seconds: 30 }))
    expect((await visitor.post('/contact', { ...QUESTION, _shown: shown })).status).toBe(303)
  })

  test('in English is answered for in English', async () => {
    const visitor = browser(world)
    const own = (await asks(visitor, { kind: 'help' }, '/en/contact')).headers.get('location') ?? ''
    expect(await html(visitor, own)).toContain('You have an answer by 5 November 2026.')
  })

  test('brings answers of the check along only when the visitor says so', async () => {
    const visitor = browser(world)
    expect(await html(visitor, '/iets-voor-mij?a=bsjn')).toContain('href="/contact?a=bsjn#vraag"')
    await asks(visitor, { a: 'bsjn', along: 'nee', name: 'Zonder' }, '/contact?a=bsjn')
    await asks(visitor, { a: 'bsjn', along: 'ja', name: 'Met' }, '/contact?a=bsjn')
    const rows = (await world.world.database.pool.query("select name, brought from network.inquiry where name in ('Zonder', 'Met') order by name")).rows
    expect(rows).toEqual([
      { name: 'Met', brought: expect.stringContaining('Waar leef je nu van? Bijstand.') },
      { name: 'Zonder', brought: null },
    ])
  })
})

test('a presentation is planned, comes in a calendar, is followed up and judged with three answers', async () => {
  const visitor = browser(world)
  // What is only for a presentation is folded away, and open for whoever comes back with something in it.
  const fold = (page: string) => /<details([^>]*)>\s*<summary>Alleen voor een presentatie/.exec(page)?.[1]
  expect(fold(await html(visitor, '/contact'))).toBe('')
  expect(fold(await (await asks(visitor, { name: '' })).text())).toBe('')
  const again = await asks(visitor, { kind: 'presentation', wished1: '2026-11-01' })
  expect([again.status, fold(await again.text())]).toEqual([422, ' open'])
  const own =
    (await asks(visitor, { kind: 'presentation', wished1: '2026-11-12', form: 'onSite', region: 'Wilgendam', name: 'Raad' })).headers.get('location') ?? ''
  expect((await visitor.get(`${own}/agenda.ics`)).status).toBe(404)
  // The asker reads back what was wished.
  expect(await html(visitor, own)).toMatch(/Een presentatie.*12 november 2026.*Bij ons.*Wilgendam/s)
  const nr = /Aanvraag (\d{4}-\d{4})/.exec(await html(visitor, own))?.[1] ?? ''
  const desk = await signedIn(world, hilde)
  const at = await deskAddress(desk, nr)
  expect(await html(desk, at)).toContain('12 november 2026')
  const plan = { on: '2026-11-12', starts: '14:00', minutes: '90', place: 'Stadhuis', giver: 'Hilde' }
  expect((await desk.post(`${at}/presentatie`, { ...plan, starts: '25:00' })).status).toBe(422)
  await desk.post(`${at}/presentatie`, plan)
  const file = await visitor.get(`${own}/agenda.ics`)
  expect([file.headers.get('content-type'), (await file.text()).includes('DTSTART:20261112T130000Z')]).toEqual(['text/calendar; charset=utf-8', true])
  expect((await visitor.post(`${own}/mening`, { clear: '5', useful: '4' })).status).toBe(422)
  itIs(world, '2026-11-13')
  expect(await html(await signedIn(world, hilde), '/netwerk/aanvragen')).toContain('is geweest, vraag na')
  await (await signedIn(world, hilde)).post(`${at}/sluiting`)
  expect((await mails()).at(-1)?.body).toContain('Hoe was het?')
  await visitor.post(`${own}/mening`, { clear: '5', useful: '4', missed: 'Meer tijd' })
  await visitor.post(`${own}/mening`, { clear: '1', useful: '1' })
  expect(await html(await signedIn(world, joris), at)).toContain('Duidelijk: 5 van 5. Bruikbaar: 4 van 5.')
  const report = await html(await signedIn(world, joris), '/netwerk/aanvragen/kwartaal/2026-4')
  expect(report).toContain('gaf één iemand een mening. Duidelijk: 5,0. Bruikbaar: 4,0.')
  expect(report).toContain('Aanvragen in het 4e kwartaal van 2026')
  expect(report).not.toContain('Kwartaal erna')
  // The day that was set is an answer: nobody waited, and nothing is late.
  expect(
    /Presentatie<\/th>(?:<td[^>]*>[\s\S]*?<\/td>){3}/
      .exec(report)?.[0]
      .replaceAll(/<[^>]+>/g, ' ')
      .match(/\d+/g),
  ).toEqual(['1', '1', '0'])
  expect(await html(await signedIn(world, joris), '/netwerk/aanvragen/kwartaal/2026-3')).toContain('/netwerk/aanvragen/kwartaal/2026-4')
  expect((await (await signedIn(world, joris)).get('/netwerk/aanvragen/kwartaal/2026-9')).status).toBe(404)
})

test('what nobody answered by its day is late, on the list and on the page of the asker', async () => {
  itIs(world, '2026-11-16')
  const visitor = browser(world)
  const own = (await asks(visitor, { kind: 'help' })).headers.get('location') ?? ''
  itIs(world, '2026-11-19')
  expect(await html(visitor, own)).toContain('Je vraag is binnen.')
  itIs(world, '2026-11-20')
  expect(await html(visitor, own)).toContain('Dat is niet gelukt.')
  expect(await html(await signedIn(world, hilde), '/netwerk/aanvragen')).toMatch(/te laat/)
})

test('an answer that is kept ready fills the field, until it is dropped', async () => {
  const desk = await signedIn(world, hilde)
  await desk.post('/netwerk/aanvragen/antwoorden', { title: 'Dank', words: 'Dank voor je vraag.' })
  const template = /antwoorden\/([0-9a-f-]{36})\/einde/.exec(await html(desk, '/netwerk/aanvragen/antwoorden'))?.[1] ?? ''
  const at = /href="(\/netwerk\/aanvragen\/[0-9a-f-]{36})"/.exec(await html(desk, '/netwerk/aanvragen'))?.[1] ?? ''
  expect(await html(desk, `${at}?klaar=${template}`)).toMatch(/<textarea[^>]*>Dank voor je vraag\.<\/textarea>/)
  await desk.post(`/netwerk/aanvragen/antwoorden/${template}/einde`)
  expect(await html(desk, at)).not.toContain('Begin met een klaar antwoord')
})

test('nobody outside the network reads the desk, and a made-up address opens nothing', async () => {
  const at = await village(world, '2026-11-20')
  const board = await signedIn(world, at.treasurer)
  expect((await board.get('/netwerk/aanvragen')).status).toBe(403)
  expect((await browser(world).get('/contact/aanvraag/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')).status).toBe(404)
  const seen = await world.world.database.unit({ role: 'opbloei_app', organisation: at.cooperative, person: at.treasurer }, (tx) =>
    tx.selectFrom('network.inquiry').select('id').execute(),
  )
  expect(seen).toEqual([])
})

test('a year after it was closed it is thrown away with all that was said, and not a day before', async () => {
  const forget = () =>
    world.world.database.pool.query('select count(*)::int as n from network.inquiry where exists (select from network.inquiry_closing c where c.inquiry = id)')
  const sweep = () => asSystem(world.world, network, 'inquiry.keep', (tx, permit) => forgetInquiries(tx, permit))
  const closed = (await forget()).rows[0].n
  itIs(world, '2027-11-01')
  await sweep()
  expect((await forget()).rows[0].n).toBe(closed)
  itIs(world, '2027-11-14')
  await sweep()
  expect((await forget()).rows[0].n).toBe(0)
  expect((await world.world.database.pool.query('select count(*)::int as n from network.evaluation')).rows[0].n).toBe(0)
})
