import { describe, expect, test } from 'vitest'
import { month } from '#kit/day.ts'
import { cents, sum } from '#kit/money.ts'
import { type Article, rulesOf } from './articles/articles.rules.ts'
import { TEMPLATES, type TemplateCode } from './articles/templates.rules.ts'
import type { Cap, MonthFacts, Receiver, Shares, SplitRules, Step } from './dividing/language.rules.ts'
import { attribute, reverseShares } from './dividing/reversal.rules.ts'
import { NOTHING_YET } from './dividing/totals.rules.ts'
import { shareJob, split } from './split.rules.ts'

const A = template('resultaat-60-15-25')
const B = template('resultaat-50-20-20-10')
const november = month('2026-11')

describe('the worked examples of the field', () => {
  test('1: a plain month', () => {
    expect(given(split(facts(50_000, 10_000), A, NOTHING_YET))).toEqual({ business: 24_000, development: 6_000, cooperative: 10_000 })
  })
  test('2: the odd cent goes to development by the order of the agreement', () => {
    expect(given(split(facts(28_622), B, NOTHING_YET))).toEqual({ business: 14_311, development: 5_725, cooperative: 5_724, municipality: 2_862 })
  })
  test('3: under KOR the VAT on costs is a cost', () => {
    expect(given(split(facts(30_000, 6_050), A, NOTHING_YET))).toEqual({ business: 14_370, development: 3_593, cooperative: 5_987 })
  })
  test('4: a loss is carried to the next month', () => {
    const first = split(facts(10_000, 18_000), A, NOTHING_YET)
    expect(first.lossCarried).toBe(8_000n)
    expect(sum(first.lines.map((line) => line.cents))).toBe(0n)
    const second = split({ ...facts(20_000), month: month('2026-12') }, A, first.totals)
    expect(given(second)).toEqual({ business: 7_200, development: 1_800, cooperative: 3_000 })
    expect(second.lossCarried).toBe(0n)
  })
  test('12: the thermometer is full and the surplus goes to the municipality', () => {
    const shares = split(facts(32_000), template('thermometer'), { ...NOTHING_YET, pots: { business: cents(142_000) } })
    expect(given(shares)).toEqual({ trainingPool: 3_200, cooperative: 4_800, business: 8_000, municipality: 16_000 })
    expect(shares.totals.pots.business).toBe(150_000n)
    expect(shares.lines.find((line) => line.receiver === 'municipality')).toMatchObject({ kind: 'surplus', from: 'business', article: '7' })
  })
  test('14: a credit note reverses the shares of its receipt, now', () => {
    const shares = split(facts(20_000), A, NOTHING_YET)
    const [river] = attribute(shares, [{ id: 'f1', net: cents(20_000) }])
    const back = reverseShares(must(river), cents(20_000), shares.totals, true)
    expect(back.lines.map((line) => Number(line.cents))).toEqual([-12_000, -3_000, -5_000])
    expect(back.totals.pots).toEqual({ business: 0n, development: 0n, cooperative: 0n })
  })
  test('15: rates of VAT do not matter for the split', () => {
    expect(given(split(facts(25_000, 9_500), A, NOTHING_YET))).toEqual({ business: 9_300, development: 2_325, cooperative: 3_875 })
  })
  test('16: a job of two members, each through the own agreement', () => {
    const parts = shareJob({ turnover: cents(60_000), costs: cents(9_000) }, [6_667n, 3_333n])
    expect(parts.map((part) => part.turnover - part.costs)).toEqual([34_002n, 16_998n])
    const [first, second] = parts.map((part, i) =>
      split({ month: november, turnover: part.turnover, costs: { material: part.costs } }, i === 0 ? A : B, NOTHING_YET),
    )
    expect(must(first).result + must(second).result).toBe(51_000n)
  })
  test('17: a rejected cost does not lower the result', () => {
    const rules: SplitRules = { ...A, costs: ['material'] }
    const shares = split({ month: november, turnover: cents(51_000), costs: { training: cents(6_000) } }, rules, NOTHING_YET)
    expect(shares.result).toBe(51_000n)
    expect(shares.costsNotCounted).toBe(6_000n)
    expect(split(facts(51_000, 6_000), A, NOTHING_YET).result).toBe(45_000n)
  })
  test('golden: the published years as one lump', () => {
    const rules = template('dertig-procent')
    expect(given(split(facts(612_019, 51_741), rules, NOTHING_YET))).toEqual({ cooperative: 168_083, business: 392_195 })
    expect(given(split(facts(2_512_911, 354_490), rules, NOTHING_YET))).toEqual({ cooperative: 647_526, business: 1_510_895 })
  })
})

