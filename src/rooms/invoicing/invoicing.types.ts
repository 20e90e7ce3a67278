import type { Day, Instant } from '#kit/day.ts'
import type { Cents } from '#kit/money.ts'
import type { MemberId, PersonId } from '#rooms/access'
import type { CustomerId } from '#rooms/organisations'
import type { InvoiceDocument, InvoiceKind } from './paper/document.rules.ts'
import type { Line, PriceBasis, Totals } from './pricing/pricing.rules.ts'
import type { AskedShare } from './sharing/shares.rules.ts'

declare const invoice_: unique symbol
declare const receipt_: unique symbol

/** An invoice, a credit note or a day sheet, from the first draft on: sending does not change the id. */
export type InvoiceId = string & { readonly [invoice_]: true }
/** Money of a customer for one invoice. */
export type InvoiceReceiptId = string & { readonly [receipt_]: true }

/** What is asked to be invoiced. Prices in cents on the given basis; for a day sheet without a customer, with what came in by card. */
export type InvoiceRequest = {
  readonly kind: 'invoice' | 'day-sheet'
  readonly member: MemberId
  readonly customer: CustomerId | null
  readonly basis: PriceBasis
  readonly performedOn: Day
  readonly reference: string | null
  readonly note: string | null
  readonly byCard: Cents
  readonly lines: readonly Line[]
  /** Of a market day: tips that may be in what came in by card. */
  readonly tips?: Cents
  /** The member did not know which VAT belongs to it. */
  readonly unsure?: boolean
  /** Shares of other members who did the work too; the rest is of `member`. */
  readonly shares?: readonly AskedShare[]
}

export type Draft = Omit<InvoiceRequest, 'shares'> & {
  readonly id: InvoiceId
  readonly askedAt: Instant
  readonly returnedBecause: string | null
  /** Whether the member may send the own invoices today. */
  readonly trusted: boolean
  readonly shares: readonly DraftShare[]
}

/** A share that was asked in a draft, with what its member answered; the treasurer may have set it instead. */
export type DraftShare = AskedShare & { readonly agreedBy: PersonId | null; readonly refusedBecause: string | null }

/** An invoice as it was sent. */
export type Invoice = Totals & {
  readonly id: InvoiceId
  readonly number: string
  readonly kind: InvoiceKind
  readonly member: MemberId
  readonly customer: CustomerId | null
  readonly customerName: string
  readonly credits: InvoiceId | null
  readonly issuedOn: Day
  readonly dueOn: Day | null
  readonly performedOn: Day
  /** Why its net waits for a decision about consent; null when it does not. */
  readonly waitsBecause: string | null
  /** Whether several members have a share in it. */
  readonly shared: boolean
  readonly sentAt: Instant
}

export type InvoiceWithDocument = Invoice & { readonly document: InvoiceDocument }

/** Where the money of an invoice stands, in cents; `open` below zero is money that the customer gets back. */
export type InvoiceStanding = {
  readonly received: Cents
  readonly credited: Cents
  readonly refunded: Cents
  readonly writtenOff: Cents
  readonly open: Cents
}

export type OpenInvoice = Invoice & InvoiceStanding & { readonly remindedAt: Instant | null }

/** Money received for an invoice: `net` is what may be divided (decisions 1). */
export type InvoiceReceipt = Totals & {
  readonly receipt: InvoiceReceiptId
  readonly invoice: InvoiceId
  readonly number: string
  readonly member: MemberId
  readonly gross: Cents
  readonly on: Day
  /** Its net waits in "wacht op besluit" until this day, or for ever where null; false when it never waited. */
  readonly waits: false | { readonly releasedOn: Day | null }
}
