import { beforeAll, describe, expect, test } from 'vitest'
import { month } from '#kit/day.ts'
import type { MemberId } from '#rooms/access'
import { savePlan } from '#rooms/coaching'
import { type DepartureId, departureById, departureStatementNow, potsLeft } from '#rooms/departure'
import { closeMonth } from '#rooms/settlement'
import { fillIn, whoLeaves } from '../departure-cast.ts'
import { template } from '../trade.ts'
import { asMember, asTreasurer, type Village } from '../village.ts'
import { as, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let at: Village
let samira: MemberId
let id: DepartureId

const close = (on: string, of: string) => {
  itIs(world, on)
  return as(world, asTreasurer(at), 'month.close', (tx, permit) => closeMonth(tx, permit, month(of)))
}
const release = async (fields: Readonly<Record<string, string>>) => {
  const answer = await (await signedIn(world, at.treasurer)).post(`/vertrek/${id}/potten`, { why: '', ...fields })
  return [answer.status, answer.status === 303 ? '' : await answer.text()] as const
}
const pots = () => as(world, asTreasurer(at), 'departure.read', async (tx, permit) => potsLeft(tx, permit, await departureById(tx, permit, id)))
/** What the statement says is left: it refuses where that is not what the ledger says. */
const stands = async () => {
  const { sections } = await as(world, asTreasurer(at), 'departure.read', (tx, permit) => departureStatementNow(tx, permit, samira))
  return Object.fromEntries(sections.map(({ section, closing }) => [section, Number(closing)]))
}

/** By the agreement the business pot goes to the member and the development pot to the pool: 60.00 and 15.00 of a month without a benefit, 120.00 and 30.00 of one with. */
beforeAll(async () => {
  world = await testWorld()
  const articles = template('resultaat-60-15-25').map((article) =>
    article.kind === 'exit' ? { ...article, businessTo: 'payout' as const, developmentTo: 'trainingPool' as const } : article,
  )
  ;({ at, samira } = await whoLeaves(world, articles))
  await close('2026-03-02', '2026-01')
  await close('2026-03-02', '2026-02')
  itIs(world, '2026-03-10')
  const member = await signedIn(world, samira)
  const told = await (await member.get('/geld/weggaan')).text()
  expect([told.includes('Volgens je afspraak gaat het geld'), told.includes('niet van elk budget')]).toEqual([true, false])
  id = ((await member.post('/vertrek')).headers.get('location') ?? '').split('/').at(-1) as DepartureId
  const step = await (await member.get(`/vertrek/${id}/stap/budgetten`)).text()
  expect(step).toContain('gaat naar de scholingspot van alle leden samen')
  expect(step).not.toContain('De afspraak zegt niet waar dit geld daarna heen gaat')
  const goal = { field: 'goal', base: 0, value: { words: 'Tassen van oud leer', who: null, due: null }, settles: [] } as const
  await as(world, asMember(at, samira), 'actionPlan.write', (tx, permit) => savePlan(tx, permit, samira, [goal], 0))
  await fillIn(member, id, '2026-03-31')
  await member.post(`/vertrek/${id}/akkoord`)
  expect((await (await signedIn(world, at.board)).post(`/vertrek/${id}/bevestiging`)).status).toBe(303)
  await close('2026-04-02', '2026-03')
  itIs(world, '2026-04-10')
}, 120_000)

describe('where a pot goes by the article on leaving', () => {
  test('is offered to the treasurer, and booked with the article as its ground', async () => {
    const page = await (await (await signedIn(world, at.treasurer)).get(`/vertrek/${id}/potten`)).text()
    expect(page).toContain('Zoals de afspraak zegt')
    expect((await release({ pot: 'development', receiver: 'agreement', cents: '45,00' }))[0]).toBe(303)
    const [booked] = (await pots()).releases
    expect([booked?.receiver, booked?.why]).toEqual(['trainingPool', expect.stringMatching(/^Artikel \d+ van de afspraak, versie 1\.$/)])
    expect(await stands()).toMatchObject({ business: 18_000, development: 0 })
  })

  test('is not booked elsewhere, and to the member not past the municipality', async () => {
    const [other, said] = await release({ pot: 'business', receiver: 'cooperative', cents: '180,00', why: 'Besluit bestuur' })
    expect([other, said.includes('zegt iets anders')]).toEqual([422, true])
    const [more, waits] = await release({ pot: 'business', receiver: 'agreement', cents: '60,01' })
    expect([more, waits.includes('mag nu')]).toEqual([422, true])
    expect((await release({ pot: 'business', receiver: 'agreement', cents: '60,00' }))[0]).toBe(303)
    expect(await stands()).toMatchObject({ business: 12_000, payout: 6000 })
  })

  test('what may not go to the member goes another way with a written ground, and with none it does not', async () => {
    const [bare, said] = await release({ pot: 'business', receiver: 'cooperative', cents: '120,00' })
    expect([bare, said.includes('waarop dit rust')]).toEqual([422, true])
    expect((await release({ pot: 'business', receiver: 'cooperative', cents: '120,00', why: 'Brief gemeente: nee' }))[0]).toBe(303)
    expect(await stands()).toMatchObject({ business: 0, payout: 6000 })
  })
})

test('the plan of action goes along in the archive of who chose it', async () => {
  const zip = Buffer.from(await (await (await signedIn(world, samira)).get(`/vertrek/${id}/gegevens`)).arrayBuffer()).toString('latin1')
  expect(zip).toContain('plan-van-aanpak.pdf')
})
