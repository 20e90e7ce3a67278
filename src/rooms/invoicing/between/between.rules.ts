import type { Day, Instant } from '#kit/day.ts'
import type { Cents } from '#kit/money.ts'
import type { MemberId, PersonId } from '#rooms/access'

declare const memberWork_: unique symbol
export type MemberWorkId = string & { readonly [memberWork_]: true }

/** Work of one member for another of the same cooperative, without VAT: nothing leaves the cooperative that trades (own knowledge, not looked up [G]). */
export type MemberWorkFacts = {
  readonly worker: MemberId
  readonly receiver: MemberId
  readonly performedOn: Day
  readonly what: string
  readonly net: Cents
}

/** What became of it. */
export type MemberWorkStep = {
  readonly what: 'accepted' | 'declined' | 'withdrawn' | 'undone'
  readonly id: string
  readonly number: string | null
  readonly words: string | null
  readonly on: Day
  readonly by: PersonId | null
}

export type MemberWork = MemberWorkFacts & {
  readonly id: MemberWorkId
  readonly recordedBy: PersonId | null
  readonly recordedAt: Instant
  readonly steps: readonly MemberWorkStep[]
}

export const MEMBER_WORK_STANDINGS = ['asked', 'accepted', 'declined', 'withdrawn', 'undone'] as const
export type MemberWorkStanding = (typeof MEMBER_WORK_STANDINGS)[number]

/** Where it stands: asked until there is an answer; what was accepted may be undone after that. */
export function memberWorkStanding(steps: readonly Pick<MemberWorkStep, 'what'>[]): MemberWorkStanding {
  const has = (what: MemberWorkStep['what']) => steps.some((step) => step.what === what)
  if (has('undone')) return 'undone'
  return steps[0]?.what ?? 'asked'
}

/** What keeps work from being written down; null where nothing does. `known` are the members of today. */
export function wrongWithWork(
  facts: MemberWorkFacts,
  today: Day,
  known: { has(member: MemberId): boolean },
): 'self' | 'stranger' | 'future' | 'nothing' | null {
  if (facts.receiver === facts.worker) return 'self'
  if (!known.has(facts.receiver)) return 'stranger'
  if (facts.performedOn > today) return 'future'
  return facts.net > 0n ? null : 'nothing'
}

/** The number that accepted work has in the books and in both months: a series of its own, for it is no invoice. */
export function memberWorkNumber(year: number, nr: number): string {
  return `LID-${year}-${String(nr).padStart(4, '0')}`
}
