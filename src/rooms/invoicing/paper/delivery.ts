import type { Tx } from '#kit/db.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { customerById } from '#rooms/organisations'
import { texts } from '../invoicing.en.ts'
import { invoiceById } from '../invoicing.sql.ts'
import type { InvoiceId, InvoiceWithDocument } from '../invoicing.types.ts'
import { isTrusted } from '../series/series.sql.ts'
import { deliveriesOf, insertDelivery, type Paper } from './delivery.sql.ts'

/** Where mail to the customer goes today, or null: then it goes on paper. What is known of the customer now comes before what was frozen. */
export async function mailAddress(tx: Tx, permit: AnyPermit, invoice: Pick<InvoiceWithDocument, 'customer' | 'document'>): Promise<string | null> {
  return invoice.customer ? (await customerById(tx, permit, invoice.customer)).email : invoice.document.buyer.email
}

/** Writes down at once that a paper must be posted, when there is no address to mail it to. */
export async function notePaper(tx: Tx, permit: AnyPermit, id: InvoiceId, what: Paper, address: string | null): Promise<void> {
  if (!address) await insertDelivery(tx, permit, id, what, 'paper')
}

/** Somebody printed what could not be mailed, and posted it. Refuses a member who may not send (forbidden), and when nothing has to be posted (conflict). */
export async function markPosted(tx: Tx, permit: Permit<'invoice.send'>, id: InvoiceId): Promise<void> {
  const sentences = texts[permit.language].refusals
  const invoice = (await invoiceById(tx, permit, id)) ?? refuse(sentences.missing, {}, { kind: 'missing' })
  if (permit.reach !== 'organisation' && !(await isTrusted(tx, permit, invoice.member))) refuse(sentences.notTrusted, {}, { kind: 'forbidden' })
  const known = await deliveriesOf(tx, permit, id)
  const waiting = (['invoice', 'reminder'] as const).filter((what) => known[what]?.how === 'paper')
  if (waiting.length === 0) refuse(sentences.notOnPaper, {}, { kind: 'conflict' })
  for (const what of waiting) await insertDelivery(tx, permit, id, what, 'posted')
}
