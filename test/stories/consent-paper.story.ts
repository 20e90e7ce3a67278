import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { addPerson, asSystem, giveRole, type MemberId } from '#rooms/access'
import { consentInForce, type RequestId, requestLines, takeCase, takeOverConsent, tradeAllowed } from '#rooms/consent'
import { addExisting } from '#rooms/members'
import { sign, tenMinutesLater } from '../letters.ts'
import { newFor, tellingMails } from '../messages.ts'
import { asCaseManager, asTreasurer, newMember, type Village, village } from '../village.ts'
import { as, type Browser, itIs, signedIn, somebody, testWorld } from '../world.ts'

let at: Village
let sem: MemberId
let lot: MemberId
const requests = new Map<MemberId, RequestId>()
const BANNER = 'Overgenomen van papier, nog niet bevestigd door de gemeente'

const paper = {
  from: day('2026-01-01'),
  until: day('2026-12-31'),
  payOutAllowed: false,
  decidedOn: day('2025-12-15'),
  legalBasis: 'pw-plan',
  costKinds: ['material'],
}

const takenOver = (member: MemberId) =>
  asSystem(at.world.world, at.cooperative, 'opening.book', (tx, permit) => takeOverConsent(tx, permit, { ...paper, member, municipality: at.municipality }))
const page = async (browser: Browser, path: string) => {
  const answer = await browser.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}
const addressOf = (member: MemberId) => `/toestemmingen/${requests.get(member)}`
const take = (member: MemberId) => as(at.world, asCaseManager(at), 'consent.take', (tx, permit) => takeCase(tx, permit, requests.get(member) as RequestId))
const allowed = async (member: MemberId, on: string) =>
  (await as(at.world, asTreasurer(at), 'consent.read', (tx, permit) => tradeAllowed(tx, permit, member, day(on)))).allowed
const inForce = (member: MemberId, on: string) => as(at.world, asTreasurer(at), 'consent.read', (tx, permit) => consentInForce(tx, permit, member, day(on)))

beforeAll(async () => {
  at = await village(await testWorld(), '2026-01-01')
  sem = await newMember(at, 'Sem Smit', 'participatiewetOwn')
  lot = await asSystem(at.world.world, at.cooperative, 'member.add', (tx, permit) =>
    addExisting(tx, permit, {
      firstName: 'Lot',
      name: 'Lot Loos',
      email: 'lot@papier.example',
      phone: null,
      language: 'nl',
      trialFrom: null,
      trialUntil: null,
      memberSince: day('2025-06-01'),
      number: null,
      trade: null,
      benefit: { source: 'participatiewetOwn', municipality: at.municipality },
      coach: at.coach,
    }),
  )
  await asSystem(at.world.world, at.municipality, 'person.invite', async (tx, permit) => {
    const person = await addPerson(tx, permit, { name: 'Aad Loket', email: 'loket@papier.example', language: 'nl' })
    await giveRole(tx, permit, person, 'caseManager', permit.today)
  })
  itIs(at.world, '2026-03-02')
  for (const member of [sem, lot]) requests.set(member, await takenOver(member))
  await at.world.runJobs()
})

