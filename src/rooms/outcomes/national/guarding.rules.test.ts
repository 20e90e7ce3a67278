import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundsOf, type Sum } from '../protecting/bounds.rules.ts'
import { LEAST_WIDTH } from '../protecting/cells.rules.ts'
import { CELLS, type Cell, type Counts, FIGURES, type Figure } from './figures.rules.ts'
import { FEWEST, figuresIn, type Guarded, guard, type Taking, type Telling, takersOf, takingOf } from './guarding.rules.ts'

const ALL: readonly Figure[] = FIGURES
const counts = (figures: readonly Figure[], bands: readonly number[], departures: readonly number[], trials: number): Counts => {
  const [none = 0, low = 0, middle = 0, high = 0] = bands
  const [ownEnterprise = 0, paidWork = 0, elsewhere = 0] = departures
  const whole: Record<Cell, number> = {
    members: none + low + middle + high,
    trials,
    ...{ none, low, middle, high },
    ...{ left: ownEnterprise + paidWork + elsewhere, ownEnterprise, paidWork, elsewhere },
  }
  return Object.fromEntries(figures.flatMap((figure) => CELLS[figure].map((cell) => [cell, whole[cell]])))
}
const same = (many: number, figures: readonly Figure[] = ALL, bands = [2, 3, 2, 1], departures = [1, 1, 1], from = 0): [string, Counts][] =>
  Array.from({ length: many }, (_, nr) => [`c${String(from + nr).padStart(2, '0')}`, counts(figures, bands, departures, 2)])
const asTold = (year: number, version: number, { taking, shown }: Guarded): Telling => ({ year, version, taking, shown })
const told = (found: Guarded | null) => (found ? [...found.shown].map((cell) => `${cell} ${found.sums.get(cell)}`).join(', ') : null)

describe('a figure', () => {
  test('of five cooperatives is told, of four it is not', () => {
    expect(told(guard(2030, new Map(same(5)), []))).toContain('members 40')
    expect(guard(2030, new Map(same(4)), [])).toBeNull()
  })

  test('of one to four persons is hidden, with what would tell it', () => {
    const few = guard(2030, new Map([...same(4, ALL, [4, 4, 4, 0], [2, 0, 3]), ...same(1, ALL, [4, 4, 4, 1], [2, 0, 3], 4)]), [])
    expect(few?.shown.has('high')).toBe(false)
    // Members and the other bands together would tell the last.
    expect(['members', 'none', 'low', 'middle'].filter((cell) => !few?.shown.has(cell as Cell)).length).toBeGreaterThan(0)
    expect(few?.shown.has('left')).toBe(true)
  })

  test('is hidden where one cooperative, which knows its own, would see one to four others', () => {
    const one = guard(2030, new Map([...same(4, ALL, [3, 3, 3, 3], [0, 0, 0]), ...same(1, ALL, [3, 3, 3, 3], [8, 0, 0], 4)]), [])
    expect(told(one)).toContain('left 8')
    const two = guard(
      2030,
      new Map([...same(4, ALL, [3, 3, 3, 3], [0, 0, 0]), ['x', counts(ALL, [3, 3, 3, 3], [8, 0, 0], 2)], ['y', counts(ALL, [3, 3, 3, 3], [2, 0, 0], 2)]]),
      [],
    )
    expect(told(two)).not.toContain('left')
  })
})

