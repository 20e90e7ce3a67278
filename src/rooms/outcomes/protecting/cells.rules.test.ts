import { describe, expect, test } from 'vitest'
import { boundsOf } from './bounds.rules.ts'
import { type CountTable, LEAST_WIDTH, nested, protect, withMargins } from './cells.rules.ts'

/** The same random tables on every run. */
function dice(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return Math.floor((state / 4_294_967_296) * (most + 1))
  }
}

const names = (letter: string, count: number) => Array.from({ length: count }, (_, nr) => `${letter}${nr}`)
const small = ({ cells }: CountTable) => cells.filter(({ count }) => count > 0 && count < 5).map(({ key }) => key)

/** Every value that a hidden cell takes in some table of whole numbers that fits what is shown, up to a largest count: by trying them all. */
function possible(table: CountTable, shown: ReadonlyMap<string, number>, most: number): Map<string, Set<number>> {
  const inner = table.cells.filter(({ key }) => !table.sums.some(({ total }) => total === key)).map(({ key }) => key)
  const found = new Map(table.cells.map(({ key }) => [key, new Set<number>()]))
  const values = new Map<string, number>()
  const fill = (place: number): void => {
    const key = inner[place]
    if (key === undefined) {
      const all = new Map(values)
      for (let grew = true; grew; ) {
        grew = false
        for (const { total, parts } of table.sums) {
          if (!parts.every((part) => all.has(part))) continue
          const sum = parts.reduce((together, part) => together + (all.get(part) ?? 0), 0)
          if (all.has(total) ? all.get(total) !== sum : shown.has(total) && shown.get(total) !== sum) return
          if (!all.has(total)) {
            all.set(total, sum)
            grew = true
          }
        }
      }
      for (const [each, value] of all) found.get(each)?.add(value)
      return
    }
    const fixed = shown.get(key)
    for (let value = fixed ?? 0; value <= (fixed ?? most); value++) {
      values.set(key, value)
      fill(place + 1)
    }
    values.delete(key)
  }
  fill(0)
  return found
}

describe('what is shown of a table', () => {
  test('is all of it where nobody is few', () => {
    const table = withMargins(['a', 'b'], ['x', 'y'], (row, column) => (row === 'a' && column === 'x' ? 0 : 7))
    expect(protect(table).size).toBe(table.cells.length)
  })

  test('is without a small cell, and without what would tell it in its row and in its column', () => {
    const counts: Readonly<Record<string, number>> = { 'a|x': 3, 'a|y': 9, 'a|z': 20, 'b|x': 8, 'b|y': 12, 'b|z': 30 }
    const table = withMargins(['a', 'b'], ['x', 'y', 'z'], (row, column) => counts[`${row}|${column}`] ?? 0)
    const shown = protect(table)
    expect(shown.has('a|x')).toBe(false)
    for (const { total, parts } of table.sums) {
      const hidden = [total, ...parts].filter((key) => !shown.has(key))
      expect(hidden.length === 1, total).toBe(false)
    }
  })

  test('of one cooperative alone is not its total either', () => {
    const shown = protect(withMargins(['a'], ['x', 'y'], (_, column) => (column === 'x' ? 2 : 8)))
    expect([...shown.keys()].filter((key) => key.endsWith('|x'))).toEqual([])
    const { least, most } = boundsOf('a|x', withMargins(['a'], ['x', 'y'], () => 0).sums, shown)
    expect(most - least).toBeGreaterThanOrEqual(LEAST_WIDTH)
  })
})

