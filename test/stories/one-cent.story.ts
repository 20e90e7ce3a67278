import { beforeAll, expect, test } from 'vitest'
import { type Bank, bankOfVillage } from '../bank.ts'
import { type Browser, itIs, signedIn } from '../world.ts'

let bank: Bank
let ans: Browser

beforeAll(async () => {
  bank = await bankOfVillage()
  ans = await signedIn(bank.at.world, bank.at.treasurer)
})

const clues = async () => {
  itIs(bank.at.world, '2026-11-02')
  const html = (await (await ans.get('/maand/2026-10')).text()).replaceAll('\u00a0', ' ')
  const card = /id="verschil".*?<\/section>/s.exec(html)?.[0] ?? null
  itIs(bank.at.world, '2026-10-05')
  return card === null
    ? null
    : { text: card.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '), links: [...card.matchAll(/href="([^"]+)"/g)].map(([, href]) => href) }
}

test('nothing is named while bank and books tie', async () => {
  const [line] = await bank.lines({ cents: 5000, text: 'bijdrage' })
  if (line) await bank.bookAs(line.id, { kind: 'subsidy' })
  expect(await clues()).toBeNull()
})

test('one cent between two statements is the statement that is missing', async () => {
  bank.drop(-1)
  await bank.bring(bank.statementOf([{ cents: 700, text: 'later', on: '2026-10-20' }], { closedOn: '2026-10-20' }))
  const found = await clues()
  expect(found?.text).toContain('Er mist een afschrift vóór')
  expect(found?.text).toContain('€ 0,01')
  expect(found?.text).toContain('Dit is precies het verschil.')
  expect(found?.links).toEqual(['/bank?toon=afschriften'])
})
