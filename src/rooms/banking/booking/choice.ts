import type { Cents } from '#kit/money.ts'
import type { Permit } from '#rooms/access'
import type { InvoiceId } from '#rooms/invoicing'
import type { DisposalId } from '#rooms/spending'
import type { BookingId } from '../banking.types.ts'
import type { PlainFacts, PlainKind } from './kinds.rules.ts'

export type BookPermit = Permit<'payment.match' | 'bank.book'>

/** One thing that money of a line was. */
export type SingleChoice =
  | { readonly kind: 'invoice' | 'refund'; readonly invoices: readonly InvoiceId[] }
  /** The bank took a payment back: the whole booking, or one part of it. */
  | { readonly kind: 'returned'; readonly booking: BookingId; readonly part: number | null }
  | { readonly kind: 'cost'; readonly cost: string }
  /** A bill for a thing that somebody bought. */
  | { readonly kind: 'thing'; readonly bill: DisposalId }
  | { readonly kind: 'nothing' }
  | ({ readonly kind: PlainKind; readonly note?: string | null } & Partial<PlainFacts>)

/** A part of a line with its own amount; an amount of the other sign goes the other way. */
export type PartChoice = { readonly cents: Cents; readonly how: SingleChoice }

/** How a line is to be booked: as one thing, or in parts that come to the line together. */
export type BookingChoice = SingleChoice | { readonly kind: 'parts'; readonly parts: readonly PartChoice[]; readonly note?: string | null }
