import type { Tx } from '#kit/db.ts'
import { removeFile } from '#kit/files.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { plus, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, covers, type Permit } from '#rooms/access'
import { shareCustomer } from '#rooms/organisations'
import { texts } from './invoicing.en.ts'
import { deleteDraft, drafts, insertDraft, markReturned, replaceDraft } from './invoicing.sql.ts'
import type { Draft, InvoiceId, InvoiceRequest } from './invoicing.types.ts'
import { deleteTill, findTill } from './market/till.sql.ts'
import { price } from './pricing/pricing.rules.ts'
import { endTrust, giveTrust, isTrusted, trustedMembers } from './series/series.sql.ts'
import { askShares } from './sharing/sharing.ts'

/**
 * A member, or the treasurer for one, asks for an invoice; the treasurer checks and sends it. Gives the id it keeps when sent.
 * With a customer of somebody else the member may see that customer from then on.
 * Refuses work of a day that still has to come, no lines, a total below zero, and a customer out of reach (missing).
 */
export async function requestInvoice(tx: Tx, permit: Permit<'invoice.request'>, asked: InvoiceRequest): Promise<InvoiceId> {
  await mayBeAsked(tx, permit, asked)
  const id = newId<InvoiceId>(permit.now.epochMilliseconds)
  await insertDraft(tx, permit, id, asked)
  await happened(tx, permit, 'invoice.requested', { invoice: id, member: asked.member })
  await askShares(tx, permit, id, asked, null)
  return id
}

/** Changes what is asked; whoever it was given back to hands it in again so. Refuses what was sent already (conflict) and as `requestInvoice`. */
export async function reviseDraft(tx: Tx, permit: Permit<'invoice.request'>, id: InvoiceId, asked: InvoiceRequest): Promise<void> {
  const draft = await draftForChange(tx, permit, id)
  await mayBeAsked(tx, permit, { ...asked, member: draft.member, kind: draft.kind })
  await replaceDraft(tx, permit, id, { ...asked, member: draft.member, kind: draft.kind })
  await askShares(tx, permit, id, { ...asked, member: draft.member, kind: draft.kind }, draft)
  await happened(tx, permit, 'invoice.revised', { invoice: id, member: draft.member })
}

/** Gives a request back to the member with a reason. */
export async function returnDraft(tx: Tx, permit: Permit<'invoice.return'>, id: InvoiceId, because: string): Promise<void> {
  const draft = await draftForChange(tx, permit, id)
  await markReturned(tx, permit, id, because)
  await happened(tx, permit, 'invoice.returned', { invoice: id, member: draft.member })
}

/** Throws a draft away; what was sent is only ever credited. */
export async function dropDraft(tx: Tx, permit: Permit<'invoice.request'>, id: InvoiceId): Promise<void> {
  const draft = await draftForChange(tx, permit, id)
  await deleteDraft(tx, permit, id)
  const till = await findTill(tx, permit, id)
  await deleteTill(tx, permit, id)
  if (till?.photo) await removeFile(tx, permit, till.photo)
  await happened(tx, permit, 'invoice.dropped', { invoice: id, member: draft.member })
}

/** One draft within reach, or null. */
export async function findDraft(tx: Tx, permit: AnyPermit, id: InvoiceId): Promise<Draft | null> {
  return (await drafts(tx, permit, { id }))[0] ?? null
}

/** All drafts within reach, oldest work first. */
export function allDrafts(tx: Tx, permit: AnyPermit): Promise<Draft[]> {
  return drafts(tx, permit)
}

/** Lets a member send the own invoices, or no longer. */
export async function trustMember(tx: Tx, permit: Permit<'invoice.trust'>, member: InvoiceRequest['member'], trusted: boolean): Promise<void> {
  if (trusted === (await isTrusted(tx, permit, member))) return
  if (trusted) await giveTrust(tx, permit, member)
  else await endTrust(tx, permit, member, permit.today)
  await happened(tx, permit, trusted ? 'invoice.trusted' : 'invoice.trustEnded', { member })
}

/** The members who may send their own invoices today. */
export function membersTrusted(tx: Tx, permit: AnyPermit): Promise<InvoiceRequest['member'][]> {
  return trustedMembers(tx, permit)
}

/** A draft kept for this transaction. Refuses (missing) what is out of reach or was sent. */
export async function draftForChange(tx: Tx, permit: AnyPermit, id: InvoiceId): Promise<Draft> {
  return (await drafts(tx, permit, { id, lock: true }))[0] ?? refuse(texts[permit.language].refusals.noDraft, {}, { kind: 'missing' })
}

async function mayBeAsked(tx: Tx, permit: Permit<'invoice.request'>, asked: InvoiceRequest): Promise<void> {
  if (!covers(permit, asked.member)) refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  if (asked.lines.length === 0) refuse(texts[permit.language].refusals.noLines)
  if (asked.performedOn > permit.today) refuse(texts[permit.language].refusals.notYetDone, {}, { field: 'performedOn' })
  if (asked.customer) await shareCustomer(tx, permit, asked.customer, asked.member)
  else if (asked.kind === 'invoice') refuse(texts[permit.language].refusals.noCustomer, {}, { field: 'customer' })
  const { payable } = price(asked.lines, asked.basis, permit.today)
  if (payable <= 0n) refuse(texts[permit.language].refusals.nothingToPay)
  if (asked.byCard > plus(payable, asked.tips ?? ZERO)) refuse(texts[permit.language].refusals.moreByCard, {}, { field: 'byCard' })
}
