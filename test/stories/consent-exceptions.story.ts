import { beforeAll, describe, expect, test } from 'vitest'
import { type Day, day } from '#kit/day.ts'
import { asSystem, type OrganisationId } from '#rooms/access'
import { changeConsent, decide } from '#rooms/consent'
import { changeBenefit } from '#rooms/members'
import { closeReview, openReview } from '../../src/rooms/consent/advice/advice.ts'
import { remindOfTerms } from '../../src/rooms/consent/terms/reminding.ts'
import { allowed, asks, grants, read, rules } from '../consent-asks.ts'
import { asCoach, asMember, asOfficer, beginCast, elders, officer, prepared, send, take, trialMember, wilgendam, world } from '../consent-cast.ts'
import { sign, tenMinutesLater, writes } from '../letters.ts'
import { newFor } from '../messages.ts'
import { as, itIs, signedIn, somebody } from '../world.ts'

beforeAll(beginCast)

describe('work that began before the request', () => {
  test('is named before sending and covered as far back as the town goes', async () => {
    await rules({ backdateDays: 3 }, day('2026-01-01'))
    const early = await trialMember('Anna')
    const { member, id, page } = await asks('Anna', '2026-09-07', { member: early, wantedFrom: day('2026-09-01'), wantedUntil: day('2026-12-31') })
    expect(page).toContain('Zo ver terug kan niet bij deze gemeente: 1 september 2026 tot en met 3 september 2026')
    await expect(grants(id, '2026-09-07', '2026-09-03', '2026-12-31')).rejects.toThrow('eigen regels')
    await grants(id, '2026-09-07', '2026-09-04', '2026-12-31')
    expect([await allowed(member, '2026-09-03'), await allowed(member, '2026-09-04')]).toEqual(['may not', 'may'])
  })
})

test('a move to another town is told before sending: from then on that town must consent', async () => {
  itIs(world, '2027-03-02')
  const member = await trialMember('Elsa')
  await as(world, asCoach(), 'benefit.change', (tx, permit) =>
    changeBenefit(tx, permit, member, { source: 'participatiewetOwn', municipality: elders, from: day('2027-06-01') }),
  )
  const { id, page } = await asks('Elsa', '2027-03-02', { member, wantedFrom: day('2027-03-02'), wantedUntil: day('2027-12-31') })
  expect(page).toContain('Vanaf 1 juni 2027 betaalt een andere gemeente de uitkering')
  await grants(id, '2027-03-02', '2027-03-02', '2027-12-31')
  itIs(world, '2027-06-01')
  expect([await allowed(member, '2027-05-31'), await allowed(member, '2027-06-01')]).toEqual(['may', 'may not'])
})

test('a decision that was posted on paper counts from its posting, makes no second letter, and does not rewrite what was known', async () => {
  const { member, address } = await asks('Fred', '2027-06-02', { wantedFrom: day('2027-06-02'), wantedUntil: day('2027-12-31') })
  itIs(world, '2027-06-21')
  const desk = await signedIn(world, officer)
  const grant = {
    outcome: 'granted',
    on: '2027-06-14',
    from: '2027-06-02',
    until: '2027-12-31',
    costKinds: ['material'],
    statementRhythm: 'monthly',
    statementDay: '10',
  }
  const without = await desk.post(`${address}/besluit-op-papier`, { ...grant, legalBasis: 'pw-voorziening', other: '', paperReference: '' })
  expect(without.status).toBe(422)
  const whole = { ...grant, legalBasis: 'pw-voorziening', other: '', paperReference: 'Z/27/0012' }
  expect((await desk.post(`${address}/besluit-op-papier`, whole)).headers.get('location')).toBe(`${address}/voorbeeld`)
  const shown = await read(officer, `${address}/voorbeeld`)
  for (const said of ['Dit wordt vastgelegd', '14 juni 2027', 'Z/27/0012', '26 juli 2027', 'Het besluit telt vanaf de dag van verzending'])
    expect(shown).toContain(said)
  expect(await read(member, address), 'nothing is recorded yet').toContain('Wacht op besluit')
  expect((await writes(world, wilgendam, desk, `${address}/besluit-op-papier`, whole)).status).toBe(303)
  const own = await read(member, address)
  expect(own).toContain('Op papier verstuurd, kenmerk Z/27/0012')
  expect(own, 'six weeks from the day after posting').toContain('26 juli 2027')
  expect(await read(member, `${address}?op=2027-06-14&bekend=2027-06-20`)).toContain('Er was geen toestemming')
  expect(await read(member, `${address}/brief`)).toContain('Er is hier geen brief')
})

