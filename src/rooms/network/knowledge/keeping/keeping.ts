import type { Day } from '#kit/day.ts'
import { addDays } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Permit } from '#rooms/access'
import { shownItem } from '../knowledge.sql.ts'
import { COUNTED_DAYS, inOrder, type KeptItem } from './keeping.rules.ts'
import { insertOpinion, keptItems } from './keeping.sql.ts'

/** Counts that an answer was of use, or was not: asked without a permit, for anybody may. Gives whether the answer is there; the same form counts once. */
export async function sayUseful(tx: Tx, said: { readonly form: string; readonly slug: string; readonly useful: boolean; readonly on: Day }): Promise<boolean> {
  const item = await shownItem(tx, said.slug)
  if (item) await insertOpinion(tx, said.form, item.id, said.on, said.useful)
  return item !== null
}

/** Everything the network keeps, what must be looked at again first, with how often it was of use in the last ninety days. One query. */
export async function keptKnowledge(tx: Tx, _permit: Permit<'knowledge.keep'>, today: Day): Promise<KeptItem[]> {
  return inOrder(await keptItems(tx, addDays(today, -COUNTED_DAYS)), today)
}
