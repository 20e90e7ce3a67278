import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { watchQueries } from '#kit/db.ts'
import type { OrganisationId, PersonId } from '#rooms/access'
import { admitToTrial, beginFile, changeBenefit, changeTradeName } from '#rooms/members'
import { registerCooperative, settingsFrom } from '#rooms/organisations'
import { as, type Browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let soco: OrganisationId
let samira: PersonId
let member: Browser
let treasurer: Browser
let board: Browser

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-10-06')
  soco = await found(world, 'cooperative', 'De Kraam')
  const [ans, piet, els] = [
    await somebody(world, soco, 'treasurer', 'Ans'),
    await somebody(world, soco, 'board', 'Piet'),
    await somebody(world, soco, 'coach', 'Els'),
  ]
  await as(world, { person: ans, organisation: soco, role: 'treasurer' }, 'organisation.edit', (tx, permit) =>
    registerCooperative(tx, permit, {
      legalName: 'Coöperatie De Kraam U.A.',
      tradeName: 'De Kraam',
      kvk: '90001234',
      vatId: 'NL123456782B90',
      iban: 'NL91ABNA0417164300',
      street: 'Kerkstraat 12',
      postCode: '1234 AB',
      city: 'Waterdrecht',
      email: null,
      phone: null,
      website: null,
      korSince: null,
      korUntil: null,
      settings: settingsFrom({}),
    }),
  )
  const coach = { person: els, organisation: soco, role: 'coach' as const }
  const facts = { firstName: 'Samira', name: 'Samira', email: null, phone: null, street: null, postCode: null, city: null, language: 'nl' as const }
  samira = await as(world, coach, 'application.take', (tx, permit) => beginFile(tx, permit, { ...facts, stage: 'applied', on: permit.today, coach: els }))
  await as(world, coach, 'member.trial', (tx, permit) => admitToTrial(tx, permit, samira, permit.today, day('2027-08-31')))
  await as(world, coach, 'benefit.change', (tx, permit) => changeBenefit(tx, permit, samira, { source: 'none', municipality: null, from: day('2026-01-01') }))
  await as(world, coach, 'member.edit', (tx, permit) => changeTradeName(tx, permit, samira, { tradeName: 'Samira kookt', makes: 'Eten', from: permit.today }))
  member = await signedIn(world, samira)
  treasurer = await signedIn(world, ans)
  board = await signedIn(world, piet)
})

const answers = {
  newName: 'Buurthuis',
  newKind: 'person',
  newStreet: 'Plein 1',
  newPostCode: '1234 AB',
  newCity: 'Waterdrecht',
  newEmail: 'huis@voorbeeld.nl',
  what: 'Lunch',
  price: '121,00',
  vat: 'standard',
  performedOn: '06-10-2026',
}

async function asked(more: Record<string, string> = {}): Promise<string> {
  const answer = await member.post('/facturen', { ...answers, ...more })
  expect([answer.status, (await answer.text()).match(/role="alert"[\s\S]{200,900}/)?.[0]]).toEqual([303, undefined])
  return answer.headers.get('location') ?? ''
}

async function sentBy(path: string): Promise<void> {
  const answer = await treasurer.post(`${path}/versturen`)
  expect([answer.status, /role="alert"[\s\S]{0,400}/.exec(await answer.text())?.[0]]).toEqual([303, undefined])
}

const text = async (from: Browser, path: string) => {
  const answer = await from.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}

