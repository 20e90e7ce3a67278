import { beforeAll, expect, test } from 'vitest'
import type { MemberId, PersonId } from '#rooms/access'
import { requestLines } from '#rooms/consent'
import { asCaseManager, newMember, type Village, village, withConsent } from '../village.ts'
import { as, type Browser, itIs, signedIn, somebody, testWorld } from '../world.ts'

let at: Village
let sem: MemberId
let olaf: PersonId
let request: string

const page = async (browser: Browser, path: string) => (await browser.get(path)).text()
const status = async (person: PersonId, path: string) => (await (await signedIn(at.world, person)).get(path)).status

beforeAll(async () => {
  at = await village(await testWorld(), '2026-09-01')
  olaf = await somebody(at.world, at.municipality, 'caseManager', 'Olaf Ander')
  sem = await newMember(at, 'Sem Smit', 'participatiewetOwn')
  await withConsent(at, sem, '2026-09-10')
  request = (await as(at.world, asCaseManager(at), 'consent.read', (tx, permit) => requestLines(tx, permit, sem)))[0]?.request.id ?? ''
  itIs(at.world, '2027-07-20')
})

const away = async (fields: Record<string, string>) =>
  (await signedIn(at.world, at.caseManager)).post('/afwezig', { from: '2027-07-26', until: '2027-08-06', deputy: olaf, note: 'Sem belt soms.', ...fields })

test('what cannot be is said, and what was typed stays', async () => {
  const wrong = await away({ until: '2027-07-25' })
  expect([wrong.status, (await wrong.text()).includes('Sem belt soms.')]).toEqual([422, true])
  expect((await away({ deputy: at.caseManager })).status).toBe(422)
  expect((await away({ deputy: at.treasurer })).status).toBe(422)
  expect(await status(at.coach, '/afwezig')).toBe(403)
})

test('a colleague stands in from the first day to the last, and no day sooner or later', async () => {
  expect((await away({})).status).toBe(303)
  const own = `/toestemmingen/${request}`
  expect(await status(olaf, own)).toBe(404)
  itIs(at.world, '2027-07-25')
  expect([await status(olaf, own), await status(olaf, `/inwoners/${sem}`)]).toEqual([404, 404])
  itIs(at.world, '2027-07-26')
  expect([await status(olaf, own), await status(olaf, `/inwoners/${sem}`)]).toEqual([200, 200])
  // Whoever is away keeps the own cases: a telephone call may still be answered.
  expect(await status(at.caseManager, own)).toBe(200)
  const desk = await signedIn(at.world, olaf)
  expect(await page(desk, '/klantmanager?toon=af')).toContain('voor Ilse van Rooij')
  expect(await page(desk, '/afwezig')).toContain('Sem belt soms.')
  expect(await page(desk, '/toestemmingen')).toContain('Sem Smit')
  expect(await page(desk, '/overdracht')).not.toContain('Sem Smit')
})

test('each look of the colleague is told to the resident as the colleague’s own', async () => {
  const { rows } = await at.world.world.database.pool.query<{ person: string; action: string }>('select person, action from access.look where subject = $1', [
    sem,
  ])
  expect(
    rows
      .filter(({ person }) => person === olaf)
      .map(({ action }) => action)
      .toSorted(),
  ).toEqual(['consent.file', 'resident.read'])
})

test('two who would stand in for each other in the same days are refused', async () => {
  const refused = await (await signedIn(at.world, olaf)).post('/afwezig', { from: '2027-08-06', until: '2027-08-10', deputy: at.caseManager, note: '' })
  expect([refused.status, (await refused.text()).includes('in die dagen zelf afwezig')]).toEqual([422, true])
})

test('who is back sooner has the cases alone again that day; ending it twice is no error of anybody else', async () => {
  itIs(at.world, '2027-08-02')
  const ilse = await signedIn(at.world, at.caseManager)
  const [, end = ''] = /action="(\/afwezig\/[0-9a-f-]{36}\/einde)"/.exec(await page(ilse, '/afwezig')) ?? []
  expect((await (await signedIn(at.world, olaf)).post(end)).status).toBe(404)
  expect((await ilse.post(end)).status).toBe(303)
  expect([await status(olaf, `/toestemmingen/${request}`), await status(at.caseManager, `/toestemmingen/${request}`)]).toEqual([404, 200])
  expect((await ilse.post(end)).status).toBe(404)
  expect(await page(await signedIn(at.world, olaf), '/klantmanager?toon=af')).not.toContain('voor Ilse')
})
