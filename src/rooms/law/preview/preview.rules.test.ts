import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstDay, type Month, month, monthAfter } from '#kit/day.ts'
import { type Cents, cents, sum } from '#kit/money.ts'
import { Refusal } from '#kit/refusal.ts'
import { centsOn } from '../amounts/amounts.rules.ts'
import { KNOWN_AMOUNTS } from '../amounts/known.rules.ts'
import type { Used } from './exemption.rules.ts'
import { preview } from './preview.rules.ts'
import { type PayOut, type Situation, USUAL_READINGS } from './situation.rules.ts'

const NOTHING: Used = { monthsN: 0, sinceN: null, sinceR: null, since34a: null }
const SINGLE: Situation = {
  household: 'single',
  norm: null,
  under27Through: null,
  pensionAge: false,
  medicallyLimited: false,
  youngestUnder12Through: null,
  foundHelpful: true,
  early2027: false,
  settings: USUAL_READINGS,
}
const paid = (in_: string, euros: number, kind: PayOut['kind'] = 'earned'): PayOut => ({
  kind,
  month: month(in_),
  cents: cents(Math.round(euros * 100)),
  earnedIn: [],
})
const one = (situation: Partial<Situation>, payOut: PayOut, used: Partial<Used> = {}) => {
  const found = preview({ ...SINGLE, ...situation }, [payOut], { ...NOTHING, ...used }, KNOWN_AMOUNTS).months[0]
  if (!found) throw new Error('no month')
  return found
}

