import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Month, month } from '#kit/day.ts'
import { allocate, type Cents, cents, minus, plus, sum, ZERO } from '#kit/money.ts'
import { rulesOf } from '../articles/articles.rules.ts'
import { ruleProblems } from '../bounds/validate.rules.ts'
import { split } from '../split.rules.ts'
import { type Cap, type MonthFacts, RECEIVERS, type Receiver, type RunningTotals, type Shares, type SplitRules, type Step } from './language.rules.ts'
import { attribute, reverseShares } from './reversal.rules.ts'
import { NOTHING_YET, openBook, roomUnder } from './totals.rules.ts'

const november = month('2026-11')
const plain = rulesOf([])

describe('always, for any agreement that may be signed', () => {
  test('no cent is lost: shares and losses add up to the result', () => {
    fc.assert(
      fc.property(agreements, months, (rules, list) => {
        for (const { shares } of runs(rules, list)) {
          const divided = sum(shares.lines.map((line) => line.cents))
          expect(divided).toBe(shares.result - shares.openLossBefore + shares.lossCarried + shares.lossBorne)
          expect(shares.lossCarried).toBeGreaterThanOrEqual(0n)
          expect(shares.lossBorne).toBeGreaterThanOrEqual(0n)
          expect(shares.lines.every((line) => line.cents >= 0n)).toBe(true)
        }
      }),
    )
  })
  test('no cap is ever exceeded, not even with surplus', () => {
    fc.assert(
      fc.property(agreements, months, (rules, list) => {
        for (const { shares, before } of runs(rules, list)) {
          for (const cap of rules.caps) {
            const lines = shares.lines.filter(
              (line) => line.receiver === cap.receiver && (cap.step === null || (line.step === cap.step && line.kind !== 'surplus')),
            )
            expect(sum(lines.map((line) => line.cents))).toBeLessThanOrEqual(roomUnder(cap, openBook(before), shares.month))
          }
        }
      }),
    )
  })
  test('no step takes more than what the steps before it left', () => {
    fc.assert(
      fc.property(agreements, months, (rules, list) => {
        for (const { shares } of runs(rules, list)) {
          let left =
            shares.result - shares.openLossBefore < 0n
              ? rules.loss.turnoverSteps && shares.turnover > 0n
                ? shares.turnover
                : 0n
              : shares.result - shares.openLossBefore
          for (const step of rules.steps) {
            left -= sum(shares.lines.filter((line) => line.step === step.id).map((line) => line.cents))
            expect(left).toBeGreaterThanOrEqual(0n)
          }
        }
      }),
    )
  })
  test('a receipt has its river to the cent, and giving all back restores pots and caps', () => {
    fc.assert(
      fc.property(
        agreements,
        fc.array(fc.integer({ min: -20_000, max: 300_000 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 400_000 }),
        (rules, nets, costs) => {
          const receipts = nets.map((net, i) => ({ id: String(i), net: cents(net) }))
          const shares = split(
            { month: november, turnover: sum(receipts.map((receipt) => receipt.net)), costs: { material: cents(costs) } },
            rules,
            NOTHING_YET,
          )
          const rivers = attribute(shares, receipts)
          for (const river of rivers) expect(sum([river.costs, river.earlierLoss, river.offset, ...river.lines.map((line) => line.cents)])).toBe(river.net)
          if (rivers.length > 0) expect(sum(rivers.flatMap((river) => river.lines.map((line) => line.cents)))).toBe(sum(shares.lines.map((line) => line.cents)))
          let totals: RunningTotals = shares.totals
          for (const river of rivers) {
            const half = river.net / 2n
            const first = half > 0n ? reverseShares(river, half as Cents, totals, true) : null
            const second = reverseShares(first?.left ?? river, minus(river.net, half as Cents), first?.totals ?? totals, true)
            expect(second.left.lines.every((line) => line.cents === 0n)).toBe(true)
            expect(plus(second.lossCarried, first?.lossCarried ?? ZERO)).toBe(sum([river.costs, river.earlierLoss, river.offset]))
            totals = second.totals
          }
          expect(Object.values(totals.pots).every((pot) => pot === 0n)).toBe(true)
          expect(Object.values(totals.taken).every((taken) => Object.values(taken).every((part) => part === 0n))).toBe(true)
        },
      ),
    )
  })
})

function* runs(rules: SplitRules, list: readonly MonthFacts[]): Generator<{ shares: Shares; before: RunningTotals }> {
  let before: RunningTotals = NOTHING_YET
  for (const facts of list) {
    const shares = split(facts, rules, before)
    yield { shares, before }
    before = shares.totals
  }
}

const receiver = fc.constantFrom(...RECEIVERS)
const amount = fc.integer({ min: 1, max: 200_000 }).map(cents)
const step = (id: string): fc.Arbitrary<Step> =>
  fc.oneof(
    fc
      .record({
        base: fc.constantFrom('turnover', 'result', 'remainder'),
        threshold: fc.option(fc.record({ kind: fc.constantFrom('gate', 'excess'), over: amount })),
        receivers: fc.uniqueArray(receiver, { minLength: 1, maxLength: 4 }),
        weights: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 4, maxLength: 4 }),
        short: fc.constantFrom('lapses', 'carried'),
      })
      .map(
        (parts): Step => ({
          id,
          base: parts.base as Step['base'],
          threshold: parts.threshold as Step['threshold'],
          divide: { kind: 'weights', whole: 10_000n, shares: parts.receivers.map((to, i) => share(to, parts.weights[i] ?? 1)) },
          short: parts.base === 'turnover' ? (parts.short as Step['short']) : 'lapses',
        }),
      ),
    fc.record({ receiver, cents: amount, base: fc.constantFrom('turnover', 'result', 'remainder'), short: fc.constantFrom('lapses', 'carried') }).map(
      (parts): Step => ({
        id,
        base: parts.base as Step['base'],
        threshold: null,
        divide: { kind: 'fixed', receiver: parts.receiver, cents: parts.cents, article: id },
        short: parts.short as Step['short'],
      }),
    ),
    fc
      .record({ receiver: fc.constantFrom<Receiver>('business', 'development'), level: amount })
      .map((parts): Step => ({ id, base: 'remainder', threshold: null, divide: { kind: 'fill', ...parts, article: id }, short: 'lapses' })),
  )
