/** A sum that everybody knows to hold: the parts together are the total. Keys name cells. */
export type Sum = { readonly total: string; readonly parts: readonly string[] }

/** From where to where a cell can lie; `most` is Infinity where nothing bounds it. */
export type Bounds = { readonly least: number; readonly most: number }

const NEARLY = 1e-7

/**
 * Where a hidden cell can lie for somebody who reads every shown cell, knows every sum, and knows that nobody counts as less than nobody. Exact: the least
 * and the most over all tables that fit (linear programming over the hidden cells that hang together with this one).
 */
export function boundsOf(cell: string, sums: readonly Sum[], shown: ReadonlyMap<string, number>): Bounds {
  const { unknowns, rows } = systemAround(cell, sums, shown)
  const place = unknowns.indexOf(cell)
  if (rows.length === 0) return { least: 0, most: Number.POSITIVE_INFINITY }
  const goal = (sign: number) => unknowns.map((_, nr) => (nr === place ? sign : 0))
  const [most, least] = [best(rows, goal(1)), best(rows, goal(-1))]
  return { least: 0 - least, most }
}

type Row = { readonly by: readonly number[]; readonly is: number }

/** The hidden cells that share sums with this one, directly or through others, and the sums as equations over them. */
function systemAround(cell: string, sums: readonly Sum[], shown: ReadonlyMap<string, number>): { unknowns: readonly string[]; rows: readonly Row[] } {
  const reached = new Set([cell])
  const used = new Set<Sum>()
  for (let grew = true; grew; ) {
    grew = false
    for (const sum of sums) {
      const hidden = [sum.total, ...sum.parts].filter((key) => !shown.has(key))
      if (used.has(sum) || !hidden.some((key) => reached.has(key))) continue
      used.add(sum)
      for (const key of hidden) reached.add(key)
      grew = true
    }
  }
  const unknowns = [...reached]
  const rows = [...used].map((sum): Row => {
    const by = unknowns.map((key) => sum.parts.filter((part) => part === key).length - (sum.total === key ? 1 : 0))
    const is = (shown.get(sum.total) ?? 0) - sum.parts.reduce((all, part) => all + (shown.get(part) ?? 0), 0)
    return is < 0 ? { by: by.map((each) => -each), is: -is } : { by, is }
  })
  return { unknowns, rows }
}

/** The most of a goal over all cells of zero and more that fit the equations: the simplex method in two phases, with Bland's rule so that it ends. */
function best(rows: readonly Row[], goal: readonly number[]): number {
  const [width, height] = [goal.length, rows.length]
  const table = rows.map(({ by, is }, nr) => [...by, ...rows.map((_, other) => (other === nr ? 1 : 0)), is])
  const basis = rows.map((_, nr) => width + nr)
  const last = width + height
  climb(table, basis, [...goal.map(() => 0), ...rows.map(() => -1)], last)
  // What was helped in to begin with goes out again, where the equations say the same twice it stays at nothing.
  for (const [nr, inside] of basis.entries()) {
    if (inside < width) continue
    const entering = (table[nr] ?? []).findIndex((each, place) => place < width && Math.abs(each) > NEARLY)
    if (entering >= 0) pivot(table, basis, nr, entering)
  }
  return climb(table, basis, [...goal, ...rows.map(() => 0)], width) ? value(table, basis, goal) : Number.POSITIVE_INFINITY
}

/** Improves until nothing improves; false where there is no end to it. Only the first `usable` columns may come in. */
function climb(table: number[][], basis: number[], goal: readonly number[], usable: number): boolean {
  for (;;) {
    const inside = new Set(basis)
    const entering = goal.findIndex((gain, place) => place < usable && !inside.has(place) && gain - value(table, basis, goal, place) > NEARLY)
    if (entering < 0) return true
    let leaving = -1
    let least = Number.POSITIVE_INFINITY
    for (const [nr, row] of table.entries()) {
      const by = row[entering] ?? 0
      if (by <= NEARLY) continue
      const reach = (row.at(-1) ?? 0) / by
      if (reach < least - NEARLY || (reach < least + NEARLY && (basis[nr] ?? 0) < (basis[leaving] ?? Number.POSITIVE_INFINITY))) {
        least = Math.min(least, reach)
        leaving = nr
      }
    }
    if (leaving < 0) return false
    pivot(table, basis, leaving, entering)
  }
}

/** What the cells that are in the basis bring of a goal, in one column; the last column holds where they stand. */
function value(table: readonly number[][], basis: readonly number[], goal: readonly number[], column = -1): number {
  return table.reduce((all, row, nr) => all + (goal[basis[nr] ?? 0] ?? 0) * (row.at(column) ?? 0), 0)
}

function pivot(table: number[][], basis: number[], leaving: number, entering: number): void {
  const row = table[leaving] ?? []
  const by = row[entering] ?? 1
  for (let place = 0; place < row.length; place++) row[place] = (row[place] ?? 0) / by
  for (const [nr, other] of table.entries()) {
    const times = other[entering] ?? 0
    if (nr === leaving || times === 0) continue
    for (let place = 0; place < other.length; place++) other[place] = (other[place] ?? 0) - times * (row[place] ?? 0)
  }
  basis[leaving] = entering
}
