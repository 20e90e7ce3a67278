import { SMALLEST } from '../protecting.rules.ts'
import { boundsOf, type Sum } from './bounds.rules.ts'

/** A count of persons in a table; `published` is false for what no page shows and would still follow by subtracting: what is left between two selections. */
export type CountCell = {
  readonly key: string
  readonly count: number
  readonly published: boolean /** Hidden before others, where others must be. */
  readonly yields?: true
}

/** Counts that hang together, with every sum that somebody can make of them: rows, columns, totals, a part of a whole, one period in the next. */
export type CountTable = { readonly cells: readonly CountCell[]; readonly sums: readonly Sum[] }

/** From the least to the most that a hidden cell can be: as wide as the counts that are called small. */
export const LEAST_WIDTH = SMALLEST - 1

/**
 * Which cells of a table may be shown. A count of one to four persons is hidden (domain 2.12), and so many others that nobody can subtract it: what remains
 * possible for each small cell is at least LEAST_WIDTH wide. `before` are cells shown earlier: they stay shown, so that two looks at different times tell no
 * more than one. Gives the cells that may be shown; nobody is told as nobody. National figures may use the same rule with municipalities for cooperatives.
 */
export function protect(table: CountTable, before: ReadonlySet<string> = new Set()): ReadonlyMap<string, number> {
  const small = table.cells.filter(({ count }) => count > 0 && count < SMALLEST)
  const shown = new Map(
    table.cells.filter(({ key, count, published }) => before.has(key) || (published && !(count > 0 && count < SMALLEST))).map(({ key, count }) => [key, count]),
  )
  for (;;) {
    const unsafe = small.find(({ key }) => !isSafe(key, table.sums, shown))
    if (!unsafe) return shownAgain(table, small, shown)
    const next = cheapest(unsafe.key, table, shown, before)
    if (next === null) throw new Error(`cell ${unsafe.key} follows from what was shown before`)
    shown.delete(next)
  }
}

/** What was hidden on the way and need not be: it follows from the rest anyway, or tells nothing of a small cell. */
function shownAgain(table: CountTable, small: readonly CountCell[], shown: Map<string, number>): ReadonlyMap<string, number> {
  for (const { key, count, published } of table.cells.toSorted((a, b) => Number(a.yields ?? false) - Number(b.yields ?? false) || b.count - a.count)) {
    if (shown.has(key) || !published || small.some((each) => each.key === key)) continue
    shown.set(key, count)
    if (small.some((each) => !isSafe(each.key, table.sums, shown))) shown.delete(key)
  }
  return shown
}

function isSafe(key: string, sums: readonly Sum[], shown: ReadonlyMap<string, number>): boolean {
  const { least, most } = boundsOf(key, sums, shown)
  return most - least >= LEAST_WIDTH - 1e-6
}

/** What to hide next: in a sum with this cell, or with a hidden one that hangs together with it; what yields first, then the smallest, a zero only where nothing else is left. */
function cheapest(key: string, { cells, sums }: CountTable, shown: ReadonlyMap<string, number>, before: ReadonlySet<string>): string | null {
  const yielding = new Set(cells.filter((each) => each.yields).map((each) => each.key))
  let near = new Set([key])
  for (;;) {
    const around = sums.map(({ total, parts }) => [total, ...parts]).filter((keys) => keys.some((each) => near.has(each)))
    const mayGo = [...new Set(around.flat())].filter((each) => shown.has(each) && !before.has(each))
    const cost = (each: string) => (shown.get(each) || Number.MAX_SAFE_INTEGER) / (yielding.has(each) ? Number.MAX_SAFE_INTEGER : 1)
    const [first] = mayGo.toSorted((a, b) => cost(a) - cost(b) || (a < b ? -1 : 1))
    if (first !== undefined) return first
    const wider = new Set([...near, ...around.flat().filter((each) => !shown.has(each))])
    if (wider.size === near.size) return null
    near = wider
  }
}

/** A table of rows and columns with its margins: the keys are `row|column`, and `*` stands for all of them. */
export function withMargins(rows: readonly string[], columns: readonly string[], count: (row: string, column: string) => number): CountTable {
  const key = (row: string, column: string) => `${row}|${column}`
  const over = (some: readonly string[], of: (each: string) => number) => some.reduce((all, each) => all + of(each), 0)
  const inner = rows.flatMap((row) => columns.map((column) => ({ key: key(row, column), count: count(row, column), published: true })))
  const ofRows = rows.map((row) => ({ key: key(row, '*'), count: over(columns, (column) => count(row, column)), published: true }))
  const ofColumns = columns.map((column) => ({ key: key('*', column), count: over(rows, (row) => count(row, column)), published: true }))
  const all = {
    key: key('*', '*'),
    count: over(
      ofRows.map((each) => each.key),
      (each) => ofRows.find((row) => row.key === each)?.count ?? 0,
    ),
    published: true,
  }
  return {
    cells: [...inner, ...ofRows, ...ofColumns, all],
    sums: [
      ...rows.map((row) => ({ total: key(row, '*'), parts: columns.map((column) => key(row, column)) })),
      ...columns.map((column) => ({ total: key('*', column), parts: rows.map((row) => key(row, column)) })),
      { total: all.key, parts: ofRows.map((each) => each.key) },
    ],
  }
}

/** Two selections of which one lies in the other, such as a month in a year: what is left between them is a cell that nobody may work out. */
export function nested(whole: CountCell, part: CountCell): CountTable {
  const rest = { key: `${whole.key} without ${part.key}`, count: whole.count - part.count, published: false }
  return { cells: [whole, part, rest], sums: [{ total: whole.key, parts: [part.key, rest.key] }] }
}
