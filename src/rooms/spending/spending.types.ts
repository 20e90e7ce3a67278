import type { Day, Instant } from '#kit/day.ts'
import type { Cents } from '#kit/money.ts'
import type { MemberId, PersonId } from '#rooms/access'
import type { Outcome, PaidBy, Pot, ReceiptStanding, RequestStanding } from './spending.rules.ts'

declare const receipt_: unique symbol
declare const request_: unique symbol
/** A receipt of costs, sent by a member and judged by somebody else. */
export type CostId = string & { readonly [receipt_]: true }
export type SpendingRequestId = string & { readonly [request_]: true }

/** What a member sends: amounts in cents, the gross amount includes VAT. */
export type ReceiptFacts = {
  readonly member: MemberId
  readonly boughtOn: Day
  readonly gross: Cents
  readonly vat: Cents
  readonly kind: string
  readonly paidBy: PaidBy
  readonly what: string
  /** Fields that the member was not sure of: questions for the coach. */
  readonly unsure: readonly string[]
  readonly file: string | null
}

export type Receipt = ReceiptFacts & {
  readonly id: CostId
  readonly sentBy: PersonId
  readonly sentAt: Instant
  readonly standing: ReceiptStanding
  readonly judgements: readonly Judged[]
  readonly answers: readonly { readonly answer: string; readonly at: Instant }[]
}

export type Judged = {
  readonly outcome: Outcome
  readonly reason: string | null
  readonly kind: string
  readonly net: Cents
  readonly vatDeductible: Cents
  readonly on: Day
  readonly at: Instant
}

/** How somebody judges: with a reason where it is not simply accepted. */
export type Judgement = {
  readonly outcome: Outcome
  readonly reason: string | null
  readonly kind: string
  readonly paidBy: PaidBy
  /** VAT that comes back, in cents; never more than the receipt shows, and nothing under the small businesses scheme. */
  readonly vatDeductible: Cents | null
}

export type SpendingRequest = {
  readonly id: SpendingRequestId
  readonly member: MemberId
  readonly pot: Pot
  readonly cents: Cents
  readonly what: string
  readonly why: string | null
  readonly askedBy: PersonId
  readonly askedAt: Instant
  readonly standing: RequestStanding
  readonly reason: string | null
  readonly bought: { readonly gross: Cents; readonly on: Day } | null
}

/** A cost that lowers a member's result in a month. */
export type AcceptedCost = {
  readonly cost: CostId
  readonly member: MemberId
  readonly kind: string
  readonly net: Cents
  readonly vatDeductible: Cents
  readonly on: Day
  /** The day of the receipt: which agreement it goes by. */
  readonly boughtOn: Day
  readonly what: string
}
