import type { Day, Instant } from '#kit/day.ts'
import type { MemberId, OrganisationId } from '#rooms/access'
import type { CustomerId } from '#rooms/organisations'
import type { Buyer, Seller } from '../paper/document.rules.ts'
import type { Priced } from '../pricing/pricing.rules.ts'
import type { QuotePart, QuoteTerms } from './quoting.rules.ts'

declare const quote_: unique symbol
export type QuoteId = string & { readonly [quote_]: true }

/** Everything that stands on a quote, frozen at sending: page and PDF are both made from this. */
export type QuoteDocument = {
  readonly number: string
  readonly version: number
  readonly sentOn: Day
  readonly validUntil: Day
  readonly workOn: Day
  readonly tradeName: string | null
  readonly note: string | null
  readonly seller: Seller
  readonly buyer: Buyer
  readonly priced: Priced
  readonly parts: readonly QuotePart[]
}

/** A quote with its newest version and what was answered to that. `terms` is null only while it is being changed, for the holder of a link. */
export type QuoteRow = {
  readonly tenant: OrganisationId
  readonly id: QuoteId
  readonly number: string
  readonly member: MemberId
  readonly customer: CustomerId
  readonly version: number
  readonly withdrawn: boolean
  readonly madeAt: Instant
  readonly terms: QuoteTerms | null
  readonly document: QuoteDocument | null
  readonly sentAt: Instant | null
  readonly validUntil: Day | null
  readonly outcome: 'accepted' | 'declined' | null
  readonly acceptedBy: string | null
  readonly reason: string | null
  readonly answeredAt: Instant | null
}

export type QuoteQuestion = {
  readonly id: string
  readonly words: string
  readonly askedAt: Instant
  readonly answer: string | null
  readonly answeredAt: Instant | null
}
