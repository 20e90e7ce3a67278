import { beforeAll, describe, expect, test } from 'vitest'
import { outbox } from '#kit/mail.ts'
import { asSystem } from '#rooms/access'
import type { InvoiceId } from '#rooms/invoicing'
import { addCustomer, type CustomerFacts, type CustomerId, changeLogo } from '#rooms/organisations'
import { nl as dutchWords } from '../../src/rooms/invoicing/invoicing.nl.ts'
import { nl as dutchMarket } from '../../src/rooms/invoicing/market/market.nl.ts'
import { nl as dutchPages } from '../../src/rooms/invoicing/pages/pages.nl.ts'
import { asMember, bakery, cooperative, read, type Soco, sent, treasurer, work, world } from '../invoicing-cast.ts'
import { as, type Browser, itIs, signedIn } from '../world.ts'

// Two plain pictures of one dot: other bytes, other logo.
const GREEN = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const WHITE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGP4DwQACfsD/fteaysAAAAASUVORK5CYII=', 'base64')
// Four dots, interlaced.
const WOVEN = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAGK06rlAAAAE0lEQVR42mPQqzVi+P//PwgDmQA20Ae1Ai1r8QAAAABJRU5ErkJggg==', 'base64')

let soco: Soco
let office: Browser

beforeAll(async () => {
  soco = await cooperative('De Brief', null)
  office = await signedIn(world, soco.treasurer)
  itIs(world, '2026-10-06')
})

const customer = (facts: Partial<CustomerFacts>): Promise<CustomerId> =>
  as(world, treasurer(soco), 'customer.edit', (tx, permit) => addCustomer(tx, permit, { ...bakery, ...facts }))
const page = async (at: Browser, path: string) => (await at.get(path)).text()
const mailsAbout = async (number: string) =>
  (await asSystem(world.world, soco.id, 'invoice.mail', (tx) => outbox(tx, 100))).filter((mail) => mail.subject.includes(number))
const pdfOf = async (id: InvoiceId) => Buffer.from(await (await office.get(`/facturen/${id}/pdf`)).arrayBuffer())

