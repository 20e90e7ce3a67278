import { firstDay, lastDay, type Month, monthAfter, monthOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Cents, minus, negate, plus, ZERO } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import { type AgreementInForce, NOTHING_YET, type RunningTotals, splitRulesOfAll, totalsFrom } from '#rooms/agreements'
import { creditsOfMonth, type InvoiceReceipt, invoicesOf, receiptsOfMonth, releasedOfMonth, type TakenBack } from '#rooms/invoicing'
import { type MemberMoves, memberMoves, type PotName } from '#rooms/ledger'
import { acceptedCostsOfMonth } from '#rooms/spending'
import { POT_ACCOUNTS } from './booking.rules.ts'
import { isEmpty, type MemberFacts, type Payment, type TakenBackPart, takeBack } from './facts.rules.ts'
import { dividedOf, type History, historyOf } from './history.sql.ts'

/** The facts of everybody's month within reach, and what stands in the way of dividing it. */
export type Gathered = {
  readonly facts: readonly MemberFacts[]
  /** Money that came in and waits for a decision about consent: not divided, not spent (decisions 6). */
  readonly waiting: readonly { readonly member: MemberId; readonly net: Cents; readonly number: string }[]
  /** Members with money or costs and no signed agreement. */
  readonly withoutAgreement: readonly MemberId[]
  readonly history: History
}

/** Gathers the month of all members within reach: the same number of queries for one member and for ten thousand. */
export async function gather(tx: Tx, permit: AnyPermit, month: Month): Promise<Gathered> {
  const until = lastDay(month)
  const inForce = await splitRulesOfAll(tx, permit, until)
  const received = await receiptsOfMonth(tx, permit, month)
  const released = await releasedOfMonth(tx, permit, month)
  const credits = await creditsOfMonth(tx, permit, month)
  const costs = await acceptedCostsOfMonth(tx, permit, month)
  const history = await historyOf(tx, permit, month)
  const pots = potLevels(await memberMoves(tx, permit, firstDay(month), until))

  const touched = [...received, ...released, ...credits, ...costs].map((each) => each.member)
  const agreements = touched.every((member) => inForce.has(member)) ? inForce : await withLeavers(tx, permit, month, inForce)
  const counting = received.filter((receipt) => receipt.waits === false || (receipt.waits.releasedOn !== null && receipt.waits.releasedOn <= until))
  const invoiced = await invoicedPayments(tx, permit, month, agreements)
  const byReceived = (member: MemberId) => agreements.get(member)?.rules.basis !== 'invoiced'
  const payments = [...(await lessEarlierCredits(tx, permit, released, month)), ...counting.map(paymentOf)].filter((each) => byReceived(each.member))
  const parts = credits.filter((each) => byReceived(each.member)).map(partOf)
  const now = new Set(payments.map((payment) => payment.receipt))
  const divided = await dividedOf(
    tx,
    permit,
    [...parts, ...invoiced.parts].flatMap((part) => (now.has(part.receipt) ? [] : [part.receipt])),
  )
  const back = takeBack([...payments, ...invoiced.payments], [...parts, ...invoiced.parts], divided)

  const paid = Map.groupBy(back.payments, (payment) => payment.member)
  const reversing = Map.groupBy(back.reversing, ({ divided: { member } }) => member)
  const spent = Map.groupBy(costs, (cost) => cost.member)
  const members = [...new Set([...paid.keys(), ...reversing.keys(), ...spent.keys()])].sort()
  const facts = members.flatMap((member) => {
    const agreement = agreements.get(member)
    if (!agreement) return []
    const found: MemberFacts = {
      member,
      agreement: { version: agreement.version, rules: agreement.rules },
      payments: paid.get(member) ?? [],
      reversing: reversing.get(member) ?? [],
      costs: byKind(spent.get(member) ?? []),
      before: totalsOf(history, member, pots.get(member)),
    }
    return isEmpty(found) ? [] : [found]
  })
  return {
    facts,
    waiting: received.filter((receipt) => !counting.includes(receipt)).map(({ member, net, number }) => ({ member, net, number })),
    withoutAgreement: members.filter((member) => !agreements.has(member)),
    history,
  }
}

