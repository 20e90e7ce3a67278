import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { outbox } from '#kit/mail.ts'
import { asSystem, type PersonId } from '#rooms/access'
import { changeCustomer, customersOf } from '#rooms/organisations'
import { jobs } from '../../src/rooms/invoicing/invoicing.jobs.ts'
import { asMember, cooperative, member, type Soco, world } from '../invoicing-cast.ts'
import { as, type Browser, itIs, signedIn } from '../world.ts'

let soco: Soco
let office: Browser
let samira: Browser
let coach: Browser
let chair: Browser
let fellow: PersonId

beforeAll(async () => {
  soco = await cooperative('Het Akkoord', null)
  office = await signedIn(world, soco.treasurer)
  samira = await signedIn(world, soco.samira)
  coach = await signedIn(world, soco.coach)
  chair = await signedIn(world, soco.chair)
  fellow = await member(soco, 'Fenna', 'none')
})

const DOT = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const text = async (at: Browser, path: string) => (await (await at.get(path)).text()).replaceAll('\u00a0', ' ')
const typed = { newName: 'Koor De Kraai', newStreet: 'Zangpad 4', newPostCode: '1234 AC', newCity: 'Waterdrecht', newEmail: 'koor@kraai.example' }
const answers = { workOn: '2026-12-20', basis: 'without', what1: 'Jurken', price1: '1000', vat1: 'standard', validDays: '30' }
const said = { how: 'paper', name: 'Kor Kraai', on: '2026-11-12' }
const customers = () => as(world, asMember(soco.samira, soco), 'customer.read', customersOf)

async function sent(more: Readonly<Record<string, string>> = typed): Promise<string> {
  itIs(world, '2026-11-10')
  const answer = await samira.post('/offertes', { ...answers, ...more })
  expect([answer.status, answer.status === 303 ? '' : await answer.text()]).toEqual([303, ''])
  const path = answer.headers.get('location') ?? ''
  expect((await office.post(`${path}/versturen`)).status).toBe(303)
  return path
}

const draftsOf = async () => new Set((await text(office, '/facturen?toon=drafts')).match(/href="\/facturen\/[0-9a-f-]{36}"/g) ?? [])
const jobOn = async (on: string) => {
  itIs(world, on)
  await jobs['quote.askInstalments'](world.world, { id: newId(), job: 'quote.askInstalments', organisation: soco.id, facts: {} })
}

describe('a customer who is new', () => {
  test('is typed in the form of the quote itself, once; what is wrong stands at the field and what was typed stays', async () => {
    itIs(world, '2026-11-10')
    const wrong = await samira.post('/offertes', { ...answers, ...typed, newKind: 'organisation', newKvk: '12' })
    const page = await wrong.text()
    expect([wrong.status, page.includes('Koor De Kraai'), page.includes('Zangpad 4')]).toEqual([422, true, true])
    const nobody = await samira.post('/offertes', answers)
    expect([nobody.status, (await nobody.text()).includes('Kies een klant')]).toEqual([422, true])
    const key = newId()
    for (let n = 0; n < 2; n++) expect((await samira.post('/offertes', { ...answers, ...typed }, key)).status).toBe(303)
    const mine = await customers()
    expect(mine.map(({ name }) => name)).toEqual(['Koor De Kraai'])
    expect((await text(samira, '/offertes/nieuw')).includes('Koor De Kraai')).toBe(true)
  })

  test('can be typed when a quote is changed too, and is then one of the member whose quote it is', async () => {
    const [choir] = await customers()
    const path = await sent({ customer: choir?.id ?? '' })
    const changed = { ...answers, ...typed, newName: 'Koor De Merel' }
    expect((await office.post(`${path}/aanpassen`, changed)).status).toBe(303)
    expect((await customers()).map(({ name }) => name).toSorted()).toEqual(['Koor De Kraai', 'Koor De Merel'])
    expect(await text(samira, path)).toContain('Koor De Merel')
  })
})

