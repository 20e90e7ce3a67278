import type { Day, Month } from '#kit/day.ts'
import { type Cents, minus, plus, sum, ZERO } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import type { Attribution, Receiver, RunningTotals } from '#rooms/agreements'
import { NOTHING_YET, OWN_POTS } from '#rules/agreements'
import type { Divided, MemberSplit, Payment, RulesOfMember, ToReverse } from '../dividing/facts.rules.ts'
import { type PartFacts, settleMonth } from '../dividing/settle.rules.ts'

/** What somebody gets of a month; below zero for what went back. */
export type Part = { readonly receiver: Receiver; readonly cents: Cents }

/** Money that went back in a closed month of a payment of before: `gone` is the river of exactly that money. */
export type PastReversal = { readonly cause: string; readonly on: Day; readonly net: Cents; readonly gone: Divided }

/** The part of a member's closed month that went by one version: what it rested on, and what the books hold of it. */
export type PastPart = {
  readonly month: Month
  readonly member: MemberId
  readonly version: string
  /** Money that came in after the member left. */
  readonly late: boolean
  /** What went before, as it was then; null for an invented month, which only goes on from the one before it. */
  readonly before: RunningTotals | null
  readonly costs: Readonly<Record<string, Cents>>
  readonly payments: readonly Payment[]
  readonly reversing: readonly PastReversal[]
  readonly booked: readonly Part[]
}

/** A member's month by other rules. `base` is what there was to divide: what customers paid, less all costs and what went back. */
export type Replayed = {
  readonly month: Month
  readonly member: MemberId
  readonly base: Cents
  readonly booked: readonly Part[]
  readonly parts: readonly Part[]
}

/** By which rules a part of a month goes. */
export type Choice = (part: PastPart) => RulesOfMember

/**
 * Divides closed months once more, each member's in their order, by the rules that `choice` gives: with those of then it is what the
 * books hold. Caps, losses and pots go on from month to month as the chosen rules would have made them; what was spent from a pot in
 * between stays as it was. Money that went back of a payment from before these months goes back as it did.
 */
export function replay(parts: readonly PastPart[], choice: Choice, isOutside: (member: MemberId, month: Month) => boolean): Replayed[] {
  return [...Map.groupBy(parts, (part) => part.member).values()].flatMap((own) => replayMember(own, choice, isOutside))
}

type Run = { totals: RunningTotals | null; drift: Partial<Record<Receiver, Cents>>; readonly rivers: Map<string, Divided> }

function replayMember(own: readonly PastPart[], choice: Choice, isOutside: (member: MemberId, month: Month) => boolean): Replayed[] {
  const run: Run = { totals: null, drift: {}, rivers: new Map() }
  const months = [...Map.groupBy(own, (part) => part.month)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return months.map(([month, parts]) => {
    const [first] = parts
    if (!first) throw new Error('a month without a part')
    const before = beforeOf(run, first)
    const splits = settleMonth(month, first.member, before, factsOf(run, parts, choice), isOutside(first.member, month))
    const booked = parts.flatMap((part) => part.booked)
    remember(run, before, splits, first.before === null ? null : booked)
    return { month, member: first.member, base: baseOf(parts), booked, parts: splits.flatMap(partsOf) }
  })
}

/** Totals go on from the month before; pots stand as they stood then, and as much more or less as these rules made of it so far. */
function beforeOf(run: Run, first: PastPart): RunningTotals {
  const known = run.totals ?? first.before ?? NOTHING_YET
  const then = first.before?.pots
  if (!then) return known
  const moved = Object.values(run.drift).some((cents) => cents !== 0n)
  if (Object.keys(then).length === 0 && !moved) return { ...known, pots: {} }
  return { ...known, pots: Object.fromEntries(OWN_POTS.map((pot) => [pot, plus(then[pot] ?? ZERO, run.drift[pot] ?? ZERO)])) }
}

function factsOf(run: Run, parts: readonly PastPart[], choice: Choice): PartFacts[] {
  const together = new Map<string, PartFacts>()
  for (const part of parts) {
    const agreement = choice(part)
    const key = `${agreement.version} ${part.late}`
    const known = together.get(key) ?? { agreement, payments: [], reversing: [], costs: {} }
    together.set(key, {
      agreement,
      payments: [...known.payments, ...part.payments],
      reversing: [...known.reversing, ...part.reversing.map((each) => reversalIn(run, each))],
      costs: added(known.costs, part.costs),
    })
  }
  return [...together.values()]
}

function reversalIn(run: Run, { cause, on, net, gone }: PastReversal): ToReverse {
  const river = run.rivers.get(gone.left.receipt)
  return { cause, on, net, divided: river && river.left.net >= net ? river : gone }
}

function remember(run: Run, before: RunningTotals, splits: readonly MemberSplit[], booked: readonly Part[] | null): void {
  const last = splits.at(-1)
  if (!last) return
  run.totals = last.shares.totals
  for (const pot of booked ? OWN_POTS : []) {
    const now = minus(last.shares.totals.pots[pot] ?? ZERO, before.pots[pot] ?? ZERO)
    run.drift[pot] = plus(run.drift[pot] ?? ZERO, minus(now, got(booked ?? [], pot)))
  }
  for (const { facts, rivers, reversals } of splits) {
    for (const { divided, left } of reversals) run.rivers.set(left.receipt, { ...divided, left })
    for (const left of rivers) run.rivers.set(left.receipt, riverOf(facts.payments, left, facts.agreement.version))
  }
}

function riverOf(payments: readonly Payment[], left: Attribution, agreement: string): Divided {
  const payment = payments.find((each) => each.receipt === left.receipt)
  if (!payment) throw new Error('a river without its payment')
  const { invoice, number, member, on, vat, rounding } = payment
  return { invoice, number, member, on, vat, rounding, agreement, left }
}

function partsOf({ shares, reversals }: MemberSplit): Part[] {
  return [...shares.lines, ...reversals.flatMap((reversal) => reversal.lines)].map(({ receiver, cents }) => ({ receiver, cents }))
}

/** What customers paid, less all costs and what went back: what the parts and what stays undivided add up to. */
function baseOf(parts: readonly PastPart[]): Cents {
  const paid = sum(parts.flatMap((part) => part.payments.map((payment) => payment.net)))
  const spent = sum(parts.flatMap((part) => Object.values(part.costs)))
  const back = sum(parts.flatMap((part) => part.reversing.map((reversal) => reversal.net)))
  return minus(paid, plus(spent, back))
}

/** What a receiver got of these parts in all. */
export function got(parts: readonly Part[], ...receivers: readonly Receiver[]): Cents {
  return sum(parts.flatMap((part) => (receivers.includes(part.receiver) ? [part.cents] : [])))
}

function added(a: Readonly<Record<string, Cents>>, b: Readonly<Record<string, Cents>>): Record<string, Cents> {
  const all = { ...a }
  for (const [kind, cents] of Object.entries(b)) all[kind] = plus(all[kind] ?? ZERO, cents)
  return all
}