describe('a consent that was taken over from paper', () => {
  test('counts with what the paper says, and says to all sides that the municipality did not confirm it', async () => {
    expect(await inForce(sem, '2026-03-02')).toMatchObject({ legalBasis: 'pw-plan', costKinds: ['material'], grantedOn: '2025-12-15', payOutAllowed: false })
    expect(await page(await signedIn(at.world, at.coach), addressOf(sem))).toContain(BANNER)
    expect(await page(await signedIn(at.world, sem), addressOf(sem))).toContain(BANNER)
  })

  test('is granted and waits for no decision, whichever of its events was written first', async () => {
    const lines = await as(at.world, asTreasurer(at), 'consent.read', (tx, permit) => requestLines(tx, permit))
    expect(lines.map(({ procedure, effect }) => [procedure, effect])).toEqual(Array(2).fill(['granted', 'inForce']))
    const other = await village(at.world, '2026-03-02')
    const member = await newMember(other, 'Wie Dan Ook', 'participatiewetOwn')
    // Chance gave the order before: of twenty all must be granted.
    const many = Array.from({ length: 20 }, () => ({ ...paper, member, municipality: other.municipality }))
    for (const each of many) await asSystem(at.world.world, other.cooperative, 'opening.book', (tx, permit) => takeOverConsent(tx, permit, each))
    const all = await as(at.world, asTreasurer(other), 'consent.read', (tx, permit) => requestLines(tx, permit))
    expect(all.filter(({ procedure }) => procedure !== 'granted')).toEqual([])
  })

  test('stands on the home and list of the case manager, who takes the case first', async () => {
    const desk = await signedIn(at.world, at.caseManager)
    expect(await page(desk, '/klantmanager')).toContain('Overgenomen van papier: klopt het?')
    expect(await page(desk, '/toestemmingen')).toContain(`${addressOf(sem)}/behandelaar`)
    expect((await desk.get(`${addressOf(sem)}/papier`)).status).toBe(404)
    expect((await desk.post(`${addressOf(sem)}/papier`)).status).toBe(404)
    for (const member of [sem, lot]) await take(member)
    expect(await page(desk, '/klantmanager')).toContain(`${addressOf(sem)}/papier`)
    expect(await page(desk, addressOf(sem))).toContain(BANNER)
  })

  test('is confirmed or corrected by nobody else', async () => {
    itIs(at.world, '2026-03-03')
    const elsewhere = await village(at.world, '2026-03-03')
    for (const person of [sem, at.coach, at.treasurer, at.board]) {
      const browser = await signedIn(at.world, person)
      expect((await browser.get(`${addressOf(sem)}/papier`)).status).toBe(403)
      expect((await browser.post(`${addressOf(sem)}/papier`)).status).toBe(403)
      expect((await browser.post(`${addressOf(sem)}/papier/verbetering`, {})).status).toBe(403)
    }
    const other = await signedIn(at.world, elsewhere.caseManager)
    expect((await other.post(`${addressOf(sem)}/papier`)).status).toBe(404)
    const colleague = await signedIn(at.world, await somebody(at.world, at.municipality, 'caseManager', 'Joris'))
    expect((await colleague.post(`${addressOf(sem)}/papier`)).status).toBe(404)
  })

  test('confirmed, it says so and waits for nobody; once', async () => {
    const desk = await signedIn(at.world, at.caseManager)
    expect(await page(desk, `${addressOf(sem)}/papier`)).toContain('Voor geen enkele dag verandert wat er mag.')
    expect((await desk.post(`${addressOf(sem)}/papier`)).status).toBe(303)
    expect((await desk.post(`${addressOf(sem)}/papier`)).status).toBe(409)
    const seen = await page(await signedIn(at.world, sem), addressOf(sem))
    expect(seen).not.toContain(BANNER)
    expect(seen).toContain('Bevestigd door de gemeente')
    expect(await page(desk, '/klantmanager')).not.toContain('Sem Smit</')
  })

  test('corrected, what is right counts and what was written stays to be read', async () => {
    const desk = await signedIn(at.world, at.caseManager)
    const right = { decidedOn: '2025-12-20', from: '2026-01-01', until: '2026-06-30', legalBasis: 'pw-voorziening', costKinds: ['material', 'travel'] }
    const same = { decidedOn: '2025-12-15', from: '2026-01-01', until: '2026-12-31', legalBasis: 'pw-plan', costKinds: ['material'] }
    const send = (fields: Record<string, string | string[]>) => desk.post(`${addressOf(lot)}/papier/verbetering`, fields)
    expect(await (await send(same)).text()).toContain('Je hebt niets veranderd.')
    expect((await send({ ...right, until: '2025-12-31' })).status).toBe(422)
    expect((await send({ ...right, decidedOn: '2026-03-04' })).status).toBe(422)
    const typed = await send({ ...right, legalBasis: 'verzonnen', note: 'Er staat juni op de brief.' })
    expect(typed.status).toBe(422)
    const told = await typed.text()
    expect(told).toContain('Er staat juni op de brief.')
    expect(told).toMatch(/1 juli 2026 tot en met 31 december 2026[\s\S]*afgelopen\. Dat mocht eerst wel\./)
    const said = { ...right, payOutAllowed: 'ja', note: 'Er staat juni op de brief.' }
    expect((await send(said)).headers.get('location')).toBe(`${addressOf(lot)}/voorbeeld`)
    const shown = await page(desk, `${addressOf(lot)}/voorbeeld`)
    for (const fact of ['Dit wordt vastgelegd', '20 december 2025', '30 juni 2026', 'Er staat juni op de brief.']) expect(shown).toContain(fact)
    expect(await allowed(lot, '2026-07-01'), 'nothing is recorded yet').toBe(true)
    expect((await sign(desk, addressOf(lot))).status).toBe(303)
    await tenMinutesLater(at.world, at.municipality)
    expect((await send({ ...right, until: '2026-09-30' })).status).toBe(409)
    expect([await allowed(lot, '2026-06-30'), await allowed(lot, '2026-07-01')]).toEqual([true, false])
    expect(await inForce(lot, '2026-03-02')).toMatchObject({ grantedOn: '2025-12-20', payOutAllowed: true, costKinds: ['material', 'travel'] })
    const seen = await page(await signedIn(at.world, at.coach), addressOf(lot))
    expect(seen).toContain('Er staat juni op de brief.')
    expect(seen).toContain('Van 1 januari 2026 tot en met 31 december 2026')
    expect(seen).not.toContain(BANNER)
  })

  test('each side is told by a mail without particulars', async () => {
    await at.world.runJobs()
    const town = await tellingMails(at.world, 'loket@papier.example')
    expect(town.length).toBeGreaterThan(0)
    const own = await tellingMails(at.world, 'lot@papier.example')
    expect(await newFor(at.world, lot)).toContain('consentAnswered')
    expect(own.length).toBeGreaterThan(0)
    for (const { text } of [...town, ...own]) expect(text).not.toMatch(/Sem|Lot|juni/)
  })
})
