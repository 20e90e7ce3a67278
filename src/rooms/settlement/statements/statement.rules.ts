import { type Day, earlierDay, type Instant, lastDay, type Month, mondayOf, monthAfter, yearOf } from '#kit/day.ts'
import { type Cents, cents, largest, minus, negate, plus, smallest, sum, ZERO } from '#kit/money.ts'
import type { Receiver, ShareLine } from '#rooms/agreements'
import type { StatementRhythm } from '#rooms/consent'
import type { AccountMoves } from '#rooms/ledger'
import type { StoredReversal } from '../dividing/facts.rules.ts'
import type { Days } from './towns/towns.rules.ts'

export type Part = { readonly receiver: Receiver; readonly cents: Cents }

/** Money paid to the member, with the month in which it was earned. */
export type Earned = { readonly month: Month; readonly cents: Cents }

/** Money that went back of another month: `of` is the month in which it was divided, `month` the one in which it went back. */
export type Correction = { readonly of: Month; readonly month: Month; readonly net: Cents; readonly parts: readonly Part[] }

/** The page that the municipality gets, whole: copied at sending and read only from the copy. No names of customers, no numbers of invoices (domain 2.12). */
export type StatementContent = {
  readonly name: string
  readonly reference: string | null
  readonly cooperative: string
  readonly municipality: string
  readonly month: Month
  /** In a month in which the member moved: the days of which this town hears. Left out of a whole month, so that statements of before stay what they were. */
  readonly days?: readonly Days[]
  readonly provisional: boolean
  readonly turnover: Cents
  /** What of the turnover is work for another member; left out where there is none, so that statements of before stay what they were. */
  readonly inside?: Cents
  readonly costs: readonly { readonly kind: string; readonly cents: Cents }[]
  readonly result: Cents
  readonly lossBefore: Cents
  readonly lossAfter: Cents
  readonly parts: readonly Part[]
  readonly paidOut: readonly Earned[]
  /** What went to the member without right, or too much, and must be given back; statements of before this was known have none. */
  readonly toGiveBack?: Cents
  readonly reimbursed: Cents
  /** Tips of the month, by whose they are: held for the member and paid of that, for the cooperative, or inside the turnover. Left out where there is nothing to say. */
  readonly tips?: { readonly held: Cents; readonly paid: Cents; readonly cooperative: Cents; readonly inTurnover: boolean }
  readonly pots: readonly { readonly receiver: 'business' | 'development'; readonly cents: Cents }[]
  readonly corrections: readonly Correction[]
  /**
   * Minutes of work that a coach confirmed, per week by its Monday, of the days in this month. Only where the consent asks for hours of a week, and where
   * hours were confirmed; left out otherwise: the municipality gets no hours that it does not need.
   */
  readonly hours?: readonly { readonly from: Day; readonly minutes: bigint }[]
  /**
   * The end of the chain over the books at the last close: number (as text) and hash, so that it stands outside the database too (decisions 3).
   * None before the first close, and in copies of before it was written down.
   */
  readonly seal?: { readonly number: string; readonly hash: string } | null
  /** What the consent says, to compare with. */
  readonly conditions: { readonly payOutAllowed: boolean; readonly costKinds: readonly string[]; readonly fulfilsDuty: boolean }
}

/** A month of a member without what a municipality compares it with. */
export type MonthFigures = Omit<StatementContent, 'conditions'>

/** What the municipality may want to look at; none is green. Green is never an approval. */
export const DEVIATIONS = ['paidOutNotAllowed', 'costKind', 'belowZero', 'correction', 'laterVersion', 'provisional'] as const
export type Deviation = (typeof DEVIATIONS)[number]

/** What differs from the consent, or from a plain month. */
export function deviationsOf(content: StatementContent, version: number): Deviation[] {
  const found: Record<Deviation, boolean> = {
    paidOutNotAllowed:
      (!content.conditions.payOutAllowed && content.paidOut.length > 0) ||
      (content.toGiveBack ?? 0n) > 0n ||
      (!content.conditions.payOutAllowed && (content.tips?.paid ?? 0n) > 0n),
    costKind: content.conditions.costKinds.length > 0 && content.costs.some((cost) => cost.cents !== 0n && !content.conditions.costKinds.includes(cost.kind)),
    belowZero: content.pots.some((pot) => pot.cents < 0n),
    correction: content.corrections.length > 0,
    laterVersion: version > 1,
    provisional: content.provisional,
  }
  return DEVIATIONS.filter((each) => found[each])
}

/** What went to the member without right in the month; left out where nothing did, so that statements of before stay what they were. */
export function toGiveBackOf(moves: readonly AccountMoves[]): Pick<StatementContent, 'toGiveBack'> {
  const toGiveBack = moves.find((each) => each.code === 'claimOnMember')?.debit ?? ZERO
  return toGiveBack > 0n ? { toGiveBack } : {}
}

/** Tips of the month; left out where there is nothing to say, so that statements of before stay what they were. */
export function tipsOf(moves: readonly AccountMoves[], inTurnover: boolean): Pick<StatementContent, 'tips'> {
  const held = moves.find((each) => each.code === 'tipsHeld')
  const tips = { held: held?.credit ?? ZERO, paid: held?.debit ?? ZERO, cooperative: moves.find((each) => each.code === 'tipsIncome')?.credit ?? ZERO }
  return inTurnover || Object.values(tips).some((each) => each !== 0n) ? { tips: { ...tips, inTurnover } } : {}
}

