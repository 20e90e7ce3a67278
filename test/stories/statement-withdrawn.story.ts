import { expect, test } from 'vitest'
import { type Day, day, month } from '#kit/day.ts'
import type { MemberId } from '#rooms/access'
import { changeConsent, requestLines } from '#rooms/consent'
import { closeMonth } from '#rooms/settlement'
import { bankIn, signedAgreement, sold, template } from '../trade.ts'
import { asCaseManager, asTreasurer, newMember, type Village, village, withConsent } from '../village.ts'
import { as, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

const october = month('2026-10')

async function withdraws(world: TestWorld, place: Village, member: MemberId, from: Day) {
  const lines = await as(world, asCaseManager(place), 'consent.read', (tx, permit) => requestLines(tx, permit))
  const line = lines.find(({ request }) => request.member === member)
  if (!line) throw new Error('no consent')
  const said = { reason: 'Het werk is gestopt.', heard: 'Gebeld op 9 november.' }
  await as(world, asCaseManager(place), 'consent.change', (tx, permit) =>
    changeConsent(tx, permit, line.request.id, { kind: 'consentWithdrawn', from, ...said }),
  )
}

test('who had a consent in a month sends its statement, also where the consent was withdrawn since (Participatiewet art. 17)', async () => {
  const world = await testWorld()
  const place = await village(world, '2026-09-01')
  const member = await newMember(place, 'Wim Weg', 'participatiewetOwn')
  await withConsent(place, member, '2026-09-01')
  await signedAgreement(place, [member], template('resultaat-50-20-20-10'), '2026-10-01')
  const invoice = await sold(place, member, '2026-10-05', [{ net: 48000 }])
  await bankIn(place, '2026-10', [{ invoice, gross: 58080, on: '2026-10-20' }])
  itIs(world, '2026-11-03')
  await as(world, asTreasurer(place), 'month.close', (tx, permit) => closeMonth(tx, permit, october))
  const home = async () => (await (await signedIn(world, member)).get('/mijn')).text()
  expect(await home()).toContain('/opgaven/2026-10')

  itIs(world, '2026-11-09')
  await withdraws(world, place, member, day('2026-11-16'))
  expect(await home(), 'withdrawn from a day to come').toContain('/opgaven/2026-10')
  // It is told before its day comes, to the member and the coach, with where one reads what can be done.
  const coached = async () => (await (await signedIn(world, place.coach)).get('/coach')).text()
  expect(await home()).toMatch(
    /Je toestemming stopt op 16 november 2026[\s\S]*geldt nog tot en met 15 november 2026[\s\S]*href="\/toestemmingen\/[0-9a-f-]{36}"/,
  )
  expect(await home()).toContain('Mijn toestemming, tot en met 15 november 2026')
  expect(await coached()).toContain('Toestemming stopt: de gemeente trok haar in')
  itIs(world, '2026-11-15')
  expect(await home(), 'its last day').toContain('Je toestemming stopt op 16 november 2026')
  itIs(world, '2026-11-20')
  expect(await home(), 'it stopped').not.toContain('Je toestemming stopt')
  expect(await coached(), 'it stopped').not.toContain('Toestemming stopt')
  expect(await home(), 'withdrawn').toContain('/opgaven/2026-10')
  expect(await home(), 'no consent that counts').not.toContain('Mijn toestemming, tot en met')
})