describe('who counts in a figure', () => {
  test('is told apart by five at least: a choice that fewer made counts in less', () => {
    const taking = takingOf(new Map([...same(6, ['members', 'turnover']), ...same(2, ['members'], undefined, undefined, 6)]))
    expect([takersOf(taking, 'members').length, takersOf(taking, 'turnover').length]).toEqual([6, 6])
    const wider = takingOf(
      new Map([...same(6, ['members', 'turnover']), ...same(5, ['members'], undefined, undefined, 6), ...same(1, ALL, undefined, undefined, 11)]),
    )
    expect([takersOf(wider, 'members').length, takersOf(wider, 'turnover').length, takersOf(wider, 'departures').length]).toEqual([12, 7, 0])
  })

  test('never differs between two figures by one to four cooperatives', () => {
    fc.assert(
      fc.property(fc.array(fc.subarray([...ALL]), { maxLength: 30 }), (choices) => {
        const taking = takingOf(new Map(choices.map((figures, nr) => [`c${nr}`, counts(figures, [1, 1, 1, 1], [1, 1, 1], 1)])))
        const linked = (['members', 'turnover', 'departures'] as const).map((figure) => takersOf(taking, figure))
        for (const some of linked)
          for (const others of linked) {
            const apart = some.filter((id) => !others.includes(id)).length
            expect(apart === 0 || apart >= FEWEST).toBe(true)
          }
        for (const figure of FIGURES) expect([0, ...Array.from({ length: 26 }, (_, nr) => nr + FEWEST)]).toContain(takersOf(taking, figure).length)
      }),
      { numRuns: 200 },
    )
  })
})

describe('the next year', () => {
  test('does not tell by subtraction that two people came: members of both years and who left are not all told', () => {
    const first = guard(2030, new Map(same(5, ALL, [4, 4, 4, 4], [2, 2, 2])), [])
    const of = (came: number) =>
      guard(
        2031,
        new Map([...same(4, ALL, [3, 3, 4, 4], [1, 1, 0]), ...same(1, ALL, [3, 3, 4, 4 + came], [1, 1, 0], 4)]),
        first ? [asTold(2030, 1, first)] : [],
      )
    expect(first?.shown.has('members')).toBe(true)
    const both = (found: Guarded | null) => [found?.shown.has('members'), found?.shown.has('left')]
    expect(both(of(0))).toEqual([true, true])
    expect(both(of(2))).not.toEqual([true, true])
  })
})

describe('a later version', () => {
  const first = guard(2030, new Map(same(6)), [])
  const before = first ? [asTold(2030, 1, first)] : []

  test('is told when five cooperatives more agreed, and not for one', () => {
    expect(guard(2030, new Map([...same(6), ...same(1, ALL, undefined, undefined, 6)]), before)).toBeNull()
    expect(told(guard(2030, new Map([...same(6), ...same(5, ALL, undefined, undefined, 6)]), before))).toContain('members 88')
  })

  test('is not told when nothing changed, nor for one person more or less', () => {
    expect(guard(2030, new Map(same(6)), before)).toBeNull()
    expect(guard(2030, new Map([...same(5), ['c05', counts(ALL, [3, 3, 2, 1], [1, 1, 1], 2)]]), before)).toBeNull()
    expect(guard(2030, new Map([...same(5), ['c05', counts(ALL, [2, 3, 2, 6], [1, 1, 1], 2)]]), before)).not.toBeNull()
  })
})

/** Cooperatives through two years, whole in themselves: whoever was a member stays or leaves. */
const world = fc.record({
  choices: fc.array(fc.constantFrom<readonly Figure[]>(ALL, ALL, ['members', 'departures'], ['members', 'turnover'], ['members']), {
    minLength: 6,
    maxLength: 12,
  }),
  bands: fc.array(fc.array(fc.nat(4), { minLength: 8, maxLength: 8 }), { minLength: 12, maxLength: 12 }),
  departures: fc.array(fc.array(fc.oneof(fc.constant(0), fc.nat(3)), { minLength: 6, maxLength: 6 }), { minLength: 12, maxLength: 12 }),
  leaves: fc.nat(11),
  more: fc.boolean(),
  pick: fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }),
})

