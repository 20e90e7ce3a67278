import { beforeAll, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { benefitOn } from '#rooms/members'
import { asCoach, newMember, type Village, village } from '../village.ts'
import { as, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

/** Another municipality in the file of a member: a move that both towns hear of, or a town that was never right. */
let world: TestWorld
let at: Village
let elsewhere: Village

beforeAll(async () => {
  world = await testWorld()
  at = await village(world, '2026-06-01')
  elsewhere = await village(world, '2026-06-01')
})

test('is no other town without a word: who moves tells both, and a town that was never right is put right from its first day', async () => {
  itIs(world, '2026-06-20')
  const member = await newMember(at, 'Bo Anders', 'participatiewetOwn')
  const townOn = async (on: string) => (await as(world, asCoach(at), 'member.read', (tx, permit) => benefitOn(tx, permit, member, day(on)))).municipality
  const phone = await signedIn(world, member)
  const says = (municipality: string, more = {}) =>
    phone.post(`/leden/${member}/uitkering`, { source: 'participatiewetOwn', municipality, from: '2026-06-20', ...more })
  const refused = await says(elsewhere.municipality)
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('Dit is een andere gemeente dan die nu betaalt.')
  expect(page).toContain(`href="/leden/${member}/verhuizing"`)
  expect(page).toContain('name="from" value="2026-06-20"')
  expect(await townOn('2026-06-20')).toBe(at.municipality)
  expect((await says(elsewhere.municipality, { neverRight: 'ja' })).status).toBe(303)
  expect([await townOn('2026-06-01'), await townOn('2026-06-20')]).toEqual([elsewhere.municipality, elsewhere.municipality])
})
