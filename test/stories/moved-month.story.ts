import { beforeAll, describe, expect, test } from 'vitest'
import { month } from '#kit/day.ts'
import { sum } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { creditInvoice, type InvoiceId } from '#rooms/invoicing'
import {
  closeMonth,
  receiveStatement,
  releaseStatement,
  type SentStatement,
  sentStatements,
  statementById,
  statementLines,
  statementsOfMonth,
  statementsToRead,
} from '#rooms/settlement'
import { anotherTown, moves, resident, soldInTheGap } from '../moving.ts'
import { bankIn, signedAgreement, sold, spent, template } from '../trade.ts'
import { asCaseManager, asMember, asTreasurer, type Village, village } from '../village.ts'
import { as, itIs, signedIn, testWorld } from '../world.ts'

const [october, november] = [month('2026-10'), month('2026-11')]
/** The old town with its desk, and the new one. */
let old: Village
let next: Village
let mira: MemberId
let noor: MemberId
let lars: MemberId
let olaf: MemberId
let gus: MemberId
let tess: MemberId
let early: InvoiceId
let opening = 0

const monthOf = (member: MemberId, of = october) =>
  as(old.world, asMember(old, member), 'statement.read', (tx, permit) => statementsOfMonth(tx, permit, member, of))
const contents = async (member: MemberId, of = october) => (await monthOf(member, of)).drafts.map(({ content }) => content)
const release = (member: MemberId, town: Village, of = october) =>
  as(old.world, asMember(old, member), 'statement.release', async (tx, permit) => {
    const { drafts } = await statementsOfMonth(tx, permit, member, of)
    return releaseStatement(tx, permit, of, drafts.find(({ municipality }) => municipality === town.municipality)?.hash ?? '')
  })
const standings = async (member: MemberId, of = october) => {
  const lines = await as(old.world, asMember(old, member), 'statement.list', (tx, permit) => statementLines(tx, permit, member))
  return lines.filter((line) => line.month === of).map(({ municipality, standing }) => [municipality === next.municipality ? 'next' : 'old', standing])
}
const close = (of: typeof october, on: string) => {
  itIs(old.world, on)
  return as(old.world, asTreasurer(old), 'month.close', (tx, permit) => closeMonth(tx, permit, of))
}
const unread = async (town: Village) => as(old.world, asCaseManager(town), 'statement.list', statementsToRead)
const paidIn = async (of: string, payments: Parameters<typeof bankIn>[2]) => {
  await bankIn(old, of, payments, opening)
  opening += payments.reduce((all, { gross }) => all + gross, 0)
}
const waits = async (member: MemberId, what = 'statementToSend') =>
  as(old.world, asMember(old, member), 'statement.list', (tx) =>
    tx.selectFrom('settlement.shared_waiting').select('about').where('what', '=', what).where('member', '=', member).where('about', '=', october).execute(),
  )

