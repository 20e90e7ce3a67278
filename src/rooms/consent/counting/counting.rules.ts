/** Below this many persons a count tells of a person (domain 2.12). */
export const SMALLEST_CELL = 5

export type Cell = { readonly label: string /** Null where it is hidden. */; readonly count: number | null }

/** A count that may be told; null when it is about one to four persons. Nobody is told as nobody. */
export function told(count: number): number | null {
  return count > 0 && count < SMALLEST_CELL ? null : count
}

/** Counts of persons that may be told. One hidden count hides the total too, for subtraction would tell it. */
export function cells(counts: ReadonlyMap<string, number>): { readonly cells: readonly Cell[]; readonly total: number | null } {
  const all = [...counts].map(([label, count]) => ({ label, count: told(count) }))
  return { cells: all, total: all.some(({ count }) => count === null) ? null : all.reduce((sum, { count }) => sum + (count ?? 0), 0) }
}
