import type { Day, Instant } from '#kit/day.ts'
import type { Cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import type { BookingKind } from './booking/kinds.rules.ts'

declare const file_: unique symbol
declare const line_: unique symbol
declare const booking_: unique symbol

export type BankFileId = string & { readonly [file_]: true }
/** One amount in or out on a statement. */
export type BankLineId = string & { readonly [line_]: true }
export type BookingId = string & { readonly [booking_]: true }

/** A payment inside a batch. */
export type BatchPart = {
  readonly cents: Cents | null
  readonly name: string | null
  readonly iban: string | null
  readonly text: string
  readonly references: readonly string[]
}

/** Money in is positive, money out negative; the texts are the bank's own and may hold anything. */
export type BankLine = {
  readonly id: BankLineId
  readonly account: string
  readonly cents: Cents
  readonly bookedOn: Day
  readonly valueOn: Day | null
  readonly name: string | null
  readonly iban: string | null
  readonly text: string
  readonly references: readonly string[]
  readonly bankReference: string | null
  readonly code: string | null
  readonly reversal: boolean
  readonly batch: boolean
  readonly returned: string | null
  readonly details: readonly BatchPart[]
  /** How it was booked; null while it waits. */
  readonly booking: LineBooking | null
}

export type LineBooking = {
  readonly id: BookingId
  readonly kind: BookingKind
  readonly on: Day
  readonly member: MemberId | null
  readonly note: string | null
  readonly atOnce: boolean
  readonly bookedAt: Instant
}

/** One fact that a booking made: an invoice paid, a cost paid, an entry. */
export type BookingPart = {
  readonly part: number
  readonly what: 'receipt' | 'refund' | 'cost' | 'bill' | 'entry' | 'returned'
  readonly kind: BookingKind
  /** Whose money it is, where the kind asks for a member. */
  readonly member: MemberId | null
  readonly ref: string
  readonly label: string | null
  readonly customer: string | null
  readonly cents: Cents
  /** The fact that its money has as its source. */
  readonly source: string
  /** Of what the bank took back: the booking and part that it answers. */
  readonly ofBooking: BookingId | null
  readonly ofPart: number | null
}

export type BankStatement = {
  readonly id: string
  readonly bankFile: BankFileId
  readonly account: string
  readonly number: string
  readonly opening: Cents
  readonly closing: Cents
  readonly openedOn: Day
  readonly closedOn: Day
  readonly lines: number
}

/** What an import brought: how much is new, what was known, and what is worth saying. */
export type BankFileSummary = {
  readonly file: BankFileId
  /** The same file had been imported before: nothing changed. */
  readonly again: boolean
  readonly statements: number
  readonly lines: number
  /** Lines that an earlier statement had already. */
  readonly known: number
  readonly notices: readonly string[]
}

/** How the bank stands at the end of a month: by its statements, and by the books. */
export type BankStanding = {
  readonly month: string
  /** Sum of all accounts at the end of the month; null when there is no statement yet. */
  readonly closing: Cents | null
  readonly ledger: Cents
  /** Lines until then that are not booked, or were booked on a later day. */
  readonly waiting: Cents
  /** closing = ledger + waiting. */
  readonly ties: boolean
  /** The last day that a statement covers, of the account that is behind most. */
  readonly through: Day | null
  readonly linesUnbooked: number
  /** What still has to be found out: money in minus money out. */
  readonly suspense: Cents
}
