import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cents, cents, minus, plus, sum, ZERO } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { account, type Transfer } from '#rooms/ledger'
import { billNumber, billsNamedIn, costOfEach, openOf, overBills, owedBy, partingTransfers, resultOf, type VatFacts, vatOf } from './disposing.rules.ts'

const BASE: VatFacts = { kind: 'sold', cents: cents(12_100), kor: false, deducted: true, boughtHow: null, paid: cents(60_500), rate: 2100n }
const money = fc.bigInt({ min: 0n, max: 5_000_000n }).map((each) => each as Cents)

describe('the VAT of a thing that goes', () => {
  test.each<[string, Partial<VatFacts>, [string, bigint] | null]>([
    ['sold, VAT came back at the purchase', {}, ['standard', 2100n]],
    ['one cent', { cents: cents(1) }, ['standard', 0n]],
    ['under the small businesses scheme', { kor: true }, ['kor', 0n]],
    ['no VAT came back, and nobody says how it was bought', { deducted: false }, null],
    ['bought with VAT that did not come back', { deducted: false, boughtHow: 'withVat' }, ['standard', 2100n]],
    ['bought from somebody without VAT, sold with a margin', { deducted: false, boughtHow: 'secondHand', paid: cents(6050) }, ['margin', 1050n]],
    ['bought from somebody without VAT, sold at a loss', { deducted: false, boughtHow: 'secondHand' }, ['margin', 0n]],
    ['only used for what is exempt', { deducted: false, boughtHow: 'exemptUse' }, ['exempt', 0n]],
    ['how it was bought does not count where VAT came back', { boughtHow: 'secondHand' }, ['standard', 2100n]],
    ['no price', { cents: null }, null],
    ['lost', { kind: 'lost', cents: null }, ['none', 0n]],
    ['given, VAT came back: over what it is worth', { kind: 'given', cents: cents(10_000) }, ['standard', 2100n]],
    ['given, VAT came back, worth unknown', { kind: 'given', cents: null }, null],
    ['given, no VAT came back', { kind: 'given', cents: null, deducted: false }, ['none', 0n]],
    ['given under the small businesses scheme', { kind: 'given', cents: null, kor: true }, ['none', 0n]],
  ])('%s', (_, facts, expected) => {
    const vat = vatOf({ ...BASE, ...facts })
    expect(vat && [vat.treatment, vat.vat]).toEqual(expected)
  })
  test('is never below zero and never more than stands in the price', () => {
    fc.assert(
      fc.property(money, money, fc.boolean(), fc.constantFrom('withVat', 'secondHand', 'exemptUse', null), (price, paid, deducted, boughtHow) => {
        const vat = vatOf({ ...BASE, cents: price, paid, deducted, boughtHow })
        if (vat) expect(vat.vat >= 0n && vat.vat * 121n <= price * 21n + 121n).toBe(true)
      }),
    )
  })
})

/** What an entry does to each account, debit above zero. */
function moved(transfers: readonly Transfer[]): Map<string, bigint> {
  const found = new Map<string, bigint>()
  for (const { debit, credit, cents } of transfers) {
    found.set(debit.code, (found.get(debit.code) ?? 0n) + cents)
    found.set(credit.code, (found.get(credit.code) ?? 0n) - cents)
  }
  return found
}

test('a thing that goes takes its cost and wear out of the books, and the result is what is left', () => {
  const part = fc.record({ cost: money, price: money, share: fc.integer({ min: 0, max: 100 }), vatShare: fc.integer({ min: 0, max: 17 }) })
  fc.assert(
    fc.property(part, fc.constantFrom('bill' as const, 'cash' as const), ({ cost, price, share, vatShare }, paidBy) => {
      const worn = ((cost * BigInt(share)) / 100n) as Cents
      const vat = ((price * BigInt(vatShare)) / 100n) as Cents
      const to = owedBy('member' as MemberId, paidBy)
      const all = moved(partingTransfers({ cost, worn, price, vat, to }))
      expect([...all.values()].reduce((total, each) => total + each, 0n)).toBe(0n)
      expect([all.get('equipment') ?? 0n, all.get('equipmentWorn') ?? 0n, all.get(to.code) ?? 0n, all.get('vatPayable') ?? 0n]).toEqual([
        -cost,
        worn,
        price,
        -vat,
      ])
      expect(all.get('thingResult') ?? 0n).toBe(-resultOf({ cost, worn, price, vat }))
    }),
  )
})

