import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { newId } from '#kit/ids.ts'
import { outbox } from '#kit/mail.ts'
import { asSystem, invite, type OrganisationId, type PersonId } from '#rooms/access'
import { forgetApplications } from '#rooms/members'
import { registerCooperative, settingsFrom } from '#rooms/organisations'
import { tellingMails } from '../messages.ts'
import { type Browser, browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let bloesem: OrganisationId
let coach: PersonId

let board: PersonId

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-01-05')
  bloesem = await found(world, 'cooperative', 'De Berk')
  coach = await somebody(world, bloesem, 'coach', 'Samira')
  board = await somebody(world, bloesem, 'board', 'Ans')
  await asSystem(world.world, bloesem, 'organisation.edit', (tx, permit) =>
    registerCooperative(tx, permit, {
      legalName: 'Coöperatie De Berk U.A.',
      tradeName: 'De Berk',
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

describe('an application on a phone', () => {
  async function begun(visitor = browser(world)) {
    const answer = await visitor.post('/aanmelden', { cooperative: bloesem })
    expect(answer.status).toBe(303)
    return { visitor, address: (answer.headers.get('location') ?? '').replace(/\/naam$/, '') }
  }

  test('begins at the cooperative that somebody chose or came from, and chooses none for anybody', async () => {
    const visitor = browser(world)
    const chosenIn = (html: string) => /<(?:option|input)[^>]*value="([0-9a-f-]{36})"[^>]* (?:selected|checked)/.exec(html)?.[1]
    expect(chosenIn(await (await visitor.get('/aanmelden')).text())).toBeUndefined()
    expect(chosenIn(await (await visitor.get(`/aanmelden?bij=${bloesem}`)).text())).toBe(bloesem)
    const none = await visitor.post('/aanmelden', { cooperative: '' })
    expect(none.status).toBe(422)
    expect(await none.text()).toContain('Kies een van de mogelijkheden')
  })

  test('five questions without an account, one not known, lands on the coach’s list and becomes a file', async () => {
    itIs(world, '2026-10-01')
    const { visitor, address } = await begun()
    expect((await visitor.post(`${address}/naam`, { firstName: 'Jan' })).headers.get('location')).toBe(`${address}/bereik`)
    await visitor.post(`${address}/bereik`, { reach: 'jan@voorbeeld.test' })
    expect((await visitor.post(`${address}/idee`, { unsure: 'ja' })).headers.get('location')).toBe(`${address}/uitkering`)
    await visitor.post(`${address}/uitkering`, { benefit: 'uwv' })
    await visitor.post(`${address}/hulp`, { help: ['plan', 'language'], note: '' })
    const whole = await (await visitor.get(`${address}/klaar`)).text()
    expect(whole).toContain('jan@voorbeeld.test')
    expect(whole).toContain('Weet ik niet')
    expect((await visitor.post(`${address}/klaar`)).status).toBe(303)
    expect((await visitor.post(`${address}/naam`, { firstName: 'Piet' })).status).toBe(409)

    const desk = await signedIn(world, coach)
    const row = /href="(\/aanmeldingen\/[^"]+)">Jan</.exec(await (await desk.get('/aanmeldingen')).text())?.[1] ?? ''
    expect(await (await desk.get(row)).text()).toContain('Wat wil je maken of doen?')
    const taken = await desk.post(row, { name: 'Jan Voorbeeld', email: 'jan@voorbeeld.test' })
    expect(taken.status).toBe(303)
    const file = await (await desk.get(taken.headers.get('location') ?? '')).text()
    expect(file).toContain('Uitkering van het UWV')
    expect(await (await desk.get('/aanmeldingen')).text()).not.toContain('>Jan<')
    expect((await desk.post(row, { name: 'Jan Voorbeeld' })).status).toBe(409)
  })

  test('cannot be sent without a way to answer, nor hold a BSN', async () => {
    const { visitor, address } = await begun()
    await visitor.post(`${address}/naam`, { firstName: 'Kees' })
    const unanswered = await visitor.post(`${address}/klaar`)
    expect(unanswered.status).toBe(422)
    expect(await unanswered.text()).toContain(`action="${address}/bereik"`)
    const refused = await visitor.post(`${address}/idee`, { idea: 'Mijn nummer is 123456782' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('burgerservicenummer')
  })

  test('the same start sent twice begins one, and another’s token opens nothing', async () => {
    const visitor = browser(world)
    const key = newId()
    const twice = [await visitor.post('/aanmelden', { cooperative: bloesem }, key), await visitor.post('/aanmelden', { cooperative: bloesem }, key)]
    expect(new Set(twice.map((answer) => answer.headers.get('location'))).size).toBe(1)
    const token = (twice[0]?.headers.get('location') ?? '').split('/')[2] ?? ''
    expect((await visitor.get(`/aanmelden/${token.slice(0, -2)}AA/naam`)).status).toBe(404)
    expect((await visitor.get('/aanmelden/onzin/naam')).status).toBe(404)
  })

  async function sent(reach: string) {
    const { visitor, address } = await begun()
    await visitor.post(`${address}/naam`, { firstName: 'Toos' })
    await visitor.post(`${address}/bereik`, { reach })
    await visitor.post(`${address}/klaar`)
    return { visitor, address }
  }
  const rowOf = async (desk: Browser) => /href="(\/aanmeldingen\/[^"]+)">Toos</.exec(await (await desk.get('/aanmeldingen')).text())?.[1] ?? ''
  const mails = () => asSystem(world.world, bloesem, 'application.tell', (tx) => outbox(tx, 50))

  test('is answered and stays open, is declined with a mail and closes, and is gone after thirty days', async () => {
    itIs(world, '2026-10-01')
    const { visitor, address } = await sent('Toos@Voorbeeld.test of 0612345678')
    const desk = await signedIn(world, coach)
    const row = await rowOf(desk)
    expect((await desk.post(`${row}/antwoord`, { words: 'Bel ons even.', outcome: 'answered' })).status).toBe(303)
    const told = (words: string) => expect.objectContaining({ to: 'toos@voorbeeld.test', text: expect.stringContaining(words) })
    expect(await mails()).toContainEqual(told('Bel ons even.'))
    expect(await rowOf(desk)).toBe(row)
    expect((await desk.post(`${row}/antwoord`, { words: 'Nummer 123456782', outcome: 'declined' })).status).toBe(422)
    expect((await desk.post(`${row}/antwoord`, { words: 'We zitten vol. Probeer De Iep.', outcome: 'declined' })).status).toBe(303)
    expect(await mails()).toContainEqual(told('We zitten vol. Probeer De Iep.'))
    expect(await rowOf(desk)).toBe('')
    expect((await desk.post(row, { name: 'Toos' })).status).toBe(409)
    const forget = () => asSystem(world.world, bloesem, 'application.write', forgetApplications)
    itIs(world, '2026-10-30')
    await forget()
    expect((await visitor.get(`${address}/naam`)).status).toBe(200)
    itIs(world, '2026-11-01')
    await forget()
    expect((await visitor.get(`${address}/naam`)).status).toBe(404)
  })

  test('of somebody with a phone only is closed without a mail, and is not answered into nothing', async () => {
    itIs(world, '2026-10-02')
    await sent('0612345678')
    const desk = await signedIn(world, board)
    const row = await rowOf(desk)
    const before = await mails()
    expect((await desk.post(`${row}/antwoord`, { words: 'Bel ons even.', outcome: 'answered' })).status).toBe(422)
    expect((await desk.post(`${row}/antwoord`, { words: 'We belden.', outcome: 'declined' })).status).toBe(303)
    expect(await mails()).toEqual(before)
  })

  test('tells the coaches by mail that it arrived, without a word about who', async () => {
    itIs(world, '2026-10-03')
    const mail = { name: 'Kim Kok', email: 'kim@berk.example', role: 'coach', until: day('2027-10-01') }
    await asSystem(world.world, bloesem, 'person.invite', (tx, permit) => invite(tx, permit, mail, 'http://localhost'))
    await sent('toos@voorbeeld.test')
    await world.runJobs()
    const told = await tellingMails(world, 'kim@berk.example')
    expect(told).toHaveLength(1)
    expect(told[0]?.text).not.toContain('Toos')
    expect(await (await (await signedIn(world, coach)).get('/berichten')).text()).toContain('Iemand meldde zich aan.')
  })

  test('what was not sent is gone after fourteen days', async () => {
    itIs(world, '2026-10-01')
    const { visitor, address } = await begun()
    const forget = () => asSystem(world.world, bloesem, 'application.write', forgetApplications)
    itIs(world, '2026-10-15')
    await forget()
    expect((await visitor.get(`${address}/naam`)).status).toBe(200)
    itIs(world, '2026-10-16')
    await forget()
    expect((await visitor.get(`${address}/naam`)).status).toBe(404)
  })
})
