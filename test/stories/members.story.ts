import { beforeAll, describe, expect, test } from 'vitest'
import { type Day, day } from '#kit/day.ts'
import { asSystem, type OrganisationId, type PersonId } from '#rooms/access'
import { tradeAllowed } from '#rooms/consent'
import {
  admit,
  admitToTrial,
  beginFile,
  benefitOn,
  benefitsOfAll,
  changeBenefit,
  changeTradeName,
  comeBack,
  leave,
  memberFile,
  membersOn,
  tradeOn,
} from '#rooms/members'
import { registerCooperative, settingsFrom } from '#rooms/organisations'
import { as, browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let bloesem: OrganisationId
let wilgendam: OrganisationId
let coach: PersonId
let other: PersonId
let board: PersonId

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-01-05')
  bloesem = await found(world, 'cooperative', 'De Wilg')
  wilgendam = await found(world, 'municipality', 'Gemeente Rietdam')
  coach = await somebody(world, bloesem, 'coach', 'Samira')
  other = await somebody(world, bloesem, 'coach', 'Wim')
  board = await somebody(world, bloesem, 'board', 'Ans')
  await asSystem(world.world, bloesem, 'organisation.edit', (tx, permit) =>
    registerCooperative(tx, permit, {
      legalName: 'Coöperatie De Wilg U.A.',
      tradeName: 'De Wilg',
      kvk: '12345678',
      vatId: null,
      iban: null,
      street: 'Dijk 1',
      postCode: '1234AB',
      city: 'Rietdam',
      email: null,
      phone: null,
      website: null,
      korSince: null,
      korUntil: null,
      settings: settingsFrom({}),
    }),
  )
})

const asCoach = (person = coach) => ({ person, organisation: bloesem, role: 'coach' as const })
const asBoard = () => ({ person: board, organisation: bloesem, role: 'board' as const })

function begin(name: string, on: Day): Promise<PersonId> {
  const person = { firstName: name, name, email: null, phone: null, street: null, postCode: null, city: null, language: 'nl' as const }
  return as(world, asCoach(), 'application.take', (tx, permit) => beginFile(tx, permit, { ...person, stage: 'applied', on, coach }))
}
const trial = (member: PersonId, on: string, until: string) =>
  as(world, asCoach(), 'member.trial', (tx, permit) => admitToTrial(tx, permit, member, day(on), day(until)))
const join = (member: PersonId, on: string) => as(world, asBoard(), 'member.admit', (tx, permit) => admit(tx, permit, member, day(on)))
const register = (on: string) => as(world, asBoard(), 'member.read', (tx, permit) => membersOn(tx, permit, day(on)))

