import type { Day, Month } from '#kit/day.ts'
import { type Cents, plus, sum, ZERO } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import type { Attribution, Receiver, ShareKind, ShareLine } from '#rooms/agreements'
import type { Divided, MemberSplit, StoredMonth, StoredReversal } from '../dividing/facts.rules.ts'

/** A part of the money with the article that gave it: "5b". */
export type RiverPart = {
  readonly receiver: Receiver
  readonly cents: Cents
  readonly article: string
  readonly kind: ShareKind
  readonly from: Receiver | null
}

/** A payment of a customer as a member may see it. */
export type RiverPayment = { readonly receipt: string; readonly number: string; readonly on: Day; readonly gross: Cents }

/**
 * Where money went: what customers paid = VAT + rounding + costs + loss made good + the parts, when nothing was lost.
 * `closed` says whether this is booked, or how it stands now.
 */
export type RiverView = {
  readonly of: 'month' | 'receipt'
  readonly member: MemberId
  readonly month: Month
  readonly closed: boolean
  readonly agreement: string | null
  readonly gross: Cents
  readonly vat: Cents
  readonly rounding: Cents
  readonly costs: Cents
  readonly costsByKind: readonly { readonly kind: string; readonly cents: Cents }[]
  readonly costsNotCounted: Cents
  readonly madeGood: Cents
  readonly lossCarried: Cents
  readonly lossBorne: Cents
  readonly result: Cents
  readonly parts: readonly RiverPart[]
  readonly payments: readonly RiverPayment[]
  readonly back: readonly StoredReversal[]
}

type Paid = { readonly receipt: string; readonly number: string; readonly on: Day; readonly net: Cents; readonly vat: Cents; readonly rounding: Cents }

/** A month that is not closed: how it stands now. */
export function riverOfSplit(split: MemberSplit): RiverView {
  const { shares, facts } = split
  return {
    of: 'month',
    member: facts.member,
    month: shares.month,
    closed: false,
    agreement: facts.agreement.version,
    ...paidTotals(facts.payments),
    costs: shares.costs,
    costsByKind: kindsOf(facts.costs),
    costsNotCounted: shares.costsNotCounted,
    ...lossesOf(shares.openLossBefore, shares.lossCarried, shares.lossBorne, shares.result),
    result: shares.result,
    parts: partsOfLines(shares.lines),
    back: split.reversals.map((reversal) => ({
      member: facts.member,
      month: shares.month,
      ofMonth: reversal.divided.left.month,
      number: reversal.divided.number,
      on: reversal.on,
      net: reversal.net,
      lines: reversal.lines,
    })),
  }
}

/** A closed month, as it was booked. */
export function riverOfStored(stored: StoredMonth, paid: readonly Divided[], back: readonly StoredReversal[]): RiverView {
  return {
    of: 'month',
    member: stored.member,
    month: stored.month,
    closed: true,
    agreement: stored.agreement,
    ...paidTotals(paid.map(paidOf)),
    costs: stored.costs,
    costsByKind: kindsOf(stored.costsByKind),
    costsNotCounted: stored.costsNotCounted,
    ...lossesOf(stored.openLossBefore, stored.lossCarried, stored.lossBorne, stored.result),
    result: stored.result,
    parts: partsOfLines(stored.lines),
    back,
  }
}

/** One payment, booked or as it stands now. */
export function riverOfPayment(of: {
  paid: Paid
  member: MemberId
  closed: boolean
  agreement: string | null
  river: Attribution
  back: readonly StoredReversal[]
}): RiverView {
  const { river } = of
  return {
    of: 'receipt',
    member: of.member,
    month: river.month,
    closed: of.closed,
    agreement: of.agreement,
    ...paidTotals([of.paid]),
    costs: plus(river.costs, river.offset),
    costsByKind: [],
    costsNotCounted: ZERO,
    madeGood: river.earlierLoss,
    lossCarried: ZERO,
    lossBorne: ZERO,
    result: sum([river.earlierLoss, ...river.lines.map((line) => line.cents)]),
    parts: partsOfLines(river.lines),
    back: of.back,
  }
}

export function paidOf(divided: Divided): Paid {
  return { receipt: divided.left.receipt, number: divided.number, on: divided.on, net: divided.left.net, vat: divided.vat, rounding: divided.rounding }
}

/** What a receiver got in all. */
export function partFor(view: Pick<RiverView, 'parts'>, receiver: Receiver): Cents {
  return sum(view.parts.filter((part) => part.receiver === receiver).map((part) => part.cents))
}

function paidTotals(paid: readonly Paid[]): Pick<RiverView, 'gross' | 'vat' | 'rounding' | 'payments'> {
  const gross = (each: Paid) => sum([each.net, each.vat, each.rounding])
  return {
    gross: sum(paid.map(gross)),
    vat: sum(paid.map((each) => each.vat)),
    rounding: sum(paid.map((each) => each.rounding)),
    payments: paid.map((each) => ({ receipt: each.receipt, number: each.number, on: each.on, gross: gross(each) })),
  }
}

function lossesOf(before: Cents, carried: Cents, borne: Cents, result: Cents): Pick<RiverView, 'madeGood' | 'lossCarried' | 'lossBorne'> {
  const madeGood = result > 0n && before > carried ? ((before - carried) as Cents) : ZERO
  return { madeGood, lossCarried: carried, lossBorne: borne }
}

function kindsOf(costs: Readonly<Record<string, Cents>>): RiverView['costsByKind'] {
  return Object.entries(costs)
    .filter(([, amount]) => amount !== 0n)
    .map(([kind, amount]) => ({ kind, cents: amount }))
}

function partsOfLines(lines: readonly ShareLine[]): RiverPart[] {
  const together = new Map<string, RiverPart>()
  for (const { receiver, cents, article, kind, from } of lines) {
    const key = `${receiver} ${article} ${kind}`
    const known = together.get(key)
    together.set(key, { receiver, article, kind, from, cents: known ? plus(known.cents, cents) : cents })
  }
  return [...together.values()]
}
