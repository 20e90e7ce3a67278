import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day, firstDay, lastDay, month } from '#kit/day.ts'
import type { OrganisationId } from '#rooms/access'
import { isOfDays, lastOf, partOn, townsIn } from './towns.rules.ts'

const october = month('2026-10')
const [old, next, third] = ['old' as OrganisationId, 'next' as OrganisationId, 'third' as OrganisationId]
const from = (on: string, municipality: OrganisationId | null) => ({ from: day(on), municipality })
const told = (parts: ReturnType<typeof townsIn>) => parts.map((part) => [part.municipality, part.days.map((days) => `${days.from} ${days.until}`).join()])

describe('the towns of a month', () => {
  test('a move within the month divides its days over two towns', () => {
    expect(told(townsIn(october, [from('2020-01-01', old), from('2026-10-15', next)], []))).toEqual([
      [old, '2026-10-01 2026-10-14'],
      [next, '2026-10-15 2026-10-31'],
    ])
  })

  test('a move on the first leaves the month whole, one on the last day gives the new town that day', () => {
    expect(townsIn(october, [from('2020-01-01', old), from('2026-10-01', next)], [])).toEqual([])
    expect(townsIn(october, [from('2020-01-01', old), from('2026-11-01', next)], [])).toEqual([])
    expect(told(townsIn(october, [from('2020-01-01', old), from('2026-10-31', next)], []))).toEqual([
      [old, '2026-10-01 2026-10-30'],
      [next, '2026-10-31 2026-10-31'],
    ])
  })

  test('days on which nobody knew which town pays go with the town that came next', () => {
    expect(told(townsIn(october, [from('2020-01-01', old), from('2026-10-10', null), from('2026-10-20', next)], []))).toEqual([
      [old, '2026-10-01 2026-10-09'],
      [next, '2026-10-10 2026-10-31'],
    ])
  })

  test('a benefit that ends or begins is no move, and neither is one that comes back', () => {
    expect(townsIn(october, [from('2020-01-01', old), from('2026-10-10', null)], [])).toEqual([])
    expect(townsIn(october, [from('2026-10-10', old)], [])).toEqual([])
    expect(townsIn(october, [from('2020-01-01', old), from('2026-10-10', null), from('2026-10-20', old)], [])).toEqual([])
    expect(townsIn(october, [], [])).toEqual([])
  })

  test('after a move to a town that is not here nobody hears; of a later month nothing is known', () => {
    const gone = [from('2020-01-01', old), from('2026-10-10', null)]
    expect(told(townsIn(october, gone, [day('2026-10-10')]))).toEqual([
      [old, '2026-10-01 2026-10-09'],
      [null, '2026-10-10 2026-10-31'],
    ])
    expect(townsIn(month('2026-11'), gone, [day('2026-10-10')])).toEqual([])
  })

  test('who moves twice and back has both stretches at the first town', () => {
    expect(told(townsIn(october, [from('2020-01-01', old), from('2026-10-10', next), from('2026-10-20', old)], []))).toEqual([
      [old, '2026-10-01 2026-10-09,2026-10-20 2026-10-31'],
      [next, '2026-10-10 2026-10-19'],
    ])
  })

  test('together the towns have every day once, whatever is written down', () => {
    const aDay = fc.integer({ min: -40, max: 40 }).map((nr) => addDays(day('2026-10-15'), nr))
    const rows = fc.array(fc.record({ from: aDay, municipality: fc.constantFrom(old, next, third, null) }), { maxLength: 6 })
    fc.assert(
      fc.property(rows, fc.array(aDay, { maxLength: 2 }), (towns, left) => {
        const parts = townsIn(
          october,
          towns.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
          left,
        )
        if (parts.length === 0) return
        expect(parts.length).toBeGreaterThan(1)
        for (let on = firstDay(october); on <= lastDay(october); on = addDays(on, 1))
          expect(parts.flatMap(({ days }) => days).filter((days) => days.from <= on && on <= days.until)).toHaveLength(1)
      }),
    )
  })
})

test('what counts in the month but is of another day goes with its first or its last', () => {
  const parts = townsIn(october, [from('2020-01-01', old), from('2026-10-15', next)], [])
  const on = (when: string) => partOn(parts, when as Day)?.municipality
  expect([on('2026-09-20'), on('2026-10-14'), on('2026-10-15'), on('2026-11-03')]).toEqual([old, old, next, next])
  expect(parts.map(lastOf)).toEqual(['2026-10-14', '2026-10-31'])
  expect(partOn([], day('2026-10-14'))).toBeNull()
})

test('a statement of other days is not the one that is asked', () => {
  const [part = null] = townsIn(october, [from('2020-01-01', old), from('2026-10-15', next)], [])
  expect([isOfDays(part?.days, part), isOfDays(undefined, part), isOfDays(undefined, null), isOfDays(part?.days, null)]).toEqual([true, false, true, false])
})
