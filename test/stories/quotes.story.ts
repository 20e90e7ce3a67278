import { beforeAll, describe, expect, test } from 'vitest'
import { startOf } from '#kit/day.ts'
import { newId } from '#kit/ids.ts'
import { outbox } from '#kit/mail.ts'
import { asSystem } from '#rooms/access'
import { addCustomer, type CustomerId, changeCustomer } from '#rooms/organisations'
import { jobs } from '../../src/rooms/invoicing/invoicing.jobs.ts'
import { asMember, bakery, cooperative, type Soco, treasurer, world } from '../invoicing-cast.ts'
import { as, type Browser, browser, itIs, signedIn } from '../world.ts'

let soco: Soco
let office: Browser
let samira: Browser
let customer: CustomerId
const visitor = browser(world)

beforeAll(async () => {
  soco = await cooperative('De Offerte', null)
  office = await signedIn(world, soco.treasurer)
  samira = await signedIn(world, soco.samira)
  customer = await as(world, asMember(soco.samira, soco), 'customer.edit', (tx, permit) => addCustomer(tx, permit, { ...bakery, member: soco.samira }))
})

const text = async (at: Browser, path: string) => (await (await at.get(path)).text()).replaceAll('\u00a0', ' ')
const answers = () => ({ customer, workOn: '2026-12-15', basis: 'without', what1: 'Buffet', price1: '1000', vat1: 'reduced', validDays: '30' })
const mails = () => asSystem(world.world, soco.id, 'invoice.mail', (tx) => outbox(tx, 200))

async function made(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await samira.post('/offertes', { ...answers(), ...more })
  expect([answer.status, answer.status === 303 ? '' : await answer.text()]).toEqual([303, ''])
  return answer.headers.get('location') ?? ''
}

async function quoted(more: Readonly<Record<string, string>> = {}): Promise<{ path: string; page: string; number: string }> {
  itIs(world, '2026-11-10')
  const path = await made(more)
  expect((await office.post(`${path}/versturen`)).status).toBe(303)
  return { path, ...(await linkOf(path)) }
}

