import type { Day } from '#kit/day.ts'
import { type Cents, euro, minus, negate } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import { nl } from '../banking.nl.ts'
import type { Certainty } from '../matching/matching.rules.ts'
import { sameName } from '../matching/traces.rules.ts'

/** A bill for a thing that waits for money. */
export type BillWaiting<Id extends string = string> = {
  readonly id: Id
  readonly number: string
  readonly thing: string
  readonly open: Cents
  readonly name: string
  readonly member: string | null
  readonly buyer: string | null
  readonly dueOn: Day | null
}

type Paying = { readonly cents: Cents; readonly name: string | null; readonly named: readonly string[] }

export type BillFound<Id extends string = string> = {
  readonly bill: BillWaiting<Id>
  readonly certainty: Certainty
  readonly reasons: readonly string[]
  readonly over: Cents
}

/**
 * Which bill for a thing a payment may be. Certain is only: one number as written on the bill, the amount to the cent, and no other payer. An amount alone, or a name alone, is for a person.
 */
export function proposeBills<Id extends string>({ cents, name, named }: Paying, bills: readonly BillWaiting<Id>[]): BillFound<Id>[] {
  return bills.flatMap((bill): BillFound<Id>[] => {
    const over = minus(cents, bill.open)
    const number = named.includes(bill.number)
    const fits = name !== null && sameName(name, bill.name)
    if (!number && over !== 0n) return []
    const exact =
      over === 0n ? nl.reasons.exact : over > 0n ? fill(nl.reasons.more, { amount: euro(over) }) : fill(nl.reasons.less, { amount: euro(negate(over)) })
    const reasons = [...(number ? [fill(nl.reasons.number, { number: bill.number })] : []), ...(fits ? [nl.reasons.nameFits] : []), exact]
    const other = name !== null && !fits
    if (!number) return [{ bill, certainty: fits ? 'likely' : 'possible', reasons, over }]
    const certain = over === 0n && named.length === 1 && !other
    return [{ bill, certainty: certain ? 'certain' : 'likely', reasons: other ? [...reasons, nl.reasons.otherPayer] : reasons, over }]
  })
}
