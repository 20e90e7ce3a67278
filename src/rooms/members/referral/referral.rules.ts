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

// Beginnings of words: enough for a question, never a ground to refuse. Names of illnesses would be a list of their own; these are what people type.
const HEALTH = [
  'adhd',
  'alcohol',
  'angst',
  'arbeidsongeschikt',
  'autis',
  'burn-out',
  'burnout',
  'depress',
  'diagnos',
  'drugs',
  'gezondheid',
  'handicap',
  'hersen',
  'kanker',
  'klachten',
  'medicat',
  'medicijn',
  'medisch',
  'overspannen',
  'psych',
  'ptss',
  'stoornis',
  'therap',
  'trauma',
  'verslaa',
  'verslav',
  'ziek',
  'zwanger',
]

/** Words in a text that tell of somebody's health: what a reader should be asked about before it is kept (AVG art. 9). In the order in which they stand. */
export function healthWords(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}-]+/gu) ?? []
  return [...new Set(words.filter((word) => HEALTH.some((stem) => word.startsWith(stem))))]
}
