import { describe, expect, test } from 'vitest'
import { day, firstDay, lastDay, month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import {
  creditInvoice,
  dividableMoney,
  proposeWriteOff,
  recordDaySheet,
  refundCustomer,
  releaseWaiting,
  remind,
  sendInvoice,
  trustMember,
  undoPayment,
  writeOff,
} from '#rooms/invoicing'
import { ask, asMember, balances, cooperative, member, open, pay, posting, read, type Soco, send, sent, treasurer, work, world } from '../invoicing-cast.ts'
import { as, itIs } from '../world.ts'

/** What there is to divide of a month. */
const dividable = (of: Soco, which: string) =>
  as(world, treasurer(of), 'invoice.read', (tx, permit) => dividableMoney(tx, permit, firstDay(month(which)), lastDay(month(which))))

describe('money comes in', () => {
  test('parts of a payment add up, the last takes the cents, and more than is open is refused', async () => {
    const other = await cooperative('De Centen', null)
    itIs(world, '2026-10-10')
    const id = await sent(other, [work(100_00)])
    const parts = [await pay(other, id, 40_33, '2026-10-11'), await pay(other, id, 40_33, '2026-10-12')]
    await expect(pay(other, id, 40_35, '2026-10-13')).rejects.toMatchObject({ kind: 'rule' })
    parts.push(await pay(other, id, 40_34, '2026-11-02'))
    expect(parts.map((part) => [part.net, part.vat])).toEqual([
      [33_33n, 7_00n],
      [33_33n, 7_00n],
      [33_34n, 7_00n],
    ])
    expect(await open(other)).toEqual([])
    expect(await balances(other)).toMatchObject({ bank: 121_00n, debtors: 0n, turnover: -100_00n, vatPayable: -21_00n })
    const { received } = await dividable(other, '2026-10')
    expect(received.map((receipt) => receipt.net)).toEqual([33_33n, 33_33n])
  })

  test('the same bank line is booked once, and undoing opens the invoice again', async () => {
    const other = await cooperative('De Bank', null)
    itIs(world, '2026-10-10')
    const id = await sent(other, [work(100_00)])
    const receipt = await pay(other, id, 60_50, '2026-10-11', 'line 1')
    await expect(pay(other, id, 60_50, '2026-10-11', 'line 1')).rejects.toMatchObject({ kind: 'conflict' })
    itIs(world, '2026-11-03')
    const undo = () => as(world, treasurer(other), 'ledger.correct', (tx, permit) => undoPayment(tx, permit, receipt.receipt, permit.today))
    await undo()
    await expect(undo()).rejects.toMatchObject({ kind: 'conflict' })
    expect((await open(other)).map((invoice) => invoice.open)).toEqual([121_00n])
    const { receivedBack } = await dividable(other, '2026-11')
    expect(receivedBack).toMatchObject([{ receipt: receipt.receipt, why: 'undone', net: 50_00n, vat: 10_50n }])
  })

  test('a day sheet is paid at once: by card under way, the rest in the hands of the member', async () => {
    const other = await cooperative('De Markt', null)
    itIs(world, '2026-10-10')
    const id = await as(world, asMember(other.samira, other), 'invoice.request', (tx, permit) =>
      recordDaySheet(tx, permit, {
        member: other.samira,
        performedOn: day('2026-10-10'),
        note: null,
        byCard: cents(30_00),
        lines: [work(70_00, 'reduced', 'Honing'), work(25_00, 'standard', 'Kaarsen')],
      }),
    )
    await send(other, id)
    expect(await open(other)).toEqual([])
    const { turnover, ...rest } = await balances(other)
    expect(rest).toMatchObject({ underway: 30_00n, cashHeld: 65_00n, debtors: 0n, vatPayable: -10_12n })
    expect(turnover).toBe(-84_88n)
  })
})

describe('credit notes', () => {
  test('example 14: all of a paid invoice in a later month takes back what was received', async () => {
    const other = await cooperative('De Terugweg', null)
    itIs(world, '2026-10-10')
    const id = await sent(other, [work(200_00)])
    const receipt = await pay(other, id, 242_00, '2026-10-20')
    itIs(world, '2026-11-03')
    const note = await as(world, treasurer(other), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, id, 'all'))
    expect(await posting(other, { kind: 'credit note', id: note })).toEqual(['turnover | debtors | 20000', 'vatPayable | debtors | 4200'])
    expect((await read(other, note)).number).toBe('2026-0002')
    const { receivedBack } = await dividable(other, '2026-11')
    expect(receivedBack).toMatchObject([{ receipt: receipt.receipt, cause: note, why: 'credited', net: 200_00n, vat: 42_00n }])
    expect((await open(other)).map((invoice) => invoice.open)).toEqual([-242_00n])
    await expect(as(world, treasurer(other), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, id, 'all'))).rejects.toMatchObject({ kind: 'rule' })
    const refund = (amount: number) =>
      as(world, treasurer(other), 'ledger.correct', (tx, permit) =>
        refundCustomer(tx, permit, { invoice: id, cents: cents(amount), on: permit.today, source: { kind: 'test line', id: String(amount) } }),
      )
    await expect(refund(242_01)).rejects.toMatchObject({ kind: 'rule' })
    await refund(242_00)
    expect(await open(other)).toEqual([])
    expect(Object.values(await balances(other)).every((balance) => balance === 0n)).toBe(true)
  })

  test('a part of an unpaid invoice takes nothing back, and the rest is paid to the cent', async () => {
    const other = await cooperative('Het Deel', null)
    itIs(world, '2026-10-10')
    const id = await sent(other, [work(100_01), work(33_33, 'reduced')])
    await as(world, treasurer(other), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, id, [333n, 0n]))
    expect((await dividable(other, '2026-10')).receivedBack).toEqual([])
    const [left] = await open(other)
    await pay(other, id, Number(left?.open ?? 0n), '2026-10-12')
    const sums = await balances(other)
    const [receipt] = (await dividable(other, '2026-10')).received
    expect(receipt?.net).toBe(-(sums.turnover ?? 0n))
    expect(receipt?.vat).toBe(-(sums.vatPayable ?? 0n))
    expect(sums.debtors).toBe(0n)
  })
})

