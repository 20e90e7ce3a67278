import { type Day, day } from '#kit/day.ts'

/** A term of law: how many months after a period something must be done, from when that holds, until when, and where it stands. */
export type Term = { readonly months: number; readonly from: Day; readonly until: Day | null; readonly source: string }

type Terms = Readonly<Record<'accounts' | 'accountsMore' | 'adoption' | 'vat' | 'memberList', readonly Term[]>>

/** The terms of law behind the calendar; `from` is the first day for which this house knows them. A change of law is a new row. */
export const TERMS: Terms = {
  // The board draws up the annual accounts within six months after the financial year.
  accounts: [{ months: 6, from: day('2016-01-01'), until: null, source: 'BW 2:58 lid 1' }],
  // The general meeting may give at most so many months more, for special circumstances.
  accountsMore: [{ months: 4, from: day('2016-01-01'), until: null, source: 'BW 2:58 lid 1' }],
  // The general meeting adopts them within a month after that term.
  adoption: [{ months: 1, from: day('2016-01-01'), until: null, source: 'BW 2:58' }],
  // VAT of a quarter is declared and paid within a month after it.
  vat: [{ months: 1, from: day('2016-01-01'), until: null, source: 'AWR art. 19 lid 1' }],
  // Where members are liable, changes in the list of members go to the trade register within a month after the financial year.
  memberList: [{ months: 1, from: day('2016-01-01'), until: null, source: 'BW 2:61' }],
}

/** The term that holds on a day; null where this house knows none. */
export function termOn(kind: keyof Terms, on: Day): Term | null {
  return TERMS[kind].find((term) => term.from <= on && (term.until === null || on <= term.until)) ?? null
}
