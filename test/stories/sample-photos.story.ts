import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { OrganisationId } from '#rooms/access'
import { askSample, type Drawn } from '#rooms/oversight'
import { agreementWith, askedOf, boughtWithPhoto, closeIt, findRest, viewOf } from '../sampling.ts'
import { signedAgreement, template } from '../trade.ts'
import { asCaseManager, asTreasurer, newMember, type Village, village, withConsent } from '../village.ts'
import { as, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let place: Village
let drawn: Drawn

/** The photo as whoever acts for an organisation gets it from a query that asks nothing but the id; on a day, or on none. */
const photo = (organisation: OrganisationId, on?: string) =>
  world.world.database.unit(
    { role: 'opbloei_app', organisation, person: place.caseManager, ...(on ? { day: on } : {}) },
    async (tx) => (await sql<{ type: string }>`select type from kit.file where id = ${drawn.file}`.execute(tx)).rows,
  )
const seen = [{ type: 'image/png' }]

beforeAll(async () => {
  world = await testWorld()
  place = await village(world, '2026-09-01')
  const samira = await newMember(place, 'Samira el Amrani', 'participatiewetOwn')
  await withConsent(place, samira, '2026-09-10')
  await signedAgreement(place, [samira], template('resultaat-50-20-20-10'), '2026-10-01')
  await agreementWith(place)
  itIs(world, '2026-11-03')
  await boughtWithPhoto(place, samira, '2026-10-05', 2000)
  const sample = await as(world, asCaseManager(place), 'sample.ask', (tx, permit) => askSample(tx, permit, askedOf(place)))
  await world.runJobs()
  const [one] = (await viewOf(place, sample, asTreasurer(place))).drawn
  if (!one) throw new Error('nothing was drawn')
  drawn = one
  await findRest(place, sample)
})

test('looking longer than the town allows itself is refused, and its form offers no more', async () => {
  const ask = (seenDays: number) =>
    as(world, asCaseManager(place), 'sample.ask', (tx, permit) => askSample(tx, permit, askedOf(place, { kind: 'statement', seenDays })))
  await expect(ask(56)).rejects.toThrow('hoogstens 28 dagen')
  const adviser = await somebody(world, place.municipality, 'policyAdviser', 'Noor Visser')
  const rules = { from: '2026-11-01', ownWeeks: '', backdateDays: '', longestSuspensionWeeks: '', seenDays: '14' }
  expect((await (await signedIn(world, adviser)).post('/eigen-regels', rules)).status).toBe(303)
  await expect(ask(28)).rejects.toThrow('hoogstens 14 dagen')
  const form = await (await signedIn(world, place.caseManager)).get('/steekproeven/nieuw').then((answer) => answer.text())
  expect(form).toContain('Twee weken')
  expect(form).not.toContain('Vier weken')
  await ask(14)
})

test('while the sample runs the municipality reads the photo, and nobody else outside the cooperative', async () => {
  const elsewhere = await found(world, 'municipality', 'Gemeente Elders')
  expect([await photo(place.municipality, '2026-11-03'), await photo(place.municipality), await photo(place.cooperative)]).toEqual([seen, seen, seen])
  expect(await photo(elsewhere, '2026-11-03')).toEqual([])
})

test('row security shuts it the day after the last one to look, also for a query that forgot to ask; the cooperative keeps it', async () => {
  await closeIt(place, drawn.sample)
  expect([await photo(place.municipality, '2026-11-17'), await photo(place.municipality, '2026-11-18')]).toEqual([seen, []])
  // Nobody said which day it is: closed stays closed.
  expect([await photo(place.municipality), await photo(place.cooperative, '2026-11-18')]).toEqual([[], seen])
})

test('the page says the same on both days', async () => {
  const address = `/steekproeven/stukken/${drawn.id}/foto`
  for (const [on, status] of [
    ['2026-11-17', 200],
    ['2026-11-18', 404],
  ] as const) {
    itIs(world, on)
    expect([on, (await (await signedIn(world, place.caseManager)).get(address)).status]).toEqual([on, status])
  }
})
