import { type Day, daysBetween, earlierDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import { type MemberId, type Permit, personOf, professionals } from '#rooms/access'
import { findAgreement, levelOfPot } from '#rooms/agreements'
import { cashInHand } from '#rooms/banking'
import { type NextStep, nextStepOf } from '#rooms/coaching'
import { dueToday, remindingLines } from '#rooms/invoicing'
import { lastVerdict, type PotName } from '#rooms/ledger'
import { memberNames } from '#rooms/members'
import { type Closing, closings } from '#rooms/settlement'
import { type Pots, potsOf } from '#rooms/spending'
import type { BeginStep } from './beginning/beginning.rules.ts'
import { beginning } from './beginning/beginning.ts'
import { type Sale, saleAndTrack, type Waiting, waitingRows } from './homes.sql.ts'
import { knowledgeIn, type ToKeep } from './keeping/keeping.rules.ts'
import { BOOKKEEPING, type Bookkeeping, DUTIES, type Duty, errandsOf, overdue, waitingFor } from './waiting.rules.ts'

export type MemberHome = {
  readonly today: Day
  readonly pots: Pots
  /** The level at which each pot counts as full, as on the page of the money. */
  readonly full: Readonly<Record<PotName, Cents>>
  readonly duties: readonly (Waiting & { readonly what: Duty })[]
  readonly sale: Sale | null
  /** The first open step of what the member works on; null without, or when all are done. */
  readonly next: NextStep | null
  readonly member: MemberId
  readonly coach: string | null
  /** Cash of the cooperative in hand, with the last day to bring it. */
  readonly cash: { readonly cents: Cents; readonly until: Day } | null
  /** The last day of the consent, where there is one. */
  readonly consentUntil: { readonly id: string | null; readonly until: Day } | null
  /** The consent that the municipality withdraws from a day to come on, with its last day. */
  readonly consentStops: { readonly id: string; readonly until: Day } | null
}

/** What a member sees first: what can be spent, what must be done, the next step, the last sale, who helps. Seven queries, one more with cash in hand. */
export async function memberHome(tx: Tx, permit: Permit<'home.member'>): Promise<MemberHome> {
  const member: MemberId = personOf(permit)
  const all = await waitingRows(tx, permit)
  const granted = all.find(({ what, until }) => (what === 'consentEnding' || what === 'consentAsked') && until !== null && until >= permit.today)
  const stops = all.find(({ what, until }) => what === 'consentStops' && until !== null && until >= permit.today)
  const moves = all.find(({ what }) => what === 'consentElsewhere')
  const rules = (await findAgreement(tx, permit, member, permit.today))?.rules ?? null
  const { sale, follows } = await saleAndTrack(tx, permit, member)
  return {
    today: permit.today,
    pots: await potsOf(tx, permit, member),
    full: { business: levelOfPot(rules, 'business'), development: levelOfPot(rules, 'development') },
    duties: waitingFor(
      all.filter((each) => each.member === member),
      DUTIES,
      permit.today,
      daysBetween,
    ),
    sale,
    next: follows && nextStepOf(follows),
    member,
    coach: (await professionals(tx, permit, 'coach')).get(member)?.name ?? null,
    cash: await cashInHand(tx, permit, member),
    consentUntil: granted?.until
      ? { id: granted.what === 'consentEnding' ? granted.id : null, until: earlierDay(granted.until, moves?.until ?? granted.until) }
      : stops?.until
        ? { id: stops.id, until: stops.until }
        : null,
    consentStops: stops?.id && stops.until ? { id: stops.id, until: stops.until } : null,
  }
}

export type TreasurerHome = {
  readonly today: Day
  readonly names: ReadonlyMap<MemberId, string>
  readonly work: readonly (Waiting & { readonly what: Bookkeeping })[]
  readonly bankLines: number
  readonly overdue: readonly Waiting[]
  /** Bills for things whose last day has passed. */
  readonly lateBills: readonly Waiting[]
  /** How many customers are reminded, called or proposed to be written off today. */
  readonly toRemind: number
  readonly lastClosed: Closing | null
  /** What the last check of the books found. */
  readonly verdict: Awaited<ReturnType<typeof lastVerdict>>
  /** What the cooperative still does to begin; null when it has begun. */
  readonly beginning: BeginStep | null
  /** What is in hand in the background, and what ended lately. */
  readonly errands: readonly Waiting[]
  /** Knowledge of the network that the treasurer keeps or is asked to keep. */
  readonly kept: readonly ToKeep[]
}

/** What the books wait for: to check, to match, to send, to close. Six queries. */
export async function treasurerHome(tx: Tx, permit: Permit<'home.treasurer'>): Promise<TreasurerHome> {
  const all = await waitingRows(tx, permit)
  const [lastClosed = null] = await closings(tx, permit)
  return {
    today: permit.today,
    names: await memberNames(tx, permit),
    work: waitingFor(all, BOOKKEEPING, permit.today, daysBetween),
    bankLines: all.find((each) => each.what === 'bankLines')?.number ?? 0,
    overdue: overdue(all, permit.today),
    lateBills: overdue(all, permit.today, 'billToPay'),
    toRemind: dueToday(await remindingLines(tx, permit), permit.today).length,
    lastClosed,
    verdict: await lastVerdict(tx, permit),
    beginning: (await beginning(tx, permit)).next,
    errands: errandsOf(all, permit.now),
    kept: knowledgeIn(all, permit.role),
  }
}