describe('the journey of a member', () => {
  test('from application to member, former and back, with the register on any day', async () => {
    const on = itIs(world, '2026-01-05')
    const member = await begin('Yonas', on)
    itIs(world, '2026-02-01')
    await trial(member, '2026-02-01', '2026-04-30')
    itIs(world, '2026-05-01')
    const number = await join(member, '2026-05-01')
    itIs(world, '2026-09-15')
    await as(world, asCoach(), 'member.leave', (tx, permit) => leave(tx, permit, member, day('2026-09-15'), { reason: 'ownWish', destination: 'paidWork' }))
    itIs(world, '2026-11-02')
    await as(world, asCoach(), 'member.leave', (tx, permit) => comeBack(tx, permit, member, day('2026-11-01')))
    expect(await join(member, '2026-11-02')).toBe(number)

    const stage = async (day: string) => (await register(day)).find((row) => row.member === member)?.standing.stage ?? null
    const days = ['2026-01-04', '2026-01-05', '2026-02-01', '2026-04-30', '2026-05-01', '2026-09-14', '2026-09-15', '2026-11-01', '2026-11-02']
    expect(await Promise.all(days.map(stage))).toEqual([null, 'applied', 'trial', 'trial', 'member', 'member', 'former', 'applied', 'member'])
  })

  test('numbers follow each other without a gap or a double, also when two are admitted at once', async () => {
    const on = itIs(world, '2026-06-01')
    const members = [await begin('Amira', on), await begin('Dirk', on), await begin('Els', on)]
    const numbers = await Promise.all(members.map((member) => join(member, '2026-06-01')))
    expect(new Set(numbers).size).toBe(3)
    expect(Math.max(...numbers) - Math.min(...numbers)).toBe(2)
  })

  test('nobody is admitted twice, in the future, or on trial backwards', async () => {
    const on = itIs(world, '2026-06-01')
    const member = await begin('Fatma', on)
    await expect(trial(member, '2026-06-01', '2026-05-31')).rejects.toMatchObject({ field: 'until' })
    await expect(join(member, '2026-06-02')).rejects.toMatchObject({ field: 'on' })
    await join(member, '2026-06-01')
    await expect(join(member, '2026-06-01')).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('a coach admits nobody as a member, and does not see the people of another coach', async () => {
    const on = itIs(world, '2026-06-01')
    const member = await begin('Gert', on)
    await expect(as(world, asCoach(), 'member.admit', (tx, permit) => admit(tx, permit, member, on))).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(as(world, asCoach(other), 'member.file', (tx, permit) => memberFile(tx, permit, member))).rejects.toMatchObject({ kind: 'missing' })
    expect(await as(world, asCoach(other), 'member.read', (tx, permit) => membersOn(tx, permit, on))).toEqual([])
  })
})

describe('the sign-in of somebody who left', () => {
  test('goes on for the months that the cooperative chose, and comes back with the member', async () => {
    const on = itIs(world, '2026-01-05')
    const member = await begin('Nour', on)
    await join(member, '2026-01-05')
    itIs(world, '2026-03-01')
    const desk = await signedIn(world, coach)
    const left = await desk.post(`/leden/${member}/vertrek`, { on: '2026-03-01', reason: 'ownWish', destination: 'paidWork' })
    expect(left.status).toBe(303)
    const opens = async (day: string) => {
      itIs(world, day)
      return (await (await signedIn(world, member)).get(`/leden/${member}`)).status
    }
    expect([await opens('2026-03-01'), await opens('2028-02-28'), await opens('2028-02-29')]).toEqual([200, 200, 200])
    expect(await opens('2028-03-01'), 'the first day after two years').not.toBe(200)

    itIs(world, '2027-05-01')
    expect((await (await signedIn(world, coach)).post(`/leden/${member}/terugkeer`, { on: '2027-05-01' })).status).toBe(303)
    expect(await opens('2028-03-01')).toBe(200)
    itIs(world, '2026-11-02')
  })
})

describe('what was true on a day', () => {
  test('benefit and trade name keep their days', async () => {
    const on = itIs(world, '2026-06-01')
    const member = await begin('Hanna', on)
    const change = (source: 'participatiewetOwn' | 'none', from: string, municipality: OrganisationId | null) =>
      as(world, asCoach(), 'benefit.change', (tx, permit) => changeBenefit(tx, permit, member, { source, municipality, from: day(from) }))
    await expect(change('participatiewetOwn', '2026-06-01', null)).rejects.toMatchObject({ field: 'municipality' })
    await change('participatiewetOwn', '2026-06-01', wilgendam)
    await change('none', '2026-10-01', null)
    const name = (tradeName: string, from: string) =>
      as(world, asCoach(), 'member.edit', (tx, permit) => changeTradeName(tx, permit, member, { tradeName, makes: 'Taarten', from: day(from) }))
    await name('Hanna Bakt', '2026-06-01')
    await name('Taartatelier', '2026-09-01')
    await as(world, asCoach(), 'member.read', async (tx, permit) => {
      expect((await benefitOn(tx, permit, member, day('2026-05-31'))).source).toBe('unknown')
      expect(await benefitOn(tx, permit, member, day('2026-09-30'))).toMatchObject({ source: 'participatiewetOwn', municipality: wilgendam })
      expect((await benefitsOfAll(tx, permit, day('2026-10-01'))).get(member)?.source).toBe('none')
      expect((await tradeOn(tx, permit, member, day('2026-08-31')))?.tradeName).toBe('Hanna Bakt')
      expect((await tradeOn(tx, permit, member, day('2026-09-01')))?.tradeName).toBe('Taartatelier')
    })
  })

  test('the board opens a file without the benefit and the chosen support, and the member reads that it was opened', async () => {
    const on = itIs(world, '2026-06-01')
    const member = await begin('Iris', on)
    expect(await as(world, asBoard(), 'member.file', (tx, permit) => memberFile(tx, permit, member))).toMatchObject({
      benefit: null,
      support: null,
      coach: 'Samira',
    })
    expect(await as(world, asCoach(), 'member.file', (tx, permit) => memberFile(tx, permit, member))).toMatchObject({
      benefit: { source: 'unknown' },
      support: [],
    })
    const page = await (await (await signedIn(world, member)).get('/wie-keek')).text()
    expect(page).toContain('bestuurslid van De Wilg')
    expect(page).toContain('begeleider van De Wilg')
  })
})

describe('what a member says about the own benefit', () => {
  test('lifts no stop before the coach confirmed it, and then counts from the day the member named', async () => {
    const on = itIs(world, '2026-06-01')
    const member = await begin('Rik', on)
    const own = `/leden/${member}`
    await as(world, asCoach(), 'member.trial', (tx, permit) => admitToTrial(tx, permit, member, on, day('2026-12-31')))
    await as(world, asCoach(), 'benefit.change', (tx, permit) =>
      changeBenefit(tx, permit, member, { source: 'participatiewetOwn', municipality: wilgendam, from: on }),
    )
    const allowed = async (day_: string) => (await as(world, asCoach(), 'consent.read', (tx, permit) => tradeAllowed(tx, permit, member, day(day_)))).allowed
    itIs(world, '2026-08-01')
    const phone = await signedIn(world, member)
    expect((await phone.post(`${own}/uitkering`, { source: 'none', from: '2026-07-01' })).status).toBe(303)
    expect(await allowed('2026-07-15')).toBe(false)
    expect(await (await phone.get(own)).text()).toContain('Dit telt zodra je begeleider het bevestigt.')
    expect((await phone.post(`${own}/uitkering/melding`, { outcome: 'confirmed' })).status).toBe(403)
    const desk = await signedIn(world, coach)
    expect(await (await desk.get('/coach')).text()).toContain('Lid meldt iets over de uitkering')
    expect((await (await signedIn(world, other)).post(`${own}/uitkering/melding`, { outcome: 'confirmed' })).status).toBe(404)
    itIs(world, '2026-08-03')
    expect((await desk.post(`${own}/uitkering/melding`, { outcome: 'confirmed' })).status).toBe(303)
    expect((await desk.post(`${own}/uitkering/melding`, { outcome: 'declined' })).status).toBe(409)
    expect([await allowed('2026-06-30'), await allowed('2026-07-01')]).toEqual([false, true])
  })

  test('counts at once where it asks more, and a declined report changes nothing', async () => {
    const on = itIs(world, '2026-06-01')
    const member = await begin('Pia', on)
    const source = async () => (await as(world, asCoach(), 'member.read', (tx, permit) => benefitOn(tx, permit, member, permit.today))).source
    await as(world, asCoach(), 'benefit.change', (tx, permit) => changeBenefit(tx, permit, member, { source: 'none', municipality: null, from: on }))
    const phone = await signedIn(world, member)
    await phone.post(`/leden/${member}/uitkering`, { source: 'participatiewetOwn', municipality: wilgendam, from: '2026-06-01' })
    expect(await source()).toBe('participatiewetOwn')
    await phone.post(`/leden/${member}/uitkering`, { source: 'uwv', from: '2026-06-01' })
    await (await signedIn(world, coach)).post(`/leden/${member}/uitkering/melding`, { outcome: 'declined' })
    expect(await source()).toBe('participatiewetOwn')
  })
})

describe('a look', () => {
  test('at an application is told to the person it became, and a register that is taken along to everybody in it', async () => {
    itIs(world, '2026-10-05')
    const visitor = browser(world)
    const address = ((await visitor.post('/aanmelden', { cooperative: bloesem })).headers.get('location') ?? '').replace(/\/naam$/, '')
    await visitor.post(`${address}/naam`, { firstName: 'Bekeken' })
    await visitor.post(`${address}/bereik`, { reach: '0612345678' })
    await visitor.post(`${address}/klaar`)
    const desk = await signedIn(world, coach)
    const row = /href="(\/aanmeldingen\/[^"]+)">Bekeken</.exec(await (await desk.get('/aanmeldingen')).text())?.[1] ?? ''
    await (await signedIn(world, board)).get(row)
    itIs(world, '2026-10-06')
    await desk.get(row)
    const taken = await desk.post(row, { name: 'Bekeken Persoon', email: '' })
    const member = (taken.headers.get('location') ?? '').split('/')[2] as PersonId
    const looks = async () => (await (await signedIn(world, member)).get('/wie-keek')).text()
    const seen = await looks()
    expect(seen.match(/jouw aanmelding te lezen/g)).toHaveLength(2)
    expect(seen).toContain('5 oktober 2026')
    expect(seen).not.toContain('als bestand')
    const office = await signedIn(world, board)
    await office.get('/leden')
    expect(await looks(), 'a list on a screen is no look').not.toContain('als bestand')
    await office.get('/leden?vorm=csv')
    expect(await looks()).toContain('het ledenregister als bestand mee te nemen')
    itIs(world, '2026-11-02')
  })
})

