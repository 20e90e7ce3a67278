import { type Day, day, within } from '#kit/day.ts'
import type { BasisPoints } from '#kit/money.ts'

/**
 * How a line stands towards VAT. `standard` and `reduced` are taxed; `zero`, `exempt`, `reverse-charge` and
 * `kor` (kleineondernemersregeling, Wet OB 1968 art. 25) carry no VAT, each for a reason that must be on the invoice.
 */
export type VatKind = 'standard' | 'reduced' | 'zero' | 'exempt' | 'reverse-charge' | 'kor'

export const VAT_KINDS: readonly VatKind[] = ['standard', 'reduced', 'zero', 'exempt', 'reverse-charge', 'kor']

type DatedRate = { readonly kind: VatKind; readonly rate: BasisPoints; readonly from: Day; readonly until: Day | null; readonly source: string }

// The law is data: a rate has its dates and its source, and a day without a rate fails loudly.
const RATES: readonly DatedRate[] = [
  { kind: 'standard', rate: 2100n, from: day('2012-10-01'), until: null, source: 'Wet OB 1968 art. 9 lid 1' },
  { kind: 'reduced', rate: 600n, from: day('2001-01-01'), until: day('2018-12-31'), source: 'Wet OB 1968 art. 9 lid 2 a (oud)' },
  { kind: 'reduced', rate: 900n, from: day('2019-01-01'), until: null, source: 'Wet OB 1968 art. 9 lid 2 a' },
  { kind: 'zero', rate: 0n, from: day('1969-01-01'), until: null, source: 'Wet OB 1968 art. 9 lid 2 b' },
  { kind: 'exempt', rate: 0n, from: day('1969-01-01'), until: null, source: 'Wet OB 1968 art. 11' },
  { kind: 'reverse-charge', rate: 0n, from: day('1969-01-01'), until: null, source: 'Wet OB 1968 art. 12' },
  { kind: 'kor', rate: 0n, from: day('2020-01-01'), until: null, source: 'Wet OB 1968 art. 25' },
]

/** The rate of a kind on a day, in basis points; throws when the table has none, for a guessed rate is a wrong invoice. */
export function vatRateOn(kind: VatKind, on: Day): BasisPoints {
  return dated(RATES, (row) => row.kind === kind, on, `VAT rate "${kind}"`).rate
}

/** The article of law that gives the rate, to show beside it. */
export function vatSourceOn(kind: VatKind, on: Day): string {
  return dated(RATES, (row) => row.kind === kind, on, `VAT rate "${kind}"`).source
}

function dated<Row extends { readonly from: Day; readonly until: Day | null }>(rows: readonly Row[], fits: (row: Row) => boolean, on: Day, what: string): Row {
  const found = rows.find((row) => fits(row) && within(on, row.from, row.until))
  if (!found) throw new RangeError(`no ${what} is known for ${on}`)
  return found
}
