import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import type { BankLine, BankLineId, BookingChoice } from '#rooms/banking'
import type { InvoiceId } from '#rooms/invoicing'
import { account, trialBalance } from '#rooms/ledger'
import { judgeReceipt, payablesOpen, sendReceipt } from '#rooms/spending'
import { type Bank, bankOfVillage } from '../bank.ts'
import { asMember, asTreasurer } from '../village.ts'
import { as } from '../world.ts'

let bank: Bank

beforeAll(async () => {
  bank = await bankOfVillage()
  await bank.owes(account('payoutPayable', bank.samira), 15000)
  await bank.owes(account('owedToMember', bank.samira), 1500)
  await bank.owes(account('creditors'), 6050)
})

describe('every other line can be booked', () => {
  const cases: readonly (readonly [string, number, (samira: MemberId) => BookingChoice, readonly string[]])[] = [
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
    ['what a member has to give back', -2500, (member) => ({ kind: 'claim', member }), ['Te vorderen van lid | Bank | 2500']],
    ['what a member gave back', 2500, (member) => ({ kind: 'claim', member }), ['Bank | Te vorderen van lid | 2500']],
    ['a line of nothing', 0, () => ({ kind: 'nothing' }), []],
    ['money between own accounts', -50000, () => ({ kind: 'ownTransfer' }), ['Geld onderweg | Bank | 50000']],
    ['what nobody knows yet', 7500, () => ({ kind: 'suspense', note: 'bedankt voor alles' }), ['Bank | Nog uit te zoeken | 7500']],
  ]

  test.each(cases)('%s, and undone to the cent', async (_, amount, how, expected) => {
    const one = await bank.line({ cents: amount, text: 'iets' })
    const since = await bank.mark()
    await bank.bookAs(one.id, how(bank.samira))
    expect(await bank.booked(since)).toEqual([...expected].sort())
    await bank.undo(one.id)
    await bank.bookAs(one.id, how(bank.samira))
    const rows = await bank.booked(since)
    const turned = expected.map((row) => row.replace(/^(.+) \| (.+) \| (\d+)$/, '$2 | $1 | $3'))
    expect(rows).toEqual([...expected, ...turned, ...expected].sort())
  })

  test('a receipt of a member that the cooperative pays, certain by amount and words', async () => {
    const cost = await as(bank.at.world, asMember(bank.at, bank.samira), 'receipt.send', (tx, permit) =>
      sendReceipt(tx, permit, {
        member: bank.samira,
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
    await as(bank.at.world, asTreasurer(bank.at), 'receipt.judge', (tx, permit) =>
      judgeReceipt(tx, permit, cost, { outcome: 'accepted', reason: null, kind: 'material', paidBy: 'bank', vatDeductible: null }),
    )
    const one = await bank.line({ cents: -11616, text: 'pin 8841', name: 'Stoffenhal Oost', iban: 'NL10RABO0000000012' })
    const [offered] = (await bank.proposals([one])).get(one.id) ?? []
    expect(offered).toMatchObject({ certainty: 'certain', how: { kind: 'cost', cost } })
    const since = await bank.mark()
    await bank.accept([{ line: one.id, key: offered?.key ?? '' }])
    expect(await bank.booked(since)).toEqual(['Crediteuren | Bank | 11616'])
    await bank.undo(one.id)
    expect((await as(bank.at.world, asTreasurer(bank.at), 'spending.read', payablesOpen)).map((each) => each.id)).toContain(cost)
    await bank.bookAs(one.id, offered?.how as BookingChoice)
  })

  test('a member who paid first is paid back', async () => {
    const cost = await as(bank.at.world, asMember(bank.at, bank.samira), 'receipt.send', (tx, permit) =>
      sendReceipt(tx, permit, {
        member: bank.samira,
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
    await as(bank.at.world, asTreasurer(bank.at), 'receipt.judge', (tx, permit) =>
      judgeReceipt(tx, permit, cost, { outcome: 'accepted', reason: null, kind: 'material', paidBy: 'member', vatDeductible: null }),
    )
    const one = await bank.line({ cents: -2420, text: 'garen', name: 'S. el Amrani' })
    const [offered] = (await bank.proposals([one])).get(one.id) ?? []
    const since = await bank.mark()
    await bank.bookAs(one.id, offered?.how as BookingChoice)
    expect(await bank.booked(since)).toEqual(['Voorgeschoten door lid | Bank | 2420'])
  })

  test('what does not fit the line is refused with a sentence', async () => {
    const into = await bank.line({ cents: 1000, text: 'in' })
    const out = await bank.line({ cents: -1000, text: 'uit' })
    await expect(bank.bookAs(into.id, { kind: 'cashWithdrawal' })).rejects.toMatchObject({
      sentence: { what: expect.stringContaining('past niet bij deze regel') },
    })
    await expect(bank.bookAs(out.id, { kind: 'payout' })).rejects.toMatchObject({ field: 'lid1' })
    await expect(bank.bookAs(out.id, { kind: 'nothing' })).rejects.toMatchObject({ kind: 'rule' })
    await expect(bank.bookAs(out.id, { kind: 'ownCost', vat: cents(500) })).rejects.toMatchObject({ field: 'btw1' })
    const unknown = '00000000-0000-7000-8000-000000000000'
    await expect(bank.bookAs(unknown as BankLineId, { kind: 'suspense' })).rejects.toMatchObject({ kind: 'missing' })
    await expect(bank.match(into.id, unknown as InvoiceId)).rejects.toMatchObject({ kind: 'rule' })
    await bank.bookAs(into.id, { kind: 'bankCosts' })
    await bank.bookAs(out.id, { kind: 'bankCosts' })
  })

  test('an account that was booked the same way twice is certain the third time, for a usual amount and when nothing else fits', async () => {
    const told = { cents: -1299, iban: 'NL70INGB0009876543', text: 'rekening', name: 'Bank' }
    const [a, b, c, more] = (await bank.lines(told, { ...told, cents: -1304 }, { ...told, cents: -1302 }, { ...told, cents: -1305 })) as [
      BankLine,
      BankLine,
      BankLine,
      BankLine,
    ]
    const first = async (line: BankLine) => (await bank.proposals([line])).get(line.id)?.[0]
    await bank.bookAs(a.id, { kind: 'bankCosts' })
    expect(await first(c)).toMatchObject({ certainty: 'likely', how: { kind: 'bankCosts' } })
    await bank.bookAs(b.id, { kind: 'bankCosts' })
    expect(await first(c)).toMatchObject({ certainty: 'certain', reasons: ['Zo boekte je deze rekening al 2 keer.'] })
    expect(await first(more)).toMatchObject({
      certainty: 'likely',
      reasons: ['Zo boekte je deze rekening al 2 keer.', 'Let op: dit bedrag is anders dan anders.'],
    })
    const subsidy = { cents: 24200, iban: 'NL71INGB0009876543', text: 'kwartaal', name: 'Gemeente Wilgendam' }
    const [one, two, three] = (await bank.lines(subsidy, subsidy, subsidy)) as [BankLine, BankLine, BankLine]
    for (const each of [one, two]) await bank.bookAs(each.id, { kind: 'subsidy' })
    expect(await first(three)).toMatchObject({ certainty: 'certain', how: { kind: 'subsidy' } })
    await bank.sell(20000)
    expect((await bank.proposals([three])).get(three.id)?.map((each) => each.certainty)).not.toContain('certain')
  })
})

describe('at the end of the month', () => {
  test('the statements, the books and what waits are the same to the cent', async () => {
    const before = await bank.standing()
    expect(before).toMatchObject({ ties: true })
    for (const each of await bank.waiting()) await bank.bookAs(each.id, { kind: 'suspense' })
    const after = await bank.standing()
    expect(after).toMatchObject({ ties: true, waiting: 0n, linesUnbooked: 0, closing: BigInt(bank.balance()), ledger: BigInt(bank.balance()) })
    const rows = await as(bank.at.world, asTreasurer(bank.at), 'ledger.read', (tx, permit) => trialBalance(tx, permit, day('2026-10-31')))
    expect(rows.reduce((all, row) => all + row.balance, 0n)).toBe(0n)
    console.log(['| account | debit − credit in cents |', '|---|---|', ...rows.map((row) => `| ${row.name} | ${row.balance} |`)].join('\n'))
  })
})
