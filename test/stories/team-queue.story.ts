import { beforeAll, expect, test } from 'vitest'
import { addMonths, day } from '#kit/day.ts'
import { type MemberId, type PersonId, professionals } from '#rooms/access'
import { prepareRequest, type RequestId, sendRequest, versionOf } from '#rooms/consent'
import { asCaseManager, asMember, newMember, type Village, village } from '../village.ts'
import { as, type Browser, signedIn, somebody, testWorld } from '../world.ts'

let place: Village
let desk: Browser
let nora: PersonId
const QUEUE = '/klantmanager?toon=team'

async function asks(name: string): Promise<{ member: MemberId; request: RequestId }> {
  const member = await newMember(place, name, 'participatiewetOwn')
  const facts = {
    work: 'Fietsen maken',
    plan: 'Fietsen maken voor mensen in de buurt.',
    costKinds: ['material'],
    wantedFrom: day('2026-10-01'),
    wantedUntil: addMonths(day('2026-10-01'), 12),
  }
  const request = await as(place.world, asMember(place, member), 'consent.prepare', (tx, permit) => prepareRequest(tx, permit, { ...facts, member }))
  await as(place.world, asMember(place, member), 'consent.send', (tx, permit) => sendRequest(tx, permit, request, versionOf(facts)))
  return { member, request }
}
const holders = () => as(place.world, asCaseManager(place), 'home.caseManager', (tx, permit) => professionals(tx, permit, 'caseManager'))
const page = async (path: string) => (await desk.get(path)).text()

beforeAll(async () => {
  place = await village(await testWorld(), '2026-09-01')
  nora = await somebody(place.world, place.municipality, 'caseManager', 'Nora Nieuw')
  desk = await signedIn(place.world, place.caseManager)
})

test('nothing chosen takes nothing', async () => {
  await asks('Eva Eerst')
  expect(await page(QUEUE)).toContain('Van niemand (1)')
  const refused = await desk.post('/toestemmingen/behandelaar', { requests: [] })
  expect(await refused.text()).toContain('Je hebt geen aanvraag gekozen.')
  expect((await holders()).size).toBe(0)
})

test('who takes many has them all, and nobody sees them in the queue any more', async () => {
  const [tom, una] = [await asks('Tom Team'), await asks('Una Team')]
  const before = await page(QUEUE)
  for (const each of [tom, una]) expect(before).toContain(`value="${each.request}"`)
  expect((await desk.post('/toestemmingen/behandelaar', { requests: [tom.request, una.request] })).status).toBe(303)
  const have = await holders()
  expect([tom, una].map(({ member }) => have.get(member)?.professional)).toEqual([place.caseManager, place.caseManager])
  const after = await page(QUEUE)
  expect(after).toContain('Van niemand (1)')
  expect(after).not.toContain('Tom Team')
})

test('where a colleague was first with one, none is taken', async () => {
  const [vic, wil] = [await asks('Vic Team'), await asks('Wil Team')]
  const colleague = await signedIn(place.world, nora)
  expect((await colleague.post('/toestemmingen/behandelaar', { requests: [vic.request] })).status).toBe(303)
  expect((await desk.post('/toestemmingen/behandelaar', { requests: [wil.request, vic.request] })).status).toBe(409)
  expect((await holders()).get(wil.member)).toBeUndefined()
})
