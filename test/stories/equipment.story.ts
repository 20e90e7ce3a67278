import { beforeAll, describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { account, post, verify } from '#rooms/ledger'
import {
  askToSpend,
  bookPurchase,
  decideSpending,
  type EquipmentId,
  equipmentById,
  equipmentInReach,
  moveEquipment,
  promiseOf,
  registerEquipment,
  type SpendingRequestId,
  worthOn,
} from '#rooms/spending'
import { asBoard, asCoach, asMember, asTreasurer, newMember, type Village, village } from '../village.ts'
import { as, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let at: Village
let samira: MemberId
let petra: MemberId
let machine: EquipmentId

const PHOTO = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

/** What was bought from the pot, at once or in instalments of which the first is paid. */
async function bought(what: string, amount: number, as_: 'cost' | 'equipment', parts: number | null = null): Promise<SpendingRequestId> {
  const id = await as(world, asMember(at, samira), 'spending.ask', (tx, permit) =>
    askToSpend(tx, permit, { member: samira, pot: 'business', cents: cents(amount), what, why: null, parts }),
  )
  const plan = parts ? { parts, first: month('2026-11') } : null
  await as(world, asCoach(at), 'spending.decide', (tx, permit) => decideSpending(tx, permit, id, { outcome: 'approved', reason: null, plan }))
  await as(world, asTreasurer(at), 'spending.book', async (tx, permit) => {
    const [first] = await promiseOf(tx, permit, id)
    const gross = cents(parts ? amount / parts : amount)
    await bookPurchase(tx, permit, first?.id ?? id, { gross, vat: cents(0), boughtOn: permit.today, paidBy: 'bank', file: null, as: as_, item: what })
  })
  return id
}
const register = (id: SpendingRequestId, name: string, more: { years?: number; value?: number } = {}) =>
  as(world, asTreasurer(at), 'equipment.register', (tx, permit) =>
    registerEquipment(tx, permit, id, { name, value: cents(more.value ?? 60000), years: more.years ?? 5, place: 'Naaiatelier', serial: null, photo: null }),
  )
const move = (id: EquipmentId, step: Partial<Parameters<typeof moveEquipment>[3]> & Pick<Parameters<typeof moveEquipment>[3], 'kind'>) =>
  as(world, asTreasurer(at), 'equipment.move', (tx, permit) => moveEquipment(tx, permit, id, { member: null, on: permit.today, note: null, ...step }))
const seenBy = async (member: MemberId) =>
  (await as(world, asMember(at, member), 'equipment.read', (tx, permit) => equipmentInReach(tx, permit))).map((each) => each.name)

beforeAll(async () => {
  world = await testWorld()
  at = await village(world, '2026-09-01')
  samira = await newMember(at, 'Samira el Amrani')
  petra = await newMember(at, 'Petra Mulder')
  itIs(world, '2026-11-02')
  await as(world, asTreasurer(at), 'ledger.correct', (tx, permit) =>
    post(tx, permit, {
      source: { kind: 'test fill', id: 'things' },
      on: day('2026-10-31'),
      transfers: [{ debit: account('resultAllocation', samira), credit: account('businessBudget', samira), cents: cents(40000) }],
    }),
  )
})

describe('a thing that stays', () => {
  test('is of the cooperative when it was booked as equipment, in instalments too, and of the member when it was booked as costs', async () => {
    const scissors = await register(await bought('Schaar', 3000, 'cost'), 'Schaar', { value: 3000 })
    const promised = await bought('Naaimachine', 60000, 'equipment', 6)
    machine = await register(promised, 'Naaimachine Bernina')
    const things = await as(world, asTreasurer(at), 'equipment.read', (tx, permit) => equipmentInReach(tx, permit))
    expect(things.map(({ name, owner, value, member, boughtOn, standing }) => [name, owner, value, member, boughtOn, standing])).toEqual([
      ['Naaimachine Bernina', 'cooperative', 60000n, samira, '2026-11-02', 'here'],
      ['Schaar', 'member', 3000n, samira, '2026-11-02', 'here'],
    ])
    await expect(register(promised, 'Naaimachine Bernina')).rejects.toMatchObject({ field: 'name' })
    await expect(register(promised, 'Tafel', { years: 51 })).rejects.toMatchObject({ field: 'years' })
    await move(scissors, { kind: 'given', member: samira })
  })

  test('is not there before anything was bought', async () => {
    const id = await as(world, asMember(at, samira), 'spending.ask', (tx, permit) =>
      askToSpend(tx, permit, { member: samira, pot: 'business', cents: cents(100), what: 'Garen', why: null, parts: 2 }),
    )
    await expect(register(id, 'Garen')).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('is lent and brought back, seen by whoever has it and by nobody else', async () => {
    expect([await seenBy(samira), await seenBy(petra)]).toEqual([['Naaimachine Bernina', 'Schaar'], []])
    await expect(move(machine, { kind: 'lent' })).rejects.toMatchObject({ field: 'member' })
    await expect(move(machine, { kind: 'lent', member: at.treasurer as MemberId })).rejects.toMatchObject({ field: 'member' })
    await expect(move(machine, { kind: 'lent', member: petra, on: day('2026-11-03') })).rejects.toMatchObject({ field: 'on' })
    await expect(move(machine, { kind: 'lent', member: petra, on: day('2026-11-01') })).rejects.toMatchObject({ field: 'on' })
    const twice = await Promise.allSettled([move(machine, { kind: 'lent', member: petra }), move(machine, { kind: 'lent', member: petra })])
    expect(twice.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect([await seenBy(samira), await seenBy(petra)]).toEqual([['Naaimachine Bernina', 'Schaar'], ['Naaimachine Bernina']])
    itIs(world, '2026-11-20')
    await move(machine, { kind: 'returned' })
    await expect(move(machine, { kind: 'returned' })).rejects.toMatchObject({ kind: 'conflict' })
    const thing = await as(world, asTreasurer(at), 'equipment.read', (tx, permit) => equipmentById(tx, permit, machine))
    expect([thing.standing, thing.holder, thing.steps.length]).toEqual(['here', null, 2])
    expect(worthOn(thing, day('2027-11-02'))).toBe(48000n)
  })

  test('stands on the pages of each role, in English for the member, as csv and with its photo', async () => {
    const treasurer = await signedIn(world, at.treasurer)
    await treasurer.post(`/spullen/${machine}/gegevens`, {
      place: 'Bij Samira',
      serial: 'B-1008',
      years: '5',
      photo: new File([PHOTO], 'machine.png', { type: 'image/png' }),
    })
    expect((await treasurer.get(`/spullen/${machine}/foto`)).headers.get('content-type')).toBe('image/png')
    const wrong = await (await treasurer.post(`/spullen/${machine}/gegevens`, { place: 'Zolder', years: 'lang' })).text()
    expect(wrong).toContain('Zolder')
    const list = await (await treasurer.get('/spullen')).text()
    expect(list).toContain('Samen, van de coöperatie')
    const csv = await (await treasurer.get('/spullen?vorm=csv')).text()
    expect(csv).toContain('Naaimachine Bernina;B-1008;Samira el Amrani;De coöperatie;Bij Samira;2026-11-02;600.00;5;600.00;Aanwezig;')
    const member = await signedIn(world, samira)
    await member.post('/taal', { taal: 'en', naar: '/spullen' })
    const own = await (await member.get(`/spullen/${machine}`)).text()
    expect(own).toContain('The cooperative. You use it.')
    expect(own).not.toContain('/einde')
    expect((await (await signedIn(world, petra)).get(`/spullen/${machine}`)).status).toBe(404)
  })

  test('is gone once, and the page says that the books wait; nothing is booked by itself', async () => {
    await as(world, asBoard(at), 'equipment.move', (tx, permit) =>
      moveEquipment(tx, permit, machine, { kind: 'sold', member: null, on: permit.today, note: 'Te groot voor het atelier' }),
    )
    await expect(move(machine, { kind: 'lost' })).rejects.toMatchObject({ kind: 'conflict' })
    const page = await (await (await signedIn(world, at.treasurer)).get(`/spullen/${machine}`)).text()
    expect(page).toContain('staat nog in de boeken')
    expect(page).toContain(`/spullen/${machine}/boeking`)
    expect((await as(world, asTreasurer(at), 'ledger.verify', verify)).faults).toEqual([])
  })
})
