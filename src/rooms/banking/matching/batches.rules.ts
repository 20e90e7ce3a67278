import { addDays, type Day } from '#kit/day.ts'
import { type BasisPoints, type Cents, minus, shareOf, sum } from '#kit/money.ts'
import type { Certainty } from './matching.rules.ts'

/** A market day whose cards the provider still has to pay out; `cents` is the total of the card reader. */
export type Takings = { readonly number: string; readonly member: string; readonly on: Day; readonly cents: Cents }

export type Batch = { readonly sheets: readonly Takings[]; readonly total: Cents; readonly fee: Cents; readonly certainty: Certainty }

/** A provider that keeps more than this is not believed; a batch comes within so many days and holds so many sheets. Only for proposing. */
const MOST_FEE: BasisPoints = 500n
const MOST_DAYS = 31
const MOST_SHEETS = 7
const MOST_SHOWN = 3

/**
 * Which market days a payment may be the cards of: one, or several in a row, whose total is a little above it, so that the rest is the fee.
 * Never certain, for nobody wrote down the fee; likely only when no other days fit.
 */
export function batchesFor(line: { readonly cents: Cents; readonly on: Day }, takings: readonly Takings[]): Batch[] {
  if (line.cents <= 0n) return []
  const near = takings.filter((each) => each.on <= line.on && each.on >= addDays(line.on, -MOST_DAYS))
  const found = runs(near).flatMap((sheets) => {
    const total = sum(sheets.map((each) => each.cents))
    const fee = minus(total, line.cents)
    return fee >= 0n && fee <= shareOf(total, MOST_FEE) ? [{ sheets, total, fee }] : []
  })
  const certainty = found.length === 1 ? 'likely' : 'possible'
  return found
    .toSorted((a, b) => a.sheets.length - b.sheets.length || Number(a.fee - b.fee))
    .slice(0, MOST_SHOWN)
    .map((each) => ({ ...each, certainty }))
}

/** The market days that come to exactly this total, when no others do; null otherwise. */
export function sheetsOfTotal(total: Cents, on: Day, takings: readonly Takings[]): readonly Takings[] | null {
  const exact = runs(takings.filter((each) => each.on <= on)).filter((sheets) => sum(sheets.map((each) => each.cents)) === total)
  return exact.length === 1 ? (exact[0] ?? null) : null
}

/** Every row of days after each other, of all together and of each member, once. */
function runs(takings: readonly Takings[]): readonly (readonly Takings[])[] {
  const sorted = takings.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.number < b.number ? -1 : 1))
  const found = new Map<string, readonly Takings[]>()
  for (const list of [sorted, ...Map.groupBy(sorted, (each) => each.member).values()])
    for (let from = 0; from < list.length; from++)
      for (let many = 1; many <= Math.min(MOST_SHEETS, list.length - from); many++) {
        const run = list.slice(from, from + many)
        found.set(run.map((each) => each.number).join(), run)
      }
  return [...found.values()]
}
