import { inflateRawSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { month } from '#kit/day.ts'
import type { MemberId } from '#rooms/access'
import { draftStatement, releaseStatement, type StatementId } from '#rooms/settlement'
import { threadsOn } from '#rooms/threads'
import { signedAgreement, template } from '../trade.ts'
import { asCaseManager, asCoach, asMember, newMember, type Village, village, withConsent } from '../village.ts'
import { as, type Browser, itIs, signedIn, somebody, testWorld } from '../world.ts'

let place: Village
let samira: MemberId
let statement: StatementId
let town: Browser
const of = month('2026-10')
const onStatement = () => as(place.world, asCaseManager(place), 'statement.read', (tx, permit) => threadsOn(tx, permit, 'receiptTotal', [statement]))

beforeAll(async () => {
  place = await village(await testWorld(), '2026-09-01')
  samira = await newMember(place, 'Samira Draad', 'participatiewetOwn')
  await withConsent(place, samira, '2026-09-02')
  await signedAgreement(place, [samira], template('resultaat-50-20-20-10'), '2026-10-01')
  itIs(place.world, '2026-11-03')
  statement = await as(place.world, asMember(place, samira), 'statement.release', async (tx, permit) =>
    releaseStatement(tx, permit, of, (await draftStatement(tx, permit, samira, of))?.hash ?? ''),
  )
  town = await signedIn(place.world, place.caseManager)
})

test('a further question comes after a first reaction only', async () => {
  const asked = await town.post(`/opgaven/${statement}/vragen`, { about: 'payOut', words: 'Te vroeg gevraagd.' })
  expect(asked.status).toBe(422)
  expect(await asked.text()).toContain('nog niet op deze opgave gereageerd')
})

test('a question about the total of the receipts is one thread with a last day, and waits at member, coach and desk', async () => {
  const asked = await town.post(`/opgaven/${statement}/ontvangst`, { outcome: 'question', about: 'receiptTotal', words: 'Waaraan is dit uitgegeven?' })
  expect(asked.status).toBe(303)
  expect(await onStatement()).toMatchObject([{ object: statement, member: samira, words: 'Waaraan is dit uitgegeven?', lastDay: '2026-11-17', answer: null }])
  expect(await (await town.get('/klantmanager?toon=vragen')).text()).toContain('Waaraan is dit uitgegeven?')
  const member = await signedIn(place.world, samira)
  expect(await (await member.get('/mijn')).text()).toContain(`/opgaven/${statement}`)
  const page = await (await member.get('/opgaven/2026-10')).text()
  expect(page.indexOf('Jouw antwoord')).toBeLessThan(page.indexOf('Verkocht en kosten'))
  for (const words of ['Jouw antwoord', 'Vraag van de gemeente over het totaal van de bonnen', 'Antwoord kan tot en met 17 november 2026'])
    expect(page).toContain(words)
  expect(await (await (await signedIn(place.world, place.coach)).get(`/opgaven/${statement}`)).text()).toContain('Waaraan is dit uitgegeven?')
})

test('a message tells that a question waits, and never what it is', async () => {
  await place.world.runJobs()
  for (const person of [samira, place.coach]) {
    const told = await (await (await signedIn(place.world, person)).get('/berichten')).text()
    expect(told).toContain('De gemeente heeft een vraag over een maandopgave.')
    expect(told).not.toContain('Waaraan is dit uitgegeven?')
  }
})

test('the member answers with evidence, which the municipality opens from the thread', async () => {
  const [thread] = await onStatement()
  const member = await signedIn(place.world, samira)
  const pdf = new File(['%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'], 'lijst.pdf', { type: 'application/pdf' })
  const answered = await member.post(`/opgaven/vragen/${thread?.id}/antwoord`, { words: 'Aan stof voor gordijnen.', evidence: pdf })
  expect(answered.status).toBe(303)
  const page = await (await town.get(`/opgaven/${statement}`)).text()
  expect(page).toContain('Aan stof voor gordijnen.')
  const found = await town.get(`/opgaven/vragen/${thread?.id}/bewijs`)
  expect([found.status, found.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect(await (await town.get('/klantmanager?toon=vragen')).text()).not.toContain('Waaraan is dit uitgegeven?')
  expect((await member.post(`/opgaven/vragen/${thread?.id}/antwoord`, { words: 'Nog iets.' })).status).toBe(409)
})

test('a further question about the pay-out may be closed without an answer, by the side that asked alone', async () => {
  expect((await town.post(`/opgaven/${statement}/vragen`, { about: 'payOut', words: 'Op welke dag is dit betaald?' })).status).toBe(303)
  const [thread] = await as(place.world, asCaseManager(place), 'statement.read', (tx, permit) => threadsOn(tx, permit, 'payOut', [statement]))
  const coach = await signedIn(place.world, place.coach)
  expect((await coach.post(`/opgaven/vragen/${thread?.id}/sluiting`, {})).status).toBe(403)
  expect((await town.post(`/opgaven/vragen/${thread?.id}/sluiting`, {})).status).toBe(303)
  expect(await (await town.get(`/opgaven/${statement}`)).text()).toContain('De vraag is gesloten zonder antwoord')
})

test('nobody outside the case reads a thread', async () => {
  const other = await newMember(place, 'Tom Draad', 'participatiewetOwn')
  const [thread] = await onStatement()
  const stranger = await signedIn(place.world, other)
  expect((await stranger.get(`/opgaven/vragen/${thread?.id}/bewijs`)).status).toBe(404)
  expect((await stranger.post(`/opgaven/vragen/${thread?.id}/antwoord`, { words: 'Van een ander.' })).status).toBe(404)
  expect(await as(place.world, asCoach(place), 'statement.read', (tx, permit) => threadsOn(tx, permit, 'receiptTotal', [statement]))).toHaveLength(1)
})

test('the town takes all statements of a month along as papers with a list, and each look is written down', async () => {
  const page = await (await town.get('/opgaven')).text()
  expect(page).toContain('/opgaven/archief/2026-10')
  const taken = await town.get('/opgaven/archief/2026-10')
  expect([taken.status, taken.headers.get('content-type')]).toEqual([200, 'application/zip'])
  const files = filesIn(Buffer.from(await taken.arrayBuffer()))
  expect([...files.keys()]).toEqual(['lijst.csv', `maandopgave-2026-10-versie-1-${statement}.pdf`])
  const list = files.get('lijst.csv')?.toString() ?? ''
  for (const fact of [statement, 'Samira Draad', '2026-10', 'vraag gesteld']) expect(list).toContain(fact)
  expect(files.get(`maandopgave-2026-10-versie-1-${statement}.pdf`)?.toString('latin1')).toContain(statement)
  const looks = await (await (await signedIn(place.world, samira)).get('/toegang')).text()
  expect(looks).toContain('klantmanager')
})

test('decisions go along in the archive of their month, each as paper with what it is, how it was notified and its seal', async () => {
  expect(await (await town.get('/opgaven')).text()).toContain('/opgaven/archief/2026-09')
  const files = filesIn(Buffer.from(await (await town.get('/opgaven/archief/2026-09')).arrayBuffer()))
  const [name = ''] = [...files.keys()].filter((each) => each.startsWith('brief-2026-09-'))
  const list = (files.get('lijst.csv')?.toString() ?? '').split('\r\n')
  const line = list.find((each) => each.includes(name)) ?? ''
  for (const fact of ['brief: Toestemming gegeven', 'Samira Draad', 'W-2026-118', 'Gemeente Wilgendam']) expect(line).toContain(fact)
  expect(line).toMatch(/[0-9a-f]{64}/)
  // The number and the seal stand in the paper itself too, for who opens it without the list.
  const paper = files.get(name)?.toString('latin1') ?? ''
  expect(paper.slice(0, 5)).toBe('%PDF-')
  for (const mark of [name.slice('brief-2026-09-02-'.length, -'.pdf'.length), /[0-9a-f]{64}/.exec(line)?.[0] ?? '-']) expect(paper).toContain(mark)
  expect(name).not.toContain('Samira')
})

test('the archive is of own cases and of the municipality alone', async () => {
  expect((await town.get('/opgaven/archief/2026-08')).status).toBe(404)
  const colleague = await signedIn(place.world, await somebody(place.world, place.municipality, 'caseManager', 'Nora Nieuw'))
  expect((await colleague.get('/opgaven/archief/2026-10')).status).toBe(404)
  expect((await (await signedIn(place.world, place.treasurer)).get('/opgaven/archief/2026-10')).status).toBe(403)
})

/** The files of a plain archive by name, read from their own heads. */
function filesIn(zip: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>()
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const [packed, name] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)]
    const from = at + 30 + name + zip.readUInt16LE(at + 28)
    found.set(zip.subarray(at + 30, at + 30 + name).toString(), inflateRawSync(zip.subarray(from, from + packed)))
    at = from + packed
  }
  return found
}
