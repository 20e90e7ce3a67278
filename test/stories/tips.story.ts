import { beforeAll, describe, expect, test } from 'vitest'
import type { InvoiceId } from '#rooms/invoicing'
import { balances, cooperative, posting, read, type Soco, send, world } from '../invoicing-cast.ts'
import { type Browser, itIs, signedIn } from '../world.ts'

/** Sold € 95 with tips of € 5, € 98 by card: € 3 of the tips came by card. */
const DAY = {
  what1: 'Honing',
  quantity1: '10',
  price1: '7,00',
  vat1: 'reduced',
  what2: 'Kaarsen',
  price2: '25',
  vat2: 'standard',
  byCard: '98',
  tips: '5',
  counted: '2',
}

let soco: Soco
let samira: Browser
let chair: Browser

beforeAll(async () => {
  soco = await cooperative('De Fooi', null)
  itIs(world, '2026-10-20')
  samira = await signedIn(world, soco.samira)
  chair = await signedIn(world, soco.chair)
})

const plain = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll('\u00a0', ' ')

async function handedIn(performedOn: string, at = samira): Promise<InvoiceId> {
  const answer = await at.post('/dagstaten', { ...DAY, performedOn })
  expect([answer.status, answer.status === 303 ? '' : await answer.text()]).toEqual([303, ''])
  return (answer.headers.get('location') ?? '').replace('/facturen/', '').replace(/\?.*/, '') as InvoiceId
}

describe('tips of a market day', () => {
  test('wait in suspense while nobody chose, and the page says what waits, where and what to do', async () => {
    const id = await handedIn('2026-10-01')
    const before = await plain(samira.get(`/facturen/${id}`))
    await send(soco, id)
    for (const page of [before, await plain(samira.get(`/facturen/${id}`))]) {
      for (const words of ['De fooi wacht op een keuze', '€ 5,00 na het boeken op de rekening', 'href="/organisatie/fooi"']) expect(page).toContain(words)
    }
    expect(await posting(soco, { kind: 'day sheet till', id })).toEqual(['underway | suspense | 300', 'cashHeld | suspense | 200'])
    expect(await plain(chair.get('/organisatie'))).toContain('href="/organisatie/fooi"')
    expect(await plain(samira.get('/organisatie/fooi'))).not.toContain('name="to"')
  })

  test('are chosen by board or treasurer from a day on; a member, another cooperative and a day of an earlier year are refused', async () => {
    expect((await samira.post('/organisatie/fooi', { from: '2026-10-02', to: 'member' })).status).toBe(403)
    const early = await chair.post('/organisatie/fooi', { from: '2025-12-31', to: 'member' })
    expect([early.status, (await early.text()).includes('eerder jaar')]).toEqual([422, true])
    for (const [from, to] of [
      ['2026-10-05', 'turnover'],
      ['2026-10-02', 'member'],
      ['2026-10-05', 'turnover'],
      ['2026-10-10', 'cooperative'],
    ] as const)
      expect((await chair.post('/organisatie/fooi', { from, to })).status).toBe(303)
    const page = await plain(chair.get('/organisatie/fooi'))
    for (const words of ['Vanaf 2 oktober 2026', 'Vanaf 5 oktober 2026', 'Vanaf 10 oktober 2026', 'Dit is niet zeker']) expect(page).toContain(words)
    const other = await cooperative('De Andere Fooi', null)
    itIs(world, '2026-10-20')
    expect(await plain((await signedIn(world, other.chair)).get('/organisatie/fooi'))).toContain('Nog niet gekozen')
  })

  test('are held for the member from the first day on, and that day is the day of the market', async () => {
    const before = await balances(soco)
    const id = await handedIn('2026-10-04')
    expect(await plain(samira.get(`/facturen/${id}`))).toContain('De fooi (€ 5,00) is van het lid.')
    await send(soco, id)
    expect(await posting(soco, { kind: 'day sheet till', id })).toEqual(['underway | tipsHeld | 300', 'cashHeld | tipsHeld | 200'])
    expect(await balances(soco)).toMatchObject({ suspense: before.suspense, tipsHeld: -5_00n })
    const late = await handedIn('2026-10-01')
    await send(soco, late)
    expect(await posting(soco, { kind: 'day sheet till', id: late })).toEqual(['underway | suspense | 300', 'cashHeld | suspense | 200'])
  })

  test('are turnover without VAT, as a line that the day sheet shows before and after, and the box adds up the same', async () => {
    const before = await balances(soco)
    const id = await handedIn('2026-10-05')
    const draft = await plain(samira.get(`/facturen/${id}`))
    for (const words of ['De fooi (€ 5,00) is omzet van het lid', '€ 100,00', 'Het klopt precies.']) expect(draft).toContain(words)
    await send(soco, id)
    const { document, net, vat, payable } = await read(soco, id)
    expect(document.priced.lines.map((line) => [line.description, line.vat, line.net])).toContainEqual(['Fooi', 'exempt', 5_00n])
    expect([payable, net + vat + document.priced.rounding]).toEqual([100_00n, 100_00n])
    expect(await posting(soco, { kind: 'day sheet till', id })).toEqual([])
    const after = await balances(soco)
    expect([(after.underway ?? 0n) - (before.underway ?? 0n), (after.cashHeld ?? 0n) - (before.cashHeld ?? 0n), after.debtors]).toEqual([98_00n, 2_00n, 0n])
    const page = await plain(samira.get(`/facturen/${id}`))
    expect([page.includes('Het klopt precies.'), page.includes('is omzet van het lid')]).toEqual([true, true])
  })

  test('are of the cooperative from the last day on', async () => {
    const id = await handedIn('2026-10-10')
    await send(soco, id)
    expect(await posting(soco, { kind: 'day sheet till', id })).toEqual(['underway | tipsIncome | 300', 'cashHeld | tipsIncome | 200'])
    expect(await plain(samira.get(`/facturen/${id}`))).toContain('De fooi (€ 5,00) is voor de coöperatie.')
  })
})
