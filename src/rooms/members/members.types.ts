import type { Day, Instant } from '#kit/day.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId, OrganisationId } from '#rooms/access'
import type { BenefitSource } from './benefit.rules.ts'
import type { Destination, LeavingReason, StageOnDay } from './journey.rules.ts'
import type { ReferrerKind } from './referral/referral.rules.ts'

/** Kinds of support a member may choose; optional, and for the member and the own coach only (decisions 8). */
export const SUPPORT_KINDS = ['restAndBuild', 'plan', 'moneyMatters', 'language'] as const
export type SupportKind = (typeof SUPPORT_KINDS)[number]

export type MemberFacts = {
  readonly firstName: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly street: string | null
  readonly postCode: string | null
  readonly city: string | null
  readonly language: Language
}

/** Under which name somebody trades, and with what, from a day on. */
export type Trade = { readonly tradeName: string; readonly makes: string; readonly from: Day }

/** A line of the register on a day. */
export type MemberOnDay = {
  readonly member: MemberId
  readonly number: number | null
  readonly firstName: string
  readonly name: string
  readonly standing: StageOnDay
  readonly trade: Trade | null
  /** How often somebody had been a member by then. */
  readonly times: number
  /** Why and where to somebody had left by then; null for whoever had not, and for roles that open no files. */
  readonly left: { readonly reason: LeavingReason | null; readonly destination: Destination | null } | null
}

/** The source of a benefit and who decides about it, on a day. */
export type BenefitOnDay = { readonly source: BenefitSource; readonly from: Day | null; readonly municipality: OrganisationId | null }

export type Application = {
  readonly id: string
  readonly firstName: string | null
  readonly reach: string | null
  readonly idea: string | null
  readonly benefit: BenefitSource | null
  readonly help: readonly SupportKind[]
  readonly note: string | null
  readonly language: Language
  readonly unsure: readonly string[]
  /** Answers from before that somebody chose to send along. */
  readonly brought: string | null
  readonly begunAt: Instant
  readonly sentAt: Instant | null
  /** Who referred this person and why; null for who came alone. */
  readonly referral: { readonly kind: ReferrerKind; readonly referrer: string; readonly why: string; readonly speaks: string | null } | null
  /** When somebody last wrote back; null while nobody did. */
  readonly answeredAt: Instant | null
}
