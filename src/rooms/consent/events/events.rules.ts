import type { Day, Instant } from '#kit/day.ts'
import type { Cents } from '#kit/money.ts'
import type { FurtherDelayGround } from '#rooms/law'

/** How often the municipality wants a statement. */
export const STATEMENT_RHYTHMS = ['monthly', 'quarterly', 'none'] as const
export type StatementRhythm = (typeof STATEMENT_RHYTHMS)[number]

/** What Opbloei can watch of a condition; a condition that is only words is read by people. */
export const WATCH_KINDS = ['hours', 'turnover', 'pot', 'costs', 'payOut', 'statement', 'jobSearch'] as const
export type WatchKind = (typeof WATCH_KINDS)[number]

/** A condition as data. `warn`: from so many percent of the most, or so many days before the last day, it is said that the bound comes near. */
export type Watch =
  | { readonly kind: 'hours'; readonly most: number; readonly warn: number }
  | { readonly kind: 'turnover'; readonly most: Cents; readonly per: 'month' | 'year'; readonly warn: number }
  | { readonly kind: 'pot'; readonly most: Cents; readonly warn: number }
  | { readonly kind: 'costs'; readonly only: readonly string[] }
  | { readonly kind: 'payOut'; readonly allowed: boolean }
  | { readonly kind: 'statement'; readonly rhythm: StatementRhythm; readonly warn: number }
  // Exempt from the duty to apply for jobs up to and including a day (Participatiewet art. 9 lid 2).
  | { readonly kind: 'jobSearch'; readonly until: Day; readonly warn: number }

/** A condition that was chosen from the list of the municipality: the words as they stand in the letter, and what is watched; null where nothing can be. */
export type WatchedCondition = { readonly condition: string; readonly version: number; readonly words: string; readonly watch: Watch | null }

/** What the municipality lays down when it grants. */
export type Conditions = {
  readonly from: Day
  readonly until: Day
  /** Codes of the kinds of costs that lower the result; others are flagged when a receipt is judged. */
  readonly costKinds: readonly string[]
  readonly payOutAllowed: boolean
  readonly statementRhythm: StatementRhythm
  /** The statement is due on this day of the month after the period. */
  readonly statementDay: number
  /** Whether the released statement counts as reporting by the member (Participatiewet art. 17). */
  readonly statementFulfilsDuty: boolean
  /** Code in the dated list of legal bases. */
  readonly legalBasis: string
  readonly other: string
  /** What was chosen from the list of the municipality; left out where nothing was, and in all that was laid down before the list. */
  readonly watched?: readonly WatchedCondition[]
}

/** What the municipality decided and on which day it was posted: what an objection or appeal is about. */
export const DECISION_KINDS = [
  'granted',
  'refused',
  'leftUnprocessed',
  'suspended',
  'resumed',
  'consentWithdrawn',
  'changeCancelled',
  'grantedInstead',
  'refusedInstead',
  'reviewClosed',
] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]
export type DecisionRef = { readonly kind: DecisionKind; readonly on: Day }

/** Whether both name one decision; of one that is not named, never. */
export function isSameDecision(a: DecisionRef | undefined, b: DecisionRef): boolean {
  return a?.kind === b.kind && a.on === b.on
}

/** How an objection ends (Awb 7:11, 6:6, 6:7). */
export const OBJECTION_OUTCOMES = ['founded', 'unfounded', 'inadmissible'] as const
export type ObjectionOutcome = (typeof OBJECTION_OUTCOMES)[number]

/** How the court ends an appeal (Awb 8:70). */
export const APPEAL_OUTCOMES = ['founded', 'unfounded', 'inadmissible', 'withdrawn'] as const
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number]

/** Why there is a new decision: somebody objected, the municipality saw a mistake, or it looked at the decision again. */
export type Because = 'objection' | 'correction' | 'review'

/** Who wanted a decision looked at again: the applicant (Awb 4:6) or the municipality itself. */
export type ReviewBy = 'request' | 'ownMotion'

/** A decision that was posted on paper and written down here afterwards carries the reference on that paper. */
type OnPaper = { readonly paperReference?: string | undefined }

/** How a letter of the municipality reached the member; on `null` it still has to be posted (Awb 2:14, 3:41). */
export type Notified = { readonly way: 'portal'; readonly on: Day } | { readonly way: 'post'; readonly on: Day | null }

type Fact<Kind extends string, More = unknown> = {
  readonly kind: Kind
  /** The day it counts from for the procedure: received, posted, answered. */
  readonly on: Day
  /** The moment it was written down: nobody knew it before. */
  readonly recordedAt: Instant
  /** Of a letter that was sent from here; left out of everything else. */
  readonly notified?: Notified | undefined
} & More

