import { beforeAll, describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import {
  creditInvoice,
  type InvoiceId,
  proposeWriteOff,
  receivePayment,
  refundCustomer,
  releaseWaiting,
  remind,
  requestInvoice,
  sendInvoice,
  undoPayment,
  writeOff,
} from '#rooms/invoicing'
import { seal, trialBalance, verify } from '#rooms/ledger'
import { addCustomer } from '#rooms/organisations'
import { settlementOf } from '#rooms/settlement'
import { newFor } from '../messages.ts'
import { signedAgreement, template } from '../trade.ts'
import { asBoard, asTreasurer, newMember, type Village, village } from '../village.ts'
import { as, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let place: Village
let [ina, jan, kee]: MemberId[] = []

beforeAll(async () => {
  world = await testWorld()
  place = await village(world, '2026-09-01')
  ;[ina, jan, kee] = [await newMember(place, 'Ina Mulder'), await newMember(place, 'Jan Mulder'), await newMember(place, 'Kee Vos')]
  await signedAgreement(place, [ina, kee], template('resultaat-60-15-25'), '2026-10-01')
  await signedAgreement(place, [jan], template('resultaat-50-20-20-10'), '2026-10-01')
})

const whose = (member: MemberId | undefined) => member as MemberId

async function buyer(at: Village) {
  return as(at.world, asTreasurer(at), 'customer.edit', (tx, permit) =>
    addCustomer(tx, permit, {
      member: null,
      kind: 'organisation',
      name: 'Buurthuis De Linde',
      attention: null,
      street: 'Lindelaan 3',
      postCode: '1234 CD',
      city: 'Wilgendam',
      country: 'NL',
      email: 'buurthuis@linde.example',
      kvk: '90005678',
      vatId: null,
      peppol: null,
    }),
  )
}

/** An invoice set and sent by the treasurer; `shares` in basis points of the others. */
async function together(at: Village, on: string, net: number, of: MemberId, shares: readonly [MemberId, bigint][], waitsBecause: string | null = null) {
  itIs(world, on)
  const customer = await buyer(at)
  const id = await as(world, asTreasurer(at), 'invoice.request', (tx, permit) =>
    requestInvoice(tx, permit, {
      kind: 'invoice',
      member: of,
      customer,
      basis: 'without',
      performedOn: day(on),
      reference: null,
      note: null,
      byCard: cents(0),
      lines: [{ description: 'Tuin van het buurthuis', quantity: 1000n, unit: 'piece', price: cents(net), vat: 'standard' }],
      shares: shares.map(([member, percent]) => ({ member, line: 0, percent, cents: null })),
    }),
  )
  await as(world, asTreasurer(at), 'invoice.send', (tx, permit) => sendInvoice(tx, permit, id, { waitsBecause }))
  return id
}

let paid = 0
const pay = (at: Village, invoice: InvoiceId, amount: number, on: string) =>
  as(world, asTreasurer(at), 'ledger.correct', (tx, permit) =>
    receivePayment(tx, permit, { invoice, cents: cents(amount), on: day(on), source: { kind: 'test line', id: `line ${++paid}` } }),
  )
const debtorsOf = async (at: Village, code = 'debtors') => {
  const rows = await as(world, asTreasurer(at), 'ledger.read', (tx, permit) => trialBalance(tx, permit, day('2027-12-31')))
  return new Map(rows.filter((row) => row.code === code).map((row) => [row.member, row.balance]))
}
const splitOf = async (at: Village, of: string, member: MemberId) =>
  (await as(world, asTreasurer(at), 'month.see', (tx, permit) => settlementOf(tx, permit, month(of)))).splits.filter((split) => split.facts.member === member)
const isSound = async (at: Village) => {
  await as(world, asTreasurer(at), 'ledger.verify', seal)
  expect((await as(world, asTreasurer(at), 'ledger.verify', verify)).faults).toEqual([])
}

describe('a job that two members did together', () => {
  let invoice: InvoiceId

  test('a member asks for one invoice and names the other; it only goes when the other agrees', async () => {
    itIs(world, '2026-10-05')
    const [asker, fellow, outsider, treasurer] = [
      await signedIn(world, whose(ina)),
      await signedIn(world, whose(jan)),
      await signedIn(world, whose(kee)),
      await signedIn(world, place.treasurer),
    ]
    const page = await (await asker.get('/facturen/nieuw')).text()
    expect(page).toContain('Wie deden mee?')
    const form = {
      customer: '',
      newName: 'Hilde Bos',
      newStreet: 'Lindelaan 4',
      newPostCode: '1234 CD',
      newCity: 'Wilgendam',
      newEmail: 'hilde@bos.example',
      what: 'Tuin opgeknapt',
      price: '600',
      vat: 'standard',
      basis: 'without',
      performedOn: '2026-10-05',
      with1: whose(jan),
    }
    const wrong = await asker.post('/facturen', { ...form, part1: 'de helft' })
    expect(await wrong.text()).toContain('Vul een deel in, zoals 40% of € 120.')
    const all = await asker.post('/facturen', { ...form, part1: '100%' })
    expect(await all.text()).toContain('De delen passen niet op deze factuur.')
    const sent = await asker.post('/facturen', { ...form, part1: '33,33%' })
    expect(sent.status).toBe(303)
    const path = sent.headers.get('location') ?? ''
    invoice = path.split('/').at(-1) as InvoiceId
    expect(await (await fellow.get('/facturen')).text()).toContain('Klopt jouw deel?')
    const own = await (await fellow.get(`${path}/deel`)).text()
    for (const words of ['Ina Mulder', 'Tuin opgeknapt', '€\u00a0199,98', 'Ja, dit klopt']) expect(own).toContain(words)
    expect((await outsider.get(`${path}/deel`)).status).toBe(404)
    expect((await fellow.get(path)).status).toBe(404)
    expect(await (await treasurer.post(`${path}/versturen`, {})).text()).toContain('Nog niet iedereen is het eens')
    const second = (await asker.post('/facturen', { ...form, part1: '33,33%' })).headers.get('location') ?? ''
    expect((await fellow.post(`${second}/deel/bezwaar`, { reason: 'Ik deed de helft.' })).status).toBe(303)
    expect(await (await asker.get(second)).text()).toContain('Ik deed de helft.')
    expect((await fellow.post(`${path}/deel/akkoord`, {})).status).toBe(303)
    expect(await (await asker.get(path)).text()).toContain('is het ermee eens')
    expect((await treasurer.post(`${path}/versturen`, {})).status).toBe(303)
  })

  test('the customer reads nothing of the shares, and each member sees the own', async () => {
    const [asker, fellow, outsider, treasurer] = [
      await signedIn(world, whose(ina)),
      await signedIn(world, whose(jan)),
      await signedIn(world, whose(kee)),
      await signedIn(world, place.treasurer),
    ]
    expect(await (await treasurer.get(`/facturen/${invoice}/ubl`)).text()).not.toContain('Mulder')
    expect(await (await fellow.get(`/facturen/${invoice}`)).text()).toContain('€\u00a0199,98')
    expect(await (await asker.get(`/facturen/${invoice}`)).text()).toContain('€\u00a0400,02')
    expect(await (await treasurer.get(`/facturen/${invoice}`)).text()).toContain('De delen van de leden')
    expect((await outsider.get(`/facturen/${invoice}`)).status).toBe(404)
    expect(await (await fellow.get('/facturen')).text()).toContain('2026-0001')
    expect([...(await debtorsOf(place)).entries()].filter(([, balance]) => balance !== 0n)).toEqual(
      expect.arrayContaining([
        [ina, 48402n],
        [jan, 24198n],
      ]),
    )
  })

  test('paid in three parts, one of them taken back, each ends with the own share and the own agreement divides it', async () => {
    await pay(place, invoice, 10000, '2026-10-10')
    const second = await pay(place, invoice, 33333, '2026-10-12')
    await as(world, asTreasurer(place), 'ledger.correct', (tx, permit) => undoPayment(tx, permit, second.receipt, day('2026-10-13')))
    await pay(place, invoice, 1, '2026-10-14')
    await pay(place, invoice, 62599, '2026-10-15')
    expect([...(await debtorsOf(place)).values()].every((balance) => balance === 0n)).toBe(true)
    const turnover = async (member: MemberId) => (await splitOf(place, '2026-10', member)).map((split) => split.shares.turnover)
    expect(await turnover(whose(ina))).toEqual([40002n])
    expect(await turnover(whose(jan))).toEqual([19998n])
    const page = await (await (await signedIn(world, whose(jan))).get('/geld/2026-10')).text()
    expect(page).toContain('Jouw deel van factuur 2026-0001')
    await isSound(place)
  })
})

describe('what goes back of a shared invoice', () => {
  test('a credit note after payment and the refund take of each in proportion, to the cent', async () => {
    const at = await village(world, '2026-09-01')
    const three = [await newMember(at, 'Ada'), await newMember(at, 'Bo'), await newMember(at, 'Cor')] as [MemberId, MemberId, MemberId]
    const invoice = await together(at, '2026-10-05', 10000, three[0], [
      [three[1], 3333n],
      [three[2], 3333n],
    ])
    await pay(at, invoice, 7000, '2026-10-06')
    itIs(world, '2026-10-20')
    await as(world, asTreasurer(at), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, invoice, 'all', 'Niet geleverd'))
    const before = [...(await debtorsOf(at)).values()]
    expect(before.reduce((a, b) => a + b, 0n)).toBe(-7000n)
    expect(before.every((each) => each < 0n)).toBe(true)
    await as(world, asTreasurer(at), 'ledger.correct', (tx, permit) =>
      refundCustomer(tx, permit, { invoice, cents: cents(7000), on: day('2026-10-21'), source: { kind: 'test line', id: 'back' } }),
    )
    expect([...(await debtorsOf(at)).values()].every((each) => each === 0n)).toBe(true)
    expect([...(await debtorsOf(at, 'turnover')).values()].every((each) => each === 0n)).toBe(true)
    await isSound(at)
  })

  test('bad debt is of each by what is open, and money that still comes undoes it', async () => {
    const at = await village(world, '2026-09-01')
    const [one, two] = [await newMember(at, 'Ada'), await newMember(at, 'Bo')]
    const invoice = await together(at, '2026-10-05', 10000, one, [[two, 3333n]])
    await pay(at, invoice, 100, '2026-10-06')
    itIs(world, '2026-11-20')
    await as(world, asTreasurer(at), 'invoice.proposeWriteOff', (tx, permit) => proposeWriteOff(tx, permit, invoice, 'Failliet', true))
    await as(world, asBoard(at), 'invoice.writeOff', (tx, permit) => writeOff(tx, permit, invoice))
    expect([...(await debtorsOf(at)).values()].every((each) => each === 0n)).toBe(true)
    const bad = await debtorsOf(at, 'badDebt')
    expect((bad.get(one) ?? 0n) + (bad.get(two) ?? 0n)).toBe(9917n)
    const late = await pay(at, invoice, 5000, '2026-11-20')
    await as(world, asTreasurer(at), 'ledger.correct', (tx, permit) => undoPayment(tx, permit, late.receipt, day('2026-11-20')))
    expect(await debtorsOf(at, 'badDebt')).toEqual(bad)
    await pay(at, invoice, 12000, '2026-11-20')
    expect([...(await debtorsOf(at, 'badDebt')).values()].every((each) => each === 0n)).toBe(true)
    expect([...(await debtorsOf(at)).values()].every((each) => each === 0n)).toBe(true)
    await isSound(at)
  })

  test('of one member without consent only that share waits', async () => {
    const at = await village(world, '2026-09-01')
    const [free, held] = [await newMember(at, 'Ada'), await newMember(at, 'Bo', 'participatiewetOwn')]
    await signedAgreement(at, [free, held], template('resultaat-60-15-25'), '2026-10-01')
    await expect(together(at, '2026-10-05', 10000, free, [[held, 4000n]])).rejects.toThrow()
    const invoice = await together(at, '2026-10-05', 10000, free, [[held, 4000n]], 'Het werk was al gedaan')
    await pay(at, invoice, 12100, '2026-10-06')
    const turnover = async (member: MemberId) => (await splitOf(at, '2026-10', member)).map((split) => split.shares.turnover)
    expect([await turnover(free), await turnover(held)]).toEqual([[6000n], []])
    await as(world, asTreasurer(at), 'invoice.release', (tx, permit) => releaseWaiting(tx, permit, invoice, 'Besluit van 6 oktober', held))
    expect(await turnover(held)).toEqual([4000n])
  })

  test('a credit note of a line that was not paid yet takes of whoever did that line; after a payment by what is open', async () => {
    const at = await village(world, '2026-09-01')
    const [one, two] = [await newMember(at, 'Ada'), await newMember(at, 'Bo')]
    itIs(world, '2026-10-05')
    const customer = await buyer(at)
    const lineOf = (description: string, net: number, vat: 'standard' | 'reduced') =>
      ({ description, quantity: 1000n, unit: 'piece', price: cents(net), vat }) as const
    const invoice = await as(world, asTreasurer(at), 'invoice.request', (tx, permit) =>
      requestInvoice(tx, permit, {
        kind: 'invoice',
        member: one,
        customer,
        basis: 'without',
        performedOn: day('2026-10-05'),
        reference: null,
        note: null,
        byCard: cents(0),
        lines: [lineOf('Tuin', 10000, 'standard'), lineOf('Soep', 4000, 'reduced'), lineOf('Hapjes', 2000, 'reduced')],
        shares: [2, 3].map((line) => ({ member: two, line, percent: 10000n, cents: null })),
      }),
    )
    await as(world, asTreasurer(at), 'invoice.send', (tx, permit) => sendInvoice(tx, permit, invoice))
    const noteOf = (quantities: bigint[]) =>
      as(world, asTreasurer(at), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, invoice, quantities, 'Niet geleverd'))
    await noteOf([0n, 1000n, 0n])
    expect(await debtorsOf(at, 'turnover')).toEqual(
      new Map([
        [one, -10000n],
        [two, -2000n],
      ]),
    )
    await pay(at, invoice, 100, '2026-10-06')
    await noteOf([0n, 0n, 1000n])
    const turnover = await debtorsOf(at, 'turnover')
    expect((turnover.get(one) ?? 0n) + (turnover.get(two) ?? 0n)).toBe(-10000n)
    expect(turnover.get(one)).not.toBe(-10000n)
    expect([...(await debtorsOf(at)).values()].every((each) => each >= 0n)).toBe(true)
    await noteOf([1000n, 0n, 0n])
    expect([...(await debtorsOf(at, 'turnover')).values()].every((each) => each === 0n)).toBe(true)
    expect([...(await debtorsOf(at)).values()].reduce((a, b) => a + b, 0n)).toBe(-100n)
    await isSound(at)
  })

  test('when the customer is reminded, every member with a share hears it, and nobody of work of one', async () => {
    const at = await village(world, '2026-09-01')
    const [one, two, three] = [await newMember(at, 'Ada'), await newMember(at, 'Bo'), await newMember(at, 'Cor')]
    const invoice = await together(at, '2026-10-05', 10000, one, [[two, 3333n]])
    const alone = await together(at, '2026-10-05', 5000, three, [])
    itIs(world, '2026-11-20')
    for (const id of [invoice, alone]) await as(world, asTreasurer(at), 'invoice.remind', (tx, permit) => remind(tx, permit, id))
    await world.runJobs()
    for (const member of [one, two]) expect(await newFor(world, member)).toContain('shareReminded')
    expect(await newFor(world, three)).not.toContain('shareReminded')
  })
})
