import type { Day, Instant } from '#kit/day.ts'
import type { PersonId } from '#rooms/access'

declare const resolution_: unique symbol
export type ResolutionId = string & { readonly [resolution_]: true }

export const ORGANS = ['assembly', 'board'] as const
/** Who decided: the members in their meeting, or the board. */
export type Organ = (typeof ORGANS)[number]

/** What of the annual accounts a resolution is about: they were adopted, or got more time (BW2 58). */
export const ABOUT = ['annualAccounts', 'accountsExtension'] as const
export type ResolutionAbout = (typeof ABOUT)[number]

/** How a resolution reads. */
export type ResolutionFacts = {
  readonly on: Day
  readonly organ: Organ
  readonly title: string
  readonly text: string
  readonly inFavour: number | null
  readonly against: number | null
  readonly abstained: number | null
  /** Who was there, or voted, in words. */
  readonly present: string | null
  readonly about: ResolutionAbout | null
  /** The financial year it is about. */
  readonly aboutYear: number | null
  /** By how many months the accounts may come later, at most four (BW2 58). */
  readonly months: number | null
}

export type Resolution = ResolutionFacts & {
  readonly id: ResolutionId
  readonly year: number
  readonly number: number
  readonly file: string | null
  readonly replaces: ResolutionId | null
  readonly replacedBy: ResolutionId | null
  readonly recordedAt: Instant
  readonly recordedBy: PersonId | null
  /** Whether members of the cooperative may read it. */
  readonly forMembers: boolean
  /** How often it was worded: more than once means that it was corrected on its first day. */
  readonly wordings: number
}

/** For so long after it was written down a mistake may be mended; after that a new resolution replaces it. */
const CORRECTION_HOURS = 24

/** The number as people say it: "2026-3". */
export function numberOf({ year, number }: Pick<Resolution, 'year' | 'number'>): string {
  return `${year}-${number}`
}

/** Whether a mistake may still be mended: within a day, and not once something else came in its place. */
export function mayCorrect({ recordedAt, replacedBy }: Pick<Resolution, 'recordedAt' | 'replacedBy'>, now: Instant): boolean {
  return replacedBy === null && Temporal.Instant.compare(now, recordedAt.add({ hours: CORRECTION_HOURS })) < 0
}

export type ResolutionProblem = 'future' | 'otherYear' | 'notTheirs' | 'aboutYear' | 'nobodyVoted'

/** What is wrong with a resolution; null when nothing is. `year` is the one under which it has its number already. */
export function problemOf(facts: ResolutionFacts, today: Day, year: number | null): ResolutionProblem | null {
  const decided = Number(facts.on.slice(0, 4))
  if (facts.on > today) return 'future'
  if (year !== null && decided !== year) return 'otherYear'
  // Only the general meeting adopts the accounts or gives them more time (BW2 58).
  if (facts.about !== null && facts.organ !== 'assembly') return 'notTheirs'
  if (facts.about !== null && (facts.aboutYear === null || facts.aboutYear > decided || facts.aboutYear < decided - 10)) return 'aboutYear'
  const votes = [facts.inFavour, facts.against, facts.abstained].filter((each) => each !== null)
  return votes.length > 0 && votes.every((each) => each === 0) ? 'nobodyVoted' : null
}
