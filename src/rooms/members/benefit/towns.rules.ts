import type { Day } from '#kit/day.ts'
import type { OrganisationId } from '#rooms/access'
import type { BenefitFact } from '../benefit.rules.ts'

/** From a day on the town that pays a benefit; null: none, or nobody knows which. Holds until the next one. */
export type TownFrom = { readonly from: Day; readonly municipality: OrganisationId | null }

/** The towns that paid a benefit through time, oldest first; of one day the last that was written down, as everywhere. */
export function townsFrom(facts: readonly (BenefitFact & { readonly municipality: OrganisationId | null })[]): readonly TownFrom[] {
  const sorted = facts.toSorted((a, b) => (a.from === b.from ? Temporal.Instant.compare(a.recordedAt, b.recordedAt) : a.from < b.from ? -1 : 1))
  const ofDay = sorted.filter((each, nr) => sorted[nr + 1]?.from !== each.from)
  return ofDay.filter((each, nr) => each.municipality !== ofDay[nr - 1]?.municipality).map(({ from, municipality }) => ({ from, municipality }))
}