describe('for any network, over two years and a later version', () => {
  test('no small part of any cooperative is told closer than to five values, to a reader of everything or to one who knows a cooperative from within', () => {
    let shown = 0
    let looked = 0
    fc.assert(
      fc.property(world, ({ choices, bands, departures, leaves, more, pick }) => {
        const ids = choices.map((_, nr) => `c${String(nr).padStart(2, '0')}`)
        const year = (at: 0 | 1): [string, Counts][] =>
          ids.map((id, nr) => {
            const [all = [], out = []] = [bands[nr], departures[nr]]
            const [own, gone] = [all.slice(at * 4, at * 4 + 4), out.slice(at * 3, at * 3 + 3)]
            const sum = (some: readonly number[]) => some.reduce((together, each) => together + each, 0)
            const missing = at === 0 ? 0 : Math.max(0, sum(all.slice(0, 4)) - sum(own) - sum(gone))
            return [id, counts(choices[nr] ?? [], [(own[0] ?? 0) + missing, ...own.slice(1)], gone, nr)]
          })
        const tellings: Telling[] = []
        const tell = (nr: number, taking: Taking) => {
          const found = guard(nr, taking, tellings)
          if (found) tellings.push(asTold(nr, tellings.filter((each) => each.year === nr).length + 1, found))
          shown += found?.shown.size ?? 0
        }
        // One cooperative takes no part any more in the second year; perhaps some agree to the first year only after it was told.
        const late = more ? (ids.length > 10 ? 5 : 0) : 0
        tell(2030, new Map(year(0).slice(late)))
        tell(2031, new Map(year(1).filter((_, nr) => nr !== leaves)))
        tell(2030, new Map(year(0)))
        const knows = systemOf(tellings)
        const small = knows.parts.filter(({ count }) => count > 0 && count < 5)
        for (const [nr, at] of pick.entries()) {
          const cell = small[at % Math.max(small.length, 1)]
          if (!cell) continue
          const insider = nr % 2 === 0 ? null : ids[(at + nr) % ids.length]
          if (cell.id === insider) continue
          const known = new Map([...knows.shown, ...knows.parts.filter(({ id }) => id === insider).map(({ key, count }) => [key, count] as const)])
          const { least, most } = boundsOf(cell.key, knows.sums, known)
          expect(most - least, `${cell.key} for ${insider ?? 'a reader'}`).toBeGreaterThanOrEqual(LEAST_WIDTH - 1e-6)
          looked++
        }
      }),
      { numRuns: 20, seed: 19 },
    )
    expect(shown).toBeGreaterThan(50)
    expect(looked).toBeGreaterThan(50)
  })
})

/** What everybody knows, written down once more and for each cooperative apart. */
function systemOf(tellings: readonly Telling[]) {
  const parts = new Map<string, { key: string; id: string; count: number }>()
  const sums: Sum[] = []
  const shown = new Map<string, number>()
  const part = (year: number, id: string, cell: Cell, count: number) => {
    const key = `${year} ${id} ${cell} ${count}`
    parts.set(key, { key, id, count })
    return key
  }
  for (const { year, version, taking, shown: may } of tellings) {
    for (const cell of FIGURES.flatMap((figure) => [...CELLS[figure]])) {
      const own = [...taking].filter(([, each]) => each[cell] !== undefined)
      const total = `${year} ${version} ${cell}`
      sums.push({ total, parts: own.map(([id, each]) => part(year, id, cell, each[cell] ?? 0)) })
      if (may.has(cell))
        shown.set(
          total,
          own.reduce((all, [, each]) => all + (each[cell] ?? 0), 0),
        )
    }
    for (const [id, each] of taking) {
      const of = (cell: Cell) => part(year, id, cell, each[cell] ?? 0)
      const has = (figure: Figure) => figuresIn(each).includes(figure)
      if (has('members') && has('turnover')) sums.push({ total: of('members'), parts: CELLS.turnover.map(of) })
      if (has('departures')) sums.push({ total: of('left'), parts: [of('ownEnterprise'), of('paidWork'), of('elsewhere')] })
      for (const earlier of tellings.filter((other) => other.year === year - 1)) {
        const then = earlier.taking.get(id)
        if (!then || !has('members') || !has('departures') || then.members === undefined) continue
        const there = `there ${year} ${id}`
        sums.push(
          { total: there, parts: [of('members'), of('left')] },
          { total: there, parts: [part(year - 1, id, 'members', then.members), `came ${year} ${id}`] },
        )
      }
    }
  }
  return { parts: [...parts.values()], sums, shown }
}