describe('the register in the browser', () => {
  test('can be asked for a day and taken along as a file', async () => {
    itIs(world, '2026-11-02')
    const desk = await signedIn(world, board)
    expect(await (await desk.get('/leden?op=1-7-2026')).text()).toContain('1 juli 2026')
    const csv = await desk.get('/leden?op=2026-07-01&vorm=csv')
    expect(csv.headers.get('content-disposition')).toContain('leden-2026-07-01.csv')
    expect((await csv.text()).split('\r\n')[0]).toContain('Nummer;Naam;Fase;Sinds')
    const yonas = async (on: string, who = board) =>
      (await (await (await signedIn(world, who)).get(`/leden?op=${on}&vorm=csv`)).text()).split('\r\n').find((line) => line.includes('Yonas')) ?? ''
    expect([await yonas('2026-09-14'), await yonas('2026-09-15')].map((line) => line.split(';').slice(-3))).toEqual([
      ['1', '', ''],
      ['1', 'Eigen wens', 'Betaald werk'],
    ])
    const books = await somebody(world, bloesem, 'treasurer', 'Jet')
    expect((await yonas('2026-09-15', books)).split(';').slice(-3)).toEqual(['1', '', ''])
    expect((await yonas('2026-11-02')).split(';').slice(-3)).toEqual(['2', '', ''])
  })

  test('a file tells how it was on a day, to look at only', async () => {
    itIs(world, '2026-11-02')
    const yonas = (await register('2026-11-02')).find(({ name }) => name === 'Yonas')
    if (!yonas) throw new Error('Yonas is not here')
    const desk = await signedIn(world, board)
    const file = async (query = '') => (await desk.get(`/leden/${yonas.member}${query}`)).text()
    expect(await file()).toContain('Vertrek opschrijven')
    const before = await file('?op=2026-04-30')
    expect(before).toContain('Zo was het op 30 april 2026.')
    expect(before).not.toContain('Vertrek opschrijven')
    expect([before.includes('Eigen wens'), (await file('?op=2026-09-15')).includes('Eigen wens')]).toEqual([false, true])
    expect(await file('?op=2026-01-04')).toContain('was Yonas hier nog niet')
  })

  test('a member changes the own details, and opens no other file', async () => {
    const on = itIs(world, '2026-11-02')
    const member = await begin('Lies', on)
    const stranger = await begin('Mo', on)
    const page = await signedIn(world, member)
    const own = `/leden/${member}`
    expect((await page.get('/mijn-gegevens')).headers.get('location')).toBe(own)
    expect(await (await page.get(own)).text()).not.toContain('Zo was het op')
    expect((await page.post(`${own}/contact`, { firstName: 'Lies', name: 'Lies de Boer', city: 'Rietdam', language: 'en' })).status).toBe(303)
    expect(await (await page.get(own)).text()).toContain('Lies de Boer')
    expect((await page.post(`${own}/contact`, { firstName: '', name: '', language: 'nl' })).status).toBe(422)
    expect((await page.get(`/leden/${stranger}`)).status).toBe(404)
    expect((await page.post(`${own}/lidmaatschap`, { on: '2026-11-02' })).status).toBe(403)
  })
})
