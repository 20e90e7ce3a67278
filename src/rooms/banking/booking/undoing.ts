import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { negate } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { Permit } from '#rooms/access'
import { type InvoiceReceiptId, openInvoices, receivePayment, refundCustomer, undoPayment, undoRefund } from '#rooms/invoicing'
import { type EntryId, findEntry, reverse } from '#rooms/ledger'
import { undoPayCost, undoReceiveForThing } from '#rooms/spending'
import { nl } from '../banking.nl.ts'
import type { BookingId, BookingPart } from '../banking.types.ts'
import { insertPartAgain } from './booking.sql.ts'
import { returnSource } from './facts.ts'
import { partTakenBack, takenBackIn } from './past.sql.ts'

type UndoPermit = Permit<'bank.undo'>
type Undoing = { readonly booking: BookingId; readonly on: Day }

/** Refuses where the bank took something of a booking back: that line goes first. */
export async function refuseTakenBack(tx: Tx, permit: UndoPermit, booking: BookingId): Promise<void> {
  if ((await takenBackIn(tx, permit, booking)).size > 0) refuse(nl.refusals.takenBackFirst, {}, { kind: 'conflict' })
}

/** Answers one part of a booking by its mirror. */
export async function undone(tx: Tx, permit: UndoPermit, { booking, on }: Undoing, part: BookingPart): Promise<void> {
  const id = `${booking} ${part.part}`
  const source = { kind: 'bank line undone', id }
  if (part.what === 'receipt') await undoPayment(tx, permit, part.ref as InvoiceReceiptId, on)
  else if (part.what === 'refund') await undoRefund(tx, permit, part.ref, on)
  else if (part.what === 'cost') await undoPayCost(tx, permit, { kind: 'bank line', id: part.source }, source, on)
  else if (part.what === 'bill') await undoReceiveForThing(tx, permit, { kind: 'bank line', id: part.source }, source, on)
  else if (part.what === 'entry') await reverse(tx, permit, part.ref as EntryId, source, on)
  else await standsAgain(tx, permit, { booking, on }, part)
}

/** The bank did not take it back after all: the payment stands again, as a fact of its own. */
async function standsAgain(tx: Tx, permit: UndoPermit, { booking, on }: Undoing, part: BookingPart): Promise<void> {
  const id = `${booking} ${part.part}`
  const before = await partTakenBack(tx, permit, part)
  if (!before) return refuse(nl.refusals.noSuchReceipt)
  const cents = negate(part.cents)
  const fact = { on, source: { kind: 'bank line again', id } }
  const ref =
    before.what === 'receipt'
      ? (await receivePayment(tx, permit, { ...fact, invoice: await invoiceOf(tx, permit, part), cents })).receipt
      : before.what === 'refund'
        ? await refundCustomer(tx, permit, { ...fact, invoice: await invoiceOf(tx, permit, part), cents: part.cents })
        : await entryAgain(tx, permit, part, before.part, { kind: 'bank line undone', id }, on)
  await insertPartAgain(tx, permit, { cause: booking, cause_part: part.part, booking: before.booking, part: before.part, ref })
}

async function entryAgain(tx: Tx, permit: UndoPermit, part: BookingPart, of: number, source: { kind: string; id: string }, on: Day): Promise<EntryId> {
  const mirror = await findEntry(tx, permit, returnSource(part.source, of))
  if (!mirror) return refuse(nl.refusals.noSuchReceipt)
  return reverse(tx, permit, mirror.id as EntryId, source, on)
}

async function invoiceOf(tx: Tx, permit: UndoPermit, part: BookingPart) {
  const invoice = (await openInvoices(tx, permit)).find((each) => each.number === part.label)
  return invoice ? invoice.id : refuse(nl.refusals.paidMeanwhile, { number: part.label ?? '' }, { kind: 'conflict' })
}
