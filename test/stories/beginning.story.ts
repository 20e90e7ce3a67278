import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { asSystem, invite, type OrganisationId, type PersonId, staff } from '#rooms/access'
import { tradeAllowed } from '#rooms/consent'
import { seal, trialBalance, verify } from '#rooms/ledger'
import { membersOn } from '#rooms/members'
import { registerMunicipality } from '#rooms/organisations'
import { as, type Browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

/** A cooperative that exists since 2021 begins here: after `found` and `invite` at the terminal, everything goes through pages. */
let world: TestWorld
let els: OrganisationId
let administrator: Browser
const people = new Map<string, PersonId>()

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-10-02')
  els = await found(world, 'cooperative', 'De Els')
  const town = await found(world, 'municipality', 'Gemeente Elsdam')
  await asSystem(world.world, town, 'organisation.edit', (tx, permit) =>
    registerMunicipality(tx, permit, {
      code: 'DM88',
      name: 'Gemeente Elsdam',
      department: 'Werk',
      street: 'Plein 1',
      postCode: '1234AB',
      city: 'Elsdam',
      email: null,
    }),
  )
  const invitation = { name: 'Ria Begin', email: 'ria@els.example', role: 'administrator', until: day('2027-10-02') }
  const ria = await asSystem(world.world, els, 'person.invite', (tx, permit) => invite(tx, permit, invitation, 'http://localhost'))
  administrator = await signedIn(world, ria)
})

const page = async (browser: Browser, path: string) => (await browser.get(path)).text()
/** The label of the step that is to be done now. */
const now = async (browser: Browser) => /aria-current="step"><div><b>([^<]+)</.exec(await page(browser, '/beginnen'))?.[1] ?? null

