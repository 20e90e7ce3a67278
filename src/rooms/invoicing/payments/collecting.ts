import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import type { Cents } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { workWaitsNoMore } from '#rooms/consent'
import { texts } from '../invoicing.en.ts'
import { invoiceById, lockInvoice } from '../invoicing.sql.ts'
import type { InvoiceId, InvoiceWithDocument } from '../invoicing.types.ts'
import { insertRelease } from './collecting.sql.ts'
import { standingOf } from './payments.sql.ts'

/** The decision came: the net of an invoice that waited may be divided from today on. Refuses what did not wait, and a second time (conflict). */
export async function releaseWaiting(tx: Tx, permit: Permit<'invoice.release'>, id: InvoiceId, because: string): Promise<void> {
  const invoice = (await invoiceById(tx, permit, id)) ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  if (invoice.waitsBecause === null) refuse(texts[permit.language].refusals.doesNotWait)
  if (!(await insertRelease(tx, permit, id, because))) refuse(texts[permit.language].refusals.releasedBefore, {}, { kind: 'conflict' })
  await workWaitsNoMore(tx, permit, id)
  await happened(tx, permit, 'invoice.released', { invoice: id, member: invoice.member })
}

/** An invoice kept for this transaction on which something is open. Refuses (missing) what is out of reach, and (conflict) what is settled. */
export async function openInvoice(tx: Tx, permit: AnyPermit, id: InvoiceId): Promise<InvoiceWithDocument & { open: Cents }> {
  await lockInvoice(tx, permit, id)
  const invoice = (await invoiceById(tx, permit, id)) ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  const { open } = await standingOf(tx, permit, id)
  if (open <= 0n) refuse(texts[permit.language].refusals.nothingOpen, { number: invoice.number }, { kind: 'conflict' })
  return { ...invoice, open }
}
