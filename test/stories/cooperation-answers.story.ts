import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { addPerson, asSystem, giveRole, type OrganisationId, type PersonId } from '#rooms/access'
import { boundsOfAll, type CooperationId, cooperationAgreement, proposeCooperation } from '#rooms/agreements'
import { tellingMails } from '../messages.ts'
import { asBoard, newMember, type Village, village } from '../village.ts'
import { as, type Browser, itIs, signedIn, somebody, testWorld } from '../world.ts'

let at: Village
let adviser: PersonId
let desk: Browser
let board: Browser
let agreement: CooperationId
let hash: string

const page = async (browser: Browser, path: string) => {
  const answer = await browser.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}
const propose = () =>
  as(at.world, asBoard(at), 'cooperationAgreement.propose', (tx, permit) =>
    proposeCooperation(tx, permit, {
      municipality: at.municipality,
      bounds: [{ kind: 'forbidden', receiver: 'payout' }],
      from: day('2026-10-01'),
      until: null,
    }),
  )
const withAddress = (organisation: OrganisationId, role: 'board', email: string) =>
  asSystem(at.world.world, organisation, 'person.invite', async (tx, permit) => {
    const person = await addPerson(tx, permit, { name: 'Bo Bestuur', email, language: 'nl' })
    await giveRole(tx, permit, person, role, permit.today)
  })
const address = () => `/afspraken/gemeenten/${agreement}`
const hashOf = (id: CooperationId) =>
  as(at.world, asBoard(at), 'cooperationAgreement.read', async (tx, permit) => (await cooperationAgreement(tx, permit, id)).hash)

beforeAll(async () => {
  at = await village(await testWorld(), '2026-09-01')
  adviser = await somebody(at.world, at.municipality, 'policyAdviser', 'Tom Dekker')
  desk = await signedIn(at.world, adviser)
  board = await signedIn(at.world, at.board)
  await at.world.runJobs()
  await withAddress(at.cooperative, 'board', 'bestuur@antwoord.example')
  agreement = await propose()
  hash = await hashOf(agreement)
})

describe('a municipality that does not sign yet', () => {
  test('asks for a change in words; both read it, and the board has it on its home', async () => {
    expect(await page(desk, address())).toContain('Vraag een aanpassing')
    const short = await desk.post(`${address()}/aanpassing`, { words: 'minder' })
    expect(short.status).toBe(422)
    expect(await short.text()).toContain('Er staat nog niet waarom, of te kort.')
    expect((await desk.post(`${address()}/aanpassing`, { words: 'Graag ook een grens voor de reserve.' })).status).toBe(303)
    expect(await page(board, address())).toContain('Graag ook een grens voor de reserve.')
    expect(await page(board, '/afspraken')).toContain('Aanpassing gevraagd')
    expect(await page(board, '/bestuur')).toContain('Gemeente vraagt een aanpassing, of tekent niet')
    expect(await page(desk, '/beleid')).toContain('jullie vroegen een aanpassing: de coöperatie is aan zet')
  })

  test('can sign after all', async () => {
    expect((await board.post(`${address()}/handtekeningen`, { hash, read: 'ja' })).status).toBe(303)
    expect((await desk.post(`${address()}/handtekeningen`, { hash, read: 'ja' })).status).toBe(303)
    expect(await page(board, '/bestuur')).not.toContain('Gemeente vraagt een aanpassing')
    expect((await desk.post(`${address()}/weigering`, { reason: 'Toch liever niet, bij nader inzien.' })).status).toBe(409)
    expect((await board.post(`${address()}/aanpassing`, { words: 'Toch liever iets anders.' })).status).toBe(409)
  })

  test('declines with a reason: nobody signs that version, and it never counts; a next version takes it from the home', async () => {
    itIs(at.world, '2026-09-02')
    agreement = await propose()
    hash = await hashOf(agreement)
    expect((await board.post(`${address()}/handtekeningen`, { hash, read: 'ja' })).status).toBe(303)
    const bsn = await desk.post(`${address()}/weigering`, { reason: 'Vanwege inwoner 123456782.' })
    expect(bsn.status).toBe(422)
    const all = await Promise.all(Array.from({ length: 4 }, () => desk.post(`${address()}/weigering`, { reason: 'De grens is te laag voor ons beleid.' })))
    expect(all.map(({ status }) => status).toSorted()).toEqual([303, 409, 409, 409])
    expect((await desk.post(`${address()}/handtekeningen`, { hash, read: 'ja' })).status).toBe(409)
    const shown = await page(board, address())
    expect(shown).toContain('De grens is te laag voor ons beleid.')
    expect(shown).toContain('Tekent niet')
    expect(await page(desk, '/beleid')).not.toContain(address())
    expect(await page(board, '/bestuur')).toContain(address())
    const counts = await as(at.world, asBoard(at), 'cooperationAgreement.read', (tx, permit) => boundsOfAll(tx, permit, day('2026-10-01')))
    expect(counts.get(at.municipality)?.number).toBe(1)
    await propose()
    expect(await page(board, '/bestuur')).not.toContain(address())
  })

  test('is answered for by its policy adviser alone, and nobody else’s agreement', async () => {
    const member = await newMember(at, 'Sem Smit')
    for (const person of [at.caseManager, at.treasurer, at.coach, member])
      expect((await (await signedIn(at.world, person)).post(`${address()}/aanpassing`, { words: 'Graag iets anders dan dit.' })).status).toBe(403)
    const other = await village(at.world, '2026-09-02')
    const stranger = await signedIn(at.world, await somebody(at.world, other.municipality, 'policyAdviser', 'Ruud'))
    expect((await stranger.post(`${address()}/weigering`, { reason: 'Dit is niet van ons, maar toch.' })).status).toBe(404)
  })

  test('the mail to the other party holds neither names nor words', async () => {
    await at.world.runJobs()
    const told = await tellingMails(at.world, 'bestuur@antwoord.example')
    expect(told.length).toBeGreaterThan(0)
    for (const { text } of told) expect(text).not.toMatch(/Tom|Wilgendam|grens/)
  })
})
