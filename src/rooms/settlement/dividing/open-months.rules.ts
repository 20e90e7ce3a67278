import { type Day, lastDay, type Month, monthAfter, monthOf, within } from '#kit/day.ts'
import { type Cents, plus, sum, ZERO } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import type { AgreementInForce, RunningTotals } from '#rooms/agreements'
import type { Dividable, DividableBack, DividableMoney } from '#rooms/invoicing'
import type { PotName, PotOnDay } from '#rooms/ledger'
import type { Outside } from '#rooms/members'
import type { AcceptedCost } from '#rooms/spending'
import { agreementFor, lateRulesOf, NOTHING_YET, OWN_POTS, totalsFrom } from '#rules/agreements'
import { type Divided, isEmpty, type MemberSplit, type Payment, type TakenBackPart, type ToReverse, takeBack } from './facts.rules.ts'
import type { History } from './history.sql.ts'
import { type PartFacts, settleMonth } from './settle.rules.ts'

/** Money that came in for work of a day for which nothing was agreed. */
export type Aside = Payment

/** Everything that months which are not closed rest on, of everybody within reach. */
export type Raw = {
  readonly agreements: ReadonlyMap<MemberId, readonly AgreementInForce[]>
  readonly departures: ReadonlyMap<MemberId, readonly Outside[]>
  readonly money: DividableMoney
  readonly aside: readonly Aside[]
  readonly costs: readonly AcceptedCost[]
  readonly divided: readonly Divided[]
  readonly history: History
  readonly pots: readonly PotOnDay[]
}

/** A month that is not closed, divided as it stands now: it goes on from the open months before it. */
export type OpenMonth = {
  readonly month: Month
  readonly splits: readonly MemberSplit[]
  /** Money that came in and waits for a decision about consent: not divided, not spent (decisions 6). */
  readonly waiting: readonly { readonly member: MemberId; readonly net: Cents; readonly number: string }[]
  /** Money that waits until somebody agreed upon the day of the work. */
  readonly aside: readonly Aside[]
}

type Counted = Aside & { readonly counts: Month | null; readonly agreement: AgreementInForce | null }

/** The money of an agreement's own way of counting, by the day of the work (decisions 1), each with the month in which it counts. */
export function countedMoney(raw: Raw, first: Month): { money: Counted[]; back: (DividableBack & { counts: Month })[]; waiting: Dividable[] } {
  const agreementOf = (each: { member: MemberId; performedOn: Day }) => agreementFor(raw.agreements.get(each.member) ?? [], each.performedOn)
  const isInvoiced = (each: { member: MemberId; performedOn: Day }) => agreementOf(each)?.rules.basis === 'invoiced'
  const own = [...raw.money.received.filter((each) => !isInvoiced(each)), ...raw.money.invoiced.filter(isInvoiced)]
  const found = own.map((each) => ({ ...each, counts: countsIn(each), agreement: agreementOf(each) }))
  const money: Counted[] = [...raw.aside.map((each) => ({ ...each, counts: first, agreement: agreementOf(each) })), ...found]
  const counts = new Map(money.map((each) => [each.receipt, each.counts]))
  const back = [...raw.money.receivedBack.filter((each) => !isInvoiced(each)), ...raw.money.invoicedBack.filter(isInvoiced)].map((each) => ({
    ...each,
    // Of money that waited, what went back meanwhile goes off it once it counts.
    counts: later(monthOf(each.on), counts.get(each.receipt) ?? monthOf(each.on)),
  }))
  return { money, back, waiting: own.filter((each) => each.waits !== false) }
}

