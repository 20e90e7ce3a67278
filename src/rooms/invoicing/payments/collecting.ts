import { addMonths } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { type Cents, fraction, minus } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, type Permit, personOf } from '#rooms/access'
import { workWaitsNoMore } from '#rooms/consent'
import { account, post } from '#rooms/ledger'
import { texts } from '../invoicing.en.ts'
import { invoiceById, lockInvoice } from '../invoicing.sql.ts'
import type { InvoiceId, InvoiceWithDocument } from '../invoicing.types.ts'
import { mailAddress, notePaper } from '../paper/delivery.ts'
import { insertProposal, insertRelease, insertReminder, insertWriteOff, type Proposal, proposalOf, reminderOf } from './collecting.sql.ts'
import { standingOf } from './payments.sql.ts'

/** Sends the one friendly reminder: a mail follows, or without an e-mail address it is a letter to print and post. Refuses before the last day to pay, when nothing is open, and a second time (conflict). */
export async function remind(tx: Tx, permit: Permit<'invoice.remind'>, id: InvoiceId): Promise<void> {
  const invoice = await openInvoice(tx, permit, id)
  if (!invoice.dueOn || permit.today <= invoice.dueOn) refuse(texts[permit.language].refusals.notDueYet)
  if (await reminderOf(tx, permit, id)) refuse(texts[permit.language].refusals.remindedBefore, {}, { kind: 'conflict' })
  await insertReminder(tx, permit, id)
  await notePaper(tx, permit, id, 'reminder', await mailAddress(tx, permit, invoice))
  await happened(tx, permit, 'invoice.reminded', { invoice: id, member: invoice.member })
}

/** Proposes that an invoice will not be paid any more; somebody else must agree. Refuses when nothing is open or it was proposed already. */
export async function proposeWriteOff(tx: Tx, permit: Permit<'invoice.proposeWriteOff'>, id: InvoiceId, reason: string): Promise<void> {
  const invoice = await openInvoice(tx, permit, id)
  if (await proposalOf(tx, permit, id)) refuse(texts[permit.language].refusals.proposedBefore, {}, { kind: 'conflict' })
  await insertProposal(tx, permit, { id: newId(permit.now.epochMilliseconds), invoice: id, reason, by: personOf(permit) })
  await happened(tx, permit, 'invoice.writeOffProposed', { invoice: id, member: invoice.member })
}

/**
 * Writes off what is open: bad debt of the member, and the VAT comes back from the tax office from a year after the last day to pay on
 * (Wet OB art. 29 lid 2); before that the VAT stays a cost. Refuses without a proposal, and the person who proposed it.
 */
export async function writeOff(tx: Tx, permit: Permit<'invoice.writeOff'>, id: InvoiceId): Promise<void> {
  const invoice = await openInvoice(tx, permit, id)
  const proposal = (await proposalOf(tx, permit, id)) ?? refuse(texts[permit.language].refusals.notProposed)
  if (proposal.by === personOf(permit)) refuse(texts[permit.language].refusals.ownProposal, {}, { kind: 'forbidden' })
  const { open } = await standingOf(tx, permit, id)
  const vat = invoice.payable === 0n ? invoice.vat : fraction(open, invoice.vat, invoice.payable)
  const relief = invoice.dueOn !== null && permit.today >= addMonths(invoice.dueOn, 12)
  const entry = await post(tx, permit, {
    source: { kind: 'invoice write-off', id },
    on: permit.today,
    transfers: [
      { debit: account('badDebt', invoice.member), credit: account('debtors', invoice.member), cents: minus(open, vat) },
      { debit: relief ? account('vatPayable') : account('badDebt', invoice.member), credit: account('debtors', invoice.member), cents: vat },
    ],
  })
  await insertWriteOff(tx, permit, { invoice: id, proposal: proposal.id, cents: open, entry, by: personOf(permit) })
  await happened(tx, permit, 'invoice.writtenOff', { invoice: id, member: invoice.member })
}

/** The decision came: the net of an invoice that waited may be divided from today on. Refuses what did not wait, and a second time (conflict). */
export async function releaseWaiting(tx: Tx, permit: Permit<'invoice.release'>, id: InvoiceId, because: string): Promise<void> {
  const invoice = (await invoiceById(tx, permit, id)) ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  if (invoice.waitsBecause === null) refuse(texts[permit.language].refusals.doesNotWait)
  if (!(await insertRelease(tx, permit, id, because))) refuse(texts[permit.language].refusals.releasedBefore, {}, { kind: 'conflict' })
  await workWaitsNoMore(tx, permit, id)
  await happened(tx, permit, 'invoice.released', { invoice: id, member: invoice.member })
}

/** The proposal to write an invoice off, if one is waiting or was followed. */
export function writeOffProposal(tx: Tx, permit: AnyPermit, id: InvoiceId): Promise<Proposal | null> {
  return proposalOf(tx, permit, id)
}

async function openInvoice(tx: Tx, permit: AnyPermit, id: InvoiceId): Promise<InvoiceWithDocument & { open: Cents }> {
  await lockInvoice(tx, permit, id)
  const invoice = (await invoiceById(tx, permit, id)) ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  const { open } = await standingOf(tx, permit, id)
  if (open <= 0n) refuse(texts[permit.language].refusals.nothingOpen, { number: invoice.number }, { kind: 'conflict' })
  return { ...invoice, open }
}
