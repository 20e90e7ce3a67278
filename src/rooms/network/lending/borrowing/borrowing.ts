import { firstDay, monthAfter, monthOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import type { Permit } from '#rooms/access'
import { draftAgreement, type VersionId } from '#rooms/agreements'
import { texts } from '../lending.en.ts'
import { nl } from '../lending.nl.ts'
import type { LentAgreement } from '../lending.sql.ts'
import { readLent } from '../lending.ts'
import { sourceOf } from '../lent-facts.ts'
import { insertBorrowing } from './borrowing.sql.ts'

/**
 * Begins a draft of the own member agreement with one of the library, and writes down where it came from: the draft says so for as long as it is there. Gives the
 * draft. Refuses (missing) what does not stand in the library.
 */
export async function borrowAgreement(tx: Tx, permit: Permit<'agreement.draft'>, slug: string): Promise<VersionId> {
  const lent = (await readLent(tx, slug)) ?? refuse(texts(permit.language).refusals.missing, {}, { kind: 'missing' })
  const version = await draftAgreement(tx, permit, {
    title: lent.title,
    articles: lent.articles,
    from: firstDay(monthAfter(monthOf(permit.today))),
    until: null,
    origin: { words: originOf(lent), path: `/bibliotheek/${slug}` },
  })
  await insertBorrowing(tx, permit, lent, version)
  await happened(tx, permit, 'lending.borrowed', { item: lent.item, agreement: version })
  return version
}

/** How the origin is called in the draft, in Dutch as the agreement itself. */
function originOf(lent: LentAgreement): string {
  const by = sourceOf(lent, 'nl')
  return fill(nl.origin, { title: lent.title, by: by.charAt(0).toLowerCase() + by.slice(1) })
}
