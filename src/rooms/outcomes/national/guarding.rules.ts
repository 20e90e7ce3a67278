import type { Sum } from '../protecting/bounds.rules.ts'
import { type CountCell, protect } from '../protecting/cells.rules.ts'
import { SMALLEST } from '../protecting.rules.ts'
import { CELLS, type Cell, type Counts, FIGURES, type Figure } from './figures.rules.ts'

/** Fewer cooperatives than this make no figure, and no difference between two: who knows two of them would know the third. */
export const FEWEST = SMALLEST

/** What a told version holds: of each cooperative the figures that count, with their counts. */
export type Taking = ReadonlyMap<string, Counts>

/** A version of a year, and which of its cells were shown. */
export type Telling = { readonly year: number; readonly version: number; readonly taking: Taking; readonly shown: ReadonlySet<Cell> }

/** What would be told: who counts in which figure, each sum, and which sums may be shown; null where nothing may change. */
export type Guarded = { readonly taking: Taking; readonly sums: ReadonlyMap<Cell, number>; readonly shown: ReadonlySet<Cell> }

/** Figures that hang together within a year: bands add up to members, and who left was a member the year before. */
const LINKED = ['members', 'turnover', 'departures'] as const satisfies readonly Figure[]

/** The figures of which a cooperative has counts. */
export function figuresIn(counts: Counts): Figure[] {
  return FIGURES.filter((figure) => CELLS[figure].every((cell) => counts[cell] !== undefined))
}

/**
 * Who counts in which figure. Those with the same choice of linked figures must be five at least, so that no figure minus another is about fewer: where they
 * are fewer, they count in less, along with others.
 */
export function takingOf(all: Taking): Taking {
  const choice = new Map([...all].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([id, counts]) => [id, figuresIn(counts)]))
  const trials = [...choice].filter(([, figures]) => figures.includes('trials')).map(([id]) => id)
  const linked = new Map([...choice].map(([id, figures]) => [id, LINKED.filter((each) => figures.includes(each))]))
  for (;;) {
    const groups = Map.groupBy(linked, ([, figures]) => figures.join(' '))
    const size = (figures: readonly Figure[]) => groups.get(figures.join(' '))?.length ?? 0
    const [few] = [...groups]
      .filter(([key, members]) => key !== '' && members.length < FEWEST)
      .toSorted(([a, some], [b, others]) => some.length - others.length || (a < b ? -1 : 1))
    if (!few) break
    const [, members] = few
    const own = members[0]?.[1] ?? []
    const less = fewerThan(own)
    const with_ = less.filter((each) => each.length > 0 && size(each) + members.length >= FEWEST)
    const popular = (figures: readonly Figure[]) =>
      figures.reduce((sum, figure) => sum + [...linked.values()].filter((each) => each.includes(figure as never)).length, 0)
    const best = (some: readonly (typeof own)[]) => some.toSorted((a, b) => b.length - a.length || size(b) - size(a) || popular(b) - popular(a))[0]
    const next = best(with_) ?? best(less) ?? []
    for (const [id] of members) linked.set(id, next)
  }
  return new Map(
    [...all].flatMap(([id, counts]): [string, Counts][] => {
      const figures: Figure[] = [...(linked.get(id) ?? []), ...(trials.length >= FEWEST && trials.includes(id) ? (['trials'] as const) : [])]
      return figures.length === 0 ? [] : [[id, only(counts, figures)]]
    }),
  )
}

/** Each choice that leaves something out of this one. */
function fewerThan(own: readonly (typeof LINKED)[number][]): (typeof LINKED)[number][][] {
  const sets: (typeof LINKED)[number][][] = [[]]
  for (const each of own) sets.push(...sets.map((some) => [...some, each]))
  return sets.filter((each) => each.length < own.length)
}

function only(counts: Counts, figures: readonly Figure[]): Counts {
  return Object.fromEntries(figures.flatMap((figure) => CELLS[figure].map((cell) => [cell, counts[cell]]))) as Counts
}

/**
 * What may be told of a year, given everything that was told before (of any year). Refuses, with null, a version that tells nothing new, one that differs from
 * an earlier one by fewer than five cooperatives or by fewer than five persons in any part, and one that would follow from what was told. What is shown is safe
 * for who reads every figure of every year and version, and for who knows one cooperative from within besides.
 */
export function guard(year: number, all: Taking, told: readonly Telling[]): Guarded | null {
  const taking = takingOf(all)
  const before = told.filter((each) => each.year === year)
  if (taking.size === 0) return null
  if (before.some((each) => sameTaking(each.taking, taking)) || before.some((each) => !farEnough(each.taking, taking))) return null
  const near = told.filter((each) => Math.abs(each.year - year) <= 1)
  const version = Math.max(0, ...before.map((each) => each.version)) + 1
  let shown = new Set<Cell>(FIGURES.flatMap((figure) => (takersOf(taking, figure).length >= FEWEST ? CELLS[figure] : [])))
  const known = new Set([...near.flatMap((each) => [...each.taking.keys()]), ...taking.keys()])
  // Nobody, and whoever knows one cooperative and takes it away from everything.
  for (const insider of [null, ...known]) {
    const mine: Telling = { year, version, taking, shown }
    const table = tableOf([...near, mine], mine, insider)
    try {
      const safe = protect(table, new Set(table.before))
      shown = new Set([...shown].filter((cell) => safe.has(totalKey(mine, cell))))
    } catch {
      // It would follow from what was told before: then it is not told.
      return null
    }
  }
  return { taking, sums: new Map(FIGURES.flatMap((figure) => CELLS[figure].map((cell) => [cell, sumOf(taking, cell)] as const))), shown }
}

