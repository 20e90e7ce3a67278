import { beforeAll, describe, expect, test } from 'vitest'
import type { InvoiceId } from '#rooms/invoicing'
import { balances, cooperative, posting, read, type Soco, send, world } from '../invoicing-cast.ts'
import { type Browser, itIs, signedIn } from '../world.ts'

const DOT = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const SOLD = { performedOn: '2026-10-10', what1: 'Honing', quantity1: '10', price1: '7,00', vat1: 'reduced', what2: 'Kaarsen', price2: '25', vat2: 'standard' }
/** Sold € 95, change € 20, tips € 5, by card € 32,50: € 87,50 must be in the box. */
const BOX = { ...SOLD, byCard: '32,50', changeBegin: '20', tips: '5', changeEnd: '15' }

let soco: Soco
let samira: Browser
let ans: Browser

beforeAll(async () => {
  soco = await cooperative('De Stal', null)
  itIs(world, '2026-10-10')
  samira = await signedIn(world, soco.samira)
  ans = await signedIn(world, soco.treasurer)
})

const plain = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll('\u00a0', ' ')
const idIn = (answer: Response) => (answer.headers.get('location') ?? '').replace('/facturen/', '').replace(/\?.*/, '') as InvoiceId

describe('a market day', () => {
  test('is added up before it is handed in, and nothing is kept of that', async () => {
    const page = await plain(samira.post('/dagstaten/berekening', { ...BOX, counted: '85' }))
    expect(page).toContain('Er is € 2,50 te weinig in de kist.')
    expect(page).toContain('value="32,50"')
    expect(await plain(samira.post('/dagstaten/berekening', { ...BOX, counted: '87,50' }))).toContain('Het klopt precies.')
    expect(await plain(samira.post('/dagstaten/berekening', BOX))).toContain('Er hoort € 87,50 in te zitten.')
    expect((await samira.post('/dagstaten/berekening', { ...BOX, counted: 'veel' })).status).toBe(422)
    expect(await plain(samira.get('/facturen?toon=drafts'))).not.toContain('Kaarsen')
    expect((await ans.get('/dagstaten/nieuw')).status).toBe(200)
  })

  test('with a difference is kept only with a reason, and books what was counted', async () => {
    const refused = await samira.post('/dagstaten', { ...BOX, counted: '85' })
    expect(refused.status).toBe(422)
    expect(await plain(refused)).toContain('Er is € 2,50 te weinig in de kist.')
    expect((await samira.post('/dagstaten', { ...BOX, counted: '14,99', reason: 'x' })).status).toBe(422)
    expect((await samira.post('/dagstaten', { ...BOX, byCard: '100,01', counted: '0', reason: 'x' })).status).toBe(422)
    const photo = new File([DOT], 'kassarol.png', { type: 'image/png' })
    expect(await plain(samira.post('/dagstaten', { ...BOX, counted: '85', reason: 'x', photo: new File(['tekst'], 'x.png') }))).toContain('foto')
    const id = idIn(await samira.post('/dagstaten', { ...BOX, counted: '85', reason: 'Te veel teruggegeven', photo }))
    const draft = await plain(ans.get(`/facturen/${id}`))
    for (const said of ['Er is € 2,50 te weinig in de kist.', 'Te veel teruggegeven', 'De fooi wacht op een keuze', `/dagstaten/${id}/foto`])
      expect(draft).toContain(said)
    expect((await ans.get(`/dagstaten/${id}/foto`)).headers.get('content-type')).toBe('image/png')
    await send(soco, id)
    expect(await posting(soco, { kind: 'day sheet till', id })).toEqual(['cashHeld | suspense | 500', 'generalCosts | cashHeld | 250'])
    expect(await balances(soco)).toMatchObject({ underway: 32_50n, cashHeld: 65_00n, suspense: -5_00n, generalCosts: 2_50n, debtors: 0n })
    expect(await plain(samira.get(`/facturen/${id}`))).toContain('Contant van de coöperatie')
    expect((await samira.get(`/dagstaten/${id}/foto`)).status).toBe(200)
    expect((await samira.get(`/dagstaten/${id}/aanpassen`)).status).toBe(404)
  })

  test('begins the next time with the change that was left', async () => {
    expect(await plain(samira.get('/dagstaten/nieuw'))).toMatch(/name="changeBegin"[^>]*value="15,00"|value="15,00"[^>]*name="changeBegin"/)
  })

  test('may be changed until it is booked; a tip by card waits at the provider', async () => {
    const other = await cooperative('De Tent', null)
    itIs(world, '2026-10-10')
    const member = await signedIn(world, other.samira)
    const id = idIn(await member.post('/dagstaten', SOLD))
    expect((await member.get(`/facturen/${id}/aanpassen`)).headers.get('location')).toBe(`/dagstaten/${id}/aanpassen`)
    expect(await plain(member.get(`/dagstaten/${id}/aanpassen`))).toContain('Kaarsen')
    expect(await plain(member.post(`/dagstaten/${id}/berekening`, { ...BOX, counted: '85' }))).toContain('Er is € 2,50 te weinig in de kist.')
    expect(await plain(member.get(`/dagstaten/${id}/aanpassen`)), 'adding up keeps nothing').not.toContain('value="32,50"')
    const changed = await member.post(`/dagstaten/${id}/aanpassen`, { ...SOLD, byCard: '98', tips: '5', counted: '2,01', reason: 'weet ik niet' })
    expect(changed.status).toBe(303)
    await send(other, id)
    expect(await posting(other, { kind: 'day sheet till', id })).toEqual([
      'underway | suspense | 300',
      'cashHeld | suspense | 200',
      'cashHeld | generalCosts | 1',
    ])
    expect(await balances(other)).toMatchObject({ underway: 98_00n, cashHeld: 2_01n, suspense: -5_00n, generalCosts: -1n })
  })

  test('that crosses the limit of the small business scheme is taxed from the crossing sale on; the box adds up the same', async () => {
    const other = await cooperative('De Grens', '2026-01-01', 19_850_00)
    itIs(world, '2026-10-10')
    const member = await signedIn(world, other.samira)
    const lines = {
      what1: 'Honing',
      price1: '150,00',
      vat1: 'reduced',
      what2: 'Jam',
      price2: '0,01',
      vat2: 'reduced',
      what3: 'Kaars',
      price3: '12,10',
      vat3: 'standard',
    }
    const id = idIn(await member.post('/dagstaten', { performedOn: '2026-10-10', ...lines, byCard: '100', counted: '62,11' }))
    await send(other, id)
    const { document } = await read(other, id)
    expect(document.priced.lines.map((line) => [line.vat, line.net])).toEqual([
      ['kor', 150_00n],
      ['reduced', 1n],
      ['standard', 10_00n],
    ])
    expect(await balances(other)).toMatchObject({ underway: 100_00n, cashHeld: 62_11n, vatPayable: -2_10n, turnover: -160_01n })
  })
})
