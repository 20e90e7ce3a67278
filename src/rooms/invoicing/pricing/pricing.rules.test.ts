import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { type Cents, cents, fraction, plus, sum, ZERO } from '#kit/money.ts'
import { addCredited, type Credited, credit, creditable } from './credit.rules.ts'
import { underKor } from './kor.rules.ts'
import { type Line, ONE, partsOfPayment, price, type Totals } from './pricing.rules.ts'
import { type VatKind, vatRateOn } from './vat-rates.rules.ts'

const NOVEMBER = day('2026-11-10')

function line(amount: number, vat: VatKind, quantity = ONE): Line {
  return { description: 'Werk', quantity, unit: 'piece', price: cents(amount), vat }
}

const lines = fc.array(
  fc.record({
    description: fc.constant('Werk'),
    quantity: fc.bigInt({ min: 1n, max: 50_000n }),
    unit: fc.constant('hour' as const),
    price: fc.bigInt({ min: 0n, max: 1_000_000n }).map((amount) => amount as Cents),
    vat: fc.constantFrom<VatKind>('standard', 'reduced', 'zero', 'exempt'),
  }),
  { minLength: 1, maxLength: 8 },
)

describe('VAT', () => {
  test('example 1: € 500 of work carries € 105 of VAT', () => {
    expect(price([line(50_000, 'standard')], 'without', NOVEMBER)).toMatchObject({ net: 50_000n, vat: 10_500n, rounding: 0n, payable: 60_500n })
  })
  test('example 3: under the small business scheme an invoice of € 300 carries none', () => {
    const priced = price(underKor([line(30_000, 'standard')]), 'without', NOVEMBER)
    expect(priced).toMatchObject({ net: 30_000n, vat: 0n, payable: 30_000n })
    expect(priced.sums).toEqual([{ kind: 'kor', rate: 0n, net: 30_000n, vat: 0n }])
  })
  test('example 15: food at 9% and drinks at 21% on one invoice', () => {
    const priced = price([line(20_000, 'reduced'), line(5_000, 'standard')], 'without', NOVEMBER)
    expect(priced.sums.map((one) => one.vat)).toEqual([1_800n, 1_050n])
    expect(priced.payable).toBe(27_850n)
  })
  test('is computed on the sum of the lines, not line by line', () => {
    // 21% of 3 × € 0,02 is a cent; line by line it would be nothing.
    expect(price([line(2, 'standard'), line(2, 'standard'), line(2, 'standard')], 'without', NOVEMBER).vat).toBe(1n)
  })
  test('follows the rate of the day', () => {
    expect(vatRateOn('reduced', day('2018-12-31'))).toBe(600n)
    expect(vatRateOn('reduced', day('2019-01-01'))).toBe(900n)
    expect(() => vatRateOn('reduced', day('2000-12-31'))).toThrow('no VAT rate')
  })
})

describe('prices with VAT in them', () => {
  test('the customer pays what was promised, and a cent of difference stands apart', () => {
    // No net sum with its VAT makes € 0,03: 2 + 0 is short, 3 + 1 is too much.
    expect(price([line(103, 'standard')], 'with', NOVEMBER)).toMatchObject({ net: 85n, vat: 18n, rounding: 0n, payable: 103n })
    expect(price([line(104, 'standard')], 'with', NOVEMBER)).toMatchObject({ net: 86n, vat: 18n, rounding: 0n, payable: 104n })
    expect(price([line(18, 'standard')], 'with', NOVEMBER)).toMatchObject({ net: 15n, vat: 3n, rounding: 0n, payable: 18n })
    expect(price([line(3, 'standard')], 'with', NOVEMBER)).toMatchObject({ net: 2n, vat: 0n, rounding: 1n, payable: 3n })
  })
  test('the total is always what was promised; the difference is at most a cent per rate', () => {
    fc.assert(
      fc.property(lines, (list) => {
        const priced = price(list, 'with', NOVEMBER)
        const promised = sum(list.map((one) => fraction(one.price, one.quantity, ONE)))
        const size = priced.rounding < 0n ? -priced.rounding : priced.rounding
        return priced.payable === promised && size <= BigInt(priced.sums.length)
      }),
    )
  })
})

test('sums always tie: lines to net, net and VAT and rounding to what is paid', () => {
  fc.assert(
    fc.property(lines, fc.constantFrom('with' as const, 'without' as const), (list, basis) => {
      const priced = price(list, basis, NOVEMBER)
      return (
        sum(priced.lines.map((one) => one.net)) === priced.net &&
        sum(priced.sums.map((one) => one.vat)) === priced.vat &&
        plus(plus(priced.net, priced.vat), priced.rounding) === priced.payable &&
        priced.sums.every((one) => one.vat === fraction(one.net, one.rate, 10_000n))
      )
    }),
  )
})

describe('payments in parts', () => {
  test('all parts together are the invoice, to the cent', () => {
    fc.assert(
      fc.property(lines, fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 5 }), (list, shares) => {
        const invoice = price(list, 'with', NOVEMBER)
        fc.pre(invoice.payable > 0n)
        let paid: Totals = { net: ZERO, vat: ZERO, rounding: ZERO, payable: ZERO }
        const received = shares.map((share) => fraction(invoice.payable, BigInt(share), 1000n)).filter((amount) => amount > 0n)
        for (const amount of [...received, (invoice.payable - sum(received)) as Cents]) {
          const part = partsOfPayment(invoice, paid, amount)
          expect(plus(plus(part.net, part.vat), part.rounding)).toBe(amount)
          paid = {
            net: plus(paid.net, part.net),
            vat: plus(paid.vat, part.vat),
            rounding: plus(paid.rounding, part.rounding),
            payable: plus(paid.payable, amount),
          }
        }
        expect(paid).toMatchObject({ net: invoice.net, vat: invoice.vat, rounding: invoice.rounding, payable: invoice.payable })
      }),
    )
  })
})

describe('credit notes', () => {
  test('notes for parts add up to the invoice', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom('with' as const, 'without' as const), fc.integer({ min: 1, max: 9 }), (list, basis, tenths) => {
        const invoice = price(list, basis, NOVEMBER)
        const first = creditable(invoice, []).map((left) => (left * BigInt(tenths)) / 10n)
        fc.pre(first.some((quantity) => quantity > 0n))
        const one = credit(invoice, [], ZERO, first)
        let before: Credited[] = []
        invoice.lines.forEach((_, index) => {
          const quantity = first[index] ?? 0n
          const at = first.slice(0, index).filter((earlier) => earlier !== 0n).length
          if (quantity !== 0n) before = addCredited(before, index, quantity, one.lines[at]?.net ?? ZERO)
        })
        const two = credit(invoice, before, one.payable, creditable(invoice, before))
        expect(plus(one.payable, two.payable)).toBe(invoice.payable)
        expect(plus(one.net, two.net)).toBe(invoice.net)
      }),
    )
  })
  test('a full credit note mirrors the invoice', () => {
    const invoice = price([line(3, 'standard'), line(104, 'reduced')], 'with', NOVEMBER)
    expect(credit(invoice, [], ZERO, creditable(invoice, []))).toEqual(invoice)
  })
  test('more than was invoiced is refused', () => {
    const invoice = price([line(100, 'standard')], 'without', NOVEMBER)
    expect(() => credit(invoice, [], ZERO, [2000n])).toThrow('meer dan er nog over is')
    expect(() => credit(invoice, [], ZERO, [0n])).toThrow('niets gekozen')
  })
})