describe('consent', () => {
  test('work without consent is stopped for the member; the treasurer sends it with a reason and its net waits', async () => {
    const other = await cooperative('De Wachtkamer', null)
    const farah = await member(other, 'Farah', 'participatiewetOwn')
    itIs(world, '2026-10-10')
    const id = await ask(other, [work(100_00)], { member: farah })
    await as(world, treasurer(other), 'invoice.trust', (tx, permit) => trustMember(tx, permit, farah, true))
    await expect(as(world, asMember(farah, other), 'invoice.send', (tx, permit) => sendInvoice(tx, permit, id))).rejects.toMatchObject({
      kind: 'rule',
      field: null,
    })
    await expect(send(other, id)).rejects.toMatchObject({ kind: 'rule', field: 'waitsBecause' })
    await send(other, id, 'De lunch is al gegeten.')
    await pay(other, id, 121_00, '2026-10-15')
    expect((await dividable(other, '2026-10')).received).toMatchObject([{ net: 100_00n, waits: { releasedOn: null } }])
    itIs(world, '2026-11-05')
    await as(world, treasurer(other), 'invoice.release', (tx, permit) => releaseWaiting(tx, permit, id, 'Toestemming van 4 november'))
    expect((await dividable(other, '2026-11')).received).toMatchObject([{ net: 100_00n, waits: { releasedOn: '2026-11-05' } }])
  })
})

describe('the customer does not pay', () => {
  test('one friendly reminder, after the last day to pay', async () => {
    const other = await cooperative('De Herinnering', null)
    itIs(world, '2026-10-10')
    const id = await sent(other, [work(100_00)])
    const tell = () => as(world, treasurer(other), 'invoice.remind', (tx, permit) => remind(tx, permit, id))
    itIs(world, '2026-10-24')
    await expect(tell()).rejects.toMatchObject({ kind: 'rule' })
    itIs(world, '2026-10-25')
    await tell()
    await expect(tell()).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('writing off takes two people; the VAT comes back after a year', async () => {
    const other = await cooperative('De Afboeking', null)
    const chair = { person: other.chair, organisation: other.id, role: 'board' as const }
    itIs(world, '2026-10-10')
    const early = await sent(other, [work(100_00)])
    const late = await sent(other, [work(100_00)])
    await pay(other, late, 21_00, '2026-10-11')
    for (const id of [early, late])
      await as(world, treasurer(other), 'invoice.proposeWriteOff', (tx, permit) => proposeWriteOff(tx, permit, id, 'Klant is failliet'))
    await expect(as(world, treasurer(other), 'invoice.writeOff', (tx, permit) => writeOff(tx, permit, early))).rejects.toMatchObject({ kind: 'forbidden' })
    await as(world, chair, 'invoice.writeOff', (tx, permit) => writeOff(tx, permit, early))
    expect(await posting(other, { kind: 'invoice write-off', id: early })).toEqual(['badDebt | debtors | 10000', 'badDebt | debtors | 2100'])
    itIs(world, '2027-10-24')
    await as(world, chair, 'invoice.writeOff', (tx, permit) => writeOff(tx, permit, late))
    expect(await posting(other, { kind: 'invoice write-off', id: late })).toEqual(['badDebt | debtors | 8264', 'vatPayable | debtors | 1736'])
    expect(await open(other)).toEqual([])
    await expect(as(world, treasurer(other), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, early, 'all'))).rejects.toMatchObject({ kind: 'rule' })
  })
})
