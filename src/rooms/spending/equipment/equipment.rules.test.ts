import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '#kit/day.ts'
import { type Cents, cents } from '#kit/money.ts'
import { EQUIPMENT_STANDINGS, mayStep, STEPS, standingOf, worthOn } from './equipment.rules.ts'

describe('what a thing is worth', () => {
  const machine = { value: cents(60000), boughtOn: day('2026-01-15'), years: 5 }
  test.each([
    ['2026-01-14', 60000],
    ['2026-01-15', 60000],
    ['2026-02-14', 60000],
    ['2026-02-15', 59000],
    ['2027-01-15', 48000],
    ['2030-12-15', 1000],
    ['2031-01-15', 0],
    ['2050-01-01', 0],
  ])('600 euro over five years is on %s %i', (on, worth) => {
    expect(worthOn(machine, day(on))).toBe(worth < 0 ? 0n : BigInt(worth))
  })
  test('is never below zero, never above what it cost, and never grows', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10_000_000n }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: -400, max: 20_000 }),
        fc.integer({ min: 0, max: 400 }),
        (value, years, days, later) => {
          const thing = { value: value as Cents, boughtOn: day('2026-01-31'), years }
          const first = worthOn(thing, addDays(thing.boughtOn, days))
          const then = worthOn(thing, addDays(thing.boughtOn, days + later))
          expect(first >= 0n && first <= value && then <= first).toBe(true)
        },
      ),
    )
  })
})

describe('where a thing stands', () => {
  test('here, lent, here again, and gone for good', () => {
    expect(standingOf([])).toBe('here')
    expect(standingOf([{ kind: 'lent' }])).toBe('lent')
    expect(standingOf([{ kind: 'lent' }, { kind: 'returned' }])).toBe('here')
    expect(standingOf([{ kind: 'lent' }, { kind: 'lost' }])).toBe('lost')
    expect(standingOf([{ kind: 'lent' }, { kind: 'lost' }, { kind: 'undone' }])).toBe('lent')
    expect(standingOf([{ kind: 'sold' }, { kind: 'undone' }])).toBe('here')
  })
  test('what is gone takes no further step, and nothing is lent twice', () => {
    const allowed = EQUIPMENT_STANDINGS.map((standing) => [standing, STEPS.filter((step) => mayStep(standing, step))])
    expect(Object.fromEntries(allowed)).toEqual({
      here: ['lent', 'sold', 'lost', 'given'],
      lent: ['returned', 'sold', 'lost', 'given'],
      sold: ['undone'],
      lost: ['undone'],
      given: ['undone'],
    })
  })
})
