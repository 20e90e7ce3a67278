import { addDays, type Day, firstDay, lastDay, type Month } from '#kit/day.ts'
import type { OrganisationId } from '#rooms/access'
import type { TownFrom } from '#rooms/members'

/** Days one after the other, both included. */
export type Days = { readonly from: Day; readonly until: Day }

/** The days of a month of which one town hears; null: the member had left for a town that nobody here knows. */
export type TownPart = { readonly municipality: OrganisationId | null; readonly days: readonly Days[] }

type Stretch = Days & { readonly municipality: OrganisationId | null }

/**
 * The towns of a month in which a member moved, in the order of their first days; together they have every day of the month once. None where the month has one
 * town: then it stays whole. Days on which no town paid go with the town that came next, and otherwise with the one before, for a benefit that ends is no move;
 * `left` are the days of moves that were told, and from such a day on nobody hears until another town pays (Participatiewet art. 40).
 */
export function townsIn(month: Month, towns: readonly TownFrom[], left: readonly Day[]): readonly TownPart[] {
  const [first, last] = [firstDay(month), lastDay(month)]
  const begins = [...new Set([first, ...towns.flatMap(({ from }) => (from > first && from <= last ? [from] : []))])].toSorted()
  const stretches = begins.map((from, nr): Stretch => {
    const next = begins[nr + 1]
    return { from, until: next ? addDays(next, -1) : last, municipality: towns.findLast((each) => each.from <= from)?.municipality ?? null }
  })
  const known = stretches.map((stretch, nr): Stretch => {
    if (stretch.municipality) return stretch
    const next = stretches.slice(nr).find(({ municipality }) => municipality)
    const before = stretches.slice(0, nr).findLast(({ municipality }) => municipality)
    const isGone = before !== undefined && left.some((day) => day > before.from && day <= stretch.from)
    return { ...stretch, municipality: next?.municipality ?? (isGone ? null : (before?.municipality ?? null)) }
  })
  const parts = [...Map.groupBy(known, ({ municipality }) => municipality)].map(([municipality, own]) => ({ municipality, days: joined(own) }))
  return parts.length > 1 ? parts : []
}

function joined(stretches: readonly Stretch[]): Days[] {
  const days: Days[] = []
  for (const { from, until } of stretches) {
    const before = days.at(-1)
    if (before && addDays(before.until, 1) === from) days[days.length - 1] = { from: before.from, until }
    else days.push({ from, until })
  }
  return days
}

/** Whose a day is. What counts in the month but is of before it goes with its first day, and what is of after it with its last. */
export function partOn(parts: readonly TownPart[], on: Day): TownPart | null {
  const all = parts.flatMap(({ days }) => days)
  const first = all.map(({ from }) => from).toSorted()[0]
  const last = all
    .map(({ until }) => until)
    .toSorted()
    .at(-1)
  if (!first || !last) return null
  const day = on < first ? first : on > last ? last : on
  return parts.find(({ days }) => days.some(({ from, until }) => from <= day && day <= until)) ?? null
}

/** The last day that a town hears of. */
export function lastOf({ days }: Pick<TownPart, 'days'>): Day | null {
  return days.at(-1)?.until ?? null
}

/** Whether a statement is of exactly these days; none named is the whole month. */
export function isOfDays(named: readonly Days[] | undefined, part: TownPart | null): boolean {
  return (named ?? []).map(({ from, until }) => `${from} ${until}`).join() === (part?.days ?? []).map(({ from, until }) => `${from} ${until}`).join()
}
