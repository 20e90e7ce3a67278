import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { type Bank, bankOfVillage } from '../bank.ts'
import { village } from '../village.ts'
import { type Browser, itIs, signedIn } from '../world.ts'

let bank: Bank
let ans: Browser

beforeAll(async () => {
  bank = await bankOfVillage()
  ans = await signedIn(bank.at.world, bank.at.treasurer)
})

const html = async (who = ans) => (await who.get('/boeken/overdracht')).text()
const text = async (who = ans) => (await html(who)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the sheet for the next treasurer', () => {
  test('of a new cooperative says that nothing is open', async () => {
    const said = await text()
    for (const each of ['Alle klanten hebben betaald.', 'Alles is betaald.', 'Er staat geen pot onder nul.', 'Er zijn nog geen notities.'])
      expect(said).toContain(each)
    expect(said).toContain('Laatste afgesloten maand nog geen')
  })

  test('tells what is open to the cent, what comes back, who does what, and that there are no passwords', async () => {
    const sold = await bank.sell(10_000)
    const [odd] = await bank.lines({ cents: 777, text: 'raadsel', name: 'Iemand' }, { cents: -250, text: 'nog een', name: 'Iemand' })
    if (!odd) throw new Error('no line')
    await bank.bookAs(odd.id, { kind: 'suspense' })
    await ans.post('/bank/boekingsregels', { iban: '', words: 'huur werkplaats', way: 'out', kind: 'ownCost', member: '', vat: '0', least: '', most: '' })
    await ans.post('/taken', { title: 'Huur boeken', every: '3', onDay: '5', from: '2026-10' })
    await ans.post('/taken/gedaan', { task: 'backup', month: '2026-09' })
    // The line of the bank is of two days later: before it is booked, the books do not know it.
    expect(await text()).toContain('Op de tussenrekening € 0,00')
    itIs(bank.at.world, '2026-10-08')
    const said = await text()
    expect(said).toContain(`${sold.number}, Buurthuis De Linde`)
    expect(said).toContain('Samen € 121,00')
    expect(said).toContain('Op de tussenrekening € 7,77')
    expect(said).toContain('Bankregels nog te boeken 1')
    for (const each of [
      'huur werkplaats: Kosten van de coöperatie',
      'Huur boeken: elk kwartaal, uiterlijk dag 5',
      'Bellen: 28 dagen na de laatste betaaldag',
      '31 oktober 2026: Btw-aangifte 3e kwartaal 2026',
      'Willem Prins bestuur',
      'Voor het laatst gekeken bij de taken van september 2026.',
      'Wachtwoorden: geen. Iedereen heeft een eigen toegang.',
    ])
      expect(said).toContain(each)
  })

  test('keeps a note once however often it is sent, each version with its author and day, and nothing of it can be changed', async () => {
    const key = newId()
    const first = { note: 'De kopieën staan bij Willem.' }
    const sent = await Promise.all([1, 2, 3].map(() => ans.post('/boeken/overdracht', first, key)))
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303])
    await ans.post('/boeken/overdracht', first)
    itIs(bank.at.world, '2026-10-09')
    await ans.post('/boeken/overdracht', { note: 'De kopieën staan bij Petra.' })
    const page = await html()
    expect(page.split('De kopieën staan bij Willem.')).toHaveLength(2)
    expect(await text()).toContain('De kopieën staan bij Petra. Ans de Boer, 9 oktober 2026')
    expect(await text()).toContain('De kopieën staan bij Willem. Ans de Boer, 8 oktober 2026')
    const { pool } = bank.at.world.world.database
    await expect(pool.query("update homes.successor_note set words = 'anders'")).rejects.toThrow('is only ever added to')
    expect((await ans.post('/boeken/overdracht', { note: ' ' })).status).toBe(422)
  })

  test('the board reads it and writes nothing, a coach does not read it, another cooperative has its own', async () => {
    const board = await signedIn(bank.at.world, bank.at.board)
    expect(await text(board)).toContain('De kopieën staan bij Petra.')
    expect(await html(board)).not.toContain('<textarea')
    expect((await board.post('/boeken/overdracht', { note: 'Van het bestuur' })).status).toBe(403)
    expect((await (await signedIn(bank.at.world, bank.at.coach)).get('/boeken/overdracht')).status).toBe(403)
    const other = await village(bank.at.world, '2026-10-08')
    const said = await text(await signedIn(other.world, other.treasurer))
    for (const each of ['Petra', 'Buurthuis De Linde', 'huur werkplaats', 'Huur boeken']) expect(said).not.toContain(each)
  })
})