describe('examples', () => {
  test('5: 25% is exempt in the second of six months', () => {
    const found = one({}, paid('2026-08', 200), { monthsN: 1 })
    expect(found).toMatchObject({ exempt: 5_000n, toSettle: 15_000n, benefit: 126_946n, total: 146_946n, capReached: false })
    expect(found.exemption).toMatchObject({ rule: 'n', month: 2, months: 6, article: 'Participatiewet art. 31 lid 2 onder n' })
  })

  test('6: never more than the cap', () => {
    expect(one({}, paid('2026-09', 1300), { monthsN: 2 })).toMatchObject({ exempt: 28_500n, toSettle: 101_500n, benefit: 40_446n, capReached: true })
    expect(one({}, paid('2026-09', 1140), { monthsN: 2 })).toMatchObject({ exempt: 28_500n, capReached: true })
    expect(one({}, paid('2026-09', 1139.96), { monthsN: 2 })).toMatchObject({ exempt: 28_499n, capReached: false })
  })

  test('7: a lone parent after the six months, with a child under 12', () => {
    const parent = { household: 'loneParent', youngestUnder12Through: month('2030-01') } as const
    const found = one(parent, paid('2026-08', 400), { monthsN: 6 })
    expect(found).toMatchObject({ exempt: 5_000n, toSettle: 35_000n, benefit: 106_946n })
    expect(found.exemption).toMatchObject({ rule: 'r', month: 1, months: 30 })
  })

  test('whoever is 18, 19 or 20 is under 27, also where nobody said so: no (n), and a premium counts (art. 31(5))', () => {
    const young = { household: 'young' } as const
    expect(one(young, paid('2026-08', 200))).toMatchObject({ exempt: 0n, toSettle: 20_000n, exemption: { rule: 'none', why: 'under27' } })
    expect(one(young, paid('2026-08', 200, 'premium'))).toMatchObject({ exempt: 0n, toSettle: 20_000n })
    expect(one({ ...young, early2027: true }, paid('2026-08', 200)).exemption.rule).toBe('early')
  })

  test('8: somebody who is medically limited, when n does not hold', () => {
    const found = one({ medicallyLimited: true, foundHelpful: false }, paid('2026-08', 400))
    expect(found).toMatchObject({ exempt: 6_000n, toSettle: 34_000n, benefit: 107_946n })
    expect(found.exemption.rule).toBe('y')
  })

  test('9: under 27 nothing is exempt in 2026', () => {
    const found = one({ under27Through: month('2028-05') }, paid('2026-08', 200))
    expect(found).toMatchObject({ exempt: 0n, toSettle: 20_000n, benefit: 121_946n })
    expect(found.exemption.why).toBe('under27')
  })

  test('10: in 2027 fifteen percent of twelve months, and no norm is guessed', () => {
    const found = one({ norm: cents(141_946) }, paid('2027-01', 400))
    expect(found).toMatchObject({ exempt: 6_000n, toSettle: 34_000n, benefit: 107_946n })
    expect(found.exemption).toMatchObject({ rule: '34a', month: 1, months: 12 })
    expect(found.doubts).toEqual(expect.arrayContaining(['rulesOf2027', 'earnedOrEmployed']))
    expect(() => one({}, paid('2027-01', 400))).toThrow(Refusal)
    expect(() => one({}, paid('2027-01', 400))).toThrow('de bijstandsnorm van een alleenstaande is geen bedrag bekend voor 1 januari 2027')
  })

  test('11: a premium twice a year up to the cap; beyond it, and a third time, it counts', () => {
    const june = paid('2026-06', 1800, 'premium')
    const december = paid('2026-12', 1700, 'premium')
    const { months } = preview(SINGLE, [december, june], NOTHING, KNOWN_AMOUNTS)
    expect(months.map(({ month: at, free, declared, exempt }) => [at, free, declared, exempt])).toEqual([
      ['2026-06', 180_000n, 0n, 0n],
      ['2026-12', 159_800n, 10_200n, 0n],
    ])
    const third = preview(SINGLE, [paid('2026-03', 100, 'premium'), paid('2026-06', 100, 'premium'), paid('2026-12', 100, 'premium')], NOTHING, KNOWN_AMOUNTS)
    expect(third.months.map(({ declared }) => declared)).toEqual([0n, 0n, 10_000n])
  })

  test('13: a pot that is paid out counts for the months in which it was earned', () => {
    const months = Array.from({ length: 10 }, (_, at) => monthAfter(month('2026-02'), at))
    const pot: PayOut = { kind: 'earned', month: month('2026-12'), cents: cents(115_000), earnedIn: months.map((of) => ({ month: of, cents: cents(11_500) })) }
    const found = preview(SINGLE, [pot], NOTHING, KNOWN_AMOUNTS)
    expect([found.exempt, found.toSettle, found.deferred]).toEqual([17_250n, 97_750n, 97_750n])
    const earned = found.months.filter(({ declared }) => declared > 0n)
    expect(earned.map(({ settling }) => settling)).toEqual([...Array(4).fill('askedBack'), ...Array(6).fill('laterMonth')])
    expect(found.months.at(-1)).toMatchObject({ month: '2026-12', paid: 115_000n, declared: 0n, benefit: 141_946n })
  })

  test('18: a couple', () => {
    expect(one({ household: 'couple' }, paid('2026-07', 300))).toMatchObject({ exempt: 7_500n, toSettle: 22_500n, benefit: 180_279n })
  })

  test('20: each month by the amounts of its own first day', () => {
    const { months } = preview(SINGLE, [paid('2026-06', 2000), paid('2026-07', 2000)], NOTHING, KNOWN_AMOUNTS)
    expect(months.map(({ norm, exempt }) => [norm, exempt])).toEqual([
      [140_150n, 28_500n],
      [141_946n, 28_500n],
    ])
  })
})

