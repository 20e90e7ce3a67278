import { beforeAll, expect, test } from 'vitest'
import type { PersonId } from '#rooms/access'
import { requestLines, setTownRules, USUAL_TOWN_RULES } from '#rooms/consent'
import { asOfficer, beginCast, officer, prepared, send, stranger, take, trialMember, wilgendam, world } from '../consent-cast.ts'
import { sign, tenMinutesLater, writes } from '../letters.ts'
import { newFor } from '../messages.ts'
import { as, type Browser, itIs, signedIn, somebody } from '../world.ts'

beforeAll(async () => {
  await beginCast()
  const adviser = await somebody(world, wilgendam, 'policyAdviser', 'Paul')
  await as(world, { person: adviser, organisation: wilgendam, role: 'policyAdviser' }, 'townRules.set', (tx, permit) =>
    setTownRules(tx, permit, { ...USUAL_TOWN_RULES, electronic: ['decision'] }, permit.today),
  )
})

const refusal = { outcome: 'refused', on: '2026-10-05', reason: 'Het plan is nog niet rond.' }
const text = async (page: Browser, path: string) => {
  const answer = await page.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}
const notified = async (member: PersonId) => {
  const [line] = await as(world, asOfficer(), 'consent.read', (tx, permit) => requestLines(tx, permit, member))
  return line?.request.events.at(-1)?.notified
}

async function waiting(name: string) {
  itIs(world, '2026-09-07')
  const member = await trialMember(name)
  const id = await prepared(member)
  await send(member, id)
  await take(id)
  itIs(world, '2026-10-05')
  return { member, address: `/toestemmingen/${id}`, own: await signedIn(world, member), desk: await signedIn(world, officer) }
}

test('whoever chose mail has the letter in Opbloei, notified on the day on which it leaves, and a message that something was written', async () => {
  const { member, address, own, desk } = await waiting('Anna')
  expect((await own.post(`${address}/post`, { way: 'mail' })).status).toBe(303)
  await desk.post(`${address}/besluit`, refusal)
  const preview = await text(desk, `${address}/voorbeeld`)
  expect(preview).toContain('De brief komt in Opbloei te staan. Anna koos op 5 oktober 2026 voor mail')
  expect(preview).not.toContain('De brief gaat per post.')
  await sign(desk, address)
  expect(await notified(member), 'nothing is notified while the letter can be held').toBeUndefined()
  await tenMinutesLater(world, wilgendam)
  expect(await notified(member)).toEqual({ way: 'portal', on: '2026-10-05' })
  await world.runJobs()
  // Its sentence is fixed: it says that something was written, and never what.
  expect(await newFor(world, member)).toContain('consentAnswered')
  expect(await text(desk, address)).not.toContain('Nog te posten')
  expect(await text(own, `${address}/brief`)).toContain('Het plan is nog niet rond.')
  expect(await text(own, address)).toContain('16 november 2026')
})

test('without that choice it is post: the desk asks the day, once, and the term to object runs from it', async () => {
  const { member, address, own, desk } = await waiting('Bas')
  await desk.post(`${address}/besluit`, refusal)
  expect(await text(desk, `${address}/voorbeeld`)).toContain('De brief gaat per post.')
  await sign(desk, address)
  await tenMinutesLater(world, wilgendam)
  expect(await notified(member)).toEqual({ way: 'post', on: null })
  const asked = await text(desk, address)
  expect(asked).toContain('Nog te posten')
  expect(await text(own, address), 'only the desk posts letters').not.toContain('Op welke dag ging de brief op de post?')
  const letter = /name="letter" value="([^"]+)"/.exec(asked)?.[1] ?? expect.fail('the desk does not ask')
  const pdf = await desk.get(`${address}/brief/pdf`)
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  itIs(world, '2026-10-08')
  const post = (on: string, who: Browser = desk) => who.post(`${address}/gepost`, { letter, on })
  for (const [on, why] of [
    ['2026-10-04', 'De brief is pas gemaakt op 5 oktober 2026.'],
    ['2026-10-09', 'Deze dag moet nog komen.'],
  ] as const) {
    const refused = await post(on)
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(why)])
  }
  expect((await post('2026-10-07', own)).status).toBe(403)
  expect((await post('2026-10-07', await signedIn(world, stranger))).status).toBe(404)
  expect(await notified(member)).toEqual({ way: 'post', on: null })
  expect((await post('2026-10-07')).status).toBe(303)
  expect(await notified(member)).toEqual({ way: 'post', on: '2026-10-07' })
  expect((await post('2026-10-08')).status, 'it was posted already').toBe(409)
  for (const page of [desk, own]) {
    const said = await text(page, address)
    expect(said).not.toContain('Nog te posten')
    expect(said, 'six weeks from the day after it was posted').toContain('18 november 2026')
  }
})

