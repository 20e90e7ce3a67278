import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { type Cents, cents, minus, plus, sum, ZERO } from '#kit/money.ts'
import { readPart } from '#kit/part.ts'
import type { MemberId } from '#rooms/access'
import { type Line, price } from '../pricing/pricing.rules.ts'
import { creditedOver, dividedOver, overLeft, type ShareStand } from './shares.rules.ts'

const [ina, jan, kee] = ['ina', 'jan', 'kee'] as unknown as [MemberId, MemberId, MemberId]
const line = (net: number, vat: Line['vat'] = 'standard'): Line => ({ description: 'Tuin', quantity: 1000n, unit: 'piece', price: cents(net), vat })
const job = (...lines: Line[]) => price(lines, 'without', day('2026-10-05'))
const nets = (parts: readonly { net: Cents }[] | null) => parts?.map((part) => part.net) ?? null

describe('shares of an invoice', () => {
  test('example 16: a third of 600.00 is 199.98 at 33.33%, the rest is of whoever asked, and the VAT is divided once', () => {
    const parts = dividedOver(job(line(60000)), ina, [{ member: jan, line: 0, percent: 3333n, cents: null }])
    expect(nets(parts)).toEqual([40002n, 19998n])
    expect(parts?.map((part) => part.payable)).toEqual([48402n, 24198n])
  })

  test('a share may be an amount, or of one line only', () => {
    expect(nets(dividedOver(job(line(60000)), ina, [{ member: jan, line: 0, percent: null, cents: cents(12000) }]))).toEqual([48000n, 12000n])
    const ofLines = dividedOver(job(line(10000), line(5000, 'reduced')), ina, [
      { member: jan, line: 2, percent: 10000n, cents: null },
      { member: kee, line: 1, percent: 2500n, cents: null },
    ])
    expect(nets(ofLines)).toEqual([7500n, 5000n, 2500n])
  })

  test('a share of more than there is, of a line that is not there, or that leaves nothing for whoever asked is refused', () => {
    const shareOf = (percent: bigint, of = 0) => dividedOver(job(line(10000)), ina, [{ member: jan, line: of, percent, cents: null }])
    expect(shareOf(10000n)).toBeNull()
    expect(shareOf(5000n, 2)).toBeNull()
    expect(dividedOver(job(line(10000)), ina, [{ member: jan, line: 0, percent: null, cents: cents(10000) }])).toBeNull()
    expect(nets(dividedOver(job(line(10000)), ina, [{ member: jan, line: 0, percent: null, cents: cents(9999) }]))).toEqual([1n, 9999n])
    expect(nets(shareOf(9999n))).toEqual([1n, 9999n])
  })

  test('what was typed is a percentage or an amount', () => {
    expect(readPart('33,33%')).toEqual({ percent: 3333n, cents: null })
    expect(readPart('€ 120')).toEqual({ percent: null, cents: 12000n })
    expect([readPart('101%'), readPart('0'), readPart('veel'), readPart('')]).toEqual([null, null, null, null])
  })
})

describe('money of a shared invoice', () => {
  const shares = fc.array(fc.bigInt({ min: 1n, max: 100_000n }), { minLength: 2, maxLength: 4 })

  test('in whatever parts it is paid and taken back, each ends with exactly the own share, and never more', () => {
    fc.assert(
      fc.property(shares, fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 1000 })), { maxLength: 12 }), (weights, steps) => {
        let open = weights.map((each) => cents(each))
        const paid: Cents[][] = []
        for (const [pays, thousandths] of steps) {
          const last = pays ? null : paid.pop()
          if (last) open = open.map((each, nr) => plus(each, last[nr] ?? ZERO))
          if (!pays) continue
          const parts = overLeft(cents((sum(open) * BigInt(thousandths)) / 1000n), open)
          expect(parts.every((part, nr) => part >= 0n && part <= (open[nr] ?? ZERO))).toBe(true)
          paid.push(parts)
          open = open.map((each, nr) => minus(each, parts[nr] ?? ZERO))
        }
        paid.push(overLeft(sum(open), open))
        expect(weights.map((_, nr) => sum(paid.map((parts) => parts[nr] ?? ZERO)))).toEqual(weights)
      }),
    )
  })

  test('credit notes take to the cent what was invoiced, of what is open first, and nobody owes while another has money to come', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 999 }), (weights, paidPart, notePart) => {
        const total = cents(weights.reduce((a, b) => a + b, 0n))
        const paid = overLeft(cents((total * BigInt(paidPart)) / 1000n), weights.map(cents))
        const totals = (net: Cents) => ({ net, vat: ZERO, rounding: ZERO, payable: net })
        let stands: ShareStand[] = weights.map((each, nr) => ({
          member: String(nr) as unknown as MemberId,
          share: totals(cents(each)),
          credited: totals(ZERO),
          open: cents(each - (paid[nr] ?? 0n)),
          writtenOff: ZERO,
        }))
        const first = cents((total * BigInt(notePart)) / 1000n)
        for (const note of [first, minus(total, first)]) {
          const parts = creditedOver(totals(note), stands)
          expect(sum(parts.map((part) => part.net))).toBe(note)
          stands = stands.map((each, nr) => ({
            ...each,
            credited: totals(plus(each.credited.net, parts[nr]?.net ?? ZERO)),
            open: minus(each.open, parts[nr]?.payable ?? ZERO),
          }))
          expect(stands.every((each) => each.open >= 0n) || stands.every((each) => each.open <= 0n)).toBe(true)
        }
        expect(stands.map((each) => each.credited.net)).toEqual(weights)
        expect(stands.map((each) => -each.open)).toEqual(paid)
      }),
    )
  })
})
