import { beforeAll, expect, test } from 'vitest'
import { month } from '#kit/day.ts'
import { draftStatement, releaseStatement, type StatementId } from '#rooms/settlement'
import { signedAgreement, template } from '../trade.ts'
import { asCaseManager, asMember, newMember, type Village, village, withConsent } from '../village.ts'
import { as, type Browser, itIs, signedIn, somebody, testWorld } from '../world.ts'

let place: Village
let desk: Browser
let first: StatementId
let second: StatementId
const TAB = '/klantmanager?toon=opgaven'
const page = async () => (await desk.get(TAB)).text()
const read = (...statements: StatementId[]) => desk.post('/opgaven/ontvangst', { statements, terug: TAB })
const back = (browser: Browser, ...statements: StatementId[]) => browser.post('/opgaven/ontvangst/terug', { statements, terug: TAB })
const later = (minutes: number) => place.world.clock.set(place.world.clock.now().add({ minutes }))

async function released(name: string): Promise<StatementId> {
  itIs(place.world, '2026-09-02')
  const member = await newMember(place, name, 'participatiewetOwn')
  await withConsent(place, member, '2026-09-02')
  await signedAgreement(place, [member], template('resultaat-50-20-20-10'), '2026-10-01')
  itIs(place.world, '2026-11-03')
  const of = month('2026-10')
  return as(place.world, asMember(place, member), 'statement.release', async (tx, permit) =>
    releaseStatement(tx, permit, of, (await draftStatement(tx, permit, member, of))?.hash ?? ''),
  )
}

beforeAll(async () => {
  place = await village(await testWorld(), '2026-09-01')
  first = await released('Ada Lezer')
  second = await released('Bob Lezer')
  desk = await signedIn(place.world, place.caseManager)
})

test('many statements are answered at once and taken back at once, and wait again', async () => {
  expect((await read(first, second)).status).toBe(303)
  const after = await page()
  expect(after).toContain('Opgaven (0)')
  expect(after).toContain('Zojuist gelezen')
  const answer = await back(desk, first, second)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, TAB])
  const again = await page()
  expect(again).toContain('Opgaven (2)')
  expect(again).not.toContain('Zojuist gelezen')
})

test('what was taken back can be answered again, and both answers stay', async () => {
  expect((await read(first)).status).toBe(303)
  expect((await read(first)).status).toBe(409)
  const rows = await as(place.world, asCaseManager(place), 'statement.list', (tx) =>
    tx.selectFrom('settlement.statement_receipt').select('nr').where('statement', '=', first).orderBy('nr').execute(),
  )
  expect(rows).toEqual([{ nr: 1 }, { nr: 2 }])
})

test('nobody else takes it back, and not together with one that was not read', async () => {
  const colleague = await signedIn(place.world, await somebody(place.world, place.municipality, 'caseManager', 'Nora Nieuw'))
  expect((await back(colleague, first)).status).toBe(409)
  expect((await back(desk, first, second)).status).toBe(409)
  expect((await back(desk)).status).toBe(422)
  expect(await page()).toContain('Opgaven (1)')
})

test('not after ten minutes, and not after a question', async () => {
  later(9)
  expect(await page()).toContain('Zojuist gelezen')
  later(1)
  expect(await page()).not.toContain('Zojuist gelezen')
  expect((await back(desk, first)).status).toBe(409)
  expect((await read(second)).status).toBe(303)
  expect((await desk.post(`/opgaven/${second}/vragen`, { about: 'statement', words: 'Toch een vraag.' })).status).toBe(303)
  expect((await back(desk, second)).status).toBe(409)
  expect(await (await desk.get('/opgaven')).text()).toContain('Vraag open')
})

test('one that was handed over since is no longer there to open', async () => {
  const third = await released('Cas Lezer')
  expect((await read(third)).status).toBe(303)
  expect(await page()).toContain(`href="/opgaven/${third}`)
  await place.world.world.database.pool.query(
    `update access.relation set until = '2026-11-02' where professional = $1 and subject = (select member from settlement.month_statement where id = $2)`,
    [place.caseManager, third],
  )
  expect(await page()).not.toContain(`href="/opgaven/${third}`)
  expect((await desk.get(`/opgaven/${third}`)).status).toBe(404)
})
