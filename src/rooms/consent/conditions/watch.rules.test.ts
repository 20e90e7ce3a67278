import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { type Conditions, WATCH_KINDS, type Watch } from '../events/events.rules.ts'
import { adjusted, mayStandTogether, plainWatch, saidWith, type WatchForm, watchedFrom, watchFrom } from './watch.rules.ts'

const usual = { percent: 80, days: 31, statementDays: 7, answerDays: 14, source: 'test' }
const nothing: WatchForm = {
  kind: 'words',
  words: 'U praat elke drie maanden met ons.',
  hours: null,
  amount: null,
  per: null,
  costKinds: [],
  payOut: null,
  rhythm: null,
  until: null,
  warn: null,
}
const form = (more: Partial<WatchForm>) => watchFrom({ ...nothing, ...more }, usual)
const turnover: Watch = { kind: 'turnover', most: cents(50_000), per: 'month', warn: 80 }

describe('a condition of the list', () => {
  test('of words alone watches nothing', () => {
    expect(form({})).toBeNull()
  })

  test('takes what the municipality starts from where nothing else was typed', () => {
    expect(form({ kind: 'turnover', words: 'Hoogstens {bedrag}.', amount: cents(50_000), per: 'month' })).toEqual(turnover)
    expect(form({ kind: 'turnover', words: 'Hoogstens {bedrag}.', amount: cents(50_000), per: 'month', warn: 60 })).toEqual({ ...turnover, warn: 60 })
    expect(form({ kind: 'jobSearch', words: 'Tot {dag}.', until: day('2027-01-31') })).toMatchObject({ warn: 31 })
    expect(form({ kind: 'statement', rhythm: 'monthly' })).toMatchObject({ warn: 7 })
  })

  test.each([
    ['hours', 'Hoogstens {uren} uur.', 'hours'],
    ['turnover', 'Hoogstens {bedrag}.', 'amount'],
    ['pot', 'Hoogstens {bedrag}.', 'amount'],
    ['costs', 'Alleen dit.', 'costKinds'],
    ['payOut', 'Niets uit.', 'payOut'],
    ['statement', 'Elke maand.', 'rhythm'],
    ['jobSearch', 'Tot {dag}.', 'until'],
  ] as const)('of kind %s without what it needs is refused at its field', (kind, words, field) => {
    expect(() => form({ kind, words })).toThrow(expect.objectContaining({ field }))
  })

  test.each([
    ['hours', { hours: 8 }],
    ['turnover', { amount: cents(1), per: 'year' as const }],
    ['pot', { amount: cents(1) }],
    ['jobSearch', { until: day('2027-01-31') }],
  ] as const)('of kind %s needs the place where the bound comes: a letter without it would say nothing', (kind, more) => {
    expect(() => form({ kind, words: 'Hoogstens wat mag.', ...more })).toThrow(expect.objectContaining({ field: 'words' }))
  })

  test.each([0, 169])('of %i hours a week is a slip of the pen', (hours) => {
    expect(() => form({ kind: 'hours', words: '{uren}', hours })).toThrow(expect.objectContaining({ field: 'hours' }))
  })

  test.each([0, 100])('that warns at %i percent warns never or too late', (warn) => {
    expect(() => form({ kind: 'pot', words: '{bedrag}', amount: cents(1), warn })).toThrow(expect.objectContaining({ field: 'warn' }))
  })
})

describe('in one case', () => {
  test('another bound stands in the words of the letter, and the list stays as it is', () => {
    const watch = adjusted(turnover, '1.200,50')
    expect(saidWith('Uw omzet is hoogstens {bedrag} per maand.', watch)).toBe('Uw omzet is hoogstens €\u00a01.200,50 per maand.')
    expect(turnover.most).toBe(50_000n)
    expect(adjusted(turnover, ' ')).toBe(turnover)
    expect(adjusted({ kind: 'hours', most: 8, warn: 80 }, '12')).toMatchObject({ most: 12 })
    expect(adjusted({ kind: 'jobSearch', until: day('2027-01-31'), warn: 31 }, '2027-03-01')).toMatchObject({ until: '2027-03-01' })
  })

  test.each([
    [turnover, 'veel'],
    [turnover, '0'],
    [{ kind: 'hours', most: 8, warn: 80 } as const, '8,5'],
    [{ kind: 'jobSearch', until: day('2027-01-31'), warn: 31 } as const, 'straks'],
  ])('%o cannot become %s', (watch, typed) => {
    expect(() => adjusted(watch, typed)).toThrow(expect.objectContaining({ field: 'adjusted' }))
  })
})

