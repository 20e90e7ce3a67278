import { describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import type { Article } from '#rooms/agreements'
import { creditInvoice } from '#rooms/invoicing'
import { allTransfers, booksOf, seal, trialBalance, verify } from '#rooms/ledger'
import { leave } from '#rooms/members'
import { settingsFrom } from '#rooms/organisations'
import { closeMonth, keepPots } from '#rooms/settlement'
import { askToSpend, bookPurchase, decideSpending } from '#rooms/spending'
import { bankIn, signedAgreement, sold, template } from '../trade.ts'
import { asBoard, asCoach, asMember, asTreasurer, newMember, type Village, village } from '../village.ts'
import { as, itIs, signedIn, testWorld } from '../world.ts'

/** Numbers of the chart. */
const ACCOUNTS = {
  agreedReserve: '0640',
  vatReclaimable: '1520',
  creditors: '1600',
  budgetSpent: '4560',
  budgetReleased: '4890',
  resultAllocation: '4900',
  cooperativeContribution: '8600',
} as const

/** The worked entries of a pot, as an obligation and as an earmarked reserve (decisions 3): fill, spend, reverse, exit. */
describe.each([
  { pots: 'obligation' as const, rgs: 'BSchSlc', business: '1710', development: '1720' },
  { pots: 'reserve' as const, rgs: 'BEivBerBer', business: '0610', development: '0620' },
])('pots kept as $pots', ({ pots, rgs, business, development }) => {
  let place: Village

  test('fill, spend, reverse and exit each have their entry, on accounts with an RGS code of that kind', async () => {
    const world = await testWorld()
    place = await village(world, '2026-09-01', { settings: settingsFrom({ pots }) })
    const samira = await newMember(place, 'Samira el Amrani')
    const articles = template('resultaat-60-15-25').map((each): Article => (each.kind === 'loss' ? { ...each, inTheEnd: 'reserve' } : each))
    await signedAgreement(place, [samira], articles, '2026-10-01')
    const invoice = await sold(place, samira, '2026-10-05', [{ net: 20000 }])
    await bankIn(place, '2026-10', [{ invoice, gross: 24200, on: '2026-10-20' }])
    const close = (on: string, of: string) => {
      itIs(world, on)
      return as(world, asTreasurer(place), 'month.close', (tx, permit) => closeMonth(tx, permit, month(of)))
    }
    const seen = new Set<string>()
    const posted = async () => {
      const rows = await as(world, asTreasurer(place), 'ledger.read', allTransfers)
      const fresh = rows.filter((row) => !seen.has(`${row.entry} ${row.debit.number} ${row.credit.number} ${row.cents}`))
      for (const row of fresh) seen.add(`${row.entry} ${row.debit.number} ${row.credit.number} ${row.cents}`)
      return fresh.map((row) => [row.debit.number, row.credit.number, row.cents])
    }
    await posted()

    await close('2026-11-01', '2026-10')
    expect(await posted(), 'fill').toEqual([
      [ACCOUNTS.resultAllocation, business, 12000n],
      [ACCOUNTS.resultAllocation, development, 3000n],
      [ACCOUNTS.resultAllocation, ACCOUNTS.cooperativeContribution, 5000n],
    ])

    itIs(world, '2026-11-03')
    const wish = { member: samira, pot: 'business' as const, cents: cents(12000), what: 'Naaimachine', why: null }
    const request = await as(world, asMember(place, samira), 'spending.ask', (tx, permit) => askToSpend(tx, permit, wish))
    await as(world, asCoach(place), 'spending.decide', (tx, permit) => decideSpending(tx, permit, request, { outcome: 'approved', reason: null }))
    const bought = { gross: cents(12000), vat: cents(2083), boughtOn: day('2026-11-03'), paidBy: 'bank' as const, file: null }
    await as(world, asTreasurer(place), 'spending.book', (tx, permit) => bookPurchase(tx, permit, request, bought))
    expect(await posted(), 'spend: the cost, and the pot released by the net amount').toEqual([
      [ACCOUNTS.budgetSpent, ACCOUNTS.creditors, 9917n],
      [ACCOUNTS.vatReclaimable, ACCOUNTS.creditors, 2083n],
      [business, ACCOUNTS.budgetReleased, 9917n],
    ])

    await as(world, asTreasurer(place), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, invoice, 'all'))
    await posted()
    await close('2026-12-01', '2026-11')
    expect(await posted(), 'reverse: also what was spent already, so the pot stands below zero').toEqual([
      [business, ACCOUNTS.resultAllocation, 12000n],
      [development, ACCOUNTS.resultAllocation, 3000n],
      [ACCOUNTS.cooperativeContribution, ACCOUNTS.resultAllocation, 5000n],
    ])

    itIs(world, '2026-12-10')
    await as(world, asBoard(place), 'member.leave', (tx, permit) => leave(tx, permit, samira, day('2026-12-11'), { reason: 'ownWish', destination: 'unknown' }))
    await close('2027-01-02', '2026-12')
    expect(await posted(), 'exit: the pot below zero is for whom the agreement names').toEqual([
      [ACCOUNTS.resultAllocation, business, 9917n],
      [ACCOUNTS.agreedReserve, ACCOUNTS.resultAllocation, 9917n],
    ])

    const chart = await as(world, asTreasurer(place), 'ledger.read', (tx) =>
      tx.selectFrom('ledger.chart').select(['number', 'rgs']).where('number', 'in', [business, development]).execute(),
    )
    expect(chart.map((each) => each.rgs)).toEqual([rgs, rgs])
    await as(world, asTreasurer(place), 'ledger.verify', seal)
    expect((await as(world, asTreasurer(place), 'ledger.verify', verify)).faults).toEqual([])
  })
})

