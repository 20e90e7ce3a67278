import { beforeAll, describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { asSystem, type MemberId } from '#rooms/access'
import { judgeHours, logHours } from '#rooms/coaching'
import { payOutAllowed, requestLines, tradeAllowed } from '#rooms/consent'
import { askAboutRed, type WatchedConsent, watchedConsents, watchedOfMember } from '#rooms/oversight'
import { closeMonth, draftStatement, releaseStatement } from '#rooms/settlement'
import { boughtWithPhoto } from '../sampling.ts'
import { signedAgreement, template } from '../trade.ts'
import { asCaseManager, asCoach, asMember, newMember, type Village, village, withConsent } from '../village.ts'
import { as, itIs, signedIn, somebody, testWorld } from '../world.ts'

const RECEIPT = new File([Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n')], 'bon.pdf', { type: 'application/pdf' })

let place: Village
let other: Village
let samira: MemberId

const CEILING = {
  condition: 'omzet',
  version: 1,
  words: 'Uw omzet is hoogstens € 500,00 per maand.',
  watch: { kind: 'turnover', most: cents(50_000), per: 'month', warn: 80 },
} as const
const HOURS = { condition: 'uren', version: 1, words: 'U werkt hoogstens 8 uur per week.', watch: { kind: 'hours', most: 8, warn: 80 } } as const

const colours = (found: readonly WatchedConsent[]) => Object.fromEntries(found.flatMap(({ lines }) => lines.map((line) => [line.condition, line.colour])))
const atTown = () => as(place.world, asCaseManager(place), 'watch.read', (tx, permit) => watchedOfMember(tx, permit, samira))
const atMember = () => as(place.world, asMember(place, samira), 'watch.read', (tx, permit) => watchedOfMember(tx, permit, samira))
const night = () => asSystem(place.world.world, place.municipality, 'watch.ask', (tx, permit) => askAboutRed(tx, permit))
const threads = async () => (await atTown()).flatMap(({ threads: found }) => found)
const release = (of: string) =>
  as(place.world, asMember(place, samira), 'statement.release', async (tx, permit) =>
    releaseStatement(tx, permit, month(of), (await draftStatement(tx, permit, samira, month(of)))?.hash ?? ''),
  )
const messagesOf = async (person: MemberId) =>
  (await place.world.world.database.pool.query<{ kind: string }>('select kind from access.message where person = $1', [person])).rows.map(({ kind }) => kind)
/** Everything that a question must leave as it is. */
const effects = () =>
  as(place.world, asCoach(place), 'consent.read', async (tx, permit) => ({
    trade: await tradeAllowed(tx, permit, samira, permit.today),
    payOut: await payOutAllowed(tx, permit, samira, permit.today),
    requests: await requestLines(tx, permit, samira),
  }))

beforeAll(async () => {
  place = await village(await testWorld(), '2026-09-01')
  other = await village(place.world, '2026-09-01')
  samira = await newMember(place, 'Samira Rood', 'participatiewetOwn')
  itIs(place.world, '2026-10-01')
  await withConsent(place, samira, '2026-10-01', { costKinds: ['training'], watched: [CEILING, HOURS] })
  await signedAgreement(place, [samira], template('resultaat-50-20-20-10'), '2026-10-01')
  itIs(place.world, '2026-10-20')
  await boughtWithPhoto(place, samira, '2026-10-05', 2000)
  itIs(place.world, '2026-11-03')
  await place.world.runJobs()
})

describe('before anything is sent to the municipality', () => {
  test('member and coach see what will be red, and the municipality sees that nothing is known', async () => {
    expect(colours(await atMember())).toMatchObject({ costs: 'red', omzet: 'green', uren: 'unknown', payOut: 'green' })
    expect(colours(await atTown())).toMatchObject({ costs: 'unknown', omzet: 'unknown', uren: 'unknown', payOut: 'unknown' })
  })

  test('nothing is asked', async () => {
    expect(await night()).toBe(0)
    expect(await threads()).toEqual([])
  })
})

describe('a red line', () => {
  test('asks one question once the statement is sent, and changes nothing else', async () => {
    const before = await effects()
    await release('2026-10')
    await place.world.runJobs()
    const [asked, ...more] = await threads()
    expect(more).toEqual([])
    expect(asked).toMatchObject({ kind: 'condition', member: samira, askedBy: null, lastDay: '2026-11-17' })
    expect(asked?.words).toContain('in oktober 2026 ook: materiaal')
    expect(await effects()).toEqual(before)
    expect(colours(await atTown())).toMatchObject({ costs: 'red', omzet: 'green' })
  })

  test('asks nothing twice', async () => {
    expect(await night()).toBe(0)
    itIs(place.world, '2026-11-04')
    expect(await Promise.all([night(), night()])).toEqual([0, 0])
    expect(await threads()).toHaveLength(1)
  })

  test('waits with the member, the coach and the case manager', async () => {
    for (const person of [samira, place.coach]) expect(await messagesOf(person)).toContain('conditionAsked')
    const page = async (person: MemberId, path: string) => (await (await signedIn(place.world, person)).get(path)).text()
    expect(await page(samira, '/mijn')).toContain('Er is een vraag over een voorwaarde')
    expect(await page(place.coach, '/coach')).toContain('Er is een vraag over een voorwaarde')
    expect(await page(place.caseManager, '/klantmanager?toon=vragen')).toContain(`/voorwaarden/stand?lid=${samira}`)
    expect(await page(samira, '/voorwaarden/stand')).toContain('Antwoord versturen')
    expect(await page(place.caseManager, `/voorwaarden/stand?lid=${samira}`)).not.toContain('Antwoord versturen')
    expect(await page(place.caseManager, '/voorwaarden/stand')).toContain('Samira Rood')
  })

  test('is answered where it was asked; the case manager hears of it, and still nothing else changes', async () => {
    const before = await effects()
    const [asked] = await threads()
    const coach = await signedIn(place.world, place.coach)
    expect((await coach.post(`/voorwaarden/vragen/${asked?.id}/antwoord`, { words: '' })).status).toBe(422)
    const sent = await coach.post(`/voorwaarden/vragen/${asked?.id}/antwoord`, { words: 'Dit was stof voor een oefening in de les.', evidence: RECEIPT })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/voorwaarden/stand?lid=${samira}`])
    await place.world.runJobs()
    expect(await messagesOf(place.caseManager)).toContain('conditionAnswered')
    const desk = await signedIn(place.world, place.caseManager)
    expect(await (await desk.get(`/voorwaarden/stand?lid=${samira}`)).text()).toContain('Dit was stof voor een oefening in de les.')
    expect((await desk.get(`/voorwaarden/vragen/${asked?.id}/bewijs`)).headers.get('content-type')).toBe('application/pdf')
    expect(await effects()).toEqual(before)
  })
})

describe('time alone', () => {
  test('makes a statement late the day after its last day, and asks once', async () => {
    itIs(place.world, '2026-12-10')
    expect(await night()).toBe(0)
    itIs(place.world, '2026-12-11')
    expect(await night()).toBe(1)
    expect(await night()).toBe(0)
  })

  test('that passed while nothing ran is caught up in one question that names every month', async () => {
    itIs(place.world, '2027-02-15')
    expect(await night()).toBe(1)
    const last = (await threads()).at(-1)
    expect(last?.words).toContain('december 2026')
    expect(last?.words).toContain('januari 2027')
    expect(last?.words).not.toContain('november 2026')
    expect(colours(await atTown())).toMatchObject({ omzet: 'unknown', statement: 'red', costs: 'red' })
  })

  test('a question that needs no answer is closed by the case manager alone', async () => {
    const last = (await threads()).at(-1)
    const coach = await signedIn(place.world, place.coach)
    expect((await coach.post(`/voorwaarden/vragen/${last?.id}/sluiting`)).status).toBe(403)
    const desk = await signedIn(place.world, place.caseManager)
    expect((await desk.post(`/voorwaarden/vragen/${last?.id}/sluiting`)).status).toBe(303)
    expect((await threads()).find(({ id }) => id === last?.id)?.closedAt).not.toBeNull()
  })
})

describe('hours that the coach confirmed', () => {
  let house: Village
  let daan: MemberId
  const log = async (on: string, hours: bigint, kind: 'language' | 'participation' = 'participation') => {
    const id = await as(house.world, asMember(house, daan), 'hours.log', (tx, permit) =>
      logHours(tx, permit, { kind, on: day(on), what: 'Werkplaats', thousandths: hours * 1000n }),
    )
    return id
  }
  const confirm = (ids: readonly string[]) =>
    as(house.world, asCoach(house), 'hours.confirm', (tx, permit) => judgeHours(tx, permit, daan, ids, { counts: true }))
  const hoursLine = async (who: Parameters<typeof as>[1]) =>
    (await as(house.world, who, 'watch.read', (tx, permit) => watchedOfMember(tx, permit, daan)))
      .flatMap(({ lines }) => lines)
      .find(({ condition }) => condition === 'uren')
  const close = () =>
    as(house.world, { person: house.treasurer, organisation: house.cooperative, role: 'treasurer' }, 'month.close', (tx, permit) =>
      closeMonth(tx, permit, month('2026-10')),
    )

  beforeAll(async () => {
    house = await village(place.world, '2026-09-01')
    daan = await newMember(house, 'Daan Uren', 'participatiewetOwn')
    itIs(house.world, '2026-10-01')
    await withConsent(house, daan, '2026-10-01', { watched: [HOURS] })
    await signedAgreement(house, [daan], template('resultaat-50-20-20-10'), '2026-10-01')
    itIs(house.world, '2026-10-20')
  })

  test('count from the moment of confirming, work alone, and stay at the cooperative until they are sent', async () => {
    const first = [await log('2026-10-05', 4n), await log('2026-10-07', 3n), await log('2026-10-06', 9n, 'language')]
    expect((await hoursLine(asMember(house, daan)))?.colour).toBe('unknown')
    await confirm(first)
    expect(await hoursLine(asMember(house, daan))).toMatchObject({ colour: 'amber', period: '2026-10-05', fact: { minutes: 420 } })
    await confirm([await log('2026-10-14', 9n)])
    expect(await hoursLine(asCoach(house))).toMatchObject({ colour: 'red', period: '2026-10-12', fact: { minutes: 540 } })
    expect((await hoursLine(asCaseManager(house)))?.colour).toBe('unknown')
  })

  test('tell member and coach at the close of the month, before anything is sent; nothing is asked yet', async () => {
    itIs(house.world, '2026-11-03')
    await close()
    await house.world.runJobs()
    for (const person of [daan, house.coach]) expect(await messagesOf(person)).toContain('conditionRed')
    const questions = await as(house.world, asCaseManager(house), 'watch.read', (tx, permit) => watchedOfMember(tx, permit, daan))
    expect(questions.flatMap(({ threads: found }) => found)).toEqual([])
  })

  test('stand on the statement that the member sends, per week, and then the municipality asks about the week that is red', async () => {
    const page = await (await signedIn(house.world, daan)).get('/opgaven/2026-10')
    expect(await page.text()).toMatch(/Week van 12 oktober 2026[\s\S]*9 uur/)
    const { content, hash } =
      (await as(house.world, asMember(house, daan), 'statement.read', (tx, permit) => draftStatement(tx, permit, daan, month('2026-10')))) ?? {}
    expect(content?.hours).toEqual([
      { from: '2026-10-05', minutes: 420n },
      { from: '2026-10-12', minutes: 540n },
    ])
    await as(house.world, asMember(house, daan), 'statement.release', (tx, permit) => releaseStatement(tx, permit, month('2026-10'), hash ?? ''))
    await house.world.runJobs()
    expect(await hoursLine(asCaseManager(house))).toMatchObject({ colour: 'red', period: '2026-10-12' })
    const [found] = await as(house.world, asCaseManager(house), 'watch.read', (tx, permit) => watchedOfMember(tx, permit, daan))
    expect(found?.threads.map(({ words }) => words)).toEqual([expect.stringContaining('9 uur in de week van 12 oktober 2026')])
  })

  test('of somebody whose consent asks for no hours are not sent', async () => {
    const draft = await as(place.world, asMember(other, await newMemberWithHours()), 'statement.read', (tx, permit) =>
      draftStatement(tx, permit, permit.person as MemberId, month('2026-10')),
    )
    expect(draft?.content).not.toHaveProperty('hours')
  })

  async function newMemberWithHours(): Promise<MemberId> {
    itIs(place.world, '2026-10-01')
    const member = await newMember(other, 'Wout Zonder', 'participatiewetOwn')
    await withConsent(other, member, '2026-10-01')
    itIs(place.world, '2026-10-20')
    const id = await as(place.world, asMember(other, member), 'hours.log', (tx, permit) =>
      logHours(tx, permit, { kind: 'participation', on: day('2026-10-08'), what: 'Werkplaats', thousandths: 5000n }),
    )
    await as(place.world, asCoach(other), 'hours.confirm', (tx, permit) => judgeHours(tx, permit, member, [id], { counts: true }))
    itIs(place.world, '2026-11-04')
    return member
  }
})

test('nobody else sees how it stands: another town, another coach, a colleague without the case', async () => {
  const colleague = await somebody(place.world, place.municipality, 'caseManager', 'Collega')
  const strangers = [asCaseManager(other), asCoach(other), { ...asCaseManager(place), person: colleague }]
  for (const stranger of strangers) {
    await expect(as(place.world, stranger, 'watch.read', (tx, permit) => watchedOfMember(tx, permit, samira))).rejects.toMatchObject({ kind: 'missing' })
    expect((await as(place.world, stranger, 'watch.list', watchedConsents)).filter(({ member }) => member === samira)).toEqual([])
  }
  const raw = await as(place.world, asCaseManager(other), 'watch.list', (tx) => tx.selectFrom('oversight.watch_question').selectAll().execute())
  expect(raw).toEqual([])
})
