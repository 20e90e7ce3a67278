import type { Day, Instant, Month } from '#kit/day.ts'
import { type Cents, minus, plus, smallest, sum, ZERO } from '#kit/money.ts'
import type { MemberId, PersonId } from '#rooms/access'
import type { Attribution, CostKind, MonthFacts, NetReceipt, Receiver, Reversal, RunningTotals, ShareLine, Shares, SplitRules } from '#rooms/agreements'

/** A customer's payment that counts in a month, by its part without VAT and after what was given back of it in that same month. */
export type Payment = {
  readonly receipt: string
  readonly invoice: string
  readonly number: string
  /** A share of one member in an invoice of several. */
  readonly shared?: boolean
  /** Work for another member: no customer paid it. */
  readonly inside?: boolean
  readonly member: MemberId
  readonly net: Cents
  readonly vat: Cents
  /** A cent or two, where prices were promised with VAT in them. */
  readonly rounding: Cents
  readonly on: Day
  /** The day of the work: what comes after leaving was earned then. */
  readonly performedOn: Day
}

/** A part of a payment that is no turnover any more: after a credit note, or because the payment was undone. */
export type TakenBackPart = {
  readonly receipt: string
  readonly cause: string
  readonly member: MemberId
  readonly net: Cents
  readonly vat: Cents
  readonly rounding: Cents
  readonly on: Day
  readonly why: 'credited' | 'undone' | 'writtenOff'
}

/** A payment that was divided before, with what is left of its river after earlier reversals. */
export type Divided = {
  readonly invoice: string
  readonly number: string
  readonly shared?: boolean
  readonly inside?: boolean
  readonly member: MemberId
  readonly on: Day
  readonly vat: Cents
  readonly rounding: Cents
  /** The version it was divided by. */
  readonly agreement: string
  readonly left: Attribution
}

/** Money to give back out of a payment that was divided in a closed month. */
export type ToReverse = { readonly cause: string; readonly on: Day; readonly divided: Divided; readonly net: Cents }

/** The agreement a part of a member's month is divided by; `version` names its exact text. */
export type RulesOfMember = { readonly version: string; readonly rules: SplitRules }

/** Everything the split of one member's month rests on, or of the part of it that goes by one version. */
export type MemberFacts = {
  readonly member: MemberId
  readonly agreement: RulesOfMember
  readonly payments: readonly Payment[]
  readonly reversing: readonly ToReverse[]
  readonly costs: Readonly<Record<CostKind, Cents>>
  readonly before: RunningTotals
}

export type MemberReversal = Reversal & { readonly cause: string; readonly on: Day; readonly divided: Divided }

/**
 * One member's month, divided: reversals first, for they change what the split finds. A month with two versions has two of these,
 * numbered by `part`; the places of the lines go on from one to the next.
 */
export type MemberSplit = {
  readonly facts: MemberFacts
  readonly part: number
  readonly reversals: readonly MemberReversal[]
  readonly shares: Shares
  readonly rivers: readonly Attribution[]
}

/** A line of a month with the version that gave it. */
export type PartLine = ShareLine & { readonly agreement: string }

/** One member's month as a whole, over all its parts; stored, or as it stands now. */
export type WholeMonth = {
  readonly month: Month
  readonly member: MemberId
  readonly turnover: Cents
  /** What of the turnover is work for another member. */
  readonly inside: Cents
  readonly costs: Cents
  readonly costsNotCounted: Cents
  readonly result: Cents
  readonly openLossBefore: Cents
  readonly lossCarried: Cents
  readonly lossBorne: Cents
  readonly costsByKind: Readonly<Record<string, Cents>>
  readonly lines: readonly PartLine[]
}

/** A reversal booked in a month: money given back of an earlier one. */
export type StoredReversal = {
  readonly member: MemberId
  readonly month: Month
  readonly ofMonth: Month
  readonly number: string
  readonly inside?: boolean
  readonly on: Day
  /** The day of the payment that it takes back. */
  readonly paidOn: Day
  readonly net: Cents
  readonly lines: readonly { readonly receiver: Receiver; readonly article: string; readonly cents: Cents }[]
}

/** A month that was divided and closed; `head` is the end of the ledger's chain at that moment and `number` its place, `cover` what was left after pots and debts. */
export type Closing = {
  readonly month: Month
  readonly at: Instant
  readonly by: PersonId | null
  readonly head: string
  readonly number: bigint | null
  readonly cover: Cents
}

