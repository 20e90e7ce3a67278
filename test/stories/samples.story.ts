import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import type { MemberId, OrganisationId } from '#rooms/access'
import {
  answerAboutDrawn,
  askAboutDrawn,
  askSample,
  correctFinding,
  drawnById,
  drawnFile,
  endQuestion,
  findDrawn,
  type SampleAsked,
  type SampleId,
  samplesInReach,
} from '#rooms/oversight'
import { receiptsInReach } from '#rooms/spending'
import { receiptPhoto } from '../../src/demo/photo.ts'
import { agreementWith, askedOf, boughtWithPhoto, closeIt, findRest, viewOf } from '../sampling.ts'
import { signedAgreement, template } from '../trade.ts'
import { asBoard, asCaseManager, asCoach, asMember, asTreasurer, newMember, type Village, village, withConsent } from '../village.ts'
import { as, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let place: Village
let samira: MemberId
let ahmet: MemberId
let first: SampleId

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const ask = (more: Partial<SampleAsked> = {}) => as(world, asCaseManager(place), 'sample.ask', (tx, permit) => askSample(tx, permit, askedOf(place, more)))
const drawnNow = async (more: Partial<SampleAsked> = {}) => {
  const id = await ask(more)
  await world.runJobs()
  return id
}
const view = (id: SampleId, who?: Parameters<typeof viewOf>[2]) => viewOf(place, id, who)
const find = (id: SampleId) => findRest(place, id)
const close = (id: SampleId) => closeIt(place, id)
const messagesOf = async (person: MemberId) =>
  (await world.world.database.pool.query<{ kind: string }>('select kind from access.message where person = $1 order by at', [person])).rows.map(
    ({ kind }) => kind,
  )

beforeAll(async () => {
  world = await testWorld()
  place = await village(world, '2026-09-01')
  samira = await newMember(place, 'Samira el Amrani', 'participatiewetOwn')
  ahmet = await newMember(place, 'Ahmet Demirkan', 'participatiewetOwn')
  await withConsent(place, samira, '2026-09-10')
  await withConsent(place, ahmet, '2026-09-10')
  await signedAgreement(place, [samira, ahmet], template('resultaat-50-20-20-10'), '2026-10-01')
  const nora = await newMember(place, 'Nora zonder uitkering')
  itIs(world, '2026-11-03')
  // On both sides of the border of the period, and of somebody who is no resident with consent.
  for (const [on, gross] of [
    ['2026-09-30', 1111],
    ['2026-10-01', 1000],
    ['2026-10-05', 2000],
    ['2026-10-12', 3000],
    ['2026-10-31', 4000],
    ['2026-11-01', 2222],
  ] as const)
    await boughtWithPhoto(place, samira, on, gross)
  await boughtWithPhoto(place, ahmet, '2026-10-20', 5000)
  await boughtWithPhoto(place, nora, '2026-10-20', 6000)
})

describe('a sample that everybody can do again', () => {
  test('is refused without an agreement that runs', async () => {
    await expect(ask()).rejects.toThrow('loopt nu geen afspraak')
    await agreementWith(place)
  })

  test('without a sample there is no way to a receipt', async () => {
    await expect(as(world, asCaseManager(place), 'receipt.read', receiptsInReach)).rejects.toMatchObject({ kind: 'forbidden' })
    const raw = await as(world, asCaseManager(place), 'sample.list', (tx) => tx.selectFrom('spending.receipt').selectAll().execute())
    expect(raw).toEqual([])
  })

  test('is not asked of days to come, turned around, or with a BSN in the reason', async () => {
    await expect(ask({ until: day('2026-11-04') })).rejects.toThrow('nog niet voorbij')
    await expect(ask({ from: day('2026-10-31'), until: day('2026-10-01') })).rejects.toThrow('voor de eerste')
    await expect(ask({ reason: 'Over 111222333' })).rejects.toThrow(/burgerservicenummer/i)
    await expect(ask({ from: day('2026-01-01'), until: day('2026-08-31') })).rejects.toThrow('Geen van je eigen dossiers')
  })

  test('draws the first of the order that the seed gives, out of exactly what counts', async () => {
    first = await drawnNow()
    const { sample, drawn } = await view(first)
    const pool = (await view(first, asTreasurer(place))).pool ?? []
    expect(sample.draw?.checks).toHaveLength(5)
    const line = [place.municipality, place.cooperative, 'receipt', '2026-10-01', '2026-10-31', '2026-11-03T08:00:00Z', sample.draw?.number].join('|')
    expect(sample.draw?.seed).toBe(sha256(line))
    const again = [...pool]
      .sort()
      .map((id) => ({ id, check: sha256(`${sample.draw?.seed}|${id}`) }))
      .sort((a, b) => (a.check < b.check ? -1 : 1))
    expect(drawn.map(({ thing, check }) => ({ id: thing, check }))).toEqual(again.slice(0, 3))
    expect(sample.draw?.checks).toEqual(again.map(({ check }) => check))
    // The municipality gets the check values of what was not drawn, never which receipts these are.
    expect((await view(first)).pool).toBeNull()
  })

  test('shows a drawn receipt without words, customers or notes, with its photo', async () => {
    const [one] = (await view(first)).drawn
    expect(Object.keys(one?.content ?? {}).sort()).toEqual(['boughtOn', 'costKind', 'gross', 'judgedOn', 'kind', 'name', 'net', 'outcome', 'vat'])
    expect(JSON.stringify(one, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain('Van Dam')
    const file = await as(world, asCaseManager(place), 'sample.read', (tx, permit) => drawnFile(tx, permit, one?.id ?? ('' as never)))
    expect(file.type).toBe('image/png')
  })

  test('is not drawn again while it is open, and drawing twice changes nothing', async () => {
    await expect(ask({ from: day('2026-10-31'), until: day('2026-11-01') })).rejects.toMatchObject({ kind: 'conflict' })
    const before = (await view(first)).drawn.map(({ id }) => id)
    await world.runJobs()
    expect((await view(first)).drawn.map(({ id }) => id)).toEqual(before)
  })
})

describe('who sees what of it', () => {
  test('another municipality with an agreement sees nothing of it, and a colleague without the case neither', async () => {
    const elsewhere = await found(world, 'municipality', 'Gemeente Verweg')
    const foreign = { person: await somebody(world, elsewhere, 'caseManager', 'Vera'), organisation: elsewhere, role: 'caseManager' as const }
    const colleague = { ...asCaseManager(place), person: await somebody(world, place.municipality, 'caseManager', 'Olaf') }
    const [one] = (await view(first)).drawn
    for (const who of [foreign, colleague]) {
      await expect(view(first, who)).rejects.toMatchObject({ kind: 'missing' })
      await expect(as(world, who, 'sample.read', (tx, permit) => drawnById(tx, permit, one?.id ?? ('' as never)))).rejects.toMatchObject({ kind: 'missing' })
    }
    for (const table of ['oversight.sample', 'oversight.drawn', 'oversight.draw', 'oversight.resident'] as const)
      expect(await as(world, foreign, 'sample.list', (tx) => tx.selectFrom(table).selectAll().execute())).toEqual([])
    expect(await as(world, asCaseManager(place), 'sample.list', (tx) => tx.selectFrom('oversight.pool').selectAll().execute())).toEqual([])
  })

  test('a member sees the own pieces alone, the coach those of own members, the treasurer all', async () => {
    const all = (await view(first)).drawn
    expect((await view(first, asTreasurer(place))).drawn).toHaveLength(3)
    expect((await view(first, asCoach(place))).drawn).toHaveLength(3)
    for (const member of [samira, ahmet]) {
      const own = all.filter((each) => each.member === member).map(({ id }) => id)
      if (own.length === 0) await expect(view(first, asMember(place, member))).rejects.toMatchObject({ kind: 'missing' })
      else expect((await view(first, asMember(place, member))).drawn.map(({ id }) => id)).toEqual(own)
    }
    expect(await messagesOf(samira)).toContain('sampleDrawn')
    await expect(as(world, asBoard(place), 'sample.list', samplesInReach)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('each look of the municipality stands with the member', async () => {
    const one = (await view(first)).drawn.find(({ member }) => member === samira)
    const ilse = await signedIn(world, place.caseManager)
    for (const path of [
      `/steekproeven/${first}`,
      `/steekproeven/stukken/${one?.id}`,
      `/steekproeven/stukken/${one?.id}/foto`,
      `/steekproeven/${first}/verslag`,
    ])
      expect([path, (await ilse.get(path)).status]).toEqual([path, 200])
    const looks = await world.world.database.pool.query<{ action: string }>('select action from access.look where subject = $1 and organisation = $2', [
      samira,
      place.municipality,
    ])
    expect(looks.rows.filter(({ action }) => action === 'sample.read')).toHaveLength(4)
  })
})

describe('question, answer, finding and the end', () => {
  test('a question has a last day, is answered once, and only then there is a finding', async () => {
    const one = (await view(first)).drawn.find(({ member }) => member === samira)
    const id = one?.id ?? ('' as never)
    const question = (words: string, lastDay: string) =>
      as(world, asCaseManager(place), 'sample.question', (tx, permit) => askAboutDrawn(tx, permit, id, words, day(lastDay)))
    await expect(question('Waarvoor was dit?', '2026-11-03')).rejects.toThrow('laatste dag is al voorbij')
    await expect(question('Van 111222333?', '2026-11-10')).rejects.toThrow(/burgerservicenummer/i)
    const thread = await question('Waarvoor was dit?', '2026-11-10')
    await world.runJobs()
    expect(await messagesOf(samira)).toContain('sampleQuestion')
    const right = () => as(world, asCaseManager(place), 'sample.find', (tx, permit) => findDrawn(tx, permit, id, { outcome: 'right', words: null }))
    await expect(right()).rejects.toThrow('wacht nog een vraag')
    await expect(as(world, asMember(place, ahmet), 'sample.answer', (tx, permit) => answerAboutDrawn(tx, permit, thread, 'x', null))).rejects.toMatchObject({
      kind: 'missing',
    })
    const answer = () =>
      as(world, asMember(place, samira), 'sample.answer', (tx, permit) => answerAboutDrawn(tx, permit, thread, 'Stof voor gordijnen.', receiptPhoto(7)))
    await answer()
    await expect(answer()).rejects.toMatchObject({ kind: 'conflict' })
    await expect(as(world, asCaseManager(place), 'sample.question', (tx, permit) => endQuestion(tx, permit, thread))).rejects.toMatchObject({
      kind: 'conflict',
    })
    const page = await (await signedIn(world, place.caseManager)).get(`/steekproeven/stukken/${id}`)
    expect(await page.text()).toContain('Stof voor gordijnen.')
    const evidence = await (await signedIn(world, place.caseManager)).get(`/steekproeven/stukken/${id}/vragen/${thread}/bewijs`)
    expect(evidence.headers.get('content-type')).toBe('image/png')
    await expect(
      as(world, asCaseManager(place), 'sample.find', (tx, permit) => findDrawn(tx, permit, id, { outcome: 'notRight', words: null })),
    ).rejects.toThrow('wat er niet klopt')
    await as(world, asCaseManager(place), 'sample.find', (tx, permit) =>
      findDrawn(tx, permit, id, { outcome: 'notRight', words: 'Het bedrag op de foto is lager. De penningmeester kijkt het na.' }),
    )
    await expect(right()).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('after the last day a finding is possible without an answer, and a question may be withdrawn', async () => {
    const [one] = (await view(first)).drawn.filter(({ finding }) => !finding)
    const id = one?.id ?? ('' as never)
    const ask = (lastDay: string) =>
      as(world, asCaseManager(place), 'sample.question', (tx, permit) => askAboutDrawn(tx, permit, id, 'Klopt dit?', day(lastDay)))
    const withdrawn = await ask('2026-12-31')
    await as(world, asCaseManager(place), 'sample.question', (tx, permit) => endQuestion(tx, permit, withdrawn))
    await ask('2026-11-10')
    const right = () => as(world, asCaseManager(place), 'sample.find', (tx, permit) => findDrawn(tx, permit, id, { outcome: 'right', words: null }))
    itIs(world, '2026-11-10')
    await expect(right()).rejects.toThrow('wacht nog een vraag')
    itIs(world, '2026-11-11')
    await right()
  })

  test('closes with a result when everything has a finding', async () => {
    await expect(close(first)).rejects.toThrow('staat nog geen uitkomst')
    await find(first)
    await close(first)
    await world.runJobs()
    await expect(close(first)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await messagesOf(samira)).toContain('sampleClosed')
    const treasurer = await signedIn(world, place.treasurer)
    const report = await (await treasurer.get(`/steekproeven/${first}/verslag`)).text()
    expect(report).toContain('Alles klopt.')
    expect(report).toContain('2 klopt, 1 klopt niet')
  })

  test('what was drawn twice says so, and is a piece of its own', async () => {
    const second = await drawnNow({ size: null, percent: 100 })
    const { drawn } = await view(second)
    expect(drawn).toHaveLength(5)
    expect(drawn.filter(({ otherSamples }) => otherSamples === 1)).toHaveLength(3)
    expect(drawn.every(({ finding }) => finding === null)).toBe(true)
    await find(second)
    const [piece] = drawn
    const id = piece?.id ?? ('' as never)
    const correct = (found: { outcome: 'right' | 'notRight'; words: string | null; reason: string }) =>
      as(world, asCaseManager(place), 'sample.find', (tx, permit) => correctFinding(tx, permit, id, found))
    await expect(correct({ outcome: 'notRight', words: null, reason: 'Verkeerd gekeken.' })).rejects.toMatchObject({ kind: 'rule' })
    await correct({ outcome: 'notRight', words: 'Dit is een privébon.', reason: 'Verkeerd gekeken.' })
    const now = await view(second)
    expect(now.sample.counts).toEqual({ drawn: 5, right: 4, notRight: 1 })
    const corrected = now.drawn.find((each) => each.id === id)
    expect([corrected?.finding?.outcome, corrected?.finding?.reason]).toEqual(['notRight', 'Verkeerd gekeken.'])
    expect(corrected?.earlierFindings.map(({ outcome }) => outcome)).toEqual(['right'])
    await close(second)
    await expect(correct({ outcome: 'right', words: null, reason: 'Toch goed.' })).rejects.toMatchObject({ kind: 'conflict' })
    expect((await view(second)).sample.counts).toEqual({ drawn: 5, right: 4, notRight: 1 })
  })

  test('the municipality sees the pieces until the last day and not a day longer; the member keeps seeing them', async () => {
    const [one] = (await view(first)).drawn
    itIs(world, '2026-11-25')
    expect((await view(first)).drawn).toHaveLength(3)
    itIs(world, '2026-11-26')
    expect((await view(first)).drawn).toEqual([])
    expect((await view(first)).sample.counts).toEqual({ drawn: 3, right: 2, notRight: 1 })
    const ilse = await signedIn(world, place.caseManager)
    expect((await ilse.get(`/steekproeven/stukken/${one?.id}`)).status).toBe(404)
    expect((await ilse.get(`/steekproeven/stukken/${one?.id}/foto`)).status).toBe(404)
    expect(await (await ilse.get(`/steekproeven/${first}/verslag`)).text()).not.toContain('Samira')
    expect((await view(first, asTreasurer(place))).drawn).toHaveLength(3)
  })

  test('row security itself shuts the municipality out, also for a query that forgot to ask', async () => {
    const planted = (organisation: OrganisationId, on?: string) =>
      world.world.database.unit(
        { role: 'opbloei_app', organisation, person: place.caseManager, ...(on ? { day: on } : {}) },
        async (tx) => (await sql<{ id: string }>`select id from oversight.drawn where sample = ${first}`.execute(tx)).rows.length,
      )
    expect([await planted(place.municipality, '2026-11-25'), await planted(place.municipality, '2026-11-26')]).toEqual([3, 0])
    // Nobody said which day it is: closed stays closed.
    expect([await planted(place.municipality), await planted(place.cooperative)]).toEqual([0, 3])
  })
})

test('the pages say it in the language of the reader, and the form keeps what was typed', async () => {
  const ilse = await signedIn(world, place.caseManager)
  const fields = { cooperative: place.cooperative, kind: 'receipt', from: '2026-10-01', until: '2026-10-31', reason: 'Nog een keer kijken', seenDays: '14' }
  const neither = await ilse.post('/steekproeven', { ...fields, size: '', percent: '' })
  expect(neither.status).toBe(422)
  expect(await neither.text()).toContain('Nog een keer kijken')
  const both = await ilse.post('/steekproeven', { ...fields, size: '3', percent: '10' })
  expect(both.status).toBe(422)
  const done = await ilse.post('/steekproeven', { ...fields, size: '', percent: '50' })
  expect(done.status).toBe(303)
  const page = done.headers.get('location') ?? ''
  expect(await (await ilse.get(page)).text()).toContain('wordt getrokken')
  await world.runJobs()
  const shown = await (await ilse.get(page)).text()
  expect(shown).toContain('3 van 5')
  expect(shown).toContain('Doe het na')
  expect(await (await ilse.get('/steekproeven')).text()).toContain('De Bloesem')
})
