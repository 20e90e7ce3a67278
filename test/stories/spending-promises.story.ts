import { beforeAll, describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { account, post, verify } from '#rooms/ledger'
import { leave } from '#rooms/members'
import {
  askToSpend,
  bookPurchase,
  cancelSpending,
  decideSpending,
  type Plan,
  payablesOpen,
  potsOf,
  promiseOf,
  replan,
  requestById,
  requestsInReach,
  type SpendingRequestId,
  takeBackSpending,
  undoPurchase,
} from '#rooms/spending'
import { asBoard, asCoach, asMember, asTreasurer, newMember, type Village, village } from '../village.ts'
import { as, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let at: Village
let samira: MemberId
let machine: SpendingRequestId

const fillPot = (member: MemberId, amount: number, on: string) =>
  as(world, asTreasurer(at), 'ledger.correct', (tx, permit) =>
    post(tx, permit, {
      source: { kind: 'test fill', id: `${member} ${on}` },
      on: day(on),
      transfers: [{ debit: account('resultAllocation', member), credit: account('businessBudget', member), cents: cents(amount) }],
    }),
  )
const ask = (member: MemberId, amount: number, parts: number | null) =>
  as(world, asMember(at, member), 'spending.ask', (tx, permit) =>
    askToSpend(tx, permit, { member, pot: 'business', cents: cents(amount), what: 'Naaimachine', why: null, parts }),
  )
const approve = (id: SpendingRequestId, plan: Plan | null) =>
  as(world, asCoach(at), 'spending.decide', (tx, permit) => decideSpending(tx, permit, id, { outcome: 'approved', reason: null, plan }))
const pot = (member: MemberId) => as(world, asMember(at, member), 'spending.read', async (tx, permit) => (await potsOf(tx, permit, member)).business)
const parts = (id: SpendingRequestId) => as(world, asTreasurer(at), 'spending.read', (tx, permit) => promiseOf(tx, permit, id))
const standing = (id: SpendingRequestId) => as(world, asTreasurer(at), 'spending.read', async (tx, permit) => (await requestById(tx, permit, id)).standing)
const pay = (id: SpendingRequestId, gross = 10000) =>
  as(world, asTreasurer(at), 'spending.book', (tx, permit) =>
    bookPurchase(tx, permit, id, { gross: cents(gross), vat: cents(0), boughtOn: permit.today, paidBy: 'bank', file: null }),
  )
const part = async (id: SpendingRequestId, place: number) => (await parts(id)).find((each) => each.instalment?.place === place)?.id as SpendingRequestId

beforeAll(async () => {
  world = await testWorld()
  at = await village(world, '2026-09-01')
  samira = await newMember(at, 'Samira el Amrani')
  itIs(world, '2026-11-02')
  await fillPot(samira, 25000, '2026-10-31')
})

describe('a promise in instalments', () => {
  test('is asked for more than is free, and holds nothing before it is decided', async () => {
    await expect(ask(samira, 60000, null)).rejects.toMatchObject({ field: 'cents' })
    await expect(ask(samira, 60000, 61)).rejects.toMatchObject({ field: 'parts' })
    machine = await ask(samira, 60000, 6)
    expect(await pot(samira)).toMatchObject({ balance: 25000n, reserved: 0n, promised: 0n, toCome: 0n, free: 25000n })
  })

  test('is refused when more falls due now than the pot holds, in too few parts, and from a month that is over', async () => {
    await expect(approve(machine, { parts: 2, first: month('2026-11') })).rejects.toMatchObject({ field: 'first' })
    await expect(approve(machine, { parts: 1, first: month('2026-12') })).rejects.toMatchObject({ field: 'parts' })
    await expect(approve(machine, { parts: 6, first: month('2026-10') })).rejects.toMatchObject({ field: 'first' })
    expect(await standing(machine)).toBe('asked')
  })

  test('reserves what falls due, promises what is there, and says what must still come in', async () => {
    await approve(machine, { parts: 6, first: month('2026-11') })
    expect(await standing(machine)).toBe('promised')
    expect(await pot(samira)).toMatchObject({ balance: 25000n, reserved: 10000n, promised: 15000n, toCome: 35000n, free: 0n })
    expect((await parts(machine)).map((each) => [each.instalment?.due, each.cents])).toEqual([
      ['2026-11-01', 10000n],
      ['2026-12-01', 10000n],
      ['2027-01-01', 10000n],
      ['2027-02-01', 10000n],
      ['2027-03-01', 10000n],
      ['2027-04-01', 10000n],
    ])
    const listed = await as(world, asTreasurer(at), 'spending.read', (tx, permit) => requestsInReach(tx, permit))
    expect(listed.map((each) => each.id)).toEqual([machine])
    await expect(ask(samira, 100, null)).rejects.toMatchObject({ field: 'cents' })
  })

  test('is paid like a purchase, once each, never before its day and never from what is not there', async () => {
    const [first, second] = [await part(machine, 1), await part(machine, 2)]
    await expect(pay(machine)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(pay(second)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(pay(first, 10001)).rejects.toMatchObject({ field: 'gross' })
    await pay(first)
    await expect(pay(first)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await pot(samira)).toMatchObject({ balance: 15000n, reserved: 0n, promised: 15000n, toCome: 35000n })
    const open = await as(world, asTreasurer(at), 'spending.read', (tx, permit) => payablesOpen(tx, permit))
    expect(open.map(({ what, open }) => [what, open])).toEqual([['Naaimachine, termijn 1', 10000n]])
    itIs(world, '2027-01-04')
    expect(await pot(samira)).toMatchObject({ balance: 15000n, reserved: 20000n, promised: 0n, toCome: 30000n, free: 0n })
    await pay(second)
    await expect(pay(await part(machine, 3))).rejects.toMatchObject({
      sentence: { what: 'In dit potje zit €\u00a050,00. Dat is te weinig voor deze termijn.' },
    })
    expect((await pot(samira)).balance).toBe(5000n)
  })

  test('is undone by its mirror, and due again', async () => {
    const second = await part(machine, 2)
    await as(world, asTreasurer(at), 'spending.undo', (tx, permit) => undoPurchase(tx, permit, second, 'Dubbel betaald'))
    expect(await pot(samira)).toMatchObject({ balance: 15000n, reserved: 20000n })
    await pay(second)
    expect((await as(world, asTreasurer(at), 'ledger.verify', verify)).faults).toEqual([])
  })

  test('is changed by agreement only: what was paid stays, what is left is the same to the cent', async () => {
    await expect(as(world, asMember(at, samira), 'spending.ask', (tx, permit) => takeBackSpending(tx, permit, machine))).rejects.toMatchObject({
      kind: 'conflict',
    })
    const change = (plan: Plan) => as(world, asCoach(at), 'spending.replan', (tx, permit) => replan(tx, permit, machine, plan, 'De winkel wacht langer'))
    await expect(change({ parts: 3, first: month('2026-12') })).rejects.toMatchObject({ field: 'first' })
    await change({ parts: 7, first: month('2027-02') })
    const all = await parts(machine)
    const left = all.filter((each) => each.standing === 'approved')
    expect(left.map((each) => each.cents)).toEqual([5715n, 5715n, 5714n, 5714n, 5714n, 5714n, 5714n])
    expect(left[0]?.instalment).toMatchObject({ place: 7, due: '2027-02-01' })
    expect(all.filter((each) => each.standing === 'cancelled').map((each) => each.reason)).toEqual(Array(4).fill('De winkel wacht langer'))
    expect(await pot(samira)).toMatchObject({ balance: 5000n, reserved: 0n, promised: 5000n, toCome: 35000n })
  })

  test('two who pay and change at once come one after the other, and the total never grows', async () => {
    itIs(world, '2027-02-02')
    await fillPot(samira, 20000, '2027-02-01')
    const due = await part(machine, 7)
    await Promise.allSettled([
      pay(due, 5715),
      as(world, asCoach(at), 'spending.replan', (tx, permit) => replan(tx, permit, machine, { parts: 2, first: month('2027-03') }, 'Sneller')),
      pay(due, 5715),
    ])
    const all = await parts(machine)
    const live = all.filter((each) => each.standing === 'approved' || each.standing === 'bought')
    expect(live.reduce((total, each) => total + (each.cents ?? 0n), 0n)).toBe(60000n)
  })

  test('ends with a reason: what was paid stays and the rest is free', async () => {
    const one = await part(machine, 14)
    if (one) {
      await expect(as(world, asTreasurer(at), 'spending.cancel', (tx, permit) => cancelSpending(tx, permit, one, 'Alleen deze'))).rejects.toMatchObject({
        kind: 'conflict',
      })
    }
    await as(world, asTreasurer(at), 'spending.cancel', (tx, permit) => cancelSpending(tx, permit, machine, 'De winkel stopt'))
    expect(await standing(machine)).toBe('bought')
    const { balance, ...rest } = await pot(samira)
    expect(rest).toMatchObject({ reserved: 0n, promised: 0n, toCome: 0n, free: balance })
  })

  test('ends where the member leaves: what fell due before stays, what falls due after is no longer held', async () => {
    itIs(world, '2027-03-02')
    const yonas = await newMember(at, 'Yonas Tesfay')
    await fillPot(yonas, 30000, '2027-03-01')
    const id = await ask(yonas, 40000, 4)
    await approve(id, { parts: 4, first: month('2027-04') })
    expect(await pot(yonas)).toMatchObject({ promised: 30000n, toCome: 10000n, free: 0n })
    await as(world, asBoard(at), 'member.leave', (tx, permit) => leave(tx, permit, yonas, day('2027-05-15'), { reason: 'ownWish', destination: 'paidWork' }))
    expect(await pot(yonas)).toMatchObject({ promised: 20000n, toCome: 0n, free: 10000n })
    expect((await parts(id)).map((each) => each.standing)).toEqual(['approved', 'approved', 'cancelled', 'cancelled'])
    itIs(world, '2027-06-02')
    await expect(pay(await part(id, 3))).rejects.toMatchObject({ kind: 'conflict' })
    await pay(await part(id, 1))
    expect(await standing(id)).toBe('promised')
  })

  test('stands on the pages of the member, the coach and the treasurer', async () => {
    itIs(world, '2027-03-02')
    const fatma = await newMember(at, 'Fatma Aydin')
    await fillPot(fatma, 15000, '2027-03-01')
    const member = await signedIn(world, fatma)
    await member.post('/bestedingen', { pot: 'business', what: 'Oven', cents: '300,00', parts: '3' })
    const [{ id } = { id: '' }] = await as(world, asMember(at, fatma), 'spending.read', (tx, permit) => requestsInReach(tx, permit))
    const coach = await signedIn(world, at.coach)
    await coach.post(`/bestedingen/${id}/besluit`, { outcome: 'inParts', parts: '3', first: '2027-03' })
    const page = await (await member.get(`/bestedingen/${id}`)).text()
    expect(page).toContain('Toegezegd in termijnen')
    expect(page).toContain('€\u00a00,00 van €\u00a0300,00 betaald')
    const money = await (await member.get('/geld')).text()
    expect(money).toContain('toegezegd, uit wat nog komt')
    const list = await (await coach.get('/bestedingen/potten')).text()
    expect(list).toContain('Fatma Aydin')
    const home = await (await (await signedIn(world, at.treasurer)).get('/penningmeester')).text()
    expect(home).toContain('Termijn van een toezegging te betalen')
    expect(home).toContain('Oven, termijn 1')
    expect(home).not.toContain('Oven, termijn 2')
  })
})