describe('steps', () => {
  test('the article stands behind each share', () => {
    expect(split(facts(10_000), B, NOTHING_YET).lines.map((line) => line.article)).toEqual(['5a', '5b', '5c', '5d'])
  })
  test.each([
    ['excess', 20_000, 0],
    ['excess', 20_010, 1],
    ['excess', 50_000, 3_000],
    ['gate', 20_000, 0],
    ['gate', 20_001, 2_000],
    ['gate', 50_000, 5_000],
  ] as const)('a threshold as %s: of a result of %d the municipality gets %d', (kind, result, expected) => {
    const rules = withSteps(
      weights('s1', 'result', { municipality: 1_000 }, { threshold: { kind, over: cents(20_000) } }),
      weights('s2', 'remainder', { business: 10_000 }),
    )
    expect(given(split(facts(result), rules, NOTHING_YET)).municipality ?? 0).toBe(expected)
  })
  test('a share of the turnover larger than what is left is bounded, and what is short lapses', () => {
    const rules = withSteps(weights('s1', 'turnover', { cooperative: 2_000 }), weights('s2', 'remainder', { business: 10_000 }))
    const shares = split(facts(100_000, 90_000), rules, NOTHING_YET)
    expect(given(shares)).toEqual({ cooperative: 10_000 })
    expect(shares.shortfalls).toEqual([{ receiver: 'cooperative', step: 's1', cents: 10_000n, carried: false }])
    expect(shares.totals.arrears).toEqual({})
  })
  test('a fixed amount that fell short is carried as arrears when the agreement says so', () => {
    const fixed: Step = {
      id: 's1',
      base: 'result',
      threshold: null,
      divide: { kind: 'fixed', receiver: 'cooperative', cents: cents(2_500), article: '5' },
      short: 'carried',
    }
    const rules = withSteps(fixed, weights('s2', 'remainder', { business: 10_000 }))
    const first = split(facts(1_000), rules, NOTHING_YET)
    expect(first.totals.arrears).toEqual({ 's1/cooperative': 1_500n })
    const second = split(facts(10_000), rules, first.totals)
    expect(given(second)).toEqual({ cooperative: 4_000, business: 6_000 })
    expect(second.totals.arrears).toEqual({})
    expect(second.lines.map((line) => line.kind)).toEqual(['share', 'arrears', 'share'])
  })
  test('a pot is filled to its level first', () => {
    const fill: Step = {
      id: 's1',
      base: 'remainder',
      threshold: null,
      divide: { kind: 'fill', receiver: 'development', level: cents(5_000), article: '5' },
      short: 'lapses',
    }
    const rules = withSteps(fill, weights('s2', 'remainder', { business: 10_000 }))
    expect(given(split(facts(10_000), rules, { ...NOTHING_YET, pots: { development: cents(-1_000) } }))).toEqual({ development: 6_000, business: 4_000 })
    expect(given(split(facts(10_000), rules, { ...NOTHING_YET, pots: { development: cents(5_000) } }))).toEqual({ business: 10_000 })
  })
  test('in a month with a loss steps on the turnover run only when the agreement says so', () => {
    const steps = [weights('s1', 'turnover', { cooperative: 1_000 }), weights('s2', 'remainder', { business: 10_000 })] as const
    const silent = split(facts(10_000, 12_000), withSteps(...steps), NOTHING_YET)
    expect(given(silent)).toEqual({})
    expect(silent.lossCarried).toBe(2_000n)
    const running = split(facts(10_000, 12_000), { ...withSteps(...steps), loss: { ...A.loss, turnoverSteps: true } }, NOTHING_YET)
    expect(given(running)).toEqual({ cooperative: 1_000 })
    expect(running.lossCarried).toBe(3_000n)
  })
  test('three equal parts need no rounded percentages', () => {
    const rules = withSteps({
      ...weights('s1', 'result', {}),
      divide: { kind: 'weights', whole: 3n, shares: [share('business', 1), share('development', 1), share('cooperative', 1)] },
    })
    expect(given(split(facts(10_000), rules, NOTHING_YET))).toEqual({ business: 3_334, development: 3_333, cooperative: 3_333 })
  })
})

