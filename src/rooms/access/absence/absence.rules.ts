import { addMonths, type Day } from '#kit/day.ts'
import { refuse } from '#kit/refusal.ts'
import { nl } from './absence.nl.ts'

/** Somebody who is away, and who stands in; `until` as it counts, also when it ended sooner. */
export type Absence = {
  readonly id: string
  readonly professional: string
  readonly professionalName: string
  readonly deputy: string
  readonly deputyName: string
  readonly from: Day
  readonly until: Day
  readonly note: string
}

/** Whether two spans of days have a day together. */
export function overlaps(a: { readonly from: Day; readonly until: Day }, b: { readonly from: Day; readonly until: Day }): boolean {
  return a.from <= b.until && b.from <= a.until
}

/**
 * Refuses an absence that ends before it begins, begins in the past or lasts longer than a year, that overlaps one of the same person, and a colleague who
 * is away in those days: cases must not pass on from one to the next unseen.
 */
export function checkAbsence(
  wanted: { readonly professional: string; readonly deputy: string; readonly from: Day; readonly until: Day },
  known: readonly Absence[],
  today: Day,
): void {
  if (wanted.deputy === wanted.professional) refuse(nl.refusals.itself, {}, { field: 'deputy' })
  if (wanted.from < today) refuse(nl.refusals.past, {}, { field: 'from' })
  if (wanted.until < wanted.from) refuse(nl.refusals.turnedAround, {}, { field: 'until' })
  if (wanted.until > addMonths(today, 12)) refuse(nl.refusals.tooFar, {}, { field: 'until' })
  const then = known.filter((each) => overlaps(each, wanted))
  if (then.some((each) => each.professional === wanted.professional)) refuse(nl.refusals.already, {}, { field: 'from' })
  if (then.some((each) => each.professional === wanted.deputy)) refuse(nl.refusals.deputyAway, {}, { field: 'deputy' })
  if (then.some((each) => each.deputy === wanted.professional)) refuse(nl.refusals.standsIn, {}, { field: 'from' })
}