async function linkOf(path: string): Promise<{ page: string; number: string }> {
  await world.runJobs()
  const number = /OFF-2026-\d{4}/.exec(await text(office, path))?.[0] ?? ''
  const mail = (await mails()).find((each) => each.subject.includes(number))
  return { number, page: /http:\/\/localhost(\/offerte\/[\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '' }
}

const accept = (page: string, key?: string) => visitor.post(`${page}/akkoord`, { name: 'Bas Bakker', agreed: 'ja' }, key)

describe('a quote', () => {
  test('a member writes it and sees what it does with the turnover of each month; the treasurer sends it', async () => {
    itIs(world, '2026-11-10')
    const path = await made({ depositPercent: '30' })
    const page = await text(samira, path)
    for (const words of ['Wat doet deze klus met je maand?', 'november 2026', '€ 300,00', 'december 2026', '€ 700,00', '€ 1.090,00'])
      expect(page).toContain(words)
    expect(page).not.toMatch(/bijstand|uitkering/i)
    expect((await samira.post(`${path}/versturen`)).status).toBe(403)
    expect((await office.post(`${path}/versturen`)).status).toBe(303)
    expect((await office.post(`${path}/versturen`)).status).toBe(409)
    expect(await text(samira, '/offertes')).toContain('wacht op de klant')
  })

  test('accepting sixteen times at once has one effect: the member is told, and the deposit is asked for once', async () => {
    const { path, page, number } = await quoted({ depositPercent: '30', label1: 'Halverwege', percent1: '20' })
    const shown = await visitor.get(page)
    expect([shown.status, shown.headers.get('x-robots-tag')]).toEqual([200, 'noindex, nofollow, noarchive'])
    const said = (await shown.text()).replaceAll('\u00a0', ' ')
    for (const words of ['U kunt tot en met 10 december 2026 akkoord geven.', 'Samira kookt', '€ 327,00']) expect(said).toContain(words)
    expect((await visitor.post(`${page}/akkoord`, { name: 'Bas' })).status).toBe(422)
    const key = newId()
    const all = await Promise.all(Array.from({ length: 16 }, () => accept(page, key)))
    expect([...new Set(all.map(({ status }) => status))]).toEqual([303])
    expect((await accept(page)).status).toBe(303)
    await world.runJobs()
    expect(await text(visitor, page)).toContain('Bas Bakker ging akkoord op 10 november 2026.')
    expect((await visitor.post(`${page}/nee`, { reason: 'Toch niet' })).status).toBe(409)
    expect((await samira.post(`${path}/aanpassen`, answers())).status).toBe(409)
    const deposits = (await text(office, '/facturen?toon=drafts')).match(/href="\/facturen\/[0-9a-f-]{36}"/g) ?? []
    expect(new Set(deposits).size).toBe(1)
    expect((await samira.post(`${path}/delen/1`)).status).toBe(409)
    expect((await samira.post(`${path}/delen/3`)).status).toBe(422)
    const sent: string[] = []
    for (const part of [1, 2, 3]) {
      if (part > 1) expect((await samira.post(`${path}/delen/${part}`)).status).toBe(303)
      const draft = /href="(\/facturen\/[0-9a-f-]{36})"/.exec(await text(office, '/facturen?toon=drafts'))?.[1] ?? ''
      expect((await office.post(`${draft}/versturen`)).status).toBe(303)
      sent.push(draft)
    }
    const payable = await world.world.database.unit({ role: 'opbloei_app', organisation: soco.id, person: null }, (tx) =>
      tx
        .selectFrom('invoicing.invoice')
        .select('payable')
        .where(
          'id',
          'in',
          sent.map((at) => at.slice(10)),
        )
        .orderBy('sequence')
        .execute(),
    )
    expect(payable.map((row) => row.payable)).toEqual([327_00n, 218_00n, 545_00n])
    expect(await text(office, sent[2] ?? '')).toContain(`Eerder in rekening gebracht (offerte ${number})`)
  })

  test('an expired one, a changed one and one that was taken back cannot be accepted', async () => {
    const { path, page } = await quoted()
    itIs(world, '2026-12-10')
    expect(await text(visitor, page)).toContain('akkoord geven')
    itIs(world, '2026-12-11')
    expect(await text(visitor, page)).toContain('Deze offerte was geldig tot en met 10 december 2026.')
    expect((await accept(page)).status).toBe(409)
    expect((await samira.post(`${path}/aanpassen`, { ...answers(), price1: '900' })).status).toBe(303)
    expect(await text(visitor, page)).toContain('Deze offerte wordt aangepast.')
    expect((await accept(page)).status).toBe(409)
    expect((await office.post(`${path}/versturen`)).status).toBe(303)
    await world.runJobs()
    const read = await text(visitor, page)
    expect(read).toContain('€ 981,00')
    expect((await visitor.post(`${page}/akkoord`, { name: 'Bas', agreed: 'ja', version: '1' })).status).toBe(409)
    expect((await samira.post(`${path}/intrekken`)).status).toBe(303)
    expect((await accept(page)).status).toBe(409)
    expect(await text(visitor, page)).toContain('Deze offerte is ingetrokken.')
  })

  test('a customer declines with a reason, asks a question once, and gets an answer; in English too', async () => {
    await as(world, treasurer(soco), 'customer.edit', async (tx, permit) => {
      await changeCustomer(tx, permit, customer, { ...bakery, member: soco.samira, language: 'en' })
    })
    const { path, page, number } = await quoted()
    expect((await mails()).find((mail) => mail.subject.startsWith(`Quote ${number}`))?.text).toContain('It is valid up to and including 10 December 2026')
    const key = newId()
    for (let n = 0; n < 2; n++) expect((await visitor.post(`${page}/vraag`, { words: 'Kan het ook vega?' }, key)).status).toBe(303)
    const own = await text(samira, path)
    expect(own.split('Kan het ook vega?').length).toBe(2)
    const to = /action="(\/offertes\/[^"]+\/antwoord)"/.exec(own)?.[1] ?? ''
    expect((await samira.post(to, { answer: 'Ja hoor.' })).status).toBe(303)
    expect((await samira.post(to, { answer: 'Nog eens.' })).status).toBe(409)
    expect(await text(visitor, page)).toContain('Ja hoor.')
    expect((await visitor.post(`${page}/nee`, { reason: 'Te duur' })).status).toBe(303)
    expect(await text(samira, path)).toContain('Te duur')
    const pdf = await visitor.get(`${page}/pdf`)
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    for (const wrong of ['x', `${page.split('/')[2]}x`]) expect((await visitor.get(`/offerte/${wrong}`)).status).toBe(404)
  })

  test('somebody of another cooperative sees nothing; deposit and parts must leave something; old ones are forgotten', async () => {
    const { path } = await quoted()
    const stranger = await cooperative('De Andere Offerte', null)
    itIs(world, '2026-11-10')
    expect((await (await signedIn(world, stranger.treasurer)).get(path)).status).toBe(404)
    expect((await samira.post('/offertes', { ...answers(), depositPercent: '100' })).status).toBe(422)
    expect((await samira.post('/offertes', { ...answers(), workOn: '2026-11-09' })).status).toBe(422)
    expect((await samira.post('/offertes', { ...answers(), percent1: '10' })).status).toBe(422)
    const forget = async (on: string) => {
      world.clock.set(startOf(itIs(world, on)).add({ hours: 3 }))
      await jobs['quote.forget'](world.world, { id: newId(), job: 'quote.forget', organisation: soco.id, facts: {} })
      return (await office.get(path)).status
    }
    expect(await forget('2027-12-09')).toBe(200)
    expect(await forget('2027-12-12')).toBe(404)
    expect(await text(office, '/offertes')).toContain('akkoord')
  })
})
