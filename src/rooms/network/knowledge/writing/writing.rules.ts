import type { Day, Instant } from '#kit/day.ts'
import { daysBetween } from '#kit/day.ts'
import { refuse } from '#kit/refusal.ts'
import type { KnowledgeText } from '../knowledge.rules.ts'
import { nl } from './writing.nl.ts'

/** A version of an item with what was said of it; one that came with the program has no writer. */
export type ItemVersion = KnowledgeText & {
  readonly id: string
  readonly item: string
  readonly slug: string
  /** The organisation outside the network that keeps it. */
  readonly owner: string | null
  readonly reviewOn: Day
  readonly writtenBy: string | null
  readonly writtenAt: Instant
  readonly verdict: { readonly published: boolean; readonly reason: string | null; readonly by: string | null; readonly at: Instant } | null
}

/** The address of an item by its first title; what would be an address of the house itself gets a word more. */
export function slugOf(title: string): string {
  const words =
    title
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  const slug = words.slice(0, 8).join('-').slice(0, 80).replace(/-$/, '')
  return ['', 'nieuw', 'versie', 'afspraken'].includes(slug) ? `antwoord${slug && `-${slug}`}` : slug
}

/** Refuses a second version while one waits for a colleague. */
export function checkNoneWaits(versions: readonly ItemVersion[]): void {
  if (versions.some(({ verdict }) => verdict === null)) refuse(nl.refusals.waitsAlready)
}

/** Refuses a second verdict, and one by whoever wrote the version: one writes, another publishes. */
export function mayDecideVersion(version: ItemVersion, person: string): void {
  if (version.verdict) refuse(nl.refusals.decided, {}, { kind: 'conflict' })
  if (version.writtenBy === person) refuse(nl.refusals.ownVersion)
}

/** Refuses a day of review that is not after today. */
export function checkReviewDay(reviewOn: Day, today: Day): void {
  if (daysBetween(today, reviewOn) <= 0) refuse(nl.refusals.reviewPast, {}, { field: 'reviewOn' })
}
