import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { cents, ZERO } from '#kit/money.ts'
import { cluesOf, type Differs, isSwapped } from './difference.rules.ts'

const [ON, LATER] = [day('2026-10-05'), day('2026-11-01')]
const statement = { account: 'NL1', openedOn: day('2026-10-01'), closedOn: day('2026-10-31'), opening: ZERO, closing: cents(5000) }
const line = { id: 'line', on: ON, cents: cents(5000), booked: cents(5000), who: 'Iemand' }
const entry = { entry: 'entry', on: ON, cents: cents(5000), line: 'line' }
const of = (cts: number, more: Partial<Differs> = {}) =>
  cluesOf({ cents: cents(cts), statements: [statement], lines: [line], entries: [entry], ...more }).map(({ kind, line: one, entry: two, cents: by, whole }) => [
    kind,
    one ?? two,
    by,
    whole,
  ])

describe('the one cent', () => {
  test('is not looked for where nothing differs', () => {
    expect(of(0, { entries: [] })).toEqual([])
    expect(of(1)).toEqual([])
  })
  test('is a line that was booked for another amount', () => {
    expect(of(1, { lines: [{ ...line, booked: cents(4999) }] })).toEqual([['other', 'line', 1n, true]])
    expect(of(-1, { lines: [{ ...line, booked: cents(5001) }] })).toEqual([['other', 'line', -1n, true]])
  })
  test('is a line with two digits exchanged', () => {
    expect(of(27, { lines: [{ ...line, cents: cents(5241), booked: cents(5214) }] })).toEqual([['swapped', 'line', 27n, true]])
  })
  test('is an entry that no statement has, or the same entry twice', () => {
    expect(of(-700, { entries: [entry, { ...entry, entry: 'extra', cents: cents(700), line: null }] })).toEqual([['unstated', 'extra', -700n, true]])
    const double = ['a', 'b'].map((id) => ({ ...entry, entry: id, cents: cents(700), line: null }))
    expect(of(-700, { entries: [entry, ...double] }).map(([kind]) => kind)).toEqual(['twice', 'twice'])
  })
  test('is a statement that is missing between two', () => {
    const next = { ...statement, openedOn: LATER, closedOn: LATER, opening: cents(4200), closing: cents(4200) }
    expect(of(-800, { statements: [next, statement] })).toEqual([['gap', null, -800n, true]])
    expect(of(-800, { statements: [{ ...next, account: 'NL2', opening: ZERO, closing: ZERO }, statement] })).toEqual([])
  })
  test('is a bank that began elsewhere than the books', () => {
    expect(of(900, { statements: [{ ...statement, opening: cents(900) }] })).toEqual([['opening', null, 900n, true]])
    const begun = { ...entry, entry: 'begin', on: day('2026-10-01'), cents: cents(900), line: null }
    expect(of(1, { statements: [{ ...statement, opening: cents(901) }], entries: [entry, begun] })[0]).toEqual(['opening', null, 1n, true])
  })
  test('is a line of half of it, booked the wrong way round', () => {
    expect(of(10_000, { lines: [{ ...line, booked: cents(-5000) }] }).map(([kind]) => kind)).toEqual(['other', 'half'])
  })
  test('what is exactly the difference comes first', () => {
    const lines = [
      { ...line, id: 'far', booked: cents(4000) },
      { ...line, id: 'near', booked: cents(4997) },
    ]
    expect(of(3, { lines }).map(([, id]) => id)).toEqual(['near', 'far'])
  })
})

test('digits are swapped when two neighbours changed places, and nothing else did', () => {
  const pairs = [
    [5241, 5214],
    [5241, 2541],
    [5241, 5142],
    [5241, 5250],
    [90, 9],
    [-5241, -5214],
    [100, 100],
  ] as const
  expect(pairs.map(([a, b]) => isSwapped(cents(a), cents(b)))).toEqual([true, true, false, false, false, true, false])
})