const caps: fc.Arbitrary<Cap[]> = fc.array(
  fc
    .record({
      receiver,
      step: fc.constantFrom(null, 's1', 'last'),
      per: fc.constantFrom('month', 'year', 'lifetime', 'level'),
      cents: amount,
      surplusTo: fc.oneof(receiver, fc.constant('nextStep' as const)),
    })
    .map((cap) => ({ ...cap, article: '9' }) as Cap),
  { maxLength: 3 },
)
const agreements: fc.Arbitrary<SplitRules> = fc
  .record({
    steps: fc.tuple(step('s1'), step('s2'), step('s3')),
    count: fc.integer({ min: 0, max: 3 }),
    last: fc.uniqueArray(receiver, { minLength: 1, maxLength: 4 }),
    caps,
    carried: fc.boolean(),
    turnoverSteps: fc.boolean(),
  })
  .map(({ steps, count, last, caps, carried, turnoverSteps }): SplitRules => {
    const parts = allocate(
      cents(10_000),
      last.map((_, i) => BigInt(i + 1)),
    )
    const closing: Step = {
      id: 'last',
      base: 'remainder',
      threshold: null,
      divide: { kind: 'weights', whole: 10_000n, shares: last.map((to, i) => share(to, Number(parts[i]))) },
      short: 'lapses',
    }
    return { ...plain, steps: [...steps.slice(0, count), closing], caps, loss: { ...plain.loss, carried, turnoverSteps } }
  })
  .filter((rules) => ruleProblems(rules).length === 0)
const months = fc
  .array(fc.record({ turnover: fc.integer({ min: -5_000, max: 300_000 }), costs: fc.integer({ min: -2_000, max: 150_000 }) }), { minLength: 1, maxLength: 14 })
  .map((list) =>
    list.map(
      (facts, i): MonthFacts => ({
        month: `${2026 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}` as Month,
        turnover: cents(facts.turnover),
        costs: { material: cents(facts.costs) },
      }),
    ),
  )

function share(receiver: Receiver, weight: number) {
  return { receiver, weight: BigInt(weight), article: '5' }
}
