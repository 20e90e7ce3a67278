import { type Day, monthOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { euro, minus, negate, smallest, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { Permit } from '#rooms/access'
import {
  type InvoiceId,
  type InvoiceReceiptId,
  type OpenInvoice,
  openInvoices,
  receivePayment,
  refundCustomer,
  undoPayment,
  undoRefund,
} from '#rooms/invoicing'
import { type EntryId, isOpen, post, reverse } from '#rooms/ledger'
import { findMember } from '#rooms/members'
import { cooperativeOf, korOn } from '#rooms/organisations'
import { payablesOpen, payCost, undoPayCost } from '#rooms/spending'
import { nl } from '../banking.nl.ts'
import type { BankLine, BankLineId, BookingId, BookingPart } from '../banking.types.ts'
import { insertBooking, insertUndone, lineById, lockLine, partsOf, returnables } from './booking.sql.ts'
import { fits, KINDS, type PlainFacts, type PlainKind, tooMuchVat, transfersFor } from './kinds.rules.ts'

type BookPermit = Permit<'payment.match' | 'bank.book'>

/** BookingChoice a line is to be booked: as a fact of invoices or costs, or plainly on an account. */
export type BookingChoice =
  | { readonly kind: 'invoice' | 'refund'; readonly invoices: readonly InvoiceId[] }
  | { readonly kind: 'returned'; readonly receipt: string }
  | { readonly kind: 'cost'; readonly cost: string }
  | ({ readonly kind: PlainKind; readonly note?: string | null } & Partial<PlainFacts>)

/**
 * Matches money that came in with one or more invoices, in the order given; what is too much goes to suspense, and an invoice on which the
 * customer has money to come is settled with it. Refuses a line that is booked already, money out, invoices that are not open, and amounts
 * that fill none of them.
 */
export function matchLine(tx: Tx, permit: Permit<'payment.match'>, line: BankLineId, invoices: readonly InvoiceId[], atOnce = false): Promise<BookingId> {
  return book(tx, permit, line, { kind: 'invoice', invoices }, atOnce)
}

/** Books a line of the bank as anything but a payment of invoices. Refuses what does not fit the line, and a line that is booked already. */
export function bookLine(tx: Tx, permit: Permit<'bank.book'>, line: BankLineId, how: BookingChoice, atOnce = false): Promise<BookingId> {
  return book(tx, permit, line, how, atOnce)
}

/** Books any line, on the permit of accepting many at once. */
export async function book(tx: Tx, permit: BookPermit, id: BankLineId, how: BookingChoice, atOnce: boolean): Promise<BookingId> {
  const line = await lineToBook(tx, permit, id)
  if (!fits(how.kind, line.cents)) refuse(nl.refusals.wrongWay, { kind: nl.kinds[how.kind].name })
  const booking = newId<BookingId>(permit.now.epochMilliseconds)
  const on = await dayToBook(tx, permit, line.bookedOn)
  const parts = await done(tx, permit, { line, booking, on }, how)
  const plain = 'member' in how || 'note' in how ? how : null
  await insertBooking(tx, permit, { id: booking, line: id, kind: how.kind, on, member: plain?.member ?? null, note: plain?.note ?? null, atOnce }, parts)
  await happened(tx, permit, 'bank.booked', { line: id, booking })
  return booking
}

/** Answers the booking of a line with mirrors, dated on its own day, or today when that month is closed; the line waits again. Refuses a line that is not booked. */
export async function undoBooking(tx: Tx, permit: Permit<'bank.undo'>, id: BankLineId): Promise<void> {
  await lockLine(tx, permit, id)
  const line = (await lineById(tx, permit, id)) ?? refuse(nl.refusals.noSuchLine, {}, { kind: 'missing' })
  const { booking } = line
  if (!booking) return refuse(nl.refusals.notBooked, {}, { kind: 'conflict' })
  const on = await dayToBook(tx, permit, booking.on)
  const parts = (await partsOf(tx, permit, [booking.id])).get(booking.id) ?? []
  for (const [index, part] of parts.entries()) await undone(tx, permit, { line, booking: booking.id, on }, part, `${booking.id} ${index + 1}`)
  await insertUndone(tx, permit, booking.id, on)
  await happened(tx, permit, 'bank.undone', { line: id, booking: booking.id })
}

type Going = { readonly line: BankLine; readonly booking: BookingId; readonly on: Day }

async function done(tx: Tx, permit: BookPermit, going: Going, how: BookingChoice): Promise<BookingPart[]> {
  switch (how.kind) {
    case 'invoice':
      return received(tx, permit, going, await chosen(tx, permit, how.invoices))
    case 'refund':
      return refunded(tx, permit, going, await chosen(tx, permit, how.invoices))
    case 'returned':
      return takenBack(tx, permit, going, how.receipt)
    case 'cost':
      return paid(tx, permit, going, how.cost)
    default:
      return plainly(tx, permit, going, how.kind, { member: how.member ?? null, vat: how.vat ?? ZERO, fee: how.fee ?? ZERO })
  }
}

async function received(tx: Tx, permit: BookPermit, { line, booking, on }: Going, invoices: readonly OpenInvoice[]): Promise<BookingPart[]> {
  const parts: BookingPart[] = []
  let left = line.cents
  // Money that a customer has to come makes the payment cover more, so it goes first.
  for (const invoice of [...invoices].sort((a, b) => Number(a.open > 0n) - Number(b.open > 0n))) {
    const cents = smallest(left, invoice.open)
    if (cents === 0n) continue
    const source = { kind: 'bank line', id: `${booking} ${invoice.number}` }
    const ref =
      cents > 0n
        ? (await receivePayment(tx, permit, { invoice: invoice.id, cents, on, source })).receipt
        : await refundCustomer(tx, permit, { invoice: invoice.id, cents: negate(cents), on, source })
    parts.push({ what: cents > 0n ? 'receipt' : 'refund', ref, label: invoice.number, customer: invoice.customer, cents })
    left = minus(left, cents)
  }
  if (!parts.some((part) => part.what === 'receipt')) refuse(nl.refusals.nothingOpen)
  if (left > 0n) parts.push(...(await plainly(tx, permit, { line: { ...line, cents: left }, booking, on }, 'suspense', { member: null, vat: ZERO, fee: ZERO })))
  return parts
}

async function refunded(tx: Tx, permit: BookPermit, { line, booking, on }: Going, invoices: readonly OpenInvoice[]): Promise<BookingPart[]> {
  const parts: BookingPart[] = []
  let left = negate(line.cents)
  for (const invoice of invoices) {
    const cents = smallest(left, negate(invoice.open))
    if (cents <= 0n) continue
    const ref = await refundCustomer(tx, permit, { invoice: invoice.id, cents, on, source: { kind: 'bank line', id: `${booking} ${invoice.number}` } })
    parts.push({ what: 'refund', ref, label: invoice.number, customer: invoice.customer, cents: negate(cents) })
    left = minus(left, cents)
  }
  if (left > 0n) refuse(nl.refusals.moreThanToRefund, { amount: euro(left) })
  return parts
}

async function takenBack(tx: Tx, permit: BookPermit, { line, on }: Going, receipt: string): Promise<BookingPart[]> {
  const found = (await returnables(tx, permit, [negate(line.cents)])).find((each) => each.receipt === receipt)
  if (!found) return refuse(nl.refusals.noSuchReceipt)
  await undoPayment(tx, permit, receipt as InvoiceReceiptId, on)
  return [{ what: 'returned', ref: receipt, label: found.number, customer: null, cents: line.cents }]
}

async function paid(tx: Tx, permit: BookPermit, { line, booking, on }: Going, cost: string): Promise<BookingPart[]> {
  const payable = (await payablesOpen(tx, permit)).find((each) => each.id === cost)
  const cents = negate(line.cents)
  await payCost(tx, permit, { cost, cents, on, source: costSource(booking) })
  return [{ what: 'cost', ref: cost, label: payable?.what ?? null, customer: null, cents: line.cents }]
}

async function plainly(tx: Tx, permit: BookPermit, { line, booking, on }: Going, kind: PlainKind, facts: PlainFacts): Promise<BookingPart[]> {
  const { asks } = KINDS[kind]
  if (asks === 'member' && !facts.member) refuse(nl.refusals.noMember, {}, { field: 'lid' })
  if (facts.member && !(await findMember(tx, permit, facts.member))) refuse(nl.refusals.noMember, {}, { field: 'lid' })
  if (asks === 'vat' && facts.vat !== 0n) {
    if (tooMuchVat(line.cents, facts.vat)) refuse(nl.refusals.tooMuchVat, {}, { field: 'btw' })
    if (korOn(await cooperativeOf(tx, permit), line.bookedOn)) refuse(nl.refusals.noVatUnderKor, {}, { field: 'btw' })
  }
  const entry = await post(tx, permit, { source: { kind: 'bank line', id: booking }, on, transfers: transfersFor(kind, line.cents, facts) })
  return [{ what: 'entry', ref: entry, label: null, customer: null, cents: line.cents }]
}

async function undone(tx: Tx, permit: Permit<'bank.undo'>, { booking, on }: Going, part: BookingPart, id: string): Promise<void> {
  if (part.what === 'receipt') await undoPayment(tx, permit, part.ref as InvoiceReceiptId, on)
  else if (part.what === 'refund') await undoRefund(tx, permit, part.ref, on)
  else if (part.what === 'cost') await undoPayCost(tx, permit, costSource(booking), { kind: 'bank line undone', id }, on)
  else if (part.what === 'entry') await reverse(tx, permit, part.ref as EntryId, { kind: 'bank line undone', id }, on)
  else refuse(nl.refusals.cannotUndoReturned, {}, { kind: 'conflict' })
}

function costSource(booking: BookingId) {
  return { kind: 'bank line', id: booking }
}

async function chosen(tx: Tx, permit: BookPermit, ids: readonly InvoiceId[]): Promise<OpenInvoice[]> {
  const open = await openInvoices(tx, permit)
  const found = [...new Set(ids)].map((id) => open.find((invoice) => invoice.id === id))
  if (found.length === 0 || found.includes(undefined)) refuse(nl.refusals.notOpenAnymore)
  return found.filter((invoice): invoice is OpenInvoice => invoice !== undefined)
}

async function lineToBook(tx: Tx, permit: BookPermit, id: BankLineId): Promise<BankLine> {
  await lockLine(tx, permit, id)
  const line = (await lineById(tx, permit, id)) ?? refuse(nl.refusals.noSuchLine, {}, { kind: 'missing' })
  if (line.booking) refuse(nl.refusals.bookedBefore, {}, { kind: 'conflict' })
  if (line.cents === 0n) refuse(nl.refusals.nothing)
  return line
}

// A statement that comes after its month was closed is booked today: closed months are never opened again.
async function dayToBook(tx: Tx, permit: Permit<'payment.match' | 'bank.book' | 'bank.undo'>, on: Day): Promise<Day> {
  return (await isOpen(tx, permit, monthOf(on))) ? on : permit.today
}