/** What went before for one member; the pots as they stand at the end of the month, spending included. */
export function totalsOf(history: History, member: MemberId, pots: RunningTotals['pots'] = {}): RunningTotals {
  return totalsFrom(history.taken.get(member) ?? [], {
    openLoss: history.openLoss.get(member) ?? NOTHING_YET.openLoss,
    pots,
    arrears: history.arrears.get(member) ?? NOTHING_YET.arrears,
  })
}

/** Who left before the end of the month is divided by the agreement that held on its first day. */
async function withLeavers(
  tx: Tx,
  permit: AnyPermit,
  month: Month,
  inForce: ReadonlyMap<MemberId, AgreementInForce>,
): Promise<ReadonlyMap<MemberId, AgreementInForce>> {
  return new Map([...(await splitRulesOfAll(tx, permit, firstDay(month))), ...inForce])
}

/** Money that waited and was let go now counts without what was credited while it waited. */
async function lessEarlierCredits(tx: Tx, permit: AnyPermit, released: readonly InvoiceReceipt[], month: Month): Promise<Payment[]> {
  const first = released.map((receipt) => monthOf(receipt.on)).sort()[0]
  const parts: TakenBackPart[] = []
  for (let each = first ?? month; each < month; each = monthAfter(each)) parts.push(...(await creditsOfMonth(tx, permit, each)).map(partOf))
  return [...takeBack(released.map(paymentOf), parts, []).payments]
}

/** Agreements that divide what was invoiced instead of what was received: the invoice itself is the payment. */
async function invoicedPayments(
  tx: Tx,
  permit: AnyPermit,
  month: Month,
  agreements: ReadonlyMap<MemberId, AgreementInForce>,
): Promise<{ payments: Payment[]; parts: TakenBackPart[] }> {
  const members = new Set([...agreements.values()].filter(({ rules }) => rules.basis === 'invoiced').map(({ member }) => member))
  if (members.size === 0) return { payments: [], parts: [] }
  const sent = (await invoicesOf(tx, permit)).filter((each) => members.has(each.member) && monthOf(each.issuedOn) === month && each.waitsBecause === null)
  return {
    payments: sent
      .filter((each) => each.credits === null)
      .map((each) => ({
        receipt: each.id,
        invoice: each.id,
        number: each.number,
        member: each.member,
        net: each.net,
        vat: each.vat,
        rounding: each.rounding,
        on: each.issuedOn,
      })),
    parts: sent.flatMap((each) =>
      each.credits === null
        ? []
        : [{ receipt: each.credits, cause: each.id, member: each.member, net: each.net, vat: each.vat, rounding: each.rounding, on: each.issuedOn }],
    ),
  }
}

function paymentOf(receipt: InvoiceReceipt): Payment {
  return {
    receipt: receipt.receipt,
    invoice: receipt.invoice,
    number: receipt.number,
    member: receipt.member,
    net: receipt.net,
    vat: receipt.vat,
    rounding: receipt.rounding,
    on: receipt.on,
  }
}

function partOf(part: TakenBack): TakenBackPart {
  return { receipt: part.receipt, cause: part.cause, member: part.member, net: part.net, vat: part.vat, rounding: part.rounding, on: part.on }
}

function byKind(costs: readonly { readonly kind: string; readonly net: Cents }[]): Record<string, Cents> {
  const kinds: Record<string, Cents> = {}
  for (const { kind, net } of costs) kinds[kind] = plus(kinds[kind] ?? ZERO, net)
  return kinds
}

/** How a member's own pots stand at the end of the period. */
export function potLevels(moves: readonly MemberMoves[]): Map<MemberId, Record<PotName, Cents>> {
  const levels = new Map<MemberId, Record<PotName, Cents>>()
  for (const { code, member, before, debit, credit } of moves) {
    for (const pot of ['business', 'development'] as const) {
      if (!(POT_ACCOUNTS[pot] as readonly string[]).includes(code)) continue
      const level = levels.get(member) ?? { business: ZERO, development: ZERO }
      levels.set(member, { ...level, [pot]: plus(level[pot], negate(minus(plus(before, debit), credit))) })
    }
  }
  return levels
}
