import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { newId } from '#kit/ids.ts'
import { asSystem, endRole, type PersonId } from '#rooms/access'
import { requestLines, takeBack, takeCase } from '#rooms/consent'
import {
  asMember,
  asOfficer,
  beginCast,
  coach,
  granted,
  officer,
  prepared,
  send,
  stranger,
  take,
  trade,
  trialMember,
  wilgendam,
  world,
} from '../consent-cast.ts'
import { lettersLeave, sign, tenMinutesLater } from '../letters.ts'
import { as, type Browser, itIs, signedIn, somebody } from '../world.ts'

let colleague: PersonId
let adviser: PersonId
beforeAll(async () => {
  await beginCast()
  colleague = await somebody(world, wilgendam, 'caseManager', 'Bregje')
  adviser = await somebody(world, wilgendam, 'policyAdviser', 'Paul')
})

const refusal = (on: string) => ({ outcome: 'refused', on, reason: 'Het plan is nog niet rond.' })
const read = async (page: Browser, path: string) => {
  const answer = await page.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}

async function waiting(name: string) {
  itIs(world, '2026-09-07')
  const member = await trialMember(name)
  const id = await prepared(member)
  await send(member, id)
  await take(id)
  itIs(world, '2026-10-05')
  return { member, id, address: `/toestemmingen/${id}`, own: await signedIn(world, member), desk: await signedIn(world, officer) }
}

const kinds = async (member: PersonId) => {
  const lines = await as(world, asOfficer(), 'consent.read', (tx, permit) => requestLines(tx, permit, member))
  return lines.flatMap(({ request }) => request.events.map(({ kind }) => kind))
}