describe('a yes on paper or by phone', () => {
  test('is written down by the member with the day, how and the paper; once, and what follows is what follows on the link', async () => {
    const path = await sent({ ...typed, depositPercent: '30' })
    itIs(world, '2026-11-15')
    expect(await text(samira, path)).toContain('De klant zei ja op papier of aan de telefoon')
    for (const [on, why] of [
      ['2026-11-09', 'nog niet verstuurd'],
      ['2026-11-16', 'moet nog komen'],
    ] as const) {
      const refused = await samira.post(`${path}/akkoord`, { ...said, on })
      const shown = await refused.text()
      expect([refused.status, shown.includes(why), shown.includes('Kor Kraai')]).toEqual([422, true, true])
    }
    const before = (await draftsOf()).size
    const key = newId()
    const form = { ...said, file: new File([DOT], 'getekend.png', { type: 'image/png' }) }
    const all = await Promise.all(Array.from({ length: 16 }, () => samira.post(`${path}/akkoord`, form, key)))
    expect([...new Set(all.map(({ status }) => status))]).toEqual([303])
    expect((await samira.post(`${path}/akkoord`, form, key)).status).toBe(303)
    await world.runJobs()
    const page = await text(office, path)
    expect(page).toContain('Kor Kraai ging op 12 november 2026 akkoord op papier. Opgeschreven door Samira.')
    expect((await draftsOf()).size).toBe(before + 1)
    const paper = await office.get(`${path}/akkoord/papier`)
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'image/png'])
    for (const again of [samira, office]) expect((await again.post(`${path}/akkoord`, said)).status).toBe(409)
    const stranger = await cooperative('Het Andere Akkoord', null)
    itIs(world, '2026-11-15')
    for (const other of [await signedIn(world, stranger.treasurer), await signedIn(world, fellow)]) {
      expect((await other.get(`${path}/akkoord/papier`)).status).toBe(404)
      expect((await other.post(`${path}/akkoord`, said)).status).toBe(404)
    }
  })

  test('counts while the quote was valid, also when it is written down later; not after its last day, not for a board member, not when declined', async () => {
    const path = await sent()
    itIs(world, '2026-12-14')
    expect((await chair.post(`${path}/akkoord`, said)).status).toBe(403)
    const late = await coach.post(`${path}/akkoord`, { ...said, on: '2026-12-11' })
    expect([late.status, (await late.text()).includes('niet meer geldig')]).toEqual([422, true])
    expect((await coach.post(`${path}/akkoord`, { ...said, how: 'phone', on: '2026-12-10' })).status).toBe(303)
    expect(await text(samira, path)).toContain('Kor Kraai ging op 10 december 2026 telefonisch akkoord. Opgeschreven door Els.')
    expect((await samira.get(`${path}/akkoord/papier`)).status).toBe(404)
    const taken = await sent()
    expect((await samira.post(`${taken}/intrekken`)).status).toBe(303)
    expect((await samira.post(`${taken}/akkoord`, said)).status).toBe(409)
  })
})

describe('an instalment of an accepted quote', () => {
  const parts = { ...typed, label1: 'Halverwege', on1: '2026-11-20', percent1: '40', label2: 'Zonder dag', percent2: '20' }

  test('becomes a draft on its day by itself, once, and the member reads that it waits; one without a day waits for whoever asks', async () => {
    const path = await sent(parts)
    await jobOn('2026-11-20')
    expect((await text(samira, path)).includes('Naar de factuur')).toBe(false)
    expect((await samira.post(`${path}/akkoord`, { ...said, on: '2026-11-20' })).status).toBe(303)
    const before = (await draftsOf()).size
    await jobOn('2026-11-19')
    expect((await draftsOf()).size).toBe(before)
    await jobOn('2026-11-20')
    await jobOn('2026-11-21')
    expect((await draftsOf()).size).toBe(before + 1)
    const page = await text(samira, path)
    const draft = /href="(\/facturen\/[0-9a-f-]{36})">Naar de factuur/.exec(page)?.[1] ?? ''
    expect(await text(samira, draft)).toContain('€ 484,00')
    expect(await text(samira, '/berichten')).toContain('Een deel van een offerte is aan de beurt.')
    // Thrown away by hand it stays away; by hand it can be asked for again.
    expect((await samira.post(`${draft}/weggooien`)).status).toBe(303)
    await jobOn('2026-11-22')
    expect((await draftsOf()).size).toBe(before)
    expect((await samira.post(`${path}/delen/1`)).status).toBe(303)
  })

  test('of another cooperative is left alone', async () => {
    const stranger = await cooperative('Zonder Offertes', null)
    const before = (await draftsOf()).size
    itIs(world, '2026-11-25')
    await jobs['quote.askInstalments'](world.world, { id: newId(), job: 'quote.askInstalments', organisation: stranger.id, facts: {} })
    expect((await draftsOf()).size).toBe(before)
  })
})

test('a customer who reads English gets quote, PDF and lines of the invoice in English', async () => {
  const [choir] = await customers()
  itIs(world, '2026-11-10')
  if (!choir) throw new Error('no customer was typed')
  await as(world, asMember(soco.samira, soco), 'customer.edit', (tx, permit) => changeCustomer(tx, permit, choir.id, { ...choir, language: 'en' }))
  const path = await sent({ customer: choir.id, depositPercent: '30' })
  expect((await samira.post(`${path}/akkoord`, { ...said, on: '2026-11-10' })).status).toBe(303)
  await world.runJobs()
  const draft = /href="(\/facturen\/[0-9a-f-]{36})">Naar de factuur/.exec(await text(samira, path))?.[1] ?? ''
  expect(await text(samira, draft)).toContain('Deposit (quote OFF-2026-')
  const pdf = Buffer.from(await (await samira.get(`${path}/pdf`)).arrayBuffer())
  const mails = await asSystem(world.world, soco.id, 'invoice.mail', (tx) => outbox(tx, 200))
  expect(mails.some((mail) => mail.subject.startsWith('Quote OFF-2026-'))).toBe(true)
  expect([pdf.includes('Quote OFF-2026-'), pdf.includes('Offerte OFF-2026-')]).toEqual([true, false])
})
