import { beforeAll, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { watchQueries } from '#kit/db.ts'
import type { MemberId } from '#rooms/access'
import { beginTeam, decideObjection, object, requestLines, setTownRules, USUAL_TOWN_RULES } from '#rooms/consent'
import { askAboutDrawn, askSample } from '#rooms/oversight'
import { draftStatement, releaseStatement } from '#rooms/settlement'
import { agreementWith, askedOf, boughtWithPhoto, viewOf } from '../sampling.ts'
import { signedAgreement, template } from '../trade.ts'
import { asCaseManager, asMember, newMember, type Village, village, withConsent } from '../village.ts'
import { as, type Browser, itIs, signedIn, somebody, testWorld } from '../world.ts'

let place: Village
let samira: MemberId
let desk: Browser
const TABS = ['/klantmanager', '/klantmanager?toon=team', '/klantmanager?toon=opgaven', '/klantmanager?toon=vragen', '/klantmanager?toon=af']
const read = async (path: string) => {
  const answer = await desk.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}

async function withStatement(name: string): Promise<MemberId> {
  itIs(place.world, '2026-09-02')
  const member = await newMember(place, name, 'participatiewetOwn')
  await withConsent(place, member, '2026-09-02')
  await signedAgreement(place, [member], template('resultaat-50-20-20-10'), '2026-10-01')
  itIs(place.world, '2026-11-03')
  const of = month('2026-10')
  await as(place.world, asMember(place, member), 'statement.release', async (tx, permit) =>
    releaseStatement(tx, permit, of, (await draftStatement(tx, permit, member, of))?.hash ?? ''),
  )
  return member
}

beforeAll(async () => {
  place = await village(await testWorld(), '2026-09-01')
  await agreementWith(place)
  samira = await withStatement('Samira Bureau')
  desk = await signedIn(place.world, place.caseManager)
})

test('a statement that waits stands on its own tab, and leads to the statement', async () => {
  expect(await read('/klantmanager')).toContain('Opgaven (1)')
  expect(await read('/klantmanager?toon=opgaven')).toMatch(/href="\/opgaven\/[0-9a-f-]{36}\?terug=%2Fklantmanager%3Ftoon%3Dopgaven"[^>]*>Samira Bureau/)
})

test('a question about a drawn thing stands with whoever asked and with whoever must answer', async () => {
  await boughtWithPhoto(place, samira, '2026-10-05', 2000)
  const sample = await as(place.world, asCaseManager(place), 'sample.ask', (tx, permit) => askSample(tx, permit, askedOf(place)))
  await place.world.runJobs()
  const [drawn] = (await viewOf(place, sample)).drawn
  if (!drawn) throw new Error('nothing was drawn')
  await as(place.world, asCaseManager(place), 'sample.question', (tx, permit) => askAboutDrawn(tx, permit, drawn.id, 'Welke stof was dit?', day('2026-11-20')))
  const mine = await read('/klantmanager?toon=vragen')
  expect(mine).toContain('Welke stof was dit?')
  expect(mine).toContain(`/steekproeven/stukken/${drawn.id}`)
  const member = await (await (await signedIn(place.world, samira)).get('/mijn')).text()
  expect(member).toContain('De gemeente vraagt iets over een bon of een opgave')
  expect(await (await (await signedIn(place.world, place.coach)).get('/coach')).text()).toContain('uit de steekproef')
})

test('an objection waits on the desk until the last day of its own term, and goes when it is decided', async () => {
  itIs(place.world, '2026-09-03')
  const karel = await newMember(place, 'Karel Bezwaar', 'participatiewetOwn')
  await withConsent(place, karel, '2026-09-03')
  const { request } = (await as(place.world, asCaseManager(place), 'consent.read', (tx, permit) => requestLines(tx, permit, karel)))[0] ?? expect.fail()
  itIs(place.world, '2026-11-03')
  await as(place.world, asMember(place, karel), 'consent.object', (tx, permit) =>
    object(tx, permit, request.id, { against: 'granted 2026-09-03', reason: 'Het kost mij klanten.', lateBecause: 'Ik lag in het ziekenhuis.' }),
  )
  desk = await signedIn(place.world, place.caseManager)
  // Six weeks to object, through 15 October; six to decide, through 26 November.
  const waits = await read('/klantmanager')
  expect(waits).toContain('beslissen uiterlijk op 26 november 2026 (Awb 7:10)')
  expect(waits).toContain('Eén bezwaar wacht.')
  expect(waits).toContain(`href="/toestemmingen/${request.id}"`)
  expect(await read('/klantmanager?toon=af')).toContain('Eén bezwaar wacht.')
  // Where a committee advised when it came, there are twelve.
  const adviser = {
    person: await somebody(place.world, place.municipality, 'policyAdviser', 'Noor Regels'),
    organisation: place.municipality,
    role: 'policyAdviser',
  } as const
  await as(place.world, adviser, 'townRules.set', (tx, permit) => setTownRules(tx, permit, { ...USUAL_TOWN_RULES, committee: true }, day('2026-11-01')))
  expect(await read('/klantmanager')).toContain('beslissen uiterlijk op 7 januari 2027 (Awb 7:10)')
  itIs(place.world, '2027-01-08')
  desk = await signedIn(place.world, place.caseManager)
  expect(await read('/klantmanager')).toContain('te laat: beslissen kon tot en met 7 januari 2027')
  await as(place.world, asCaseManager(place), 'consent.objection', (tx, permit) =>
    decideObjection(tx, permit, request.id, {
      against: 'granted 2026-09-03',
      on: permit.today,
      outcome: 'unfounded',
      reason: 'De voorwaarde past bij het plan.',
      conditions: null,
    }),
  )
  expect(await read('/klantmanager')).not.toMatch(/Awb 7:10|bezwaar wacht/)
  itIs(place.world, '2026-11-03')
  desk = await signedIn(place.world, place.caseManager)
})

test('narrowed to a cooperative, the desk shows what is of that one alone, and the tabs keep it', async () => {
  const here = await read(`/klantmanager?toon=opgaven&bij=${place.cooperative}`)
  expect(here).toContain('Samira Bureau')
  expect(here).toContain(`toon=vragen&amp;bij=${place.cooperative}`)
  expect(await read(`/klantmanager?toon=opgaven&bij=${place.municipality}`)).not.toContain('Samira Bureau')
})

test('every tab asks the database at most six questions, however many files and teams there are', async () => {
  const counted = async () => {
    const found: number[] = []
    for (const path of TABS) found.push(await questions(path))
    return found
  }
  const few = await counted()
  await withStatement('Tom Bureau')
  await withStatement('Una Bureau')
  const adviser = { person: await somebody(place.world, place.municipality, 'policyAdviser', 'Tom Dekker'), organisation: place.municipality } as const
  await as(place.world, { ...adviser, role: 'policyAdviser' }, 'team.keep', (tx, permit) =>
    beginTeam(tx, permit, { name: 'Noord', people: [place.caseManager] }),
  )
  desk = await signedIn(place.world, place.caseManager)
  expect(await read('/klantmanager')).toContain('Opgaven (3)')
  expect(await read('/klantmanager?toon=team')).toContain('Mijn teams en zonder team')
  expect(await counted()).toEqual(few)
  for (const [nr, path] of TABS.entries()) expect(few[nr], path).toBeLessThanOrEqual(6)
})

/** Signing in, the role and the record of looking are not counted (decisions 9). */
async function questions(path: string): Promise<number> {
  const queries: string[] = []
  watchQueries(({ sql }) => queries.push(sql))
  try {
    await read(path)
  } finally {
    watchQueries(null)
  }
  return queries.filter((sql) => !/set_config|"access"\."look"|^begin|^commit|sign_?in|"access"\."affiliation"|session/i.test(sql)).length
}

test('a tab is kept under a name, and leads back to itself after statements were answered there', async () => {
  const path = `/klantmanager?toon=opgaven&bij=${place.cooperative}`
  expect(
    (await desk.post('/filters', { lijst: '/klantmanager', vraag: new URL(path, 'http://x').search.slice(1), naam: 'Opgaven van De Bloesem' })).status,
  ).toBe(303)
  expect(await read('/klantmanager')).toContain('Opgaven van De Bloesem')
  const page = await read(path)
  const [, statement = ''] = /href="\/opgaven\/([0-9a-f-]{36})\?terug=/.exec(page) ?? []
  expect(await read(`/opgaven/${statement}?terug=${encodeURIComponent(path)}`)).toContain(`name="terug" value="${path.replaceAll('&', '&amp;')}"`)
  const answered = await desk.post(`/opgaven/${statement}/ontvangst`, { outcome: 'noQuestions', terug: path })
  expect([answered.status, answered.headers.get('location')]).toEqual([303, path])
  const [, next = ''] = /href="\/opgaven\/([0-9a-f-]{36})\?terug=/.exec(await read(path)) ?? []
  expect(next).not.toBe(statement)
  const elsewhere = await desk.post('/opgaven/ontvangst', { statements: [next], terug: 'https://kwaad.example/klantmanager' })
  expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([303, '/opgaven'])
})
