import type { Tx } from '#kit/db.ts'
import { refuse } from '#kit/refusal.ts'
import { list } from '#kit/text.ts'
import type { Permit } from '#rooms/access'
import { askedAbout } from './asked.ts'
import { texts } from './needs.en.ts'
import { deleteNeed, saveNeed } from './needs.sql.ts'

/**
 * Keeps what the acting member needs, in own words, read by the coach only when shared. Words that may tell of health are asked about once (AVG art. 9)
 * and kept when the member wants it so; what happened tells nobody what was written.
 */
export async function writeNeed(
  tx: Tx,
  permit: Permit<'need.write'>,
  need: { readonly words: string; readonly shared: boolean; readonly anyway: boolean },
): Promise<void> {
  const asked = askedAbout(need.words, need.anyway)
  if (asked.length > 0) refuse(texts[permit.language].refusals.health, { words: list(asked, permit.language === 'nl' ? 'en' : 'and') }, { field: 'words' })
  await saveNeed(tx, permit, need.words, need.shared)
}

/** Throws away what the acting member wrote. Refuses when there is nothing. */
export async function throwNeedAway(tx: Tx, permit: Permit<'need.write'>): Promise<void> {
  if (!(await deleteNeed(tx, permit))) refuse(texts[permit.language].refusals.nothing, {}, { kind: 'missing' })
}