/** Divides open months one after the other, from the first, each going on where the one before it ended. */
export function divideMonths(raw: Raw, months: readonly Month[]): OpenMonth[] {
  const [first] = months
  if (!first) return []
  const { money, back, waiting } = countedMoney(raw, first)
  const run: Run = { raw, rivers: new Map(raw.divided.map((each) => [each.left.receipt, each])), totals: new Map(), drift: new Map() }
  return months.map((month) => {
    const now = money.filter((each) => each.counts === month && each.agreement)
    const parts = back.filter((each) => each.counts === month)
    return {
      month,
      splits: divideMonth(run, month, now, parts),
      waiting: waiting.flatMap((each) => {
        const on = countsIn(each)
        return monthOf(each.on) === month && (on === null || on > month) ? [{ member: each.member, net: each.net, number: each.number }] : []
      }),
      aside: money.filter((each) => each.counts !== null && each.counts <= month && !each.agreement).map(paymentOf),
    }
  })
}

type Run = {
  readonly raw: Raw
  readonly rivers: Map<string, Divided>
  readonly totals: Map<MemberId, RunningTotals>
  /** What open months so far put in a member's pots and is not booked yet. */
  readonly drift: Map<MemberId, Partial<Record<string, Cents>>>
}

function divideMonth(run: Run, month: Month, money: readonly Counted[], back: readonly DividableBack[]): MemberSplit[] {
  const { payments, reversing } = takeBack(money.map(paymentOf), back.map(partOf), [...run.rivers.values()])
  const agreements = new Map(money.map((each) => [each.receipt, each.agreement]))
  const parts = new Map<MemberId, Map<string, PartFacts>>()
  const into = (member: MemberId, agreement: AgreementInForce | null, late: boolean, add: (part: PartFacts) => PartFacts) => {
    if (!agreement) return
    const own = parts.get(member) ?? new Map<string, PartFacts>()
    parts.set(member, own)
    const key = late ? `${agreement.version} late` : agreement.version
    own.set(key, add(own.get(key) ?? emptyPart(agreement, late)))
  }
  for (const each of payments) {
    const late = isOutside(run.raw, each.member, each.on)
    into(each.member, agreements.get(each.receipt) ?? null, late, (part) => ({ ...part, payments: [...part.payments, each] }))
  }
  for (const each of reversing) into(each.divided.member, ofReversal(run.raw, each), false, (part) => ({ ...part, reversing: [...part.reversing, each] }))
  for (const each of run.raw.costs.filter((cost) => monthOf(cost.on) === month)) {
    into(each.member, ofCost(run.raw, each), false, (part) => ({
      ...part,
      costs: { ...part.costs, [each.kind]: plus(part.costs[each.kind] ?? ZERO, each.net) },
    }))
  }
  const levels = Map.groupBy(
    run.raw.pots.filter((each) => each.on === lastDay(month)),
    (each) => each.member,
  )
  const gone = new Set([...run.raw.departures.keys()].filter((member) => isOutside(run.raw, member, lastDay(month))))
  return [...new Set([...parts.keys(), ...gone])].sort().flatMap((member) => {
    const left = gone.has(member)
    const before = totalsBefore(run, member, levels.get(member) ?? [])
    const own = inOrder(
      run.raw.agreements.get(member) ?? [],
      [...(parts.get(member)?.values() ?? [])].filter((part) => !isEmpty(part)),
    )
    const open = left && (before.openLoss > 0n || OWN_POTS.some((pot) => (before.pots[pot] ?? ZERO) < 0n))
    const last = run.raw.agreements.get(member)?.at(-1)
    const facts = own.length > 0 || !open || !last ? own : [emptyPart(last, false)]
    if (facts.length === 0) return []
    const splits = settleMonth(month, member, before, facts, left)
    remember(run, member, before, splits)
    return splits
  })
}

/** The month in which money counts: of its own day, or in which it was let go after it waited; null while it waits. */
function countsIn(each: Dividable): Month | null {
  if (each.waits === false) return monthOf(each.on)
  return each.waits.releasedOn === null ? null : later(monthOf(each.on), monthOf(each.waits.releasedOn))
}

function later(a: Month, b: Month): Month {
  return a > b ? a : b
}

/** Whether somebody was no member any more on a day. */
function isOutside(raw: Raw, member: MemberId, on: Day): boolean {
  return (raw.departures.get(member) ?? []).some((outside) => within(on, outside.from, outside.until))
}

