import { beforeAll, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { decide, prepareRequest, type RequestId, sendRequest, setTownRules, USUAL_TOWN_RULES, versionOf } from '#rooms/consent'
import { asCoach, asMember, asOfficer, beginCast, coach, conditions, facts, take, trialMember, wilgendam, world } from '../consent-cast.ts'
import { as, itIs, signedIn, somebody } from '../world.ts'

beforeAll(async () => {
  await beginCast()
})

test('a consent that goes on until its extension is decided about is told with the day that was granted, and none that nobody granted', async () => {
  const adviser = await somebody(world, wilgendam, 'policyAdviser', 'Noor')
  const ruling = { person: adviser, organisation: wilgendam, role: 'policyAdviser' as const }
  itIs(world, '2026-12-08')
  await as(world, ruling, 'townRules.set', (tx, permit) => setTownRules(tx, permit, { ...USUAL_TOWN_RULES, extensionRunsOn: true }, day('2026-12-08')))
  const member = await trialMember('Cor')
  const asks = async (from: string, until: string, renews: RequestId | null) => {
    const wanted = { ...facts, wantedFrom: day(from), wantedUntil: day(until) }
    const id = await as(world, asCoach(), 'consent.prepare', (tx, permit) => prepareRequest(tx, permit, { ...wanted, member, renews }))
    await as(world, asMember(member), 'consent.send', (tx, permit) => sendRequest(tx, permit, id, versionOf({ ...wanted, renews })))
    await take(id)
    return id
  }
  const first = await asks('2026-12-08', '2027-01-31', null)
  const granted = { ...conditions, from: day('2026-12-08'), until: day('2027-01-31') }
  await as(world, asOfficer(), 'consent.decide', (tx, permit) => decide(tx, permit, first, { kind: 'granted', on: permit.today, conditions: granted }))
  itIs(world, '2027-01-18')
  await asks('2027-02-01', '2027-12-31', first)

  const home = async () => (await (await signedIn(world, member)).get('/mijn')).text()
  expect(await home()).toContain('Mijn toestemming, tot en met 31 januari 2027')
  expect(await (await (await signedIn(world, coach)).get('/coach')).text()).toContain('tot en met 31 jan')
  itIs(world, '2027-02-08')
  expect(await home()).not.toMatch(/tot en met 31 januari 202[78]/)
})
