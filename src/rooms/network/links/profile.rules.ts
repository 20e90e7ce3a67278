import type { Month } from '#kit/day.ts'

/** What an organisation can know about, or want to know. */
export const TOPICS = [
  'beginning',
  'articles',
  'consent',
  'statements',
  'split',
  'debts',
  'newcomers',
  'exit',
  'vat',
  'bbz',
  'bank',
  'treasurer',
  'coaching',
  'finding',
  'customers',
  'council',
] as const
export type Topic = (typeof TOPICS)[number]

/** How well somebody knows a topic. */
export const LEVELS = ['some', 'well'] as const
export type Level = (typeof LEVELS)[number]

/** Who tells of experience. */
export const KINDS = ['cooperative', 'municipality'] as const

/** How far an organisation is. */
export const PHASES = ['idea', 'starting', 'active', 'stopped'] as const
export type Phase = (typeof PHASES)[number]

/** How many take part, in bands: nobody needs the number to know who is alike. */
export const BANDS = ['none', 'to4', 'to9', 'to19', 'to49', 'more'] as const
export type Band = (typeof BANDS)[number]

/** How somebody wants to help. */
export const WAYS = ['call', 'visit', 'papers', 'presentation'] as const
export type Way = (typeof WAYS)[number]

/** Who reads the profile: the national network alone, or every organisation with a profile that is shown too. */
export const SHOWN_TO = ['nobody', 'network', 'peers'] as const
export type ShownTo = (typeof SHOWN_TO)[number]

/** What a municipality or cooperative tells of its experience, in two minutes. */
export type Profile = {
  readonly kind: (typeof KINDS)[number]
  readonly phase: Phase
  readonly since: Month | null
  readonly band: Band
  readonly knows: Readonly<Partial<Record<Topic, Level>>>
  readonly seeks: readonly Topic[]
  readonly wentWrong: string
  readonly helps: readonly Way[]
  readonly shownTo: ShownTo
}
