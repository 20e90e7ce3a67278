import { type Month, monthOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Cents, sum, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, covers, type MemberId } from '#rooms/access'
import { type Article, agreementFor, levelOfPot, versionsAll } from '#rooms/agreements'
import type { PotName } from '#rooms/ledger'
import { figures, type Pots } from '#rooms/spending'
import { type MemberSplit, wholeMonths } from '../dividing/facts.rules.ts'
import { gather } from '../dividing/gather.ts'
import { dividedWhere, type History, historyOf, settledMonth } from '../dividing/history.sql.ts'
import { reversalsOfReceipt } from '../dividing/stored.sql.ts'
import { settlementIn } from '../months/months.ts'
import { monthRefusals } from '../settlement.en.ts'
import { paidOf, type RiverView, riverOfPayment, riverOfStored, riverOfWhole } from './river.rules.ts'

/** Where the money of a member's month went, or of one payment; booked when the month is closed, else as it stands now. Refuses (missing) outside reach; a month without money is null. */
export async function riverOf(
  tx: Tx,
  permit: AnyPermit,
  which: { readonly receipt: string } | { readonly month: Month; readonly member: MemberId },
): Promise<RiverView | null> {
  return 'receipt' in which ? riverOfReceipt(tx, permit, which.receipt) : (await riverOfMonth(tx, permit, which.month, which.member)).view
}

/** What stands beside a river: whose it is, and the agreements it was divided by. */
export type AroundRiver = { readonly name: string | null; readonly agreements: RiverAgreements }

/** The river of a month; of an open one with what stands beside it, which is known by then. */
export type RiverOfMonth = { readonly view: RiverView | null; readonly known: AroundRiver | null }

/** As `riverOf`, of a month. Each room is asked once. */
export async function riverOfMonth(tx: Tx, permit: AnyPermit, month: Month, member: MemberId): Promise<RiverOfMonth> {
  if (!covers(permit, member)) missing(permit)
  const { closing, months, reversals, history } = await settledMonth(tx, permit, { month, member })
  if (!closing) return openRiver(tx, permit, month, member, history)
  const [stored] = months
  if (!stored) return { view: null, known: null }
  const back = reversals.filter((each) => each.month === month)
  return { view: riverOfStored(stored, await dividedWhere(tx, permit, { month, member }), back), known: null }
}

/** The river of a month that is not closed, as it stands now; null without money. */
async function openRiver(tx: Tx, permit: AnyPermit, month: Month, member: MemberId, history: History): Promise<RiverOfMonth> {
  const gathered = await gather(tx, permit, month, history)
  const { splits, earlierOpen } = settlementIn(gathered, month)
  const whole = wholeMonths(splits).find((each) => each.member === member)
  const view = whole ? riverOfWhole(whole, earlierOpen) : null
  const own = (gathered.raw.agreements.get(member) ?? []).filter(({ version }) => view?.agreements.includes(version))
  const agreements = new Map(own.map(({ version, number, articles }) => [version, { number, articles }]))
  return { view, known: { name: gathered.members.get(member)?.name ?? null, agreements } }
}

/** What a member sees of the own money. */
export type OwnMoney = {
  readonly month: Month
  readonly view: RiverView | null
  readonly pots: Pots
  /** The level at which each pot counts as full. */
  readonly full: Readonly<Record<PotName, Cents>>
  /** Earlier months, newest first; an open one as it stands now. */
  readonly months: readonly { readonly month: Month; readonly result: Cents; readonly closed: boolean }[]
}

/** A member's money now: this month so far, the pots, and all earlier months, open ones too. One query per room. */
export async function ownMoney(tx: Tx, permit: AnyPermit, member: MemberId): Promise<OwnMoney> {
  const month = monthOf(permit.today)
  const { months, history, raw, reserved, firstOpen } = await gather(tx, permit, month, await historyOf(tx, permit, true))
  const wholes = new Map(months.map((each) => [each.month, wholeMonths(each.splits).find((whole) => whole.member === member)]))
  const now = wholes.get(month)
  const rules = agreementFor(raw.agreements.get(member) ?? [], permit.today)?.rules ?? null
  const open = months
    .filter((each) => each.month !== month)
    .map((each) => ({ month: each.month, result: wholes.get(each.month)?.result ?? ZERO, closed: false }))
  return {
    month,
    view: now ? riverOfWhole(now, firstOpen && firstOpen < month ? firstOpen : null) : null,
    pots: perPot((pot) =>
      figures(
        sum(raw.pots.filter((each) => each.member === member && each.pot === pot && each.on === permit.today).map((each) => each.cents)),
        reserved.filter((each) => each.member === member && each.pot === pot),
      ),
    ),
    full: perPot((pot) => levelOfPot(rules, pot)),
    months: [...open.toReversed(), ...history.months.filter((each) => each.member === member).map((each) => ({ ...each, closed: true }))],
  }
}

function perPot<T>(each: (pot: PotName) => T): Record<PotName, T> {
  return { business: each('business'), development: each('development') }
}

async function riverOfReceipt(tx: Tx, permit: AnyPermit, receipt: string): Promise<RiverView> {
  const [divided] = await dividedWhere(tx, permit, { receipt })
  if (!divided) return riverNow(tx, permit, receipt)
  const back = await reversalsOfReceipt(tx, permit, receipt)
  const { member, agreement, left } = divided
  return riverOfPayment({ paid: paidOf(divided), member, closed: true, agreement, river: left, back, earlierOpen: null })
}

/** A payment that is not divided yet: looked for in every month that is open. */
async function riverNow(tx: Tx, permit: AnyPermit, receipt: string): Promise<RiverView> {
  const { months } = await gather(tx, permit, monthOf(permit.today), await historyOf(tx, permit))
  for (const [place, { splits }] of months.entries()) {
    const earlierOpen = place === 0 ? null : (months[0]?.month ?? null)
    const found = splits.map((split) => riverIn(split, receipt, earlierOpen)).find((river) => river !== null)
    if (found) return found
  }
  return missing(permit)
}

function riverIn(split: MemberSplit, receipt: string, earlierOpen: Month | null): RiverView | null {
  const paid = split.facts.payments.find((payment) => payment.receipt === receipt)
  const river = split.rivers.find((each) => each.receipt === receipt)
  if (!paid || !river) return null
  const { member, agreement } = split.facts
  return riverOfPayment({ paid, member, closed: false, agreement: agreement.version, river, back: [], earlierOpen })
}

export type RiverAgreements = ReadonlyMap<string, { readonly number: number; readonly articles: readonly Article[] }>

/** The articles of the versions a river was divided by, in one query; what is not there any more is left out. */
export async function articlesOfRiver(tx: Tx, permit: AnyPermit, view: RiverView): Promise<RiverAgreements> {
  if (view.agreements.length === 0) return new Map()
  const versions = await versionsAll(tx, permit)
  return new Map(versions.flatMap(({ id, number, articles }) => (view.agreements.includes(id) ? [[id, { number, articles }] as const] : [])))
}

function missing(permit: AnyPermit): never {
  return refuse(monthRefusals[permit.language].noSuchMonth, {}, { kind: 'missing' })
}
