import { beforeAll, describe, expect, test } from 'vitest'
import { asSystem, type PersonId } from '#rooms/access'
import { remindOfTerms } from '../../src/rooms/consent/terms/reminding.ts'
import { beginCast, bloesem, coach, officer, prepared, send, stranger, take, trialMember, wilgendam, world } from '../consent-cast.ts'
import { writes } from '../letters.ts'
import { newFor } from '../messages.ts'
import { type Browser, itIs, signedIn } from '../world.ts'

beforeAll(beginCast)

const about = { against: 'refused 2026-11-02' }
const asks = { ...about, question: 'Uw bezwaar is niet ondertekend.', answerBefore: '2027-01-04' }

const read = async (page: Browser, path: string) => {
  const answer = await page.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}
const said = async (answer: Response | Promise<Response>) => {
  const { status } = await answer
  return [status, await (await answer).text()] as const
}

/** A refusal of 2 November, to which somebody objected: objecting is possible until 14 December, and the town decides by 25 January. */
async function objected(name: string) {
  itIs(world, '2026-09-07')
  const member = await trialMember(name)
  const id = await prepared(member)
  await send(member, id)
  await take(id)
  const address = `/toestemmingen/${id}`
  itIs(world, '2026-11-02')
  const desk = await signedIn(world, officer)
  await writes(world, wilgendam, desk, `${address}/besluit`, { outcome: 'refused', on: '2026-11-02', reason: 'Het plan is nog niet rond.' })
  itIs(world, '2026-12-01')
  const own = await signedIn(world, member)
  expect((await own.post(`${address}/bezwaar`, { ...about, reason: 'Ik ben het er niet mee eens.' })).status).toBe(303)
  return { member, address, desk, own }
}

const told = async (person: PersonId, kind: string) => (await newFor(world, person)).filter((each) => each === kind).length
const ask = async ({ address, desk }: { address: string; desk: Browser }) => {
  itIs(world, '2026-12-21')
  expect((await writes(world, wilgendam, desk, `${address}/verzuim`, asks)).status).toBe(303)
}

