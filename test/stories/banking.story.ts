import { beforeAll, describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { type Cents, cents, decimal } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import {
  acceptMany,
  type BankLine,
  type BankLineId,
  bankStandingOfMonth,
  bookLine,
  camt,
  entry,
  type How,
  importFile,
  linesBooked,
  linesWaiting,
  matchLine,
  proposalsFor,
  undoBooking,
} from '#rooms/banking'
import { type InvoiceId, openInvoices, receiptsOfMonth, requestInvoice, sendInvoice } from '#rooms/invoicing'
import { allTransfers, trialBalance } from '#rooms/ledger'
import { addCustomer, type CustomerId } from '#rooms/organisations'
import { judgeReceipt, payablesOpen, sendReceipt } from '#rooms/spending'
import { asBoard, asMember, asTreasurer, newMember, type Village, village } from '../village.ts'
import { as, itIs, signedIn, testWorld } from '../world.ts'

const OWN = 'NL91ABNA0417164300'
let at: Village
let samira: MemberId
let linde: CustomerId
let balance = 0
let statement = 0
let bankDay = '2026-10-07'

beforeAll(async () => {
  at = await village(await testWorld(), '2026-09-01')
  samira = await newMember(at, 'Samira el Amrani')
  linde = await as(at.world, asTreasurer(at), 'customer.edit', (tx, permit) =>
    addCustomer(tx, permit, {
      member: samira,
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
  itIs(at.world, '2026-10-05')
})

/** An invoice of this net amount plus 21% VAT; gives its id and number. */
async function sell(net: number, to = linde): Promise<{ id: InvoiceId; number: string; open: Cents }> {
  const id = await as(at.world, asTreasurer(at), 'invoice.request', (tx, permit) =>
    requestInvoice(tx, permit, {
      kind: 'invoice',
      member: samira,
      customer: to,
      basis: 'without',
      performedOn: day('2026-10-02'),
      reference: null,
      note: null,
      byCard: cents(0),
      lines: [{ description: 'Gordijnen', quantity: 1000n, unit: 'piece', price: cents(net), vat: 'standard' }],
    }),
  )
  await as(at.world, asTreasurer(at), 'invoice.send', (tx, permit) => sendInvoice(tx, permit, id))
  const invoice = (await open()).find((each) => each.id === id)
  return { id, number: invoice?.number ?? '', open: invoice?.open ?? cents(0) }
}

const open = () => as(at.world, asTreasurer(at), 'invoice.read', openInvoices)
const waiting = () => as(at.world, asTreasurer(at), 'bank.read', (tx, permit) => linesWaiting(tx, permit))
const proposals = (lines: readonly BankLine[]) => as(at.world, asTreasurer(at), 'bank.read', (tx, permit) => proposalsFor(tx, permit, lines))
const standing = (of = '2026-10') => as(at.world, asTreasurer(at), 'bank.read', (tx, permit) => bankStandingOfMonth(tx, permit, month(of)))
const match = (line: BankLineId, ...invoices: InvoiceId[]) =>
  as(at.world, asTreasurer(at), 'payment.match', (tx, permit) => matchLine(tx, permit, line, invoices))
const bookAs = (line: BankLineId, how: How) => as(at.world, asTreasurer(at), 'bank.book', (tx, permit) => bookLine(tx, permit, line, how))
const undo = (line: BankLineId) => as(at.world, asTreasurer(at), 'bank.undo', (tx, permit) => undoBooking(tx, permit, line))
const accept = (choices: readonly { line: BankLineId; key: string }[]) =>
  as(at.world, asTreasurer(at), 'payment.match', (tx, permit) => acceptMany(tx, permit, choices))

type Told = Omit<Parameters<typeof entry>[0], 'amount' | 'side'> & { readonly cents: number }

/** The next statement of the bank, with a balance that goes on from the one before. */
function statementOf(lines: readonly Told[], more: { id?: string; opening?: number; closedOn?: string } = {}): Uint8Array {
  const opening = more.opening ?? balance
  const closing = lines.reduce((sum, line) => sum + line.cents, opening)
  balance = closing
  statement += 1
  const entries = lines.map(({ cents: amount, ...line }) =>
    entry({ on: bankDay, ...line, amount: decimal(cents(Math.abs(amount))), side: amount < 0 ? 'DBIT' : 'CRDT' }),
  )
  return new TextEncoder().encode(
    camt({
      id: more.id ?? `2026-${statement}`,
      account: OWN,
      opening: decimal(cents(opening)),
      closing: decimal(cents(closing)),
      openedOn: '2026-10-06',
      closedOn: more.closedOn ?? bankDay,
      entries,
    }),
  )
}

function bring(bytes: Uint8Array, ownAccount = false) {
  return as(at.world, asTreasurer(at), 'bank.import', (tx, permit) => importFile(tx, permit, { name: 'afschrift.xml', bytes }, { ownAccount }))
}

/** Brings in one statement and gives its lines in the order of the file. */
async function lines(...told: Told[]): Promise<BankLine[]> {
  const before = new Set((await waiting()).map((line) => line.id))
  await bring(statementOf(told.map((line, index) => ({ bankReference: `r${statement}-${index}`, ...line }))))
  const fresh = (await waiting()).filter((line) => !before.has(line.id))
  return told.map((line, index) => fresh.find((each) => each.bankReference === (line.bankReference ?? `r${statement - 1}-${index}`)) as BankLine)
}

async function line(told: Told): Promise<BankLine> {
  const [only] = await lines(told)
  return only as BankLine
}

const transfers = () => as(at.world, asTreasurer(at), 'ledger.read', allTransfers)

/** The entries that are there already. */
const mark = async () => new Set((await transfers()).map((transfer) => transfer.entry))

/** What was booked since the mark, as an accountant reads it, by name. */
async function booked(since: ReadonlySet<string>): Promise<string[]> {
  const fresh = (await transfers()).filter((transfer) => !since.has(transfer.entry))
  return fresh.map((transfer) => `${transfer.debit.name} | ${transfer.credit.name} | ${transfer.cents}`).sort()
}

describe('a statement of the bank', () => {
  test('comes in whole, proved, and its lines wait', async () => {
    const imported = await bring(
      statementOf([
        { cents: 12100, text: 'dank' },
        { cents: -500, text: 'kosten' },
      ]),
    )
    expect(imported).toMatchObject({ again: false, statements: 1, lines: 2, known: 0, notices: [] })
    expect((await waiting()).map((each) => each.cents)).toEqual(expect.arrayContaining([12100n, -500n]))
    expect(await standing()).toMatchObject({ closing: 11600n, ledger: 0n, waiting: 11600n, ties: true, linesUnbooked: 2, through: '2026-10-07' })
  })

  test('that is damaged brings in nothing', async () => {
    const before = await waiting()
    const good = new TextDecoder().decode(statementOf([{ cents: 100 }]))
    balance -= 100
    await expect(bring(new TextEncoder().encode(good.replace('>1.00<', '>1.01<')))).rejects.toMatchObject({
      kind: 'rule',
      sentence: { what: expect.stringContaining('het saldo klopt niet') },
    })
    expect(await waiting()).toEqual(before)
  })

  test('counts once, however often the file or the statement comes', async () => {
    const bytes = statementOf([{ cents: 2500, text: 'twee keer', bankReference: 'x1' }])
    const before = (await waiting()).length
    await bring(bytes)
    expect(await bring(bytes)).toMatchObject({ again: true, lines: 0 })
    const otherFile = new TextEncoder().encode(`${new TextDecoder().decode(bytes)}\n<!-- a second download -->`)
    expect(await bring(otherFile)).toMatchObject({ again: false, statements: 0, lines: 0, known: 1, notices: [expect.stringContaining('was al ingelezen')] })
    expect((await waiting()).length).toBe(before + 1)
    const changed = new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll('twee keer', 'iets anders'))
    await expect(bring(changed)).rejects.toMatchObject({ sentence: { what: expect.stringContaining('met een andere inhoud') } })
  })

  test('that overlaps an earlier one brings only what is new, also when two payments are alike', async () => {
    const alike = { text: 'markt', reference: 'NOTPROVIDED', cents: 700 }
    const opening = balance
    await bring(statementOf([alike, alike], { id: 'week', closedOn: '2026-10-08' }))
    const before = (await waiting()).length
    const longer = statementOf([alike, alike, alike, { cents: 300, text: 'nieuw', on: '2026-10-09' }], { id: 'maand', opening, closedOn: '2026-10-09' })
    expect(await bring(longer)).toMatchObject({ lines: 2, known: 2, notices: [expect.stringContaining('overlapt')] })
    expect((await waiting()).length).toBe(before + 2)
    expect((await standing()).ties).toBe(true)
    bankDay = '2026-10-09'
  })

  test('says what is missing between two statements, and does not tie until it came', async () => {
    const other = await village(at.world, '2026-10-05')
    const file = (id: string, opening: string, closing: string, on: string, amount: string) =>
      new TextEncoder().encode(camt({ id, account: OWN, opening, closing, openedOn: on, closedOn: on, entries: [entry({ amount, side: 'CRDT', on })] }))
    const import_ = (bytes: Uint8Array) => as(at.world, asTreasurer(other), 'bank.import', (tx, permit) => importFile(tx, permit, { name: 'a.xml', bytes }))
    const ties = async () => (await as(at.world, asTreasurer(other), 'bank.read', (tx, permit) => bankStandingOfMonth(tx, permit, month('2026-10')))).ties
    await import_(file('1', '0.00', '1.00', '2026-10-01', '1.00'))
    const imported = await import_(file('3', '3.00', '6.00', '2026-10-03', '3.00'))
    expect(imported.notices).toEqual([expect.stringContaining('mist er iets')])
    expect(await ties()).toBe(false)
    await import_(file('2', '1.00', '3.00', '2026-10-02', '2.00'))
    expect(await ties()).toBe(true)
  })

  test('of an account that is not ours is refused until somebody says it is', async () => {
    const other = (account: string) => new TextEncoder().encode(camt({ id: 'S-1', account, opening: '0.00', closing: '0.00', entries: [] }))
    await expect(bring(other('NL20INGB0001234567'))).rejects.toMatchObject({ field: 'rekening' })
    await bring(other('NL20INGB0001234567'), true)
    expect(await bring(new TextEncoder().encode(new TextDecoder().decode(other('NL20INGB0001234567')).replaceAll('S-1', 'S-2')))).toMatchObject({
      statements: 1,
    })
  })
})

describe('a payment of a customer', () => {
  test('with the number and the amount is certain, and many are booked with one button', async () => {
    const [a, b] = [await sell(15000), await sell(3000)]
    const found = await lines({ cents: 18150, text: `fact ${a.number}`, name: 'Buurthuis De Linde' }, { cents: 3630, text: b.number, name: 'De Linde' })
    const offered = await proposals(found)
    const choices = found.map((each) => ({ line: each.id, key: offered.get(each.id)?.[0]?.key ?? '' }))
    expect(found.map((each) => offered.get(each.id)?.[0])).toMatchObject([
      { certainty: 'certain', label: `Factuur ${a.number}, Buurthuis De Linde` },
      { certainty: 'certain' },
    ])
    const since = await mark()
    expect(await accept(choices)).toEqual({ booked: 2, changed: 0 })
    expect(await booked(since)).toEqual(['Bank | Debiteuren | 18150', 'Bank | Debiteuren | 3630'])
    expect(await accept(choices)).toEqual({ booked: 0, changed: 2 })
    expect((await open()).some((invoice) => invoice.id === a.id)).toBe(false)
  })

  test('of a part leaves the rest open, and the second payment of too much puts the surplus in suspense', async () => {
    const invoice = await sell(10000)
    const [first, second] = await lines({ cents: 5000, text: invoice.number }, { cents: 8000, text: `rest ${invoice.number}` })
    const since = await mark()
    await match((first as BankLine).id, invoice.id)
    await match((second as BankLine).id, invoice.id)
    expect(await booked(since)).toEqual(['Bank | Debiteuren | 5000', 'Bank | Debiteuren | 7100', 'Bank | Nog uit te zoeken | 900'])
    expect((await standing()).suspense).toBe(900n)
    const receipts = await as(at.world, asTreasurer(at), 'invoice.read', (tx, permit) => receiptsOfMonth(tx, permit, month('2026-10')))
    const mine = receipts.filter((receipt) => receipt.invoice === invoice.id)
    expect(mine.reduce((all, receipt) => all + receipt.net, 0n)).toBe(10000n)
    await undo((second as BankLine).id)
    expect((await standing()).suspense).toBe(0n)
    expect((await open()).find((each) => each.id === invoice.id)?.open).toBe(7100n)
  })

  test('for several invoices fills them in the order given', async () => {
    const [a, b] = [await sell(1000), await sell(2000)]
    const one = await line({ cents: 3630, text: `${a.number} ${b.number}`, name: 'Buurthuis De Linde' })
    expect((await proposals([one])).get(one.id)?.[0]).toMatchObject({ certainty: 'certain', how: { invoices: [a.id, b.id] } })
    const since = await mark()
    await match(one.id, a.id, b.id)
    expect(await booked(since)).toEqual(['Bank | Debiteuren | 1210', 'Bank | Debiteuren | 2420'])
  })

  test('in a batch is one line, proposed when each payment in it has its own invoice', async () => {
    const [a, b] = [await sell(1100), await sell(2200)]
    const batch = await line({ cents: 3993, parts: ['13.31', '26.62'], text: `${a.number}` })
    expect(batch).toMatchObject({ batch: true, name: null, details: [{ cents: 1331n }, { cents: 2662n }] })
    expect((await proposals([batch])).get(batch.id)).toEqual([])
    await match(batch.id, a.id, b.id)
    expect((await waiting()).some((each) => each.id === batch.id)).toBe(false)
  })

  test('that the bank takes back opens the invoice again', async () => {
    const invoice = await sell(4000)
    const one = await line({ cents: 4840, text: invoice.number, iban: 'NL02RABO0123456789' })
    await match(one.id, invoice.id)
    const back = await line({ cents: -4840, text: 'storno', iban: 'NL02RABO0123456789' })
    const [offered] = (await proposals([back])).get(back.id) ?? []
    expect(offered).toMatchObject({ label: `Betaling van ${invoice.number} teruggenomen` })
    const since = await mark()
    await bookAs(back.id, offered?.how as How)
    expect(await booked(since)).toEqual(['Debiteuren | Bank | 4840'])
    expect((await open()).find((each) => each.id === invoice.id)?.open).toBe(4840n)
    await expect(undo(back.id)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('is booked once, and undone by its mirror', async () => {
    const invoice = await sell(500)
    const one = await line({ cents: 605, text: invoice.number })
    const results = await Promise.allSettled([match(one.id, invoice.id), match(one.id, invoice.id)])
    expect(results.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    const since = await mark()
    await undo(one.id)
    expect(await booked(since)).toEqual(['Debiteuren | Bank | 605'])
    await expect(undo(one.id)).rejects.toMatchObject({ kind: 'conflict' })
    await match(one.id, invoice.id)
  })

  test('of an account that paid before is recognised without a number, and never certain', async () => {
    const invoice = await sell(700)
    const one = await line({ cents: 847, text: 'dank je wel', iban: 'NL02RABO0123456789' })
    expect((await proposals([one])).get(one.id)?.[0]).toMatchObject({
      certainty: 'likely',
      how: { invoices: [invoice.id] },
      reasons: [expect.stringContaining('betaalde eerder'), expect.any(String)],
    })
    await match(one.id, invoice.id)
  })
})

describe('every other line can be booked', () => {
  const cases: readonly (readonly [string, number, (samira: MemberId) => How, readonly string[]])[] = [
    [
      'a cost of the cooperative with VAT',
      -12100,
      () => ({ kind: 'ownCost', vat: cents(2100) }),
      ['Algemene kosten coöperatie | Bank | 10000', 'Btw terug te vragen | Bank | 2100'],
    ],
    ['costs of the bank', -995, () => ({ kind: 'bankCosts' }), ['Bankkosten | Bank | 995']],
    [
      'a course for everyone',
      -24200,
      () => ({ kind: 'training', vat: cents(4200) }),
      ['Opleiding uit de pot | Bank | 20000', 'Btw terug te vragen | Bank | 4200'],
    ],
    ['card payments with the fee', 23840, () => ({ kind: 'cardBatch', fee: cents(310) }), ['Bank | Geld onderweg | 23840', 'Bankkosten | Geld onderweg | 310']],
    ['cash from the box', 5000, () => ({ kind: 'cashDeposit' }), ['Bank | Kas | 5000']],
    ['cash that a member held', 4000, (member) => ({ kind: 'cashDeposit', member }), ['Bank | Contant geld bij lid | 4000']],
    ['cash taken out', -2000, () => ({ kind: 'cashWithdrawal' }), ['Kas | Bank | 2000']],
    ['a subsidy', 100000, () => ({ kind: 'subsidy' }), ['Bank | Subsidie met een doel | 100000']],
    ['VAT paid', -3000, () => ({ kind: 'tax' }), ['Btw-rekening Belastingdienst | Bank | 3000']],
    ['VAT that came back', 1200, () => ({ kind: 'tax' }), ['Bank | Btw-rekening Belastingdienst | 1200']],
    ['the share of the municipality', -21135, () => ({ kind: 'municipality' }), ['Af te dragen aan gemeente | Bank | 21135']],
    ['a pay-out to a member', -15000, (member) => ({ kind: 'payout', member }), ['Uit te betalen aan lid | Bank | 15000']],
    ['a debt to a member', -1500, (member) => ({ kind: 'memberDebt', member }), ['Voorgeschoten door lid | Bank | 1500']],
    ['a supplier', -6050, () => ({ kind: 'supplier' }), ['Crediteuren | Bank | 6050']],
    ['money between own accounts', -50000, () => ({ kind: 'ownTransfer' }), ['Geld onderweg | Bank | 50000']],
    ['what nobody knows yet', 7500, () => ({ kind: 'suspense', note: 'bedankt voor alles' }), ['Bank | Nog uit te zoeken | 7500']],
  ]

  test.each(cases)('%s, and undone to the cent', async (_, amount, how, expected) => {
    const one = await line({ cents: amount, text: 'iets' })
    const since = await mark()
    await bookAs(one.id, how(samira))
    expect(await booked(since)).toEqual([...expected].sort())
    await undo(one.id)
    await bookAs(one.id, how(samira))
    const rows = await booked(since)
    const turned = expected.map((row) => row.replace(/^(.+) \| (.+) \| (\d+)$/, '$2 | $1 | $3'))
    expect(rows).toEqual([...expected, ...turned, ...expected].sort())
  })

  test('a receipt of a member that the cooperative pays, certain by amount and words', async () => {
    const cost = await as(at.world, asMember(at, samira), 'receipt.send', (tx, permit) =>
      sendReceipt(tx, permit, {
        member: samira,
        boughtOn: day('2026-10-03'),
        gross: cents(11616),
        vat: cents(2016),
        kind: 'material',
        paidBy: 'bank',
        what: 'Stoffenhal Oost',
        unsure: [],
        file: null,
      }),
    )
    await as(at.world, asTreasurer(at), 'receipt.judge', (tx, permit) =>
      judgeReceipt(tx, permit, cost, { outcome: 'accepted', reason: null, kind: 'material', paidBy: 'bank', vatDeductible: null }),
    )
    const one = await line({ cents: -11616, text: 'pin 8841', name: 'Stoffenhal Oost' })
    const [offered] = (await proposals([one])).get(one.id) ?? []
    expect(offered).toMatchObject({ certainty: 'certain', how: { kind: 'cost', cost } })
    const since = await mark()
    await accept([{ line: one.id, key: offered?.key ?? '' }])
    expect(await booked(since)).toEqual(['Crediteuren | Bank | 11616'])
    await undo(one.id)
    expect((await as(at.world, asTreasurer(at), 'spending.read', payablesOpen)).map((each) => each.id)).toContain(cost)
    await bookAs(one.id, offered?.how as How)
  })

  test('a member who paid first is paid back', async () => {
    const cost = await as(at.world, asMember(at, samira), 'receipt.send', (tx, permit) =>
      sendReceipt(tx, permit, {
        member: samira,
        boughtOn: day('2026-10-03'),
        gross: cents(2420),
        vat: cents(420),
        kind: 'material',
        paidBy: 'member',
        what: 'Garen',
        unsure: [],
        file: null,
      }),
    )
    await as(at.world, asTreasurer(at), 'receipt.judge', (tx, permit) =>
      judgeReceipt(tx, permit, cost, { outcome: 'accepted', reason: null, kind: 'material', paidBy: 'member', vatDeductible: null }),
    )
    const one = await line({ cents: -2420, text: 'garen', name: 'S. el Amrani' })
    const [offered] = (await proposals([one])).get(one.id) ?? []
    const since = await mark()
    await bookAs(one.id, offered?.how as How)
    expect(await booked(since)).toEqual(['Voorgeschoten door lid | Bank | 2420'])
  })

  test('what does not fit the line is refused with a sentence', async () => {
    const into = await line({ cents: 1000, text: 'in' })
    const out = await line({ cents: -1000, text: 'uit' })
    await expect(bookAs(into.id, { kind: 'cashWithdrawal' })).rejects.toMatchObject({ sentence: { what: expect.stringContaining('past niet bij deze regel') } })
    await expect(bookAs(out.id, { kind: 'payout' })).rejects.toMatchObject({ field: 'lid' })
    await expect(bookAs(out.id, { kind: 'ownCost', vat: cents(500) })).rejects.toMatchObject({ field: 'btw' })
    const unknown = '00000000-0000-7000-8000-000000000000'
    await expect(bookAs(unknown as BankLineId, { kind: 'suspense' })).rejects.toMatchObject({ kind: 'missing' })
    await expect(match(into.id, unknown as InvoiceId)).rejects.toMatchObject({ kind: 'rule' })
    await bookAs(into.id, { kind: 'bankCosts' })
    await bookAs(out.id, { kind: 'bankCosts' })
  })

  test('an account that was booked the same way twice is certain the third time', async () => {
    const told = { cents: -1299, iban: 'NL70INGB0009876543', text: 'telefoon', name: 'Provider' }
    const [a, b, c] = await lines(told, { ...told, cents: -1301 }, { ...told, cents: -1302 })
    await bookAs((a as BankLine).id, { kind: 'supplier' })
    expect((await proposals([c as BankLine])).get((c as BankLine).id)?.[0]).toMatchObject({ certainty: 'likely', how: { kind: 'supplier' } })
    await bookAs((b as BankLine).id, { kind: 'supplier' })
    expect((await proposals([c as BankLine])).get((c as BankLine).id)?.[0]).toMatchObject({
      certainty: 'certain',
      reasons: ['Zo boekte je deze rekening al 2 keer.'],
    })
  })
})

describe('at the end of the month', () => {
  test('the statements, the books and what waits are the same to the cent', async () => {
    const before = await standing()
    expect(before).toMatchObject({ ties: true })
    for (const each of await waiting()) await bookAs(each.id, { kind: 'suspense' })
    const after = await standing()
    expect(after).toMatchObject({ ties: true, waiting: 0n, linesUnbooked: 0, closing: BigInt(balance), ledger: BigInt(balance) })
    const rows = await as(at.world, asTreasurer(at), 'ledger.read', (tx, permit) => trialBalance(tx, permit, day('2026-10-31')))
    expect(rows.reduce((all, row) => all + row.balance, 0n)).toBe(0n)
    console.log(['| debit | credit | cents |', '|---|---|---|', ...(await booked(new Set())).slice(0, 12).map((row) => `| ${row} |`)].join('\n'))
  })
})

describe('the pages of the bank', () => {
  test('bring a file in, show proposals with their reason, and book what is ticked', async () => {
    const ans = await signedIn(at.world, at.treasurer)
    const invoice = await sell(800)
    const file = new File(
      [
        statementOf([
          { cents: 968, text: invoice.number, name: 'Buurthuis De Linde', bankReference: 'p1' },
          { cents: 4321, text: 'geen idee 111222333', bankReference: 'p2' },
        ]) as BlobPart,
      ],
      'afschrift.xml',
      { type: 'application/xml' },
    )
    const answer = await ans.post('/bank/afschriften', { bestand: file })
    expect(answer.status).toBe(303)
    const page = await (await ans.get(answer.headers.get('location') ?? '')).text()
    expect(page).toContain('Ingelezen: 1 afschrift, 2 nieuwe regels.')
    expect(page).toContain(`Factuurnummer ${invoice.number} staat erbij.`)
    expect(page).not.toContain('111222333')
    const [value] = /name="regel" value="([^"]+)"[^>]*checked/.exec(page)?.slice(1) ?? []
    expect(value).toBeDefined()
    const done = await ans.post('/bank/akkoord', { regel: value ?? '' })
    expect(done.headers.get('location')).toBe('/bank?geboekt=1')
    const [unknown] = await waiting()
    expect((await ans.get(`/bank/regels/${unknown?.id}`)).status).toBe(200)
    const wrong = await ans.post(`/bank/regels/${unknown?.id}/boeking`, { soort: '' })
    expect(wrong.status).toBe(422)
    expect((await ans.post(`/bank/regels/${unknown?.id}/boeking`, { soort: 'suspense' })).status).toBe(303)
    expect((await ans.post(`/bank/regels/${unknown?.id}/ongedaan`)).status).toBe(303)
    expect((await ans.post(`/bank/regels/${unknown?.id}/koppeling`, { nummers: '2026-9999' })).status).toBe(422)
    const other = await sell(1000)
    expect((await ans.post(`/bank/regels/${unknown?.id}/koppeling`, { nummers: other.number })).status).toBe(303)
    expect((await ans.get('/bank?toon=geboekt')).status).toBe(200)
    const nothing = await ans.post('/bank/afschriften', { bestand: new File(['geen xml'], 'x.xml') })
    expect(nothing.status).toBe(422)
    expect(await nothing.text()).toContain('Dit is geen bankafschrift in xml.')
    const [last] = await as(at.world, asTreasurer(at), 'bank.read', (tx, permit) => linesBooked(tx, permit, 1))
    expect(last?.booking?.kind).toBe('invoice')
  })

  test('are closed to members, and only read by the board', async () => {
    const member = await signedIn(at.world, samira)
    expect((await member.get('/bank')).status).toBe(403)
    const willem = await signedIn(at.world, at.board)
    expect((await willem.get('/bank')).status).toBe(200)
    await expect(as(at.world, asBoard(at), 'payment.match', async () => 1)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('show nothing of another cooperative', async () => {
    const other = await village(at.world, '2026-10-05')
    const theirs = await as(at.world, asTreasurer(other), 'bank.read', (tx, permit) => linesBooked(tx, permit))
    expect(theirs).toEqual([])
    const [mine] = await as(at.world, asTreasurer(at), 'bank.read', (tx, permit) => linesBooked(tx, permit, 1))
    const joost = await signedIn(at.world, other.treasurer)
    expect((await joost.get(`/bank/regels/${mine?.id}`)).status).toBe(404)
    const unfiltered = await as(at.world, asTreasurer(other), 'bank.read', (tx) => tx.selectFrom('banking.bank_line').select('id').execute())
    expect(unfiltered).toEqual([])
  })
})
