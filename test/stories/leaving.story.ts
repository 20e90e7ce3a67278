import { expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { account, post } from '#rooms/ledger'
import { signedAgreement, sold, template } from '../trade.ts'
import { asTreasurer, newMember, village } from '../village.ts'
import { as, itIs, signedIn, testWorld } from '../world.ts'

test('a member reads what happens on leaving by the own agreement, in Dutch and English, and nobody else does', async () => {
  const world = await testWorld()
  const at = await village(world, '2026-09-01')
  const samira = await newMember(at, 'Samira el Amrani')
  const member = await signedIn(world, samira)
  expect(await (await member.get('/geld/weggaan')).text()).toContain('Je hebt nog geen afspraak getekend.')
  await signedAgreement(at, [samira], template('resultaat-60-15-25'), '2026-10-01')
  await sold(at, samira, '2026-10-03', [{ net: 10000 }])
  itIs(world, '2026-11-02')
  await as(world, asTreasurer(at), 'ledger.correct', (tx, permit) =>
    post(tx, permit, {
      source: { kind: 'test fill', id: 'leaving' },
      on: day('2026-10-31'),
      transfers: [{ debit: account('resultAllocation', samira), credit: account('businessBudget', samira), cents: cents(13800) }],
    }),
  )
  const page = plain(await (await member.get('/geld/weggaan')).text())
  expect(page).toContain('Wat overblijft, gaat naar: Coöperatie.')
  expect(page).toContain('klanten moeten nog € 121,00 betalen')
  expect(page).toContain('er zou € 138,00 stilstaan')
  expect(page).toMatch(/Artikel \d+/)
  expect(plain(await (await member.get('/geld')).text())).toContain('/geld/weggaan')
  await member.post('/taal', { taal: 'en', naar: '/geld/weggaan' })
  const english = plain(await (await member.get('/geld/weggaan')).text())
  expect(english).toContain('What happens when I leave?')
  expect(english).toContain('€ 138,00 would stand still')
  expect((await (await signedIn(world, at.treasurer)).get('/geld/weggaan')).status).toBe(404)
})

/** The page without what keeps an amount on one line. */
function plain(html: string): string {
  return html.replaceAll('\u00a0', ' ')
}
