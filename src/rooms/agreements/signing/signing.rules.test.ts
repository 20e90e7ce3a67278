import { describe, expect, test } from 'vitest'
import { type Day, day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import type { Article } from '../articles/articles.rules.ts'
import { bindsAfterNotice, changesOnlyReserved, standing, type VersionFacts } from './signing.rules.ts'

const signed: VersionFacts = {
  proposed: true,
  signedByMember: true,
  signedByCooperative: true,
  bindsFrom: day('2026-05-01'),
  until: day('2026-12-31'),
  nextBindsFrom: day('2026-09-01'),
}

describe('where a version stands for a member', () => {
  test.each<[string, Partial<VersionFacts>, string | null]>([
    ['2026-04-30', {}, 'willBind'],
    ['2026-05-01', {}, 'binds'],
    ['2026-08-31', {}, 'binds'],
    ['2026-09-01', {}, 'replaced'],
    ['2026-12-31', { nextBindsFrom: null }, 'binds'],
    ['2027-01-01', { nextBindsFrom: null }, 'ended'],
    ['2026-05-01', { bindsFrom: null }, 'signedByMember'],
    ['2026-05-01', { bindsFrom: null, signedByMember: false }, 'signedByCooperative'],
    ['2026-05-01', { bindsFrom: null, signedByMember: false, signedByCooperative: false }, 'proposed'],
    ['2026-05-01', { bindsFrom: null, proposed: false }, null],
    ['2026-06-01', { proposed: false, signedByMember: false }, 'binds'],
  ])('on %s with %o it is %s', (on, over, expected) => {
    expect(standing({ ...signed, ...over }, on as Day)).toBe(expected)
  })
})

describe('a change without a signature (BW2 art. 59)', () => {
  const agreement = (reserved: ('weights' | 'caps')[], weight: bigint, cap: number): readonly Article[] => [
    {
      kind: 'weights',
      id: 's1',
      base: 'result',
      threshold: null,
      whole: 10_000n,
      short: 'lapses',
      shares: [
        { receiver: 'business', weight },
        { receiver: 'cooperative', weight: 10_000n - weight },
      ],
    },
    { kind: 'cap', receiver: 'business', step: null, per: 'year', cents: cents(cap), surplusTo: 'cooperative' },
    { kind: 'change', reserved, noticeDays: 30 },
  ]
  const current = agreement(['weights'], 7_000n, 100)
  test('may move only the numbers that were reserved', () => {
    expect(changesOnlyReserved(current, agreement(['weights'], 6_000n, 100))).toBe(true)
    expect(changesOnlyReserved(current, agreement(['weights'], 6_000n, 101))).toBe(false)
    expect(changesOnlyReserved(current, agreement(['weights', 'caps'], 6_000n, 100))).toBe(false)
    expect(changesOnlyReserved(current, agreement(['weights'], 6_000n, 100).slice(1))).toBe(false)
    expect(changesOnlyReserved(agreement([], 7_000n, 100), agreement([], 7_000n, 100))).toBe(false)
  })
  test('does not mind in which order a database keeps the fields', () => {
    const shuffled = agreement(['weights'], 6_000n, 100).map((article) => Object.fromEntries(Object.entries(article).reverse()) as Article)
    expect(changesOnlyReserved(current, shuffled)).toBe(true)
  })
  test.each([
    ['2026-05-01', '2026-06-01'],
    ['2026-05-02', '2026-06-01'],
    ['2026-05-03', '2026-07-01'],
  ])('noticed on %s it binds from %s: whole months, after the term', (on, from) => {
    expect(bindsAfterNotice(current, day(on), day('2026-01-01'))).toBe(from)
  })
  test('never binds before the version itself begins', () => {
    expect(bindsAfterNotice(current, day('2026-05-01'), day('2026-10-01'))).toBe('2026-10-01')
  })
})
