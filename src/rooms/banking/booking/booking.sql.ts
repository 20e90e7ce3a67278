import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { BankLineId, BookingId, BookingPart } from '../banking.types.ts'
import type { BookingKind } from './kinds.rules.ts'

/** A part on its way into the books; its number follows from its place. */
export type NewPart = Omit<BookingPart, 'part'>

export async function insertBooking(
  tx: Tx,
  permit: AnyPermit,
  booking: { id: BookingId; line: BankLineId; kind: BookingKind; on: Day; member: MemberId | null; note: string | null; atOnce: boolean; rule: string | null },
  parts: readonly NewPart[],
): Promise<void> {
  const { on, atOnce, ...rest } = booking
  await tx
    .insertInto('banking.booking')
    .values({ tenant: permit.organisation, ...rest, on_day: on, at_once: atOnce, booked_by: permit.person, booked_at: permit.now })
    .execute()
  if (parts.length === 0) return
  const rows = parts.map(({ ofBooking, ofPart, ...part }, index) => ({
    tenant: permit.organisation,
    booking: booking.id,
    part: index + 1,
    ...part,
    of_booking: ofBooking,
    of_part: ofPart,
  }))
  await tx.insertInto('banking.booking_part').values(rows).execute()
}

/** The parts of bookings that hold, each with the fact that stands for it now. */
export async function partsOf(tx: Tx, permit: AnyPermit, bookings: readonly BookingId[]): Promise<Map<BookingId, BookingPart[]>> {
  const found = new Map<BookingId, BookingPart[]>(bookings.map((booking) => [booking, []]))
  if (bookings.length === 0) return found
  const rows = await tx
    .selectFrom('banking.part_now')
    .selectAll()
    .where('tenant', '=', permit.organisation)
    .where('booking', 'in', [...bookings])
    .orderBy('booking')
    .orderBy('part')
    .execute()
  for (const row of rows) {
    found.get(row.booking as BookingId)?.push({
      part: row.part as number,
      what: row.what as BookingPart['what'],
      kind: row.kind as BookingKind,
      member: row.member as MemberId | null,
      ref: row.ref as string,
      label: row.label,
      customer: row.customer,
      cents: row.cents as Cents,
      source: row.source as string,
      ofBooking: row.of_booking as BookingId | null,
      ofPart: row.of_part,
    })
  }
  return found
}

export async function insertUndone(tx: Tx, permit: AnyPermit, booking: BookingId, on: Day): Promise<void> {
  await tx
    .insertInto('banking.booking_undone')
    .values({ tenant: permit.organisation, booking, on_day: on, undone_by: permit.person, undone_at: permit.now })
    .execute()
}

export async function insertPartAgain(
  tx: Tx,
  permit: AnyPermit,
  again: { cause: BookingId; cause_part: number; booking: BookingId; part: number; ref: string },
): Promise<void> {
  const before = await tx
    .selectFrom('banking.part_again')
    .select((eb) => eb.fn.max('nr').as('last'))
    .where('tenant', '=', permit.organisation)
    .where('booking', '=', again.booking)
    .where('part', '=', again.part)
    .executeTakeFirst()
  await tx
    .insertInto('banking.part_again')
    .values({ tenant: permit.organisation, ...again, nr: (before?.last ?? 0) + 1, at: permit.now })
    .execute()
}

/** The line of the bank that was booked so; null for an unknown booking. */
export async function lineOfBooking(tx: Tx, permit: AnyPermit, booking: string): Promise<BankLineId | null> {
  const row = await tx.selectFrom('banking.booking').select('line').where('tenant', '=', permit.organisation).where('id', '=', booking).executeTakeFirst()
  return row ? (row.line as BankLineId) : null
}
