import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, month } from '#kit/day.ts'
import { type Cents, cents, sum } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { type Article, lateRulesOf, NOTHING_YET, type RunningTotals, rulesOf, type SplitRules, TEMPLATES } from '#rooms/agreements'
import { transfersOf } from './booking.rules.ts'
import { type MemberSplit, wholeMonths } from './facts.rules.ts'
import { type PartFacts, settleMember, settleMonth } from './settle.rules.ts'

const samira = 'samira' as MemberId
const november = month('2026-11')
const articles = (code: string): readonly Article[] => TEMPLATES.find((each) => each.code === code)?.articles ?? []
const carrying = rulesOf(articles('resultaat-60-15-25'))
const four = rulesOf(articles('resultaat-50-20-20-10'))
const thermometer = rulesOf(articles('thermometer'))
const fixed = rulesOf(articles('vaste-bijdrage'))
const overThreshold = rulesOf(articles('gemeente-boven-drempel'))
const yearCap = rulesOf(articles('deel-van-de-omzet'))
const borne = (rules: SplitRules): SplitRules => ({ ...rules, loss: { ...rules.loss, carried: false } })

let receipts = 0
const part = (version: string, rules: SplitRules, nets: readonly number[], costs = 0): PartFacts => ({
  agreement: { version, rules },
  payments: nets.map((net) => ({
    receipt: `receipt ${receipts++}`,
    invoice: 'invoice',
    number: '2026-0001',
    member: samira,
    net: cents(net),
    vat: cents(0),
    rounding: cents(0),
    on: '2026-11-20' as Day,
    performedOn: '2026-11-20' as Day,
  })),
  reversing: [],
  costs: { material: cents(costs) },
})
const settle = (parts: readonly PartFacts[], before: RunningTotals = NOTHING_YET, left = false) => settleMonth(november, samira, before, parts, left)
const lines = (splits: readonly MemberSplit[]) => splits.flatMap(({ shares }) => shares.lines)
const given = (splits: readonly MemberSplit[], receiver: string) => sum(lines(splits).flatMap((line) => (line.receiver === receiver ? [line.cents] : [])))
const whole = (splits: readonly MemberSplit[]) => wholeMonths(splits)[0]