describe('for any table', () => {
  test('no small cell can be told closer than to five values, by what is linear', () => {
    const roll = dice(7)
    let hidden = 0
    for (let round = 0; round < 150; round++) {
      const counts = new Map<string, number>()
      const [rows, columns] = [names('r', 1 + roll(3)), names('c', 1 + roll(3))]
      for (const row of rows) for (const column of columns) counts.set(`${row}|${column}`, roll(roll(1) === 0 ? 6 : 30))
      const table = withMargins(rows, columns, (row, column) => counts.get(`${row}|${column}`) ?? 0)
      const shown = protect(table)
      for (const key of small(table)) {
        expect(shown.has(key)).toBe(false)
        const { least, most } = boundsOf(key, table.sums, shown)
        expect(most - least).toBeGreaterThanOrEqual(LEAST_WIDTH - 1e-6)
        hidden++
      }
    }
    expect(hidden).toBeGreaterThan(200)
  })

  test('and by trying every table of whole numbers: each small cell has at least five possible values, its own among them', () => {
    const roll = dice(11)
    let compared = 0
    for (let round = 0; round < 60; round++) {
      const counts = new Map<string, number>()
      const [rows, columns] = [names('r', 1 + roll(1)), names('c', 1 + roll(1))]
      for (const row of rows) for (const column of columns) counts.set(`${row}|${column}`, roll(8))
      const table = withMargins(rows, columns, (row, column) => counts.get(`${row}|${column}`) ?? 0)
      const shown = protect(table)
      const values = possible(table, shown, 12)
      for (const key of small(table)) {
        expect(values.get(key)?.size ?? 0, `${JSON.stringify([...counts])} ${key}`).toBeGreaterThanOrEqual(LEAST_WIDTH + 1)
        expect(values.get(key)).toContain(table.cells.find((cell) => cell.key === key)?.count)
      }
      // The bounds agree with what trying finds, where no table that fits goes past what was tried.
      const tried = [...counts.keys()].every((key) => shown.has(key) || boundsOf(key, table.sums, shown).most <= 12)
      if (tried) compared++
      for (const [key, all] of values) {
        if (shown.has(key)) continue
        const { least, most } = boundsOf(key, table.sums, shown)
        expect(Math.min(...all)).toBeGreaterThanOrEqual(least - 1e-6)
        if (tried) expect([Math.min(...all), Math.max(...all)]).toEqual([Math.round(least), Math.round(most)])
      }
    }
    expect(compared).toBeGreaterThan(5)
  })

  test('with two selections of which one lies in the other, what is left between them is told no closer', () => {
    const roll = dice(23)
    let rests = 0
    for (let round = 0; round < 200; round++) {
      const part = roll(20)
      const table = nested({ key: 'year', count: part + roll(9), published: true }, { key: 'month', count: part, published: true })
      const shown = protect(table)
      for (const key of small(table)) {
        const { least, most } = boundsOf(key, table.sums, shown)
        expect(most - least).toBeGreaterThanOrEqual(LEAST_WIDTH - 1e-6)
        if (key.includes('without')) rests++
      }
    }
    expect(rests).toBeGreaterThan(20)
  })

  test('what was shown before stays, and what comes later tells nothing of what was hidden', () => {
    const roll = dice(31)
    for (let round = 0; round < 60; round++) {
      const [before, after] = [new Map<string, number>(), new Map<string, number>()]
      const rows = names('r', 2)
      for (const row of rows) for (const column of ['on', 'ended']) before.set(`${row}|${column}`, roll(9))
      for (const row of rows) after.set(row, roll(9))
      const first = withMargins(rows, ['on', 'ended'], (row, column) => before.get(`${row}|${column}`) ?? 0)
      const shownFirst = protect(first)
      // In the next period those who went on are there again, with who came.
      const next = rows.map((row): CountTable => {
        const went = before.get(`${row}|on`) ?? 0
        const came = after.get(row) ?? 0
        return {
          cells: [
            { key: `later ${row}`, count: went + came, published: true },
            { key: `came ${row}`, count: came, published: true },
          ],
          sums: [{ total: `later ${row}`, parts: [`${row}|on`, `came ${row}`] }],
        }
      })
      const both = { cells: [...first.cells, ...next.flatMap(({ cells }) => cells)], sums: [...first.sums, ...next.flatMap(({ sums }) => sums)] }
      const fixed = new Set(shownFirst.keys())
      const later = protect(
        { ...both, cells: both.cells.map((cell) => ({ ...cell, published: cell.published && (fixed.has(cell.key) || !first.cells.includes(cell)) })) },
        fixed,
      )
      for (const key of fixed) expect(later.has(key)).toBe(true)
      for (const key of small(both)) {
        const { least, most } = boundsOf(key, both.sums, later)
        expect(most - least).toBeGreaterThanOrEqual(LEAST_WIDTH - 1e-6)
      }
    }
  })
})
