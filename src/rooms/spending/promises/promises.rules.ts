import { type Day, firstDay, type Month, monthAfter } from '#kit/day.ts'
import { allocate, type Cents, minus, smallest, ZERO } from '#kit/money.ts'

/** In how many months something may be paid: what is paid at once is no promise, and nobody promises for more than five years. */
export const FEWEST = 2
export const MOST = 60

/** One payment of a promise: its place in the row, from which day it is held, and how much, in cents. */
export type Planned = { readonly place: number; readonly due: Day; readonly cents: Cents }

/** How something is paid in parts: in how many months, beginning in which. */
export type Plan = { readonly parts: number; readonly first: Month }

/**
 * The instalments of an amount, one at the first day of each month; together they are the amount to the cent, and no two differ by more than a cent.
 * `after` is the place of the last instalment that was there before.
 */
export function instalments(total: Cents, plan: Plan, after = 0): Planned[] {
  const parts = allocate(
    total,
    Array.from({ length: plan.parts }, () => 1n),
  )
  return parts.map((cents, i) => ({ place: after + i + 1, due: firstDay(monthAfter(plan.first, i)), cents }))
}

/** Why a plan cannot be: too few or too many parts, a part of nothing, or a first month that was before `now`; null when it can. */
export function planProblem(total: Cents, plan: Plan, now: Month, fewest = FEWEST): 'parts' | 'first' | null {
  if (!Number.isInteger(plan.parts) || plan.parts < fewest || plan.parts > MOST || total < BigInt(plan.parts)) return 'parts'
  return plan.first < now ? 'first' : null
}

/**
 * What a pot holds, divided: what is held for requests and instalments whose day came, what of the later instalments is there already, what of them must still
 * come in, and what is free. A promise takes only what is in the pot, so it never brings a pot below zero by itself; nor is free ever below zero.
 */
export function potParts(balance: Cents, reserved: Cents, later: Cents): { readonly promised: Cents; readonly toCome: Cents; readonly free: Cents } {
  const left = minus(balance, reserved)
  const there = left > 0n ? left : ZERO
  const promised = smallest(there, later)
  return { promised, toCome: minus(later, promised), free: minus(there, promised) }
}

/** Where a promise stands, from how many of its instalments are still to come and how many were booked. */
export function promiseStanding(open: number, booked: number): 'promised' | 'bought' | 'cancelled' {
  if (open > 0) return 'promised'
  return booked > 0 ? 'bought' : 'cancelled'
}