test('a decision on paper is read by a colleague first where the town asks four eyes, and can be held', async () => {
  const { member, address } = await asks('Floor', '2027-06-22', { wantedFrom: day('2027-06-22'), wantedUntil: day('2027-12-31') })
  await rules({ fourEyes: true }, day('2027-06-22'))
  const desk = await signedIn(world, officer)
  const colleague = await signedIn(world, await somebody(world, wilgendam, 'caseManager', 'Bregje'))
  const refusal = { outcome: 'refused', on: '2027-06-22', reason: 'Het plan is nog niet rond.', paperReference: 'Z/27/0020' }
  expect((await desk.post(`${address}/besluit-op-papier`, refusal)).status).toBe(303)
  expect((await sign(desk, address)).status, 'two eyes are no four').toBe(409)
  expect((await colleague.get(`${address}/voorbeeld`)).status, 'nobody asked yet').toBe(404)
  expect((await desk.post(`${address}/voorbeeld/collega`)).status).toBe(303)
  expect(await (await colleague.get(`${address}/voorbeeld`)).text()).toContain('Z/27/0020')
  expect((await colleague.post(`${address}/voorbeeld/akkoord`)).status).toBe(303)
  expect((await sign(desk, address)).status).toBe(303)
  expect((await desk.post(`${address}/voorbeeld/tegenhouden`)).status).toBe(303)
  await tenMinutesLater(world, wilgendam)
  expect(await read(member, address)).toContain('Wacht op besluit')
  expect(await read(officer, `${address}/besluit-op-papier`), 'what was typed is kept').toContain('Z/27/0020')
  expect((await sign(desk, address)).status).toBe(303)
  await tenMinutesLater(world, wilgendam)
  expect(await read(member, address)).toContain('Op papier verstuurd, kenmerk Z/27/0020')
  await rules({}, day('2027-06-22'))
})

describe('a suspension', () => {
  test('stays within what the town allows, needs an end there, and keeps what was typed', async () => {
    const { id, address } = await asks('Gijs', '2027-07-05', { wantedFrom: day('2027-07-05'), wantedUntil: day('2027-12-31') })
    await grants(id, '2027-07-05', '2027-07-05', '2027-12-31')
    await rules({ longestSuspensionWeeks: 4 }, day('2027-07-05'))
    const suspend = (until: Day | null) =>
      as(world, asOfficer(), 'consent.change', (tx, permit) =>
        changeConsent(tx, permit, id, { kind: 'suspended', from: day('2027-07-12'), until, reason: 'Vier weken weg van huis.', heard: 'Gebeld op 5 juli.' }),
      )
    await expect(suspend(null)).rejects.toThrow('hoogstens 4 weken')
    await expect(suspend(day('2027-08-09'))).rejects.toThrow('hoogstens 4 weken')
    await suspend(day('2027-08-08'))
    expect(await read(officer, address)).toContain('Toestemming stilgezet')
  })
})

describe('advice, review and an objection that is taken back', () => {
  test('leave the term running, and the cooperative reads of whom the advice is, not what it says', async () => {
    const { member, address } = await asks('Hans', '2027-08-02', { wantedFrom: day('2027-11-01'), wantedUntil: day('2028-10-31') })
    const desk = await signedIn(world, officer)
    expect((await desk.post(`${address}/advies`, { adviser: 'De Schakel', question: 'Past dit werk?', answerBefore: '' })).status).toBe(303)
    itIs(world, '2027-08-16')
    expect((await desk.post(`${address}/advies/antwoord`, { adviser: 'De Schakel', answer: 'Dit werk past goed.', on: '2027-08-16' })).status).toBe(303)
    for (const reader of [officer, member]) expect(await read(reader, address)).toContain('Dit werk past goed.')
    const office = await read(asCoach().person, address)
    expect(office).toContain('De Schakel')
    expect(office).not.toContain('Dit werk past goed.')
    expect(await read(member, address)).toContain('De gemeente moet uiterlijk op 27 september 2027 beslissen')
  })

  test('go their own way: the member objects, takes it back, and asks to look again', async () => {
    const { member, id, address } = await asks('Iris', '2027-08-17', { wantedFrom: day('2027-11-01'), wantedUntil: day('2028-10-31') })
    await as(world, asOfficer(), 'consent.decide', (tx, permit) =>
      decide(tx, permit, id, { kind: 'refused', on: permit.today, reason: 'Het plan is niet rond.' }),
    )
    const own = await signedIn(world, member)
    const against = 'refused 2027-08-17'
    expect((await own.post(`${address}/bezwaar`, { against, reason: 'Het plan is wel rond.', lateBecause: '' })).status).toBe(303)
    expect((await own.post(`${address}/bezwaar-intrekken`, { against, note: 'We hebben gebeld.' })).status).toBe(303)
    const page = await read(member, address)
    expect(page).toContain('Het bezwaar is ingetrokken. Het besluit blijft')
    expect(page).not.toContain('Op het bezwaar beslissen')
    itIs(world, '2027-08-18')
    expect((await own.post(`${address}/herziening`, { reason: 'Er is nu een plek op de markt.' })).status).toBe(303)
    const desk = await signedIn(world, officer)
    expect((await desk.post(`${address}/herziening/afronden`, { reason: 'De plek is voor een ander soort werk.' })).status).toBe(303)
    expect(await read(member, address)).toContain('Opnieuw bekeken: er verandert niets')
    expect(await read(member, `${address}/brief`)).toContain('Het blijft zoals het is')
  })
})

