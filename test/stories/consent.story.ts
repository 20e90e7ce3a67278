import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import type { OrganisationId, PersonId } from '#rooms/access'
import {
  answerMore,
  askMore,
  changeConsent,
  changeRequest,
  consentInForce,
  decide,
  prepareRequest,
  requestFile,
  requestLines,
  sendFor,
  setCaseReference,
  takeBack,
  takeCase,
  versionOf,
} from '#rooms/consent'
import {
  asCoach,
  asMember,
  asOfficer,
  asStranger,
  beginCast,
  conditions,
  facts,
  grant,
  granted,
  prepared,
  send,
  take,
  trade,
  trialMember,
  wilgendam,
  world,
} from '../consent-cast.ts'
import { as, itIs, somebody } from '../world.ts'

beforeAll(beginCast)

describe('the municipality grants consent', () => {
  test('from draft to consent, and the work of each day is allowed or not', async () => {
    itIs(world, '2026-09-07')
    const member = await trialMember('Yonas')
    expect(await trade(member, '2026-09-07')).toMatchObject({ allowed: false, why: 'noConsent' })
    const id = await prepared(member)
    await send(member, id)
    expect(await trade(member, '2026-09-07')).toMatchObject({
      allowed: false,
      why: 'awaiting',
      sentence: { what: 'De gemeente heeft nog niet besloten over de aanvraag van Yonas.' },
    })
    await take(id)
    itIs(world, '2026-09-21')
    await as(world, asOfficer(), 'consent.ask', (tx, permit) => askMore(tx, permit, id, 'Waar staat de kraam?', null))
    itIs(world, '2026-09-28')
    await as(world, asMember(member), 'consent.answer', (tx, permit) => answerMore(tx, permit, id, 'Op de markt van Wilgendam.'))
    itIs(world, '2026-11-06')
    await grant(id, day('2026-11-06'))

    expect(await trade(member, '2026-11-08')).toMatchObject({ allowed: false, why: 'upcoming' })
    expect(await trade(member, '2026-11-09')).toMatchObject({ allowed: true, consent: { request: id, payOutAllowed: false, grantedOn: '2026-11-06' } })
    const consent = await as(world, asCoach(), 'consent.read', (tx, permit) => consentInForce(tx, permit, member, day('2027-11-08')))
    expect(consent.costKinds).toEqual(['material', 'tools', 'stall'])
    await expect(as(world, asCoach(), 'consent.read', (tx, permit) => consentInForce(tx, permit, member, day('2027-11-09')))).rejects.toThrow('afgelopen')
  })

  test('a member who changed the text after reading must read again', async () => {
    itIs(world, '2026-09-07')
    const member = await trialMember('Amira')
    const id = await prepared(member)
    await as(world, asCoach(), 'consent.prepare', (tx, permit) => changeRequest(tx, permit, id, { ...facts, plan: 'Alleen op zondag.' }))
    await expect(send(member, id)).rejects.toMatchObject({ kind: 'conflict' })
    await send(member, id, versionOf({ ...facts, plan: 'Alleen op zondag.' }))
    await expect(send(member, id, versionOf({ ...facts, plan: 'Alleen op zondag.' }))).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('the cooperative sends only with the text of an authorisation', async () => {
    itIs(world, '2026-09-07')
    const member = await trialMember('Joost')
    const id = await prepared(member)
    await expect(as(world, asCoach(), 'consent.sendFor', (tx, permit) => sendFor(tx, permit, id, ' '))).rejects.toMatchObject({ field: 'authorisation' })
    await as(world, asCoach(), 'consent.sendFor', (tx, permit) =>
      sendFor(tx, permit, id, 'Ik, Joost, laat De Bloesem deze aanvraag versturen. 5 september 2026.'),
    )
    const [line] = await as(world, asCoach(), 'consent.read', (tx, permit) => requestLines(tx, permit, member))
    expect(line).toMatchObject({ procedure: 'waiting', request: { events: [{ kind: 'sent', sentBy: 'cooperative' }] } })
  })

  test('a BSN is kept out of the plan', async () => {
    const member = await trialMember('Ans')
    await expect(
      as(world, asCoach(), 'consent.prepare', (tx, permit) => prepareRequest(tx, permit, { ...facts, member, plan: 'Mijn nummer is 123456782.' })),
    ).rejects.toMatchObject({ field: 'plan' })
  })
})

describe('who may decide, and once', () => {
  test('a coach, a member and another municipality may not decide, and the municipality sees no draft', async () => {
    itIs(world, '2026-09-07')
    const member = await trialMember('Fatma')
    const id = await prepared(member)
    expect((await as(world, asOfficer(), 'consent.read', (tx, permit) => requestLines(tx, permit))).some(({ request }) => request.id === id)).toBe(false)
    await send(member, id)
    const decision = { kind: 'granted', on: day('2026-09-07'), conditions } as const
    await expect(as(world, asCoach(), 'consent.decide', (tx, permit) => decide(tx, permit, id, decision))).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(as(world, asMember(member), 'consent.decide', (tx, permit) => decide(tx, permit, id, decision))).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(as(world, asStranger(), 'consent.decide', (tx, permit) => decide(tx, permit, id, decision))).rejects.toMatchObject({ kind: 'missing' })
    await expect(as(world, asStranger(), 'consent.take', (tx, permit) => takeCase(tx, permit, id))).rejects.toMatchObject({ kind: 'missing' })
    // An officer of the right municipality, but not of this resident, does not see the file either.
    await expect(as(world, asOfficer(), 'consent.file', (tx, permit) => requestFile(tx, permit, id))).rejects.toMatchObject({ kind: 'missing' })
    expect(await as(world, asStranger(), 'consent.read', (tx, permit) => requestLines(tx, permit))).toEqual([])
  })

  test('a case that a colleague took is not taken again, and is not on the list of others', async () => {
    itIs(world, '2026-09-08')
    const colleague = await somebody(world, wilgendam, 'caseManager', 'Henk')
    const asColleague = { person: colleague, organisation: wilgendam, role: 'caseManager' as const }
    const member = await trialMember('Zoe')
    const id = await prepared(member)
    await send(member, id)
    const listed = async () => (await as(world, asColleague, 'consent.read', (tx, permit) => requestLines(tx, permit))).some(({ request }) => request.id === id)
    expect(await listed()).toBe(true)
    await take(id)
    await take(id)
    expect(await listed()).toBe(false)
    await expect(as(world, asColleague, 'consent.take', (tx, permit) => takeCase(tx, permit, id))).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('deciding twice is refused, also when two decide at once', async () => {
    const { id } = await granted('Dirk')
    await expect(grant(id, day('2026-11-06'))).rejects.toMatchObject({ kind: 'conflict' })
    itIs(world, '2026-09-08')
    const member = await trialMember('Els')
    const other = await prepared(member)
    await send(member, other)
    await take(other)
    const both = await Promise.allSettled([grant(other, day('2026-09-08')), grant(other, day('2026-09-08'))])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('a ground that does not count on the day of the decision is refused', async () => {
    itIs(world, '2026-09-08')
    const member = await trialMember('Gert')
    const id = await prepared(member)
    await send(member, id)
    await take(id)
    await expect(
      as(world, asOfficer(), 'consent.decide', (tx, permit) =>
        decide(tx, permit, id, { kind: 'granted', on: permit.today, conditions: { ...conditions, legalBasis: 'pw-participatie' } }),
      ),
    ).rejects.toMatchObject({ field: 'legalBasis' })
  })

  test("the municipality's own reference is for the municipality and the member alone", async () => {
    const { member, id } = await granted('Hanna')
    await as(world, asOfficer(), 'consent.decide', (tx, permit) => setCaseReference(tx, permit, id, 'W-2026-118'))
    const seen = (who: { person: PersonId; organisation: OrganisationId; role: 'coach' | 'member' | 'caseManager' }) =>
      as(world, who, 'consent.file', async (tx, permit) => (await requestFile(tx, permit, id)).reference)
    expect([await seen(asOfficer()), await seen(asMember(member)), await seen(asCoach())]).toEqual(['W-2026-118', 'W-2026-118', null])
  })

  test('a member sees no request of another member', async () => {
    const { id } = await granted('Iris')
    const other = await trialMember('Jan')
    await expect(as(world, asMember(other), 'consent.file', (tx, permit) => requestFile(tx, permit, id))).rejects.toMatchObject({ kind: 'missing' })
    expect(await as(world, asMember(other), 'consent.read', (tx, permit) => requestLines(tx, permit))).toEqual([])
  })
})

describe('a consent that stops', () => {
  test('withdrawn while work is open: earlier work stays allowed, later work does not', async () => {
    const { member, id } = await granted('Kees')
    itIs(world, '2027-05-25')
    await as(world, asOfficer(), 'consent.change', (tx, permit) =>
      changeConsent(tx, permit, id, {
        kind: 'consentWithdrawn',
        from: day('2027-06-01'),
        reason: 'Kees heeft een baan gevonden.',
        heard: 'Gebeld op 20 mei 2027.',
      }),
    )
    expect(await trade(member, '2027-05-31')).toMatchObject({ allowed: true })
    expect(await trade(member, '2027-06-01')).toMatchObject({ allowed: false, why: 'ended' })
  })

  test('is suspended and resumed, after the member was heard (Awb 4:8)', async () => {
    const { member, id } = await granted('Lies')
    itIs(world, '2027-01-25')
    const suspend = (heard: string) =>
      as(world, asOfficer(), 'consent.change', (tx, permit) =>
        changeConsent(tx, permit, id, { kind: 'suspended', from: day('2027-01-25'), until: null, reason: 'Verhuizing naar een andere gemeente.', heard }),
      )
    await expect(suspend('')).rejects.toMatchObject({ field: 'heard' })
    await suspend('Gesproken op 20 januari 2027.')
    expect(await trade(member, '2027-01-24')).toMatchObject({ allowed: true })
    expect(await trade(member, '2027-01-25')).toMatchObject({ allowed: false, why: 'suspended' })
    itIs(world, '2027-02-10')
    await as(world, asOfficer(), 'consent.change', (tx, permit) => changeConsent(tx, permit, id, { kind: 'resumed', from: day('2027-02-10') }))
    expect(await trade(member, '2027-02-10')).toMatchObject({ allowed: true })
  })

  test('the member takes a request back before the decision, and nobody can decide any more', async () => {
    itIs(world, '2026-09-08')
    const member = await trialMember('Mo')
    const id = await prepared(member)
    await send(member, id)
    await take(id)
    await as(world, asMember(member), 'consent.takeBack', (tx, permit) => takeBack(tx, permit, id))
    await expect(grant(id, day('2026-09-08'))).rejects.toMatchObject({ kind: 'conflict' })
    const draft = await prepared(member)
    await as(world, asMember(member), 'consent.takeBack', (tx, permit) => takeBack(tx, permit, draft))
    await expect(send(member, draft)).rejects.toMatchObject({ kind: 'conflict' })
  })
})
