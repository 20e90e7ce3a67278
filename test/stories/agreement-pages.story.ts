import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import type { MemberId, OrganisationId, PersonId } from '#rooms/access'
import { admitToTrial, beginFile, changeBenefit } from '#rooms/members'
import { newFor, tellingMails } from '../messages.ts'
import { as, browser, found, itIs, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let bloesem: OrganisationId
let wilgendam: OrganisationId
let elders: OrganisationId
let board: PersonId
let coach: PersonId
let adviser: PersonId
let stranger: PersonId
let ans: MemberId

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-01-05')
  bloesem = await found(world, 'cooperative', 'De Bloesem')
  wilgendam = await found(world, 'municipality', 'Gemeente Wilgendam')
  elders = await found(world, 'cooperative', 'De Andere')
  board = await somebody(world, bloesem, 'board', 'Joke')
  coach = await somebody(world, bloesem, 'coach', 'Samira')
  adviser = await somebody(world, wilgendam, 'policyAdviser', 'Fred')
  stranger = await somebody(world, elders, 'board', 'Piet')
  ans = await member('Ans')
})

const asCoach = () => ({ person: coach, organisation: bloesem, role: 'coach' as const })

describe('on screen', () => {
  test('three equal parts are written as parts, and divide to the cent', async () => {
    itIs(world, '2026-09-01')
    const office = await signedIn(board)
    const address = (await office.post('/afspraken', { begin: 'resultaat-60-15-25' })).headers.get('location') ?? ''
    const fields = async () => fieldsOf(await (await office.get(address)).text())
    expect((await office.post(address, { ...(await fields()), 'a4-unit': 'parts' })).status).toBe(303)
    expect(await fields()).toMatchObject({ 'a4-unit': 'parts', 'a4-whole': '3', 'a4-weight0': '1', 'a4-weight1': '1', 'a4-weight2': '1' })
    const page = await (await office.post(`${address}/voorbeeld`, { ...(await fields()), turnover: '100,00', costs: '0' })).text()
    for (const words of ['1 van de 3 delen', '33,34', '33,33']) expect(page).toContain(words)
    expect((await office.post(address, { ...(await fields()), 'a4-unit': 'percent' })).status).toBe(303)
    expect(await fields()).toMatchObject({ 'a4-unit': 'percent', 'a4-weight0': '33,34', 'a4-weight1': '33,33', 'a4-weight2': '33,33' })
  })

  test('the board writes a version, sees what it does, and puts it to a member, who reads and signs it', async () => {
    itIs(world, '2026-09-01')
    const elsa = await member('Elsa', null, 'elsa@voorbeeld.nl')
    const office = await signedIn(board)
    const templates = await (await office.get('/afspraken/nieuw')).text()
    expect(templates).toContain('De Blauwe Paraplu')
    const created = await office.post('/afspraken', { begin: 'resultaat-60-15-25' })
    const address = created.headers.get('location') ?? ''
    expect([created.status, address]).toEqual([303, expect.stringMatching(/^\/afspraken\/[0-9a-f-]{36}$/)])
    const fields = { ...fieldsOf(await (await office.get(address)).text()), turnover: '1.000,00', costs: '100' }
    const computed = await office.post(`${address}/voorbeeld`, { ...fields, 'a4-weight0': '70' })
    expect([computed.status, await computed.text()]).toEqual([200, expect.stringContaining('Stap 1 verdeelt meer dan er over is: 110% van het resultaat')])
    const again = await (await office.post(`${address}/voorbeeld`, { ...fields, 'a4-weight0': '50', 'a4-weight2': '35' })).text()
    expect(again).toContain('315,00')
    expect(fieldsOf(await (await office.get(address)).text())['a4-weight0']).toBe('60')
    const wrong = await office.post(address, { ...fields, 'a4-weight0': 'veel' })
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('Dit is geen percentage')])
    expect((await office.post(address, { ...fields, 'a4-weight0': '50', 'a4-weight2': '35', act: 'remove:6' })).status).toBe(303)
    const saved = await (await office.get(address)).text()
    expect(fieldsOf(saved)).toMatchObject({ 'a4-weight0': '50', 'a4-weight2': '35' })
    expect(saved).not.toContain('>7. Centen')
    const nobody = await office.post(`${address}/voorlegging`)
    expect(nobody.status).toBe(422)
    expect(await nobody.text()).toMatch(/Er is niemand gekozen\.[\s\S]*name="nobody"/)
    expect((await office.post(`${address}/voorlegging`, { members: [elsa] })).status).toBe(303)
    expect(await (await office.get(address)).text()).toContain('De versie is voorgelegd.')
    expect((await office.post(`${address}/leden`)).status).toBe(422)
    const proposed = await (await office.get(address)).text()
    expect(proposed).toContain('Elsa')
    expect((await office.post(`${address}/handtekeningen`, { hash: hashIn(await (await office.get(`${address}/tekenen`)).text()), read: 'ja' })).status).toBe(
      303,
    )

    await world.runJobs()
    expect(await newFor(world, elsa)).toEqual(['memberAgreement'])
    expect((await tellingMails(world, 'elsa@voorbeeld.nl')).map(({ subject }) => subject)).toEqual(['Er staat een bericht voor je klaar'])

    const phone = await signedIn(elsa)
    expect(await (await phone.get('/afspraken')).text()).toContain('Lees en teken nieuwe afspraken')
    const reading = await (await phone.get(`${address}/tekenen`)).text()
    expect(reading).toContain('50% van het resultaat gaat naar het budget voor het eigen bedrijf van het lid.')
    const untick = await phone.post(`${address}/handtekeningen`, { hash: hashIn(reading) })
    expect([untick.status, await untick.text()]).toEqual([422, expect.stringContaining('Je hebt nog niet gezegd dat je het gelezen hebt.')])
    expect((await phone.post(`${address}/handtekeningen`, { hash: hashIn(reading), read: 'ja' })).status).toBe(303)
    const own = await (await phone.get(address)).text()
    expect(own).toContain('1 september 2026')
    expect(own).not.toContain('Ook voorleggen aan')
    itIs(world, '2026-10-01')
    expect(await (await phone.get('/afspraken')).text()).toContain('Dit geldt voor jou')

    const neighbour = await signedIn(ans)
    expect((await neighbour.get(address)).status).toBe(404)
    expect((await neighbour.get(`${address}/tekenen`)).status).toBe(404)
    expect((await neighbour.get('/afspraken/nieuw')).status).toBe(403)
    expect((await (await signedIn(stranger)).get(address)).status).toBe(404)
  })

  test('a version put to nobody is fixed only after somebody said so', async () => {
    itIs(world, '2026-09-01')
    const office = await signedIn(board)
    const address = (await office.post('/afspraken', { begin: 'resultaat-60-15-25' })).headers.get('location') ?? ''
    expect((await office.post(`${address}/voorlegging`, { nobody: 'ja' })).status).toBe(303)
    expect(await (await office.get(address)).text()).toContain('Hij is nog aan niemand voorgelegd.')
  })

  test('the municipality reads and signs its agreement, and nothing of members', async () => {
    itIs(world, '2026-10-02')
    const office = await signedIn(board)
    const form = { municipality: wilgendam, from: '2026-11-01', loss: 'carried', 'b0-receiver': 'municipality', 'b0-kind': 'atLeast', 'b0-base': 'result' }
    const rest = { 'b1-kind': 'atMost', 'b1-base': 'result', 'b2-kind': 'atMost', 'b2-base': 'result' }
    const refused = await office.post('/afspraken/gemeenten', { ...form, ...rest })
    expect(refused.status).toBe(422)
    const made = await office.post('/afspraken/gemeenten', { ...form, ...rest, 'b0-share': '5', 'b0-over': '100' })
    const address = made.headers.get('location') ?? ''
    expect(made.status).toBe(303)
    const town = await signedIn(adviser)
    const page = await (await town.get(address)).text()
    expect(page).toContain('minstens 5% van het resultaat per maand, gerekend over het deel boven')
    expect(page).not.toContain('Leden van wie de afspraak')
    expect((await town.post(`${address}/handtekeningen`, { hash: hashIn(page), read: 'ja' })).status).toBe(303)
    expect(await (await town.get('/afspraken')).text()).toContain('Gemeente Wilgendam')
    const signed = await (await office.get(address)).text()
    expect(signed).toContain('Fred, op 2 oktober 2026')
    // A new version begins from the old one, with a fourth bound that counts wholly once it is passed.
    const again = /href="(\/afspraken\/gemeenten\/nieuw\?van=[^"]+)"/.exec(signed)?.[1] ?? ''
    const fields = fieldsOf(await (await office.get(again)).text())
    expect([fields['b0-receiver'], fields['b0-share'], fields['b0-over'], fields.loss]).toEqual(['municipality', '5', '100,00', 'carried'])
    const gate = { 'b3-receiver': 'cooperative', 'b3-kind': 'atMost', 'b3-base': 'result', 'b3-share': '30', 'b3-over': '200', 'b3-threshold': 'gate' }
    const next = await office.post('/afspraken/gemeenten', { ...fields, ...gate, municipality: wilgendam, from: '2026-12-01' })
    expect([next.status, /role="alert"[\s\S]{0,600}/.exec(await next.clone().text())?.[0]]).toEqual([303, undefined])
    const second = await (await town.get(next.headers.get('location') ?? '')).text()
    expect(second).toContain('minstens 5% van het resultaat per maand, gerekend over het deel boven')
    expect(second).toMatch(/hoogstens 30%[^<]*€.?200/)
    expect((await town.get(again)).status).toBe(403)
  })
})

