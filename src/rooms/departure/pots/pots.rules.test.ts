import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, lastDay, type Month, month, monthAfter } from '#kit/day.ts'
import { type Cents, cents, sum } from '#kit/money.ts'
import type { MemberLine } from '#rooms/ledger'
import { type BenefitSource, benefitIn, waitsForAnswer } from '#rooms/members'
import { asToMember, leftPerMonth, payableOf, potMoves, RELEASED, takeFrom } from './pots.rules.ts'

let entries = 0
/** A line that puts cents into the business pot; below zero takes them out. */
function line(kind: string, on: string, into: number, more: Partial<MemberLine> = {}): MemberLine {
  const entry = `e${++entries}`
  return { entry, source: entry, code: 'businessBudget', on: day(on), cents: cents(-into), kind, undone: false, ...more }
}
const months = (lines: readonly MemberLine[], back = new Map<string, Month>()) => leftPerMonth(potMoves(lines, 'business', back), [])
const shown = (left: ReturnType<typeof months>) => left.months.map((each) => [each.month, Number(each.cents)])

// Domain example 13.
test('a pot of 1,150.00 built up with 115.00 in ten months on a benefit waits whole, per month, until there is a written answer', () => {
  const ten = Array.from({ length: 10 }, (_, nr) => monthAfter(month('2026-01'), nr))
  const left = months(ten.map((each) => line('split', lastDay(each), 11_500)))
  expect(shown(left)).toEqual(ten.map((each) => [each, 11_500]))
  const rows = left.months.map((each) => ({ pot: 'business' as const, ...each, benefit: benefitIn(each.month, () => 'participatiewetOwn') }))
  expect(rows.every((row) => waitsForAnswer(row.benefit))).toBe(true)
  expect(sum(rows.map((row) => payableOf(row, [], [])))).toBe(0n)
  const allowed = { months: rows.map(({ pot, month, cents }) => ({ pot, month, cents: String(cents) })) }
  expect(sum(rows.map((row) => payableOf(row, [allowed], [])))).toBe(115_000n)
  // 172.50 stays exempt in the first six months (31(2)(n)): the rest, 977.50, is what the municipality may settle.
  const perMonth = { months: rows.slice(0, 6).map(({ pot, month }) => ({ pot, month, cents: '2875' })) }
  expect(sum(rows.map((row) => payableOf(row, [allowed, perMonth], [])))).toBe(17_250n)
})

test('what was used is taken from the oldest months first', () => {
  expect(shown(months([line('split', '2026-01-31', 1000), line('split', '2026-02-28', 1000), line('purchase', '2026-03-05', -1500)]))).toEqual([
    ['2026-02', 500],
  ])
})

test('a purchase that was undone was not used, and fills no month of its own', () => {
  const lines = [
    line('split', '2026-01-31', 1000),
    line('purchase', '2026-02-05', -400, { undone: true }),
    line('purchase undone', '2026-03-05', 400, { undone: true }),
  ]
  expect(shown(months(lines))).toEqual([['2026-01', 1000]])
})

test('a share taken back comes off the month it was of, and what that month lacks off the oldest', () => {
  const back = line('split reversed', '2026-04-30', -1200)
  const lines = [line('split', '2026-01-31', 1000), line('split', '2026-02-28', 1000), back]
  expect(shown(months(lines, new Map([[back.source, month('2026-02')]])))).toEqual([['2026-01', 800]])
})

test('what was there before the books comes first and of no month', () => {
  expect(shown(months([line('opening', '2026-01-01', 700), line('split', '2026-01-31', 100), line('purchase', '2026-02-01', -50)]))).toEqual([
    [null, 650],
    ['2026-01', 100],
  ])
})

test('moving a pot from one form of keeping to the other is nothing', () => {
  const lines = [
    line('split', '2026-12-31', 900),
    line('pots carried', '2027-01-01', -900, { entry: 'carry' }),
    line('pots carried', '2027-01-01', 900, { entry: 'carry', code: 'businessReserve' }),
  ]
  expect(shown(months(lines))).toEqual([['2026-12', 900]])
})

describe('how the benefit stood in a month', () => {
  const from = (source: BenefitSource, since: string, before: BenefitSource) => (on: string) => (on >= since ? source : before)
  test.each([
    ['none on all days', from('none', '2020-01-01', 'unknown'), 'none'],
    ['on the last day only', from('participatiewetOwn', '2026-03-31', 'none'), 'assistance'],
    ['until the first day only', from('none', '2026-03-02', 'participatiewetJoint'), 'assistance'],
    ['the day after the month', from('ioawIoaz', '2026-04-01', 'none'), 'none'],
    ['nothing written down for a day', from('none', '2026-03-02', 'unknown'), 'unknown'],
    ['of the UWV', from('uwv', '2020-01-01', 'none'), 'uwv'],
  ] as const)('%s', (_, source, expected) => {
    expect(benefitIn(month('2026-03'), source)).toBe(expected)
  })
  test('before the books nobody knows', () => expect(benefitIn(null, () => 'none')).toBe('unknown'))
})

