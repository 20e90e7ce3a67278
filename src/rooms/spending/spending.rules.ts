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
/** What stands in the file: a judgement that was undone leaves the receipt waiting again, and is named by the next one. */
export type Kept = Outcome | 'undone'

export const RECEIPT_STANDINGS = ['waiting', 'askedBack', 'answered', 'accepted', 'onDevelopment', 'rejected'] as const
export type ReceiptStanding = (typeof RECEIPT_STANDINGS)[number]

/** What a judgement can be changed into: the question was asked and answered before. */
export const REVISED_OUTCOMES = ['accepted', 'onDevelopment', 'rejected'] as const

/** What a member can leave to whoever judges. */
export const UNSURE = ['gross', 'vat', 'kind', 'payer'] as const
export type Unsure = (typeof UNSURE)[number]
/** The kind of a receipt that its sender could not name. */
export const UNKNOWN_KIND = 'unknown'

/** How a purchase stands in the books: a cost, or equipment that the cooperative owns. */
export const BOOKED_AS = ['cost', 'equipment'] as const
export type BookedAs = (typeof BOOKED_AS)[number]

export const REQUEST_STANDINGS = ['asked', 'approved', 'promised', 'refused', 'takenBack', 'cancelled', 'bought'] as const
export type RequestStanding = (typeof REQUEST_STANDINGS)[number]

type Chained = { readonly id: string; readonly outcome: Kept; readonly revises: string | null }

/** The judgement that holds: no question, not revised by another and not undone; null while nobody decided. */
export function heldJudgement<J extends Chained>(judgements: readonly J[]): (J & { readonly outcome: Outcome }) | null {
  const last = lastJudgement(judgements)
  return last && isDecided(last) ? last : null
}

/** The one at the end of the chain, which the next must name: the judgement that holds, or the undoing of it; null while there was only a question. */
export function lastJudgement<J extends Chained>(judgements: readonly J[]): J | null {
  const revised = new Set(judgements.map((judgement) => judgement.revises))
  return judgements.find((judgement) => judgement.outcome !== 'askedBack' && !revised.has(judgement.id)) ?? null
}

function isDecided<J extends Chained>(judgement: J): judgement is J & { readonly outcome: Outcome } {
  return judgement.outcome !== 'undone'
}

/** Where a receipt stands, from what was judged and how often an answer came: each question gets one. */
export function receiptStanding(judgements: readonly Chained[], answers: readonly unknown[]): ReceiptStanding {
  const final = heldJudgement(judgements)
  if (final) return final.outcome
  const questions = judgements.filter(({ outcome }) => outcome === 'askedBack').length
  if (questions === 0) return 'waiting'
  return answers.length >= questions ? 'answered' : 'askedBack'
}

/** Where a request to spend stands, from its one decision, its purchase that holds, and its end. */
export function requestStanding(
  decision: 'approved' | 'refused' | 'takenBack' | null,
  bought: boolean,
  ended: 'takenBack' | 'cancelled' | null = null,
): RequestStanding {
  if (bought) return 'bought'
  return ended ?? decision ?? 'asked'
}

/** Whether a judgement puts something in the books. */
export function isBooked(outcome: Outcome): boolean {
  return outcome === 'accepted' || outcome === 'onDevelopment'
}

/** VAT is at most 21 of 121; a cent more is rounding (Wet OB art. 9). */
export function tooMuchVat(gross: Cents, vat: Cents): boolean {
  return vat < ZERO || vat * 121n > gross * 21n + 121n
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
