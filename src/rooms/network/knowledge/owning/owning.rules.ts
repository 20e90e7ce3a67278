import { type Day, daysBetween, type Instant } from '#kit/day.ts'
import { mustBeReviewed } from '../knowledge.rules.ts'

/** In which roles somebody outside the network keeps an item. */
export const OWNER_ROLES = ['board', 'coach', 'treasurer', 'caseManager', 'policyAdviser'] as const
export type OwnerRole = (typeof OWNER_ROLES)[number]

/** Which roles an organisation of a kind has. */
const ROLES_OF = {
  cooperative: ['board', 'coach', 'treasurer'],
  municipality: ['caseManager', 'policyAdviser'],
} as const satisfies Readonly<Record<string, readonly OwnerRole[]>>

export type EndedWhy = 'returned' | 'left' | 'taken' | 'handed'

/** One time that somebody was asked to keep an item, and what came of it. */
export type KnowledgeOwner = {
  readonly tenant: string
  readonly id: string
  readonly item: string
  readonly slug: string
  readonly title: string
  readonly reviewOn: Day
  readonly role: OwnerRole
  readonly offeredAt: Instant
  readonly person: string | null
  readonly accepted: boolean | null
  readonly answeredAt: Instant | null
  readonly endedAt: Instant | null
  readonly endedWhy: EndedWhy | null
}

export type OwnerStanding = 'asked' | 'keeps' | 'declined' | EndedWhy

/** How it stands: asked, kept, declined, or how it ended. */
export function ownerStanding(owner: Pick<KnowledgeOwner, 'accepted' | 'endedWhy'>): OwnerStanding {
  if (owner.endedWhy) return owner.endedWhy
  if (owner.accepted === null) return 'asked'
  return owner.accepted ? 'keeps' : 'declined'
}

/** Who keeps an item now, or is asked to; null where it is of the network alone. */
export function ownerNow<O extends Pick<KnowledgeOwner, 'accepted' | 'endedWhy'>>(owners: readonly O[]): O | null {
  return owners.find((each) => ['asked', 'keeps'].includes(ownerStanding(each))) ?? null
}

/** Whether organisations of a kind have somebody in this role. */
export function hasRole(kind: string, role: OwnerRole): boolean {
  return Object.hasOwn(ROLES_OF, kind) && (ROLES_OF[kind as keyof typeof ROLES_OF] as readonly OwnerRole[]).includes(role)
}

/** How often in days whoever keeps an item is told again that it must be looked at. */
const TOLD_EVERY = 30

/** Whether today is a day on which the keeper hears that an item must be looked at again: the day after its day, and each thirty days after that. */
export function isTold(reviewOn: Day, today: Day): boolean {
  return mustBeReviewed(reviewOn, today) && daysBetween(reviewOn, today) % TOLD_EVERY === 1
}
