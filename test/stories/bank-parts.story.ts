import { beforeAll, describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import type { BankLine, BookingChoice } from '#rooms/banking'
import { creditInvoice } from '#rooms/invoicing'
import { account, trialBalance } from '#rooms/ledger'
import { draftStatement } from '#rooms/settlement'
import { judgeReceipt, payablesOpen, sendReceipt } from '#rooms/spending'
import { type Bank, bankOfVillage } from '../bank.ts'
import { asMember, asTreasurer, newMember, withConsent } from '../village.ts'
import { as, signedIn } from '../world.ts'

let bank: Bank

beforeAll(async () => {
  bank = await bankOfVillage()
})

const first = async (line: BankLine) => (await bank.proposals([line])).get(line.id)?.[0]
const openOf = async (invoice: string) => (await bank.open()).find((each) => each.id === invoice)?.open ?? 0n

describe('a line in parts', () => {
  test('of an invoice and a gift is two facts, undone as one', async () => {
    const invoice = await bank.sell(20000)
    const line = await bank.line({ cents: 25000, text: `${invoice.number} en een gift` })
    const parts: BookingChoice = {
      kind: 'parts',
      parts: [
        { cents: cents(24200), how: { kind: 'invoice', invoices: [invoice.id] } },
        { cents: cents(800), how: { kind: 'subsidy' } },
      ],
    }
    const since = await bank.mark()
    await bank.bookAs(line.id, parts)
    expect(await bank.booked(since)).toEqual(['Bank | Debiteuren | 24200', 'Bank | Subsidie met een doel | 800'])
    await bank.undo(line.id)
    expect(await bank.booked(since)).toEqual([
      'Bank | Debiteuren | 24200',
      'Bank | Subsidie met een doel | 800',
      'Debiteuren | Bank | 24200',
      'Subsidie met een doel | Bank | 800',
    ])
    expect(await openOf(invoice.id)).toBe(24200n)
    await bank.bookAs(line.id, parts)
    expect((await bank.standing()).ties).toBe(true)
  })

  test('that do not come to the line, or are only one, are refused and nothing is booked', async () => {
    const line = await bank.line({ cents: -10000, text: 'van alles' })
    const since = await bank.mark()
    const half = { cents: cents(-5000), how: { kind: 'bankCosts' as const } }
    await expect(bank.bookAs(line.id, { kind: 'parts', parts: [half, { ...half, cents: cents(-4999) }] })).rejects.toMatchObject({
      sentence: { what: expect.stringMatching(/samen €.99,99, en de regel is €.100,00/) },
    })
    await expect(bank.bookAs(line.id, { kind: 'parts', parts: [{ ...half, cents: cents(-10000) }] })).rejects.toMatchObject({ kind: 'rule' })
    const zero = { cents: cents(0), how: { kind: 'bankCosts' as const } }
    await expect(bank.bookAs(line.id, { kind: 'parts', parts: [half, half, zero] })).rejects.toMatchObject({ kind: 'rule' })
    expect(await bank.booked(since)).toEqual([])
    // What the bank kept goes the other way.
    await bank.bookAs(line.id, {
      kind: 'parts',
      parts: [
        { cents: cents(-10300), how: { kind: 'ownCost' } },
        { cents: cents(300), how: { kind: 'bankCosts' } },
      ],
    })
    expect(await bank.booked(since)).toEqual(['Algemene kosten coöperatie | Bank | 10300', 'Bank | Bankkosten | 300'])
  })

  test('may pay two receipts at once, and both are open again after undoing', async () => {
    const [a, b] = [await receipt('Verfwinkel', 3000, 'bank'), await receipt('Kwasten', 1000, 'bank')]
    const line = await bank.line({ cents: -4000, text: 'samen' })
    await bank.bookAs(line.id, {
      kind: 'parts',
      parts: [
        { cents: cents(-3000), how: { kind: 'cost', cost: a } },
        { cents: cents(-1000), how: { kind: 'cost', cost: b } },
      ],
    })
    expect(await waiting()).toEqual([])
    await bank.undo(line.id)
    expect((await waiting()).sort()).toEqual([a, b].sort())
  })
})

describe('a line of nothing', () => {
  test('is ticked, settled and kept, so that the month can close', async () => {
    const line = await bank.line({ cents: 0, text: 'afrekening rente' })
    const before = await bank.standing()
    const offered = await first(line)
    expect(offered).toMatchObject({ certainty: 'certain', label: 'Niets te boeken' })
    const since = await bank.mark()
    await bank.accept([{ line: line.id, key: offered?.key ?? '' }])
    expect(await bank.booked(since)).toEqual([])
    expect(await bank.standing()).toMatchObject({ linesUnbooked: before.linesUnbooked - 1, ties: true })
    await bank.undo(line.id)
    await expect(bank.bookAs(line.id, { kind: 'bankCosts' })).rejects.toMatchObject({ sentence: { what: expect.stringContaining('nul') } })
    await bank.bookAs(line.id, { kind: 'nothing' })
  })
})

describe('a payment that the bank took back', () => {
  test('of two invoices and too much is booked as what it was, and stands again after undoing', async () => {
    const [a, b] = [await bank.sell(1000), await bank.sell(2000)]
    const line = await bank.line({ cents: 4000, text: `${a.number} ${b.number}`, iban: 'NL03RABO0000000003' })
    await bank.match(line.id, a.id, b.id)
    expect(await openOf(a.id)).toBe(0n)
    const back = await bank.line({ cents: -4000, text: 'storno', iban: 'NL03RABO0000000003' })
    const offered = await first(back)
    expect(offered).toMatchObject({ label: `Betaling van ${a.number} en ${b.number} teruggenomen` })
    const since = await bank.mark()
    await bank.bookAs(back.id, offered?.how as BookingChoice)
    expect(await bank.booked(since)).toEqual(['Debiteuren | Bank | 1210', 'Debiteuren | Bank | 2420', 'Nog uit te zoeken | Bank | 370'])
    expect([await openOf(a.id), await openOf(b.id)]).toEqual([1210n, 2420n])
    await bank.undo(back.id)
    expect([await openOf(a.id), await openOf(b.id)]).toEqual([0n, 0n])
    await bank.bookAs(back.id, offered?.how as BookingChoice)
    await bank.undo(back.id)
    await bank.undo(line.id)
    expect([await openOf(a.id), await openOf(b.id)]).toEqual([1210n, 2420n])
    expect(await bank.standing()).toMatchObject({ ties: true })
    const rows = await as(bank.at.world, asTreasurer(bank.at), 'ledger.read', (tx, permit) => trialBalance(tx, permit, day('2026-10-31')))
    expect(rows.find((row) => row.code === 'suspense')?.balance ?? 0n).toBe(0n)
  })

  test('of one invoice in a batch leaves the other paid, and costs of the bank are a part', async () => {
    const [a, b] = [await bank.sell(3000), await bank.sell(4000)]
    const line = await bank.line({ cents: 8470, text: `${a.number} ${b.number}`, iban: 'NL04RABO0000000004' })
    await bank.match(line.id, a.id, b.id)
    const back = await bank.line({ cents: -4940, text: 'storno met kosten' })
    const whole = await bank.line({ cents: -4840, text: 'storno', iban: 'NL04RABO0000000004' })
    const how = (await bank.proposals([whole])).get(whole.id)?.find((each) => each.how.kind === 'returned')?.how as BookingChoice & { kind: 'returned' }
    expect(how).toMatchObject({ kind: 'returned', part: 2 })
    const parts = (cost: number): BookingChoice => ({
      kind: 'parts',
      parts: [
        { cents: cents(-4940 + cost), how },
        { cents: cents(-cost), how: { kind: 'bankCosts' } },
      ],
    })
    await expect(bank.bookAs(back.id, parts(99))).rejects.toMatchObject({ sentence: { what: expect.stringContaining('precies dit bedrag') } })
    await bank.bookAs(back.id, parts(100))
    expect([await openOf(a.id), await openOf(b.id)]).toEqual([0n, 4840n])
    await expect(bank.bookAs(whole.id, how)).rejects.toMatchObject({ kind: 'rule' })
    expect((await bank.proposals([whole])).get(whole.id)?.some((each) => each.how.kind === 'returned')).toBe(false)
    await bank.bookAs(whole.id, { kind: 'suspense' })
  })

  test('does not stand again when the invoice was paid otherwise meanwhile', async () => {
    const invoice = await bank.sell(5000)
    const [line, again] = (await bank.lines({ cents: 6050, text: invoice.number, iban: 'NL05RABO0000000005' }, { cents: 6050, text: 'alsnog' })) as [
      BankLine,
      BankLine,
    ]
    await bank.match(line.id, invoice.id)
    const back = await bank.line({ cents: -6050, text: 'storno', iban: 'NL05RABO0000000005' })
    await bank.bookAs(back.id, (await first(back))?.how as BookingChoice)
    await bank.match(again.id, invoice.id)
    await expect(bank.undo(back.id)).rejects.toMatchObject({ kind: 'conflict', sentence: { what: expect.stringContaining(invoice.number) } })
  })
})

describe('money back to a customer', () => {
  test('may be a part, or for two invoices, and never more than the customer has to come', async () => {
    const [a, b] = [await bank.sell(1000), await bank.sell(2000)]
    const line = await bank.line({ cents: 3630, text: `${a.number} ${b.number}`, iban: 'NL06RABO0000000006' })
    await bank.match(line.id, a.id, b.id)
    for (const each of [a, b]) {
      await as(bank.at.world, asTreasurer(bank.at), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, each.id, 'all', 'retour'))
    }
    const both = await bank.line({ cents: -3630, text: 'terug' })
    expect(await first(both)).toMatchObject({ certainty: 'likely', how: { kind: 'refund', invoices: expect.arrayContaining([a.id, b.id]) } })
    const part = await bank.line({ cents: -1500, text: 'deel terug', name: 'De Linde' })
    const offered = await first(part)
    expect(offered).toMatchObject({ certainty: 'possible', how: { kind: 'refund' } })
    const since = await bank.mark()
    await bank.match(part.id, a.id, b.id)
    expect(await bank.booked(since)).toEqual(['Debiteuren | Bank | 1210', 'Debiteuren | Bank | 290'])
    await expect(bank.match(both.id, b.id)).rejects.toMatchObject({ kind: 'rule' })
    await bank.undo(part.id)
    await bank.match(both.id, a.id, b.id)
    expect([await openOf(a.id), await openOf(b.id)]).toEqual([0n, 0n])
    await bank.bookAs(part.id, { kind: 'suspense' })
  })
})

