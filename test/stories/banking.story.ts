import { beforeAll, describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { type BankLine, type BookingChoice, bankStandingOfMonth, camt, entry, importFile } from '#rooms/banking'
import { dividableMoney } from '#rooms/invoicing'
import { type Bank, bankOfVillage, OWN } from '../bank.ts'
import { asTreasurer, village } from '../village.ts'
import { as } from '../world.ts'

let bank: Bank

beforeAll(async () => {
  bank = await bankOfVillage()
})

describe('a statement of the bank', () => {
  test('comes in whole, proved, and its lines wait', async () => {
    const imported = await bank.bring(
      bank.statementOf([
        { cents: 12100, text: 'dank' },
        { cents: -500, text: 'kosten' },
      ]),
    )
    expect(imported).toMatchObject({ again: false, statements: 1, lines: 2, known: 0, notices: [] })
    expect((await bank.waiting()).map((each) => each.cents)).toEqual(expect.arrayContaining([12100n, -500n]))
    expect(await bank.standing()).toMatchObject({ closing: 11600n, ledger: 0n, waiting: 11600n, ties: true, linesUnbooked: 2, through: '2026-10-07' })
  })

  test('that is damaged brings in nothing', async () => {
    const before = await bank.waiting()
    const good = new TextDecoder().decode(bank.statementOf([{ cents: 100 }]))
    bank.drop(100)
    await expect(bank.bring(new TextEncoder().encode(good.replace('>1.00<', '>1.01<')))).rejects.toMatchObject({
      kind: 'rule',
      sentence: { what: expect.stringContaining('het saldo klopt niet') },
    })
    expect(await bank.waiting()).toEqual(before)
  })

  test('counts once, however often the file or the statement comes', async () => {
    const bytes = bank.statementOf([{ cents: 2500, text: 'twee keer', bankReference: 'x1' }])
    const before = (await bank.waiting()).length
    await bank.bring(bytes)
    expect(await bank.bring(bytes)).toMatchObject({ again: true, lines: 0 })
    const otherFile = new TextEncoder().encode(`${new TextDecoder().decode(bytes)}\n<!-- a second download -->`)
    expect(await bank.bring(otherFile)).toMatchObject({
      again: false,
      statements: 0,
      lines: 0,
      known: 1,
      notices: [expect.stringContaining('was al ingelezen')],
    })
    expect((await bank.waiting()).length).toBe(before + 1)
    const changed = new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll('twee keer', 'iets anders'))
    await expect(bank.bring(changed)).rejects.toMatchObject({ sentence: { what: expect.stringContaining('met een andere inhoud') } })
  })

  test('that overlaps an earlier one brings only what is new, also when two payments are alike', async () => {
    const alike = { text: 'markt', reference: 'NOTPROVIDED', cents: 700 }
    const opening = bank.balance()
    await bank.bring(bank.statementOf([alike, alike], { id: 'week', closedOn: '2026-10-08' }))
    const before = (await bank.waiting()).length
    const longer = bank.statementOf([alike, alike, alike, { cents: 300, text: 'nieuw', on: '2026-10-09' }], { id: 'maand', opening, closedOn: '2026-10-09' })
    expect(await bank.bring(longer)).toMatchObject({ lines: 2, known: 2, notices: [expect.stringContaining('overlapt')] })
    expect((await bank.waiting()).length).toBe(before + 2)
    expect((await bank.standing()).ties).toBe(true)
    bank.bankIsAt('2026-10-09')
  })

  test('says what is missing between two statements, and does not tie until it came', async () => {
    const other = await village(bank.at.world, '2026-10-05')
    const file = (id: string, opening: string, closing: string, on: string, amount: string) =>
      new TextEncoder().encode(camt({ id, account: OWN, opening, closing, openedOn: on, closedOn: on, entries: [entry({ amount, side: 'CRDT', on })] }))
    const import_ = (bytes: Uint8Array) =>
      as(bank.at.world, asTreasurer(other), 'bank.import', (tx, permit) => importFile(tx, permit, { name: 'a.xml', bytes }))
    const ties = async () => (await as(bank.at.world, asTreasurer(other), 'bank.read', (tx, permit) => bankStandingOfMonth(tx, permit, month('2026-10')))).ties
    await import_(file('1', '0.00', '1.00', '2026-10-01', '1.00'))
    const imported = await import_(file('3', '3.00', '6.00', '2026-10-03', '3.00'))
    expect(imported.notices).toEqual([expect.stringContaining('mist er iets')])
    expect(await ties()).toBe(false)
    await import_(file('2', '1.00', '3.00', '2026-10-02', '2.00'))
    expect(await ties()).toBe(true)
  })

  test('of an account that is not ours is refused until somebody says it is', async () => {
    const other = (account: string) => new TextEncoder().encode(camt({ id: 'S-1', account, opening: '0.00', closing: '0.00', entries: [] }))
    await expect(bank.bring(other('NL20INGB0001234567'))).rejects.toMatchObject({ field: 'rekening' })
    await bank.bring(other('NL20INGB0001234567'), true)
    expect(await bank.bring(new TextEncoder().encode(new TextDecoder().decode(other('NL20INGB0001234567')).replaceAll('S-1', 'S-2')))).toMatchObject({
      statements: 1,
    })
  })
})