describe('pots kept another way from a year on', () => {
  test('move when December is closed, and nothing changes for the member', async () => {
    const world = await testWorld()
    const place = await village(world, '2026-09-01')
    const samira = await newMember(place, 'Samira el Amrani')
    await signedAgreement(place, [samira], template('resultaat-60-15-25'), '2026-10-01')
    const invoice = await sold(place, samira, '2026-10-05', [{ net: 20000 }])
    await bankIn(place, '2026-10', [{ invoice, gross: 24200, on: '2026-10-20' }])
    const close = (on: string, of: string) => {
      itIs(world, on)
      return as(world, asTreasurer(place), 'month.close', (tx, permit) => closeMonth(tx, permit, month(of)))
    }
    const choose = (year: number) => as(world, asBoard(place), 'pots.keep', (tx, permit) => keepPots(tx, permit, year, 'reserve'))
    const levels = () => as(world, asTreasurer(place), 'pots.read', async (tx, permit) => (await booksOf(tx, permit, null, [permit.today])).pots)
    const onAccounts = async () => {
      const rows = await as(world, asTreasurer(place), 'ledger.read', (tx, permit) => trialBalance(tx, permit, permit.today))
      const pots = rows.filter(({ code }) => /^(business|development)(Budget|Reserve)$/.test(code))
      return Object.fromEntries(pots.filter(({ balance }) => balance !== 0n).map(({ code, balance }) => [code, balance]))
    }

    await close('2026-11-01', '2026-10')
    await expect(choose(2026), 'a year in which something was booked').rejects.toThrow('Er is al geboekt in dit boekjaar.')
    await choose(2027)
    await close('2026-12-01', '2026-11')
    expect(await onAccounts()).toEqual({ businessBudget: -12000n, developmentBudget: -3000n })
    const before = await levels()
    await close('2027-01-01', '2026-12')
    expect(await onAccounts()).toEqual({ businessReserve: -12000n, developmentReserve: -3000n })
    expect((await levels()).map(({ pot, cents: each }) => [pot, each])).toEqual(before.map(({ pot, cents: each }) => [pot, each]))

    const later = await sold(place, samira, '2027-01-05', [{ net: 10000 }])
    await bankIn(place, '2027-01', [{ invoice: later, gross: 12100, on: '2027-01-20' }], 24200)
    await close('2027-02-01', '2027-01')
    expect(await onAccounts(), 'a share of the new year').toEqual({ businessReserve: -18000n, developmentReserve: -4500n })
    await as(world, asTreasurer(place), 'ledger.verify', seal)
    expect((await as(world, asTreasurer(place), 'ledger.verify', verify)).faults).toEqual([])
  })

  test('may be chosen for this year while nothing was booked', async () => {
    const world = await testWorld()
    const place = await village(world, '2026-09-01')
    const browser = await signedIn(world, place.treasurer)
    itIs(world, '2026-09-02')
    await browser.post('/organisatie/potten', { year: '2026', kept: 'reserve' })
    const page = await (await browser.get('/organisatie/potten')).text()
    expect(page.match(/Een bestemde reserve van de coöperatie<\/dd>/g)).toHaveLength(2)
    await browser.post('/organisatie/potten', { year: '2027', kept: 'obligation' })
    expect(await (await browser.get('/organisatie/potten')).text()).toContain('Een schuld aan de leden</dd>')
    expect(await (await browser.post('/organisatie/potten', { year: '2031', kept: 'obligation' })).text()).toContain('Dit boekjaar kun je niet kiezen.')
  })
})
