import { beforeAll, describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import type { MemberId } from '#rooms/access'
import { creditInvoice, type InvoiceId } from '#rooms/invoicing'
import { allTransfers, seal, trialBalance, verify } from '#rooms/ledger'
import { closeMonth, closings, riverOf, settlementOf, shareLinesOfMonth } from '#rooms/settlement'
import { bankIn, signedAgreement, sold, spent, template } from '../trade.ts'
import { asMember, asTreasurer, newMember, type Village, village } from '../village.ts'
import { as, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let place: Village
let samira: MemberId
const october = month('2026-10')

const close = (of = october) => as(world, asTreasurer(place), 'month.close', (tx, permit) => closeMonth(tx, permit, of))
const preview = (of = october) => as(world, asTreasurer(place), 'month.see', (tx, permit) => settlementOf(tx, permit, of))
const balance = async (until: string) => {
  const rows = await as(world, asTreasurer(place), 'ledger.read', (tx, permit) => trialBalance(tx, permit, day(until)))
  return Object.fromEntries(rows.map((row) => [row.code, row.balance]))
}

beforeAll(async () => {
  world = await testWorld()
})

describe('a month of one member: 150.00 of turnover with 21% VAT, 30.00 of costs, shares 60/15/25', () => {
  let invoice: InvoiceId

  beforeAll(async () => {
    place = await village(world, '2026-09-01')
    samira = await newMember(place, 'Samira el Amrani')
    await signedAgreement(place, [samira], template('resultaat-60-15-25'), '2026-10-01')
    invoice = await sold(place, samira, '2026-10-05', [{ net: 15000 }])
    await spent(place, samira, '2026-10-08', 3000, 0)
    await bankIn(place, '2026-10', [{ invoice, gross: 18150, on: '2026-10-20' }])
  })

  test('the live view says what would be booked, and books nothing', async () => {
    const { splits } = await preview()
    expect(splits.map(({ shares }) => shares.lines.map((line) => [line.receiver, line.cents, line.article]))).toEqual([
      [
        ['business', 7200n, '5a'],
        ['development', 1800n, '5b'],
        ['cooperative', 3000n, '5c'],
      ],
    ])
    expect(await balance('2026-10-31')).not.toHaveProperty('resultAllocation')
  })

  test('closes not before the month is over', async () => {
    itIs(world, '2026-10-31')
    await expect(close()).rejects.toThrow('nog niet dicht')
    itIs(world, '2026-11-02')
  })

  test('a crash in the middle of closing leaves nothing', async () => {
    const crash = as(world, asTreasurer(place), 'month.close', async (tx, permit) => {
      await closeMonth(tx, permit, october)
      throw new Error('the power went')
    })
    await expect(crash).rejects.toThrow('the power went')
    expect(await balance('2026-10-31')).not.toHaveProperty('resultAllocation')
    expect(await as(world, asTreasurer(place), 'month.see', closings)).toEqual([])
  })

  test('closing books the table that an accountant can check', async () => {
    await close()
    const rows = await as(world, asTreasurer(place), 'ledger.read', allTransfers)
    const table = rows.map((row) => `| ${row.debit.name.padEnd(32)} | ${row.credit.name.padEnd(36)} | ${String(row.cents).padStart(6)} |`)
    console.log([`| ${'debet'.padEnd(32)} | ${'credit'.padEnd(36)} |  cents |`, ...table].join('\n'))
    expect(rows.map((row) => [row.debit.name, row.credit.name, row.cents])).toEqual([
      ['Debiteuren', 'Omzet van lid', 15000n],
      ['Debiteuren', 'Btw te betalen', 3150n],
      ['Kosten van lid', 'Crediteuren', 3000n],
      ['Bank', 'Debiteuren', 18150n],
      ['Verdeling van het resultaat', 'Bestedingsbudget eigen bedrijf', 7200n],
      ['Verdeling van het resultaat', 'Bestedingsbudget ontwikkeling', 1800n],
      ['Verdeling van het resultaat', 'Bijdrage van leden aan de coöperatie', 3000n],
    ])
  })

  test('closing a second time is refused, also when two try at once', async () => {
    await expect(close()).rejects.toMatchObject({ kind: 'conflict' })
    expect(await as(world, asTreasurer(place), 'month.see', closings)).toHaveLength(1)
  })

  test('the member sees where the money went, and the figures are the booked ones', async () => {
    const view = await as(world, asMember(place, samira), 'split.read', (tx, permit) => riverOf(tx, permit, { month: october, member: samira }))
    expect(view).toMatchObject({ closed: true, gross: 18150n, vat: 3150n, costs: 3000n, result: 12000n })
    expect(view?.parts.map((part) => [part.receiver, part.cents, part.article])).toEqual([
      ['business', 7200n, '5a'],
      ['development', 1800n, '5b'],
      ['cooperative', 3000n, '5c'],
    ])
    const page = await (await signedIn(world, samira)).get('/geld/2026-10')
    const html = await page.text()
    expect(page.status).toBe(200)
    for (const words of ['Waar ging mijn geld heen?', '€\u00a0181,50', '€\u00a072,00', 'Artikel 5a', 'versie 1']) expect(html).toContain(words)
    const receipt = view?.payments[0]?.receipt ?? ''
    expect((await (await signedIn(world, samira)).get(`/geld/ontvangst/${receipt}`)).status).toBe(200)
    expect((await (await signedIn(world, samira)).get('/geld')).status).toBe(200)
  })

  test('another member finds nothing of it', async () => {
    const bilal = await newMember(place, 'Bilal Kaya')
    const seen = as(world, asMember(place, bilal), 'split.read', (tx, permit) => riverOf(tx, permit, { month: october, member: samira }))
    await expect(seen).rejects.toMatchObject({ kind: 'missing' })
    const receipt = (await as(world, asMember(place, samira), 'split.read', (tx, permit) => riverOf(tx, permit, { month: october, member: samira })))
      ?.payments[0]
    expect((await (await signedIn(world, bilal)).get(`/geld/ontvangst/${receipt?.receipt}`)).status).toBe(404)
    expect((await (await signedIn(world, bilal)).get('/maand/2026-10')).status).toBe(403)
  })

  test('the treasurer sees the closed month on a page', async () => {
    const page = await (await signedIn(world, place.treasurer)).get('/maand/2026-10')
    expect(await page.text()).toContain('€\u00a072,00')
    expect((await (await signedIn(world, place.treasurer)).get('/maand/2026-11')).status).toBe(200)
    expect((await (await signedIn(world, place.treasurer)).get('/maand')).status).toBe(200)
  })

  test('a credit note after the close turns the shares round in its own month; the closed month stays as it was', async () => {
    const before = await balance('2026-10-31')
    itIs(world, '2026-11-05')
    await as(world, asTreasurer(place), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, invoice, 'all'))
    const [split] = (await preview(month('2026-11'))).splits
    expect(split?.reversals[0]?.lines.map((line) => line.cents)).toEqual([-7200n, -1800n, -3000n])
    itIs(world, '2026-12-02')
    await close(month('2026-11'))
    expect(await balance('2026-10-31')).toEqual(before)
    expect(await balance('2026-11-30')).toMatchObject({ businessBudget: 0n, developmentBudget: 0n, cooperativeContribution: 0n, resultAllocation: 0n })
  })

  test('the ledger is sound', async () => {
    await as(world, asTreasurer(place), 'ledger.verify', seal)
    expect((await as(world, asTreasurer(place), 'ledger.verify', verify)).faults).toEqual([])
  })
})

describe('months that follow each other, each member by the own agreement', () => {
  let bloom: Village
  const people = new Map<string, MemberId>()
  const who = (name: string) => people.get(name) ?? samira
  const closeIn = (on: string, of: string) => {
    itIs(world, on)
    return as(world, asTreasurer(bloom), 'month.close', (tx, permit) => closeMonth(tx, permit, month(of)))
  }
  const shares = async (of: string, name: string) =>
    (await as(world, asTreasurer(bloom), 'month.see', (tx, permit) => shareLinesOfMonth(tx, permit, month(of)))).get(who(name))?.lines.map((line) => line.cents)

  beforeAll(async () => {
    bloom = await village(world, '2026-09-01')
    for (const name of ['Petra', 'Dunya', 'Joost', 'Yonas']) people.set(name, await newMember(bloom, `${name} Mulder`))
    await signedAgreement(bloom, [who('Petra')], template('resultaat-50-20-20-10'), '2026-10-01')
    await signedAgreement(bloom, [who('Dunya'), who('Yonas')], template('resultaat-60-15-25'), '2026-10-01')
    await signedAgreement(bloom, [who('Joost')], template('thermometer'), '2026-10-01')
    const petra = await sold(bloom, who('Petra'), '2026-10-05', [{ net: 28622 }])
    const dunya = await sold(bloom, who('Dunya'), '2026-10-06', [{ net: 10000 }])
    await spent(bloom, who('Dunya'), '2026-10-07', 18000, 0)
    const joost = await sold(bloom, who('Joost'), '2026-10-08', [{ net: 189333 }])
    const food = await sold(bloom, who('Yonas'), '2026-10-09', [
      { net: 20000, vat: 'reduced' },
      { net: 5000, vat: 'standard' },
    ])
    await spent(bloom, who('Yonas'), '2026-10-09', 9500, 0)
    await bankIn(bloom, '2026-10', [
      { invoice: petra, gross: 34633, on: '2026-10-20' },
      { invoice: dunya, gross: 12100, on: '2026-10-21' },
      { invoice: joost, gross: 229093, on: '2026-10-22' },
      { invoice: food, gross: 27850, on: '2026-10-23' },
    ])
    await closeIn('2026-11-01', '2026-10')
  })

  test('examples 2, 4 and 15: the odd cent, a loss that goes along, mixed rates of VAT', async () => {
    expect(await shares('2026-10', 'Petra')).toEqual([14311n, 5725n, 5724n, 2862n])
    expect(await shares('2026-10', 'Yonas')).toEqual([9300n, 2325n, 3875n])
    expect(await shares('2026-10', 'Dunya')).toEqual([0n, 0n, 0n])
  })

  test('a month closes after the one before it', async () => {
    itIs(world, '2027-01-02')
    const skip = as(world, asTreasurer(bloom), 'month.close', (tx, permit) => closeMonth(tx, permit, month('2026-12')))
    await expect(skip).rejects.toThrow('nog niet dicht')
  })

  test('example 4 goes on: the loss is made good first; example 12: the pot is full and the rest flows over', async () => {
    const dunya = await sold(bloom, who('Dunya'), '2026-11-05', [{ net: 20000 }])
    const joost = await sold(bloom, who('Joost'), '2026-11-06', [{ net: 32000 }])
    await bankIn(
      bloom,
      '2026-11',
      [
        { invoice: dunya, gross: 24200, on: '2026-11-20' },
        { invoice: joost, gross: 38720, on: '2026-11-21' },
      ],
      303676,
    )
    const before = await as(world, asTreasurer(bloom), 'month.see', (tx, permit) => settlementOf(tx, permit, month('2026-11')))
    expect(before.splits.find((split) => split.facts.member === who('Joost'))?.facts.before.pots).toMatchObject({ business: 142000n })
    await closeIn('2026-12-01', '2026-11')
    expect(await shares('2026-11', 'Dunya')).toEqual([7200n, 1800n, 3000n])
    expect(await shares('2026-11', 'Joost')).toEqual([3200n, 4800n, 8000n, 16000n])
  })

  test('the shares of every month are its result, in the books as in the tables', async () => {
    for (const [from, until] of [
      ['2026-10-01', '2026-10-31'],
      ['2026-11-01', '2026-11-30'],
    ] as const) {
      const of = month(from.slice(0, 7))
      const stored = await as(world, asTreasurer(bloom), 'month.see', (tx, permit) => shareLinesOfMonth(tx, permit, of))
      const lines = [...stored.values()].flatMap((each) => each.lines).reduce((all, line) => all + line.cents, 0n)
      const rows = await as(world, asTreasurer(bloom), 'ledger.read', (tx, permit) => trialBalance(tx, permit, day(until), day(from)))
      expect(rows.filter((row) => row.code === 'resultAllocation').reduce((all, row) => all + row.balance, 0n)).toBe(lines)
    }
  })

  test('two who close at once close once, and the ledger is sound', async () => {
    const joost = await sold(bloom, who('Joost'), '2026-12-05', [{ net: 1000 }])
    await bankIn(bloom, '2026-12', [{ invoice: joost, gross: 1210, on: '2026-12-20' }], 366596)
    const both = await Promise.allSettled([closeIn('2027-01-02', '2026-12'), closeIn('2027-01-02', '2026-12')])
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    await as(world, asTreasurer(bloom), 'ledger.verify', seal)
    expect((await as(world, asTreasurer(bloom), 'ledger.verify', verify)).faults).toEqual([])
  })
})