describe('a payment of a customer', () => {
  test('with the number and the amount is certain, and many are booked with one button', async () => {
    const [a, b] = [await bank.sell(15000), await bank.sell(3000)]
    const found = await bank.lines({ cents: 18150, text: `fact ${a.number}`, name: 'Buurthuis De Linde' }, { cents: 3630, text: b.number, name: 'De Linde' })
    const offered = await bank.proposals(found)
    const choices = found.map((each) => ({ line: each.id, key: offered.get(each.id)?.[0]?.key ?? '' }))
    expect(found.map((each) => offered.get(each.id)?.[0])).toMatchObject([
      { certainty: 'certain', label: `Factuur ${a.number}, Buurthuis De Linde` },
      { certainty: 'certain' },
    ])
    const since = await bank.mark()
    expect(await bank.accept(choices)).toMatchObject({ booked: 2, changed: 0 })
    expect(await bank.booked(since)).toEqual(['Bank | Debiteuren | 18150', 'Bank | Debiteuren | 3630'])
    expect(await bank.accept(choices)).toMatchObject({ booked: 0, changed: 2 })
    expect((await bank.open()).some((invoice) => invoice.id === a.id)).toBe(false)
  })

  test('of a part leaves the rest open, and the second payment of too much puts the surplus in suspense', async () => {
    const invoice = await bank.sell(10000)
    const [first, second] = await bank.lines({ cents: 5000, text: invoice.number }, { cents: 8000, text: `rest ${invoice.number}` })
    const since = await bank.mark()
    await bank.match((first as BankLine).id, invoice.id)
    await bank.match((second as BankLine).id, invoice.id)
    expect(await bank.booked(since)).toEqual(['Bank | Debiteuren | 5000', 'Bank | Debiteuren | 7100', 'Bank | Nog uit te zoeken | 900'])
    expect((await bank.standing()).suspense).toBe(900n)
    const { received } = await as(bank.at.world, asTreasurer(bank.at), 'invoice.read', (tx, permit) =>
      dividableMoney(tx, permit, day('2026-10-01'), day('2026-10-31')),
    )
    const mine = received.filter((receipt) => receipt.invoice === invoice.id)
    expect(mine.reduce((all, receipt) => all + receipt.net, 0n)).toBe(10000n)
    await bank.undo((second as BankLine).id)
    expect((await bank.standing()).suspense).toBe(0n)
    expect((await bank.open()).find((each) => each.id === invoice.id)?.open).toBe(7100n)
  })

  test('for several invoices fills them in the order given', async () => {
    const [a, b] = [await bank.sell(1000), await bank.sell(2000)]
    const one = await bank.line({ cents: 3630, text: `${a.number} ${b.number}`, name: 'Buurthuis De Linde' })
    expect((await bank.proposals([one])).get(one.id)?.[0]).toMatchObject({ certainty: 'certain', how: { invoices: [a.id, b.id] } })
    const since = await bank.mark()
    await bank.match(one.id, a.id, b.id)
    expect(await bank.booked(since)).toEqual(['Bank | Debiteuren | 1210', 'Bank | Debiteuren | 2420'])
  })

  test('in a batch is one line, proposed when each payment in it has its own invoice', async () => {
    const [a, b] = [await bank.sell(1100), await bank.sell(2200)]
    const batch = await bank.line({ cents: 3993, parts: ['13.31', '26.62'], text: `${a.number}` })
    expect(batch).toMatchObject({ batch: true, name: null, details: [{ cents: 1331n }, { cents: 2662n }] })
    expect((await bank.proposals([batch])).get(batch.id)).toEqual([])
    await bank.match(batch.id, a.id, b.id)
    expect((await bank.waiting()).some((each) => each.id === batch.id)).toBe(false)
  })

  test('that the bank takes back opens the invoice again', async () => {
    const invoice = await bank.sell(4000)
    const one = await bank.line({ cents: 4840, text: invoice.number, iban: 'NL02RABO0123456789' })
    await bank.match(one.id, invoice.id)
    const back = await bank.line({ cents: -4840, text: 'storno', iban: 'NL02RABO0123456789' })
    const [offered] = (await bank.proposals([back])).get(back.id) ?? []
    expect(offered).toMatchObject({ label: `Betaling van ${invoice.number} teruggenomen` })
    const since = await bank.mark()
    await bank.bookAs(back.id, offered?.how as BookingChoice)
    expect(await bank.booked(since)).toEqual(['Debiteuren | Bank | 4840'])
    expect((await bank.open()).find((each) => each.id === invoice.id)?.open).toBe(4840n)
    await expect(bank.undo(one.id)).rejects.toMatchObject({ kind: 'conflict', sentence: { what: 'De bank nam deze betaling later terug.' } })
    await bank.undo(back.id)
    expect(await bank.booked(since)).toEqual(['Bank | Debiteuren | 4840', 'Debiteuren | Bank | 4840'])
    expect((await bank.open()).some((each) => each.id === invoice.id)).toBe(false)
    await bank.bookAs(back.id, offered?.how as BookingChoice)
    expect((await bank.open()).find((each) => each.id === invoice.id)?.open).toBe(4840n)
    await bank.undo(back.id)
    await bank.undo(one.id)
    expect((await bank.open()).find((each) => each.id === invoice.id)?.open).toBe(4840n)
    await bank.match(one.id, invoice.id)
    await bank.bookAs(back.id, { kind: 'suspense' })
  })

  test('is booked once, and undone by its mirror', async () => {
    const invoice = await bank.sell(500)
    const one = await bank.line({ cents: 605, text: invoice.number })
    const results = await Promise.allSettled([bank.match(one.id, invoice.id), bank.match(one.id, invoice.id)])
    expect(results.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    const since = await bank.mark()
    await bank.undo(one.id)
    expect(await bank.booked(since)).toEqual(['Debiteuren | Bank | 605'])
    await expect(bank.undo(one.id)).rejects.toMatchObject({ kind: 'conflict' })
    await bank.match(one.id, invoice.id)
  })

  test('of an account that paid before is recognised without a number, and never certain', async () => {
    const invoice = await bank.sell(700)
    const one = await bank.line({ cents: 847, text: 'dank je wel', iban: 'NL02RABO0123456789' })
    expect((await bank.proposals([one])).get(one.id)?.[0]).toMatchObject({
      certainty: 'likely',
      how: { invoices: [invoice.id] },
      reasons: [expect.stringContaining('betaalde eerder'), expect.any(String)],
    })
    await bank.match(one.id, invoice.id)
  })
})
