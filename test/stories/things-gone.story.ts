import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { type Cents, cents, sum } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { account, post, trialBalance, verify } from '#rooms/ledger'
import {
  askToSpend,
  bookPurchase,
  bookWear,
  decideSpending,
  disposalById,
  disposalPreview,
  disposeOf,
  type EquipmentId,
  equipmentById,
  type Parted,
  registerEquipment,
  restoreThing,
  undoPurchase,
  undoWear,
  wearDue,
} from '#rooms/spending'
import { asBoard, asCoach, asMember, asTreasurer, newMember, type Village, village } from '../village.ts'
import { as, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let at: Village
let samira: MemberId

const DAY = day('2026-11-02')
const HOW: Parted = {
  kind: 'sold',
  on: DAY,
  member: null,
  buyer: 'Fietsenmaker De Spaak\nDorpsstraat 1\n1234 AB Wilgendam',
  cents: cents(12_100),
  boughtHow: null,
  paidBy: 'bill',
  note: null,
}

async function thing(name: string, gross: number, vat: number): Promise<EquipmentId> {
  const request = await as(world, asMember(at, samira), 'spending.ask', (tx, permit) =>
    askToSpend(tx, permit, { member: samira, pot: 'business', cents: cents(gross), what: name, why: null, parts: null }),
  )
  await as(world, asCoach(at), 'spending.decide', (tx, permit) => decideSpending(tx, permit, request, { outcome: 'approved', reason: null, plan: null }))
  await as(world, asTreasurer(at), 'spending.book', (tx, permit) =>
    bookPurchase(tx, permit, request, { gross: cents(gross), vat: cents(vat), boughtOn: DAY, paidBy: 'cash', file: null, as: 'equipment', item: name }),
  )
  return as(world, asTreasurer(at), 'equipment.register', (tx, permit) =>
    registerEquipment(tx, permit, request, { name, value: cents(gross), years: 5, place: null, serial: null, photo: null }),
  )
}
const gone = (id: EquipmentId, how: Partial<Parted>) =>
  as(world, asTreasurer(at), 'equipment.dispose', (tx, permit) => disposeOf(tx, permit, id, { ...HOW, ...how }))
const looked = (id: EquipmentId, how: Partial<Parted>) =>
  as(world, asTreasurer(at), 'equipment.dispose', (tx, permit) => disposalPreview(tx, permit, id, { ...HOW, ...how }))
const found = (id: EquipmentId) => as(world, asTreasurer(at), 'equipment.read', (tx, permit) => equipmentById(tx, permit, id))
const due = async (until: string): Promise<Cents> =>
  sum((await as(world, asTreasurer(at), 'equipment.wear', (tx, permit) => wearDue(tx, permit, day(until)))).map((part) => part.cents))
const wear = (until: string, seen: number) => as(world, asTreasurer(at), 'equipment.wear', (tx, permit) => bookWear(tx, permit, day(until), cents(seen)))
const books = async (...codes: readonly string[]) => {
  const rows = await as(world, asTreasurer(at), 'ledger.read', (tx, permit) => trialBalance(tx, permit, permit.today))
  expect(rows.reduce((all, row) => all + row.balance, 0n)).toBe(0n)
  return codes.map((code) => Number(rows.filter((row) => row.code === code).reduce((all, row) => all + row.balance, 0n)))
}

beforeAll(async () => {
  world = await testWorld()
  at = await village(world, '2026-09-01')
  samira = await newMember(at, 'Samira el Amrani')
  itIs(world, DAY)
  await as(world, asTreasurer(at), 'ledger.correct', (tx, permit) =>
    post(tx, permit, {
      source: { kind: 'test fill', id: 'gone' },
      on: day('2026-10-31'),
      transfers: [{ debit: account('resultAllocation', samira), credit: account('businessBudget', samira), cents: cents(400_000) }],
    }),
  )
})

describe('wear of things', () => {
  test('is booked once for a month that is over, after a look, and comes back to the cent', async () => {
    const machine = await thing('Naaimachine', 72_600, 12_600)
    const [kept] = await books('wear')
    expect(await due('2026-12-31')).toBe(1000n)
    await expect(wear('2026-12-31', 1000)).rejects.toMatchObject({ field: 'until' })
    itIs(world, '2027-01-04')
    await expect(wear('2026-12-31', 999)).rejects.toMatchObject({ kind: 'conflict' })
    const first = await wear('2026-12-31', 1000)
    await expect(wear('2026-12-31', 0)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await books('wear', 'equipmentWorn')).toEqual([(kept ?? 0) + 1000, -1000])
    itIs(world, '2027-02-04')
    const second = await wear('2027-01-31', 1000)
    await expect(wear('2026-12-31', 0)).rejects.toMatchObject({ field: 'until' })
    const undo = (id: typeof first) => as(world, asTreasurer(at), 'equipment.wear', (tx, permit) => undoWear(tx, permit, id, 'Verkeerde maand'))
    await expect(undo(first)).rejects.toMatchObject({ kind: 'conflict' })
    await undo(second)
    await expect(undo(second)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await books('equipmentWorn')).toEqual([-1000])
    expect(await due('2027-01-31')).toBe(1000n)
    // What a thing lost of its worth stays with it when it goes.
    const view = await looked(machine, { kind: 'lost', on: day('2027-02-04'), cents: null })
    expect([view.cost, view.worn, view.result]).toEqual([60_000n, 1000n, -59_000n])
    const lost = await gone(machine, { kind: 'lost', on: day('2027-02-04'), cents: null })
    expect(await books('equipmentWorn', 'thingResult')).toEqual([0, 59_000])
    await expect(undo(first)).rejects.toMatchObject({ kind: 'conflict' })
    const restore = () => as(world, asTreasurer(at), 'equipment.restore', (tx, permit) => restoreThing(tx, permit, lost, 'Gevonden achter de kast'))
    await restore()
    await expect(restore()).rejects.toMatchObject({ kind: 'conflict' })
    expect(await books('equipmentWorn', 'thingResult')).toEqual([-1000, 0])
    expect((await found(machine)).standing).toBe('here')
    const request = (await found(machine)).request
    await expect(as(world, asTreasurer(at), 'spending.undo', (tx, permit) => undoPurchase(tx, permit, request, 'Fout'))).rejects.toMatchObject({
      kind: 'conflict',
    })
    await undo(first)
    expect(await books('wear', 'equipmentWorn')).toEqual([kept ?? 0, 0])
  })

  test('is looked at and booked on its own page, by the treasurer alone', async () => {
    itIs(world, '2027-02-04')
    const treasurer = await signedIn(world, at.treasurer)
    const shown = (await (await treasurer.get('/spullen/afschrijving?tot=2026-12')).text()).replaceAll('\u00a0', ' ')
    for (const said of ['Naaimachine', 'Boek € 10,00', 'november 2026']) expect(shown).toContain(said)
    expect((await treasurer.post('/spullen/afschrijving', { until: '2026-12', seen: '1000' })).status).toBe(303)
    expect((await treasurer.post('/spullen/afschrijving', { until: 'nooit', seen: '1000' })).status).toBe(422)
    const after = await (await treasurer.get('/spullen/afschrijving')).text()
    const id = /afschrijving\/([0-9a-f-]{36})\/terug/.exec(after)?.[1]
    expect((await treasurer.post(`/spullen/afschrijving/${id}/terug`, { reason: 'Proef' })).status).toBe(303)
    expect((await (await signedIn(world, at.board)).get('/spullen/afschrijving')).status).toBe(403)
    expect((await (await signedIn(world, samira)).get('/spullen/afschrijving')).status).toBe(403)
  })
})

describe('a thing that goes another way', () => {
  test('sold to somebody else gets a bill with name and address, and taken back a credit note with the next number', async () => {
    itIs(world, '2027-02-05')
    const drill = await thing('Boormachine', 12_100, 2100)
    await expect(gone(drill, { buyer: null })).rejects.toMatchObject({ field: 'member' })
    const id = await gone(drill, {})
    expect(await books('owedElsewhere', 'thingResult')).toEqual([12_100, 0])
    const disposal = await as(world, asTreasurer(at), 'equipment.read', (tx, permit) => disposalById(tx, permit, id))
    expect([disposal.number, disposal.document?.buyer, disposal.vat, disposal.open]).toEqual([
      'SPUL-27-0001',
      ['Fietsenmaker De Spaak', 'Dorpsstraat 1', '1234 AB Wilgendam'],
      2100n,
      12_100n,
    ])
    const treasurer = await signedIn(world, at.treasurer)
    expect(await (await treasurer.get('/spullen')).text()).toContain('Fietsenmaker De Spaak')
    expect((await treasurer.post(`/spullen/rekening/${id}/terug`, { reason: '' })).status).toBe(422)
    expect((await treasurer.post(`/spullen/rekening/${id}/terug`, { reason: 'De koper wil toch niet' })).status).toBe(303)
    expect(await (await treasurer.get(`/spullen/rekening/${id}`)).text()).toContain('SPUL-27-0002')
    expect(await books('owedElsewhere', 'thingResult')).toEqual([0, 0])
    expect((await found(drill)).standing).toBe('here')
    // And goes for good, in cash.
    const cash = await gone(drill, { paidBy: 'cash', cents: cents(2420), on: day('2027-02-05') })
    expect(await books('owedElsewhere', 'thingResult')).toEqual([0, 8000])
    expect((await as(world, asTreasurer(at), 'equipment.read', (tx, permit) => disposalById(tx, permit, cash))).open).toBe(0n)
  })

  test('without VAT that came back, how it was bought must be known; a gift with VAT asks what it is worth', async () => {
    const bike = await thing('Bakfiets', 50_000, 0)
    await expect(looked(bike, { cents: cents(60_000) })).rejects.toMatchObject({ field: 'boughtHow' })
    const margin = await looked(bike, { cents: cents(62_100), boughtHow: 'secondHand' })
    expect([margin.treatment, margin.vat, margin.result]).toEqual(['margin', 2100n, 10_000n])
    expect((await looked(bike, { cents: cents(12_100), boughtHow: 'withVat' })).vat).toBe(2100n)
    expect((await looked(bike, { cents: cents(12_100), boughtHow: 'exemptUse' })).vat).toBe(0n)
    const lathe = await thing('Draaibank', 12_100, 2100)
    await expect(looked(lathe, { kind: 'given', member: samira, cents: null })).rejects.toMatchObject({ field: 'cents' })
    await gone(lathe, { kind: 'given', member: samira, cents: cents(5000), on: day('2027-02-05') })
    expect((await found(lathe)).standing).toBe('given')
  })

  test('written down as gone by the board waits for the books, and is booked the same way only', async () => {
    const kiln = await thing('Oven', 24_200, 4200)
    const board = await signedIn(world, at.board)
    expect((await board.post(`/spullen/${kiln}/einde`, { kind: 'lost', member: '', on: '2027-02-05', note: 'Gestolen' })).status).toBe(303)
    expect((await board.post(`/spullen/${kiln}/boeking`, { kind: 'lost' })).status).toBe(403)
    expect(await (await (await signedIn(world, at.treasurer)).get('/spullen')).text()).toContain('staan nog in de boeken: Oven')
    const [before] = await books('equipment')
    await gone(kiln, { kind: 'lost', on: day('2027-02-05'), cents: null })
    expect(await books('equipment')).toEqual([(before ?? 0) - 20_000])
    await expect(gone(kiln, { kind: 'lost', on: day('2027-02-05'), cents: null })).rejects.toMatchObject({ kind: 'conflict' })
    expect((await as(world, asBoard(at), 'equipment.read', (tx, permit) => equipmentById(tx, permit, kiln))).steps).toHaveLength(1)
    expect((await as(world, asTreasurer(at), 'ledger.verify', verify)).faults).toEqual([])
  })
})
