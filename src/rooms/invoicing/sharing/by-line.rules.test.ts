import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { type Cents, cents, minus, sum, ZERO } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { credit, NOTHING_CREDITED } from '../pricing/credit.rules.ts'
import { type Line, price } from '../pricing/pricing.rules.ts'
import { creditedByLine, dividedByLine, type LinePart } from './by-line.rules.ts'
import { type AskedShare, dividedOver, type MemberPart, type ShareStand } from './shares.rules.ts'

const [ina, jan, kee] = ['ina', 'jan', 'kee'] as unknown as [MemberId, MemberId, MemberId]
const line = (net: number, vat: Line['vat'] = 'standard', quantity = 1000n): Line => ({ description: 'Werk', quantity, unit: 'piece', price: cents(net), vat })
const job = (...lines: Line[]) => price(lines, 'without', day('2026-10-05'))
const of = (member: MemberId, at: number, percent: bigint): AskedShare => ({ member, line: at, percent, cents: null })
const totals = { net: ZERO, vat: ZERO, rounding: ZERO, payable: ZERO }
const standsOf = (parts: readonly MemberPart[]): ShareStand[] =>
  parts.map(({ member, ...share }) => ({ member, share, credited: totals, open: share.payable, writtenOff: ZERO }))

describe('who did which line', () => {
  test('a share of a line is of that line, one of the whole lies over what is left, and the rest is of whoever asked', () => {
    expect(dividedByLine(job(line(10000), line(5000)), ina, [of(jan, 2, 10000n)])).toEqual([
      { member: jan, line: 2, net: 5000n },
      { member: ina, line: 1, net: 10000n },
    ])
    const whole = dividedByLine(job(line(10000), line(5000)), ina, [of(jan, 0, 2000n)])
    expect(whole.filter(({ member }) => member === jan).map(({ net }) => net)).toEqual([2000n, 1000n])
  })

  test('over all lines each has exactly the own share, whatever was asked, also with a discount', () => {
    const shares = fc.array(fc.tuple(fc.constantFrom(jan, kee), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 4000 })), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90_000 }), fc.integer({ min: 1, max: 90_000 }), fc.boolean(), shares, (first, second, discount, asked) => {
        const lines = [line(first), line(second, 'reduced'), ...(discount ? [line(Math.ceil(first / 3), 'standard', -1000n)] : [])]
        const priced = job(...lines)
        const given = asked.map(([member, at, percent]) => of(member, at, BigInt(percent)))
        const parts = dividedOver(priced, ina, given)
        if (!parts) return
        const byLine = dividedByLine(priced, ina, given)
        for (const part of parts) expect(sum(byLine.filter(({ member }) => member === part.member).map(({ net }) => net))).toBe(part.net)
        for (const [at, each] of priced.lines.entries()) expect(sum(byLine.filter((part) => part.line === at + 1).map(({ net }) => net))).toBe(each.net)
      }),
    )
  })
})

describe('a credit note of a line', () => {
  const priced = job(line(10000), line(5000, 'reduced'))
  const shares = [of(jan, 2, 10000n)]
  const stands = standsOf(dividedOver(priced, ina, shares) ?? [])
  const invoice = dividedByLine(priced, ina, shares)

  test('takes of whoever did it, and the note for the rest takes of each what remains', () => {
    const note = credit(priced, [], ZERO, [0n, 1000n])
    const first = creditedByLine(note, [{ line: 2, net: note.net }], { invoice, notes: [] }, stands)
    expect(first.parts.map(({ member, net }) => [member, net])).toEqual([
      [ina, 0n],
      [jan, 5000n],
    ])
    expect(first.lines.filter(({ net }) => net !== 0n)).toEqual([{ member: jan, line: 2, net: 5000n }])
    const after = stands.map((each, nr) => ({ ...each, credited: first.parts[nr] ?? totals, open: minus(each.open, first.parts[nr]?.payable ?? ZERO) }))
    const last = credit(priced, [NOTHING_CREDITED, { quantity: 1000n, net: cents(5000) }], note.payable, [1000n, 0n])
    const second = creditedByLine(last, [{ line: 1, net: last.net }], { invoice, notes: first.lines }, after)
    expect(second.parts.map(({ member, net }) => [member, net])).toEqual([
      [ina, 10000n],
      [jan, 0n],
    ])
    expect(after.map((each, nr) => minus(each.open, second.parts[nr]?.payable ?? ZERO))).toEqual([0n, 0n])
  })

  test('in whatever quantities it is credited, all notes together are the invoice and nobody is below zero on the way', () => {
    const share = fc.tuple(fc.constantFrom(jan, kee), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 4500 }))
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), (asked, one, two) => {
        const whole = job(line(3333, 'standard', 5000n), line(1011, 'reduced', 5000n))
        const given = asked.map(([member, at, percent]) => of(member, at, BigInt(percent)))
        const divided = dividedOver(whole, ina, given)
        if (!divided) return
        const kept = dividedByLine(whole, ina, given)
        let now = standsOf(divided)
        let notes: LinePart[] = []
        const taken = [NOTHING_CREDITED, NOTHING_CREDITED]
        let payable: Cents = ZERO
        for (const wanted of [
          [BigInt(one) * 1000n, BigInt(two) * 1000n],
          [BigInt(5 - one) * 1000n, BigInt(5 - two) * 1000n],
        ]) {
          if (wanted.every((each) => each === 0n)) continue
          const note = credit(whole, taken, payable, wanted)
          const places = [...wanted.entries()].flatMap(([at, quantity]) => (quantity === 0n ? [] : [at]))
          const credited = places.map((at, nr) => ({ line: at + 1, net: note.lines[nr]?.net ?? ZERO }))
          const { parts, lines } = creditedByLine(note, credited, { invoice: kept, notes }, now)
          for (const what of ['net', 'vat', 'rounding', 'payable'] as const) expect(sum(parts.map((part) => part[what]))).toBe(note[what])
          for (const [nr, at] of places.entries()) {
            const before = taken[at] ?? NOTHING_CREDITED
            taken[at] = { quantity: before.quantity + (wanted[at] ?? 0n), net: cents(before.net + (note.lines[nr]?.net ?? 0n)) }
          }
          payable = cents(payable + note.payable)
          notes = [...notes, ...lines]
          now = now.map((each, nr) => {
            const part = parts[nr] ?? totals
            const before = each.credited
            const all = { net: cents(before.net + part.net), vat: cents(before.vat + part.vat), rounding: ZERO, payable: cents(before.payable + part.payable) }
            return { ...each, credited: all, open: minus(each.open, part.payable) }
          })
          expect(now.every((each) => each.open >= 0n)).toBe(true)
        }
        expect(now.map((each) => each.open)).toEqual(now.map(() => 0n))
        expect(now.map((each) => minus(each.share.net, each.credited.net))).toEqual(now.map(() => 0n))
      }),
    )
  })
})