/** What happened to a request. Rows are added, never changed: procedure and effect are computed from them. */
export type ConsentEvent =
  | Fact<'prepared'>
  // `paper`: the cooperative took over what was decided on paper before it began here.
  | Fact<'sent', { readonly sentBy: 'member' | 'cooperative' | 'paper' }>
  | Fact<'moreAsked', { readonly question: string; readonly answerBefore: Day | null }>
  | Fact<'answered', { readonly answer: string }>
  | Fact<'granted', OnPaper & { readonly conditions: Conditions }>
  | Fact<'refused', OnPaper & { readonly reason: string }>
  | Fact<'leftUnprocessed', OnPaper & { readonly reason: string }>
  | Fact<'requestWithdrawn'>
  | Fact<'suspended', { readonly from: Day; readonly until: Day | null; readonly reason: string; readonly heard: string }>
  | Fact<'resumed', { readonly from: Day }>
  | Fact<'consentWithdrawn', { readonly from: Day; readonly reason: string; readonly heard: string }>
  // Before its first day a suspension or withdrawal is called off; `from` is the day on which it would have begun.
  | Fact<'changeCancelled', { readonly of: 'suspended' | 'consentWithdrawn'; readonly from: Day }>
  | Fact<'paperConfirmed'>
  // What the decision on paper says, where the cooperative wrote down something else; the grant stays as it was written.
  | Fact<'paperCorrected', { readonly decidedOn: Day; readonly conditions: Conditions; readonly note: string }>
  // Awb art. 4:14: told that it takes longer, with the new last day.
  | Fact<'delayTold', { readonly until: Day; readonly reason: string }>
  // Awb art. 4:15 lid 2: the applicant agreed in writing to wait, up to and including a day.
  | Fact<'waitingAgreed', { readonly until: Day }>
  // Awb art. 4:17 lid 3: the applicant wrote that the decision is late; `against`: that the decision on the objection to that one is (7:14).
  | Fact<'defaultTold', { readonly against?: DecisionRef | undefined }>
  | Fact<'objected', { readonly against: DecisionRef; readonly reason: string; readonly lateBecause: string }>
  | Fact<'objectionHeard', { readonly against: DecisionRef; readonly note: string }>
  | Fact<'objectionPutOff', { readonly against: DecisionRef; readonly weeks: number; readonly reason: string }>
  // Awb art. 6:6: what is missing in the objection, with the last day that is given to send it; the term stands still meanwhile (7:10 lid 2).
  | Fact<'objectionMendAsked', { readonly against: DecisionRef; readonly question: string; readonly answerBefore: Day }>
  | Fact<'objectionMended', { readonly against: DecisionRef; readonly answer: string }>
  // Awb art. 7:10 lid 4; `note`: who agreed and when, or which procedure asks it.
  | Fact<'objectionDelayed', { readonly against: DecisionRef; readonly until: Day; readonly ground: FurtherDelayGround; readonly note: string }>
  | Fact<'objectionDecided', { readonly against: DecisionRef; readonly outcome: ObjectionOutcome; readonly reason: string }>
  | Fact<'appealed', { readonly against: DecisionRef; readonly note: string }>
  | Fact<'appealDecided', { readonly against: DecisionRef; readonly outcome: AppealOutcome; readonly note: string }>
  // A new decision in the place of the last one, which stays to be read.
  | Fact<'grantedInstead', { readonly conditions: Conditions; readonly because: Because; readonly reason: string }>
  | Fact<'refusedInstead', { readonly because: Because; readonly reason: string }>
  // Awb art. 3:5: advice of somebody who does not work under the one who decides; the term runs on meanwhile.
  | Fact<'adviceAsked', { readonly adviser: string; readonly question: string; readonly answerBefore: Day | null }>
  | Fact<'adviceGiven', { readonly adviser: string; readonly answer: string }>
  | Fact<'reviewOpened', { readonly by: ReviewBy; readonly reason: string }>
  // Nothing changes; a review that changes something ends with the new decision itself.
  | Fact<'reviewClosed', { readonly reason: string }>
  // Awb art. 6:21: in writing, or by word of mouth while being heard.
  | Fact<'objectionTakenBack', { readonly against: DecisionRef; readonly note: string }>
  // Written down with the request that follows on this consent; `runsOn`: by the rules of the town it goes on until that is answered.
  | Fact<'extensionAsked', { readonly runsOn: boolean }>
  // `from`: the first day on which it no longer goes on.
  | Fact<'extensionAnswered', { readonly from: Day }>

export type ConsentEventKind = ConsentEvent['kind']