describe('a decision before it leaves', () => {
  test('what the decision refuses is refused at once, with what was typed; nothing is ready then', async () => {
    const { address, desk } = await waiting('Anna')
    const wrong = await desk.post(`${address}/besluit`, { ...refusal('2026-09-06'), reason: 'Het plan rust op één klant.' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Het plan rust op één klant.')
    expect((await desk.get(`${address}/voorbeeld`)).status).toBe(404)
    expect((await sign(desk, address)).status).toBe(404)
  })

  test('the letter is shown as it will go; until ten minutes after signing nobody else sees anything, and then it is recorded once', async () => {
    const { member, address, own, desk } = await waiting('Bas')
    const made = await desk.post(`${address}/besluit`, refusal('2026-10-05'))
    expect([made.status, made.headers.get('location')]).toEqual([303, `${address}/voorbeeld`])
    const preview = await read(desk, `${address}/voorbeeld`)
    for (const said of ['Dat mag niet.', 'Het plan is nog niet rond.', 'tot en met 16 november 2026', 'Onderteken en verstuur']) expect(preview).toContain(said)
    const key = newId()
    const [first, second] = [await desk.post(`${address}/voorbeeld/handtekening`, {}, key), await desk.post(`${address}/voorbeeld/handtekening`, {}, key)]
    expect([first.status, second.status, second.headers.get('location')]).toEqual([303, 303, `${address}/voorbeeld`])
    expect(await read(desk, `${address}/voorbeeld`)).toContain('Gaat weg om 09:10')
    expect(await read(desk, '/klantmanager')).toContain('ondertekend, gaat zo weg')
    world.clock.set(world.clock.now().add({ minutes: 9 }))
    await lettersLeave(world, wilgendam)
    expect(await kinds(member)).toEqual(['sent'])
    expect(await read(own, address)).toContain('Wacht op besluit')
    expect(await read(own, `${address}/brief`)).toContain('Er is hier geen brief.')
    world.clock.set(world.clock.now().add({ minutes: 1, seconds: 1 }))
    await Promise.all([lettersLeave(world, wilgendam), lettersLeave(world, wilgendam)])
    await lettersLeave(world, wilgendam)
    expect(await kinds(member)).toEqual(['sent', 'refused'])
    expect(await read(own, `${address}/brief`)).toContain('Het plan is nog niet rond.')
    expect(await read(desk, '/klantmanager')).not.toContain('ondertekend, gaat zo weg')
    expect((await desk.get(`${address}/voorbeeld`)).status).toBe(404)
  })

  test('held in time it never was: it can be changed with everything that was typed, and then it goes', async () => {
    const { member, address, desk } = await waiting('Cas')
    await desk.post(`${address}/besluit`, refusal('2026-10-05'))
    await sign(desk, address)
    const second = await desk.post(`${address}/besluit`, refusal('2026-10-05'))
    expect([second.status, await second.text()]).toEqual([409, expect.stringContaining('Deze brief is ondertekend en gaat zo weg.')])
    expect((await desk.post(`${address}/voorbeeld/tegenhouden`)).status).toBe(303)
    await tenMinutesLater(world, wilgendam)
    expect(await kinds(member)).toEqual(['sent'])
    expect(await read(desk, `${address}/besluit`)).toContain('Het plan is nog niet rond.')
    const other = await desk.post(`${address}/vraag`, { question: 'Waar staat de kraam?' })
    expect([other.status, await other.text()]).toEqual([409, expect.stringContaining('ligt al een andere brief klaar')])
    expect((await desk.post(`${address}/besluit`, { ...refusal('2026-10-05'), reason: 'Er is nog geen begroting.' })).status).toBe(303)
    expect(await read(desk, `${address}/voorbeeld`)).not.toContain('Het plan is nog niet rond.')
    await sign(desk, address)
    await tenMinutesLater(world, wilgendam)
    expect(await kinds(member)).toEqual(['sent', 'refused'])
  })

  test('thrown away it makes room for another letter', async () => {
    const { member, address, desk } = await waiting('Dora')
    await desk.post(`${address}/besluit`, refusal('2026-10-05'))
    const thrown = await desk.post(`${address}/voorbeeld/weg`)
    expect([thrown.status, thrown.headers.get('location')]).toEqual([303, address])
    expect((await desk.post(`${address}/vraag`, { question: 'Waar staat de kraam?', answerBefore: '2026-10-19' })).status).toBe(303)
    expect(await read(desk, `${address}/voorbeeld`)).toContain('uiterlijk op 19 oktober 2026')
    await sign(desk, address)
    await tenMinutesLater(world, wilgendam)
    expect(await kinds(member)).toEqual(['sent', 'moreAsked'])
  })

  test('what is not allowed any more when its time comes is told to the desk, and recorded nowhere', async () => {
    const { member, id, address, desk } = await waiting('Evi')
    await desk.post(`${address}/besluit`, refusal('2026-10-05'))
    await sign(desk, address)
    await as(world, asMember(member), 'consent.takeBack', (tx, permit) => takeBack(tx, permit, id))
    await tenMinutesLater(world, wilgendam)
    expect(await kinds(member)).toEqual(['sent', 'requestWithdrawn'])
    expect(await read(desk, '/klantmanager')).toContain('kon niet weg: kijk waarom')
    const told = await read(desk, `${address}/voorbeeld`)
    expect(told).toContain('De brief kon niet weg')
    expect(told).toContain('Over deze aanvraag is al besloten.')
    expect((await sign(desk, address)).status).toBe(409)
    expect((await desk.post(`${address}/voorbeeld/weg`)).status).toBe(303)
  })

  test('a letter that another day makes different is read once more before it is signed, and does not leave unread', async () => {
    const { member, id } = await granted('Fien')
    itIs(world, '2027-01-25')
    const desk = await signedIn(world, officer)
    const address = `/toestemmingen/${id}`
    const change = { from: '2027-02-01', reason: 'Kees verhuist naar elders.', heard: 'Gebeld op 20 januari.' }
    expect((await desk.post(`${address}/schorsing`, change)).status).toBe(303)
    itIs(world, '2027-01-26')
    const renewed = await sign(desk, address)
    expect(renewed.headers.get('location')).toBe(`${address}/voorbeeld?opnieuw=ja`)
    const again = await read(desk, `${address}/voorbeeld`)
    expect(again).toContain('De brief is opnieuw gemaakt')
    expect(again).toContain('26 januari 2027')
    // Signed just before midnight, with a program that stood still until the next day.
    world.clock.set(world.clock.now().add({ hours: 14, minutes: 45 }))
    await sign(desk, address)
    await tenMinutesLater(world, wilgendam)
    expect(await kinds(member)).toContain('suspended')
    expect(await trade(member, '2027-02-01')).toMatchObject({ allowed: false, why: 'suspended' })
    itIs(world, '2027-02-03')
    await desk.post(`${address}/hervatting`, { from: '2027-02-10' })
    await sign(desk, address)
    itIs(world, '2027-02-04')
    await lettersLeave(world, wilgendam)
    expect(await kinds(member)).not.toContain('resumed')
    expect(await read(desk, `${address}/voorbeeld`)).toContain('De brief is anders geworden nadat hij was ondertekend.')
  })

  test('a decision carries the day on which it is signed, and so does the last day to object', async () => {
    itIs(world, '2026-09-07')
    const member = await trialMember('Dagmar')
    const id = await prepared(member)
    await send(member, id)
    await take(id)
    const desk = await signedIn(world, officer)
    const address = `/toestemmingen/${id}`
    itIs(world, '2026-10-05')
    expect((await desk.post(`${address}/besluit`, { outcome: 'refused', on: '2026-10-05', reason: 'Het plan is nog niet rond.' })).status).toBe(303)
    expect(await read(desk, `${address}/voorbeeld`)).toContain('16 november 2026')
    itIs(world, '2026-10-06')
    expect((await sign(desk, address)).headers.get('location')).toBe(`${address}/voorbeeld?opnieuw=ja`)
    const again = await read(desk, `${address}/voorbeeld`)
    expect(again).toContain('6 oktober 2026')
    expect(again).toContain('17 november 2026')
    await sign(desk, address)
    await tenMinutesLater(world, wilgendam)
    expect(await kinds(member)).toContain('refused')
    expect(await read(desk, address)).toContain('Weigering van 6 oktober 2026')
  })

  test('nothing leaves for somebody who is no case manager here any more', async () => {
    itIs(world, '2026-09-07')
    const loes = await somebody(world, wilgendam, 'caseManager', 'Loes')
    const member = await trialMember('Gijs')
    const id = await prepared(member)
    await send(member, id)
    await as(world, { ...asOfficer(), person: loes }, 'consent.take', (tx, permit) => takeCase(tx, permit, id))
    itIs(world, '2026-10-05')
    const [desk, address] = [await signedIn(world, loes), `/toestemmingen/${id}`]
    await desk.post(`${address}/besluit`, refusal('2026-10-05'))
    await sign(desk, address)
    await asSystem(world.world, wilgendam, 'person.invite', (tx, permit) => endRole(tx, permit, loes, 'caseManager', day('2026-10-04')))
    await tenMinutesLater(world, wilgendam)
    const lines = await as(world, asMember(member), 'consent.read', (tx, permit) => requestLines(tx, permit))
    expect(lines[0]?.request.events.map(({ kind }) => kind)).toEqual(['sent'])
  })

  test('another town, another case and everybody at the cooperative find nothing', async () => {
    const { address, own, desk } = await waiting('Hein')
    await desk.post(`${address}/besluit`, refusal('2026-10-05'))
    const helper = await signedIn(world, coach)
    expect([(await own.get(`${address}/voorbeeld`)).status, (await helper.get(`${address}/voorbeeld`)).status]).toEqual([403, 403])
    for (const person of [stranger, colleague]) {
      const other = await signedIn(world, person)
      expect((await other.get(`${address}/voorbeeld`)).status).toBe(404)
      expect((await sign(other, address)).status).toBe(404)
      expect((await other.post(`${address}/voorbeeld/weg`)).status).toBe(404)
    }
    expect(await read(own, address)).not.toContain('Er ligt een brief klaar')
    await desk.post(`${address}/voorbeeld/weg`)
  })
})

describe('four eyes', () => {
  test('where the town asks them a colleague reads along, nobody approves the own letter, and what is sent back can be changed', async () => {
    const { member, address, desk } = await waiting('Iris')
    const paul = await signedIn(world, adviser)
    const rules = { from: '2026-10-05', backdateDays: '0', fourEyes: 'on', signedAs: 'teamleider Werk', mandate: 'Mandaatregister 2026, nr. 12' }
    expect((await paul.post('/eigen-regels', rules)).status).toBe(303)
    await desk.post(`${address}/besluit`, refusal('2026-10-05'))
    expect(await read(desk, `${address}/voorbeeld`)).toContain('Leg voor aan een collega')
    expect((await sign(desk, address)).status).toBe(409)
    const other = await signedIn(world, colleague)
    expect((await other.post(`${address}/voorbeeld/akkoord`)).status).toBe(409)
    expect((await desk.post(`${address}/voorbeeld/collega`)).status).toBe(303)
    expect(await read(other, '/klantmanager')).toContain('een collega vraagt je mee te lezen')
    expect(await read(desk, '/klantmanager')).toContain('wacht op een collega')
    expect((await desk.post(`${address}/voorbeeld/akkoord`)).status).toBe(409)
    expect((await (await signedIn(world, stranger)).post(`${address}/voorbeeld/akkoord`)).status).toBe(404)
    expect(await read(other, `${address}/voorbeeld`)).toContain('Kijk mee met deze brief aan Iris')
    const silent = await other.post(`${address}/voorbeeld/terug`, { words: '' })
    expect(silent.status).toBe(422)
    expect((await other.post(`${address}/voorbeeld/terug`, { words: 'Noem ook de begroting.' })).status).toBe(303)
    expect(await read(desk, `${address}/voorbeeld`)).toContain('Bregje schreef: Noem ook de begroting.')
    expect((await other.get(`${address}/voorbeeld`)).status).toBe(404)
    await desk.post(`${address}/besluit`, { ...refusal('2026-10-05'), reason: 'Er is nog geen begroting.' })
    await desk.post(`${address}/voorbeeld/collega`)
    expect((await other.post(`${address}/voorbeeld/akkoord`)).status).toBe(303)
    expect(await read(desk, `${address}/voorbeeld`)).toContain('Bregje gaf akkoord.')
    expect((await sign(desk, address)).status).toBe(303)
    await tenMinutesLater(world, wilgendam)
    expect(await kinds(member)).toEqual(['sent', 'refused'])
    expect((await paul.post('/eigen-regels', { ...rules, fourEyes: [] })).status).toBe(303)
  })
})
