import { beforeAll, describe, expect, test } from 'vitest'
import { day, firstDay, lastDay, month } from '#kit/day.ts'
import { cents, ZERO } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { balanceOf, potsPerMember, verify } from '#rooms/ledger'
import { closeMonth, settlementOf } from '#rooms/settlement'
import { type CostId, judgeReceipt, payablesOpen, payCost, receiptById, reviseJudgement, sendReceipt, spendingRows, undoPayCost } from '#rooms/spending'
import { newFor, tellingMails } from '../messages.ts'
import { bankIn, signedAgreement, sold, template } from '../trade.ts'
import { asBoard, asCoach, asMember, asTreasurer, newMember, type Village, village } from '../village.ts'
import { as, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let at: Village
let samira: MemberId

beforeAll(async () => {
  world = await testWorld()
  at = await village(world, '2026-09-01')
  samira = await newMember(at, 'Samira el Amrani')
  await signedAgreement(at, [samira], template('resultaat-60-15-25'), '2026-09-01')
})

const plain = { outcome: 'accepted', reason: null, kind: 'material', paidBy: 'member', vatDeductible: null } as const
const balance = (code: Parameters<typeof balanceOf>[2], until = '2026-12-31') =>
  as(world, asTreasurer(at), 'ledger.read', (tx, permit) => balanceOf(tx, permit, code, day(until)))

function send(gross: number | null, vat: number, more: Partial<Parameters<typeof sendReceipt>[2]> = {}): Promise<CostId> {
  const facts = {
    member: samira,
    boughtOn: day('2026-09-02'),
    vat: cents(vat),
    kind: 'material',
    paidBy: 'member',
    what: 'Stof',
    unsure: [],
    file: null,
  } as const
  return as(world, asMember(at, samira), 'receipt.send', (tx, permit) =>
    sendReceipt(tx, permit, { ...facts, gross: gross === null ? null : cents(gross), ...more }),
  )
}
const judge = (id: CostId, more: Partial<Parameters<typeof judgeReceipt>[3]> = {}) =>
  as(world, asCoach(at), 'receipt.judge', (tx, permit) => judgeReceipt(tx, permit, id, { ...plain, ...more }))
const revise = (id: CostId, more: Partial<Parameters<typeof judgeReceipt>[3]> = {}) =>
  as(world, asTreasurer(at), 'receipt.revise', (tx, permit) => reviseJudgement(tx, permit, id, { ...plain, reason: 'Was voor thuis', ...more }))
const read = (id: CostId) => as(world, asTreasurer(at), 'receipt.read', (tx, permit) => receiptById(tx, permit, id))
const costsOf = (of: string) =>
  as(world, asTreasurer(at), 'receipt.read', async (tx, permit) =>
    (await spendingRows(tx, permit, firstDay(month(of)), lastDay(month(of)))).costs.map((cost) => [cost.cost, cost.net]),
  )
const close = (of: string) => as(world, asTreasurer(at), 'month.close', (tx, permit) => closeMonth(tx, permit, month(of)))
const split = (of: string) =>
  as(world, asTreasurer(at), 'month.see', async (tx, permit) => {
    const { splits } = await settlementOf(tx, permit, month(of))
    return splits.map(({ shares }) => [shares.turnover, shares.costs, shares.result, ...shares.lines.map((line) => line.cents)])
  })

describe('a judgement that was wrong', () => {
  let receipt: CostId

  test('is revised in the same month: the books hold both, and the month counts nothing', async () => {
    itIs(world, '2026-09-05')
    receipt = await send(12100, 2100)
    await judge(receipt)
    expect([await balance('costs'), await balance('owedToMember')]).toEqual([10000n, -12100n])
    await revise(receipt, { outcome: 'rejected' })
    expect([await balance('costs'), await balance('owedToMember'), await balance('vatReclaimable')]).toEqual([0n, 0n, 0n])
    expect(await costsOf('2026-09')).toEqual([
      [receipt, 10000n],
      [receipt, -10000n],
    ])
    expect(await read(receipt)).toMatchObject({ standing: 'rejected', held: { reason: 'Was voor thuis' } })
  })

  test('can be revised again, and is booked once more with another amount', async () => {
    await expect(revise(receipt, { gross: cents(6050), vat: cents(1050), reason: null })).rejects.toMatchObject({ field: 'reason' })
    await revise(receipt, { gross: cents(6050), vat: cents(1050), reason: 'De helft was voor het werk' })
    expect([await balance('costs'), await balance('owedToMember'), await balance('vatReclaimable')]).toEqual([5000n, -6050n, 1050n])
    const open = await as(world, asTreasurer(at), 'receipt.read', (tx, permit) => payablesOpen(tx, permit))
    expect(open.map((each) => [each.id, each.to, each.open])).toEqual([[receipt, 'member', 6050n]])
  })

  test('of two who revise at the same moment each finds what the other left, and nothing is booked twice', async () => {
    const before = await balance('costs')
    const id = await send(1000, 0)
    await judge(id)
    await Promise.allSettled([revise(id, { outcome: 'rejected' }), revise(id, { outcome: 'rejected' })])
    expect(await balance('costs')).toBe(before)
  })

  test('is never revised by whose it is or who sent it, nor before anybody judged', async () => {
    const sent = await as(world, asCoach(at), 'receipt.send', (tx, permit) =>
      sendReceipt(tx, permit, { ...plain, member: samira, boughtOn: day('2026-09-02'), gross: cents(900), vat: ZERO, what: 'Schaar', unsure: [], file: null }),
    )
    await expect(revise(sent)).rejects.toMatchObject({ kind: 'conflict' })
    await as(world, asTreasurer(at), 'receipt.judge', (tx, permit) => judgeReceipt(tx, permit, sent, plain))
    const byCoach = as(world, asCoach(at), 'receipt.revise', (tx, permit) =>
      reviseJudgement(tx, permit, sent, { ...plain, outcome: 'rejected', reason: 'Nee' }),
    )
    await expect(byCoach).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(as(world, asMember(at, samira), 'receipt.revise', async () => 1)).rejects.toMatchObject({ kind: 'forbidden' })
    await revise(sent, { outcome: 'rejected' })
  })

  test('after money was paid on it, keeps amount and payer until the bank line is undone; another kind is no matter', async () => {
    const id = await send(2000, 0)
    await judge(id)
    await as(world, asTreasurer(at), 'ledger.correct', (tx, permit) =>
      payCost(tx, permit, { cost: id, cents: cents(2000), on: day('2026-09-05'), source: { kind: 'bank line', id: 'x' } }),
    )
    await expect(revise(id, { outcome: 'rejected' })).rejects.toMatchObject({ sentence: { what: 'Hiervoor is al betaald via de bank.' } })
    await expect(revise(id, { gross: cents(1999) })).rejects.toMatchObject({ kind: 'conflict' })
    await revise(id, { kind: 'tools', reason: 'Het was een schaar' })
    expect((await read(id)).held?.kind).toBe('tools')
    await as(world, asTreasurer(at), 'ledger.correct', (tx, permit) =>
      undoPayCost(tx, permit, { kind: 'bank line', id: 'x' }, { kind: 'bank line undone', id: 'x' }, day('2026-09-05')),
    )
  })

  test('after the month was closed leaves that month as it is, and counts in this one', async () => {
    itIs(world, '2026-09-08')
    const id = await send(3000, 0)
    await judge(id)
    const invoice = await sold(at, samira, '2026-09-10', [{ net: 20000 }])
    await bankIn(at, '2026-09', [{ invoice, gross: 24200, on: '2026-09-20' }])
    itIs(world, '2026-10-02')
    // 50.00 of the receipt, 20.00 of scissors, 30.00 of this one.
    expect(await split('2026-09')).toEqual([[20000n, 10000n, 10000n, 6000n, 1500n, 2500n]])
    await close('2026-09')
    const pots = async () =>
      (await as(world, asTreasurer(at), 'ledger.read', (tx, permit) => potsPerMember(tx, permit, day('2026-10-31')))).get(samira)?.business
    expect(await pots()).toBe(6000n)
    const closed = await balance('costs', '2026-09-30')
    const counted = await costsOf('2026-09')
    await revise(id, { outcome: 'rejected' })
    expect(await balance('costs', '2026-09-30')).toBe(closed)
    expect(await costsOf('2026-09')).toEqual(counted)
    expect(await costsOf('2026-10')).toEqual([[id, -3000n]])
    const next = await sold(at, samira, '2026-10-05', [{ net: 10000 }])
    await bankIn(at, '2026-10', [{ invoice: next, gross: 12100, on: '2026-10-20' }], 24200)
    expect(await split('2026-10')).toEqual([[10000n, -3000n, 13000n, 7800n, 1950n, 3250n]])
    itIs(world, '2026-11-02')
    await close('2026-10')
    // As if the cost had never been: 60% of 130.00 + 130.00.
    expect(await pots()).toBe(13800n)
    expect((await as(world, asTreasurer(at), 'ledger.verify', verify)).faults).toEqual([])
  })

  test('is told to the member, without particulars', async () => {
    await world.world.database.pool.query("update access.person set email = 'samira@bloesem.example' where id = $1", [samira])
    const id = await send(500, 0)
    await judge(id)
    await revise(id, { outcome: 'rejected' })
    await world.runJobs()
    expect(await newFor(world, samira)).toContain('receiptRevised')
    const mails = await tellingMails(world, 'samira@bloesem.example')
    expect(mails.length).toBeGreaterThan(0)
    for (const { text } of mails) expect(text).not.toContain('Was voor thuis')
  })
})

describe('what a member does not know', () => {
  test('is left open with a photo, and filled in by whoever judges', async () => {
    await expect(send(null, 0)).rejects.toMatchObject({ field: 'gross' })
    const browser = await signedIn(world, samira)
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
    const photo = new File([png], 'bon.png', { type: 'image/png' })
    const answer = await browser.post('/bonnen', {
      what: 'Bonnetje markt',
      gross: '',
      vat: '',
      boughtOn: '2026-11-02',
      kind: 'unknown',
      paidBy: 'unknown',
      photo,
    })
    const location = answer.headers.get('location') ?? ''
    expect(await (await browser.get(location)).text()).toContain('bedrag, btw, waarvoor en wie betaalde')
    expect(await (await browser.get('/bonnen')).text()).toContain('Nog niet bekend')
    const id = location.split('/').at(-1) as CostId
    const ans = await signedIn(world, at.treasurer)
    const form = { outcome: 'accepted', gross: '12,10', vat: '2,10', vatDeductible: '', kind: 'stall', paidBy: 'cash', reason: '' }
    for (const [field, words] of [
      ['gross', 'is nog niet bekend'],
      ['kind', 'nog niet waarvoor deze bon is'],
    ] as const) {
      expect(await (await ans.post(`${location}/oordeel`, { ...form, [field]: '' })).text()).toContain(words)
    }
    expect((await ans.post(`${location}/oordeel`, form)).status).toBe(303)
    expect(await read(id)).toMatchObject({ standing: 'accepted', held: { gross: 1210n, vatDeductible: 210n, net: 1000n, kind: 'stall', paidBy: 'cash' } })
  })

  test('keeps its own amount unless the judge says why it is another', async () => {
    const id = await send(1000, 0)
    await expect(judge(id, { gross: cents(1001) })).rejects.toMatchObject({ field: 'reason' })
    await judge(id, { gross: cents(1001), reason: 'Op de bon staat een cent meer' })
  })
})

test('the treasurer revises a judgement and undoes a purchase on their pages; the board cannot end a request', async () => {
  await world.world.database.pool.query("update access.person set language = 'nl' where id = $1", [samira])
  const ans = await signedIn(world, at.treasurer)
  const id = await send(700, 0)
  await judge(id)
  expect(await (await ans.get(`/bonnen/${id}`)).text()).toContain('Oordeel aanpassen')
  const form = { outcome: 'rejected', gross: '7,00', vat: '0', vatDeductible: '0', kind: 'material', paidBy: 'member' }
  expect((await ans.post(`/bonnen/${id}/aanpassing`, form)).status).toBe(422)
  const key = crypto.randomUUID()
  const answers = await Promise.all([1, 2].map(() => ans.post(`/bonnen/${id}/aanpassing`, { ...form, reason: 'Dubbel ingestuurd' }, key)))
  expect(answers.map((answer) => answer.status)).toEqual([303, 303])
  expect(await (await (await signedIn(world, samira)).get(`/bonnen/${id}`)).text()).toContain('Dubbel ingestuurd')
  await expect(as(world, asBoard(at), 'spending.cancel', async () => 1)).rejects.toMatchObject({ kind: 'forbidden' })
})

test('the board is told of a receipt that waits, opens it and judges it', async () => {
  const id = await send(800, 0)
  const chair = await signedIn(world, at.board)
  expect(await (await chair.get('/bestuur')).text()).toContain(`/bonnen/${id}`)
  expect(await (await chair.get('/bonnen')).text()).toContain(`/bonnen/${id}`)
  expect(await (await chair.get(`/bonnen/${id}`)).text()).toContain('Jouw oordeel')
  const form = { outcome: 'accepted', gross: '8,00', vat: '0', vatDeductible: '', kind: 'material', paidBy: 'member', reason: '' }
  expect((await chair.post(`/bonnen/${id}/oordeel`, form)).status).toBe(303)
  expect(await read(id)).toMatchObject({ standing: 'accepted' })
})

test('a budget is “jouw” for the member alone', async () => {
  const [own, office] = [await signedIn(world, samira), await signedIn(world, at.treasurer)]
  const form = { pot: 'business', what: 'Een kraam', cents: '', why: '' }
  const to = (await own.post('/bestedingen', form)).headers.get('location') ?? ''
  for (const path of ['/bestedingen', to]) {
    expect(await (await own.get(path)).text(), path).toContain('Jouw bedrijf')
    const html = await (await office.get(path)).text()
    expect(html, path).toContain('Bedrijf')
    expect(html, path).not.toContain('Jouw bedrijf')
  }
})

test('the office that forgets to choose a member is asked which one, and nothing is sent', async () => {
  const ans = await signedIn(world, at.treasurer)
  const facts = { what: 'Zonder lid', gross: '5,00', vat: '', boughtOn: '2026-09-02', kind: 'material', paidBy: 'member', member: '' }
  const answer = await ans.post('/bonnen', facts)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Je hebt nog geen lid gekozen.')
  expect(await (await ans.get('/bonnen')).text()).not.toContain('Zonder lid')
})