describe('losses', () => {
  const borne: SplitRules = { ...A, loss: { ...A.loss, carried: false } }
  test('one that is not carried is borne by the cooperative', () => {
    const shares = split(facts(10_000, 18_000), borne, NOTHING_YET)
    expect([shares.lossBorne, shares.lossCarried]).toEqual([8_000n, 0n])
  })
  test('an open one goes over into a new version that carries none', () => {
    const old = split(facts(10_000, 18_000), A, NOTHING_YET)
    const next = split(facts(5_000), borne, old.totals)
    expect([next.lossBorne, next.lossCarried]).toEqual([0n, 3_000n])
    expect(split(facts(5_000), borne, next.totals).lines.reduce((total, line) => total + line.cents, 0n)).toBe(2_000n)
  })
})

describe('caps', () => {
  const cap = (over: Partial<Cap>): Cap => ({
    receiver: 'cooperative',
    step: null,
    per: 'year',
    cents: cents(10_000),
    surplusTo: 'development',
    article: '9',
    ...over,
  })
  const rules = (...caps: Cap[]): SplitRules => ({ ...A, caps })
  test('the smallest room holds, and its own surplus rule', () => {
    const shares = split(facts(100_000), rules(cap({}), cap({ per: 'month', cents: cents(4_000), surplusTo: 'municipality', article: '10' })), NOTHING_YET)
    expect(given(shares)).toEqual({ business: 60_000, development: 15_000, cooperative: 4_000, municipality: 21_000 })
  })
  test('a year begins with new room, a lifetime does not', () => {
    const year = rules(cap({}))
    const before = split({ ...facts(40_000), month: month('2026-12') }, year, NOTHING_YET).totals
    expect(given(split({ ...facts(40_000), month: month('2027-01') }, year, before)).cooperative).toBe(10_000)
    expect(given(split({ ...facts(40_000), month: month('2027-01') }, rules(cap({ per: 'lifetime' })), before)).cooperative ?? 0).toBe(0)
  })
  test('surplus is a line of its own for the caps of who gets it', () => {
    const shares = split(
      facts(100_000),
      rules(cap({}), cap({ receiver: 'development', per: 'month', cents: cents(20_000), surplusTo: 'municipality', article: '10' })),
      NOTHING_YET,
    )
    expect(given(shares)).toEqual({ business: 60_000, development: 20_000, cooperative: 10_000, municipality: 10_000 })
    expect(shares.lines.filter((line) => line.kind === 'surplus').map((line) => [line.receiver, line.article])).toEqual([
      ['development', '9'],
      ['municipality', '10'],
    ])
  })
  test('surplus may stay for the next step', () => {
    const steps = withSteps(weights('s1', 'result', { cooperative: 2_500 }), weights('s2', 'remainder', { business: 10_000 }))
    expect(given(split(facts(100_000), { ...steps, caps: [cap({ surplusTo: 'nextStep' })] }, NOTHING_YET))).toEqual({ cooperative: 10_000, business: 90_000 })
  })
  test('a reversal gives room back in the year in which it was taken', () => {
    const year = rules(cap({}))
    const december = split({ ...facts(40_000), month: month('2026-12') }, year, NOTHING_YET)
    const [river] = attribute(december, [{ id: 'f1', net: cents(40_000) }])
    const back = reverseShares(must(river), cents(20_000), december.totals, true)
    expect(back.totals.taken['2026']?.cooperative).toBe(5_000n)
    expect(back.totals.taken['2027']).toBeUndefined()
  })
})

function facts(turnover: number, costs = 0): MonthFacts {
  return { month: november, turnover: cents(turnover), costs: { material: cents(costs) } }
}

function given(shares: Shares): Partial<Record<Receiver, number>> {
  const totals: Partial<Record<Receiver, number>> = {}
  for (const line of shares.lines) if (line.cents !== 0n) totals[line.receiver] = (totals[line.receiver] ?? 0) + Number(line.cents)
  return totals
}

function template(code: TemplateCode): SplitRules {
  return rulesOf(must(TEMPLATES.find((one) => one.code === code)).articles as readonly Article[])
}

function share(receiver: Receiver, weight: number) {
  return { receiver, weight: BigInt(weight), article: '5' }
}

function weights(id: string, base: Step['base'], shares: Partial<Record<Receiver, number>>, over: Partial<Step> = {}): Step {
  return {
    id,
    base,
    threshold: null,
    divide: { kind: 'weights', whole: 10_000n, shares: Object.entries(shares).map(([to, weight]) => share(to as Receiver, weight)) },
    short: 'lapses',
    ...over,
  }
}

function withSteps(...steps: readonly Step[]): SplitRules {
  return { ...A, steps }
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('missing in the test')
  return value
}
