import { addDays, type Day, firstDay, lastDay, type Month, monthAfter, monthOf } from '#kit/day.ts'
import type { Sum } from '../protecting/bounds.rules.ts'
import type { CountCell } from '../protecting/cells.rules.ts'
import { protect } from '../protecting/cells.rules.ts'
import { SMALLEST } from '../protecting.rules.ts'

/** A calendar quarter that is over, by its first month, and the last day on which what was written down of it still counts. */
export type Quarter = { readonly first: Month; readonly from: Day; readonly until: Day; readonly knownUntil: Day }

/** How much somebody turned over in a quarter, as told in statements; `none` where no statement came. In whole euros: at most 0, 1000, 3000, and more. */
export const BANDS = ['none', 'zero', 'low', 'middle', 'high'] as const
export type Band = (typeof BANDS)[number]

/** What is told per cooperative: residents with a consent, who came, whose consent ended, how many in each band, and of how many a request was refused. */
export const COLUMNS = ['residents', 'came', 'ended', ...BANDS, 'refused'] as const
export type Column = (typeof COLUMNS)[number]

/** One person in one quarter at one cooperative: with a consent at its start or end, or refused one in it, or both. */
export type Counted = {
  readonly cooperative: string
  readonly atStart: boolean
  readonly atEnd: boolean
  readonly band: Band
  readonly refused?: boolean
}

/** Counts per cooperative, `*` for all; null where a count is not told. A column that came later is not there in a quarter of before. */
export type TotalsRow = {
  readonly cooperative: string
  readonly counts: Readonly<Record<Exclude<Column, 'refused'>, number | null>> & { readonly refused?: number | null }
}

/** A quarter is told once the month after it is over: from then on nothing changes it, so two looks at it cannot be subtracted. */
export function quartersTold(first: Month, today: Day): Quarter[] {
  const found: Quarter[] = []
  for (let month = quarterOf(first); ; month = monthAfter(month, 3)) {
    const quarter = { first: month, from: firstDay(month), until: lastDay(monthAfter(month, 2)), knownUntil: lastDay(monthAfter(month, 3)) }
    if (quarter.knownUntil >= today) return found
    found.push(quarter)
  }
}

function quarterOf(month: Month): Month {
  return monthAfter(month, -((Number(month.slice(5)) - 1) % 3))
}

/** The quarter before, of which those who went on are there at the start of this one. */
export function startOfQuarter({ first, from }: Quarter): { readonly on: Day; readonly knownUntil: Day } {
  return { on: addDays(from, -1), knownUntil: lastDay(first) }
}

/** In which band a turnover in cents falls. */
export function bandOf(cents: bigint | null): Band {
  if (cents === null) return 'none'
  if (cents <= 0n) return 'zero'
  return cents <= 100_000n ? 'low' : cents <= 300_000n ? 'middle' : 'high'
}

/**
 * What may be told of each quarter, the oldest first, small numbers protected together over cooperatives, columns, totals and quarters: whoever went on in a
 * quarter is there at the start of the next, so one quarter could be subtracted from another. A quarter that was told is never told otherwise afterwards:
 * `kept` are the oldest quarters as they were told.
 */
export function totalsOf(quarters: readonly (readonly Counted[])[], kept: readonly (readonly TotalsRow[])[] = []): TotalsRow[][] {
  const cells: CountCell[] = []
  const sums: Sum[] = []
  let told: ReadonlyMap<string, number> = new Map()
  return quarters.map((people, nr) => {
    const names = [...new Set(people.map(({ cooperative }) => cooperative))].toSorted((a, b) => a.localeCompare(b, 'nl'))
    const published = new Set<string>()
    const add = (key: string, count: number, show: boolean, yields = false, spans = [nr], ofFew = false) => {
      cells.push({ key, count, published: show, spans, ...(yields ? { yields: true } : {}), ...(ofFew ? { ofFew: true } : {}) })
      if (show) published.add(key)
    }
    for (const name of names) {
      const own = people.filter(({ cooperative }) => cooperative === name)
      const key = (column: Column | 'on' | 'old', of = nr) => `${of}|${name}|${column}`
      const count = (column: Column) => own.filter((each) => isIn(each, column)).length
      // That none of three residents turned something over would tell it of each of them.
      const few = count('residents') > 0 && count('residents') < SMALLEST
      for (const column of COLUMNS) add(key(column), count(column), true, false, [nr], few && isBand(column))
      add(key('on'), own.filter(({ atEnd }) => atEnd).length, false, false, [nr, nr + 1])
      const before = own.filter(({ atStart }) => atStart).length
      const known = cells.some((cell) => cell.key === key('on', nr - 1))
      if (!known) add(key('old'), before, false)
      sums.push(
        { total: key('residents'), parts: BANDS.map((band) => key(band)) },
        { total: key('residents'), parts: [key('on'), key('ended')] },
        { total: key('residents'), parts: [known ? key('on', nr - 1) : key('old'), key('came')] },
      )
    }
    for (const column of COLUMNS) {
      const total = `${nr}|*|${column}`
      // The home tells cooperatives before their total too: two pages that hide different ones would tell each other's.
      add(total, people.filter((each) => isIn(each, column)).length, true, true)
      sums.push({ total, parts: names.map((name) => `${nr}|${name}|${column}`) })
    }
    const asTold = kept[nr]
    if (asTold) {
      told = new Map([...told, ...toldIn(nr, asTold)])
      return [...asTold]
    }
    // An earlier quarter is safe within itself, so only the one before can still hang together with this one.
    const near = cells.filter(({ spans }) => spans?.some((piece) => piece >= nr - 1))
    const keys = new Set(near.map((cell) => cell.key))
    const table = {
      cells: near.map((cell) => ({ ...cell, published: published.has(cell.key) || told.has(cell.key) })),
      sums: sums.filter(({ total, parts }) => keys.has(total) && parts.every((part) => keys.has(part))),
    }
    told = new Map([...told, ...protect(table, new Set([...told.keys()].filter((each) => keys.has(each))))])
    const row = (name: string): TotalsRow => ({
      cooperative: name,
      counts: Object.fromEntries(COLUMNS.map((column) => [column, told.get(`${nr}|${name}|${column}`) ?? null])) as Record<Column, number | null>,
    })
    return [...names.map(row), row('*')]
  })
}

function toldIn(nr: number, rows: readonly TotalsRow[]): [string, number][] {
  return rows.flatMap(({ cooperative, counts }) =>
    COLUMNS.flatMap((column): [string, number][] => {
      const count = counts[column]
      // A column that came later was not told of an earlier quarter.
      return typeof count === 'number' ? [[`${nr}|${cooperative}|${column}`, count]] : []
    }),
  )
}

// Whoever was only refused has no consent, and is no resident who came, ended or turned something over.
function isIn(each: Counted, column: Column): boolean {
  if (column === 'refused') return each.refused === true
  if (each.refused && !each.atStart && !each.atEnd) return false
  if (column === 'residents') return true
  if (column === 'came') return !each.atStart
  return column === 'ended' ? !each.atEnd : each.band === column
}

function isBand(column: Column): boolean {
  return (BANDS as readonly Column[]).includes(column)
}

/** The first month of which something can be told. */
export function firstMonth(days: readonly Day[]): Month | null {
  const [first] = days.toSorted()
  return first ? monthOf(first) : null
}