describe('a cooperative that exists already begins through the pages, in this order', () => {
  test('organisation: name and numbers', async () => {
    expect(await now(administrator)).toBe('Organisatie')
    const facts = { legalName: 'Coöperatie De Els U.A.', tradeName: 'De Els', kvk: '12345678', vatId: 'NL111222333B01', iban: 'NL91ABNA0417164300' }
    const rest = { street: 'Laan 1', postCode: '1234AB', city: 'Elsdam', invoiceTermDays: '14', trialMonths: '3', formerMonths: '24' }
    expect((await administrator.post('/organisatie', { ...facts, ...rest })).status).toBe(303)
  })

  test('people: it tells who is still missing', async () => {
    expect(await now(administrator)).toBe('Mensen')
    for (const rol of ['coach', 'treasurer']) await administrator.post('/medewerkers', { naam: rol, email: `${rol}@els.example`, rol, tot: '2027-10-01' })
    expect(await page(administrator, '/beginnen')).toContain('Nog niemand als: bestuurslid.')
    await administrator.post('/medewerkers', { naam: 'board', email: 'board@els.example', rol: 'board', tot: '2027-10-01' })
    const here = await asSystem(world.world, els, 'person.invite', staff)
    for (const { person, role } of here) people.set(role, person)
  })

  test('members: all at once, since 2021', async () => {
    expect(await now(administrator)).toBe('Leden')
    const lines = [
      'nummer;naam;lid sinds;uitkering;gemeente;bedrijfsnaam;maakt;begeleider',
      '3;Yonas Tesfay;1-5-2021;bijstand;Gemeente Elsdam;Fietsen;fietsen;coach',
      '9;Els Bakker;1-3-2023;geen;;;;coach',
    ].join('\n')
    expect((await administrator.post('/leden/inlezen', { lines })).status).toBe(303)
  })

  test('agreements: whoever may not do this reads who may; the board writes, puts and signs', async () => {
    expect(await now(administrator)).toBe('Afspraken')
    expect(await page(administrator, '/beginnen')).toContain('Dit doet de penningmeester of bestuurslid.')
    const board = await signedIn(world, person('board'))
    const address = (await board.post('/afspraken', { begin: 'resultaat-60-15-25' })).headers.get('location') ?? ''
    const members = (await register()).map(({ member }) => member)
    expect((await board.post(`${address}/voorlegging`, { members })).status).toBe(303)
    const hash = /name="hash" value="([0-9a-f]{64})"/.exec(await page(board, `${address}/tekenen`))?.[1] ?? ''
    expect((await board.post(`${address}/handtekeningen`, { hash, read: 'ja' })).status).toBe(303)
  })

  test('opening position: with consent from before, work from before the begin may be sold', async () => {
    expect(await now(administrator)).toBe('Beginstand')
    const lines = [
      'soort;lid;wat;nummer;dag;tot en met;bedrag;btw',
      'rekening;;bank;;;;1.500,00;',
      'pot;3;eigen bedrijf;;;;500,00;',
      'rekening;;eigen vermogen;;;;1.000,00;',
      'toestemming;3;Gemeente Elsdam;;9-11-2025;8-11-2026;;',
      'vrijlating;3;onder n;4;30-9-2026;;;',
    ].join('\n')
    expect((await administrator.post('/beginstand', { on: '2026-09-30', lines })).status).toBe(303)
    expect((await administrator.post('/beginstand/boeking')).status).toBe(303)
    const [yonas] = (await register()).filter(({ number }) => number === 3)
    if (!yonas) throw new Error('Yonas is not in the register')
    const trade = (on: string) =>
      as(world, { person: person('treasurer'), organisation: els, role: 'treasurer' }, 'consent.read', (tx, permit) =>
        tradeAllowed(tx, permit, yonas.member, day(on)),
      )
    expect([(await trade('2025-11-08')).allowed, (await trade('2025-11-09')).allowed, (await trade('2026-09-15')).allowed]).toEqual([false, true, true])
  })

  test('first invoice number, once; then the home no longer asks for it', async () => {
    const desk = await signedIn(world, person('treasurer'))
    expect(await now(desk)).toBe('Eerste factuurnummer')
    expect(await page(desk, '/penningmeester')).toContain('De volgende stap is: Eerste factuurnummer.')
    expect((await desk.post('/beginnen/factuurnummer', { next: '0' })).status).toBe(422)
    expect((await desk.post('/beginnen/factuurnummer', { next: '42' })).status).toBe(303)
    expect((await desk.post('/beginnen/factuurnummer', { next: '43' })).status).toBe(422)
    expect(await now(desk)).toBeNull()
    expect(await page(desk, '/beginnen')).toContain('Alle stappen zijn klaar.')
    expect(await page(desk, '/penningmeester')).not.toContain('Verder met beginnen')
  })

  test('the books are sound', async () => {
    await asSystem(world.world, els, 'ledger.seal', seal)
    const verdict = await asSystem(world.world, els, 'ledger.verify', verify)
    expect([verdict.faults, verdict.sealed, verdict.unsealed]).toEqual([[], 1n, 0])
    const rows = await asSystem(world.world, els, 'ledger.read', (tx, permit) => trialBalance(tx, permit, day('2026-12-31')))
    const table = Object.fromEntries(rows.filter(({ balance }) => balance !== 0n).map(({ code, balance }) => [code, balance]))
    expect(table).toEqual({ bank: 150_000n, businessBudget: -50_000n, equity: -100_000n })
  })

  test('is nothing for members and coaches', async () => {
    const coach = await signedIn(world, await somebody(world, els, 'coach', 'Bea'))
    expect((await coach.get('/beginnen')).status).toBe(403)
    expect((await coach.post('/beginnen/factuurnummer', { next: '1' })).status).toBe(403)
  })
})

function person(role: string): PersonId {
  const found = people.get(role)
  if (!found) throw new Error(`nobody is ${role}`)
  return found
}

function register() {
  return as(world, { person: person('board'), organisation: els, role: 'board' }, 'member.read', (tx, permit) => membersOn(tx, permit, permit.today))
}
