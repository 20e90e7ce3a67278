import { type Day, day, type Instant } from '#kit/day.ts'

/** A day that a royal decree equates with a holiday (Algemene termijnenwet art. 3(3)). */
export type EquatedDay = { readonly on: Day; readonly source: string; readonly doubt: string | null }

/** What was written down about a day, and since when that counts; null for what came with this version. `equated` false takes a day away. */
export type EquatedFact = EquatedDay & { readonly equated: boolean; readonly countsSince: Instant | null }

const DECREE = 'Besluit gelijkstelling van 2 januari 2026, 15 mei 2026, 7 mei 2027, 28 april 2028 en 26 mei 2028 met een algemeen erkende feestdag'
/** The name of the decree names its days; it was read where a lawyer cites it (sterfgeval.nl, 4-10-2025). */
const BY_NAME = 'De naam van het besluit noemt de dagen. Het besluit zelf is niet nagelezen in de Staatscourant.'

/** What came with this version, as the table has it since 29 November 2026; a year without any says so where it matters. */
export const EQUATED_DAYS: readonly EquatedDay[] = ['2026-01-02', '2026-05-15', '2027-05-07', '2028-04-28', '2028-05-26'].map((on) => ({
  on: day(on),
  source: DECREE,
  doubt: BY_NAME,
}))

/** The days that count, the earliest first: of each day what was confirmed last. */
export function equatedFrom(facts: readonly EquatedFact[]): EquatedDay[] {
  const last = new Map<Day, EquatedFact>()
  for (const fact of facts.toSorted((a, b) => moment(a).localeCompare(moment(b)))) last.set(fact.on, fact)
  return [...last.values()]
    .filter(({ equated }) => equated)
    .map(({ on, source, doubt }) => ({ on, source, doubt }))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
}

function moment({ countsSince }: EquatedFact): string {
  return countsSince === null ? '' : countsSince.toString({ smallestUnit: 'microsecond' })
}