/**
 * Takes back what customers got back. Of money not yet divided it lowers the payment itself, and so this month's base;
 * of money that was divided it becomes a reversal (decisions 2). What is left of a payment is never below zero:
 * bad debt is booked by its gross, so its net may differ by a cent of rounding from what is left.
 */
export function takeBack(
  payments: readonly Payment[],
  parts: readonly TakenBackPart[],
  divided: readonly Divided[],
): { payments: readonly Payment[]; reversing: readonly ToReverse[] } {
  const before = new Map(divided.map((each) => [each.left.receipt, each]))
  const now = new Map(payments.map((payment) => [payment.receipt, payment]))
  const reversing: ToReverse[] = []
  const left = new Map(divided.map((each) => [each.left.receipt, each.left.net]))
  for (const part of parts) {
    const earlier = before.get(part.receipt)
    const payment = now.get(part.receipt)
    if (earlier) {
      const net = boundedBy(left.get(part.receipt) ?? ZERO, part)
      left.set(part.receipt, minus(left.get(part.receipt) ?? ZERO, net))
      reversing.push({ cause: part.cause, on: part.on, divided: earlier, net })
    } else if (payment)
      now.set(part.receipt, {
        ...payment,
        net: minus(payment.net, boundedBy(payment.net, part)),
        vat: minus(payment.vat, part.vat),
        rounding: minus(payment.rounding, part.rounding),
      })
  }
  return { payments: [...now.values()].filter((payment) => payment.net !== 0n || payment.vat !== 0n), reversing: reversing.filter(({ net }) => net > 0n) }
}

function boundedBy(left: Cents, part: TakenBackPart): Cents {
  return part.why === 'writtenOff' ? smallest(left, part.net) : part.net
}

/** Months as a whole, in the order in which their parts come: turnover, costs and losses over all parts, each line with its version. */
export function wholeMonths(splits: readonly MemberSplit[]): (WholeMonth & { readonly splits: readonly MemberSplit[] })[] {
  return [...Map.groupBy(splits, (split) => split.facts.member)].map(([member, own]) => ({ ...wholeOf(own.map(partOf)), member, splits: own }))
}

/** Parts of one month, in their order, as one. */
export function wholeOf(parts: readonly WholeMonth[]): WholeMonth {
  const [first] = parts
  const last = parts.at(-1)
  if (!first || !last) throw new Error('a month without a part')
  const total = (read: (part: WholeMonth) => Cents) => sum(parts.map(read))
  const costsByKind: Record<string, Cents> = {}
  for (const part of parts) for (const [kind, cents] of Object.entries(part.costsByKind)) costsByKind[kind] = plus(costsByKind[kind] ?? ZERO, cents)
  return {
    month: first.month,
    member: first.member,
    turnover: total((part) => part.turnover),
    inside: total((part) => part.inside),
    costs: total((part) => part.costs),
    costsNotCounted: total((part) => part.costsNotCounted),
    result: total((part) => part.result),
    openLossBefore: first.openLossBefore,
    lossCarried: last.lossCarried,
    lossBorne: total((part) => part.lossBorne),
    costsByKind,
    lines: parts.flatMap((part) => part.lines),
  }
}

function partOf({ facts, shares }: MemberSplit): WholeMonth {
  const lines = shares.lines.map((line) => ({ ...line, agreement: facts.agreement.version }))
  const inside = sum(facts.payments.filter((payment) => payment.inside).map((payment) => payment.net))
  return { ...shares, inside, member: facts.member, costsByKind: facts.costs, lines }
}

/** The money of the month without VAT, and its costs by kind. */
export function monthFactsOf(month: Month, facts: Pick<MemberFacts, 'payments' | 'costs'>): MonthFacts {
  return { month, turnover: sum(facts.payments.map((payment) => payment.net)), costs: facts.costs }
}

/** The payments as the split spreads itself over them. */
export function receiptsOf(facts: Pick<MemberFacts, 'payments'>): NetReceipt[] {
  return facts.payments.map((payment) => ({ id: payment.receipt, net: payment.net }))
}

/** Nothing came in, nothing was spent, nothing goes back: such a month is not written down. */
export function isEmpty(facts: Pick<MemberFacts, 'payments' | 'reversing' | 'costs'>): boolean {
  return facts.payments.length === 0 && facts.reversing.length === 0 && Object.values(facts.costs).every((cents) => cents === ZERO)
}
