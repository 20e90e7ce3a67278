import { beforeAll, expect, test } from 'vitest'
import { outbox } from '#kit/mail.ts'
import { asSystem, type MemberId, type PersonId, professionals } from '#rooms/access'
import { asCaseManager, newMember, type Village, village, withConsent } from '../village.ts'
import { as, type Browser, signedIn, somebody, testWorld } from '../world.ts'

let place: Village
let nora: PersonId
let sem: MemberId
let desk: Browser
const holder = async () =>
  (await as(place.world, asCaseManager(place), 'home.caseManager', (tx, permit) => professionals(tx, permit, 'caseManager'))).get(sem)?.professional
const undoOn = async (browser: Browser) => /\/overdracht\/([0-9a-f-]{36})\/ongedaan/.exec(await (await browser.get('/overdracht')).text())?.[1] ?? null
const later = (minutes: number) => place.world.clock.set(place.world.clock.now().add({ minutes }))
const handOver = (browser: Browser, to: PersonId, note: string) => browser.post('/overdracht', { people: [sem], to, on: '2026-09-01', note })

beforeAll(async () => {
  place = await village(await testWorld(), '2026-09-01')
  nora = await somebody(place.world, place.municipality, 'caseManager', 'Nora Nieuw')
  sem = await newMember(place, 'Sem Smit', 'participatiewetOwn')
  await withConsent(place, sem, '2026-09-02')
  desk = await signedIn(place.world, place.caseManager)
})

test('a note goes to who takes over and to nobody else, and holds no BSN', async () => {
  const refused = await handOver(desk, nora, 'Zijn nummer is 123456782.')
  expect(refused.status).toBe(422)
  expect(await holder()).toBe(place.caseManager)
  expect((await handOver(desk, nora, 'Sem wacht op zijn eerste opgave.')).status).toBe(303)
  expect(await holder()).toBe(nora)
  await place.world.runJobs()
  const colleague = await signedIn(place.world, nora)
  expect(await (await colleague.get('/overdracht')).text()).toContain('Sem wacht op zijn eerste opgave.')
  expect(await (await colleague.get('/berichten')).text()).toContain('Een collega droeg mensen aan je over.')
  const third = await signedIn(place.world, await somebody(place.world, place.municipality, 'caseManager', 'Daan Derde'))
  expect(await (await third.get('/overdracht')).text()).not.toContain('eerste opgave')
  const mails = await asSystem(place.world.world, place.municipality, 'organisation.found', (tx) => outbox(tx, 100))
  expect(mails.filter(({ text }) => text.includes('eerste opgave'))).toEqual([])
})

test('within ten minutes who handed over takes it back, and nobody else does', async () => {
  later(9)
  const id = await undoOn(desk)
  expect(id).not.toBeNull()
  expect((await (await signedIn(place.world, nora)).post(`/overdracht/${id}/ongedaan`, {})).status).toBe(404)
  expect((await desk.post(`/overdracht/${id}/ongedaan`, {})).status).toBe(303)
  expect(await holder()).toBe(place.caseManager)
  expect((await desk.post(`/overdracht/${id}/ongedaan`, {})).status).toBe(404)
  expect(await (await (await signedIn(place.world, nora)).get('/overdracht')).text()).not.toContain('eerste opgave')
})

test('after ten minutes it is the colleague who hands back', async () => {
  await handOver(desk, nora, 'Nu echt.')
  const id = await undoOn(desk)
  later(10)
  expect(await undoOn(desk)).toBeNull()
  const refused = await desk.post(`/overdracht/${id}/ongedaan`, {})
  expect([refused.status, await holder()]).toEqual([422, nora])
  expect(await refused.text()).toContain('langer dan tien minuten geleden')
})

test('who was handed over again in between stays where they are', async () => {
  const colleague = await signedIn(place.world, nora)
  await handOver(colleague, place.caseManager, 'Terug naar jou.')
  const id = await undoOn(colleague)
  await handOver(desk, nora, 'Toch niet.')
  expect((await colleague.post(`/overdracht/${id}/ongedaan`, {})).status).toBe(409)
  expect(await holder()).toBe(nora)
})
