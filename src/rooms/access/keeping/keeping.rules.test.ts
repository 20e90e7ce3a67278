import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import type { PersonId } from '../permit.ts'
import { keepingTrouble, mayEnd } from './keeping.rules.ts'

const [a, b] = ['a' as PersonId, 'b' as PersonId]
const keeper = (person: PersonId, until: string | null = null) => ({ person, role: 'administrator' as const, until: until ? day(until) : null })

describe('who keeps a house', () => {
  test('the last administrator stays, one of two may go, and a board member always may', () => {
    expect(mayEnd([keeper(a)], a, 'administrator', null)).toBe(false)
    expect(mayEnd([keeper(a), keeper(b)], a, 'administrator', null)).toBe(true)
    expect(mayEnd([{ ...keeper(a), role: 'board' }], a, 'board', null)).toBe(true)
  })

  test('the end of the last one is never brought forward, and always put off', () => {
    expect(mayEnd([keeper(a)], a, 'administrator', day('2027-01-01'))).toBe(false)
    expect(mayEnd([keeper(a, '2027-01-01')], a, 'administrator', day('2026-12-31'))).toBe(false)
    expect(mayEnd([keeper(a, '2027-01-01')], a, 'administrator', day('2027-01-01'))).toBe(true)
    expect(mayEnd([keeper(a, '2027-01-01')], a, 'administrator', day('2028-01-01'))).toBe(true)
  })

  test('two who can come in are enough, one is a warning', () => {
    const [ready, not] = [{ ready: true }, { ready: false }]
    expect([[], [ready], [ready, not], [ready, ready], [ready, ready, not]].map(keepingTrouble)).toEqual(['none', 'one', 'oneReady', null, null])
  })
})