test('a gift on which VAT is due costs the cooperative that VAT', () => {
  const all = moved(partingTransfers({ cost: cents(10_000), worn: cents(4000), price: ZERO, vat: cents(1260), to: account('cash') }))
  expect([all.get('vatPayable'), all.get('thingResult'), all.get('cash')]).toEqual([-1260n, 7260n, undefined])
})

describe('what the things of one purchase cost in the books', () => {
  test('net of VAT, by what each cost, and what is in no list keeps its part', () => {
    const cost = costOfEach(
      { gross: cents(12_100), net: cents(10_000) },
      [
        { id: 'a', value: cents(6050) },
        { id: 'b', value: cents(3025) },
      ],
      {
        cost: ZERO,
        value: ZERO,
      },
    )
    expect([...cost]).toEqual([
      ['a', 5000n],
      ['b', 2500n],
    ])
  })
  test('paid in instalments, it costs what was paid so far', () => {
    expect([...costOfEach({ gross: cents(10_000), net: cents(10_000) }, [{ id: 'a', value: cents(60_000) }], { cost: ZERO, value: ZERO })]).toEqual([
      ['a', 10_000n],
    ])
  })
  test('whatever the order in which things go, they never cost more than stands in the books, and nothing is lost where all are listed', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: 400_000n }), { minLength: 1, maxLength: 6 }), money, fc.boolean(), (values, net, besides) => {
        const gross = values.reduce((all, each) => all + each, besides ? 777n : 0n) as Cents
        let here = values.map((value, at) => ({ id: String(at), value: value as Cents }))
        let gone = { cost: ZERO, value: ZERO }
        while (here.length > 0) {
          const [first, ...rest] = here
          const cost = costOfEach({ gross, net }, here, gone)
          expect(sum(cost.values()) <= minus(net, gone.cost)).toBe(true)
          gone = { cost: plus(gone.cost, cost.get(first?.id ?? '') ?? ZERO), value: plus(gone.value, first?.value ?? ZERO) }
          here = rest
        }
        expect(gone.cost <= net && (besides || gone.cost === net)).toBe(true)
      }),
    )
  })
})

describe('money for bills', () => {
  const bills = fc.array(fc.record({ open: money }), { maxLength: 6 })
  test('fills the oldest first, to the cent, and never more than is open', () => {
    fc.assert(
      fc.property(bills, money, (open, amount) => {
        const parts = overBills(open, amount)
        const all = sum(open.map((each) => each.open))
        expect(parts === null).toBe(amount > all)
        if (!parts) return
        expect(sum(parts.map((each) => each.cents))).toBe(amount)
        expect(parts.every(({ bill, cents }) => cents > 0n && cents <= bill.open)).toBe(true)
      }),
    )
  })
  test('paid and taken back in any order, a bill ends as if neither had been', () => {
    fc.assert(
      fc.property(money, fc.array(money, { maxLength: 8 }), fc.array(fc.integer(), { maxLength: 16 }), (price, paid, order) => {
        const all = [...paid, ...paid.map((each) => -each as Cents)]
        const mixed = all.map((each, at) => [order[at] ?? at, each] as const).toSorted(([a], [b]) => a - b)
        expect(
          openOf(
            price,
            mixed.map(([, each]) => each),
          ),
        ).toBe(price)
      }),
    )
  })
})

test('the number of a bill is found in a payment, and is never the number of an invoice', () => {
  expect([billNumber(2026, 7), billNumber(2020, 2026)]).toEqual(['SPUL-26-0007', 'SPUL-20-2026'])
  expect(billsNamedIn('Naaimachine spul-26-0007, bedankt')).toEqual(['SPUL-26-0007'])
  expect(billsNamedIn('SPUL 26 0007 en SPUL-26-0012')).toEqual(['SPUL-26-0007', 'SPUL-26-0012'])
  expect(billsNamedIn('2026-0007 BSPUL-26-0007 SPUL-26-00071234')).toEqual([])
})
