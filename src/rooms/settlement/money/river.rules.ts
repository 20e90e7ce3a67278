import type { Day, Month } from '#kit/day.ts'
import { type Cents, plus, sum, ZERO } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import type { Attribution, Receiver, ShareKind } from '#rooms/agreements'
import type { Divided, MemberSplit, PartLine, StoredReversal, WholeMonth } from '../dividing/facts.rules.ts'

/** A part of the money with the article that gave it: "5b". */
export type RiverPart = {
  readonly receiver: Receiver
  readonly cents: Cents
  readonly article: string
  /** The version whose article it is. */
  readonly agreement: string
  readonly kind: ShareKind
  readonly from: Receiver | null
}

/** A payment of a customer as a member may see it. */
export type RiverPayment = {
  readonly receipt: string
  readonly number: string
  readonly shared?: boolean
  readonly inside?: boolean
  readonly on: Day
  readonly gross: Cents
}

/**
 * Where money went: what customers paid = VAT + rounding + costs + loss made good + the parts, when nothing was lost.
 * `closed` says whether this is booked, or how it stands now.
 */
export type RiverView = {
  readonly of: 'month' | 'receipt'
  readonly member: MemberId
  readonly month: Month
  readonly closed: boolean
  /** The versions it was divided by, in their order. */
  readonly agreements: readonly string[]
  readonly gross: Cents
  readonly vat: Cents
  readonly rounding: Cents
  readonly costs: Cents
  readonly costsByKind: readonly { readonly kind: string; readonly cents: Cents }[]
  readonly costsNotCounted: Cents
  readonly madeGood: Cents
  readonly lossCarried: Cents
  readonly lossBorne: Cents
  /** What was left of a loss, or of a pot below zero, when the member left, and who bears it. */
  readonly ended: readonly { readonly bearer: Receiver; readonly of: Receiver | null; readonly cents: Cents }[]
  readonly result: Cents
  readonly parts: readonly RiverPart[]
  readonly payments: readonly RiverPayment[]
  readonly back: readonly StoredReversal[]
  /** A month before this one that is still open: these figures go on from it as it stands now. */
  readonly earlierOpen: Month | null
}

type Paid = Omit<RiverPayment, 'gross'> & { readonly net: Cents; readonly vat: Cents; readonly rounding: Cents }

/** A month that is not closed: how it stands now. */
export function riverOfWhole(whole: WholeMonth & { readonly splits: readonly MemberSplit[] }, earlierOpen: Month | null): RiverView {
  const payments = whole.splits.flatMap((split) => split.facts.payments).toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
  const back = whole.splits.flatMap((split) =>
    split.reversals.map((reversal) => ({
      member: whole.member,
      month: whole.month,
      ofMonth: reversal.divided.left.month,
      number: reversal.divided.number,
      inside: reversal.divided.inside ?? false,
      on: reversal.on,
      paidOn: reversal.divided.on,
      net: reversal.net,
      lines: reversal.lines,
    })),
  )
  const agreements = [...new Set(whole.splits.map((split) => split.facts.agreement.version))]
  return { ...riverOfMonth(whole, payments, back), agreements, closed: false, earlierOpen }
}

/** A closed month, as it was booked. */
export function riverOfStored(stored: WholeMonth, paid: readonly Divided[], back: readonly StoredReversal[]): RiverView {
  return { ...riverOfMonth(stored, paid.map(paidOf), back), closed: true, earlierOpen: null }
}

function riverOfMonth(whole: WholeMonth, paid: readonly Paid[], back: readonly StoredReversal[]): Omit<RiverView, 'closed' | 'earlierOpen'> {
  const ended = endedOf(whole.lines)
  return {
    of: 'month',
    member: whole.member,
    month: whole.month,
    agreements: [...new Set(whole.lines.map((line) => line.agreement))],
    ...paidTotals(paid),
    costs: whole.costs,
    costsByKind: kindsOf(whole.costsByKind),
    costsNotCounted: whole.costsNotCounted,
    madeGood: madeGoodIn(whole, sum(ended.filter((each) => each.of === null).map((each) => each.cents))),
    lossCarried: whole.lossCarried,
    lossBorne: whole.lossBorne,
    ended,
    result: whole.result,
    parts: partsOfLines(whole.lines),
    back,
  }
}

/** One payment, booked or as it stands now. */
export function riverOfPayment(of: {
  paid: Paid
  member: MemberId
  closed: boolean
  agreement: string
  river: Attribution
  back: readonly StoredReversal[]
  earlierOpen: Month | null
}): RiverView {
  const { river } = of
  return {
    of: 'receipt',
    member: of.member,
    month: river.month,
    closed: of.closed,
    agreements: [of.agreement],
    ...paidTotals([of.paid]),
    costs: plus(river.costs, river.offset),
    costsByKind: [],
    costsNotCounted: ZERO,
    madeGood: river.earlierLoss,
    lossCarried: ZERO,
    lossBorne: ZERO,
    ended: [],
    result: sum([river.earlierLoss, ...river.lines.map((line) => line.cents)]),
    parts: partsOfLines(river.lines.map((line) => ({ ...line, agreement: of.agreement }))),
    back: of.back,
    earlierOpen: of.earlierOpen,
  }
}

export function paidOf(divided: Divided): Paid {
  const { number, shared, inside, on, vat, rounding, left } = divided
  return { receipt: left.receipt, number, ...(shared ? { shared } : {}), ...(inside ? { inside } : {}), on, net: left.net, vat, rounding }
}

/** What of the money came from another member instead of a customer. */
export function insideOf(view: Pick<RiverView, 'payments'>): Cents {
  return sum(view.payments.filter((payment) => payment.inside).map((payment) => payment.gross))
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
    payments: paid.map((each) => ({
      receipt: each.receipt,
      number: each.number,
      ...(each.shared ? { shared: true } : {}),
      ...(each.inside ? { inside: true } : {}),
      on: each.on,
      gross: gross(each),
    })),
  }
}

/** What of an earlier loss this month made good; what was left of it when the member left was not made good but borne. */
function madeGoodIn(whole: WholeMonth, ended: Cents): Cents {
  const madeGood = (whole.openLossBefore - whole.lossCarried - ended) as Cents
  return whole.result > 0n && madeGood > 0n ? madeGood : ZERO
}

function endedOf(lines: readonly PartLine[]): RiverView['ended'] {
  return lines.flatMap((line) => (line.kind === 'ending' && line.cents < 0n ? [{ bearer: line.receiver, of: line.from, cents: -line.cents as Cents }] : []))
}

function kindsOf(costs: Readonly<Record<string, Cents>>): RiverView['costsByKind'] {
  return Object.entries(costs)
    .filter(([, amount]) => amount !== 0n)
    .map(([kind, amount]) => ({ kind, cents: amount }))
}

function partsOfLines(lines: readonly PartLine[]): RiverPart[] {
  const together = new Map<string, RiverPart>()
  for (const { receiver, cents, article, agreement, kind, from } of lines) {
    if (kind === 'ending') continue
    const key = `${receiver} ${agreement} ${article} ${kind}`
    const known = together.get(key)
    together.set(key, { receiver, article, agreement, kind, from, cents: known ? plus(known.cents, cents) : cents })
  }
  return [...together.values()]
}
