import { describe, expect, test } from 'vitest'
import { texts } from './check.en.ts'
import { ANSWERS, type Fit, givenIn, MOST, nextQuestion, OUTCOMES, outcomeOf, type SelfCheck } from './check.rules.ts'

/** Every way through the questions, by walking them all. */
function ways(letters = ''): { letters: string; check: SelfCheck | null }[] {
  const given = givenIn(letters)
  if (!given) throw new Error(`${letters} cannot be read`)
  const question = nextQuestion(given)
  return question ? Object.keys(ANSWERS[question]).flatMap((letter) => ways(letters + letter)) : [{ letters, check: outcomeOf(given) }]
}

const ALL = ways()

describe('every way through the questions', () => {
  test('ends after at most five, with an outcome and a reason', () => {
    expect(ALL.length).toBeGreaterThan(50)
    expect(ALL.filter(({ letters, check }) => letters.length > MOST || !check || check.reasons.length === 0)).toEqual([])
  })
  test('and every outcome is come to', () => {
    expect(new Set(ALL.map(({ check }) => check?.fit))).toEqual(new Set(OUTCOMES))
  })
  test('gives each reason once, and in words of both languages', () => {
    for (const { check } of ALL) {
      expect(new Set(check?.reasons).size).toBe(check?.reasons.length)
      for (const language of ['nl', 'en'] as const) for (const reason of check?.reasons ?? []) expect(texts(language).reasons[reason]).toMatch(/\.$/)
    }
  })
  test('gives every reason there are words for', () => {
    expect(new Set(ALL.flatMap(({ check }) => check?.reasons ?? []))).toEqual(new Set(Object.keys(texts('nl').reasons)))
  })
})

test.each<[string, Fit]>([
  ['bsjn', 'cooperative'],
  ['bsjj', 'cooperative'],
  ['gsjn', 'cooperative'],
  // Debts that are being settled: a business of one's own is often not allowed, inside a cooperative it may be.
  ['bzjvj', 'cooperative'],
  ['bzjvn', 'bbz'],
  ['bzjvw', 'bbz'],
  ['bzjdn', 'partTime'],
  ['bzjwn', 'talk'],
  ['bl', 'job'],
  ['ul', 'job'],
  ['bwj', 'talk'],
  ['bsnn', 'talk'],
  // UWV decides about its own benefits: nobody begins on the word of a page.
  ['usjn', 'talk'],
  ['wsjn', 'talk'],
  ['gzjvn', 'talk'],
])('%s leads to %s', (letters, fit) => {
  expect(outcomeOf(givenIn(letters) ?? {})?.fit).toBe(fit)
})

test('who is paid by UWV or does not know who pays is never sent to begin', () => {
  expect(ALL.filter(({ check }) => (check?.living === 'uwv' || check?.living === 'unknown') && !['talk', 'job'].includes(check.fit))).toEqual([])
})

test('Bbz and parttime ondernemen are for who has social assistance', () => {
  expect(ALL.filter(({ check }) => (check?.fit === 'bbz' || check?.fit === 'partTime') && check.living !== 'assistance')).toEqual([])
})

test.each(['x', 'bx', 'blj', 'bsjnn', 'constructor', '__'])('%s is no way through the questions', (letters) => {
  expect(givenIn(letters)).toBeNull()
})

test('nothing is said before the last question is answered', () => {
  for (const letters of ['', 'b', 'bs', 'bsj']) expect(outcomeOf(givenIn(letters) ?? {})).toBeNull()
})
