import { type Day, monthOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { type Cents, euro, negate, sum } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { Permit } from '#rooms/access'
import type { InvoiceId } from '#rooms/invoicing'
import { isOpen } from '#rooms/ledger'
import { nl } from '../banking.nl.ts'
import type { BankLine, BankLineId, BookingId } from '../banking.types.ts'
import { insertBooking, insertUndone, type NewPart, partsOf } from './booking.sql.ts'
import type { BookingChoice, BookPermit, PartChoice } from './choice.ts'
import { made } from './facts.ts'
import { fits } from './kinds.rules.ts'
import { lineById, lockLine } from './lines.sql.ts'
import { refuseTakenBack, undone } from './undoing.ts'

/** A line is one thing, or a few; more than this nobody oversees. */
export const MOST_PARTS = 12

/**
 * Matches a line with one or more invoices, open or written off, in the order given. Of money in, what is too much goes to suspense, and an invoice on which the
 * customer has money to come is settled with it; money out goes back to the customer. Refuses a line that is booked already, invoices that
 * are neither, amounts that fill none of them, and more back than the customer has to come.
 */
export async function matchLine(tx: Tx, permit: Permit<'payment.match'>, line: BankLineId, invoices: readonly InvoiceId[], atOnce = false): Promise<BookingId> {
  const out = ((await lineById(tx, permit, line))?.cents ?? 0n) < 0n
  return book(tx, permit, line, { kind: out ? 'refund' : 'invoice', invoices }, atOnce)
}

/**
 * Books a line of the bank as anything, or in parts that come to it together. Refuses what does not fit the line, a line that is booked
 * already, a pay-out that the consent does not allow (Participatiewet art. 31), and more than is owed.
 */
export function bookLine(tx: Tx, permit: Permit<'bank.book'>, line: BankLineId, how: BookingChoice, atOnce = false): Promise<BookingId> {
  return book(tx, permit, line, how, atOnce)
}

/** Books any line, on the permit of accepting many at once; `rule` proposed it. */
export async function book(tx: Tx, permit: BookPermit, id: BankLineId, how: BookingChoice, atOnce: boolean, rule?: string): Promise<BookingId> {
  const line = await lineToBook(tx, permit, id)
  const booking = newId<BookingId>(permit.now.epochMilliseconds)
  const on = await dayToBook(tx, permit, line.bookedOn)
  const parts = how.kind === 'parts' ? wholeOf(line, how.parts) : [{ cents: line.cents, how }]
  const facts: NewPart[] = []
  for (const [index, part] of parts.entries()) {
    if (!fits(part.how.kind, part.cents))
      refuse(part.cents === 0n ? nl.refusals.nothing : nl.refusals.wrongWay, { kind: nl.kinds[part.how.kind].name }, { field: `soort${index + 1}` })
    const key = how.kind === 'parts' ? `${booking} ${index + 1}` : booking
    facts.push(...(await made(tx, permit, { line, cents: part.cents, booking, nr: index + 1, key, on }, part.how)))
  }
  const member = how.kind !== 'parts' && 'member' in how ? (how.member ?? null) : null
  const note = 'note' in how ? (how.note ?? null) : null
  await insertBooking(tx, permit, { id: booking, line: id, kind: how.kind, on, member, note, atOnce, rule: rule ?? null }, facts)
  await happened(tx, permit, 'bank.booked', { line: id, booking })
  return booking
}

/**
 * Answers the booking of a line, all its parts together, with mirrors dated on its own day, or today when that month is closed; the line waits
 * again. What the bank took back stands as it was. Refuses a line that is not booked, and a payment that the bank took back since.
 */
export async function undoBooking(tx: Tx, permit: Permit<'bank.undo'>, id: BankLineId): Promise<void> {
  await lockLine(tx, permit, id)
  const line = (await lineById(tx, permit, id)) ?? refuse(nl.refusals.noSuchLine, {}, { kind: 'missing' })
  const { booking } = line
  if (!booking) return refuse(nl.refusals.notBooked, {}, { kind: 'conflict' })
  const on = await dayToBook(tx, permit, booking.on)
  const parts = (await partsOf(tx, permit, [booking.id])).get(booking.id) ?? []
  await refuseTakenBack(tx, permit, booking.id)
  for (const part of parts) await undone(tx, permit, { booking: booking.id, on }, part)
  await insertUndone(tx, permit, booking.id, on)
  await happened(tx, permit, 'bank.undone', { line: id, booking: booking.id })
}

/** The parts of a line; refuses parts of nothing, and parts that do not come to the line. */
function wholeOf(line: BankLine, parts: readonly PartChoice[]): readonly PartChoice[] {
  const total = sum(parts.map((part) => part.cents))
  const size = (cents: Cents) => euro(line.cents < 0n ? negate(cents) : cents)
  if (total !== line.cents) refuse(nl.refusals.notWhole, { amount: size(line.cents), total: size(total) })
  if (parts.length < 2 || parts.length > MOST_PARTS) refuse(nl.refusals.fewParts, { most: MOST_PARTS })
  return parts
}

async function lineToBook(tx: Tx, permit: BookPermit, id: BankLineId): Promise<BankLine> {
  await lockLine(tx, permit, id)
  const line = (await lineById(tx, permit, id)) ?? refuse(nl.refusals.noSuchLine, {}, { kind: 'missing' })
  if (line.booking) refuse(nl.refusals.bookedBefore, {}, { kind: 'conflict' })
  return line
}

// A statement that comes after its month was closed is booked today: closed months are never opened again.
async function dayToBook(tx: Tx, permit: Permit<'payment.match' | 'bank.book' | 'bank.undo'>, on: Day): Promise<Day> {
  return (await isOpen(tx, permit, monthOf(on))) ? on : permit.today
}
