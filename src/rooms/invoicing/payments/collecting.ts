import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import type { Cents } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, MemberId, Permit } from '#rooms/access'
import { workWaitsNoMore } from '#rooms/consent'
import { texts } from '../invoicing.en.ts'
import { invoiceById, lockInvoice } from '../invoicing.sql.ts'
import type { InvoiceId, InvoiceWithDocument } from '../invoicing.types.ts'
import { sharesOf } from '../sharing/shares.sql.ts'
import { insertRelease } from './collecting.sql.ts'
import { standingOf } from './payments.sql.ts'

/**
 * The decision came: the net of an invoice that waited may be divided from today on; of a shared one the share of `whose`, or of all that
 * wait. Refuses what did not wait, and a second time (conflict).
 */
export async function releaseWaiting(tx: Tx, permit: Permit<'invoice.release'>, id: InvoiceId, because: string, whose: MemberId | null = null): Promise<void> {
  const invoice = (await invoiceById(tx, permit, id)) ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  if (invoice.waitsBecause === null) refuse(texts[permit.language].refusals.doesNotWait)
  const waiting = invoice.shared ? (await sharesOf(tx, permit, id)).filter((each) => each.waits && !each.released).map((each) => each.member) : [invoice.member]
  const released = waiting.filter((member) => whose === null || member === whose)
  if (released.length === 0) refuse(texts[permit.language].refusals.releasedBefore, {}, { kind: 'conflict' })
  for (const member of released) {
    if (!(await insertRelease(tx, permit, id, member, because))) refuse(texts[permit.language].refusals.releasedBefore, {}, { kind: 'conflict' })
    await workWaitsNoMore(tx, permit, id, member)
  }
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
