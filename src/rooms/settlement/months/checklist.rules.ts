import type { Month } from '#kit/day.ts'
import { type Cents, sum } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import type { BankStanding, CashStanding } from '#rooms/banking'
import type { Cover } from './cover.rules.ts'

/**
 * What must be in order before a month is divided. `cover`, and cash in the box and with members, are shown and never stop a close: they need
 * a talk, not a booking (decisions 3 and 4). Neither does money for work without an agreement: it waits, and everybody else goes on.
 */
export const POINTS = ['earlier', 'later', 'over', 'bank', 'lines', 'suspense', 'receipts', 'invoices', 'agreements', 'box', 'held', 'cover'] as const
export type PointKind = (typeof POINTS)[number]

/** One point of the checklist with what it counts, and where it is mended. */
export type Point = {
  readonly kind: PointKind
  readonly ok: boolean
  readonly stops: boolean
  readonly count: number
  readonly cents: Cents | null
  readonly href: string
}

export type Signs = {
  readonly month: Month
  readonly isOver: boolean
  /** The month that must be closed first, or null. */
  readonly earlierOpen: Month | null
  /** A later month that is closed already, or null. */
  readonly laterClosed: Month | null
  readonly bank: BankStanding
  readonly unjudged: number
  readonly unsent: number
  readonly withoutAgreement: readonly MemberId[]
  readonly cash: CashStanding
  readonly cover: Cover
}

const SHOWN: readonly PointKind[] = ['agreements', 'box', 'held', 'cover']

/** The checklist of a month, in the order in which a treasurer works. */
export function checklistOf(signs: Signs): Point[] {
  const { bank, cash } = signs
  const holders = [...cash.held, ...cash.claims]
  const point = (kind: PointKind, ok: boolean, href: string, count = 0, cents: Cents | null = null): Point => ({
    kind,
    ok,
    stops: !SHOWN.includes(kind),
    count,
    cents,
    href,
  })
  return [
    ...(signs.earlierOpen ? [point('earlier', false, `/maand/${signs.earlierOpen}`)] : []),
    ...(signs.laterClosed ? [point('later', false, `/maand/${signs.laterClosed}`)] : []),
    ...(signs.isOver ? [] : [point('over', false, `/maand/${signs.month}`)]),
    point('bank', bank.ties, '/bank', 0, bank.closing ?? bank.ledger),
    point('lines', bank.linesUnbooked === 0, '/bank', bank.linesUnbooked),
    point('suspense', bank.suspense === 0n, '/bank', 0, bank.suspense),
    point('receipts', signs.unjudged === 0, '/bonnen', signs.unjudged),
    point('invoices', signs.unsent === 0, '/facturen', signs.unsent),
    point('agreements', signs.withoutAgreement.length === 0, '/afspraken', signs.withoutAgreement.length),
    point('box', cash.box >= 0n, '/bank/kas', 0, cash.box),
    point('held', cash.late === 0n, '/bank/kas', holders.length, sum(holders.map((each) => each.cents))),
    point('cover', signs.cover.left >= 0n, `/maand/${signs.month}#dekking`, 0, signs.cover.left),
  ]
}

/** The points that keep a month from being closed. */
export function stopping(points: readonly Point[]): Point[] {
  return points.filter((point) => !point.ok && point.stops)
}
