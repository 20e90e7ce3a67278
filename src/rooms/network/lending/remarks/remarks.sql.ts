import { sql } from 'kysely'
import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, type OrganisationId, personOf } from '#rooms/access'

/** What a cooperative told the lender of an agreement that it borrowed; the name only where it chose to stand under it. */
export type Remark = { readonly id: string; readonly item: string; readonly words: string; readonly teller: string | null; readonly toldAt: Instant }

/** Of a borrowed agreement: whose it is, and what it is. */
export type Lender = { readonly item: string; readonly owner: OrganisationId }

/** Whose an agreement is that the own cooperative borrowed; null where it did not, or where it came with the program. */
export async function lenderOf(tx: Tx, permit: AnyPermit, slug: string): Promise<Lender | null> {
  const { rows } = await sql<Lender>`
    select i.id as item, i.owner from network.lending_item i
    where i.slug = ${slug} and i.owner <> ${permit.organisation}
      and exists (select from network.lending_borrowing b where b.tenant = ${permit.organisation} and b.item = i.id)`.execute(tx)
  return rows[0] ?? null
}

/** What the own cooperative told about one agreement, the newest first. */
export async function remarksTold(tx: Tx, permit: AnyPermit, item: string): Promise<Remark[]> {
  return read(remarks(tx).where('tenant', '=', permit.organisation).where('item', '=', item))
}

/** What others told about the agreements that the own cooperative lends, the newest first. */
export async function remarksHeard(tx: Tx, permit: AnyPermit): Promise<Remark[]> {
  return read(remarks(tx).where('owner', '=', permit.organisation))
}

const remarks = (tx: Tx) =>
  tx.selectFrom('network.lending_remark').select(['id', 'item', 'words', 'teller', 'told_at']).orderBy('told_at', 'desc').orderBy('id', 'desc').limit(500)

async function read(query: ReturnType<typeof remarks>): Promise<Remark[]> {
  return (await query.execute()).map(({ told_at, ...row }) => ({ ...row, toldAt: told_at }))
}

export async function insertRemark(tx: Tx, permit: AnyPermit, lender: Lender, words: string, teller: string | null): Promise<string> {
  const id = newId(permit.now.epochMilliseconds)
  await tx
    .insertInto('network.lending_remark')
    .values({ tenant: permit.organisation, id, ...lender, words, teller, told_by: personOf(permit), told_at: permit.now })
    .execute()
  return id
}
