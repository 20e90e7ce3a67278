import { describe, expect, test } from 'vitest'
import { comingAndGoing, fold, mayTellTotal, type Part, told, toldOf } from './protecting.rules.ts'

const people = (n: number, name = 'p') => new Set(Array.from({ length: n }, (_, index) => `${name}${index}`))
const part = (key: string, count: number, value = BigInt(count)): Part<string> => ({ key, value, people: people(count, key) })
const seen = (all: readonly Part<string>[]) => {
  const folded = fold(all)
  return folded && { parts: folded.parts.map(({ key }) => key).join(' '), together: folded.together }
}

describe('small numbers', () => {
  test('one to four are small, nobody and five are told', () => {
    expect([0, 1, 4, 5].map((count) => told(count).kind)).toEqual(['count', 'small', 'small', 'count'])
  })

  test('a part of a known number is hidden when the rest is small', () => {
    expect([toldOf(8, 10), toldOf(5, 10), toldOf(10, 10), toldOf(4, 10)].map(({ kind }) => kind)).toEqual(['hidden', 'count', 'count', 'small'])
  })

  test('who came and went: one that is small hides the other, for the difference is known', () => {
    const kinds = (a: number, b: number) => Object.values(comingAndGoing(a, b)).map(({ kind }) => kind)
    expect(kinds(6, 5)).toEqual(['count', 'count'])
    expect(kinds(0, 0)).toEqual(['count', 'count'])
    expect(kinds(2, 0)).toEqual(['hidden', 'hidden'])
    expect(kinds(7, 2)).toEqual(['hidden', 'hidden'])
    expect(kinds(2, 1)).toEqual(['small', 'small'])
    expect(kinds(4, 1)).toEqual(['hidden', 'hidden'])
    expect(kinds(1, 4)).toEqual(['hidden', 'hidden'])
  })

  test('whatever came and went, what is shown leaves at least two possibilities for each that is not told', () => {
    for (let joined = 0; joined <= 9; joined++) {
      for (let left = 0; left <= 9; left++) {
        const mine = JSON.stringify(comingAndGoing(joined, left))
        if (!/small|hidden/.test(mine)) continue
        const others = Array.from({ length: 20 }, (_, other) => other)
          .filter((other) => other - (joined - left) >= 0)
          .filter((other) => JSON.stringify(comingAndGoing(other, other - (joined - left))) === mine)
        expect(others.length, `${joined} came and ${left} went`).toBeGreaterThan(1)
      }
    }
  })
})

describe('parts of a known total', () => {
  test('one small part takes the smallest other with it', () => {
    expect(seen([part('a', 20), part('b', 7), part('c', 2)])).toEqual({ parts: 'a', together: 9n })
  })

  test('small parts of five together stand together', () => {
    expect(seen([part('a', 20), part('b', 3), part('c', 2), part('d', 0)])).toEqual({ parts: 'a', together: 5n })
  })

  test('two that must be four each are not told as eight', () => {
    expect(seen([part('a', 20), part('b', 4), part('c', 4)])).toEqual({ parts: '', together: 28n })
    expect(seen([part('a', 20), part('b', 4), part('c', 4), part('d', 0)])).toEqual({ parts: 'a', together: 8n })
  })

  test('all large are told, and all small of too few are not told at all', () => {
    expect(seen([part('a', 5), part('b', 6)])).toEqual({ parts: 'a b', together: null })
    expect(seen([part('a', 2), part('b', 2)])).toBeNull()
  })

  test('persons are counted once, however many parts they share', () => {
    const same = people(3)
    expect(fold([{ key: 'a', value: 1n, people: same }, { key: 'b', value: 1n, people: same }, part('c', 10)])?.parts.length).toBe(0)
  })
})

describe('an amount of the cooperative', () => {
  test('needs five who brought it in, none with more than four fifths', () => {
    expect(mayTellTotal([1n, 1n, 1n, 1n])).toBe(false)
    expect(mayTellTotal([1n, 1n, 1n, 1n, 0n])).toBe(false)
    expect(mayTellTotal([1n, 1n, 1n, 1n, 16n])).toBe(true)
    expect(mayTellTotal([1n, 1n, 1n, 1n, 17n])).toBe(false)
  })
})