/** Costs go by the day of the receipt; of a day for which nothing was agreed by the agreement that came next, or else the last one. */
function ofCost(raw: Raw, cost: AcceptedCost): AgreementInForce | null {
  const own = raw.agreements.get(cost.member) ?? []
  return agreementFor(own, cost.boughtOn) ?? own.find((agreement) => agreement.from > cost.boughtOn) ?? own.at(-1) ?? null
}

/** What goes back goes by the version it was divided by. */
function ofReversal(raw: Raw, { divided }: ToReverse): AgreementInForce | null {
  const own = raw.agreements.get(divided.member) ?? []
  return own.find((agreement) => agreement.version === divided.agreement) ?? own.at(-1) ?? null
}

function emptyPart(agreement: AgreementInForce, late: boolean): PartFacts {
  const rules = late ? lateRulesOf(agreement.articles) : agreement.rules
  return { agreement: { version: agreement.version, rules }, payments: [], reversing: [], costs: {} }
}

/** In the order in which the versions bound the member; money that came late after its own version. */
function inOrder(agreements: readonly AgreementInForce[], parts: readonly PartFacts[]): PartFacts[] {
  const place = (part: PartFacts) => agreements.findIndex((agreement) => agreement.version === part.agreement.version)
  const isLate = (part: PartFacts) => Number(part.agreement.rules.steps[0]?.id === 'late')
  return parts.toSorted((a, b) => isLate(a) - isLate(b) || place(a) - place(b))
}

function totalsBefore(run: Run, member: MemberId, levels: readonly PotOnDay[]): RunningTotals {
  const drift = run.drift.get(member) ?? {}
  const pots = Object.fromEntries(
    OWN_POTS.map((pot) => [pot, plus(sum(levels.filter((each) => each.pot === pot).map((each) => each.cents)), drift[pot] ?? ZERO)]),
  )
  const known = run.totals.get(member) ?? totalsOf(run.raw.history, member)
  return { ...known, pots: levels.length === 0 && Object.keys(drift).length === 0 ? {} : pots }
}

function remember(run: Run, member: MemberId, before: RunningTotals, splits: readonly MemberSplit[]): void {
  const last = splits.at(-1)
  if (!last) return
  run.totals.set(member, last.shares.totals)
  const drift = run.drift.get(member) ?? {}
  const moved = (pot: PotName) => plus(drift[pot] ?? ZERO, ((last.shares.totals.pots[pot] ?? ZERO) - (before.pots[pot] ?? ZERO)) as Cents)
  run.drift.set(member, Object.fromEntries(OWN_POTS.map((pot) => [pot, moved(pot)])))
  for (const { facts, rivers, reversals } of splits) {
    for (const { divided, left } of reversals) run.rivers.set(left.receipt, { ...divided, left })
    for (const left of rivers) {
      const paid = facts.payments.find((payment) => payment.receipt === left.receipt)
      if (paid) run.rivers.set(left.receipt, { ...paid, agreement: facts.agreement.version, left })
    }
  }
}

/** What was divided before for one member in closed months. */
export function totalsOf(history: History, member: MemberId): RunningTotals {
  return totalsFrom(history.taken.get(member) ?? [], {
    openLoss: history.openLoss.get(member) ?? NOTHING_YET.openLoss,
    pots: {},
    arrears: history.arrears.get(member) ?? NOTHING_YET.arrears,
  })
}

function paymentOf({ receipt, invoice, number, shared, inside, member, net, vat, rounding, on, performedOn }: Counted): Payment {
  return { receipt, invoice, number, ...(shared ? { shared } : {}), ...(inside ? { inside } : {}), member, net, vat, rounding, on, performedOn }
}

function partOf({ receipt, cause, member, net, vat, rounding, on, why }: DividableBack): TakenBackPart {
  return { receipt, cause, member, net, vat, rounding, on, why }
}

/** The months from a first to a last, both included; none when the last is before the first. */
export function monthsFrom(first: Month, last: Month): Month[] {
  const months: Month[] = []
  for (let month = first; month <= last; month = monthAfter(month)) months.push(month)
  return months
}
