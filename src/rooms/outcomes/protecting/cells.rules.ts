import { SMALLEST } from '../protecting.rules.ts'
import { boundsOf, type Sum } from './bounds.rules.ts'

/** A count of persons in a table; `published` is false for what no page shows and would still follow by subtracting: what is left between two selections. */
export type CountCell = {
  readonly key: string
  readonly count: number
  readonly published: boolean
  /** Guarded as a small one is, however many it counts: what is left of few cooperatives. */
  readonly guarded?: true
  /** What a group of one to four persons has in common: guarded also where it is nobody, for that tells something of each of them. */
  readonly ofFew?: true
  /** Hidden before others, where others must be. */
  readonly yields?: true
  /** In which pieces of the table it stands, where that is large and hangs together by few cells: a cell in two pieces ties them. */
  readonly spans?: readonly number[]
}

/** Counts that hang together, with every sum that somebody can make of them: rows, columns, totals, a part of a whole, one period in the next. */
export type CountTable = { readonly cells: readonly CountCell[]; readonly sums: readonly Sum[] }

/** From the least to the most that a hidden cell can be: as wide as the counts that are called small. */
export const LEAST_WIDTH = SMALLEST - 1

/**
 * Which cells of a table may be shown. A count of one to four persons is hidden (domain 2.12), and so many others that nobody can subtract it: what remains
 * possible for each small cell is at least LEAST_WIDTH wide. `before` are cells shown earlier: they stay shown, so that two looks at different times tell no
 * more than one. Gives the cells that may be shown; nobody is told as nobody, but for what a few have in common (`ofFew`). National figures may use the
 * same rule with municipalities for cooperatives.
 */
export function protect(table: CountTable, before: ReadonlySet<string> = new Set()): ReadonlyMap<string, number> {
  const small = table.cells.filter(isSmall)
  const shown = new Map(table.cells.filter((cell) => before.has(cell.key) || (cell.published && !isSmall(cell))).map(({ key, count }) => [key, count]))
  const pieces = piecesOf(table)
  // Hiding more never tells more: a cell that is safe stays so while others are made safe.
  for (const cell of small) {
    while (!isSafe(cell, pieces, shown)) {
      const next = cheapest(cell.key, table, shown, before)
      if (next === null) throw new Error(`cell ${cell.key} follows from what was shown before`)
      shown.delete(next)
    }
  }
  return shownAgain(table, small, shown, pieces)
}

function isSmall({ count, guarded, ofFew }: CountCell): boolean {
  return ofFew === true || (count > 0 && (count < SMALLEST || guarded === true))
}

/** What was hidden on the way and need not be: it follows from the rest anyway, or tells nothing of a small cell. */
function shownAgain(table: CountTable, small: readonly CountCell[], shown: Map<string, number>, pieces: Pieces): ReadonlyMap<string, number> {
  for (const cell of table.cells.toSorted((a, b) => Number(a.yields ?? false) - Number(b.yields ?? false) || b.count - a.count)) {
    if (shown.has(cell.key) || !cell.published || isSmall(cell)) continue
    shown.set(cell.key, cell.count)
    if (small.some((each) => movesWith(each, cell) && !isSafe(each, pieces, shown))) shown.delete(cell.key)
  }
  return shown
}

/**
 * Whether a small cell can be as many things as it must, while what hangs in other pieces of the table stays what it is: then it can be so in the whole
 * table too, whatever is told there later. Costs as much as its own piece, however large the table.
 */
function isSafe(cell: CountCell, pieces: Pieces, shown: ReadonlyMap<string, number>): boolean {
  const { sums, keys, still } = pieces(cell)
  const known = new Map(still)
  for (const key of keys) {
    const count = shown.get(key)
    if (count !== undefined) known.set(key, count)
  }
  const { least, most } = boundsOf(cell.key, sums, known)
  return most - least >= LEAST_WIDTH - 1e-6
}

/** Of the piece of the table in which a cell can move: the sums, the cells in them, and what of these stays what it is. */
type Pieces = (cell: CountCell) => { readonly sums: readonly Sum[]; readonly keys: ReadonlySet<string>; readonly still: ReadonlyMap<string, number> }

function piecesOf({ cells, sums }: CountTable): Pieces {
  const found = new Map<string, ReturnType<Pieces>>()
  const of = (cell: CountCell): ReturnType<Pieces> => {
    const moving = new Set(cells.filter((other) => movesWith(cell, other)).map(({ key }) => key))
    const near = sums.filter(({ total, parts }) => moving.has(total) || parts.some((part) => moving.has(part)))
    const keys = new Set(near.flatMap(({ total, parts }) => [total, ...parts]))
    return { sums: near, keys, still: new Map(cells.filter(({ key }) => keys.has(key) && !moving.has(key)).map(({ key, count }) => [key, count])) }
  }
  return (cell) => {
    const name = (cell.spans ?? WHOLE).join(' ')
    const known = found.get(name) ?? of(cell)
    found.set(name, known)
    return known
  }
}

const WHOLE: readonly number[] = [0]

function movesWith({ spans = WHOLE }: CountCell, other: CountCell): boolean {
  return (other.spans ?? WHOLE).every((piece) => spans.includes(piece))
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
