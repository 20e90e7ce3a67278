import type { Month } from '#kit/day.ts'
import type { Cents } from '#kit/money.ts'

/** Who can get a part of the money. The first two are pots of the member; the others belong to the cooperative, the municipality or the purse. */
export const RECEIVERS = ['business', 'development', 'trainingPool', 'cooperative', 'municipality', 'payout', 'reserve'] as const
export type Receiver = (typeof RECEIVERS)[number]

/** Pots with a level of their own per member; a shared pot has no level that one member's month could be measured by. */
export const OWN_POTS = ['business', 'development'] as const satisfies readonly Receiver[]

/** What a step works on: the money of the month, that minus costs and open loss, or what earlier steps left. */
export const BASES = ['turnover', 'result', 'remainder'] as const
export type Base = (typeof BASES)[number]

/** `gate`: the whole base, once it is over the threshold. `excess`: only the part above it. */
export type Threshold = { readonly kind: 'gate' | 'excess'; readonly over: Cents }

/** What happens with the part of a fixed amount or a share of the turnover that could not be paid this month. */
export type Short = 'lapses' | 'carried'

export type WeighedShare = { readonly receiver: Receiver; readonly weight: bigint; readonly article: string }

export type Divide =
  | { readonly kind: 'weights'; readonly whole: bigint; readonly shares: readonly WeighedShare[] }
  | { readonly kind: 'fixed'; readonly receiver: Receiver; readonly cents: Cents; readonly article: string }
  | { readonly kind: 'fill'; readonly receiver: Receiver; readonly level: Cents; readonly article: string }

/** One step of the split. `id` stays the same over versions, so that totals under caps go on. */
export type Step = { readonly id: string; readonly base: Base; readonly threshold: Threshold | null; readonly divide: Divide; readonly short: Short }

export const PERIODS = ['month', 'year', 'lifetime', 'level'] as const

/** The most a receiver may get: per month, per year, ever, or until the pot stands at a level. `step` null counts everything the receiver gets. */
export type Cap = {
  readonly receiver: Receiver
  readonly step: string | null
  readonly per: (typeof PERIODS)[number]
  readonly cents: Cents
  readonly surplusTo: Receiver | 'nextStep'
  readonly article: string
}

export const LOSS_BEARERS = ['cooperative', 'reserve', 'trainingPool', 'municipality'] as const

export type LossRule = {
  readonly carried: boolean
  /** Whether steps on the turnover also run in a month with a loss. */
  readonly turnoverSteps: boolean
  /** Who bears a loss or a pot below zero that is left when the member leaves. */
  readonly inTheEnd: (typeof LOSS_BEARERS)[number]
  readonly article: string
}

/** A kind of costs by its code, such as `material`; which kinds exist is no matter of this room. */
export type CostKind = string

/** The rules of a member agreement: closed, data only. Rounding is per step to whole cents by largest remainder, ties in the order of the agreement. */
export type SplitRules = {
  readonly basis: 'received' | 'invoiced'
  /** Which kinds of costs lower the result. */
  readonly costs: 'all' | readonly CostKind[]
  readonly steps: readonly Step[]
  readonly caps: readonly Cap[]
  readonly loss: LossRule
  readonly rounding: 'largestRemainder'
}

/** What one member's month brought, without VAT; credit notes for money not yet divided are in the turnover already. */
export type MonthFacts = { readonly month: Month; readonly turnover: Cents; readonly costs: Readonly<Record<CostKind, Cents>> }

/** Cents by `receiver` and by `receiver@step`. */
export type Taken = Readonly<Record<string, Cents>>

/**
 * What went before: the loss still open, what was taken per period (`2026-11`, `2026`, `ever`), how the pots stand now,
 * and what is still owed per `step/receiver`. Build it from stored shares with `totalsFrom`.
 */
export type RunningTotals = {
  readonly openLoss: Cents
  readonly taken: Readonly<Record<string, Taken>>
  readonly pots: Readonly<Partial<Record<Receiver, Cents>>>
  readonly arrears: Readonly<Record<string, Cents>>
}

/**
 * `share` by the step itself, `arrears` what an earlier month fell short, `surplus` what was over under a cap of `from`,
 * `ending` what was left of a loss or of a pot below zero when the member left, for whom the agreement says.
 */
export type ShareKind = 'share' | 'arrears' | 'surplus' | 'ending'

/** One part of the money; zero when the step ran and gave nothing. `of` is the amount the step worked on. */
export type ShareLine = {
  readonly receiver: Receiver
  readonly cents: Cents
  readonly article: string
  readonly step: string
  readonly kind: ShareKind
  readonly from: Receiver | null
  readonly base: Base
  readonly of: Cents
  readonly weight: bigint | null
  readonly whole: bigint | null
}

/** What a step should have given and could not. */
export type Shortfall = { readonly receiver: Receiver; readonly step: string; readonly cents: Cents; readonly carried: boolean }

/**
 * The split of a month. Always: sum of the lines = result − openLossBefore + lossCarried + lossBorne.
 * `lossBorne` is for the cooperative.
 */
export type Shares = {
  readonly month: Month
  readonly turnover: Cents
  readonly costs: Cents
  readonly costsNotCounted: Cents
  readonly result: Cents
  readonly openLossBefore: Cents
  readonly lines: readonly ShareLine[]
  readonly shortfalls: readonly Shortfall[]
  /** What each step worked on, by its id, before any threshold. */
  readonly bases: Readonly<Record<string, Cents>>
  readonly lossCarried: Cents
  readonly lossBorne: Cents
  readonly totals: RunningTotals
}

/** What an earlier part of the same month, divided by another version, leaves for the next one to know. */
export type EarlierPart = Pick<Shares, 'lines' | 'shortfalls' | 'bases'>
