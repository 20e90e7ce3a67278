import type { Day } from '#kit/day.ts'

/** One thing that happened to a case: a day, a few words, and where it can be read. */
export type Happening = { readonly on: Day; readonly label: string; readonly note: string; readonly href: string }

/** How many lines of a case the page of a resident shows: a year of a busy case; what is older stands in the request itself. */
export const SHOWN = 30

/** The newest first, on the same day in the order in which they were told; and whether something older was left out. */
export function latestOf(happenings: readonly Happening[], most = SHOWN): { readonly shown: readonly Happening[]; readonly more: boolean } {
  const sorted = happenings.map((each, place) => ({ each, place })).toSorted((a, b) => b.each.on.localeCompare(a.each.on) || b.place - a.place)
  return { shown: sorted.slice(0, most).map(({ each }) => each), more: sorted.length > most }
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
