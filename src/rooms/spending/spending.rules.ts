import type { Day } from '#kit/day.ts'
import { type Cents, minus, ZERO } from '#kit/money.ts'
import type { MemberId, PersonId } from '#rooms/access'

export const PAID_BY = ['bank', 'cash', 'member', 'unknown'] as const
export type PaidBy = (typeof PAID_BY)[number]

export const POTS = ['business', 'development'] as const
export type Pot = (typeof POTS)[number]

/** What the judge of a receipt decided; asked back is a question, the others are final. */
export const OUTCOMES = ['accepted', 'onDevelopment', 'rejected', 'askedBack'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const RECEIPT_STANDINGS = ['waiting', 'askedBack', 'answered', 'accepted', 'onDevelopment', 'rejected'] as const
export type ReceiptStanding = (typeof RECEIPT_STANDINGS)[number]

export const REQUEST_STANDINGS = ['asked', 'approved', 'refused', 'takenBack', 'bought'] as const
export type RequestStanding = (typeof REQUEST_STANDINGS)[number]

/** Where a receipt stands, from what was judged and how often an answer came: each question gets one. */
export function receiptStanding(judgements: readonly { readonly outcome: Outcome }[], answers: readonly unknown[]): ReceiptStanding {
  const final = judgements.find((judgement) => judgement.outcome !== 'askedBack')
  if (final) return final.outcome
  if (judgements.length === 0) return 'waiting'
  return answers.length >= judgements.length ? 'answered' : 'askedBack'
}

/** Where a request to spend stands, from its one decision and its purchase. */
export function requestStanding(decision: 'approved' | 'refused' | 'takenBack' | null, bought: boolean): RequestStanding {
  if (bought) return 'bought'
  return decision ?? 'asked'
}

/** Whether a receipt still waits for somebody to judge it. */
export function isUnjudged(standing: ReceiptStanding): boolean {
  return standing === 'waiting' || standing === 'askedBack' || standing === 'answered'
}

/** What counts as cost: the amount without the VAT that comes back; under the small businesses scheme nothing comes back (Wet OB art. 25). */
export function costOf(gross: Cents, vat: Cents, kor: boolean): { net: Cents; vatDeductible: Cents } {
  const vatDeductible = kor ? ZERO : vat
  return { net: minus(gross, vatDeductible), vatDeductible }
}

/** Whether this person may judge or decide for that member: never for oneself, and never what one sent oneself. */
export function mayJudge(judge: PersonId, member: MemberId, sentBy: PersonId): boolean {
  return judge !== member && judge !== sentBy
}

/** Whether a kind of cost stands in the consent; without a consent that is needed there is nothing to hold it against. */
export function isInConsent(kind: string, costKinds: readonly string[] | null): boolean {
  return costKinds === null || costKinds.includes(kind)
}

/** What is held for a request: everything asked or approved and not yet bought. */
export function isReserved(standing: RequestStanding): boolean {
  return standing === 'asked' || standing === 'approved'
}

/** A cost somebody still has to be paid for. */
export type Payable = {
  readonly id: string
  readonly kind: 'receipt' | 'purchase'
  readonly member: MemberId
  /** To the shop (bank), or back to the member who paid first. */
  readonly to: 'creditor' | 'member'
  readonly what: string
  readonly on: Day
  readonly open: Cents
}
