import { describe, expect, test } from 'vitest'
import { day, type Month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import type { Conditions, Watch } from '#rooms/consent'
import { dueStatements, type MonthFacts, monthsUnder, type WatchFacts, watchLines, worstOf } from './watching.rules.ts'

const usual = { percent: 80, days: 31, statementDays: 7, answerDays: 14, source: 'test' }
const conditions: Conditions = {
  from: day('2026-09-01'),
  until: day('2027-08-31'),
  costKinds: ['material'],
  payOutAllowed: false,
  statementRhythm: 'monthly',
  statementDay: 10,
  statementFulfilsDuty: true,
  legalBasis: 'pw-voorziening',
  other: '',
}
const today = day('2026-11-27')
const month = (of: string, more: Partial<MonthFacts> = {}): MonthFacts => ({
  month: of as Month,
  turnover: cents(30_000),
  costs: [{ kind: 'material', cents: cents(5000) }],
  paid: cents(0),
  pots: cents(50_000),
  worked: [],
  ...more,
})
const plain = [month('2026-09'), month('2026-10')]
const due = (...unsent: string[]): WatchFacts['due'] => [
  { month: '2026-09' as Month, on: day('2026-10-10'), sent: !unsent.includes('2026-09') },
  { month: '2026-10' as Month, on: day('2026-11-10'), sent: !unsent.includes('2026-10') },
]
const facts = (more: Partial<WatchFacts> = {}): WatchFacts => ({ months: plain, due: due(), ...more })
const lineOf = (watch: Watch, known: WatchFacts = facts(), on = today) => {
  const found = watchLines({ ...conditions, watched: [{ condition: 'c', version: 1, words: 'Zo is het.', watch }] }, known, on, usual).find(
    ({ condition }) => condition === 'c',
  )
  if (!found) throw new Error('the condition has no line')
  return found
}
const colour = (...of: Parameters<typeof lineOf>) => lineOf(...of).colour

const hours: Watch = { kind: 'hours', most: 10, warn: 80 }
const monthly: Watch = { kind: 'turnover', most: cents(50_000), per: 'month', warn: 80 }
const yearly: Watch = { kind: 'turnover', most: cents(100_000), per: 'year', warn: 80 }
const pot: Watch = { kind: 'pot', most: cents(100_000), warn: 80 }
const search: Watch = { kind: 'jobSearch', until: day('2027-03-31'), warn: 31 }

describe('hours', () => {
  const weeks = (...worked: [from: string, minutes: number][]) => worked.map(([from, minutes]) => ({ from: day(from), minutes }))
  const week = (worked: number) => facts({ months: [month('2026-10', { worked: weeks(['2026-10-19', worked * 60]) })] })
  test('that nobody keeps are unknown, and never good', () => {
    expect(lineOf(hours)).toMatchObject({ colour: 'unknown', period: null, fact: { kind: 'nothing' } })
  })
  test.each([
    [7, 'green'],
    [8, 'amber'],
    [10, 'amber'],
    [11, 'red'],
  ] as const)('of %i where ten may be are %s', (worked, expected) => {
    expect(lineOf(hours, week(worked))).toMatchObject({ colour: expected, period: '2026-10-19', fact: { minutes: worked * 60 } })
  })
  test('one minute over the bound is red', () => {
    expect(colour(hours, facts({ months: [month('2026-10', { worked: weeks(['2026-10-19', 601]) })] }))).toBe('red')
  })
  test('of the newest month show its worst week, and an earlier month keeps its own periods', () => {
    const months = [month('2026-09', { worked: weeks(['2026-09-14', 700]) }), month('2026-10', { worked: weeks(['2026-10-05', 540], ['2026-10-12', 60]) })]
    const line = lineOf(hours, facts({ months }))
    expect(line).toMatchObject({ colour: 'amber', period: '2026-10-05' })
    expect(line.periods.map((each) => each.colour)).toEqual(['red', 'amber', 'green'])
  })
  test('of a week over two months are one sum, and wait for the second month unless they are too much already', () => {
    const [first, second] = [month('2026-10', { worked: weeks(['2026-10-26', 500]) }), month('2026-11', { worked: weeks(['2026-10-26', 101]) })]
    expect(lineOf(hours, facts({ months: [first] })).periods).toEqual([])
    expect(lineOf(hours, facts({ months: [first, second] }))).toMatchObject({ colour: 'red', fact: { minutes: 601 } })
    expect(lineOf(hours, facts({ months: [month('2026-10', { worked: weeks(['2026-10-26', 601]) })] })).colour).toBe('red')
  })
  test('of a month that still runs do not hide that the one before was too much', () => {
    const months = [month('2026-10', { worked: weeks(['2026-10-12', 700]) }), month('2026-11', { worked: weeks(['2026-11-16', 60]) })]
    expect(lineOf(hours, facts({ months }))).toMatchObject({ colour: 'red', period: '2026-10-12' })
  })
  test('are not good any more when a later statement is late', () => {
    expect(colour(hours, { months: [month('2026-09', { worked: weeks(['2026-09-14', 60]) })], due: due('2026-10') })).toBe('unknown')
  })
})

describe('turnover', () => {
  test.each([
    [39_999, 'green'],
    [40_000, 'amber'],
    [50_000, 'amber'],
    [50_001, 'red'],
  ] as const)('of %i cents in a month of at most 50000 is %s', (turnover, expected) => {
    expect(lineOf(monthly, facts({ months: [month('2026-09'), month('2026-10', { turnover: cents(turnover) })] }))).toMatchObject({
      colour: expected,
      period: '2026-10',
      fact: { cents: BigInt(turnover) },
    })
  })
  test('of an earlier month stays red in its own period', () => {
    const line = lineOf(monthly, facts({ months: [month('2026-09', { turnover: cents(60_000) }), month('2026-10')] }))
    expect(line.colour).toBe('green')
    expect(line.periods.map((each) => [each.period, each.colour])).toEqual([
      ['2026-09', 'red'],
      ['2026-10', 'green'],
    ])
  })
  test('of a month that still runs does not hide that the one before was too much', () => {
    const running = (turnover: number) => facts({ months: [month('2026-10', { turnover: cents(60_000) }), month('2026-11', { turnover: cents(turnover) })] })
    expect(lineOf(monthly, running(0))).toMatchObject({ colour: 'red', period: '2026-10' })
    expect(lineOf(monthly, running(70_000))).toMatchObject({ colour: 'red', period: '2026-11' })
  })
  test.each([
    [20_000, 'green'],
    [50_000, 'amber'],
    [70_001, 'red'],
  ] as const)('with %i cents on top in October counts per calendar year', (turnover, expected) => {
    const known = facts({ months: [month('2026-09'), month('2026-10', { turnover: cents(turnover) })] })
    expect(lineOf(yearly, known)).toMatchObject({ colour: expected, period: '2026', fact: { cents: BigInt(30_000 + turnover), until: '2026-10' } })
  })
  test('of a year begins anew in January', () => {
    const months = [month('2026-12', { turnover: cents(100_000) }), month('2027-01', { turnover: cents(100) })]
    expect(lineOf(yearly, facts({ months, due: [] }), day('2027-02-01'))).toMatchObject({ colour: 'green', period: '2027' })
  })
  test('of a year with a month missing can be too much, and is never little enough', () => {
    const gap = (turnover: number) => facts({ months: [month('2026-10', { turnover: cents(turnover) })], due: due('2026-09') })
    expect(colour(yearly, gap(1000))).toBe('unknown')
    expect(colour(yearly, gap(100_001))).toBe('red')
  })
})

describe('pots, costs and pay-outs', () => {
  test.each([
    [79_999, 'green'],
    [80_000, 'amber'],
    [100_001, 'red'],
  ] as const)('pots of %i cents of at most 100000 are %s', (pots, expected) => {
    expect(colour(pot, facts({ months: [month('2026-10', { pots: cents(pots) })] }))).toBe(expected)
  })
  test('costs of another kind are red and named; a kind of nothing is not', () => {
    const costs = [
      { kind: 'training', cents: cents(1) },
      { kind: 'rent', cents: cents(0) },
    ]
    expect(lineOf({ kind: 'costs', only: ['material'] }, facts({ months: [month('2026-10', { costs })] }))).toMatchObject({
      colour: 'red',
      fact: { kinds: ['training'] },
    })
    expect(colour({ kind: 'costs', only: ['material'] })).toBe('green')
  })
  test('a cent paid out is red where nothing may be, and green where it may', () => {
    const paid = facts({ months: [month('2026-10', { paid: cents(1) })] })
    expect(colour({ kind: 'payOut', allowed: false }, paid)).toBe('red')
    expect(colour({ kind: 'payOut', allowed: true }, paid)).toBe('green')
    expect(colour({ kind: 'payOut', allowed: false })).toBe('green')
  })
})

describe('days', () => {
  const statement: Watch = { kind: 'statement', rhythm: 'monthly', warn: 7 }
  test.each([
    ['2026-11-02', 'green'],
    ['2026-11-03', 'amber'],
    ['2026-11-10', 'amber'],
    ['2026-11-11', 'red'],
  ] as const)('a statement due on the tenth that is not there on %s is %s', (on, expected) => {
    expect(colour(statement, facts({ due: due('2026-10') }), day(on))).toBe(expected)
  })
  test('each late statement has a period of its own', () => {
    expect(lineOf(statement, facts({ due: due('2026-09', '2026-10') })).periods.map(({ period }) => period)).toEqual(['2026-09', '2026-10'])
  })
  test.each([
    ['2027-02-27', 'green'],
    ['2027-02-28', 'amber'],
    ['2027-03-31', 'amber'],
    ['2027-04-01', 'red'],
  ] as const)('an exemption until 31 March is on %s %s', (on, expected) => {
    expect(colour(search, facts(), day(on))).toBe(expected)
  })
})

describe('what is not known', () => {
  test('is said so: without any statement nothing that rests on one is green', () => {
    const nothing = facts({ months: [], due: [] })
    for (const watch of [hours, monthly, yearly, pot, { kind: 'costs', only: ['material'] }, { kind: 'payOut', allowed: false }] satisfies Watch[])
      expect(colour(watch, nothing), watch.kind).toBe('unknown')
  })
  test('is said so: a good month is not good any more when a later statement is late', () => {
    const late = facts({ months: [month('2026-09')], due: due('2026-10') })
    expect(colour(monthly, late)).toBe('unknown')
    expect(colour(monthly, late, day('2026-11-10'))).toBe('green')
    expect(colour(monthly, facts({ months: [month('2026-09', { turnover: cents(60_000) })], due: due('2026-10') }))).toBe('red')
  })
  test('is a condition of words alone', () => {
    const [first] = watchLines(
      {
        ...conditions,
        costKinds: [],
        payOutAllowed: true,
        statementRhythm: 'none',
        watched: [{ condition: 'w', version: 1, words: 'We praten.', watch: null }],
      },
      facts(),
      today,
      usual,
    )
    expect(first).toMatchObject({ condition: 'w', colour: 'unknown', watch: null })
  })
})

test('a consent without a list is watched by what the decision itself says, and a list does not say it twice', () => {
  const kinds = (more: Partial<Conditions>) => watchLines({ ...conditions, ...more }, facts(), today, usual).map(({ condition }) => condition)
  expect(kinds({}).toSorted()).toEqual(['costs', 'payOut', 'statement'])
  expect(kinds({ watched: [{ condition: 'c', version: 1, words: 'Niets uit.', watch: { kind: 'payOut', allowed: false } }] }).toSorted()).toEqual([
    'c',
    'costs',
    'statement',
  ])
  expect(kinds({ costKinds: [], statementRhythm: 'none' })).toEqual(['payOut'])
})

test('every kind of condition can turn red', () => {
  const worked = [{ from: day('2026-10-19'), minutes: 6001 }]
  const much = month('2026-10', { turnover: cents(999_999), pots: cents(999_999), paid: cents(1), costs: [{ kind: 'training', cents: cents(1) }], worked })
  const red: Record<Watch['kind'], Watch> = {
    hours,
    turnover: monthly,
    pot,
    costs: { kind: 'costs', only: ['material'] },
    payOut: { kind: 'payOut', allowed: false },
    statement: { kind: 'statement', rhythm: 'monthly', warn: 7 },
    jobSearch: search,
  }
  for (const watch of Object.values(red)) expect(colour(watch, facts({ months: [much], due: due('2026-09') }), day('2027-04-01')), watch.kind).toBe('red')
})

test('the worst line stands first and gives the colour of the whole', () => {
  const lines = watchLines(
    { ...conditions, watched: [{ condition: 'c', version: 1, words: 'Hoogstens.', watch: { ...pot, most: cents(10_000) } }] },
    facts(),
    today,
    usual,
  )
  expect(lines[0]).toMatchObject({ condition: 'c', colour: 'red' })
  expect(worstOf(lines)).toBe('red')
  expect(worstOf([])).toBe('unknown')
})

test('statements are asked from the month in which the decision was written down, and months count with a day under the consent', () => {
  const asked = (writtenOn: string) => dueStatements(conditions, day(writtenOn), new Set(['2026-10' as Month]), today)
  expect(asked('2026-08-20').map(({ month: of, on, sent }) => [of, on, sent])).toEqual([
    ['2026-09', '2026-10-10', false],
    ['2026-10', '2026-11-10', true],
  ])
  expect(asked('2026-10-05').map(({ month: of }) => of)).toEqual(['2026-10'])
  expect(dueStatements({ ...conditions, statementRhythm: 'none' }, day('2026-08-20'), new Set(), today)).toEqual([])
  expect(monthsUnder({ ...conditions, from: day('2026-09-30'), until: day('2026-10-01') }, [month('2026-11'), ...plain, month('2026-08')])).toEqual(plain)
})