describe('something is missing in an objection (Awb 6:6, 7:10 lid 2)', () => {
  test('it says beforehand what it does to the time, asks by letter, and what comes in time lets the time run on', async () => {
    const all = await objected('Anna')
    const { member, address, desk, own } = all
    expect(await read(desk, `${address}/verzuim`)).toContain('begint pas na 14 december 2026 en loopt tot en met 25 januari 2027')
    expect((await own.get(`${address}/herstel`)).status).toBe(200)
    expect(await said(own.post(`${address}/herstel`, { ...about, answer: 'Hier is hij.' })), 'nothing was asked').toEqual([409, expect.anything()])
    itIs(world, '2026-12-21')
    const form = await read(desk, `${address}/verzuim`)
    expect(form).toContain('Weigering van 2 november 2026: de laatste dag om te beslissen is nu 25 januari 2027.')
    expect(form).toContain('Voor geen enkele dag verandert wat er mag.')
    expect((await own.post(`${address}/verzuim`, asks)).status).toBe(403)
    expect((await (await signedIn(world, coach)).get(`${address}/verzuim`)).status).toBe(403)
    expect((await (await signedIn(world, stranger)).post(`${address}/verzuim`, asks)).status).toBe(404)
    const early = await said(desk.post(`${address}/verzuim`, { ...asks, answerBefore: '2026-12-21' }))
    expect(early).toEqual([422, expect.stringContaining('geeft geen tijd')])
    await world.runJobs()
    const before = await told(member, 'consentAnswered')
    await ask(all)
    await world.runJobs()
    expect(await told(member, 'consentAnswered')).toBe(before + 1)
    const letter = await read(own, `${address}/brief`)
    expect(letter).toContain('Er mist iets aan uw bezwaar')
    expect(letter).toContain('uiterlijk op 4 januari 2027 (artikel 6:6 Awb)')
    expect(letter).toContain('artikel 7:10 lid 2 Awb')
    expect(await read(own, `${address}/brief/gewoon`)).toContain('Stuur het uiterlijk op 4 januari 2027.')
    expect((await desk.post(`${address}/verzuim`, asks)).status, 'a second time').toBe(409)

    itIs(world, '2026-12-28')
    const page = await read(own, address)
    for (const line of [
      'Er mist iets aan je bezwaar',
      'Uw bezwaar is niet ondertekend.',
      'Stuur het uiterlijk op 4 januari 2027.',
      '<b>Op het bezwaar beslissen</b> (de gemeente): staat stil',
      `${address}/herstel`,
    ])
      expect(page).toContain(line)
    expect(await read(own, '/mijn')).toContain('Vul je bezwaar aan')
    expect(await read(own, `${address}/herstel`)).toContain('staat de tijd van de gemeente om te beslissen stil, en hoogstens tot en met 4 januari 2027')
    expect(await read(desk, address)).toContain('Zolang staat de tijd om te beslissen stil.')
    expect((await (await signedIn(world, coach)).post(`${address}/herstel`, { ...about, answer: 'Hier is hij.' })).status).toBe(403)
    expect(await said(own.post(`${address}/herstel`, { ...about, answer: 'Ja' }))).toEqual([422, expect.stringContaining('Er staat nog te weinig.')])
    const desked = (await newFor(world, officer)).length
    expect((await own.post(`${address}/herstel`, { ...about, answer: 'Hierbij alsnog, getekend door Anna.' })).status).toBe(303)
    await world.runJobs()
    expect((await newFor(world, officer)).length, 'the case manager hears of it').toBe(desked + 1)
    expect((await own.post(`${address}/herstel`, { ...about, answer: 'Nog een keer getekend.' })).status).toBe(409)
    const after = await read(desk, address)
    expect(after).toContain('Bezwaar aangevuld')
    expect(after).toContain('Hierbij alsnog, getekend door Anna.')
    // 25 January and the six days between 21 and 28 December: a Sunday would move, 31 January is one.
    expect(after).toContain('<b>Op het bezwaar beslissen</b> (de gemeente): tot en met 1 februari 2027')
    expect(after).toContain('Awb 7:10 lid 2')
    expect(await read(own, address)).not.toContain('Er mist iets aan je bezwaar')
    expect(await read(own, '/mijn')).not.toContain('Vul je bezwaar aan')
  })

  test('nothing comes: the time runs on from the day after, and only then inadmissible is possible', async () => {
    const all = await objected('Bram')
    const { member, address, desk, own } = all
    await ask(all)
    const decision = { ...about, outcome: 'inadmissible', reason: 'Er kwam geen handtekening.' }
    itIs(world, '2026-12-28')
    await asSystem(world.world, bloesem, 'consent.tell', (tx, permit) => remindOfTerms(tx, permit, 'applicant'))
    expect(await told(member, 'termEnds')).toBe(1)
    itIs(world, '2027-01-04')
    expect(await read(own, address)).toContain('(de gemeente): staat stil')
    expect(await said(desk.post(`${address}/beslissing-op-bezwaar`, { ...decision, on: '2027-01-04' }))).toEqual([
      422,
      expect.stringContaining('Aanvullen kan nog tot en met 4 januari 2027.'),
    ])
    itIs(world, '2027-01-05')
    expect(await read(own, address)).toContain('De laatste dag was 4 januari 2027. Je kunt het nog sturen')
    const form = await read(desk, `${address}/beslissing-op-bezwaar`)
    expect(form).toContain('Er kwam niets tot en met 4 januari 2027.')
    expect(await read(desk, address)).toContain('<b>Op het bezwaar beslissen</b> (de gemeente): tot en met 8 februari 2027')
    expect((await writes(world, wilgendam, desk, `${address}/beslissing-op-bezwaar`, { ...decision, on: '2027-01-05' })).status).toBe(303)
    expect(await read(own, `${address}/brief`)).toContain('het is niet-ontvankelijk')
    expect((await own.post(`${address}/herstel`, { ...about, answer: 'Hierbij alsnog.' })).status, 'it is decided').toBe(409)
  })

  test('asked before the time to decide began: nobody is told that it stands still, until it would run', async () => {
    const { address, desk, own } = await objected('Ciska')
    itIs(world, '2026-12-07')
    expect((await writes(world, wilgendam, desk, `${address}/verzuim`, asks)).status).toBe(303)
    for (const [on, still] of [
      ['2026-12-14', false],
      ['2026-12-15', true],
    ] as const) {
      itIs(world, on)
      expect((await read(own, `${address}/herstel`)).includes('staat de tijd van de gemeente om te beslissen stil'), on).toBe(still)
      expect((await read(desk, address)).includes('Zolang staat de tijd om te beslissen stil.'), on).toBe(still)
    }
    expect(await read(own, address)).toContain('Nog te bevestigen: wie het langst telt, komt op')
  })

  test('the town writes down what came on paper, with its day', async () => {
    const all = await objected('Cato')
    const { address, desk } = all
    await ask(all)
    itIs(world, '2026-12-30')
    const paper = { ...about, answer: 'Brief met handtekening.' }
    expect((await desk.post(`${address}/herstel`, { ...paper, on: '2026-12-20' })).status, 'before it was asked').toBe(422)
    expect((await desk.post(`${address}/herstel`, { ...paper, on: '2026-12-23' })).status).toBe(303)
    expect(await read(desk, address)).toContain('<b>Op het bezwaar beslissen</b> (de gemeente): tot en met 26 januari 2027')
  })
})