describe('which exemption', () => {
  const parent = { household: 'loneParent', youngestUnder12Through: month('2026-09') } as const

  test('a lone parent has n before r, and r only while the child is under 12', () => {
    expect(one(parent, paid('2026-08', 100)).exemption.rule).toBe('n')
    expect(one(parent, paid('2026-09', 100), { monthsN: 6 }).exemption.rule).toBe('r')
    expect(one(parent, paid('2026-10', 100), { monthsN: 6 }).exemption).toMatchObject({ rule: 'none', why: 'monthsUsed' })
  })

  test('r runs thirty months by the calendar, whether something was earned or not', () => {
    const long = { ...parent, youngestUnder12Through: month('2032-01') }
    expect(one(long, paid('2026-12', 100), { monthsN: 6, sinceR: month('2024-07') }).exemption).toMatchObject({ rule: 'r', month: 30 })
    expect(one(long, paid('2026-12', 100), { monthsN: 6, sinceR: month('2024-06') }).exemption).toMatchObject({ rule: 'none', why: 'monthsUsed' })
  })

  test('r yields to y, unless the municipality reads it the other way round', () => {
    const both = { ...parent, medicallyLimited: true }
    const found = one(both, paid('2026-08', 100), { monthsN: 6 })
    expect([found.exemption.rule, found.doubts.includes('medicalBeforeLoneParent')]).toEqual(['y', true])
    const otherWay = { ...both, settings: { ...USUAL_READINGS, medicalBeforeLoneParent: false } }
    expect(one(otherWay, paid('2026-08', 100), { monthsN: 6 }).exemption.rule).toBe('r')
  })

  test('a month without earnings uses nothing of the six', () => {
    const found = preview(SINGLE, [paid('2026-01', 100), paid('2026-05', 100), paid('2026-07', 1, 'gift'), paid('2026-08', 100)], NOTHING, KNOWN_AMOUNTS)
    expect(found.usedAfter.monthsN).toBe(3)
  })

  test('where the months must follow on each other, they run by the calendar from the first on', () => {
    const strict = { ...SINGLE, settings: { ...USUAL_READINGS, monthsMustFollow: true } }
    const found = preview(strict, [paid('2026-01', 100), paid('2026-06', 100), paid('2026-07', 100)], NOTHING, KNOWN_AMOUNTS)
    expect(found.months.map(({ exemption }) => [exemption.rule, exemption.month])).toEqual([
      ['n', 1],
      ['n', 6],
      ['none', null],
    ])
  })

  test('from the pension age on the six months do not bind, unless the municipality says so', () => {
    const found = one({ pensionAge: true }, paid('2026-08', 100), { monthsN: 9 })
    expect([found.exemption.rule, found.doubts.includes('pensionAgeWithoutMonths')]).toEqual(['n', true])
    const bound = { pensionAge: true, settings: { ...USUAL_READINGS, pensionAgeHasSixMonths: true } }
    expect(one(bound, paid('2026-08', 100), { monthsN: 9 }).exemption.rule).toBe('none')
    expect(one({ pensionAge: true, norm: cents(100_000) }, paid('2027-02', 2000)).exempt).toBe(22_600n)
  })

  test('under 27: y holds, a premium does not; where the rules of 2027 are applied early, fifteen percent for twelve months', () => {
    const young = { under27Through: month('2026-08') }
    expect(one({ ...young, medicallyLimited: true }, paid('2026-08', 100)).exemption.rule).toBe('y')
    expect(one(young, paid('2026-08', 100, 'premium'))).toMatchObject({ declared: 10_000n, doubts: expect.arrayContaining(['premiumUnder27']) })
    const early = { ...young, early2027: true }
    expect(one(early, paid('2026-08', 100)).exemption).toMatchObject({ rule: 'early', share: 1_500n, month: 1 })
    expect(one(early, paid('2026-08', 100), { since34a: month('2025-08') }).exemption.why).toBe('monthsUsed')
    // What is applied early takes nothing away: y has no end for whoever is medically limited.
    expect(one({ ...early, medicallyLimited: true }, paid('2026-08', 200), { since34a: month('2025-08') })).toMatchObject({
      exempt: 3_000n,
      exemption: { rule: 'y', why: null },
    })
    // The month after, somebody is 27 on the first day.
    expect(one(young, paid('2026-09', 100)).exemption.rule).toBe('n')
  })

  test('27 and older never have the rules of 2027 early', () => {
    expect(one({ early2027: true }, paid('2026-08', 100)).exemption.rule).toBe('n')
  })

  test('nothing where the college does not find that it helps', () => {
    expect(one({ foundHelpful: false }, paid('2026-08', 100)).exemption).toMatchObject({ rule: 'none', why: 'notFoundHelpful' })
  })

  test('art. 34a ends after twelve months, and never for whoever is medically limited', () => {
    const norm = { norm: cents(141_946) }
    expect(one(norm, paid('2027-12', 100), { since34a: month('2027-01') }).exemption).toMatchObject({ rule: '34a', month: 12 })
    expect(one(norm, paid('2028-01', 100), { since34a: month('2027-01') }).exemption.rule).toBe('none')
    expect(one({ ...norm, medicallyLimited: true }, paid('2029-01', 100), { since34a: month('2027-01') }).exemption.rule).toBe('34a')
  })

  test('the last month of the old rules and the first of the new', () => {
    const { months } = preview({ ...SINGLE, norm: cents(141_946) }, [paid('2026-12', 1000), paid('2027-01', 1000)], NOTHING, KNOWN_AMOUNTS)
    expect(months.map(({ exemption, exempt }) => [exemption.rule, exempt])).toEqual([
      ['n', 25_000n],
      ['34a', 15_000n],
    ])
  })
})

