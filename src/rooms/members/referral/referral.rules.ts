import type { Instant } from '#kit/day.ts'

/** From where somebody is referred. */
export const REFERRERS = ['municipality', 'workCompany', 'neighbourhood', 'uwv', 'network', 'other'] as const
export type ReferrerKind = (typeof REFERRERS)[number]

/** How it went, and no more than that: whoever referred reads these words only. */
export type ReferralStanding = 'waits' | 'contacted' | 'started' | 'notNow'

/** How a referral stands. What somebody became, wants or receives is not for whoever referred. */
export function referralStanding(facts: {
  readonly answeredAt: Instant | null
  readonly takenAt: Instant | null
  readonly declinedAt: Instant | null
}): ReferralStanding {
  if (facts.declinedAt) return 'notNow'
  if (facts.takenAt) return 'started'
  return facts.answeredAt ? 'contacted' : 'waits'
}