describe('a month in which the agreement changed', () => {
  test('is divided in two parts, each by its own version and its articles', () => {
    const splits = settle([part('v1', carrying, [10000]), part('v2', four, [10000])])
    expect(splits.map(({ part: nr, facts, shares }) => [nr, facts.agreement.version, shares.lines.map((line) => line.cents)])).toEqual([
      [0, 'v1', [6000n, 1500n, 2500n]],
      [1, 'v2', [5000n, 2000n, 2000n, 1000n]],
    ])
    expect(lines(splits).map((line) => (line as unknown as { line: number }).line)).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  test('takes a fixed amount per month once, also when it was raised, and makes up what fell short', () => {
    const raised = rulesOf(articles('vaste-bijdrage').map((each) => (each.kind === 'fixed' ? { ...each, cents: cents(3000) } : each)))
    expect(given(settle([part('v1', fixed, [10000]), part('v2', fixed, [10000])]), 'cooperative')).toBe(2500n)
    expect(given(settle([part('v1', fixed, [10000]), part('v2', raised, [10000])]), 'cooperative')).toBe(3000n)
    expect(given(settle([part('v1', fixed, [1000]), part('v2', fixed, [10000])]), 'cooperative')).toBe(2500n)
    const owing = { ...fixed, steps: fixed.steps.map((step) => ({ ...step, short: 'carried' as const })) }
    expect(given(settle([part('v1', owing, [1000]), part('v2', owing, [10000])]), 'cooperative')).toBe(2500n)
  })

  test.each([
    [10000, 9999, 0n],
    [10000, 10000, 0n],
    [10000, 10010, 1n],
    [20000, 10000, 1000n],
    [30000, 10000, 2000n],
  ])('passes a threshold once: %d and %d cents give the municipality what one lump would', (first, second, expected) => {
    expect(given(settle([part('v1', overThreshold, [first]), part('v2', overThreshold, [second])]), 'municipality')).toBe(expected)
    expect(given(settle([part('v1', overThreshold, [first + second])]), 'municipality')).toBe(expected)
  })

  test('goes on under a cap of the year where the version before it ended', () => {
    const before: RunningTotals = { ...NOTHING_YET, taken: { '2026': { cooperative: cents(59000), 'cooperative@omzet': cents(59000) }, ever: {} } }
    const one = given(settle([part('v1', yearCap, [20000])], before), 'cooperative')
    expect(one).toBe(1000n)
    expect(given(settle([part('v1', yearCap, [10000]), part('v2', yearCap, [10000])], before), 'cooperative')).toBe(one)
  })

  test('has no loss while it is not negative as a whole, whichever version the costs belong to', () => {
    for (const parts of [
      [part('v1', borne(carrying), [], 4000), part('v2', borne(four), [10000])],
      [part('v1', borne(carrying), [10000]), part('v2', borne(four), [], 4000)],
    ]) {
      const month = whole(settle(parts))
      expect(month).toMatchObject({ result: 6000n, lossCarried: 0n, lossBorne: 0n })
      expect(sum(month?.lines.map((line) => line.cents) ?? [])).toBe(6000n)
    }
  })

  test('leaves a loss to its own version: carried by one, borne by the cooperative under the other', () => {
    const splits = settle([part('v1', borne(carrying), [], 5000), part('v2', carrying, [1000], 4000)], { ...NOTHING_YET, openLoss: cents(700) })
    expect(whole(splits)).toMatchObject({ result: -8000n, openLossBefore: 700n, lossBorne: 5000n, lossCarried: 3700n })
  })

  test('an open loss goes over into a new version', () => {
    const splits = settle([part('v1', carrying, [1000]), part('v2', four, [10000])], { ...NOTHING_YET, openLoss: cents(3000) })
    expect(splits.map(({ shares }) => [shares.openLossBefore, shares.lossCarried])).toEqual([
      [3000n, 2000n],
      [2000n, 0n],
    ])
  })
})

describe('a member who left', () => {
  const leaving = { ...carrying, loss: { ...carrying.loss, inTheEnd: 'trainingPool' as const } }

  test('leaves an open loss and a pot below zero to whom the agreement names', () => {
    const splits = settle([part('v1', leaving, [1000], 9000)], { ...NOTHING_YET, openLoss: cents(500), pots: { development: cents(-200) } }, true)
    expect(lines(splits).map((line) => [line.receiver, line.cents, line.kind, line.article])).toEqual([
      ['business', 0n, 'share', '5a'],
      ['development', 0n, 'share', '5b'],
      ['cooperative', 0n, 'share', '5c'],
      ['trainingPool', -8500n, 'ending', leaving.loss.article],
      ['development', 200n, 'ending', leaving.loss.article],
      ['trainingPool', -200n, 'ending', leaving.loss.article],
    ])
    expect(whole(splits)).toMatchObject({ lossCarried: 0n, lossBorne: 0n })
    expect(splits.at(-1)?.shares.totals).toMatchObject({ openLoss: 0n, pots: { development: 0n } })
    expect(transfersOf(samira, lines(splits), 'obligation').map(({ credit, cents: each }) => [credit.code, each])).toEqual([
      ['trainingPool', -8700n],
      ['developmentBudget', 200n],
    ])
  })

  test('leaves nothing behind when nothing is open', () => {
    expect(lines(settle([part('v1', leaving, [1000])], NOTHING_YET, true)).filter((line) => line.kind === 'ending')).toEqual([])
  })

  test('late money goes where the article on leaving says, after its costs; the pots stand still', () => {
    const late = lateRulesOf(articles('resultaat-60-15-25').map((each) => (each.kind === 'exit' ? { ...each, lateMoneyTo: 'trainingPool' as const } : each)))
    const splits = settle([part('v1', leaving, [10000]), { ...part('v1', late, [5000], 1000) }], NOTHING_YET, true)
    expect(splits.map(({ shares }) => shares.lines.map((line) => [line.receiver, line.cents]))).toEqual([
      [
        ['business', 6000n],
        ['development', 1500n],
        ['cooperative', 2500n],
      ],
      [['trainingPool', 4000n]],
    ])
    expect(splits[1]?.shares.lines[0]?.article).toBe(String(articles('resultaat-60-15-25').findIndex((each) => each.kind === 'exit') + 1))
  })
})

const agreement = fc.constantFrom(carrying, four, thermometer, fixed, overThreshold, yearCap, borne(carrying), borne(thermometer))
const anyPart = fc.record({ rules: agreement, nets: fc.array(fc.integer({ min: 1, max: 90000 }), { maxLength: 3 }), costs: fc.integer({ min: 0, max: 60000 }) })
const parts = fc.array(anyPart, { minLength: 1, maxLength: 3 }).map((all) => all.map(({ rules, nets, costs }, nr) => part(`v${nr}`, rules, nets, costs)))

describe('always, whatever the versions', () => {
  test('no cent is lost over the parts of a month, every payment has its river, and the books say the same', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 30000 }), fc.integer({ min: -500, max: 150000 }), fc.boolean(), (all, loss, pot, left) => {
        const splits = settle(all, { ...NOTHING_YET, openLoss: cents(loss), pots: { business: cents(pot) } }, left)
        const month = whole(splits)
        const divided = sum(lines(splits).map((line) => line.cents))
        expect(divided).toBe((month?.result ?? 0n) - (month?.openLossBefore ?? 0n) + (month?.lossCarried ?? 0n) + (month?.lossBorne ?? 0n))
        expect(sum(transfersOf(samira, lines(splits), 'obligation').map((transfer) => transfer.cents))).toBe(divided)
        for (const river of splits.flatMap((split) => split.rivers))
          expect(river.costs + river.earlierLoss + river.offset + sum(river.lines.map((line) => line.cents))).toBe(river.net)
        if (left) expect(month?.lossCarried).toBe(0n)
        if ((month?.result ?? 0n) >= 0n) expect([month?.lossBorne, (month?.lossCarried ?? 0n) <= loss]).toEqual([0n, true])
      }),
    )
  })

  test('one version is divided as it always was, and the same facts twice give the same', () => {
    fc.assert(
      fc.property(anyPart, ({ rules, nets, costs }) => {
        const only = part('v1', rules, nets, costs)
        const [split] = settle([only])
        expect(split).toEqual(settleMember(november, { ...only, member: samira, before: NOTHING_YET }))
        expect(settle([only])).toEqual(settle([only]))
      }),
    )
  })

  test('caps of the month hold over all its parts', () => {
    const capped: SplitRules = {
      ...carrying,
      caps: [{ receiver: 'business', step: null, per: 'month', cents: cents(7000), surplusTo: 'cooperative', article: '9' }],
    }
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30000 }), { minLength: 1, maxLength: 4 }), (nets) => {
        const splits = settle(nets.map((net, nr) => part(`v${nr}`, capped, net > 0 ? [net] : [])))
        const most: Cents = cents(7000)
        expect(given(splits, 'business') <= most).toBe(true)
      }),
    )
  })
})
