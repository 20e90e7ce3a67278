import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { cents, sum } from '#kit/money.ts'
import { type Line, price } from '../pricing/pricing.rules.ts'
import { linesOf, partsOf, type QuoteTerms, quoteStanding, turnoverByMonth } from './quoting.rules.ts'

const today = day('2026-11-10')
const line = (amount: number, vat: Line['vat'] = 'standard'): Line => ({ description: 'Werk', quantity: 1000n, unit: 'piece', price: cents(amount), vat })
const terms = (more: Partial<QuoteTerms> = {}): QuoteTerms => ({
  basis: 'without',
  lines: [line(1000_00)],
  workOn: day('2027-01-15'),
  validDays: 30,
  note: null,
  depositPercent: null,
  deposit: null,
  instalments: [],
  ...more,
})
const words = { part: () => 'deel', whole: 'geheel', before: 'eerder' }
const parts = (of: QuoteTerms) => partsOf(of, price(of.lines, of.basis, today), today)

describe('a quote in parts', () => {
  test('without deposit or instalments there is one invoice', () => {
    expect(parts(terms())?.map(({ kind, payable, net }) => [kind, payable, net])).toEqual([['final', 1210_00n, 1000_00n]])
  })
  test('a deposit, an instalment, and the rest', () => {
    const of = terms({ depositPercent: 3000n, instalments: [{ label: 'Halverwege', on: day('2026-12-20'), percent: 2500n }] })
    expect(parts(of)?.map(({ kind, payable }) => [kind, payable])).toEqual([
      ['deposit', 363_00n],
      ['instalment', 302_50n],
      ['final', 544_50n],
    ])
  })
  test('nothing left for the end, or a kind of VAT below zero, cannot be divided', () => {
    expect(parts(terms({ depositPercent: 10_000n }))).toBeNull()
    expect(parts(terms({ deposit: cents(1210_00) }))).toBeNull()
    expect(parts(terms({ deposit: cents(1209_99) }))?.at(-1)?.payable).toBe(1n)
    expect(parts(terms({ lines: [line(100_00), { ...line(10_00, 'reduced'), quantity: -1000n }] }))).toBeNull()
  })
  test('all invoices together are the quote, to the cent and with VAT, whatever the lines and the parts', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 })
    const vat = fc.constantFrom<Line['vat']>('standard', 'reduced', 'zero')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(amount, vat), { minLength: 1, maxLength: 5 }),
        fc.constantFrom<QuoteTerms['basis']>('with', 'without'),
        fc.integer({ min: 0, max: 5000 }),
        fc.array(fc.integer({ min: 1, max: 1600 }), { maxLength: 3 }),
        (lines, basis, deposit, instalments) => {
          const of = terms({
            basis,
            lines: lines.map(([each, kind]) => line(each, kind)),
            depositPercent: BigInt(deposit),
            instalments: instalments.map((each) => ({ label: 'Deel', on: null, percent: BigInt(each) })),
          })
          const priced = price(of.lines, of.basis, today)
          const all = partsOf(of, priced, today)
          if (!all) return
          let invoiced = cents(0)
          for (const at of all.keys()) {
            const sent = price(linesOf(all, at, invoiced, words), 'with', today)
            expect(sent.payable).toBe(all[at]?.payable)
            invoiced = sum([invoiced, sent.payable])
          }
          expect(invoiced).toBe(priced.payable)
          expect(sum(all.map(({ net }) => net))).toBe(priced.net)
        },
      ),
    )
  })
  test('the final invoice takes off what was really invoiced, also when that was less than planned', () => {
    const of = terms({ depositPercent: 3000n })
    const all = parts(of) ?? []
    expect(price(linesOf(all, 1, cents(300_00), words), 'with', today).payable).toBe(910_00n)
    expect(price(linesOf(all, 1, cents(0), words), 'with', today).payable).toBe(1210_00n)
  })
})

test('a quote is valid up to and with its last day; an answer stays', () => {
  const open = { withdrawn: false, validUntil: today, outcome: null }
  expect(quoteStanding(open, today)).toBe('open')
  expect(quoteStanding(open, day('2026-11-11'))).toBe('expired')
  expect(quoteStanding({ ...open, validUntil: null }, today)).toBe('draft')
  expect(quoteStanding({ ...open, outcome: 'accepted' }, day('2027-11-11'))).toBe('accepted')
  expect(quoteStanding({ ...open, withdrawn: true }, today)).toBe('withdrawn')
})

test('turnover counts in the month of each part, without VAT', () => {
  const of = terms({ depositPercent: 3000n, instalments: [{ label: 'Later', on: null, percent: 1000n }] })
  expect(turnoverByMonth(parts(of) ?? [], of.workOn)).toEqual([
    { month: '2026-11', net: 300_00n },
    { month: '2027-01', net: 700_00n },
  ])
})
