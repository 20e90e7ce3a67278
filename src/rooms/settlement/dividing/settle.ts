import type { Month } from '#kit/day.ts'
import { attribute, reverseShares, split } from '#rooms/agreements'
import { type MemberFacts, type MemberSplit, monthFactsOf, receiptsOf } from './facts.rules.ts'

/**
 * Divides one member's month on paper: what goes back of earlier months, then the split, then the river of each payment.
 * Pure: the live view, the month close and a what-if call this same function.
 */
export function settleMember(month: Month, facts: MemberFacts): MemberSplit {
  const { rules } = facts.agreement
  let totals = facts.before
  const left = new Map(facts.reversing.map(({ divided }) => [divided.left.receipt, divided.left]))
  const reversals = facts.reversing.map(({ cause, on, divided, net }) => {
    const river = left.get(divided.left.receipt) ?? divided.left
    const reversal = reverseShares(river, net, totals, rules.loss.carried)
    totals = reversal.totals
    left.set(divided.left.receipt, reversal.left)
    return { ...reversal, cause, on, divided: { ...divided, left: river } }
  })
  const divided = split(monthFactsOf(month, facts), rules, totals)
  // Every line keeps its place, so that the river of a payment can point at the line of the month.
  const shares = { ...divided, lines: divided.lines.map((line, place) => ({ ...line, line: place })) }
  return { facts, reversals, shares, rivers: attribute(shares, receiptsOf(facts)) }
}
