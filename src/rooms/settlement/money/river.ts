import { type Day, type Month, monthAfter, monthOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, covers, type MemberId } from '#rooms/access'
import { type Article, type VersionId, versionById } from '#rooms/agreements'
import type { PotName } from '#rooms/ledger'
import type { MemberSplit } from '../dividing/facts.rules.ts'
import { dividedWhere, lastDivided } from '../dividing/history.sql.ts'
import { storedMonths, storedReversals } from '../dividing/stored.sql.ts'
import { settlementOf } from '../months/months.ts'
import { nl } from '../settlement.nl.ts'
import { paidOf, partFor, type RiverView, riverOfPayment, riverOfSplit, riverOfStored } from './river.rules.ts'

/** Where the money of a member's month went, or of one payment; booked when the month is closed, else as it stands now. Refuses (missing) outside reach; a month without money is null. */
export async function riverOf(
  tx: Tx,
  permit: AnyPermit,
  which: { readonly receipt: string } | { readonly month: Month; readonly member: MemberId },
): Promise<RiverView | null> {
  return 'receipt' in which ? riverOfReceipt(tx, permit, which.receipt) : riverOfMonth(tx, permit, which.month, which.member)
}

async function riverOfMonth(tx: Tx, permit: AnyPermit, month: Month, member: MemberId): Promise<RiverView | null> {
  if (!covers(permit, member)) refuse(nl.refusals.noSuchMonth, {}, { kind: 'missing' })
  const [stored] = await storedMonths(tx, permit, { month, member })
  if (stored) return riverOfStored(stored, await dividedWhere(tx, permit, { month, member }), await storedReversals(tx, permit, { month, member }))
  const split = (await settlementOf(tx, permit, month)).splits.find((each) => each.facts.member === member)
  return split ? riverOfSplit(split) : null
}

async function riverOfReceipt(tx: Tx, permit: AnyPermit, receipt: string): Promise<RiverView> {
  const [divided] = await dividedWhere(tx, permit, { receipt })
  if (!divided) return riverNow(tx, permit, receipt)
  const { month } = divided.left
  const [stored] = await storedMonths(tx, permit, { month, member: divided.member })
  const back = await storedReversals(tx, permit, { receipt })
  return riverOfPayment({ paid: paidOf(divided), member: divided.member, closed: true, agreement: stored?.agreement ?? null, river: divided.left, back })
}

/** A payment that is not divided yet: looked for in the month that runs and the one before. */
async function riverNow(tx: Tx, permit: AnyPermit, receipt: string): Promise<RiverView> {
  for (const month of runningMonths(permit)) {
    const found = (await settlementOf(tx, permit, month)).splits.map((split) => riverIn(split, receipt)).find((river) => river !== null)
    if (found) return found
  }
  return refuse(nl.refusals.noSuchMonth, {}, { kind: 'missing' })
}

function riverIn(split: MemberSplit, receipt: string): RiverView | null {
  const paid = split.facts.payments.find((payment) => payment.receipt === receipt)
  const river = split.rivers.find((each) => each.receipt === receipt)
  if (!paid || !river) return null
  return riverOfPayment({ paid, member: split.facts.member, closed: false, agreement: split.facts.agreement.version, river, back: [] })
}

function runningMonths(permit: AnyPermit): Month[] {
  const now = monthOf(permit.today)
  return [now, monthAfter(now, -1)]
}

/** The articles of the version a river was divided by; none when it is not there any more. */
export async function articlesOfRiver(tx: Tx, permit: AnyPermit, view: RiverView): Promise<{ number: number; articles: readonly Article[] } | null> {
  const version = view.agreement ? await versionById(tx, permit, view.agreement as VersionId) : null
  return version ? { number: version.number, articles: version.articles } : null
}

/** What a member's last paid sale brought: what the customer paid, and the parts for the member's own pots, in cents. */
export type LastSale = {
  readonly receipt: string
  readonly number: string
  readonly on: Day
  readonly closed: boolean
  readonly gross: Cents
  /** What it put in the member's own pots. */
  readonly pots: Readonly<Record<PotName, Cents>>
}

/** The newest payment of a member with what it brought, divided or as it stands now; null before the first. */
export async function lastSale(tx: Tx, permit: AnyPermit, member: MemberId): Promise<LastSale | null> {
  const view = (await lastOpen(tx, permit, member)) ?? (await lastClosed(tx, permit, member))
  const payment = view?.payments[0]
  if (!view || !payment) return null
  return { ...payment, closed: view.closed, pots: { business: partFor(view, 'business'), development: partFor(view, 'development') } }
}

/** The newest payment of a month that is not closed yet. */
async function lastOpen(tx: Tx, permit: AnyPermit, member: MemberId): Promise<RiverView | null> {
  for (const month of runningMonths(permit)) {
    const { splits, lastClosed: closed } = await settlementOf(tx, permit, month)
    if (closed !== null && month <= closed) return null
    const split = splits.find((each) => each.facts.member === member)
    const newest = split?.facts.payments.toSorted((a, b) => (a.on < b.on ? 1 : -1))[0]
    if (split && newest) return riverIn(split, newest.receipt)
  }
  return null
}

async function lastClosed(tx: Tx, permit: AnyPermit, member: MemberId): Promise<RiverView | null> {
  const receipt = await lastDivided(tx, permit, member)
  return receipt ? riverOfReceipt(tx, permit, receipt) : null
}
