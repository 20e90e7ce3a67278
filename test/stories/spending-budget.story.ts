import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { account, findEntry, post, verify } from '#rooms/ledger'
import {
  askToSpend,
  bookPurchase,
  cancelSpending,
  decideSpending,
  payablesOpen,
  payCost,
  potsOf,
  requestById,
  type SpendingRequestId,
  takeBackSpending,
  undoPurchase,
} from '#rooms/spending'
import { asCoach, asMember, asTreasurer, newMember, type Village, village } from '../village.ts'
import { as, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let at: Village
let samira: MemberId

beforeAll(async () => {
  world = await testWorld()
  at = await village(world, '2026-09-01')
  samira = await newMember(at, 'Samira el Amrani')
  itIs(world, '2026-11-02')
  await as(world, asTreasurer(at), 'ledger.correct', (tx, permit) =>
    post(tx, permit, {
      source: { kind: 'test fill', id: 'again' },
      on: day('2026-10-31'),
      transfers: [{ debit: account('resultAllocation', samira), credit: account('businessBudget', samira), cents: cents(13800) }],
    }),
  )
})

describe('a budget', () => {
  const ask = (amount: number | null, pot: 'business' | null = 'business') =>
    as(world, asMember(at, samira), 'spending.ask', (tx, permit) =>
      askToSpend(tx, permit, { member: samira, pot, cents: amount === null ? null : cents(amount), what: 'Naaimachine', why: null }),
    )
  const approve = (id: SpendingRequestId, more: { pot?: 'business'; cents?: ReturnType<typeof cents> } = {}) =>
    as(world, asCoach(at), 'spending.decide', (tx, permit) => decideSpending(tx, permit, id, { outcome: 'approved', reason: null, ...more }))
  const pot = () => as(world, asMember(at, samira), 'spending.read', async (tx, permit) => (await potsOf(tx, permit, samira)).business)
  const standing = (id: SpendingRequestId) => as(world, asTreasurer(at), 'spending.read', async (tx, permit) => (await requestById(tx, permit, id)).standing)
  const buy = (id: SpendingRequestId, more: Partial<Parameters<typeof bookPurchase>[3]> = {}) =>
    as(world, asTreasurer(at), 'spending.book', (tx, permit) =>
      bookPurchase(tx, permit, id, { gross: cents(6050), vat: cents(1050), boughtOn: day('2026-11-02'), paidBy: 'bank', file: null, ...more }),
    )
  const undo = (id: SpendingRequestId) => as(world, asTreasurer(at), 'spending.undo', (tx, permit) => undoPurchase(tx, permit, id, 'Verkeerd bedrag'))
  const lines = (id: string) =>
    as(world, asTreasurer(at), 'ledger.read', async (tx, permit) =>
      (await findEntry(tx, permit, { kind: 'purchase', id }))?.lines.map((line) => [line.debit.code, line.credit.code, line.cents]),
    )

  test('that was approved and is not used is taken back by the member or the coach, or ended by the treasurer with a reason', async () => {
    itIs(world, '2026-11-02')
    const free = (await pot()).free
    const takeBack = (id: SpendingRequestId, who: Parameters<typeof as>[1] = asMember(at, samira)) =>
      as(world, who, 'spending.ask', (tx, permit) => takeBackSpending(tx, permit, id))
    const cancel = (id: SpendingRequestId) =>
      as(world, asTreasurer(at), 'spending.cancel', (tx, permit) => cancelSpending(tx, permit, id, 'Al een jaar niet gebruikt'))
    const ids = [await ask(1000), await ask(1000), await ask(1000)] as const
    for (const id of ids) await approve(id)
    expect((await pot()).reserved).toBe(3000n)
    await takeBack(ids[0])
    await takeBack(ids[1], asCoach(at))
    await expect(cancel(ids[0])).rejects.toMatchObject({ kind: 'conflict' })
    await cancel(ids[2])
    expect(await pot()).toMatchObject({ reserved: 0n, free })
    expect([await standing(ids[0]), await standing(ids[2])]).toEqual(['takenBack', 'cancelled'])
    for (const id of ids) await expect(buy(id)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(takeBack(ids[2])).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('is bought or taken back, whichever comes first', async () => {
    const id = await ask(6050)
    await approve(id)
    await Promise.allSettled([buy(id), as(world, asMember(at, samira), 'spending.ask', (tx, permit) => takeBackSpending(tx, permit, id))])
    const booked = (await lines(id)) !== undefined
    expect(await standing(id)).toBe(booked ? 'bought' : 'takenBack')
    if (booked) await undo(id)
  })

  test('is bought, undone by the exact mirror, and bought again as it should have been', async () => {
    const before = await pot()
    const id = await ask(6050)
    await approve(id)
    await buy(id)
    expect((await pot()).balance).toBe(before.balance - 5000n)
    await undo(id)
    expect(await standing(id)).toBe('approved')
    expect(await pot()).toMatchObject({ balance: before.balance, reserved: before.reserved + 6050n })
    await expect(undo(id)).rejects.toMatchObject({ kind: 'conflict' })
    await buy(id, { gross: cents(4840), vat: cents(840) })
    expect(await lines(`${id} 2`)).toEqual([
      ['budgetSpent', 'creditors', 4000n],
      ['vatReclaimable', 'creditors', 840n],
      ['businessBudget', 'budgetReleased', 4000n],
    ])
    const open = await as(world, asTreasurer(at), 'spending.read', (tx, permit) => payablesOpen(tx, permit))
    expect(open.filter((each) => each.id === id).map((each) => each.open)).toEqual([4840n])
    await as(world, asTreasurer(at), 'ledger.correct', (tx, permit) =>
      payCost(tx, permit, { cost: id, cents: cents(4840), on: day('2026-11-02'), source: { kind: 'bank line', id: 'y' } }),
    )
    await expect(undo(id)).rejects.toMatchObject({ sentence: { what: 'Hiervoor is al betaald via de bank.' } })
    expect((await as(world, asTreasurer(at), 'ledger.verify', verify)).faults).toEqual([])
  })

  test('buys equipment of the cooperative: a thing in the books, used by the member, and the pot released', async () => {
    const id = await ask(2420)
    await approve(id)
    const equipment = { gross: cents(2420), vat: cents(420), as: 'equipment' } as const
    await expect(buy(id, equipment)).rejects.toMatchObject({ field: 'item' })
    await expect(buy(id, { ...equipment, item: 'Lockmachine', usedBy: at.treasurer })).rejects.toMatchObject({ field: 'usedBy' })
    await buy(id, { ...equipment, item: 'Lockmachine' })
    expect(await lines(id)).toEqual([
      ['equipment', 'creditors', 2000n],
      ['vatReclaimable', 'creditors', 420n],
      ['businessBudget', 'budgetReleased', 2000n],
    ])
    const ans = await signedIn(world, at.treasurer)
    expect(await (await ans.get(`/bestedingen/${id}`)).text()).toContain('Lockmachine is van de coöperatie. Samira el Amrani gebruikt het.')
  })

  test('asked for without pot or amount holds nothing, until the coach fills both in', async () => {
    const before = await pot()
    const id = await ask(null, null)
    expect((await pot()).reserved).toBe(before.reserved)
    await expect(approve(id)).rejects.toMatchObject({ field: 'pot' })
    await expect(approve(id, { pot: 'business' })).rejects.toMatchObject({ field: 'cents' })
    await expect(approve(id, { pot: 'business', cents: cents(before.free + 1n) })).rejects.toMatchObject({ kind: 'rule' })
    await approve(id, { pot: 'business', cents: cents(700) })
    expect((await pot()).reserved).toBe(before.reserved + 700n)
  })

  test('is refused in the language of the reader', async () => {
    await world.world.database.pool.query("update access.person set language = 'en' where id = $1", [samira])
    const browser = await signedIn(world, samira)
    const short = await browser.post('/bestedingen', { pot: 'business', what: 'Car', cents: '99.999,00' })
    expect(await short.text()).toContain('is free. You are')
    const wrong = await (await browser.post('/bestedingen', { pot: 'business', what: '', cents: 'lots' })).text()
    expect(wrong).toContain('This is not an amount')
    expect(wrong).toContain('Fill this in.')
    expect(wrong).not.toContain('Vul dit in')
  })
})
