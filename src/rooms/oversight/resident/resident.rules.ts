import { addMonths, type Day, firstDay, type Month, monthOf } from '#kit/day.ts'

/** One thing that happened to a case: a day, a few words, and where it can be read. A statement that came or was read, and asked nothing, says so. */
export type Happening = {
  readonly on: Day
  readonly label: string
  readonly note: string
  readonly href: string
  readonly statement?: { readonly month: Month; readonly what: 'came' | 'read' }
}

/** A line of the timeline: one thing that happened, or several statements in a row, the newest first. */
export type TimelineLine = Happening | { readonly several: readonly Happening[] }

/** How many lines of a case the page of a resident shows: a year of a busy case; what is older stands in the request itself. */
export const SHOWN = 30

/** So many statements in a row are one line; fewer stand by themselves. */
const A_ROW = 3

/** The newest first, on the same day in the order in which they were told, with statements in a row on one line; and whether something older was left out. */
export function latestOf(happenings: readonly Happening[], most = SHOWN): { readonly shown: readonly TimelineLine[]; readonly more: boolean } {
  const sorted = happenings.map((each, place) => ({ each, place })).toSorted((a, b) => b.each.on.localeCompare(a.each.on) || b.place - a.place)
  const lines = inRows(sorted.map(({ each }) => each))
  return { shown: lines.slice(0, most), more: lines.length > most }
}

/** Anything else in between, such as a question, ends a row: the order of what happened stays to be seen. */
function inRows(sorted: readonly Happening[]): TimelineLine[] {
  const rows: Happening[][] = []
  for (const each of sorted) {
    const row = rows.at(-1)
    if (each.statement && row?.[0]?.statement) row.push(each)
    else rows.push([each])
  }
  return rows.flatMap((row): TimelineLine[] => (row.length < A_ROW ? row : [{ several: row }]))
}

/** Months without a gap together, the earliest first; each month once. */
export function spansOf(months: readonly Month[]): readonly { readonly from: Month; readonly until: Month }[] {
  const spans: { from: Month; until: Month }[] = []
  for (const each of [...new Set(months)].toSorted()) {
    const last = spans.at(-1)
    if (last && monthOf(addMonths(firstDay(last.until), 1)) === each) last.until = each
    else spans.push({ from: each, until: each })
  }
  return spans
}

/** Of statements, newest version first, the newest version of each month at each cooperative. */
export function newestVersions<S extends { readonly tenant: string; readonly month: string; readonly version: number }>(
  statements: readonly S[],
): readonly S[] {
  const newest = new Map<string, S>()
  for (const each of statements) {
    const key = `${each.tenant} ${each.month}`
    const known = newest.get(key)
    if (!known || known.version < each.version) newest.set(key, each)
  }
  return [...newest.values()].toSorted((a, b) => b.month.localeCompare(a.month) || a.tenant.localeCompare(b.tenant))
}