describe('further delay (Awb 7:10 lid 4)', () => {
  const agreed = { ...about, until: '2027-03-31', ground: 'objectorAgrees', note: 'Dirk zei ja aan de telefoon op 11 januari.' }

  test('goes to the day that was agreed, after putting off, with a letter that names the ground', async () => {
    const { address, desk, own } = await objected('Dirk')
    itIs(world, '2027-01-11')
    expect(await read(desk, `${address}/verder-uitstel`)).toContain('de laatste dag om te beslissen is nu 25 januari 2027')
    expect((await own.post(`${address}/verder-uitstel`, agreed)).status).toBe(403)
    expect((await (await signedIn(world, stranger)).get(`${address}/verder-uitstel`)).status).toBe(404)
    const { ground: _, ...without } = agreed
    expect((await desk.post(`${address}/verder-uitstel`, without)).status, 'without a ground').toBe(422)
    expect(await said(desk.post(`${address}/verder-uitstel`, { ...agreed, note: 'Ja' }))).toEqual([422, expect.stringContaining('wie instemde')])
    expect(await said(desk.post(`${address}/verder-uitstel`, { ...agreed, until: '2027-01-25' }))).toEqual([422, expect.stringContaining('geen tijd bij')])
    expect((await writes(world, wilgendam, desk, `${address}/verdaging`, { ...about, weeks: '6', reason: 'Wij wachten op een advies.' })).status).toBe(303)
    expect((await writes(world, wilgendam, desk, `${address}/verder-uitstel`, agreed)).status).toBe(303)
    const letter = await read(own, `${address}/brief`)
    expect(letter).toContain('uiterlijk op 31 maart 2027')
    expect(letter).toContain('artikel 7:10 lid 4 onder b Awb')
    expect(letter).toContain('Dirk zei ja aan de telefoon op 11 januari.')
    const page = await read(own, address)
    expect(page).toContain('<b>Op het bezwaar beslissen</b> (de gemeente): tot en met 31 maart 2027')
    expect(page).toContain('Verder uitstel voor het bezwaar')
    expect(page).toContain('Awb 7:10 lid 4 onder b')
    expect((await writes(world, wilgendam, desk, `${address}/verder-uitstel`, { ...agreed, until: '2027-04-30' })).status, 'again').toBe(303)
  })

  test('is refused after the last day', async () => {
    const { address, desk } = await objected('Emma')
    itIs(world, '2027-01-26')
    expect(await said(desk.post(`${address}/verder-uitstel`, agreed))).toEqual([
      409,
      expect.stringContaining('De laatste dag om op het bezwaar te beslissen was 25 januari 2027.'),
    ])
  })
})
