import { beforeAll, expect, test } from 'vitest'
import { type Bank, bankOfVillage } from '../bank.ts'
import { type Browser, signedIn } from '../world.ts'

let bank: Bank
let ans: Browser

const IBAN = 'NL70INGB0009876543'
const told = { cents: -12_100, iban: IBAN, text: 'huur werkplaats', name: 'Verhuur Wilgendam' }
const text = async (path: string) => (await (await ans.get(path)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const rule = { iban: IBAN, words: 'huur', way: 'out', kind: 'ownCost', member: '', vat: '2100', least: '121,00', most: '121,00' }

beforeAll(async () => {
  bank = await bankOfVillage()
  ans = await signedIn(bank.at.world, bank.at.treasurer)
})

test('what was booked twice the same is proposed as a rule, and switched on with one button', async () => {
  const [a, b] = await bank.lines(
    { ...told, cents: -250, iban: 'NL20ABNA0000000301', text: 'kosten', name: 'De Bank' },
    { ...told, cents: -260, iban: 'NL20ABNA0000000301', text: 'kosten', name: 'De Bank' },
  )
  for (const line of [a, b]) if (line) await bank.bookAs(line.id, { kind: 'bankCosts' })
  const page = await text('/bank/boekingsregels')
  expect(page).toContain('Dit boekte je steeds hetzelfde')
  expect(page).toContain('€ 2,50 tot en met € 2,60')
  const made = await ans.post('/bank/boekingsregels', {
    iban: 'NL20ABNA0000000301',
    words: '',
    way: 'out',
    kind: 'bankCosts',
    member: '',
    vat: '0',
    least: '2,50',
    most: '2,60',
  })
  expect(made.status).toBe(303)
  expect(await text('/bank/boekingsregels')).not.toContain('Dit boekte je steeds hetzelfde')
})

test('a rule proposes with its VAT: certain for a usual amount, a look for another; how often it was used is told, and undoing counts', async () => {
  expect((await ans.post('/bank/boekingsregels', rule)).status).toBe(303)
  const [usual, other] = await bank.lines(told, { ...told, cents: -15_000 })
  if (!usual || !other) throw new Error('no lines')
  const proposals = await bank.proposals([usual, other])
  expect([usual, other].map((line) => proposals.get(line.id)?.[0]?.certainty)).toEqual(['certain', 'likely'])
  const since = await bank.mark()
  await ans.post('/bank/akkoord', { alles: 'ja' })
  expect(await bank.booked(since)).toEqual(['Algemene kosten coöperatie | Bank | 10000', 'Btw terug te vragen | Bank | 2100'])
  expect((await bank.waiting()).map(({ id }) => id)).toEqual([other.id])
  expect(await text('/bank/boekingsregels')).toMatch(/huur · NL70INGB0009876543 Kosten van de coöperatie, btw 21% € 121,00 1 keer aan/)
  await bank.undo(usual.id)
  expect(await text('/bank/boekingsregels')).toContain('€ 121,00 0 keer aan')
})

test('a rule is changed, and switched off: it proposes nothing then', async () => {
  const [, path = ''] = /href="(\/bank\/boekingsregels\/[0-9a-f-]{36})"[^>]*>huur/.exec(await (await ans.get('/bank/boekingsregels')).text()) ?? []
  expect((await ans.post(path, { ...rule, most: '200,00' })).status).toBe(303)
  const waiting = await bank.waiting()
  const firsts = async () => [...(await bank.proposals(waiting)).values()].map((each) => each[0]?.certainty ?? null)
  expect(await firsts()).toEqual(['certain', 'certain'])
  expect((await ans.post(`${path}/stand`, { aan: 'nee' })).status).toBe(303)
  expect(await firsts()).toEqual([null, null])
  expect((await ans.post(`${path}/stand`, { aan: 'ja' })).status).toBe(303)
})

test('a rule that recognises nothing, or is there already, is refused with what was typed', async () => {
  const empty = await ans.post('/bank/boekingsregels', { ...rule, iban: '', words: '' })
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('Een regel moet iets herkennen.')
  expect((await ans.post('/bank/boekingsregels', rule)).status).toBe(422)
  expect((await ans.post('/bank/boekingsregels', { ...rule, words: 'anders', kind: 'payout', vat: '0' })).status).toBe(422)
  const board = await signedIn(bank.at.world, bank.at.board)
  expect((await board.get('/bank/boekingsregels')).status).toBe(200)
  expect((await board.post('/bank/boekingsregels', rule)).status).toBe(403)
})