beforeAll(async () => {
  const world = await testWorld()
  old = await village(world, '2026-09-01')
  next = await anotherTown(old)
  mira = await resident(old, 'Mira Midden')
  noor = await resident(old, 'Noor Eerste')
  lars = await resident(old, 'Lars Laatste')
  olaf = await resident(old, 'Olaf Niets')
  gus = await resident(old, 'Gus Elders')
  tess = await resident(old, 'Tess Laat')
  const all = [mira, noor, lars, olaf, gus, tess]
  await signedAgreement(old, all, template('resultaat-50-20-20-10'), '2026-10-01')
  early = await sold(old, mira, '2026-10-05', [{ net: 30000 }])
  const late = await sold(old, mira, '2026-10-06', [{ net: 8000 }])
  const others: InvoiceId[] = []
  for (const member of [noor, lars, olaf, gus, tess]) others.push(await sold(old, member, '2026-10-07', [{ net: 10000 }]))
  await spent(old, mira, '2026-10-08', 9680, 1680)
  await moves(old, next, mira, '2026-10-09', '2026-10-15', '2026-10-20')
  await moves(old, next, noor, '2026-10-09', '2026-11-01', '2026-11-01')
  await moves(old, next, lars, '2026-10-09', '2026-10-31', '2026-10-31')
  await moves(old, next, olaf, '2026-10-09', '2026-10-12', '2026-10-12')
  await moves(old, null, gus, '2026-10-09', '2026-10-20', null)
  const gap = await soldInTheGap(old, mira, '2026-10-16', 5000)
  const there = await sold(old, mira, '2026-10-22', [{ net: 10000 }])
  const [ofNoor, ofLars, ofOlaf, ofGus, ofTess] = others
  if (!ofNoor || !ofLars || !ofOlaf || !ofGus || !ofTess) throw new Error('no invoices')
  await paidIn('2026-10', [
    { invoice: early, gross: 36300, on: '2026-10-10' },
    { invoice: ofOlaf, gross: 12100, on: '2026-10-11' },
    { invoice: late, gross: 9680, on: '2026-10-17' },
    { invoice: ofGus, gross: 12100, on: '2026-10-19' },
    { invoice: gap, gross: 6050, on: '2026-10-27' },
    { invoice: there, gross: 12100, on: '2026-10-28' },
    { invoice: ofNoor, gross: 12100, on: '2026-10-29' },
    { invoice: ofTess, gross: 12100, on: '2026-10-29' },
    { invoice: ofLars, gross: 12100, on: '2026-10-31' },
  ])
})

