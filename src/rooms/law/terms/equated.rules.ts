import { type Day, day } from '#kit/day.ts'

/** A day that a royal decree equates with a holiday (Algemene termijnenwet art. 3(3)). */
export type EquatedDay = { readonly on: Day; readonly source: string; readonly doubt: string | null }

const UNREAD = 'Nog te bevestigen in het Staatsblad.'

/** What came with this version; a year without any says so where it matters. */
export const EQUATED_DAYS: readonly EquatedDay[] = [
  { on: day('2026-01-02'), source: 'Koninklijk besluit gelijkgestelde dagen 2026', doubt: UNREAD },
  { on: day('2026-05-15'), source: 'Koninklijk besluit gelijkgestelde dagen 2026', doubt: UNREAD },
  { on: day('2027-05-07'), source: 'Koninklijk besluit gelijkgestelde dagen 2027', doubt: UNREAD },
]