/** The cooperatives that count in a figure. */
export function takersOf(taking: Taking, figure: Figure): string[] {
  return [...taking].filter(([, counts]) => figuresIn(counts).includes(figure)).map(([id]) => id)
}

function sumOf(taking: Taking, cell: Cell): number {
  return [...taking.values()].reduce((sum, counts) => sum + (counts[cell] ?? 0), 0)
}

function sameTaking(one: Taking, other: Taking): boolean {
  const written = (taking: Taking) =>
    JSON.stringify([...taking].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([id, counts]) => [id, Object.entries(counts).toSorted()]))
  return written(one) === written(other)
}

/** Whether two versions differ by nobody or by five, in each figure: of cooperatives, and of persons in every part that both hold. */
function farEnough(one: Taking, other: Taking): boolean {
  return FIGURES.every((figure) => {
    const [a, b] = [takersOf(one, figure), takersOf(other, figure)]
    const [gone, come] = [a.filter((id) => !b.includes(id)), b.filter((id) => !a.includes(id))]
    if ([gone, come].some((some) => some.length > 0 && some.length < FEWEST)) return false
    return CELLS[figure].every((cell) => {
      const changed = a.filter((id) => b.includes(id)).reduce((sum, id) => sum + Math.abs((one.get(id)?.[cell] ?? 0) - (other.get(id)?.[cell] ?? 0)), 0)
      return changed === 0 || changed >= SMALLEST
    })
  })
}

/**
 * All that hangs together, as a table: of cooperatives that take part in the same, each part is one cell, and its sums are known to everybody. A part that
 * counts the same in two versions is one and the same cell. `insider` is taken away from all.
 */
export function tableOf(tellings: readonly Telling[], mine: Telling, insider: string | null) {
  const ids = [...new Set(tellings.flatMap(({ taking }) => [...taking.keys()]))].filter((id) => id !== insider)
  const sign = (id: string) => tellings.map(({ taking }) => figuresIn(taking.get(id) ?? {}).join('+')).join('|')
  const groups = [...Map.groupBy(ids, sign)].map(([, members], nr) => ({ name: `g${nr}`, members }))
  const cells = new Map<string, CountCell>()
  const sums = new Map<string, Sum>()
  const before: string[] = []
  const add = (key: string, count: number, more: Partial<CountCell> = {}) => {
    if (!cells.has(key)) cells.set(key, { key, count, published: false, ...more })
    return key
  }
  const count = (key: string) => cells.get(key)?.count ?? 0
  // A sum that does not hold, because files were mended between two counts, is known to nobody.
  const adds = (total: string, parts: readonly string[]) => {
    if (count(total) === parts.reduce((all, each) => all + count(each), 0)) sums.set(`${total}=${parts.join('+')}`, { total, parts })
  }
  const few = insider === null ? FEWEST : FEWEST - 1
  const part = ({ year, taking }: Telling, { name, members }: (typeof groups)[number], cell: Cell) => {
    const counts = members.map((id) => taking.get(id)?.[cell] ?? 0)
    const all = counts.reduce((sum, each) => sum + each, 0)
    return add(`${year} ${name} ${cell} ${counts.join(',')}`, all, members.length < few ? { guarded: true } : {})
  }
  const takes = ({ taking }: Telling, { members }: (typeof groups)[number], figure: Figure) =>
    members[0] !== undefined && figuresIn(taking.get(members[0]) ?? {}).includes(figure)
  for (const telling of tellings) {
    for (const figure of FIGURES) {
      const own = groups.filter((group) => takes(telling, group, figure))
      for (const cell of CELLS[figure]) {
        const parts = own.map((group) => part(telling, group, cell))
        const key = totalKey(telling, cell)
        if (telling.shown.has(cell) && telling !== mine) before.push(key)
        add(
          key,
          parts.reduce((all, each) => all + count(each), 0),
          { published: telling.shown.has(cell) },
        )
        adds(key, parts)
      }
    }
    for (const group of groups) {
      const of = (cell: Cell) => part(telling, group, cell)
      if (takes(telling, group, 'members') && takes(telling, group, 'turnover')) adds(of('members'), CELLS.turnover.map(of))
      if (takes(telling, group, 'departures')) adds(of('left'), [of('ownEnterprise'), of('paidWork'), of('elsewhere')])
      for (const earlier of tellings) {
        if (earlier.year !== telling.year - 1) continue
        if (!takes(earlier, group, 'members') || !takes(telling, group, 'members') || !takes(telling, group, 'departures')) continue
        // Who was a member at the end of the year before is one still, or left; others came.
        const [were, are, left] = [part(earlier, group, 'members'), of('members'), of('left')]
        const came = count(are) + count(left) - count(were)
        if (came < 0) continue
        const there = add(`there ${are} ${left}`, count(are) + count(left))
        adds(there, [are, left])
        adds(there, [were, add(`came ${were} ${are} ${left}`, came)])
      }
    }
  }
  return { cells: [...cells.values()], sums: [...sums.values()], before }
}

export function totalKey({ year, version }: Pick<Telling, 'year' | 'version'>, cell: Cell): string {
  return `told ${year} ${version} ${cell}`
}
