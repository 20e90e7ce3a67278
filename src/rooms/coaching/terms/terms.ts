import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, type MemberId, type Permit, personOf } from '#rooms/access'
import { benefitOn } from '#rooms/members'
import { refuseElsewhere } from '../here.ts'
import { texts } from './terms.en.ts'
import { acceptedBy, insertAccepted, insertTerms, lockTerms, type OwnTerms, termsRows } from './terms.sql.ts'

export type TermsFor = {
  /** The text that holds now, or null while none was written. */
  readonly terms: OwnTerms | null
  readonly accepted: { readonly version: number; readonly at: Instant } | null
  /** Whether the member has no benefit today, so that no consent of a municipality is needed. */
  readonly without: boolean
}

/** The cooperative's own terms as they stand for one member. Refuses (missing) outside reach. */
export async function termsFor(tx: Tx, permit: AnyPermit, member: MemberId): Promise<TermsFor> {
  refuseElsewhere(permit, member)
  const { source } = await benefitOn(tx, permit, member, permit.today)
  return { terms: (await termsRows(tx, permit))[0] ?? null, accepted: await acceptedBy(tx, permit, member), without: source === 'none' }
}

/** Writes the terms for members without benefit as the next version; gives its number. Refuses the text that holds already. */
export async function writeTerms(tx: Tx, permit: Permit<'ownTerms.write'>, words: string): Promise<number> {
  await lockTerms(tx, permit)
  const now = (await termsRows(tx, permit))[0]
  if (now?.words === words) refuse(texts[permit.language].refusals.same, {}, { field: 'words' })
  const version = (now?.version ?? 0) + 1
  await insertTerms(tx, permit, version, words)
  await happened(tx, permit, 'ownTerms.written', { version: String(version) })
  return version
}

/**
 * The acting member accepts the terms as they were shown. Refuses a text that changed since, one that was accepted already, and whoever has a benefit
 * or of whom that is unknown: for them the consent of the municipality counts.
 */
export async function acceptTerms(tx: Tx, permit: Permit<'ownTerms.accept'>, seen: number, read: boolean): Promise<void> {
  const words = texts[permit.language].refusals
  const { terms, accepted, without } = await termsFor(tx, permit, personOf(permit))
  if (!terms) refuse(words.noTerms)
  if (!without) refuse(words.hasBenefit)
  if (!read) refuse(words.notRead, {}, { field: 'read' })
  if (terms.version !== seen) refuse(words.behind)
  if (accepted?.version === seen) refuse(words.acceptedAlready, {}, { kind: 'conflict' })
  await insertAccepted(tx, permit, seen)
  await happened(tx, permit, 'ownTerms.accepted', { member: personOf(permit) })
}
