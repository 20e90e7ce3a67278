import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit, PersonId } from '#rooms/access'
import type { InvoiceId } from '../invoicing.types.ts'

export type Proposal = { readonly id: string; readonly reason: string; readonly by: PersonId; readonly at: Instant }

export async function reminderOf(tx: Tx, permit: AnyPermit, invoice: InvoiceId): Promise<Instant | null> {
  const row = await tx
    .selectFrom('invoicing.reminder')
    .select('sent_at')
    .where('tenant', '=', permit.organisation)
    .where('invoice', '=', invoice)
    .executeTakeFirst()
  return row?.sent_at ?? null
}

export async function insertReminder(tx: Tx, permit: AnyPermit, invoice: InvoiceId): Promise<void> {
  await tx.insertInto('invoicing.reminder').values({ tenant: permit.organisation, invoice, sent_at: permit.now, sent_by: permit.person }).execute()
}

export async function proposalOf(tx: Tx, permit: AnyPermit, invoice: InvoiceId): Promise<Proposal | null> {
  const row = await tx
    .selectFrom('invoicing.write_off_proposal')
    .select(['id', 'reason', 'proposed_by', 'proposed_at'])
    .where('tenant', '=', permit.organisation)
    .where('invoice', '=', invoice)
    .orderBy('proposed_at', 'desc')
    .executeTakeFirst()
  return row ? { id: row.id, reason: row.reason, by: row.proposed_by as PersonId, at: row.proposed_at } : null
}

export async function insertProposal(tx: Tx, permit: AnyPermit, row: { id: string; invoice: InvoiceId; reason: string; by: PersonId }): Promise<void> {
  await tx
    .insertInto('invoicing.write_off_proposal')
    .values({ tenant: permit.organisation, id: row.id, invoice: row.invoice, reason: row.reason, proposed_by: row.by, proposed_at: permit.now })
    .execute()
}

export async function insertWriteOff(
  tx: Tx,
  permit: AnyPermit,
  row: { invoice: InvoiceId; proposal: string; cents: Cents; entry: string; by: PersonId },
): Promise<void> {
  await tx
    .insertInto('invoicing.write_off')
    .values({
      tenant: permit.organisation,
      invoice: row.invoice,
      proposal: row.proposal,
      agreed_by: row.by,
      on_day: permit.today,
      cents: row.cents,
      entry: row.entry,
      agreed_at: permit.now,
    })
    .execute()
}

export async function insertRelease(tx: Tx, permit: AnyPermit, invoice: InvoiceId, because: string): Promise<boolean> {
  const row = await tx
    .insertInto('invoicing.released')
    .values({ tenant: permit.organisation, invoice, on_day: permit.today, because, released_by: permit.person, released_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('invoice')
    .executeTakeFirst()
  return row !== undefined
}

/** The invoice that an entry of the books received, gave back or wrote off money of; null for any other entry, or outside reach. */
export async function invoiceOfEntry(tx: Tx, permit: AnyPermit, entry: string): Promise<InvoiceId | null> {
  const of = (table: 'invoicing.receipt' | 'invoicing.refund') =>
    tx.selectFrom(table).select('invoice').where('tenant', '=', permit.organisation).where('entry', '=', entry)
  const row = await of('invoicing.receipt').union(of('invoicing.refund')).executeTakeFirst()
  return row ? (row.invoice as InvoiceId) : null
}
