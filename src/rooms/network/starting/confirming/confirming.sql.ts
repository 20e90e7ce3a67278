import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, type OrganisationId, personOf } from '#rooms/access'

/** A cooperative that asks the network to be confirmed, with what was answered. */
export type Confirming = {
  readonly tenant: OrganisationId
  readonly id: string
  readonly kvk: string
  readonly words: string
  readonly askedAt: Instant
  readonly answer: { readonly yes: boolean; readonly words: string | null; readonly at: Instant } | null
}

/** What was asked, the newest first: of the acting organisation, or of all for the network. */
export async function confirmings(tx: Tx, id: string | null = null): Promise<Confirming[]> {
  const rows = await tx
    .selectFrom('network.confirming as c')
    .leftJoin('network.confirming_answer as a', (join) => join.onRef('a.tenant', '=', 'c.tenant').onRef('a.confirming', '=', 'c.id'))
    .select(['c.tenant', 'c.id', 'c.kvk', 'c.words', 'c.asked_at', 'a.yes', 'a.words as answered', 'a.answered_at'])
    .$if(id !== null, (query) => query.where('c.id', '=', id))
    .orderBy('c.asked_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    tenant: row.tenant as OrganisationId,
    id: row.id,
    kvk: row.kvk,
    words: row.words,
    askedAt: row.asked_at,
    answer: row.answered_at && row.yes !== null ? { yes: row.yes, words: row.answered, at: row.answered_at } : null,
  }))
}

export async function insertConfirming(tx: Tx, permit: AnyPermit, row: Pick<Confirming, 'id' | 'kvk' | 'words'>): Promise<void> {
  await tx
    .insertInto('network.confirming')
    .values({ ...row, tenant: permit.organisation, asked_by: personOf(permit), asked_at: permit.now })
    .execute()
}

/** Whether nobody answered before. */
export async function insertConfirmingAnswer(tx: Tx, permit: AnyPermit, { tenant, id }: Confirming, yes: boolean, words: string | null): Promise<boolean> {
  const row = await tx
    .insertInto('network.confirming_answer')
    .values({ tenant, confirming: id, yes, words, answered_by: personOf(permit), answered_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('confirming')
    .executeTakeFirst()
  return row !== undefined
}