describe('gifts and more than the benefit', () => {
  test('gifts up to € 1,200 a year do not count', () => {
    const found = preview(SINGLE, [paid('2026-02', 1000, 'gift'), paid('2026-03', 200, 'gift'), paid('2026-04', 0.01, 'gift')], NOTHING, KNOWN_AMOUNTS)
    expect(found.months.map(({ free, declared }) => [free, declared])).toEqual([
      [100_000n, 0n],
      [20_000n, 0n],
      [0n, 1n],
    ])
    expect(found.months.at(-1)?.doubts).toContain('giftsBeyond')
  })

  test('a pay-out above the benefit leaves a benefit of nothing, and says so', () => {
    const found = one({}, paid('2026-08', 2500))
    expect([found.benefit, found.doubts.includes('moreThanBenefit')]).toEqual([0n, true])
  })

  test('one cent, half a cent and nothing', () => {
    expect(one({}, paid('2026-08', 0.02)).exempt).toBe(1n)
    expect(one({}, paid('2026-08', 0.01)).exempt).toBe(0n)
    expect(one({}, paid('2026-08', 0))).toMatchObject({ exempt: 0n, exemption: { rule: 'none', why: null } })
  })
})

const MONTHS_IN_2026: readonly Month[] = Array.from({ length: 12 }, (_, at) => monthAfter(month('2026-01'), at))
const anySituation = fc.record({
  household: fc.constantFrom('single', 'loneParent', 'couple', 'young'),
  norm: fc.constant(null),
  under27Through: fc.constantFrom(null, month('2026-06'), month('2027-06')),
  pensionAge: fc.boolean(),
  medicallyLimited: fc.boolean(),
  youngestUnder12Through: fc.constantFrom(null, month('2026-04'), month('2030-01')),
  foundHelpful: fc.boolean(),
  early2027: fc.boolean(),
  settings: fc.record({ monthsMustFollow: fc.boolean(), pensionAgeHasSixMonths: fc.boolean(), medicalBeforeLoneParent: fc.boolean() }),
}) as fc.Arbitrary<Situation>
const anyPayOuts = fc.array(fc.record({ at: fc.constantFrom(...MONTHS_IN_2026), cents: fc.integer({ min: 0, max: 400_000 }) }), { maxLength: 20 })

test('never more exempt than the law allows, in any month of any sequence, and every cent is told once', () => {
  fc.assert(
    fc.property(anySituation, anyPayOuts, fc.nat(8), (situation, given, monthsN) => {
      const payOuts = given.map(({ at, cents: of }): PayOut => ({ kind: 'earned', month: at, cents: cents(of), earnedIn: [] }))
      const found = preview(situation, payOuts, { ...NOTHING, monthsN }, KNOWN_AMOUNTS)
      for (const each of found.months) {
        const on = firstDay(each.month)
        const caps: Record<string, Cents> = {
          n: centsOn(KNOWN_AMOUNTS, 'capN', on),
          r: centsOn(KNOWN_AMOUNTS, 'capR', on),
          y: centsOn(KNOWN_AMOUNTS, 'capY', on),
        }
        const cap = caps[each.exemption.rule]
        if (cap !== undefined) expect(each.exempt <= cap).toBe(true)
        // Half a cent at most above the share: it is rounded half up.
        expect(each.exempt * 20_000n <= each.declared * each.exemption.share * 2n + 10_000n).toBe(true)
        expect(each.exempt >= 0n && each.toSettle >= 0n && each.benefit >= 0n).toBe(true)
        expect(each.exempt + each.toSettle).toBe(each.declared)
      }
      expect(sum(found.months.map(({ paid: of }) => of))).toBe(sum(payOuts.map(({ cents: of }) => of)))
      const usedN = found.months.filter(({ exemption, declared }) => exemption.rule === 'n' && declared > 0n).length
      const bound = !situation.pensionAge || situation.settings.pensionAgeHasSixMonths
      if (bound) expect(usedN).toBeLessThanOrEqual(Math.max(0, 6 - monthsN))
    }),
    { numRuns: 500 },
  )
})
