import type { Day, Instant } from '#kit/day.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId, OrganisationId, PersonId } from '#rooms/access'
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
  /** That of the customer; left out in what was sent before this was kept. */
  readonly language?: Language
}

/** By which way a customer accepted: the link of the mail, or what a member or the office wrote down. */
export type AcceptedBy = 'link' | 'paper' | 'phone'

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
  /** The address in the house of what led to it. */
  readonly origin: string | null
  readonly terms: QuoteTerms | null
  readonly document: QuoteDocument | null
  readonly sentAt: Instant | null
  readonly validUntil: Day | null
  readonly outcome: 'accepted' | 'declined' | null
  readonly acceptedBy: string | null
  readonly reason: string | null
  readonly answeredAt: Instant | null
  /** The day on which the customer said so. */
  readonly answeredOn: Day | null
  readonly how: AcceptedBy | null
  readonly recordedBy: PersonId | null
  readonly paper: string | null
}

export type QuoteQuestion = {
  readonly id: string
  readonly words: string
  readonly askedAt: Instant
  readonly answer: string | null
  readonly answeredAt: Instant | null
}