async function member(name: string, municipality: OrganisationId | null = wilgendam, email: string | null = null): Promise<MemberId> {
  const person = { firstName: name, name, email, phone: null, street: null, postCode: null, city: null, language: 'nl' as const }
  const id = await as(world, asCoach(), 'application.take', (tx, permit) => beginFile(tx, permit, { ...person, stage: 'applied', on: permit.today, coach }))
  await as(world, asCoach(), 'member.trial', (tx, permit) => admitToTrial(tx, permit, id, permit.today, day('2026-12-31')))
  if (municipality)
    await as(world, asCoach(), 'benefit.change', (tx, permit) =>
      changeBenefit(tx, permit, id, { source: 'participatiewetOwn', municipality, from: day('2026-01-01') }),
    )
  return id
}

async function signedIn(person: PersonId) {
  const found = browser(world)
  await found.post(`/demo/als/${person}`)
  return found
}

function hashIn(page: string): string {
  return /name="hash" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? ''
}

/** The fields of a page as a browser would send them: chosen options, ticked boxes, typed text. */
function fieldsOf(page: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {}
  const add = (name: string, value: string) => {
    const known = fields[name]
    fields[name] = known === undefined ? value : [known, value].flat()
  }
  const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  for (const [tag] of page.matchAll(/<input [^>]*>/g)) {
    const name = attribute(tag, 'name')
    const type = attribute(tag, 'type') ?? 'text'
    if (!name || name.startsWith('_') || name === 'members' || (['checkbox', 'radio'].includes(type) && !/ checked/.test(tag))) continue
    add(name, attribute(tag, 'value') ?? '')
  }
  for (const [whole, tag = ''] of page.matchAll(/(<select [^>]*>).*?<\/select>/gs)) {
    const chosen = [...whole.matchAll(/<option [^>]*>/g)].map(([option]) => option)
    add(attribute(tag, 'name') ?? '', attribute(chosen.find((option) => / selected/.test(option)) ?? chosen[0] ?? '', 'value') ?? '')
  }
  return fields
}