describe('how a paper reaches its customer', () => {
  test('without an e-mail address the page says to print and post it, and who did is written down once', async () => {
    const id = await sent(soco, [work(10_00)], { customer: await customer({ email: null }) })
    expect(await page(office, `/facturen/${id}`)).toContain('Druk de factuur af en stuur hem op.')
    await world.runJobs()
    expect(await mailsAbout((await read(soco, id)).number)).toEqual([])
    const key = crypto.randomUUID()
    const answers = await Promise.all(Array.from({ length: 16 }, () => office.post(`/facturen/${id}/opgestuurd`, {}, key)))
    expect(answers.map(({ status }) => status).filter((status) => status !== 303 && status !== 409)).toEqual([])
    expect((await office.post(`/facturen/${id}/opgestuurd`, {}, key)).headers.get('location')).toBe(`/facturen/${id}`)
    expect((await office.post(`/facturen/${id}/opgestuurd`)).status).toBe(409)
    expect(await page(office, `/facturen/${id}`)).toContain('Met de post verstuurd op 6 oktober 2026.')
  })

  test('with one it is mailed, and the page says when', async () => {
    const id = await sent(soco, [work(10_00)])
    expect(await page(office, `/facturen/${id}`)).toContain('De mail aan de klant gaat zo weg.')
    await world.runJobs()
    expect((await mailsAbout((await read(soco, id)).number)).length).toBe(1)
    expect(await page(office, `/facturen/${id}`)).toContain('Gemaild aan de klant op 6 oktober 2026.')
  })

  test('a reminder without an e-mail address is a letter to print, not a silent nothing; with an address that came later it is mailed', async () => {
    const silent = await customer({ email: null, name: 'Zonder Mail' })
    const [paper, mail] = [await sent(soco, [work(10_00)], { customer: silent }), await sent(soco, [work(20_00)])]
    expect((await office.get(`/facturen/${paper}/herinnering`)).status).toBe(404)
    itIs(world, '2026-10-21')
    for (const id of [paper, mail]) expect((await office.post(`/facturen/${id}/herinnering`)).status).toBe(303)
    const html = await page(office, `/facturen/${paper}`)
    expect(html).toContain('Druk de herinnering af en stuur hem op.')
    const letter = await office.get(`/facturen/${paper}/herinnering`)
    expect(Buffer.from(await letter.arrayBuffer()).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>')
    await world.runJobs()
    expect((await mailsAbout((await read(soco, paper)).number)).length).toBe(0)
    expect((await mailsAbout((await read(soco, mail)).number)).map((each) => each.subject.slice(0, 12)).sort()).toEqual(['Factuur 2026', 'Herinnering:'])
    expect(await page(office, `/facturen/${mail}`)).toContain('De herinnering is gemaild op 21 oktober 2026.')
    expect((await office.post(`/facturen/${paper}/opgestuurd`)).status).toBe(303)
    // What was posted before the job ran stays posted.
    await world.runJobs()
    expect(await page(office, `/facturen/${paper}`)).toContain('De herinnering is met de post verstuurd op 21 oktober 2026.')
    itIs(world, '2026-10-06')
  })

  test('a document that cannot be made is a failed job, and the page says so until it succeeds', async () => {
    await as(world, treasurer(soco), 'organisation.edit', (tx, permit) => changeLogo(tx, permit, WHITE))
    const owner = world.world.database.pool
    // As after a fault on the disk: the bytes are no picture any more.
    await owner.query('update organisations.cooperative set logo = $1 where tenant = $2', [Buffer.from('broken'), soco.id])
    const id = await sent(soco, [work(10_00)])
    await expect(world.runJobs()).rejects.toThrow('failed')
    expect(await page(office, `/facturen/${id}`)).toContain('De mail is nog niet gelukt')
    const pdf = await office.get(`/facturen/${id}/pdf`)
    expect([pdf.status, (await pdf.text()).includes('kon niet worden gemaakt')]).toEqual([422, true])
    await owner.query('update organisations.cooperative set logo = null where tenant = $1', [soco.id])
  })
})

describe('the same invoice is the same file', () => {
  test('a new logo comes on new invoices, not on those that were sent', async () => {
    await as(world, treasurer(soco), 'organisation.edit', (tx, permit) => changeLogo(tx, permit, GREEN))
    const id = await sent(soco, [work(10_00)])
    const before = await pdfOf(id)
    await as(world, treasurer(soco), 'organisation.edit', (tx, permit) => changeLogo(tx, permit, WHITE))
    expect((await pdfOf(id)).equals(before)).toBe(true)
    const next = await sent(soco, [work(10_00)])
    expect((await read(soco, next)).document.logo).not.toBe((await read(soco, id)).document.logo)
    await as(world, treasurer(soco), 'organisation.edit', (tx, permit) => changeLogo(tx, permit, GREEN))
    expect((await read(soco, await sent(soco, [work(10_00)]))).document.logo).toBe((await read(soco, id)).document.logo)
  })
})

test('a logo that came interlaced is drawn like any other', async () => {
  await as(world, treasurer(soco), 'organisation.edit', (tx, permit) => changeLogo(tx, permit, WOVEN))
  const id = await sent(soco, [work(10_00)])
  expect((await pdfOf(id)).subarray(0, 5).toString()).toBe('%PDF-')
  await as(world, treasurer(soco), 'organisation.edit', (tx, permit) => changeLogo(tx, permit, GREEN))
})

describe('in English', () => {
  test('a member meets no Dutch sentence outside the invoice itself, nor in a refusal', async () => {
    const english = await signedIn(world, soco.samira)
    await english.post('/taal', { taal: 'en', naar: '/facturen' })
    const own = await as(world, asMember(soco.samira, soco), 'customer.edit', (tx, permit) => addCustomer(tx, permit, { ...bakery, member: soco.samira }))
    const asked = await english.post('/facturen', { customer: own, what: 'Lunch', price: '10', vat: 'standard', performedOn: '2026-10-06' })
    const draft = asked.headers.get('location') ?? ''
    const invoice = await sent(soco, [work(10_00)], { customer: own })
    const dutch = [
      ...sentences(dutchPages),
      ...sentences(dutchMarket),
      ...sentences(dutchWords.refusals),
      ...sentences({ ...dutchWords.unit, ...dutchWords.vatKind }),
    ]
    expect(dutch.length).toBeGreaterThan(150)
    const paths = [
      '/facturen',
      '/facturen?toon=drafts',
      '/facturen?toon=all',
      '/facturen/nieuw',
      '/dagstaten/nieuw',
      draft,
      `${draft}/aanpassen`,
      `/facturen/${invoice}`,
    ]
    for (const path of paths) expect([path, found(await page(english, path), dutch)]).toEqual([path, []])
    expect(await page(english, `${draft}/aanpassen`)).not.toMatch(/>(?:uur|stuk|dag|maand|vrijgesteld)</)
    const refused = [
      await english.post('/facturen', { what: 'Lunch', price: '10', vat: 'standard', performedOn: '2026-10-06' }),
      await english.post('/facturen', { customer: own, what: 'Lunch', price: '10', vat: 'standard', performedOn: '2026-10-07' }),
      await english.post('/dagstaten', { performedOn: '2026-10-06', what1: 'Honing', price1: '7,00', vat1: 'reduced', byCard: '30' }),
      await english.post(`${draft}/versturen`),
    ]
    for (const answer of refused) {
      const html = await answer.text()
      expect([answer.status, found(html, sentences(dutchWords.refusals))]).toEqual([answer.status === 403 ? 403 : 422, []])
    }
  })
})

/** Every sentence of a text file: single words may be the same in two languages, or part of another word. */
function sentences(texts: object): string[] {
  return Object.values(texts).flatMap((value) =>
    typeof value === 'string' ? (value.includes(' ') ? [value] : []) : typeof value === 'object' ? sentences(value) : [],
  )
}

function found(html: string, sentences: readonly string[]): string[] {
  const shown = html
    .replace(/<section[^>]*lang="nl"[\s\S]*?<\/section>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
  return sentences.filter((sentence) => shown.includes(sentence))
}