describe('money out is only what is owed', () => {
  test('a pay-out that the consent does not allow is refused, and is a claim on the member', async () => {
    const member = await newMember(bank.at, 'Vera Vos', 'participatiewetOwn')
    await withConsent(bank.at, member, '2026-09-01')
    await bank.owes(account('payoutPayable', member), 10000)
    const line = await bank.line({ cents: -10000, text: 'voor Vera' })
    await expect(bank.bookAs(line.id, { kind: 'payout', member })).rejects.toMatchObject({
      field: 'soort1',
      sentence: { next: expect.stringContaining('te vorderen van een lid') },
    })
    await bank.bookAs(line.id, { kind: 'claim', member })
    expect((await bank.standing()).ties).toBe(true)
    const seen = async (person: typeof member, path: string) => (await (await signedIn(bank.at.world, person)).get(path)).text()
    expect(await seen(member, '/mijn')).toContain('Je kreeg geld dat nog niet mag')
    expect(await seen(bank.at.coach, '/coach')).toContain('Lid kreeg geld dat niet mocht, of te veel')
    expect(await seen(bank.samira, '/mijn')).not.toContain('Je kreeg geld dat nog niet mag')
    const draft = await as(bank.at.world, asMember(bank.at, member), 'statement.read', (tx, permit) => draftStatement(tx, permit, member, month('2026-10')))
    expect(draft?.content.toGiveBack).toBe(10000n)
    const back = await bank.line({ cents: 10000, text: 'terug van Vera' })
    await bank.bookAs(back.id, { kind: 'claim', member })
    expect(await seen(member, '/mijn')).not.toContain('Je kreeg geld dat nog niet mag')
  })

  test('a pay-out that is allowed is refused one cent above what is owed', async () => {
    const member = await newMember(bank.at, 'Wim Wilg', 'participatiewetOwn')
    await withConsent(bank.at, member, '2026-09-01', { payOutAllowed: true })
    await bank.owes(account('payoutPayable', member), 10000)
    const [over, exact] = (await bank.lines({ cents: -10001, text: 'over' }, { cents: -10000, text: 'precies' })) as [BankLine, BankLine]
    await expect(bank.bookAs(over.id, { kind: 'payout', member })).rejects.toMatchObject({ sentence: { what: expect.stringMatching(/€.100,00/) } })
    await bank.bookAs(exact.id, { kind: 'payout', member })
    await expect(bank.bookAs(over.id, { kind: 'payout', member })).rejects.toMatchObject({ sentence: { what: expect.stringMatching(/€.0,00/) } })
    await bank.undo(exact.id)
    await bank.bookAs(over.id, {
      kind: 'parts',
      parts: [
        { cents: cents(-10000), how: { kind: 'payout', member } },
        { cents: cents(-1), how: { kind: 'claim', member } },
      ],
    })
    await bank.bookAs(exact.id, { kind: 'claim', member })
  })

  test('a receipt is paid through the receipt, so that it is not paid twice', async () => {
    const shop = await receipt('Houtzagerij', 5000, 'bank')
    const mine = await receipt('Garen', 2000, 'member')
    const [supplier, member] = (await bank.lines({ cents: -5000, text: 'hout' }, { cents: -2000, text: 'garen' })) as [BankLine, BankLine]
    await expect(bank.bookAs(supplier.id, { kind: 'supplier' })).rejects.toMatchObject({ sentence: { next: expect.stringContaining('Kies het bonnetje') } })
    await expect(bank.bookAs(member.id, { kind: 'memberDebt', member: bank.samira })).rejects.toMatchObject({
      sentence: { next: expect.stringContaining('Kies het bonnetje') },
    })
    await bank.owes(account('creditors'), 5000)
    await bank.bookAs(supplier.id, { kind: 'supplier' })
    expect(await waiting()).toEqual(expect.arrayContaining([shop, mine]))
    await bank.undo(supplier.id)
    await bank.bookAs(supplier.id, { kind: 'cost', cost: shop })
    await bank.bookAs(member.id, { kind: 'cost', cost: mine })
    const nobody = await bank.line({ cents: -100, text: 'niemand' })
    await expect(bank.bookAs(nobody.id, { kind: 'memberDebt', member: bank.samira })).rejects.toMatchObject({
      sentence: { what: expect.stringMatching(/€.0,00/) },
    })
    await bank.bookAs(nobody.id, { kind: 'suspense' })
  })
})

