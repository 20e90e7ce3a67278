import { type Cents, euro, minus, negate, smallest, sum } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import { nl } from '../banking.nl.ts'
import type { Certainty, Payable } from './matching.rules.ts'
import { sameName } from './traces.rules.ts'

/** Money out that may have gone back to a customer, for these invoices in this order. */
export type Refund<Id extends string> = {
  readonly invoices: readonly Payable<Id>[]
  readonly certainty: Certainty
  readonly reasons: readonly string[]
}

const MOST_SHOWN = 3

/**
 * Which customers with money to come a line may have paid back: the exact amount of one invoice, of all of one customer, or a part of what a
 * customer that is recognised by name or account has to come. Never certain: the bank does not say why money went out.
 */
export function refundsFor<Id extends string>(
  line: { readonly cents: Cents; readonly name: string | null; readonly customer: string | null },
  invoices: readonly Payable<Id>[],
): Refund<Id>[] {
  if (line.cents >= 0n) return []
  const toCome = invoices.filter((invoice) => invoice.open < 0n)
  const exact = toCome.filter((invoice) => invoice.open === line.cents)
  const one = exact.map((invoice): Refund<Id> => ({ invoices: [invoice], certainty: 'likely', reasons: [nl.reasons.toCome] }))
  const several = [...Map.groupBy(toCome, (invoice) => invoice.customer).values()].flatMap((of): Refund<Id>[] => {
    const total = sum(of.map((invoice) => invoice.open))
    const [first] = of
    if (!first || of.some((invoice) => exact.includes(invoice))) return []
    if (total === line.cents && of.length > 1) {
      return [{ invoices: of, certainty: 'likely', reasons: [fill(nl.reasons.together, { amount: euro(negate(total)) }), nl.reasons.toCome] }]
    }
    const known = line.customer === first.customer || (line.name !== null && sameName(line.name, first.customerName))
    if (!known || total > line.cents) return []
    return [{ invoices: filled(of, negate(line.cents)), certainty: 'possible', reasons: [fill(nl.reasons.toComeMore, { amount: euro(negate(total)) })] }]
  })
  return [...one, ...several].slice(0, MOST_SHOWN)
}

/** As many of these, the oldest first, as the money reaches. */
function filled<Id extends string>(invoices: readonly Payable<Id>[], cents: Cents): readonly Payable<Id>[] {
  let left = cents
  return invoices
    .toSorted((a, b) => (a.issuedOn < b.issuedOn ? -1 : 1))
    .filter((invoice) => {
      const wanted = left > 0n
      left = minus(left, smallest(left, negate(invoice.open)))
      return wanted
    })
}
