import type { Day } from '#kit/day.ts'
import type { Cents } from '#kit/money.ts'

/** The account and number of a statement, as the bank gave them. */
export type StatementHead = {
  readonly id: string
  /** IBAN, or the bank's own number where it gave no IBAN. */
  readonly account: string
  readonly page: number
  readonly owner: string | null
  /** The line of the file where it begins. */
  readonly line: number
}

/** A statement whose balances were proved: opening + lines = closing. */
export type CamtStatement = StatementHead & {
  readonly opening: Cents
  readonly closing: Cents
  readonly openedOn: Day | null
  readonly closedOn: Day | null
  readonly lines: number
  /** Of everything that counts, so that the same statement is recognised in another file. */
  readonly digest: string
}

/** One booked line: money in is positive, money out negative. A batch is one line with its payments as details. */
export type CamtLine = {
  /** 1 for the first line of the statement. */
  readonly position: number
  readonly line: number
  readonly cents: Cents
  readonly bookedOn: Day
  readonly valueOn: Day | null
  readonly bankReference: string | null
  /** The bank's code for the kind of transaction, "PMNT/RCDT/ESCT". */
  readonly code: string | null
  /** The bank took an earlier line back. */
  readonly reversal: boolean
  readonly batch: boolean
  readonly info: string | null
  readonly details: readonly CamtDetail[]
}

export type CamtDetail = {
  /** Signed as the line; null when the bank gave none, or another currency. */
  readonly cents: Cents | null
  readonly name: string | null
  readonly iban: string | null
  readonly text: string
  /** References in fields of their own: end-to-end, creditor reference, document number. */
  readonly references: readonly string[]
  readonly mandate: string | null
  /** Why the other bank sent it back, where it did. */
  readonly returned: string | null
}

/** What is worth saying about a file that was read well. */
export type Notice =
  | { readonly kind: 'statementTwice'; readonly statement: string; readonly line: number }
  | { readonly kind: 'notBooked'; readonly statement: string; readonly count: number }

export type CamtFile = { readonly version: '02' | '03' | '08'; readonly messageId: string | null; readonly notices: readonly Notice[] }

/** Takes what the reader finds, in the order of the file; nothing may be kept for good before the reader ends without a refusal. */
export type Sink = {
  readonly line: (line: CamtLine, of: StatementHead) => void
  readonly statement: (statement: CamtStatement) => void
}
