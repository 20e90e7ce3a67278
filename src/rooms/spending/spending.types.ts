import type { Day, Instant } from '#kit/day.ts'
import type { Cents } from '#kit/money.ts'
import type { MemberId, PersonId } from '#rooms/access'
import type { AskedCostShare, CostShare } from './sharing/sharing.rules.ts'
import type { BookedAs, Kept, Outcome, PaidBy, Pot, ReceiptStanding, RequestStanding } from './spending.rules.ts'

declare const receipt_: unique symbol
declare const request_: unique symbol
/** A receipt of costs, sent by a member and judged by somebody else. */
export type CostId = string & { readonly [receipt_]: true }
export type SpendingRequestId = string & { readonly [request_]: true }

/** What a member sends: amounts in cents, the gross amount includes VAT. */
export type ReceiptFacts = {
  readonly member: MemberId
  readonly boughtOn: Day
  /** null: the member does not know, and it stands on the photo. */
  readonly gross: Cents | null
  readonly vat: Cents
  /** A kind of cost, or `unknown`. */
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
  /** The judgement that holds; null while nobody decided. */
  readonly held: (Judged & { readonly outcome: Outcome }) | null
  readonly answers: readonly { readonly answer: string; readonly at: Instant }[]
  /** Another receipt of this member has the same day and amount. */
  readonly alike: boolean
}

export type Judged = {
  readonly id: string
  /** The judgement that this one takes the place of. */
  readonly revises: string | null
  readonly by: PersonId
  readonly gross: Cents | null
  readonly vat: Cents
  readonly paidBy: PaidBy
  readonly outcome: Kept
  readonly reason: string | null
  readonly kind: string
  readonly net: Cents
  readonly vatDeductible: Cents
  /** What of it is of whom, where several members share it; empty where it is of one. */
  readonly shares: readonly CostShare[]
  readonly on: Day
  readonly at: Instant
}

/** How somebody judges: with a reason where it is not simply accepted as it was sent. */
export type Judgement = {
  /** What stands on the receipt, where the member did not know or was wrong; left out: as it was sent. */
  readonly gross?: Cents | null
  readonly vat?: Cents | null
  readonly outcome: Outcome
  readonly reason: string | null
  readonly kind: string
  readonly paidBy: PaidBy
  /** VAT that comes back, in cents; never more than the receipt shows, and nothing under the small businesses scheme. */
  readonly vatDeductible: Cents | null
  /** Members with whom the cost is shared; the rest is of whoever sent it. */
  readonly shares?: readonly AskedCostShare[]
}

export type SpendingRequest = {
  readonly id: SpendingRequestId
  readonly member: MemberId
  /** null: the member does not know; whoever approves fills it in. */
  readonly pot: Pot | null
  readonly cents: Cents | null
  readonly what: string
  readonly why: string | null
  readonly askedBy: PersonId
  readonly askedAt: Instant
  readonly standing: RequestStanding
  readonly reason: string | null
  readonly bought: Bought | null
  /** In how many months somebody asked to pay; null for at once. */
  readonly parts: number | null
  /** Of an instalment: which promise it is part of, its place, and the day from which it is held. */
  readonly instalment: { readonly of: SpendingRequestId; readonly place: number; readonly due: Day } | null
}

/** What was bought for a request, and how it stands in the books. */
export type Bought = {
  readonly nr: number
  readonly gross: Cents
  readonly on: Day
  readonly as: BookedAs
  /** Which thing, and who uses it, where it is equipment. */
  readonly item: string | null
  readonly usedBy: MemberId | null
}

/** What was bought: the amount with VAT and the VAT on it, in cents. */
export type Purchase = {
  readonly gross: Cents
  readonly vat: Cents
  readonly boughtOn: Day
  readonly paidBy: Exclude<PaidBy, 'unknown'>
  readonly file: string | null
  readonly as?: BookedAs
  readonly item?: string | null
  readonly usedBy?: MemberId | null
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
