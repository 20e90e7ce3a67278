import type { Tx } from '#kit/db.ts'
import { type AnyPermit, type MemberId, withinReach } from '#rooms/access'
import type { InvoiceId } from '../invoicing.types.ts'

export async function insertRelease(tx: Tx, permit: AnyPermit, invoice: InvoiceId, member: MemberId, because: string): Promise<boolean> {
  const row = await tx
    .insertInto('invoicing.released')
    .values({ tenant: permit.organisation, invoice, member, on_day: permit.today, because, released_by: permit.person, released_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('invoice')
    .executeTakeFirst()
  return row !== undefined
}

/** The invoice that an entry of the books received, gave back or wrote off money of; null for any other entry, or outside reach. */
export async function invoiceOfEntry(tx: Tx, permit: AnyPermit, entry: string): Promise<InvoiceId | null> {
  const of = (table: 'invoicing.receipt' | 'invoicing.refund') =>
    tx.selectFrom(table).select('invoice').where('tenant', '=', permit.organisation).where('entry', '=', entry)
  const row = await tx
    .selectFrom('invoicing.invoice')
    .select('id')
    .where('tenant', '=', permit.organisation)
    .where('id', 'in', of('invoicing.receipt').union(of('invoicing.refund')))
    .where((eb) => withinReach(permit, eb, 'member'))
    .executeTakeFirst()
  return row ? (row.id as InvoiceId) : null
}
