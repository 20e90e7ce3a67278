import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { changeRequest, consentsOfAll, decide, findConsent, prepareRequest, requestFile, versionOf } from '#rooms/consent'
import { changeBenefit, leave } from '#rooms/members'
import {
  asCoach,
  asMember,
  asOfficer,
  beginCast,
  bloesem,
  coach,
  conditions,
  elders,
  facts,
  granted,
  payOut,
  prepared,
  send,
  take,
  trade,
  trialMember,
  world,
} from '../consent-cast.ts'
import { as, itIs } from '../world.ts'

beforeAll(beginCast)

describe('who needs consent at all', () => {
  test.each([
    ['uwv', { allowed: true, consent: null, warning: { what: 'Noor heeft een uitkering van het UWV.' } }],
    ['none', { allowed: true, consent: null, warning: null }],
    ['unknown', { allowed: false, why: 'unknownBenefit' }],
    [null, { allowed: false, why: 'unknownBenefit' }],
    ['participatiewetJoint', { allowed: false, why: 'noConsent' }],
    ['ioawIoaz', { allowed: false, why: 'noConsent' }],
  ] as const)('with the source %s', async (source, expected) => {
    itIs(world, '2026-09-08')
    expect(await trade(await trialMember('Noor', source), '2026-09-08')).toMatchObject(expected)
  })

  test('after a move the consent of the former municipality counts no more', async () => {
    const { member } = await granted('Saar')
    itIs(world, '2027-02-20')
    await as(world, asCoach(), 'benefit.change', (tx, permit) =>
      changeBenefit(tx, permit, member, { source: 'participatiewetOwn', municipality: elders, from: day('2027-03-01') }),
    )
    expect(await trade(member, '2027-02-28')).toMatchObject({ allowed: true })
    expect(await trade(member, '2027-03-01')).toMatchObject({
      allowed: false,
      why: 'elsewhere',
      sentence: { what: 'De toestemming van Saar is van een andere gemeente dan die op die dag de uitkering betaalt.' },
    })
    expect(await payOut(member, '2027-03-01')).toMatchObject({ allowed: false, why: 'elsewhere' })
    const kinds = (on: string) =>
      as(world, asCoach(), 'consent.read', async (tx, permit) => (await findConsent(tx, permit, member, day(on)))?.costKinds ?? null)
    expect([await kinds('2027-02-28'), await kinds('2027-03-01')]).toEqual([['material', 'tools', 'stall'], null])
    const wanted = { ...facts, wantedFrom: day('2027-03-01'), wantedUntil: day('2028-02-29') }
    const id = await as(world, asCoach(), 'consent.prepare', (tx, permit) => prepareRequest(tx, permit, { ...wanted, member }))
    await send(member, id, versionOf(wanted))
    const seen = await as(world, asMember(member), 'consent.file', (tx, permit) => requestFile(tx, permit, id))
    expect(seen.municipalityName).toBe('Gemeente Elders')
    expect(await trade(member, '2027-03-01')).toMatchObject({ allowed: false, why: 'awaiting' })
  })

  test('a draft made before a move is not sent to the former municipality', async () => {
    itIs(world, '2027-02-20')
    const member = await trialMember('Teun')
    const id = await prepared(member)
    await as(world, asCoach(), 'benefit.change', (tx, permit) =>
      changeBenefit(tx, permit, member, { source: 'participatiewetOwn', municipality: elders, from: day('2027-02-20') }),
    )
    await expect(send(member, id)).rejects.toThrow('andere gemeente')
    await as(world, asCoach(), 'consent.prepare', (tx, permit) => changeRequest(tx, permit, id, facts))
    await send(member, id)
    const seen = await as(world, asMember(member), 'consent.file', (tx, permit) => requestFile(tx, permit, id))
    expect(seen.municipalityName).toBe('Gemeente Elders')
  })

  test('money is paid out only where the consent says so, or where no municipality pays', async () => {
    const { member } = await granted('Tijn')
    expect(await payOut(member, '2026-11-08')).toMatchObject({ allowed: false, why: 'upcoming' })
    expect(await payOut(member, '2026-11-09')).toMatchObject({
      allowed: false,
      why: 'forbidden',
      sentence: { what: 'In de toestemming van Tijn staat dat uitbetalen niet mag.' },
    })
    const allowed = await trialMember('Uma')
    itIs(world, '2026-11-07')
    const id = await prepared(allowed)
    await send(allowed, id)
    await take(id)
    await as(world, asOfficer(), 'consent.decide', (tx, permit) =>
      decide(tx, permit, id, { kind: 'granted', on: permit.today, conditions: { ...conditions, payOutAllowed: true } }),
    )
    expect(await payOut(allowed, '2026-11-09')).toMatchObject({ allowed: true, consent: { request: id } })
    expect(await payOut(await trialMember('Vera', 'none'), '2026-11-09')).toMatchObject({ allowed: true, consent: null, warning: null })
    expect(await payOut(await trialMember('Wim', 'uwv'), '2026-11-09')).toMatchObject({
      allowed: true,
      warning: { what: 'Wim heeft een uitkering van het UWV.' },
    })
    expect(await payOut(await trialMember('Xan', null), '2026-11-09')).toMatchObject({ allowed: false, why: 'unknownBenefit' })
  })

  test('nobody trades before the trial begins, nor after leaving', async () => {
    itIs(world, '2026-09-08')
    const member = await trialMember('Otto', 'none')
    expect(await trade(member, '2026-09-07')).toMatchObject({ allowed: false, why: 'notHere' })
    await as(world, asCoach(), 'member.leave', (tx, permit) => leave(tx, permit, member, day('2026-10-01'), { reason: 'ownWish', destination: 'paidWork' }))
    expect(await trade(member, '2026-09-30')).toMatchObject({ allowed: true })
    expect(await trade(member, '2026-10-01')).toMatchObject({ allowed: false, why: 'notHere' })
  })

  test('all consents of a period come in one go', async () => {
    const { member } = await granted('Piet')
    const all = (from: string, until: string) =>
      as(world, { person: coach, organisation: bloesem, role: 'coach' }, 'consent.read', (tx, permit) => consentsOfAll(tx, permit, day(from), day(until)))
    expect((await all('2026-11-01', '2026-11-30')).get(member)).toHaveLength(1)
    expect((await all('2026-10-01', '2026-11-08')).get(member)).toBeUndefined()
  })
})