describe('a decision that contradicts itself is refused', () => {
  const conditions: Conditions = {
    from: day('2026-11-09'),
    until: day('2027-11-08'),
    costKinds: ['material'],
    payOutAllowed: false,
    statementRhythm: 'monthly',
    statementDay: 10,
    statementFulfilsDuty: true,
    legalBasis: 'pw-voorziening',
    other: '',
  }
  const chosen = (watch: Watch) => ({ ...conditions, watched: [{ condition: 'c', version: 1, words: 'Zo is het.', watch }] })

  test('where the list and the form say another thing', () => {
    expect(() => mayStandTogether(chosen({ kind: 'payOut', allowed: true }))).toThrow('uitbetalen mag')
    expect(() => mayStandTogether(chosen({ kind: 'statement', rhythm: 'quarterly', warn: 7 }))).toThrow('hoe vaak')
    expect(() => mayStandTogether(chosen({ kind: 'costs', only: ['tools'] }))).toThrow('de gekozen kosten')
  })

  test('and not where they say the same, or where the form allows less', () => {
    for (const watch of [
      { kind: 'payOut', allowed: false },
      { kind: 'statement', rhythm: 'monthly', warn: 7 },
      { kind: 'costs', only: ['material', 'tools'] },
    ] satisfies Watch[])
      expect(() => mayStandTogether(chosen(watch))).not.toThrow()
  })
})

test('what was kept comes back as it was, with amounts in cents', () => {
  const kept = [{ condition: 'c', version: 2, words: 'Hoogstens € 500,00.', watch: turnover }]
  const stored: unknown = JSON.parse(JSON.stringify(kept, (_, part) => (typeof part === 'bigint' ? Number(part) : part)))
  expect(watchedFrom(stored)).toEqual(kept)
  expect(watchedFrom(null)).toEqual([])
})

test('every kind is told in plain words of both languages', () => {
  const each: Record<(typeof WATCH_KINDS)[number], Watch> = {
    hours: { kind: 'hours', most: 8, warn: 80 },
    turnover,
    pot: { kind: 'pot', most: cents(150_000), warn: 80 },
    costs: { kind: 'costs', only: ['material'] },
    payOut: { kind: 'payOut', allowed: false },
    statement: { kind: 'statement', rhythm: 'quarterly', warn: 7 },
    jobSearch: { kind: 'jobSearch', until: day('2027-01-31'), warn: 31 },
  }
  expect(WATCH_KINDS.map((kind) => plainWatch(each[kind], 'materiaal', 'nl'))).toMatchInlineSnapshot(`
    [
      "Je werkt hoogstens 8 uur per week.",
      "Je omzet is hoogstens € 500,00 per maand.",
      "In je budgetten staat samen hoogstens € 1.500,00.",
      "Alleen deze kosten tellen mee: materiaal.",
      "Er wordt niets uitbetaald.",
      "Je stuurt elk kwartaal een opgave.",
      "Je hoeft niet te solliciteren tot en met 31 januari 2027.",
    ]
  `)
  expect(WATCH_KINDS.map((kind) => plainWatch(each[kind], 'material', 'en'))).toMatchInlineSnapshot(`
    [
      "You work at most 8 hours a week.",
      "Your turnover is at most € 500,00 a month.",
      "Your budgets together hold at most € 1.500,00.",
      "Only these costs count: material.",
      "Nothing is paid out.",
      "You send a statement every quarter.",
      "You need not apply for jobs up to and including 31 January 2027.",
    ]
  `)
})
