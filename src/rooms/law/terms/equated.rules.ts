import { type Day, day, type Instant } from '#kit/day.ts'

/** A day that a royal decree equates with a holiday (Algemene termijnenwet art. 3(3)). */
export type EquatedDay = { readonly on: Day; readonly source: string; readonly doubt: string | null }

/** What was written down about a day, and since when that counts; null for what came with this version. `equated` false takes a day away. */
export type EquatedFact = EquatedDay & { readonly equated: boolean; readonly countsSince: Instant | null }

const UNREAD = 'Nog te bevestigen in het Staatsblad.'

/** What came with this version; a year without any says so where it matters. */
export const EQUATED_DAYS: readonly EquatedDay[] = [
  { on: day('2026-01-02'), source: 'Koninklijk besluit gelijkgestelde dagen 2026', doubt: UNREAD },
  { on: day('2026-05-15'), source: 'Koninklijk besluit gelijkgestelde dagen 2026', doubt: UNREAD },
  { on: day('2027-05-07'), source: 'Koninklijk besluit gelijkgestelde dagen 2027', doubt: UNREAD },
]

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
