import type { Month } from '#kit/day.ts'
import { type Cents, largest, minus, negate, plus, ZERO } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import type { EarlierPart, Receiver, RunningTotals, ShareLine } from '#rooms/agreements'
import { attribute, countedCosts, OWN_POTS, reverseShares, split } from '#rules/agreements'
import { type MemberFacts, type MemberSplit, monthFactsOf, receiptsOf } from './facts.rules.ts'

/** Where a part stands in its month: its number, the place of its first line, what the parts before it gave, and whether its loss goes along. */
type Place = { readonly part: number; readonly line: number; readonly earlier: readonly EarlierPart[]; readonly carried: boolean | null }
const ALONE: Place = { part: 0, line: 0, earlier: [], carried: null }

/**
 * Divides one member's month on paper: what goes back of earlier months, then the split, then the river of each payment.
 * Pure: the live view, the month close and a what-if call this same function.
 */
export function settleMember(month: Month, facts: MemberFacts, place: Place = ALONE): MemberSplit {
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
  const own = place.carried === null ? rules : { ...rules, loss: { ...rules.loss, carried: place.carried } }
  const divided = split(monthFactsOf(month, facts), own, totals, place.earlier)
  // Every line keeps its place, so that the river of a payment can point at the line of the month.
  const shares = { ...divided, lines: divided.lines.map((line, nr) => ({ ...line, line: place.line + nr })) }
  return { facts, part: place.part, reversals, shares, rivers: attribute(shares, receiptsOf(facts)) }
}

/** The part of a member's month that goes by one version. */
export type PartFacts = Omit<MemberFacts, 'member' | 'before'>

/**
 * Divides a member's month that goes by one version or by more: a part for each, in the order of the versions, running totals going
 * from one to the next. A part with a loss comes first and the others make it good, for a month is only negative as a whole; what is
 * left of it then is carried or borne as its own version says. `left`: the member was outside at the end of the month (decisions 2),
 * so an open loss and a pot below zero are for whom the last version names, as lines of their own.
 */
export function settleMonth(month: Month, member: MemberId, before: RunningTotals, parts: readonly PartFacts[], left: boolean): MemberSplit[] {
  const done: MemberSplit[] = []
  let totals = before
  let passing = ZERO
  for (const [part, facts] of lossFirst(month, parts).entries()) {
    const last = part === parts.length - 1
    const { carried } = facts.agreement.rules.loss
    const place = { part, line: linesOf(done), earlier: done.map(({ shares }) => shares), carried: carried || !last || left }
    const found = settleMember(month, { ...facts, member, before: totals }, place)
    const grown = minus(found.shares.lossCarried, found.shares.openLossBefore)
    if (grown < 0n) passing = largest(ZERO, plus(passing, grown))
    else if (!carried && !last) passing = plus(passing, grown)
    done.push(last && !left && passing > 0n ? bearing(found, passing) : found)
    totals = found.shares.totals
  }
  return left ? ended(done) : done
}

function linesOf(splits: readonly MemberSplit[]): number {
  return splits.reduce((all, { shares }) => all + shares.lines.length, 0)
}

function lossFirst(month: Month, parts: readonly PartFacts[]): PartFacts[] {
  const inLoss = (part: PartFacts) => monthFactsOf(month, part).turnover < countedCosts(part.costs, part.agreement.rules.costs)
  return parts.length < 2 ? [...parts] : [...parts.filter(inLoss), ...parts.filter((part) => !inLoss(part))]
}

/** A loss that passed from one part to the next within the month, and that its own version does not carry any further. */
function bearing(split: MemberSplit, cents: Cents): MemberSplit {
  const { shares } = split
  const lossCarried = minus(shares.lossCarried, cents)
  return { ...split, shares: { ...shares, lossCarried, lossBorne: plus(shares.lossBorne, cents), totals: { ...shares.totals, openLoss: lossCarried } } }
}

/** The member left: an open loss and pots below zero go to whom the agreement names, so that nothing stays open. */
function ended(splits: readonly MemberSplit[]): MemberSplit[] {
  const last = splits.at(-1)
  if (!last) return []
  const { shares } = last
  const { inTheEnd, article } = last.facts.agreement.rules.loss
  const line = (receiver: Receiver, cents: Cents, from: Receiver | null): ShareLine => ({
    receiver,
    cents,
    article,
    step: 'ending',
    kind: 'ending',
    from,
    base: 'remainder',
    of: largest(cents, negate(cents)),
    weight: null,
    whole: null,
  })
  const below = OWN_POTS.flatMap((pot) => {
    const cents = negate(shares.totals.pots[pot] ?? ZERO)
    return cents > 0n ? [{ pot, cents }] : []
  })
  const lines = [
    ...(shares.lossCarried > 0n ? [line(inTheEnd, negate(shares.lossCarried), null)] : []),
    ...below.flatMap(({ pot, cents }) => [line(pot, cents, inTheEnd), line(inTheEnd, negate(cents), pot)]),
  ]
  const first = linesOf(splits)
  const pots = { ...shares.totals.pots, ...Object.fromEntries(below.map(({ pot }) => [pot, ZERO])) }
  const closed = {
    ...shares,
    lines: [...shares.lines, ...lines.map((each, nr) => ({ ...each, line: first + nr }))],
    lossCarried: ZERO,
    totals: { ...shares.totals, openLoss: ZERO, pots },
  }
  return [...splits.slice(0, -1), { ...last, shares: closed }]
}
