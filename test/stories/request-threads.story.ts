import { beforeAll, describe, expect, test } from 'vitest'
import type { PersonId } from '#rooms/access'
import type { RequestId } from '#rooms/consent'
import { beginCast, coach, officer, prepared, send, stranger, take, trialMember, world } from '../consent-cast.ts'
import { browser, itIs, signedIn } from '../world.ts'

/** Questions about a request, of either side: answered without e-mail, on the request itself. */
let member: PersonId
let request: RequestId
const at = () => `/toestemmingen/${request}/vragen`
const DOT = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

beforeAll(async () => {
  await beginCast()
  member = await trialMember('Yara Vraagt')
  request = await prepared(member)
})

const page = async (who: PersonId, path = at()) => (await (await signedIn(world, who)).get(path)).text()
const threadIn = (html: string) => /vragen\/([0-9a-f-]{36})\/(?:antwoord|sluiting)/.exec(html)?.[1] ?? ''

describe('questions about a request', () => {
  test('cannot be asked before the request was sent', async () => {
    expect((await (await signedIn(world, member)).post(at(), { words: 'Hoe lang duurt het?' })).status).toBe(409)
  })

  test('the member asks, the case manager answers with evidence, and both read it; mail tells only that something is there', async () => {
    await send(member, request)
    await take(request)
    itIs(world, '2026-09-08')
    expect((await (await signedIn(world, member)).post(at(), { words: 'Mag ik alvast een kraam huren?' })).headers.get('location')).toBe(at())
    await world.runJobs()
    expect(await page(officer, '/berichten')).toContain('vraag of een antwoord bij een aanvraag')
    expect(await page(officer, '/klantmanager?toon=vragen')).toContain('Mag ik alvast een kraam huren?')
    const html = await page(officer)
    const thread = threadIn(html)
    expect(html).toContain('Mag ik alvast een kraam huren?')
    const desk = await signedIn(world, officer)
    const evidence = new File([DOT], 'kraam.png', { type: 'image/png' })
    await desk.post(`${at()}/${thread}/antwoord`, { words: 'Ja, als de huur per dag is.', evidence })
    expect((await desk.post(`${at()}/${thread}/antwoord`, { words: 'Nog eens' })).status).toBe(409)
    await world.runJobs()
    expect(await page(member)).toContain('Ja, als de huur per dag is.')
    const file = await (await signedIn(world, coach)).get(`${at()}/${thread}/bewijs`)
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect((await (await signedIn(world, stranger)).get(`${at()}/${thread}/bewijs`)).status).toBe(404)
    expect((await (await signedIn(world, stranger)).get(at())).status).toBe(404)
    expect((await browser(world).get(at())).status).toBe(303)
  })

  test('the case manager asks and needs no answer any more; nobody answers the own question, and no term of the decision moves', async () => {
    const before = /uiterlijk[^<]*/i.exec(await page(member, `/toestemmingen/${request}`))?.[0]
    const desk = await signedIn(world, officer)
    await desk.post(at(), { words: 'Op welke dagen wil je werken?' })
    const thread = threadIn(await page(member))
    expect(thread).not.toBe('')
    expect((await desk.post(`${at()}/${thread}/antwoord`, { words: 'Zelf' })).status).toBe(403)
    expect((await (await signedIn(world, member)).post(`${at()}/${thread}/sluiting`)).status).toBe(403)
    expect((await desk.post(`${at()}/${thread}/sluiting`)).headers.get('location')).toBe(at())
    expect((await (await signedIn(world, member)).post(`${at()}/${thread}/antwoord`, { words: 'Zaterdag' })).status).toBe(409)
    expect(/uiterlijk[^<]*/i.exec(await page(member, `/toestemmingen/${request}`))?.[0]).toBe(before)
  })

  test('refuses words with a BSN and keeps what was typed', async () => {
    const answer = await (await signedIn(world, member)).post(at(), { words: 'Mijn nummer is 123456782.' })
    expect([answer.status, (await answer.text()).includes('Mijn nummer is 123456782.')]).toEqual([422, true])
  })
})