describe('a month in which a member moved', () => {
  test('has a statement for each town, by the day of the payment, also before the close; money in the gap waits for a decision and is in neither', async () => {
    itIs(old.world, '2026-11-01')
    const [first, second] = await contents(mira)
    expect(first).toMatchObject({
      days: [{ from: '2026-10-01', until: '2026-10-14' }],
      provisional: true,
      turnover: 30000n,
      costs: [{ kind: 'material', cents: 5000n }],
      result: 25000n,
      conditions: { payOutAllowed: false },
    })
    // Work of before the move that was paid in the gap is told to the town that paid the benefit by then.
    expect(second).toMatchObject({
      days: [{ from: '2026-10-15', until: '2026-10-31' }],
      turnover: 18000n,
      costs: [{ kind: 'material', cents: 3000n }],
      result: 15000n,
      conditions: { payOutAllowed: true },
    })
  })

  test('adds up to what the books hold once it is closed, to the cent', async () => {
    await close(october, '2026-11-02')
    const booked = await as(old.world, asTreasurer(old), 'month.close', (tx) =>
      tx.selectFrom('settlement.share').select(['receiver', 'cents']).where('month', '=', october).where('member', '=', mira).execute(),
    )
    const { moved } = await monthOf(mira)
    expect(moved?.whole).toMatchObject({ turnover: 48000n, result: 40000n })
    const parts = moved?.towns.flatMap(({ figures }) => figures.parts) ?? []
    for (const { receiver, cents: own } of booked)
      expect([receiver, sum(parts.filter((part) => part.receiver === receiver).map((part) => part.cents))]).toEqual([receiver, own])
    const [first, second] = await contents(mira)
    expect(first?.parts).toEqual([
      { receiver: 'business', cents: 12500n },
      { receiver: 'development', cents: 5000n },
      { receiver: 'cooperative', cents: 5000n },
      { receiver: 'municipality', cents: 2500n },
    ])
    expect(second?.parts.find(({ receiver }) => receiver === 'municipality')?.cents).toBe(1500n)
    // A pot stands as on the last day that the town hears of.
    expect([first?.pots[0]?.cents, second?.pots[0]?.cents]).toEqual([12500n, 20000n])
  })

  test('is shown to the member whole and in its parts, and each part is released by itself', async () => {
    const phone = await signedIn(old.world, mira)
    const overview = await (await phone.get(`/opgaven/${october}`)).text()
    expect(overview).toContain('Je verhuisde in deze maand')
    expect(overview).toContain('Zo telt je maand op')
    expect(overview).toMatch(/300,00[\s\S]*180,00[\s\S]*480,00/)
    expect(await waits(mira)).toHaveLength(1)
    const page = await (await phone.get(`/opgaven/${october}?gemeente=${next.municipality}`)).text()
    const seen = /name="seen" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? ''
    expect((await phone.post(`/opgaven/${october}/verzending`, { seen })).status).toBe(303)
    expect((await phone.post(`/opgaven/${october}/verzending`, { seen })).status).toBe(409)
    expect(await standings(mira)).toEqual([
      ['old', 'toRelease'],
      ['next', 'released'],
    ])
    // The month waits for its member until both towns have theirs.
    expect(await waits(mira)).toHaveLength(1)
    await release(mira, old)
    expect(await waits(mira)).toEqual([])
    expect(await (await phone.get(`/opgaven/${october}`)).text()).toMatch(/Verstuurd op[\s\S]*Verstuurd op/)
  })

  test('reaches each desk with its own part only', async () => {
    const [ofOld] = await unread(old)
    const [ofNext] = await unread(next)
    expect([ofOld?.content.turnover, ofNext?.content.turnover, ofOld?.version, ofNext?.version]).toEqual([30000n, 18000n, 1, 1])
    const desk = await signedIn(old.world, next.caseManager)
    expect((await desk.get(`/opgaven/${ofOld?.id}`)).status).toBe(404)
    const page = await (await desk.get(`/opgaven/${ofNext?.id}`)).text()
    expect(page).toContain('15 oktober 2026 tot en met 31 oktober 2026')
    expect(page).toContain('Hoe zij telt over een deel van een maand, beslist de gemeente')
    expect(page).not.toMatch(/300,00|480,00|Wilgendam/)
    const raw = await as(old.world, asCaseManager(next), 'statement.list', (tx) => tx.selectFrom('settlement.month_statement').select('municipality').execute())
    expect(new Set(raw.map(({ municipality }) => municipality))).toEqual(new Set([next.municipality]))
  })

  test('is answered by each town by itself: a question of one does not hold the other', async () => {
    const [ofOld] = await unread(old)
    const [ofNext] = await unread(next)
    await as(old.world, asCaseManager(old), 'statement.receive', (tx, permit) =>
      receiveStatement(tx, permit, ofOld?.id ?? '', { outcome: 'question', words: 'Welke stof was dit?' }),
    )
    expect(await standings(mira)).toEqual([
      ['old', 'questioned'],
      ['next', 'released'],
    ])
    await as(old.world, asCaseManager(next), 'statement.receive', (tx, permit) => receiveStatement(tx, permit, ofNext?.id ?? '', { outcome: 'noQuestions' }))
    expect(await standings(mira)).toEqual([
      ['old', 'questioned'],
      ['next', 'noQuestions'],
    ])
    const phone = await signedIn(old.world, mira)
    expect(await (await phone.get(`/opgaven/${october}?gemeente=${next.municipality}`)).text()).not.toContain('Welke stof was dit?')
    expect(await (await phone.get(`/opgaven/${october}?gemeente=${old.municipality}`)).text()).toContain('Welke stof was dit?')
  })

  test('that is corrected later keeps its two parts: only the town of that money gets a next version', async () => {
    itIs(old.world, '2026-11-10')
    await as(old.world, asTreasurer(old), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, early, 'all'))
    await paidIn('2026-11', [])
    await close(november, '2026-12-01')
    expect(await standings(mira)).toEqual([
      ['old', 'changed'],
      ['next', 'noQuestions'],
    ])
    expect(await waits(mira, 'statementChanged')).toHaveLength(1)
    const [first, second] = await contents(mira)
    expect(first?.corrections).toMatchObject([{ of: october, month: november, net: -30000n }])
    expect([first?.turnover, second?.corrections]).toEqual([30000n, []])
    const again = await release(mira, old)
    expect(await waits(mira, 'statementChanged')).toEqual([])
    const sent = await as(old.world, asMember(old, mira), 'statement.read', (tx, permit) => statementById(tx, permit, again))
    expect([sent.version, sent.content.days]).toEqual([2, [{ from: '2026-10-01', until: '2026-10-14' }]])
    await expect(release(mira, next)).rejects.toMatchObject({ kind: 'conflict' })
    // In November the member lived in one town: it hears of what went back then.
    expect(await contents(mira, november)).toMatchObject([{ corrections: [{ of: october, net: -30000n }] }])
  })
})