/** Confirmed work of a month together per week, by its Monday; left out where there is none, so that statements of before stay what they were. */
export function weeksOf(worked: readonly { readonly on: Day; readonly minutes: number }[]): Pick<StatementContent, 'hours'> {
  const weeks = Map.groupBy(worked, ({ on }) => mondayOf(on))
  const hours = [...weeks].map(([from, days]) => ({ from, minutes: BigInt(days.reduce((all, { minutes }) => all + minutes, 0)) }))
  return hours.length > 0 ? { hours: hours.toSorted((a, b) => (a.from < b.from ? -1 : 1)) } : {}
}

/** The last day on which a statement is due; null when the consent asks for none. A quarter is reported after its last month. */
export function dueOn(month: Month, rhythm: StatementRhythm, day: number): Day | null {
  if (rhythm === 'none') return null
  const last = rhythm === 'quarterly' ? (`${yearOf(month)}-${String(Math.ceil(Number(month.slice(5)) / 3) * 3).padStart(2, '0')}` as Month) : month
  const next = monthAfter(last)
  return earlierDay(`${next}-${String(day).padStart(2, '0')}` as Day, lastDay(next))
}

/** Days before its last day on which a reminder goes out (decisions 7). */
export const REMIND_BEFORE = [5, 2, 0] as const

/**
 * The months in which a pay-out was earned: what was put aside first is paid first.
 * `earned` are the shares for the member's purse by month, `before` what was paid of them earlier.
 */
export function earnedMonths(earned: readonly Earned[], before: Cents, paid: Cents): Earned[] {
  let skip = before
  let left = paid
  const found: Earned[] = []
  for (const { month, cents: put } of [...earned].sort((a, b) => (a.month < b.month ? -1 : 1))) {
    const skipped = smallest(largest(skip, ZERO), largest(put, ZERO))
    skip = minus(skip, skipped)
    const part = smallest(left, minus(put, skipped))
    if (part <= 0n) continue
    left = minus(left, part)
    found.push({ month, cents: part })
  }
  return found
}

/** Shares by receiver, in the order in which the agreement names them. */
export function partsOf(lines: readonly Pick<ShareLine, 'receiver' | 'cents'>[]): Part[] {
  const together = new Map<Receiver, Cents>()
  for (const line of lines) together.set(line.receiver, plus(together.get(line.receiver) ?? ZERO, line.cents))
  return [...together].map(([receiver, amount]) => ({ receiver, cents: amount }))
}

/** Corrections as they concern a month: of money divided in it, or gone back in it. */
export function correctionsOf(reversals: readonly StoredReversal[]): Correction[] {
  return reversals.map((each) => ({ of: each.ofMonth, month: each.month, net: negate(each.net), parts: partsOf(each.lines) }))
}

/** One text for one content, whatever the order in which its facts were gathered: what is hashed and stored. */
export function contentText(content: StatementContent): string {
  return textOf(content)
}

function textOf(value: unknown): string {
  return JSON.stringify(sorted(value), (_, part) => (typeof part === 'bigint' ? Number(part) : part))
}

/** What a statement reports: the figures of the month and whether they are final. Names, the consent and the seal around them may change. */
const REPORTED = [
  'month',
  'days',
  'provisional',
  'turnover',
  'inside',
  'costs',
  'result',
  'lossBefore',
  'lossAfter',
  'parts',
  'paidOut',
  'reimbursed',
  'tips',
  'pots',
  'corrections',
  'hours',
] as const satisfies readonly (keyof StatementContent)[]

/** Whether two statements report the same: only then there is nothing to send again. */
export function reportsTheSame(one: StatementContent, other: StatementContent): boolean {
  const reported = (content: StatementContent) => textOf(Object.fromEntries(REPORTED.map((key) => [key, content[key]])))
  return reported(one) === reported(other)
}

/** The content as it came back from the database, where cents are plain numbers. */
export function contentFrom(stored: unknown): StatementContent {
  return revived(stored) as StatementContent
}

/** Everything that was paid to the member in the month of a statement, in cents. */
export function paidOutTotal(content: Pick<StatementContent, 'paidOut'>): Cents {
  return sum(content.paidOut.map((each) => each.cents))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}

function revived(value: unknown): unknown {
  if (typeof value === 'number') return cents(value)
  if (Array.isArray(value)) return value.map(revived)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, revived(part)]))
}

/** Where a month's statement stands, computed from what was released and answered. */
export const STATEMENT_STANDINGS = ['toRelease', 'changed', 'released', 'noQuestions', 'questioned', 'answered'] as const
export type StatementStanding = (typeof STATEMENT_STANDINGS)[number]

/** What to send first, of lines with the newest month on top: the oldest month that never went, for that one has a last day; then the oldest that changed after it went. */
export function firstToSend<Line extends { readonly standing: StatementStanding }>(lines: readonly Line[]): Line | undefined {
  return lines.findLast(({ standing }) => standing === 'toRelease') ?? lines.findLast(({ standing }) => standing === 'changed')
}

type Sent = {
  readonly provisional: boolean
  readonly releasedAt: Instant
  readonly receipt: { readonly outcome: 'noQuestions' | 'question' } | null
  readonly question: { readonly answer: unknown } | null
}

/** `changedAt`: when money of the month last went back. A provisional statement is to be released again once the month is closed. */
export function standingOf(last: Sent | null, closed: boolean, changedAt: Instant | null): StatementStanding {
  if (!last) return 'toRelease'
  if ((last.provisional && closed) || (changedAt !== null && Temporal.Instant.compare(changedAt, last.releasedAt) > 0)) return 'changed'
  if (!last.receipt) return 'released'
  // A question can come later, and can be closed without an answer.
  if (!last.question) return 'noQuestions'
  return last.question.answer ? 'answered' : 'questioned'
}

/** The desk where somebody came from; nowhere else than that, whatever the address says. */
export function deskAddress(asked: string | null | undefined): string | null {
  return asked && /^\/klantmanager(?:\?[\w=&%-]*)?$/.test(asked) ? asked : null
}
