import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { asSystem, type MemberId } from '#rooms/access'
import { forgetAnswers } from '#rooms/homes'
import { setReading } from '#rooms/law'
import { takeOverExemption } from '#rooms/members'
import { newMember, type Village, village } from '../village.ts'
import { as, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let at: Village
let other: Village
let member: MemberId

const answers = {
  household: 'single',
  norm: '',
  under27: 'no',
  youngest: 'no',
  medical: 'no',
  helpful: 'yes',
  usedN: '0',
  usedR: '0',
  used34a: '0',
}

beforeAll(async () => {
  world = await testWorld()
  at = await village(world, '2026-06-01')
  other = await village(world, '2026-06-01')
  member = await newMember(at, 'Saar Schat', 'participatiewetOwn')
  await asSystem(world.world, at.cooperative, 'opening.book', (tx, permit) =>
    takeOverExemption(tx, permit, member, { part: 'n', months: 4, until: day('2026-05-31') }),
  )
})

const textOf = async (answer: Response) => (await answer.text()).replaceAll('\u00a0', ' ')
const looks = async () => {
  const { rows } = await world.world.database.pool.query<{ n: string }>(
    "select count(*) as n from access.look where subject = $1 and action = 'estimate.see'",
    [member],
  )
  return Number(rows[0]?.n)
}

describe('what a pay-out does to a benefit', () => {
  test('is told to a member per month, with the rule, the months used and what is not sure; € 400 leaves € 100 exempt', async () => {
    const page = await signedIn(world, member)
    expect(await textOf(await page.get('/schatting'))).toMatch(/name="usedN"[^>]*value="4"/)
    const html = await textOf(await page.post('/schatting', { ...answers, usedN: '4', '2026-06': '400', '2026-07': '1.200', '2026-08': '400' }))
    for (const words of [
      '€ 100,00',
      '€ 300,00',
      '€ 285,00',
      'art. 31 lid 2 onder n',
      'Dit is maand 5 van 6.',
      'het hoogste bedrag is bereikt',
      'de gemeente beslist',
    ])
      expect(html).toContain(words)
    expect(html, 'the seventh month').toContain('De maanden van de vrijlating zijn op.')
    expect(html).toContain('Werken mag altijd')
    expect(html).not.toMatch(/niet werken|weiger/i)
  })

  test('reckons without what somebody does not know, and says so', async () => {
    const page = await signedIn(world, member)
    const html = await textOf(await page.post('/schatting', { ...answers, medical: 'unknown', helpful: 'unknown', '2026-06': '400' }))
    expect(html).toContain('Die vrijlating rekenden we niet mee: dan valt het niet tegen.')
    // Who has to be found by the municipality is exempt in 2027 anyway.
    itIs(world, '2026-12-01')
    const later = await textOf(await page.post('/schatting', { ...answers, helpful: 'unknown', norm: '1.450', '2027-01': '400' }))
    expect(later).toContain('art. 34a')
    expect(later).not.toContain('rekenden we niet mee')
    itIs(world, '2026-06-01')
    expect(html).toContain('De gemeente moet vinden dat de vrijlating helpt')
  })

  test('keeps the form when nothing was filled in, when it cannot be read, and when an amount of the law is missing', async () => {
    itIs(world, '2026-12-01')
    const page = await signedIn(world, member)
    const nothing = await page.post('/schatting', { ...answers, norm: '1.000' })
    expect([nothing.status, (await textOf(nothing)).match(/Je vulde nog geen bedrag in[\s\S]*value="1.000"/) !== null]).toEqual([422, true])
    const odd = await page.post('/schatting', { ...answers, '2026-12': 'veel' })
    expect([odd.status, (await textOf(odd)).includes('value="veel"')]).toEqual([422, true])
    const missing = await page.post('/schatting', { ...answers, household: 'couple', '2027-02': '300' })
    const html = await textOf(missing)
    expect(missing.status).toBe(422)
    expect(html).toContain('Van de bijstandsnorm van een paar is geen bedrag bekend voor 1 februari 2027.')
    expect(html).toMatch(/name="2027-02"[^>]*value="300"/)
    // Whoever asks can go on: leave the month out, or say what the benefit is.
    expect(html).toContain('Laat de maanden vanaf die dag leeg.')
    expect(html).not.toContain('Vraag het landelijk netwerk')
    const typed = await page.post('/schatting', { ...answers, household: 'couple', norm: '2.000', '2027-02': '300' })
    expect([typed.status, (await textOf(typed)).includes('€ 1.745,00')]).toEqual([200, true])
    itIs(world, '2026-06-02')
  })

  test('says to whoever has an IOAW or IOAZ benefit that other rules hold there', async () => {
    const told = 'De IOAW en de IOAZ hebben eigen regels voor inkomen'
    const page = async (who: MemberId) => textOf(await (await signedIn(world, who)).get('/schatting'))
    expect(await page(await newMember(at, 'Ida Ioaw', 'ioawIoaz'))).toContain(told)
    expect(await page(member)).not.toContain(told)
  })

  test('counts a premium up to its cap, gifts, and a pot for the months in which it was earned', async () => {
    const page = await signedIn(world, member)
    const pot = { 'pot-2026-03': '150', 'pot-2026-05': '100', potIn: '2026-06' }
    const html = await textOf(await page.post('/schatting', { ...answers, ...pot, premium1: '5.000', premiumIn1: '2026-02', gift1: '200', giftIn1: '2026-06' }))
    expect(html).toContain('art. 31 lid 2 onder n')
    // 25% of € 150 and of € 100, each by its own month; what the premium is above its cap counts.
    for (const words of ['€ 37,50', '€ 112,50', '€ 25,00', '€ 75,00']) expect(html).toContain(words)
    expect(html).toMatch(/maart 2026[\s\S]*mei 2026/)
    expect(html).toContain('Een premie die te hoog is of te vaak komt, telt mee.')
  })

  test('asks which month an amount is of, and keeps what was typed', async () => {
    const page = await signedIn(world, member)
    const refused = async (more: Record<string, string>) => {
      const answer = await page.post('/schatting', { ...answers, '2026-06': '400', ...more })
      return { status: answer.status, html: await textOf(answer) }
    }
    const gift = await refused({ gift2: '75' })
    expect([gift.status, gift.html.includes('Bij dit bedrag hoort een maand.'), /name="gift2"[^>]*value="75"/.test(gift.html)]).toEqual([422, true, true])
    expect((await refused({ premiumIn1: '2026-06' })).html).toContain('Bij deze maand hoort een bedrag.')
    expect((await refused({ potIn: '2026-06' })).html).toContain('Er staat niet wanneer je het geld uit je potje verdiende.')
    expect((await refused({ 'pot-2026-03': '10' })).html).toContain('Bij dit bedrag hoort een maand.')
  })

  test('keeps answers only when the member asks, for the member alone, without amounts, and throws them away', async () => {
    const page = await signedIn(world, member)
    const rows = async () => (await world.world.database.pool.query('select answers from homes.kept_situation where member = $1', [member])).rows
    await page.post('/schatting', { ...answers, medical: 'yes', '2026-06': '400' })
    expect(await rows()).toEqual([])
    expect((await page.post('/schatting/bewaren', { ...answers, medical: 'yes', norm: '1.100', '2026-06': '400' })).headers.get('location')).toBe('/schatting')
    expect(await rows()).toEqual([{ answers: expect.objectContaining({ medical: 'yes', norm: '1.100' }) }])
    expect(JSON.stringify(await rows())).not.toContain('400')
    expect(await textOf(await page.get('/schatting'))).toMatch(/name="norm"[^>]*value="1.100"/)
    const coach = await signedIn(world, at.coach)
    const seen = await textOf(await coach.get(`/leden/${member}/schatting`))
    expect(seen).not.toContain('1.100')
    expect(seen).not.toContain('Bewaar mijn antwoorden')
    const unit = { role: 'opbloei_app', organisation: at.cooperative, person: at.coach } as const
    const behind = await world.world.database.unit(unit, (tx) => tx.selectFrom('homes.kept_situation').selectAll().execute())
    expect(behind, 'row security').toEqual([])
    await page.post('/schatting/weggooien')
    expect(await rows()).toEqual([])
  })

  test('ends what was kept after a year, and the sweep cannot read what it says', async () => {
    itIs(world, '2026-06-03')
    const page = await signedIn(world, member)
    const sweep = { role: 'opbloei_signin', organisation: null, person: null } as const
    const swept = () => world.world.database.unit(sweep, (tx) => forgetAnswers(tx, world.clock.now()))
    await page.post('/schatting/bewaren', { ...answers, medical: 'yes' })
    itIs(world, '2027-06-02')
    expect(await swept()).toBe(0)
    itIs(world, '2027-06-04')
    expect(await swept()).toBe(1)
    const reading = world.world.database.unit(sweep, (tx) => tx.selectFrom('homes.kept_situation').select('answers').execute())
    await expect(reading).rejects.toThrow(/permission denied/)
    itIs(world, '2026-06-02')
  })

  test('is for the member and the own coach, whose look is written down; not for another member, the treasurer or another cooperative', async () => {
    const before = await looks()
    const coach = await signedIn(world, at.coach)
    const html = await textOf(await coach.post(`/leden/${member}/schatting`, { ...answers, '2026-06': '400' }))
    expect(html).toContain('van Saar')
    expect(html).toContain('€ 300,00')
    expect(await looks()).toBe(before + 1)
    const neighbour = await newMember(at, 'Bram Buur', 'participatiewetOwn')
    expect((await (await signedIn(world, neighbour)).get(`/leden/${member}/schatting`)).status).toBe(404)
    expect((await (await signedIn(world, other.coach)).get(`/leden/${member}/schatting`)).status).toBe(404)
    for (const person of [at.treasurer, at.board, at.caseManager]) {
      const page = await signedIn(world, person)
      expect((await page.get(`/leden/${member}/schatting`)).status).toBe(403)
      expect((await page.get('/schatting')).status).toBe(403)
    }
    expect((await coach.post('/schatting/bewaren', answers)).status).toBe(403)
  })

  test('says that it is about social assistance to who has no such benefit written down', async () => {
    const page = await signedIn(world, await newMember(at, 'Nina Niets'))
    expect(await textOf(await page.get('/schatting'))).toContain('Deze schatting gaat over bijstand van de gemeente.')
  })

  test('reckons as the municipality that pays reads the law, and not as another one', async () => {
    const adviser = await somebody(world, at.municipality, 'policyAdviser', 'Bea Beleid')
    const page = await signedIn(world, member)
    const amounts = { ...answers, usedN: '0', '2026-06': '400', '2027-05': '' }
    const early = { ...amounts, under27: 'longer' }
    expect(await textOf(await page.post('/schatting', early))).toContain('Onder de 27 geldt de vrijlating niet.')
    const elsewhere = {
      person: await somebody(world, other.municipality, 'policyAdviser', 'Ada Anders'),
      organisation: other.municipality,
      role: 'policyAdviser' as const,
    }
    const settings = { monthsMustFollow: false, pensionAgeHasSixMonths: false, medicalBeforeLoneParent: true }
    await as(world, elsewhere, 'reading.set', (tx, permit) => setReading(tx, permit, { settings, early2027: true }))
    expect(await textOf(await page.post('/schatting', early))).toContain('Onder de 27 geldt de vrijlating niet.')
    const desk = await signedIn(world, adviser)
    expect(await textOf(await desk.get('/wet/lezing'))).toContain('Jullie kozen nog niets.')
    const chosen = { monthsMustFollow: 'nee', pensionAgeHasSixMonths: 'nee', medicalBeforeLoneParent: 'ja', early2027: 'ja' }
    expect((await desk.post('/wet/lezing', chosen)).status).toBe(303)
    expect(await textOf(await desk.get('/wet/lezing'))).toContain('Zo sinds 2 juni 2026.')
    const html = await textOf(await page.post('/schatting', early))
    expect(html).toContain('Jouw gemeente past regels van 2027 nu al toe.')
    expect(html).toContain('€ 60,00')
    for (const person of [at.caseManager, at.treasurer, member]) expect((await (await signedIn(world, person)).get('/wet/lezing')).status).toBe(403)
  })
})
