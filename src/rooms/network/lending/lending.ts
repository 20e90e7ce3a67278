import type { Tx } from '#kit/db.ts'
import { type Sought, traitsSought } from './lending.rules.ts'
import { type LentAgreement, lentAgreements } from './lending.sql.ts'

/** What stands in the library and fits what is sought, models first: asked with or without a permit, the wall shows what may be read. One query. */
export async function findLent(tx: Tx, sought: Sought): Promise<LentAgreement[]> {
  const found = await lentAgreements(tx, { traits: traitsSought(sought), source: sought.source })
  return sought.model ? found.filter(({ mark }) => mark !== null) : found
}

/** One agreement of the library by its address, or null where it does not stand there, or no longer. */
export async function readLent(tx: Tx, slug: string): Promise<LentAgreement | null> {
  const [found] = await lentAgreements(tx, { slug })
  return found ?? null
}

/** The addresses of all that is lent to whoever asks, for search engines. One query. */
export async function shownLent(tx: Tx): Promise<string[]> {
  return (await lentAgreements(tx, { traits: [], source: null })).map(({ slug }) => slug).toSorted()
}