test('letters go by mail only to whoever chose that, where the town allows it; the choice stays with its day', async () => {
  await rules({ electronic: ['decision'] }, day('2027-08-18'))
  const { member, id, address } = await asks('Joke', '2027-08-18', { wantedFrom: day('2027-11-01'), wantedUntil: day('2028-10-31') })
  expect(await read(officer, address)).toContain('Verstuur brieven per post (Awb 2:14)')
  const own = await signedIn(world, member)
  expect((await own.post(`${address}/post`, { way: 'mail' })).status).toBe(303)
  itIs(world, '2027-08-23')
  await grants(id, '2027-08-23', '2027-11-01', '2028-10-31')
  expect(await read(officer, address)).toContain('per mail, gekozen op 18 augustus 2027')
  itIs(world, '2027-08-24')
  expect((await own.post(`${address}/post`, { way: 'post' })).status).toBe(303)
  expect(await read(officer, address), 'what was sent then is not changed by a later choice').toContain('per mail, gekozen op 18 augustus 2027')
})

describe('a reminder', () => {
  const remind = (organisation: OrganisationId) =>
    asSystem(world.world, organisation, 'consent.tell', (tx, permit) => remindOfTerms(tx, permit, 'municipality'))
  const told = async () => (await newFor(world, officer)).filter((kind) => kind === 'termEnds').length

  test('that a day without the job left out is made up for, once', async () => {
    await beginCast()
    itIs(world, '2026-09-07')
    const member = await trialMember('Karin')
    const id = await prepared(member)
    await send(member, id)
    await take(id)
    const counts: number[] = []
    for (const on of ['2026-10-04', '2026-10-07', '2026-10-08', '2026-10-20', '2026-10-20', '2026-11-01', '2026-11-02']) {
      itIs(world, on)
      await remind(wilgendam)
      counts.push(await told())
    }
    expect(counts).toEqual([0, 1, 1, 2, 2, 3, 3])
  })
})

test('a review that a member asks waits on the desk of the own case manager with its last day, until it is answered', async () => {
  itIs(world, '2026-09-07')
  const member = await trialMember('Ruth')
  const { id } = await asks('Ruth', '2027-12-01', { member, wantedFrom: day('2027-12-01'), wantedUntil: day('2028-10-31') })
  await grants(id, '2027-12-01', '2027-12-01', '2028-10-31')
  itIs(world, '2027-12-07')
  expect(await read(officer, '/klantmanager')).not.toContain('Vraagt om opnieuw te kijken')
  const review = { by: 'request', reason: 'Ik wil ook op zondag werken.' } as const
  await as(world, asMember(member), 'consent.review', (tx, permit) => openReview(tx, permit, id, review))
  const desk = await read(officer, '/klantmanager')
  expect(desk).toContain('Vraagt om opnieuw te kijken')
  expect(desk, 'eight weeks (Awb 4:13)').toContain('gevraagd op 7 december 2027, antwoord uiterlijk 1 februari 2028')
  expect(desk, 'why stands on the request').not.toContain('zondag')
  const colleague = await somebody(world, wilgendam, 'caseManager', 'Rens')
  for (const other of [colleague, await somebody(world, elders, 'caseManager', 'Rik')])
    expect(await read(other, '/klantmanager')).not.toContain('opnieuw te kijken')
  itIs(world, '2027-12-08')
  await as(world, asOfficer(), 'consent.correct', (tx, permit) => closeReview(tx, permit, id, 'Zondag is in deze wijk niet toegestaan.'))
  expect(await read(officer, '/klantmanager')).not.toContain('Vraagt om opnieuw te kijken')
})