test('what was chosen counts on the day of sending, and only for what the town sends so', async () => {
  const { member, address, own, desk } = await waiting('Cas')
  await own.post(`${address}/post`, { way: 'mail' })
  expect((await writes(world, wilgendam, desk, `${address}/vraag`, { question: 'Waar staat de kraam?', answerBefore: '2026-10-19' })).status).toBe(303)
  expect(await notified(member), 'a question goes on paper in this town').toEqual({ way: 'post', on: null })
  await own.post(`${address}/antwoord`, { answer: 'Op het plein.' })
  await desk.post(`${address}/besluit`, refusal)
  await sign(desk, address)
  world.clock.set(world.clock.now().add({ minutes: 1 }))
  expect((await own.post(`${address}/post`, { way: 'post' })).status).toBe(303)
  await tenMinutesLater(world, wilgendam)
  expect(await notified(member)).toEqual({ way: 'post', on: null })
})

test('the desk lists what still lies there, with how long, and gives one day to many at once: all of them or none', async () => {
  const [first, second] = [await waiting('Dina'), await waiting('Emil')]
  for (const { address, desk } of [first, second]) expect((await writes(world, wilgendam, desk, `${address}/besluit`, refusal)).status).toBe(303)
  const { desk } = second
  itIs(world, '2026-10-09')
  const home = await text(desk, '/klantmanager')
  expect(home).toContain('/nog-te-posten')
  expect(home).toContain('5 oktober 2026 (4 dagen)')
  const codes = async () =>
    [...(await text(desk, '/nog-te-posten')).matchAll(/name="letters"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="letters"/g)].map(([, a, b]) => a ?? b ?? '')
  const both = (await codes()).filter((code) => [first, second].some(({ address }) => address.endsWith(code.slice(0, 36))))
  expect(both).toHaveLength(2)
  const post = (letters: readonly string[], on: string, who = desk) => who.post('/nog-te-posten', { letters, on })
  for (const [letters, on, why] of [
    [[], '2026-10-08', 'Je hebt geen brief aangevinkt'],
    [both, '2026-10-04', 'De brief is pas gemaakt op 5 oktober 2026.'],
    [both, '2026-10-10', 'Deze dag moet nog komen.'],
  ] as const) {
    const refused = await post(letters, on)
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(why)])
  }
  expect((await post(both, '2026-10-08', await signedIn(world, stranger))).status).toBe(404)
  expect((await post(both, '2026-10-08', first.own)).status).toBe(403)
  expect(await notified(first.member), 'nothing was written down by what was refused').toEqual({ way: 'post', on: null })
  expect((await post(both, '2026-10-08')).status).toBe(303)
  expect([await notified(first.member), await notified(second.member)]).toEqual([
    { way: 'post', on: '2026-10-08' },
    { way: 'post', on: '2026-10-08' },
  ])
  expect((await codes()).filter((code) => both.includes(code))).toEqual([])
  expect((await post(both, '2026-10-08')).status).toBe(409)
})
