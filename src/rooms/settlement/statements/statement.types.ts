import type { Day, Instant, Month } from '#kit/day.ts'
import type { MemberId, OrganisationId, PersonId } from '#rooms/access'
import type { StatementContent, StatementStanding } from './statement.rules.ts'
import type { Days } from './towns/towns.rules.ts'

declare const statement_: unique symbol
export type StatementId = string & { readonly [statement_]: true }

/** What a municipality can ask about in what it was sent: the whole, the total of the receipts, or the pay-out. */
export const STATEMENT_ABOUT = ['statement', 'receiptTotal', 'payOut'] as const
export type StatementAbout = (typeof STATEMENT_ABOUT)[number]

export type Answered = { readonly words: string; readonly at: Instant }

/** A statement as it was released: the copy that both sides read. */
export type SentStatement = {
  readonly id: StatementId
  readonly tenant: OrganisationId
  readonly municipality: OrganisationId
  readonly member: MemberId
  readonly month: Month
  readonly version: number
  readonly provisional: boolean
  readonly content: StatementContent
  readonly hash: string
  readonly releasedAt: Instant
  /** Proof of receipt by the municipality; never an approval. */
  readonly receipt: { readonly outcome: 'noQuestions' | 'question'; readonly at: Instant } | null
  readonly question: { readonly id: string; readonly words: string; readonly at: Instant; readonly answer: Answered | null } | null
}

/** A question about a month: of the member before sending, or of the municipality about a statement. */
export type Question = {
  readonly id: string
  readonly municipality: OrganisationId | null
  readonly member: MemberId
  readonly month: Month
  readonly statement: StatementId | null
  /** Of the municipality: about what, and the last day to answer. */
  readonly about: StatementAbout | null
  readonly words: string
  readonly askedAt: Instant
  readonly askedBy: PersonId
  readonly lastDay: Day | null
  readonly answer: (Answered & { readonly evidence: string | null }) | null
  /** When the municipality said that no answer is needed. */
  readonly closedAt: Instant | null
}

/** A month in the proof folder: what stands now and what was sent. A month in which the member moved has one for each town. */
export type StatementLine = {
  readonly member: MemberId
  readonly month: Month
  readonly municipality: OrganisationId
  /** The days of which the town hears; null: the whole month. */
  readonly days: readonly Days[] | null
  readonly closed: boolean
  readonly dueOn: Day | null
  readonly standing: StatementStanding
  readonly last: SentStatement | null
}
