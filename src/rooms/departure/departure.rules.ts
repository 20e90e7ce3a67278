import type { Day, Instant, Month } from '#kit/day.ts'
import type { Cents } from '#kit/money.ts'
import type { MemberId, OrganisationId } from '#rooms/access'
import type { PotName } from '#rooms/ledger'
import type { MonthBenefit } from '#rooms/members'

declare const departure_: unique symbol
declare const question_: unique symbol
/** Somebody who leaves the cooperative, from the first step on. */
export type DepartureId = string & { readonly [departure_]: true }
/** A question to the municipality about what may be paid out of pots. */
export type PotQuestionId = string & { readonly [question_]: true }

/** Where somebody goes; neutral words, and never whether that is good. */
export const GOALS = ['ownBusiness', 'bbz', 'job', 'benefit', 'moves', 'other'] as const
export type Goal = (typeof GOALS)[number]

/** Steps in the order in which they are asked; the summary follows on the last. */
export const STEPS = ['destination', 'lastDay', 'invoices', 'jobs', 'customers', 'equipment', 'pots', 'data', 'followUp'] as const
export type StepName = (typeof STEPS)[number]

/** What may become of a thing: the member buys it, gives it back, gets it, or keeps what is the member's own. */
export const THING_CHOICES = ['buy', 'giveBack', 'given', 'keep'] as const
export type ThingChoice = (typeof THING_CHOICES)[number]

/** What was answered at each step; nothing where it was not. Amounts in cents, as text, for a number loses cents. */
export type StepAnswers = {
  readonly destination?: { readonly goal: Goal; readonly note: string | null }
  readonly lastDay?: { readonly on: Day }
  readonly invoices?: { readonly by: 'treasurer' | 'coach'; readonly note: string | null }
  readonly jobs?: { readonly what: 'none' | 'finished' | 'handedOver' | 'calledOff'; readonly note: string | null }
  readonly customers?: { readonly along: readonly string[]; readonly agreed: boolean }
  readonly equipment?: { readonly things: Readonly<Record<string, ThingChoice>>; readonly note: string | null }
  readonly pots?: { readonly read: true; readonly wish: string | null }
  readonly data?: { readonly parts: readonly DataPart[] }
  readonly followUp?: { readonly agrees: boolean }
}

/** What can be taken along as files. */
export const DATA_PARTS = ['portfolio', 'statements', 'contacts', 'agreement', 'plan', 'coaching'] as const
export type DataPart = (typeof DATA_PARTS)[number]

export type DepartureStanding = 'running' | 'agreed' | 'confirmed' | 'closed' | 'calledOff'

export type Departure = {
  readonly id: DepartureId
  readonly member: MemberId
  readonly begunAt: Instant
  readonly answers: StepAnswers
  readonly moments: Readonly<Partial<Record<'agreed' | 'confirmed' | 'calledOff', Instant>>>
  /** How many final statements there are. */
  readonly statements: number
}

/** Where money of who leaves stands: in one of the pots, or it came after the last day (`late`) and the agreement gives it to the member. */
export type PotPlace = PotName | 'late'

/** What is left of a pot of what was built up in a month, or came late for work of it; month `null`: from before the books began. Cents. */
export type PotMonth = { readonly pot: PotPlace; readonly month: Month | null; readonly cents: Cents; readonly benefit: MonthBenefit }

/** What the written answer of a municipality says. */
export const VERDICTS = ['allowed', 'perMonth', 'notAllowed'] as const
export type Verdict = (typeof VERDICTS)[number]

/** The question as it was sent, copied whole. */
export type QuestionContent = {
  readonly name: string
  readonly cooperative: string
  readonly municipality: string
  readonly goal: Goal
  readonly lastDay: Day
  readonly months: readonly (Pick<PotMonth, 'pot' | 'month' | 'benefit'> & { readonly cents: string })[]
}

export type PotQuestion = {
  readonly id: PotQuestionId
  readonly departure: DepartureId
  readonly tenant: OrganisationId
  readonly municipality: OrganisationId
  readonly member: MemberId
  readonly content: QuestionContent
  readonly askedAt: Instant
  readonly answers: readonly PotAnswer[]
}

/** What a municipality wrote; `months` is what may be paid out of each. */
export type PotAnswer = {
  readonly id: string
  readonly verdict: Verdict
  readonly months: readonly (Pick<PotMonth, 'pot' | 'month'> & { readonly cents: string })[]
  readonly answeredOn: Day
  readonly file: string
  readonly recordedAt: Instant
}

/** Where money of a pot can go after leaving; `bill`: it is set off against what the member owes for a thing, `otherFund`: the fund of another cooperative. */
export const POT_RECEIVERS = ['payout', 'trainingPool', 'cooperative', 'municipality', 'reserve', 'otherFund', 'bill'] as const
export type PotReceiver = (typeof POT_RECEIVERS)[number]

export type Release = {
  readonly id: string
  readonly pot: PotName
  readonly receiver: PotReceiver
  readonly why: string
  /** The other cooperative, where it went to its fund. */
  readonly fundOf: string | null
  readonly cents: Cents
  readonly months: readonly { readonly month: Month | null; readonly cents: string }[]
  readonly on: Day
}
