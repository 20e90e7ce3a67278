import type { Day, Instant, Month } from '#kit/day.ts'
import type { Cents } from '#kit/money.ts'
import type { MemberId, OrganisationId, PersonId } from '#rooms/access'
import type { SampleKind, SampleSize } from './drawing/drawing.rules.ts'

declare const sample_: unique symbol
declare const drawn_: unique symbol
export type SampleId = string & { readonly [sample_]: true }
export type DrawnId = string & { readonly [drawn_]: true }

/** What a case manager asks for. */
export type SampleAsked = SampleSize & {
  readonly cooperative: OrganisationId
  readonly kind: SampleKind
  readonly from: Day
  readonly until: Day
  readonly reason: string
  /** For how many days after closing the municipality still sees what was drawn. */
  readonly seenDays: number
}

/** A sample: what was asked, how it was drawn, and how it ended. */
export type Sample = SampleSize & {
  readonly id: SampleId
  /** The cooperative. */
  readonly tenant: OrganisationId
  readonly municipality: OrganisationId
  readonly cooperativeName: string
  readonly municipalityName: string
  readonly kind: SampleKind
  readonly from: Day
  readonly until: Day
  readonly reason: string
  readonly seenDays: number
  readonly askedAt: Instant
  readonly askedBy: PersonId
  readonly draw: { readonly number: string; readonly seed: string; readonly checks: readonly string[]; readonly at: Instant } | null
  readonly closing: { readonly words: string; readonly seenUntil: Day; readonly at: Instant } | null
  /** How many things were drawn, and what was found of them, of everybody. */
  readonly counts: { readonly drawn: number; readonly right: number; readonly notRight: number }
}

export type FindingOutcome = 'right' | 'notRight'

/** What was found of a drawn thing; `reason` says why the finding before it was wrong. */
export type Finding = { readonly outcome: FindingOutcome; readonly words: string | null; readonly reason: string | null; readonly at: Instant }

/** A receipt as it was drawn: no words of anybody, no names of customers. Amounts in cents. */
export type DrawnReceipt = {
  readonly kind: 'receipt'
  readonly name: string
  readonly boughtOn: Day
  readonly gross: Cents | null
  readonly vat: Cents
  readonly costKind: string
  /** How the cooperative judged it, what counts as costs, and when. */
  readonly outcome: string
  readonly net: Cents
  readonly judgedOn: Day
}

/** A month statement as it was drawn: a copy of what the member released. */
export type DrawnStatement = {
  readonly kind: 'statement'
  readonly name: string
  readonly month: Month
  readonly version: number
  readonly provisional: boolean
  readonly turnover: Cents
  readonly costs: readonly { readonly kind: string; readonly cents: Cents }[]
  readonly result: Cents
  readonly paidOut: Cents
  /** The check value of the whole page that was released. */
  readonly hash: string
}

export type DrawnContent = DrawnReceipt | DrawnStatement

/** A drawn thing with what was found of it. */
export type Drawn = {
  readonly id: DrawnId
  readonly tenant: OrganisationId
  readonly municipality: OrganisationId
  readonly sample: SampleId
  readonly place: number
  readonly member: MemberId
  readonly thing: string
  readonly check: string
  readonly content: DrawnContent
  readonly file: string | null
  /** What counts: the last. */
  readonly finding: Finding | null
  /** What was found before it, the oldest first; it stays. */
  readonly earlierFindings: readonly Finding[]
  /** In how many other samples the same thing was drawn. */
  readonly otherSamples: number
}
