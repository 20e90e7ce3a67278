export type Turn = { readonly rounds: number; readonly seconds: number }

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

/** A row of the report: the median of the ratios of pairs taken in turns, and what they were. */
export function ratios(name: string, pairs: readonly (readonly [ours: number, limit: number])[], goal: number | null, unit: string): string {
  const each = pairs.map(([ours, limit]) => ours / limit)
  const seen = `${round(median(pairs.map(([ours]) => ours)))} against ${round(median(pairs.map(([, limit]) => limit)))} ${unit}`
  return row(
    name,
    median(each).toFixed(2),
    goal === null ? '' : `≥ ${goal}`,
    goal === null ? null : median(each) >= goal,
    `${seen}; ${Math.min(...each).toFixed(2)} to ${Math.max(...each).toFixed(2)} in ${each.length} pairs`,
  )
}

export function row(name: string, value: string, goal: string, held: boolean | null, seen: string): string {
  return `| ${name} | ${value} | ${goal} | ${held === null ? '' : held ? 'yes' : '**no**'} | ${seen} |`
}

export function round(value: number): string {
  return value >= 1000 ? `${Math.round(value / 10) * 10}` : value.toPrecision(3)
}

/** The exponent b of t = a·n^b through the points, by least squares on logarithms. */
export function growth(points: readonly (readonly [n: number, t: number])[]): number {
  const logs = points.map(([n, t]) => [Math.log(n), Math.log(t)] as const)
  const [mx, my] = [0, 1].map((axis) => logs.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / logs.length)
  const top = logs.reduce((sum, [x, y]) => sum + (x - (mx ?? 0)) * (y - (my ?? 0)), 0)
  return top / logs.reduce((sum, [x]) => sum + (x - (mx ?? 0)) ** 2, 0)
}
