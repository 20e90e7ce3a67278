import type { Customer, CustomerId } from '#rooms/organisations'
import type { Line, PriceBasis } from '../pricing/pricing.rules.ts'

/** What can be asked the same way again: everything but the day and what the customer wanted to see on it. */
export type AskedBefore = {
  readonly customer: CustomerId | null
  readonly basis: PriceBasis
  /** The line that the five questions are about. */
  readonly first: Line
  readonly more: readonly Line[]
}

/** So many customers of the last times stand above the others. */
const RECENT = 6

/** A line below zero is a discount and cannot be the first; without any other line there is nothing to ask again. */
export function againFrom(asked: Pick<AskedBefore, 'customer' | 'basis'> & { readonly lines: readonly Line[] }): AskedBefore | null {
  const first = asked.lines.find((line) => line.quantity > 0n)
  return first ? { customer: asked.customer, basis: asked.basis, first, more: asked.lines.filter((line) => line !== first) } : null
}

/** The choice of the form; a kind that it does not offer is for the treasurer to look at. */
export function vatChoiceOf(line: Line): 'standard' | 'reduced' | 'unsure' {
  return line.vat === 'standard' || line.vat === 'reduced' ? line.vat : 'unsure'
}

/** Customers of the last times, the latest first, and all others in the order they had. */
export function inOrderOfUse<C extends Pick<Customer, 'id'>>(
  customers: readonly C[],
  uses: readonly { readonly customer: CustomerId; readonly at: { readonly epochMilliseconds: number } }[],
): { readonly recent: readonly C[]; readonly others: readonly C[] } {
  const last = new Map<CustomerId, number>()
  for (const { customer, at } of uses) last.set(customer, Math.max(at.epochMilliseconds, last.get(customer) ?? 0))
  const recent = customers
    .filter(({ id }) => last.has(id))
    .toSorted((a, b) => (last.get(b.id) ?? 0) - (last.get(a.id) ?? 0))
    .slice(0, RECENT)
  return { recent, others: customers.filter((customer) => !recent.includes(customer)) }
}
