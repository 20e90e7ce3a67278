import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { signedVersions } from '#rooms/agreements'
import { traitsOf } from '../lending.rules.ts'
import { cleaned } from './cleaning.rules.ts'
import { nl } from './publishing.nl.ts'
import { insertEdition, lockLending, type OwnEdition, ownEditions } from './publishing.sql.ts'
import { knownNames, ownEdition } from './publishing.ts'
import { type FreeWords, inOtherWords, type OwnArticle, ownArticles } from './rewriting.rules.ts'

/** The articles of an edition that the cooperative wrote itself, each with what was signed. */
export async function ownArticlesOf(tx: Tx, permit: AnyPermit, edition: OwnEdition): Promise<readonly OwnArticle[]> {
  const version = (await signedVersions(tx, permit)).find(({ id }) => id === edition.version)
  return ownArticles(edition.articles, edition.rewritten, version?.articles ?? [])
}

/**
 * Writes one own article anew for the library, without names, or takes its own words back (`null`); the agreement itself stays as it was signed. It is a new edition
 * that waits in place of the one before; gives it. Refuses (missing) what is no own article, and what does not wait any more.
 */
export async function rewriteArticle(tx: Tx, permit: Permit<'lending.keep'>, id: string, nr: number, words: FreeWords | null): Promise<string> {
  await lockLending(tx, permit)
  const edition = await ownEdition(tx, permit, id)
  const newest = (await ownEditions(tx, permit)).find(({ item }) => item === edition.item)
  if (edition.publishedAt !== null || newest?.edition !== edition.edition) refuse(nl.refusals.notWaiting, {}, { kind: 'conflict' })
  const own = (await ownArticlesOf(tx, permit, edition)).find((each) => each.nr === nr) ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
  const { articles, rewritten } = inOtherWords(edition, own, words)
  const clean = cleaned(edition, articles, await knownNames(tx, permit))
  const { crafts, reach, lender, version, number, otherEyes } = edition
  const made = await insertEdition(tx, permit, edition.item, edition.nr + 1, {
    ...clean,
    ...{ crafts, reach, lender, version, number, otherEyes, rewritten },
    traits: traitsOf(clean.articles, crafts),
  })
  await happened(tx, permit, 'lending.prepared', { edition: made })
  return made
}
