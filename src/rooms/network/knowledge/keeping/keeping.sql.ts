import { createHash } from 'node:crypto'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { KeptItem } from './keeping.rules.ts'

/** Counts what somebody says of an item; the same form again counts nothing, and nobody can tell from what is kept when it was shown. */
export async function insertOpinion(tx: Tx, form: string, item: string, on: Day, useful: boolean): Promise<void> {
  await tx
    .insertInto('network.knowledge_opinion')
    .values({ form_hash: createHash('sha256').update(`opinion ${form}`).digest('base64url'), item, on_day: on, useful })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Every item that is read, with how often it was of use since a day and how often not. */
export async function keptItems(tx: Tx, since: Day): Promise<KeptItem[]> {
  const rows = await tx
    .selectFrom('network.knowledge_shown as s')
    .innerJoin('network.knowledge_item as i', 'i.id', 's.item')
    .leftJoin('network.knowledge_opinion as o', (join) => join.onRef('o.item', '=', 's.item').on('o.on_day', '>=', since))
    .select(['i.slug', 's.title', 'i.owner', 'i.review_on as reviewOn'])
    .select(({ fn }) => [
      fn.count<number>('o.useful').filterWhere('o.useful', '=', true).as('yes'),
      fn.count<number>('o.useful').filterWhere('o.useful', '=', false).as('no'),
    ])
    .groupBy(['i.slug', 's.title', 'i.owner', 'i.review_on'])
    .execute()
  return rows.map(({ yes, no, reviewOn, ...row }) => ({ ...row, reviewOn: reviewOn as Day, yes: Number(yes), no: Number(no) }))
}