test('what was paid already is not allowed a second time, and a later answer takes the place of an earlier one', () => {
  const row = { pot: 'business', month: month('2026-01'), cents: cents(600), benefit: 'assistance' } as const
  const allows = (amount: number) => ({ months: [{ pot: 'business' as const, month: month('2026-01'), cents: String(amount) }] })
  const paid = { pot: 'business', receiver: 'payout', months: [{ month: month('2026-01'), cents: '400' }] } as const
  expect(payableOf(row, [allows(1000)], [paid])).toBe(600n)
  expect(payableOf(row, [allows(500)], [paid])).toBe(100n)
  expect(payableOf(row, [allows(1000), { months: [] }], [paid])).toBe(0n)
  expect(payableOf({ ...row, pot: 'development' }, [allows(1000)], [])).toBe(0n)
})

test('what went off a bill, or to another cooperative, counts against the answer as a pay-out does; elsewhere it does not', () => {
  const row = { pot: 'business', month: month('2026-01'), cents: cents(10_000), benefit: 'assistance' } as const
  const ways = fc.constantFrom('payout', 'bill', 'otherFund', 'trainingPool', 'cooperative' as const)
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 12_000 }),
      fc.array(fc.record({ receiver: ways, size: fc.integer({ min: 0, max: 3000 }) }), { maxLength: 8 }),
      (allowed, wanted) => {
        const answer = { months: [{ pot: 'business' as const, month: month('2026-01'), cents: String(allowed) }] }
        const paid: { pot: 'business'; receiver: (typeof wanted)[number]['receiver']; months: { month: ReturnType<typeof month>; cents: string }[] }[] = []
        let [left, toMember] = [10_000, 0]
        for (const { receiver, size } of wanted) {
          const may = Number(payableOf({ ...row, cents: cents(left) }, [answer], paid))
          expect(may <= left && may <= Math.max(0, allowed - toMember)).toBe(true)
          const part = Math.min(size, asToMember(receiver) ? may : left)
          if (part === 0) continue
          paid.push({ pot: 'business', receiver, months: [{ month: month('2026-01'), cents: String(part) }] })
          left -= part
          if (asToMember(receiver)) toMember += part
        }
        expect(toMember <= allowed).toBe(true)
      },
    ),
  )
  expect(payableOf(row, [], [])).toBe(0n)
})

test('an amount is taken from the oldest months, and more than there is from none', () => {
  const rows = [
    { month: 'a', cents: cents(100) },
    { month: 'b', cents: cents(50) },
  ]
  expect(takeFrom(rows, cents(120))).toEqual([
    { month: 'a', cents: 100n },
    { month: 'b', cents: 20n },
  ])
  expect(takeFrom(rows, cents(151))).toBeNull()
})

test('whatever happened to a pot, its months minus what is below zero are what the ledger holds', () => {
  const move = fc.record({
    kind: fc.constantFrom('split', 'split reversed', 'purchase', 'memorial', 'opening', 'receipt'),
    month: fc.integer({ min: 0, max: 14 }),
    size: fc.integer({ min: -50_000, max: 50_000 }),
    of: fc.integer({ min: 0, max: 14 }),
  })
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), fc.array(fc.integer({ min: 0, max: 14 }), { maxLength: 5 }), (moves, releasedIn) => {
      const at = (nr: number) => monthAfter(month('2026-01'), nr)
      const lines = moves.map((each) => line(each.kind, lastDay(at(each.month)), each.size))
      const back = new Map(lines.map((each, nr) => [each.source, at(moves[nr]?.of ?? 0)]))
      const before = leftPerMonth(potMoves(lines, 'business', back), [])
      const rows = before.months.filter((each) => releasedIn.includes(Number(String(each.month).slice(5)) - 1))
      const gone = sum(rows.map((each) => each.cents))
      const out = gone > 0n ? [line(RELEASED, '2027-06-30', -Number(gone))] : []
      const released = rows.length > 0 ? [{ months: rows.map((each) => ({ month: each.month, cents: String(each.cents) })) }] : []
      const all = potMoves([...lines, ...out], 'business', back)
      const left = leftPerMonth(all, released)
      expect(sum(left.months.map((each) => each.cents)) - left.below).toBe(all.balance)
      expect(all.balance).toBe(-sum([...lines, ...out].map((each): Cents => each.cents)))
    }),
  )
})
