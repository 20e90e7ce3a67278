import { beforeAll, describe, expect, test } from 'vitest'
import { type Day, day } from '#kit/day.ts'
import type { MemberId } from '#rooms/access'
import { agreementOn, draftAgreement, proposeAgreement, signAgreement, signForCooperative, type VersionId, versionById } from '#rooms/agreements'
import { template } from '../trade.ts'
import { asBoard, asMember, newMember, type Village, village } from '../village.ts'
import { as, itIs, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let place: Village

beforeAll(async () => {
  world = await testWorld()
  place = await village(world, '2026-03-01')
})

describe('from which day a version binds', () => {
  test('a later one, signed on the 25th, leaves the work of before to the version of before', async () => {
    itIs(world, '2026-03-02')
    const carla = await newMember(place, 'Carla Mulder')
    const first = await propose('resultaat-60-15-25', carla, '2026-03-01')
    await sign(carla, first)
    const second = await propose('resultaat-50-20-20-10', carla, '2026-03-01')
    itIs(world, '2026-03-25')
    await sign(carla, second)
    expect(await binds(carla, '2026-03-24')).toBe(first)
    expect(await binds(carla, '2026-03-25')).toBe(second)
    expect(await binds(carla, '2026-03-26')).toBe(second)
  })

  test('time after an agreement that ended can be agreed upon afterwards, other time cannot', async () => {
    itIs(world, '2026-04-02')
    const daan = await newMember(place, 'Daan Mulder')
    const short = await propose('dertig-procent', daan, '2026-04-01', '2026-04-30')
    await sign(daan, short)
    itIs(world, '2026-07-10')
    await expect(binds(daan, '2026-05-01')).rejects.toThrow('geen getekende afspraak')
    await expect(propose('dertig-procent', daan, '2026-04-01')).rejects.toThrow('maand die voorbij is')
    const next = await propose('resultaat-60-15-25', daan, '2026-05-01')
    await sign(daan, next)
    expect(await binds(daan, '2026-04-30')).toBe(short)
    expect(await binds(daan, '2026-05-01')).toBe(next)
  })
})

async function propose(code: string, member: MemberId, from: string, until: string | null = null): Promise<VersionId> {
  const facts = { title: 'Ledenovereenkomst', articles: template(code), from: day(from), until: until as Day | null }
  const id = await as(world, asBoard(place), 'agreement.draft', (tx, permit) => draftAgreement(tx, permit, facts))
  await as(world, asBoard(place), 'agreement.propose', (tx, permit) => proposeAgreement(tx, permit, id, [member]))
  await as(world, asBoard(place), 'agreement.signFor', async (tx, permit) =>
    signForCooperative(tx, permit, id, (await versionById(tx, permit, id))?.hash ?? '', 'demo'),
  )
  return id
}

function sign(member: MemberId, version: VersionId): Promise<void> {
  return as(world, asMember(place, member), 'agreement.sign', async (tx, permit) =>
    signAgreement(tx, permit, version, (await versionById(tx, permit, version))?.hash ?? '', 'demo'),
  )
}

async function binds(member: MemberId, on: string): Promise<VersionId> {
  return (await as(world, asBoard(place), 'agreement.read', (tx, permit) => agreementOn(tx, permit, member, day(on)))).version
}
