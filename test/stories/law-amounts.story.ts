import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { newId } from '#kit/ids.ts'
import type { OrganisationId, Permit, PersonId } from '#rooms/access'
import { type AmountFacts, amountsAll, decideAmount, enterAmount, equatedDays } from '#rooms/law'
import { insertAmount, insertVerdict } from '../../src/rooms/law/amounts/amounts.sql.ts'
import { insertDay, insertDayVerdict } from '../../src/rooms/law/days/days.sql.ts'
import { newFor } from '../messages.ts'
import { type Village, village } from '../village.ts'
import { as, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let at: Village
let network: OrganisationId
let [first, second, adviser] = ['', '', ''] as PersonId[] as [PersonId, PersonId, PersonId]

const norm: AmountFacts = {
  code: 'normYoung',
  value: 143_600n,
  from: day('2027-01-01'),
  until: day('2027-06-30'),
  article: 'Participatiewet art. 21',
  source: 'Verzonnen',
  doubt: 'Verzonnen.',
}
const typed = { code: 'normCouple', value: '2.050,10', from: '2027-01-01', until: '', article: 'Participatiewet art. 21', source: 'Verzonnen', doubt: '' }

beforeAll(async () => {
  world = await testWorld()
  at = await village(world, '2026-11-02')
  network = await found(world, 'network', 'Het Netwerk')
  first = await somebody(world, network, 'network', 'Hanna Eerst')
  second = await somebody(world, network, 'network', 'Teun Tweede')
  adviser = await somebody(world, at.municipality, 'policyAdviser', 'Bea Beleid')
  itIs(world, '2026-11-09')
})

const by = (person: PersonId, organisation = network) => ({ person, organisation, role: 'network' as const })
const enter = (facts: AmountFacts) => as(world, by(first), 'amount.enter', (tx, permit) => enterAmount(tx, permit, facts))
const decide = (person: PersonId, id: string, rejected: string | null = null) =>
  as(world, by(person), 'amount.decide', (tx, permit) => decideAmount(tx, permit, id, rejected))
const counting = async (code: AmountFacts['code']) =>
  (await as(world, by(first), 'amount.read', (tx) => amountsAll(tx))).filter((each) => each.code === code).map(({ from, value }) => `${from} ${value}`)
const words = async (person: PersonId, path: string) => (await (await (await signedIn(world, person)).get(path)).text()).replaceAll('\u00a0', ' ')

describe('a day that counts as a holiday', () => {
  const typed = { on: '2031-04-25', equated: 'yes', source: 'Staatsblad 2030, verzonnen', doubt: '' }
  const counts = async () => (await as(world, by(first), 'amount.read', (tx) => equatedDays(tx))).includes(day('2031-04-25'))

  test('moves terms once a colleague confirmed it, and can be taken away the same way', async () => {
    const page = await signedIn(world, first)
    const entered = (await page.post('/wet/dagen/nieuw', typed)).headers.get('location') ?? ''
    expect(entered).toMatch(/^\/wet\/dagen\//)
    expect(await counts()).toBe(false)
    expect(await words(first, entered)).toContain('Een collega van het netwerk kijkt hem na')
    expect((await page.post(`${entered}/bevestiging`)).status).toBe(422)
    expect(await words(second, '/wet')).toContain('25 april 2031 telt als feestdag')
    expect(await words(at.treasurer, '/wet'), 'what waits is for the network').not.toContain('25 april 2031')
    const other = await signedIn(world, second)
    expect((await other.post(`${entered}/bevestiging`)).headers.get('location')).toBe('/wet#dagen')
    expect(await counts()).toBe(true)
    expect(await words(at.treasurer, '/wet')).toContain('25 april 2031')
    expect((await other.post(`${entered}/afwijzing`, { reason: 'Toch niet' })).status).toBe(409)
    const twice = await page.post('/wet/dagen/nieuw', typed)
    expect([twice.status, await twice.text()]).toEqual([422, expect.stringContaining('Deze dag staat er al precies zo.')])
    const away = (await page.post('/wet/dagen/nieuw', { ...typed, equated: 'no', source: 'Het besluit is ingetrokken' })).headers.get('location') ?? ''
    await other.post(`${away}/bevestiging`)
    expect(await counts()).toBe(false)
  })

  test('that a colleague rejects never counts, and only the network writes', async () => {
    const page = await signedIn(world, first)
    const entered = (await page.post('/wet/dagen/nieuw', { ...typed, on: '2032-04-26' })).headers.get('location') ?? ''
    expect((await page.post('/wet/dagen/nieuw', { ...typed, on: '2032-04-26' })).status, 'it waits already').toBe(422)
    const other = await signedIn(world, second)
    expect((await other.post(`${entered}/afwijzing`, { reason: '' })).status).toBe(422)
    expect((await other.post(`${entered}/afwijzing`, { reason: 'Ik vind het besluit niet.' })).status).toBe(303)
    expect(await words(first, entered)).toContain('Ik vind het besluit niet.')
    expect((await page.post('/wet/dagen/nieuw', { ...typed, on: '2033-01-04', equated: 'no' })).status, 'it does not count now').toBe(422)
    for (const person of [at.treasurer, at.caseManager, adviser]) expect((await (await signedIn(world, person)).get('/wet/dagen/nieuw')).status).toBe(403)
  })

  test('is confirmed by other eyes also behind the application', async () => {
    const id = newId(world.clock.now().epochMilliseconds)
    const unit = { role: 'opbloei_app', organisation: network, person: first } as const
    const permit = { organisation: network, person: first, now: world.clock.now() } as unknown as Permit<'equatedDay.enter'>
    await world.world.database.unit(unit, (tx) => insertDay(tx, permit, id, { on: day('2034-04-28'), equated: true, source: 'Verzonnen', doubt: null }))
    await expect(world.world.database.unit(unit, (tx) => insertDayVerdict(tx, permit, id, null))).rejects.toThrow(/row-level security/)
  })
})

describe('an amount of the law', () => {
  test('counts once a colleague confirmed it, and whoever must know hears of it once', async () => {
    const id = await enter(norm)
    expect(await counting('normYoung')).not.toContain('2027-01-01 143600')
    await expect(decide(first, id)).rejects.toMatchObject({ sentence: { what: 'Je vulde dit bedrag zelf in.' } })
    expect(await words(first, `/wet/voorstellen/${id}`)).toContain('Een collega van het netwerk kijkt het na')
    expect(await words(second, `/wet/voorstellen/${id}`)).toContain('Hanna Eerst')
    expect(await newFor(world, at.treasurer)).not.toContain('lawChanges')
    const page = await signedIn(world, second)
    expect((await page.post(`/wet/voorstellen/${id}/bevestiging`)).headers.get('location')).toBe('/wet')
    expect(await counting('normYoung')).toContain('2027-01-01 143600')
    await world.runJobs()
    for (const person of [at.treasurer, at.board, adviser]) expect(await newFor(world, person)).toEqual(['lawChanges'])
    for (const person of [at.coach, at.caseManager, first]) expect(await newFor(world, person)).not.toContain('lawChanges')
    await expect(decide(second, id)).rejects.toMatchObject({ kind: 'conflict' })
    await world.runJobs()
    expect(await newFor(world, at.treasurer)).toEqual(['lawChanges'])
  })

  test('is corrected by a new row, and the old one stays in the history', async () => {
    itIs(world, '2026-11-10')
    await decide(second, await enter({ ...norm, value: 144_000n }))
    expect((await counting('normYoung')).slice(-2)).toEqual(['2027-01-01 143600', '2027-01-01 144000'])
    const html = await words(at.treasurer, '/wet')
    expect(html).toContain('€ 1.436,00')
    expect(html).toContain('€ 1.440,00')
    expect(html).toContain('Door het netwerk ingevuld en nagekeken op 9 november 2026')
    expect(html, 'names of who works at the network are for the network').not.toContain('Hanna Eerst')
  })

  test('that is rejected never counts, and the network reads why', async () => {
    const id = await enter({ ...norm, code: 'giftCap', value: 130_000n })
    const page = await signedIn(world, second)
    const silent = await page.post(`/wet/voorstellen/${id}/afwijzing`, { reason: '' })
    expect([silent.status, (await silent.text()).includes('Een bedrag nakijken')]).toEqual([422, true])
    expect((await page.post(`/wet/voorstellen/${id}/afwijzing`, { reason: 'Dit is het bedrag van een ander jaar.' })).status).toBe(303)
    expect(await counting('giftCap')).not.toContain('2027-01-01 130000')
    expect(await words(first, `/wet/voorstellen/${id}`)).toContain('Dit is het bedrag van een ander jaar.')
    await world.runJobs()
    expect((await newFor(world, adviser)).length).toBe(2)
    await expect(decide(second, id)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('is refused with what was typed still there: no value, a day before the first, the same once more', async () => {
    const page = await signedIn(world, first)
    const wrong = await page.post('/wet/nieuw', { ...typed, value: '12%' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toMatch(/Dit past niet bij dit bedrag[\s\S]*value="12%"/)
    const early = await page.post('/wet/nieuw', { ...typed, until: '2026-12-31' })
    expect([early.status, (await early.text()).includes('De laatste dag ligt voor de eerste.')]).toEqual([422, true])
    expect((await page.post('/wet/nieuw', typed)).status).toBe(303)
    expect(await (await page.post('/wet/nieuw', typed)).text()).toContain('Dit bedrag staat al klaar.')
    expect(await (await page.get('/wet')).text()).toContain('Wacht op een tweede paar ogen')
  })

  test('is written down by nobody else: not by another role, not by whoever has the role at an organisation that is no network', async () => {
    const treasurer = await signedIn(world, at.treasurer)
    expect((await treasurer.get('/wet/nieuw')).status).toBe(403)
    expect((await treasurer.post('/wet/nieuw', typed)).status).toBe(403)
    const stray = await somebody(world, at.cooperative, 'network', 'Sam Verdwaald')
    await expect(as(world, by(stray, at.cooperative), 'amount.enter', (tx, permit) => enterAmount(tx, permit, norm))).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const around = as(world, by(stray, at.cooperative), 'amount.enter', (tx, permit) => insertAmount(tx, permit, newId(), norm))
    await expect(around, 'the table says so too').rejects.toThrow(/row-level security/)
    const id = await enter({ ...norm, code: 'buffer' })
    const own = as(world, by(first), 'amount.decide', (tx, permit) => insertVerdict(tx, permit, id, null))
    await expect(own, 'the table wants two pairs of eyes too').rejects.toThrow(/row-level security/)
  })

  test('tells what is not sure, and from which day nobody knows it', async () => {
    const html = await words(at.coach, '/wet')
    expect(html).toContain('nog niet bekend vanaf 1 juli 2027')
    expect(html).toContain('het besluit over de dag van ingang is niet nagelezen.')
    expect(html).toContain('Participatiewet art. 31 lid 2 onder n')
    expect(html).toContain('15 mei 2026')
    expect(html).toContain('26 mei 2028')
  })
})

test('an amount that nobody read is told to be unknown, until two of the network wrote it down', async () => {
  const row = async () =>
    (await words(adviser, '/wet')).split('<tr').find((each) => each.includes('De hoogste vergoeding per maand voor vrijwilligerswerk')) ?? ''
  expect(await row()).toMatch(/onbekend.*Niet bekend: het netwerk kan het invullen/s)
  const id = await enter({ ...norm, code: 'volunteerMonth', value: 21_000n, from: day('2026-01-01'), until: null })
  expect(await row()).toContain('onbekend')
  await decide(second, id)
  expect(await row()).toMatch(/€ 210,00.*vanaf 1 januari 2026/s)
})
