import { withoutBsn } from '#kit/bsn.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { organisationName, type Permit } from '#rooms/access'
import { texts } from './remarks.en.ts'
import { insertRemark, lenderOf, type Remark, remarksHeard, remarksTold } from './remarks.sql.ts'

/** So much a cooperative tells about one agreement: a lender reads it all. */
export const REMARKS_EACH = 5

/** For who may tell: what the own cooperative told about an agreement that it borrowed, and the name it may stand under; null where there is nobody to tell. At most three queries. */
export async function ownRemarks(
  tx: Tx,
  permit: Permit<'lending.read'>,
  slug: string,
): Promise<{ readonly told: readonly Remark[]; readonly name: string } | null> {
  const lender = await lenderOf(tx, permit, slug)
  if (!lender) return null
  return { told: await remarksTold(tx, permit, lender.item), name: (await organisationName(tx, permit.organisation)) ?? '' }
}

/**
 * Tells the lender what was learned of its agreement; nobody else reads it. Refuses (missing) an agreement that the own cooperative did not borrow or that came with the
 * program, words with a BSN, and a sixth remark about one agreement.
 */
export async function tellLender(
  tx: Tx,
  permit: Permit<'lending.keep'>,
  slug: string,
  facts: { readonly words: string; readonly named: boolean },
): Promise<void> {
  const words = texts(permit.language).refusals
  const lender = (await lenderOf(tx, permit, slug)) ?? refuse(words.missing, {}, { kind: 'missing' })
  if ((await remarksTold(tx, permit, lender.item)).length >= REMARKS_EACH) refuse(words.enough)
  const teller = facts.named ? await organisationName(tx, permit.organisation) : null
  const remark = await insertRemark(tx, permit, lender, withoutBsn(facts.words, 'words', permit.language), teller)
  await happened(tx, permit, 'lending.remarked', { lender: lender.owner, remark })
}

/** What borrowers told about each agreement that the own cooperative lends, by the item; the newest first. One query. */
export async function remarksOnLent(tx: Tx, permit: Permit<'lending.keep'>): Promise<ReadonlyMap<string, readonly Remark[]>> {
  return Map.groupBy(await remarksHeard(tx, permit), ({ item }) => item)
}