describe('the day of a move', () => {
  test('on the first leaves both months whole', async () => {
    expect(await contents(noor)).toMatchObject([{ turnover: 10000n }])
    expect((await contents(noor))[0]).not.toHaveProperty('days')
    expect((await monthOf(noor)).drafts[0]?.municipality).toBe(old.municipality)
    expect((await monthOf(noor, november)).drafts.map(({ municipality }) => municipality)).toEqual([next.municipality])
  })

  test('on the last day gives the new town that day', async () => {
    expect(await contents(lars)).toMatchObject([
      { days: [{ from: '2026-10-01', until: '2026-10-30' }], turnover: 0n, result: 0n },
      { days: [{ from: '2026-10-31', until: '2026-10-31' }], turnover: 10000n, result: 10000n },
    ])
  })

  test('without income afterwards gives the new town a statement of nothing', async () => {
    expect(await contents(olaf)).toMatchObject([{ turnover: 10000n }, { turnover: 0n, costs: [], result: 0n, paidOut: [] }])
    await release(olaf, next)
    expect((await unread(next)).map((each: SentStatement) => [each.member, each.content.turnover])).toContainEqual([olaf, 0n])
  })

  test('to a town that is not here leaves what came after it to the member to tell', async () => {
    const { drafts, moved } = await monthOf(gus)
    expect(drafts.map(({ municipality }) => municipality)).toEqual([old.municipality])
    expect(moved?.towns.map(({ municipality, figures }) => [municipality, figures.turnover])).toEqual([
      [old.municipality, 10000n],
      [null, 0n],
    ])
    const phone = await signedIn(old.world, gus)
    expect(await (await phone.get(`/opgaven/${october}`)).text()).toContain('Je nieuwe gemeente werkt niet met Opbloei')
  })
})

test('a move that was told after the month was closed and sent gives both towns their part, and changes nothing in the books', async () => {
  itIs(old.world, '2026-12-02')
  await release(tess, old)
  expect(await standings(tess)).toEqual([['old', 'released']])
  const rows = () =>
    as(old.world, asTreasurer(old), 'month.close', (tx) => tx.selectFrom('settlement.member_month').select('turnover').where('member', '=', tess).execute())
  const before = await rows()
  await moves(old, next, tess, '2026-12-03', '2026-10-20', '2026-10-20')
  expect(await standings(tess)).toEqual([
    ['old', 'changed'],
    ['next', 'toRelease'],
  ])
  expect(await waits(tess, 'statementChanged')).toHaveLength(1)
  expect(await contents(tess)).toMatchObject([{ turnover: 0n }, { turnover: 10000n }])
  await release(tess, old)
  expect(await waits(tess, 'statementChanged')).toEqual([])
  await release(tess, next)
  const sent = await as(old.world, asMember(old, tess), 'statement.list', (tx, permit) => sentStatements(tx, permit, { member: tess, month: october }))
  expect(sent.map(({ municipality, version, content }) => [municipality === old.municipality ? 'old' : 'next', version, content.turnover])).toEqual(
    expect.arrayContaining([
      ['old', 2, 0n],
      ['old', 1, 10000n],
      ['next', 1, 10000n],
    ]),
  )
  expect(await rows()).toEqual(before)
})