describe('a course for everyone', () => {
  test('is a cost, and releases the pool by what is in it', async () => {
    await bank.owes(account('trainingPool'), 30000)
    const [a, b] = (await bank.lines({ cents: -24200, text: 'cursus' }, { cents: -24200, text: 'nog een cursus' })) as [BankLine, BankLine]
    const since = await bank.mark()
    await bank.bookAs(a.id, { kind: 'training', vat: cents(4200) })
    expect(await bank.booked(since)).toEqual(
      ['Opleiding uit de pot | Bank | 20000', 'Btw terug te vragen | Bank | 4200', 'Gezamenlijke opleidingspot | Vrijval opleidingspot | 20000'].sort(),
    )
    const second = await bank.mark()
    await bank.bookAs(b.id, { kind: 'training', vat: cents(4200) })
    expect(await bank.booked(second)).toEqual(
      ['Opleiding uit de pot | Bank | 20000', 'Btw terug te vragen | Bank | 4200', 'Gezamenlijke opleidingspot | Vrijval opleidingspot | 10000'].sort(),
    )
    await bank.undo(b.id)
    const rows = await as(bank.at.world, asTreasurer(bank.at), 'ledger.read', (tx, permit) => trialBalance(tx, permit, day('2026-10-31')))
    expect(rows.find((row) => row.code === 'trainingPool')?.balance).toBe(-10000n)
  })
})

/** A receipt of Samira that was accepted and waits to be paid. */
async function receipt(what: string, gross: number, paidBy: 'bank' | 'member') {
  const id = await as(bank.at.world, asMember(bank.at, bank.samira), 'receipt.send', (tx, permit) =>
    sendReceipt(tx, permit, {
      member: bank.samira,
      boughtOn: day('2026-10-03'),
      gross: cents(gross),
      vat: cents(0),
      kind: 'material',
      paidBy,
      what,
      unsure: [],
      file: null,
    }),
  )
  await as(bank.at.world, asTreasurer(bank.at), 'receipt.judge', (tx, permit) =>
    judgeReceipt(tx, permit, id, { outcome: 'accepted', reason: null, kind: 'material', paidBy, vatDeductible: null }),
  )
  return id
}

async function waiting(): Promise<string[]> {
  return (await as(bank.at.world, asTreasurer(bank.at), 'spending.read', payablesOpen)).map((each) => each.id)
}
