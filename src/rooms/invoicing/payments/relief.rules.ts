import { addMonths, type Day, day, within } from '#kit/day.ts'
import { type Cents, fraction, ZERO } from '#kit/money.ts'

type DatedRelief = {
  /** How long after the last day to pay a debt counts as one that will not be paid. */
  readonly monthsAfterDue: number
  /** Earlier, when it is certain that the customer will not pay. */
  readonly earlierWhenCertain: boolean
  readonly from: Day
  readonly until: Day | null
  readonly source: string
}

const RELIEF: readonly DatedRelief[] = [
  { monthsAfterDue: 12, earlierWhenCertain: true, from: day('2017-01-01'), until: null, source: 'Wet OB 1968 art. 29 lid 1 en 2 [G]' },
]

/** Whether the VAT of what was written off comes back from the tax office on a day (Wet OB 1968 art. 29) [G]; never without a last day to pay. */
export function reliefDue(invoice: { readonly dueOn: Day | null }, certain: boolean, on: Day): boolean {
  const rule = RELIEF.find((row) => within(on, row.from, row.until))
  if (!rule) throw new RangeError(`no rule for VAT on bad debt is known for ${on}`)
  if (certain && rule.earlierWhenCertain) return true
  return invoice.dueOn !== null && on >= addMonths(invoice.dueOn, rule.monthsAfterDue)
}

/** The VAT in a part of an invoice, in cents. */
export function vatWithin(part: Cents, invoice: { readonly vat: Cents; readonly payable: Cents }): Cents {
  return invoice.payable === 0n ? ZERO : fraction(part, invoice.vat, invoice.payable)
}
