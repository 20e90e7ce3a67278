import { beforeAll, describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { cents, ZERO } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { account, balanceOf, findEntry, post } from '#rooms/ledger'
import {
  answerReceipt,
  askToSpend,
  bookPurchase,
  type CostId,
  decideSpending,
  judgeReceipt,
  payablesOpen,
  payCost,
  potsOf,
  receiptById,
  sendReceipt,
  spendingRows,
  takeBackSpending,
  undoPayCost,
} from '#rooms/spending'
import { asCoach, asMember, asTreasurer, newMember, type Village, village, withConsent } from '../village.ts'
import { as, itIs, signedIn, testWorld } from '../world.ts'

let at: Village
let samira: MemberId
let petra: MemberId

beforeAll(async () => {
  at = await village(await testWorld(), '2026-09-01')
  samira = await newMember(at, 'Samira el Amrani', 'participatiewetOwn')
  petra = await newMember(at, 'Petra Mulder')
  await withConsent(at, samira, '2026-09-01')
  itIs(at.world, '2026-10-05')
})

const plain = { outcome: 'accepted', reason: null, kind: 'material', paidBy: 'bank', vatDeductible: null } as const

function send(member: MemberId, gross: number, vat: number, more: Partial<Parameters<typeof sendReceipt>[2]> = {}): Promise<CostId> {
  return as(at.world, asMember(at, member), 'receipt.send', (tx, permit) =>
    sendReceipt(tx, permit, {
      member,
      boughtOn: day('2026-10-02'),
      gross: cents(gross),
      vat: cents(vat),
      kind: 'material',
      paidBy: 'bank',
      what: 'Stof',
      unsure: [],
      file: null,
      ...more,
    }),
  )
}

function judge(id: CostId, judgement: Partial<Parameters<typeof judgeReceipt>[3]> = {}) {
  return as(at.world, asTreasurer(at), 'receipt.judge', (tx, permit) => judgeReceipt(tx, permit, id, { ...plain, ...judgement }))
}

const lines = (kind: string, id: string) =>
  as(at.world, asTreasurer(at), 'ledger.read', async (tx, permit) =>
    (await findEntry(tx, permit, { kind, id }))?.lines.map((line) => [line.debit.code, line.credit.code, line.cents]),
  )

const pots = (member: MemberId) => as(at.world, asMember(at, member), 'spending.read', (tx, permit) => potsOf(tx, permit, member))

/** Money in a pot, as a month close would put it there. */
function fill(member: MemberId, pot: 'businessBudget' | 'developmentBudget', amount: number, id: string) {
  return as(at.world, asTreasurer(at), 'ledger.correct', (tx, permit) =>
    post(tx, permit, {
      source: { kind: 'test fill', id },
      on: day('2026-10-01'),
      transfers: [{ debit: account('resultAllocation', member), credit: account(pot, member), cents: cents(amount) }],
    }),
  )
}

describe('a receipt', () => {
  test('is sent by the member, accepted by the treasurer and lowers the result of this month', async () => {
    const id = await send(samira, 12100, 2100)
    const unjudged = async (of: string) =>
      (await as(at.world, asTreasurer(at), 'receipt.read', (tx, permit) => spendingRows(tx, permit, day('2026-10-01'), day('2026-10-31'), month(of)))).unjudged
    expect([await unjudged('2026-09'), await unjudged('2026-10')]).toEqual([0, 1])
    await judge(id)
    expect(await unjudged('2026-10')).toBe(0)
    expect(await lines('receipt', id)).toEqual([
      ['costs', 'creditors', 10000n],
      ['vatReclaimable', 'creditors', 2100n],
    ])
    const { costs } = await as(at.world, asTreasurer(at), 'receipt.read', (tx, permit) => spendingRows(tx, permit, day('2026-10-01'), day('2026-10-31')))
    expect(costs).toMatchObject([{ cost: id, member: samira, kind: 'material', net: 10000n, vatDeductible: 2100n, on: '2026-10-05' }])
  })

  test('is judged once, also when two press at the same moment', async () => {
    const id = await send(samira, 500, 0)
    const answers = await Promise.allSettled([judge(id), judge(id), judge(id)])
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
    await expect(judge(id, { outcome: 'rejected', reason: 'Toch niet' })).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('is never judged by who sent it, nor by whose it is', async () => {
    const id = await as(at.world, asCoach(at), 'receipt.send', (tx, permit) =>
      sendReceipt(tx, permit, {
        member: samira,
        boughtOn: day('2026-10-02'),
        gross: cents(900),
        vat: ZERO,
        kind: 'tools',
        paidBy: 'member',
        what: 'Schaar',
        unsure: [],
        file: null,
      }),
    )
    await expect(as(at.world, asCoach(at), 'receipt.judge', (tx, permit) => judgeReceipt(tx, permit, id, plain))).rejects.toMatchObject({ kind: 'forbidden' })
    await judge(id, { paidBy: 'member', kind: 'tools' })
    expect(await lines('receipt', id)).toEqual([['costs', 'owedToMember', 900n]])
  })

  test('that puzzles somebody is asked back, answered, and then accepted', async () => {
    const id = await send(samira, 3800, 0, { paidBy: 'unknown', what: 'Telefoon' })
    await expect(judge(id)).resolves.toBeUndefined()
    const other = await send(samira, 3800, 0, { paidBy: 'unknown', what: 'Telefoon' })
    await expect(judge(other, { outcome: 'askedBack' })).rejects.toMatchObject({ field: 'reason' })
    await judge(other, { outcome: 'askedBack', reason: 'Is dit voor je werk?' })
    await as(at.world, asMember(at, samira), 'receipt.answer', (tx, permit) => answerReceipt(tx, permit, other, 'Ja, voor bestellingen.'))
    expect(await as(at.world, asTreasurer(at), 'receipt.read', (tx, permit) => receiptById(tx, permit, other))).toMatchObject({ standing: 'answered' })
    await expect(judge(other, { paidBy: 'unknown' })).rejects.toMatchObject({ field: 'paidBy' })
    await judge(other)
  })

  test('rejected as business cost is paid from the development budget (domain example 17)', async () => {
    await fill(samira, 'developmentBudget', 10000, 'example 17')
    const before = await pots(samira)
    const id = await send(samira, 6000, 0, { kind: 'training', what: 'Cursus' })
    await judge(id, { outcome: 'onDevelopment', reason: 'Een cursus staat niet in de toestemming.', kind: 'training' })
    expect(await lines('receipt', id)).toEqual([
      ['developmentCosts', 'creditors', 6000n],
      ['developmentBudget', 'budgetReleased', 6000n],
    ])
    expect((await pots(samira)).development.balance - before.development.balance).toBe(-6000n)
    const { costs } = await as(at.world, asTreasurer(at), 'receipt.read', (tx, permit) => spendingRows(tx, permit, day('2026-10-01'), day('2026-10-31')))
    expect(costs.some((cost) => cost.cost === id)).toBe(false)
  })

  test('of tomorrow, or with more VAT than can be, is refused at its field', async () => {
    await expect(send(samira, 1000, 0, { boughtOn: day('2026-10-06') })).rejects.toMatchObject({ field: 'boughtOn' })
    await expect(send(samira, 12100, 2200)).rejects.toMatchObject({ field: 'vat' })
  })

  test('of one member does not exist for another', async () => {
    const id = await send(samira, 700, 0)
    await expect(as(at.world, asMember(at, petra), 'receipt.read', (tx, permit) => receiptById(tx, permit, id))).rejects.toMatchObject({ kind: 'missing' })
    await expect(
      as(at.world, asMember(at, petra), 'receipt.send', (tx, permit) =>
        sendReceipt(tx, permit, {
          member: samira,
          boughtOn: day('2026-10-02'),
          gross: cents(1),
          vat: ZERO,
          kind: 'other',
          paidBy: 'bank',
          what: 'x',
          unsure: [],
          file: null,
        }),
      ),
    ).rejects.toMatchObject({ kind: 'missing' })
  })
})

describe('paying', () => {
  test('a cost is paid in parts, never more than is open, and undone by its mirror', async () => {
    const id = await send(petra, 5000, 0)
    await judge(id)
    const pay = (amount: number, line: string) =>
      as(at.world, asTreasurer(at), 'ledger.correct', (tx, permit) =>
        payCost(tx, permit, { cost: id, cents: cents(amount), on: day('2026-10-06'), source: { kind: 'bankLine', id: line } }),
      )
    await pay(2000, 'a')
    await expect(pay(3001, 'b')).rejects.toMatchObject({ sentence: { what: 'Hiervan staat nog €\u00a030,00 open.' } })
    await pay(3000, 'c')
    const open = () =>
      as(at.world, asTreasurer(at), 'receipt.read', async (tx, permit) => (await payablesOpen(tx, permit)).find((each) => each.id === id)?.open)
    expect(await open()).toBeUndefined()
    await as(at.world, asTreasurer(at), 'ledger.correct', (tx, permit) =>
      undoPayCost(tx, permit, { kind: 'bankLine', id: 'c' }, { kind: 'bankLine undo', id: 'c' }, day('2026-10-06')),
    )
    expect(await open()).toBe(3000n)
  })
})

describe('a budget', () => {
  const ask = (amount: number) =>
    as(at.world, asMember(at, petra), 'spending.ask', (tx, permit) =>
      askToSpend(tx, permit, { member: petra, pot: 'business', cents: cents(amount), what: 'Naaimachine', why: null }),
    )

  test('holds what is asked, and gives it back when the request is taken back', async () => {
    await fill(petra, 'businessBudget', 41500, 'petra')
    const id = await ask(20000)
    expect((await pots(petra)).business).toMatchObject({ balance: 41500n, reserved: 20000n, free: 21500n })
    await expect(ask(21501)).rejects.toMatchObject({ field: 'cents', sentence: { what: 'Er is €\u00a0215,00 vrij. Je komt €\u00a00,01 tekort.' } })
    await as(at.world, asMember(at, petra), 'spending.ask', (tx, permit) => takeBackSpending(tx, permit, id))
    expect((await pots(petra)).business.free).toBe(41500n)
  })

  test('is used after somebody else approves; the pot is charged without the VAT that comes back', async () => {
    const id = await ask(12100)
    await as(at.world, asCoach(at), 'spending.decide', (tx, permit) => decideSpending(tx, permit, id, { outcome: 'approved', reason: null }))
    const buy = (gross: number) =>
      as(at.world, asTreasurer(at), 'spending.book', (tx, permit) =>
        bookPurchase(tx, permit, id, { gross: cents(gross), vat: cents(2100), boughtOn: day('2026-10-05'), paidBy: 'bank', file: null }),
      )
    await expect(buy(12101)).rejects.toMatchObject({ field: 'gross' })
    await buy(12100)
    await expect(buy(12100)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await lines('purchase', id)).toEqual([
      ['budgetSpent', 'creditors', 10000n],
      ['vatReclaimable', 'creditors', 2100n],
      ['businessBudget', 'budgetReleased', 10000n],
    ])
    expect((await pots(petra)).business).toMatchObject({ balance: 31500n, reserved: 0n, free: 31500n })
    // The cost and the release cancel out: the result of the cooperative is not touched by spending a pot.
    const budget = await as(
      at.world,
      asTreasurer(at),
      'ledger.read',
      async (tx, permit) =>
        (await balanceOf(tx, permit, 'budgetSpent', day('2026-10-31'))) + (await balanceOf(tx, permit, 'budgetReleased', day('2026-10-31'))),
    )
    expect(budget).toBe(-6000n + 0n) // the released course of example 17 has its own cost account
  })
})

describe('on the phone', () => {
  test('a member sends a receipt with a photo, and sees it', async () => {
    const browser = await signedIn(at.world, samira)
    expect((await browser.get('/bonnen/nieuw')).status).toBe(200)
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
    const fields = {
      what: 'Garen',
      gross: '12,10',
      vat: '2,10',
      boughtOn: '2026-10-02',
      kind: 'material',
      paidBy: 'member',
      photo: new File([png], 'bon.png', { type: 'image/png' }),
    }
    const key = crypto.randomUUID()
    const answer = await browser.post('/bonnen', fields, key)
    expect(answer.status).toBe(303)
    const location = answer.headers.get('location') ?? ''
    expect((await browser.post('/bonnen', fields, key)).headers.get('location')).toBe(location)
    const page = await (await browser.get(location)).text()
    expect(page).toContain('€\u00a012,10')
    const photo = await browser.get(`${location}/foto`)
    expect(photo.headers.get('content-type')).toBe('image/png')
    expect(photo.headers.get('content-security-policy')).toContain('sandbox')
    const other = await signedIn(at.world, petra)
    expect((await other.get(location)).status).toBe(404)
    expect((await other.get(`${location}/foto`)).status).toBe(404)
  })

  test('a receipt without a name is called after what it was for', async () => {
    const browser = await signedIn(at.world, samira)
    const answer = await browser.post('/bonnen', { gross: '9,95', boughtOn: '2026-10-02', kind: 'travel', paidBy: 'member' })
    expect(answer.status).toBe(303)
    const page = await (await browser.get(answer.headers.get('location') ?? '')).text()
    expect(page).toMatch(/<h1>Reizen<\/h1>/)
    expect(page).toContain('Je bon is verstuurd.')
  })

  test('the office narrows the list to a member, a month, and what waits', async () => {
    const ans = await signedIn(at.world, at.treasurer)
    const list = async (query: string) => (await ans.get(`/bonnen?${query}`)).text()
    expect(await list(`lid=${samira}&maand=2026-10&stand=open`)).toContain('>Reizen</a>')
    for (const query of [`lid=${petra}`, 'maand=2026-11', 'stand=judged']) expect(await list(query)).not.toContain('>Reizen</a>')
    expect(await list('maand=2019-01')).toContain('Er zijn geen bonnetjes die hierbij passen.')
    expect(await list('lid=niemand&maand=altijd&stand=zo')).toContain('>Reizen</a>')
  })

  test('what was typed is still there when something is wrong', async () => {
    const browser = await signedIn(at.world, samira)
    const photo = new File(['een foto'], 'bon van garen.jpg', { type: 'image/jpeg' })
    const answer = await browser.post('/bonnen', { what: 'Garen', gross: 'twaalf', boughtOn: '2026-10-02', kind: 'material', paidBy: 'member', photo })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    for (const words of ['value="twaalf"', 'Dit is geen bedrag', 'Kies bon van garen.jpg nog een keer.']) expect(page).toContain(words)
  })

  test('the treasurer judges on a page', async () => {
    const id = await send(samira, 2420, 420)
    const browser = await signedIn(at.world, at.treasurer)
    expect(await (await browser.get('/bonnen')).text()).toContain('Stof')
    const answer = await browser.post(`/bonnen/${id}/oordeel`, { outcome: 'accepted', kind: 'material', paidBy: 'bank', vatDeductible: '4,20', reason: '' })
    expect(answer.status).toBe(303)
    expect(await (await browser.get(`/bonnen/${id}`)).text()).toContain('Telt mee als kosten')
  })
})
