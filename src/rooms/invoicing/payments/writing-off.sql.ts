import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit, PersonId } from '#rooms/access'
import type { InvoiceId, InvoiceReceiptId } from '../invoicing.types.ts'

export type Proposal = { readonly id: string; readonly reason: string; readonly by: PersonId; readonly at: Instant; readonly certain: boolean }
export type EndedProposal = { readonly outcome: 'refused' | 'withdrawn'; readonly reason: string; readonly by: PersonId }

/** The proposal that waits for an answer, or null. */
export async function proposalOf(tx: Tx, permit: AnyPermit, invoice: InvoiceId): Promise<Proposal | null> {
  const row = await tx
    .selectFrom('invoicing.write_off_proposal as p')
    .leftJoin('invoicing.write_off_ended as e', (join) => join.onRef('e.tenant', '=', 'p.tenant').onRef('e.proposal', '=', 'p.id'))
    .leftJoin('invoicing.write_off as w', (join) => join.onRef('w.tenant', '=', 'p.tenant').onRef('w.proposal', '=', 'p.id'))
    .select(['p.id', 'p.reason', 'p.proposed_by', 'p.proposed_at', 'p.certain'])
    .where('p.tenant', '=', permit.organisation)
    .where('p.invoice', '=', invoice)
    .where('e.proposal', 'is', null)
    .where('w.proposal', 'is', null)
    .executeTakeFirst()
  return row ? { id: row.id, reason: row.reason, by: row.proposed_by as PersonId, at: row.proposed_at, certain: row.certain } : null
}

/** Proposals that came to nothing, newest first. */
export async function endedProposals(tx: Tx, permit: AnyPermit, invoice: InvoiceId): Promise<EndedProposal[]> {
  const rows = await tx
    .selectFrom('invoicing.write_off_ended as e')
    .innerJoin('invoicing.write_off_proposal as p', (join) => join.onRef('p.tenant', '=', 'e.tenant').onRef('p.id', '=', 'e.proposal'))
    .select(['e.outcome', 'e.reason', 'e.ended_by'])
    .where('e.tenant', '=', permit.organisation)
    .where('p.invoice', '=', invoice)
    .orderBy('e.ended_at', 'desc')
    .execute()
  return rows.map((row) => ({ outcome: row.outcome as EndedProposal['outcome'], reason: row.reason, by: row.ended_by as PersonId }))
}

export async function insertProposal(
  tx: Tx,
  permit: AnyPermit,
  row: { id: string; invoice: InvoiceId; reason: string; by: PersonId; certain: boolean },
): Promise<void> {
  const { by, ...rest } = row
  await tx
    .insertInto('invoicing.write_off_proposal')
    .values({ tenant: permit.organisation, ...rest, proposed_by: by, proposed_at: permit.now })
    .execute()
}

export async function insertEnded(tx: Tx, permit: AnyPermit, row: EndedProposal & { readonly proposal: string }): Promise<void> {
  const { by, ...rest } = row
  await tx
    .insertInto('invoicing.write_off_ended')
    .values({ tenant: permit.organisation, ...rest, ended_by: by, ended_at: permit.now })
    .execute()
}

export async function insertWriteOff(
  tx: Tx,
  permit: AnyPermit,
  row: { invoice: InvoiceId; proposal: string; cents: Cents; entry: string; by: PersonId },
): Promise<void> {
  const { by, ...rest } = row
  await tx
    .insertInto('invoicing.write_off')
    .values({ tenant: permit.organisation, ...rest, agreed_by: by, on_day: permit.today, agreed_at: permit.now })
    .execute()
}

export async function insertRelief(tx: Tx, permit: AnyPermit, row: { proposal: string; invoice: InvoiceId; cents: Cents; entry: string }): Promise<void> {
  await tx
    .insertInto('invoicing.vat_relief')
    .values({ tenant: permit.organisation, ...row, on_day: permit.today, recorded_at: permit.now })
    .execute()
}

export type WaitingRelief = { readonly invoice: InvoiceId; readonly proposal: string; readonly dueOn: Day | null; readonly certain: boolean }

/** Write-offs with VAT that did not come back yet, and of which something is still unpaid. */
export async function reliefsWaiting(tx: Tx, permit: AnyPermit): Promise<WaitingRelief[]> {
  const rows = await tx
    .selectFrom('invoicing.write_off as w')
    .innerJoin('invoicing.invoice as i', (join) => join.onRef('i.tenant', '=', 'w.tenant').onRef('i.id', '=', 'w.invoice'))
    .innerJoin('invoicing.standing as s', (join) => join.onRef('s.tenant', '=', 'w.tenant').onRef('s.invoice', '=', 'w.invoice'))
    .innerJoin('invoicing.write_off_proposal as p', (join) => join.onRef('p.tenant', '=', 'w.tenant').onRef('p.id', '=', 'w.proposal'))
    .leftJoin('invoicing.vat_relief as v', (join) => join.onRef('v.tenant', '=', 'w.tenant').onRef('v.proposal', '=', 'w.proposal'))
    .select(['w.invoice', 'w.proposal', 'i.due_on', 'p.certain'])
    .where('w.tenant', '=', permit.organisation)
    .where('v.proposal', 'is', null)
    .where('i.vat', '>', 0n)
    .where('s.written_off', '>', 0n)
    .orderBy('w.agreed_at')
    .execute()
  return rows.map((row) => ({ invoice: row.invoice as InvoiceId, proposal: row.proposal, dueOn: row.due_on, certain: row.certain }))
}

/** The VAT of an invoice that came back and was not owed again since, in cents. */
export async function reliefLeft(tx: Tx, permit: AnyPermit, invoice: InvoiceId): Promise<Cents> {
  const { rows } = await sql<{ left: bigint }>`
    select (coalesce((select sum(cents) from invoicing.vat_relief where tenant = ${permit.organisation} and invoice = ${invoice}), 0)
      - coalesce((select sum(r.vat_back) from invoicing.recovered r where r.tenant = ${permit.organisation} and r.invoice = ${invoice}
          and not exists (select from invoicing.receipt_undone u where u.tenant = r.tenant and u.receipt = r.receipt)), 0))::bigint as left`.execute(tx)
  return (rows[0]?.left ?? 0n) as Cents
}

export async function insertRecovered(
  tx: Tx,
  permit: AnyPermit,
  row: { receipt: InvoiceReceiptId; invoice: InvoiceId; cents: Cents; vatBack: Cents; entry: string },
): Promise<void> {
  const { vatBack, ...rest } = row
  await tx
    .insertInto('invoicing.recovered')
    .values({ tenant: permit.organisation, ...rest, vat_back: vatBack })
    .execute()
}

/** The entry by which a receipt undid bad debt, or null. */
export async function recoveredBy(tx: Tx, permit: AnyPermit, receipt: InvoiceReceiptId): Promise<string | null> {
  const row = await tx
    .selectFrom('invoicing.recovered')
    .select('entry')
    .where('tenant', '=', permit.organisation)
    .where('receipt', '=', receipt)
    .executeTakeFirst()
  return row?.entry ?? null
}
