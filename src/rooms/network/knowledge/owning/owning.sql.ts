import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, personOf } from '#rooms/access'
import type { EndedWhy, KnowledgeOwner, OwnerRole } from './owning.rules.ts'

type Only = { readonly slug?: string; readonly id?: string; readonly tenant?: string }

/** Who was asked to keep items, and what came of it, the newest first; in one query. */
export async function ownerRows(tx: Tx, only: Only): Promise<KnowledgeOwner[]> {
  const rows = await tx
    .selectFrom('network.knowledge_owner as o')
    .innerJoin('network.knowledge_item as i', 'i.id', 'o.item')
    .innerJoin('network.knowledge_shown as s', 's.item', 'o.item')
    .select(['o.tenant', 'o.id', 'o.item', 'o.role', 'o.offered_at', 'o.person', 'o.accepted', 'o.answered_at', 'o.ended_at', 'o.ended_why'])
    .select(['i.slug', 'i.review_on', 's.title'])
    .$if(only.slug !== undefined, (query) => query.where('i.slug', '=', only.slug ?? ''))
    .$if(only.id !== undefined, (query) => query.where('o.id', '=', only.id ?? ''))
    .$if(only.tenant !== undefined, (query) => query.where('o.tenant', '=', only.tenant ?? ''))
    .orderBy('o.offered_at', 'desc')
    .orderBy('o.id', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    ...{ tenant: row.tenant, id: row.id, item: row.item, slug: row.slug, title: row.title, reviewOn: row.review_on as Day },
    ...{ role: row.role as OwnerRole, offeredAt: row.offered_at, person: row.person, accepted: row.accepted },
    ...{ answeredAt: row.answered_at as Instant | null, endedAt: row.ended_at as Instant | null, endedWhy: row.ended_why as EndedWhy | null },
  }))
}

/** The item that is read at an address, with its organisation outside the network; null where none is. */
export async function itemAt(tx: Tx, slug: string): Promise<{ readonly item: string; readonly owner: string | null } | null> {
  const row = await tx
    .selectFrom('network.knowledge_item as i')
    .innerJoin('network.knowledge_shown as s', 's.item', 'i.id')
    .select(['i.id as item', 'i.owner'])
    .where('i.slug', '=', slug)
    .executeTakeFirst()
  return row ?? null
}

/** Asks an organisation to keep an item; gives whether nobody kept it or was asked. */
export async function insertOwner(
  tx: Tx,
  permit: AnyPermit,
  row: { readonly tenant: string; readonly item: string; readonly role: OwnerRole },
): Promise<string | null> {
  const id = newId(permit.now.epochMilliseconds)
  const nothing = { person: null, accepted: null, answered_at: null, ended_at: null, ended_why: null }
  const inserted = await tx
    .insertInto('network.knowledge_owner')
    .values({ ...row, ...nothing, id, offered_by: personOf(permit), offered_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id ?? null
}

/** Gives whether it was still open. */
export async function answerOwner(tx: Tx, permit: AnyPermit, owner: KnowledgeOwner, yes: boolean): Promise<boolean> {
  const row = await tx
    .updateTable('network.knowledge_owner')
    .set({ person: personOf(permit), accepted: yes, answered_at: permit.now })
    .where('tenant', '=', owner.tenant)
    .where('id', '=', owner.id)
    .where('accepted', 'is', null)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Ends it; gives whether it had not ended yet. The item goes back to the network by `setItemOwner`, before: afterwards its organisation may no longer. */
export async function endOwner(tx: Tx, permit: AnyPermit, owner: KnowledgeOwner, why: EndedWhy): Promise<boolean> {
  const row = await tx
    .updateTable('network.knowledge_owner')
    .set({ ended_at: permit.now, ended_why: why })
    .where('tenant', '=', owner.tenant)
    .where('id', '=', owner.id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function setItemOwner(tx: Tx, item: string, owner: string | null): Promise<void> {
  await tx.updateTable('network.knowledge_item').set({ owner }).where('id', '=', item).execute()
}

/** Writes down that an item was looked at and is still right, until a day. */
export async function insertCheck(tx: Tx, permit: AnyPermit, item: string, reviewOn: Day): Promise<void> {
  await tx
    .insertInto('network.knowledge_check')
    .values({ id: newId(permit.now.epochMilliseconds), item, review_on: reviewOn, checked_by: personOf(permit), checked_at: permit.now })
    .execute()
  await tx.updateTable('network.knowledge_item').set({ review_on: reviewOn }).where('id', '=', item).execute()
}

/** When an item was looked at again, newest first. */
export async function checksOf(tx: Tx, item: string): Promise<{ readonly at: Instant; readonly reviewOn: Day }[]> {
  const rows = await tx
    .selectFrom('network.knowledge_check')
    .select(['checked_at as at', 'review_on as reviewOn'])
    .where('item', '=', item)
    .orderBy('checked_at', 'desc')
    .limit(10)
    .execute()
  return rows.map(({ at, reviewOn }) => ({ at, reviewOn: reviewOn as Day }))
}
