import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '#kit/day.ts'
import { month, monthAfter } from '#kit/day.ts'
import { type Cents, cents, sum, ZERO } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { lateRulesOf, NOTHING_YET, type RunningTotals, rulesOf, TEMPLATES } from '#rooms/agreements'
import type { Divided } from '../dividing/facts.rules.ts'
import { settleMonth } from '../dividing/settle.rules.ts'
import { outcomeOf } from './outcome.rules.ts'
import { type Choice, type PastPart, replay } from './replay.rules.ts'
import { INVENTED, SAMPLE_NAMES, sampleMonths } from './samples.rules.ts'

const inside = () => false
const by = (code: string): Choice => {
  const articles = TEMPLATES.find((each) => each.code === code)?.articles ?? []
  return (part) => ({ version: code, rules: part.late ? lateRulesOf(articles) : rulesOf(articles) })
}
const codes = fc.constantFrom(...TEMPLATES.map(({ code }) => code))

type Line = { readonly paid: readonly number[]; readonly cost: number; readonly spent: number; readonly back: number }
const lines = fc.array(
  fc.record({
    paid: fc.array(fc.integer({ min: 1, max: 200_000 }), { maxLength: 3 }),
    cost: fc.integer({ min: 0, max: 120_000 }),
    spent: fc.integer({ min: 0, max: 30_000 }),
    back: fc.integer({ min: 0, max: 20_000 }),
  }),
  { minLength: 1, maxLength: 9 },
)

/** Months as the books would hold them: each goes on from the one before it, something is spent in between, and something of the first payment of the month before goes back. */
function books(member: string, code: string, list: readonly Line[]): PastPart[] {
  const past: PastPart[] = []
  let before: RunningTotals = NOTHING_YET
  let open: Divided | null = null
  for (const [nr, line] of list.entries()) {
    const of = monthAfter(month('2026-01'), nr)
    const payments = line.paid.map((net, i) => ({
      receipt: `${member} ${of} ${i}`,
      invoice: '',
      number: '',
      member: member as MemberId,
      net: cents(net),
      vat: ZERO,
      rounding: ZERO,
      on: `${of}-10` as Day,
      performedOn: `${of}-10` as Day,
    }))
    const cause = `back ${of}`
    const net = open && line.back > 0 ? cents(Number(open.left.net) < line.back ? open.left.net : line.back) : ZERO
    const reversing = open && net > 0n ? [{ cause, on: `${of}-12` as Day, divided: open, net }] : []
    const costs = { material: cents(line.cost) }
    const facts = { agreement: by(code)({ late: false } as PastPart), payments, reversing, costs }
    const [split] = settleMonth(of, member as MemberId, before, [facts], false)
    if (!split) throw new Error('nothing was divided')
    past.push({
      month: of,
      member: member as MemberId,
      version: code,
      late: false,
      before,
      costs,
      payments,
      reversing: reversing.map(({ divided, ...each }) => ({ ...each, gone: divided })),
      booked: [...split.shares.lines, ...split.reversals.flatMap((each) => each.lines)].map(({ receiver, cents }) => ({ receiver, cents })),
    })
    const [river] = split.rivers
    open = river
      ? { invoice: '', number: '', member: member as MemberId, on: `${of}-10` as Day, vat: ZERO, rounding: ZERO, agreement: code, left: river }
      : null
    const { pots } = split.shares.totals
    // As the books give them: only the member's own two.
    const own = { business: ((pots.business ?? ZERO) - BigInt(line.spent)) as Cents, development: pots.development ?? ZERO }
    before = { ...split.shares.totals, pots: own }
  }
  return past
}

describe('always', () => {
  test('by the rules of then, closed months come out as the books hold them, to the cent', () => {
    fc.assert(
      fc.property(codes, lines, (code, list) => {
        for (const each of replay(books('samira', code, list), by(code), inside)) expect(each.parts).toEqual(each.booked)
      }),
    )
  })
  test('by any rules no cent is lost: both columns add up to what there was, in all and in each month', () => {
    fc.assert(
      fc.property(codes, codes, lines, lines, (then, now, one, two) => {
        const replayed = replay([...books('samira', then, one), ...books('ahmet', then, two)], by(now), inside)
        const months = [...Map.groupBy(replayed, (each) => each.month).values()]
        for (const part of [replayed, ...months]) {
          const outcome = outcomeOf(part)
          expect(sum(outcome.lines.map((line) => line.now))).toBe(outcome.base)
          expect(sum(outcome.lines.map((line) => line.would))).toBe(outcome.base)
          for (const column of ['now', 'would'] as const) {
            const sides = sum(Object.values(outcome.sides).map((pair) => pair[column]))
            expect(sides).toBe(sum(outcome.lines.flatMap((line) => (line.receiver === 'undivided' ? [] : [line[column]]))))
            for (const side of ['members', 'cooperative', 'municipality'] as const)
              expect(sum(outcome.members.map(({ sides }) => sides[side][column]))).toBe(outcome.sides[side][column])
          }
        }
      }),
    )
  })
})

describe('what goes on from month to month', () => {
  test('what was spent from a pot stays spent: a level is measured by what these rules made of the pot', () => {
    const list = [
      { paid: [400_000], cost: 0, spent: 100_000, back: 0 },
      { paid: [100_000], cost: 0, spent: 0, back: 0 },
    ]
    const [, second] = replay(books('samira', 'dertig-procent', list), by('thermometer'), inside)
    // January fills the pot to 1,500.00, of which 1,000.00 is spent: 750.00 of February fits in 1,000.00.
    expect(second?.parts.filter((part) => part.cents !== 0n)).toEqual([
      { receiver: 'trainingPool', cents: 10_000n },
      { receiver: 'cooperative', cents: 15_000n },
      { receiver: 'business', cents: 75_000n },
    ])
  })
  test('the months that change most come first, and none where nothing changes', () => {
    const list = [10_000, 0, 90_000, 50_000, 70_000].map((net) => ({ paid: net ? [net] : [], cost: 0, spent: 0, back: 0 }))
    const outcome = (code: string) => outcomeOf(replay(books('samira', 'resultaat-60-15-25', list), by(code), inside))
    expect(outcome('resultaat-50-20-20-10').mostChanged.map(({ month, moved }) => [month, moved])).toEqual([
      ['2026-03', 13_500n],
      ['2026-05', 10_500n],
      ['2026-04', 7_500n],
    ])
    expect(outcome('resultaat-60-15-25').mostChanged).toEqual([])
  })
  test('each sample runs by each template, twelve months of one invented member', () => {
    for (const sample of SAMPLE_NAMES)
      for (const { code } of TEMPLATES) {
        const replayed = replay(sampleMonths(sample, 2026, 'material'), by(code), inside)
        expect(replayed).toHaveLength(12)
        expect(new Set(replayed.map((each) => each.member))).toEqual(new Set([INVENTED]))
      }
  })
  test('the loss-maker makes a loss over the year, the caterer earns in December what a quiet month never brings', () => {
    const base = (sample: (typeof SAMPLE_NAMES)[number]) =>
      replay(sampleMonths(sample, 2026, 'material'), by('dertig-procent'), inside).map((each) => each.base)
    expect(sum(base('lossMaker'))).toBeLessThan(0)
    expect(base('caterer').at(-1)).toBe(135_000n)
    for (const sample of ['seamstress', 'caterer', 'gardener'] as const) expect(sum(base(sample))).toBeGreaterThan(0)
  })
})