describe('an invoice from a phone to the post', () => {
  test('a member asks with five answers, the treasurer sees how it will look and sends it', async () => {
    expect(await text(member, '/facturen/nieuw')).toContain('Wat heb je gedaan of verkocht?')
    const path = await asked()
    expect(await text(member, path)).toContain('Te betalen')
    const seen = await text(treasurer, path)
    expect(await text(treasurer, '/penningmeester')).toMatch(/Factuur nakijken en versturen[\s\S]{0,80}Lunch/)
    for (const words of ['Samira kookt', 'Coöperatie De Kraam U.A.', '€ 121,00', 'Verstuur de factuur']) expect(seen.replaceAll('\u00a0', ' ')).toContain(words)
    await sentBy(path)
    const page = await text(member, path)
    expect(page).toContain('Factuur 2026-0001')
    expect(page).toContain('wacht op betaling')
    const ubl = await (await member.get(`${path}/ubl`)).text()
    expect(ubl).toContain('<cbc:RegistrationName>Coöperatie De Kraam U.A.</cbc:RegistrationName>')
    const pdf = await member.get(`${path}/pdf`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  test('what was typed stays, with a sentence at the field', async () => {
    const answer = await member.post('/facturen', { ...answers, price: 'veel', newName: 'Jan & Co' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Dit is geen bedrag.')
    expect(page).toContain('Jan &amp; Co')
  })

  test('the treasurer gives it back, the member changes it, and the lines may be more', async () => {
    const path = await asked({ vat: 'unsure' })
    expect(await text(treasurer, path)).toContain('wist niet welke btw')
    await treasurer.post(`${path}/teruggeven`, { reason: 'Zet de taart erbij' })
    expect(await text(member, path)).toContain('Zet de taart erbij')
    const form = await text(member, `${path}/aanpassen`)
    const customer = /<option value="([^"]+)" selected/.exec(form)?.[1] ?? ''
    const lines = {
      what1: 'Lunch',
      quantity1: '2,5',
      unit1: 'hour',
      price1: '10,00',
      vat1: 'standard',
      what2: 'Taart',
      quantity2: '',
      price2: '-5,00',
      vat2: 'reduced',
    }
    const saved = await member.post(`${path}/aanpassen`, { customer, basis: 'without', performedOn: '2026-10-06', ...lines })
    expect(saved.status).toBe(303)
    expect((await text(treasurer, path)).replaceAll('\u00a0', ' ')).toContain('−€ 5,00')
    const wrong = await member.post(`${path}/aanpassen`, { customer, basis: 'without', performedOn: '2026-10-06', ...lines, price1: 'x' })
    expect(wrong.status).toBe(422)
    expect((await member.post(`${path}/versturen`)).status).toBe(403)
    expect((await member.post(`${path}/weggooien`)).status).toBe(303)
    expect((await member.get(path)).status).toBe(404)
  })

  test('a market day is written down and booked', async () => {
    const answer = await member.post('/dagstaten', {
      performedOn: '2026-10-06',
      what1: 'Honing',
      quantity1: '10',
      price1: '7,00',
      vat1: 'reduced',
      byCard: '30',
    })
    const path = answer.headers.get('location') ?? ''
    await sentBy(path)
    expect(await text(member, path)).toContain('betaald')
  })

  test('credit note, reminder and write-off by two people have their pages', async () => {
    const path = await asked()
    await sentBy(path)
    expect(await text(treasurer, `${path}/creditnota`)).toContain('Nog te crediteren: 1')
    const note = await treasurer.post(`${path}/creditnota`, { note: 'De helft', quantity1: '0,5' })
    expect(note.status).toBe(303)
    expect(await text(treasurer, note.headers.get('location') ?? '')).toContain('Creditnota')
    itIs(world, '2026-11-02')
    expect(await text(treasurer, path)).toContain('Stuur een herinnering')
    expect((await treasurer.post(`${path}/herinnering`)).status).toBe(303)
    expect((await treasurer.post(`${path}/herinnering`)).status).toBe(409)
    await treasurer.post(`${path}/afboeking`, { reason: 'Verhuisd' })
    expect(await text(treasurer, `${path}/afboeking`)).toContain('Je deed dit voorstel zelf')
    expect((await treasurer.post(`${path}/afboeking/akkoord`)).status).toBe(403)
    expect((await board.post(`${path}/afboeking/akkoord`)).status).toBe(303)
    expect(await text(board, path)).toContain('afgeboekt')
  })

  test('a trusted member sends alone; the lists show what is open, waiting and done', async () => {
    expect(await text(treasurer, '/facturen/vertrouwen')).toContain('Samira')
    await treasurer.post('/facturen/vertrouwen', { member: samira, trusted: 'ja' })
    const path = await asked({ performedOn: '2026-11-01' })
    expect((await member.post(`${path}/versturen`)).status).toBe(303)
    for (const who of [member, treasurer, board]) for (const which of ['open', 'drafts', 'all']) await text(who, `/facturen?toon=${which}`)
    expect(await text(member, '/facturen')).toContain('Klanten moeten nog')
  })

  test('a page asks the database a few things, however much there is', async () => {
    const path = await asked({ performedOn: '2026-11-01' })
    const sent = await asked({ performedOn: '2026-11-01' })
    await sentBy(sent)
    for (const [who, at] of [
      [treasurer, '/facturen'],
      [treasurer, '/facturen?toon=drafts'],
      [treasurer, '/facturen?toon=all'],
      [member, '/facturen'],
      [member, '/facturen/nieuw'],
      [treasurer, path],
      [member, path],
      [treasurer, sent],
      [treasurer, `${sent}/creditnota`],
      [treasurer, `${sent}/afboeking`],
    ] as const) {
      const queries: string[] = []
      watchQueries(({ sql }) => queries.push(sql))
      await text(who, at)
      watchQueries(null)
      const own = queries.filter((query) => !/set_config|"access"\."(?:affiliation|session|look)"|begin|commit|signin/i.test(query))
      expect([at, own.length, own.length > 6 ? own.map((query) => query.slice(0, 110)) : []]).toEqual([at, own.length, []])
    }
  })

  test('whoever of the office opens it is told to the member, on every way to it', async () => {
    const path = await asked({ performedOn: '2026-11-01' })
    await sentBy(path)
    // What one person opened more than once on a day stands there once, with how often.
    const told = async () =>
      (await text(member, '/wie-keek'))
        .split('<li')
        .filter((line) => line.includes('een factuur van jou te bekijken'))
        .reduce((looks, line) => looks + Number(/(\d+) keer/.exec(line)?.[1] ?? 1), 0)
    const before = await told()
    for (const part of ['', '/pdf', '/ubl', '/creditnota']) await treasurer.get(`${path}${part}`)
    await member.get(path)
    expect((await told()) - before).toBe(4)
  })

  test('another member sees nothing of it', async () => {
    const stranger = await signedIn(world, await somebody(world, soco, 'member', 'Yonas'))
    const path = await asked({ performedOn: '2026-11-01' })
    for (const part of ['', '/aanpassen', '/pdf', '/ubl']) expect((await stranger.get(`${path}${part}`)).status).toBe(404)
    for (const part of ['/versturen', '/weggooien']) expect((await stranger.post(`${path}${part}`)).status).toBe(404)
  })
})
