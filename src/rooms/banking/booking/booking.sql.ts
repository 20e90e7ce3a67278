import { type SelectQueryBuilder, sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { BankLine, BankLineId, BatchPart, BookingId, BookingPart, LineBooking } from '../banking.types.ts'
import type { BookingKind } from './kinds.rules.ts'

/** Two bookings of one line come one after the other. */
export async function lockLine(tx: Tx, permit: AnyPermit, line: BankLineId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`bank line ${permit.organisation} ${line}`}, 60))`.execute(tx)
}

export type LineFilter = {
  readonly booked: boolean
  readonly limit: number /** "day_id" of the last line of the page before. */
  readonly after?: string | null
}

/** Lines that wait, or lines that are booked, newest first. */
export async function lines(tx: Tx, permit: AnyPermit, filter: LineFilter): Promise<BankLine[]> {
  let query = lineQuery(tx, permit)
    .where('n.booking', filter.booked ? 'is not' : 'is', null)
    .orderBy('l.booked_on', 'desc')
    .orderBy('l.id', 'desc')
    .limit(filter.limit)
  const [day, id] = filter.after?.split('_') ?? []
  if (day && id) query = query.where((eb) => eb(eb.refTuple('l.booked_on', 'l.id'), '<', eb.tuple(day as Day, id)))
  return (await query.execute()).map(lineFrom)
}

export async function lineById(tx: Tx, permit: AnyPermit, id: BankLineId): Promise<BankLine | null> {
  const row = await lineQuery(tx, permit).where('l.id', '=', id).executeTakeFirst()
  return row ? lineFrom(row) : null
}

export async function linesByIds(tx: Tx, permit: AnyPermit, ids: readonly BankLineId[]): Promise<BankLine[]> {
  if (ids.length === 0) return []
  return (await lineQuery(tx, permit).where('l.id', 'in', ids).orderBy('l.booked_on').orderBy('l.id').execute()).map(lineFrom)
}

/** BookingChoice many lines until a day wait, and what they and the lines booked on a later day come to. */
export async function waitingUntil(tx: Tx, permit: AnyPermit, until: Day): Promise<{ unbooked: number; cents: Cents }> {
  const { rows } = await sql<{ unbooked: bigint; cents: bigint }>`
    select count(*) filter (where booking is null) as unbooked, coalesce(sum(cents), 0)::bigint as cents
    from banking.line_now
    where tenant = ${permit.organisation} and booked_on <= ${until} and (booking is null or on_day > ${until})`.execute(tx)
  return { unbooked: Number(rows[0]?.unbooked ?? 0n), cents: (rows[0]?.cents ?? 0n) as Cents }
}

/** The balance of every account at the end of a day: the last closing balance until then, and what later statements moved until then. */
export async function balancesAt(tx: Tx, permit: AnyPermit, until: Day): Promise<{ account: string; cents: Cents; through: Day }[]> {
  const { rows } = await sql<{ account: string; cents: bigint; through: Day }>`
    with first as (
      select distinct on (account) account, opening from banking.bank_statement
      where tenant = ${permit.organisation} order by account, opened_on, arrived
    ), last as (
      select distinct on (account) account, closing, closed_on from banking.bank_statement
      where tenant = ${permit.organisation} and closed_on <= ${until} order by account, closed_on desc, arrived desc
    )
    select first.account,
      (coalesce(last.closing, first.opening) + coalesce((
        select sum(l.cents) from banking.bank_line l
        where l.tenant = ${permit.organisation} and l.account = first.account and l.booked_on <= ${until}
          and (last.closed_on is null or l.booked_on > last.closed_on)), 0))::bigint as cents,
      (select max(closed_on) from banking.bank_statement s where s.tenant = ${permit.organisation} and s.account = first.account) as through
    from first left join last on last.account = first.account`.execute(tx)
  return rows.map((row) => ({ ...row, cents: row.cents as Cents }))
}

export async function insertBooking(
  tx: Tx,
  permit: AnyPermit,
  booking: { id: BookingId; line: BankLineId; kind: BookingKind; on: Day; member: MemberId | null; note: string | null; atOnce: boolean },
  parts: readonly BookingPart[],
): Promise<void> {
  const { on, atOnce, ...rest } = booking
  await tx
    .insertInto('banking.booking')
    .values({ tenant: permit.organisation, ...rest, on_day: on, at_once: atOnce, booked_by: permit.person, booked_at: permit.now })
    .execute()
  await tx
    .insertInto('banking.booking_part')
    .values(parts.map((part, index) => ({ tenant: permit.organisation, booking: booking.id, part: index + 1, ...part })))
    .execute()
}

export async function partsOf(tx: Tx, permit: AnyPermit, bookings: readonly BookingId[]): Promise<Map<BookingId, BookingPart[]>> {
  const found = new Map<BookingId, BookingPart[]>(bookings.map((booking) => [booking, []]))
  if (bookings.length === 0) return found
  const rows = await tx
    .selectFrom('banking.booking_part')
    .selectAll()
    .where('tenant', '=', permit.organisation)
    .where('booking', 'in', [...bookings])
    .orderBy('booking')
    .orderBy('part')
    .execute()
  for (const row of rows) {
    found
      .get(row.booking as BookingId)
      ?.push({ what: row.what as BookingPart['what'], ref: row.ref, label: row.label, customer: row.customer, cents: row.cents as Cents })
  }
  return found
}

export async function insertUndone(tx: Tx, permit: AnyPermit, booking: BookingId, on: Day): Promise<void> {
  await tx
    .insertInto('banking.booking_undone')
    .values({ tenant: permit.organisation, booking, on_day: on, undone_by: permit.person, undone_at: permit.now })
    .execute()
}

/** What an account was the last time: its customer, or how its money was booked; `sign` is 1 for money in, −1 for money out. */
export type Remembered = {
  readonly iban: string
  readonly sign: number
  readonly kind: BookingKind
  readonly member: MemberId | null
  readonly customer: string | null
  readonly times: number
  /** Whether it was never booked otherwise. */
  readonly always: boolean
  /** Between which amounts it was, as they stood on the lines. */
  readonly least: Cents
  readonly most: Cents
}

export async function rememberedFor(tx: Tx, permit: AnyPermit, ibans: readonly string[]): Promise<Remembered[]> {
  if (ibans.length === 0) return []
  const { rows } = await sql<Remembered & { times: bigint }>`
    select distinct on (n.iban, sign(n.cents)) n.iban, sign(n.cents)::int as sign, n.kind, n.member, p.customer,
      count(*) over alike as times, min(n.cents) over alike as least, max(n.cents) over alike as most,
      count(*) over alike = count(*) over (partition by n.iban, sign(n.cents)) as always
    from banking.line_now n
    join banking.booking_part p on p.tenant = n.tenant and p.booking = n.booking and p.part = 1
    where n.tenant = ${permit.organisation} and n.iban = any(${[...new Set(ibans)]}) and n.kind <> 'suspense'
    window alike as (partition by n.iban, sign(n.cents), n.kind, n.member, p.customer)
    order by n.iban, sign(n.cents), n.booked_at desc`.execute(tx)
  return rows.map((row) => ({ ...row, times: Number(row.times) }))
}

/** A payment of a customer that the bank may have taken back. */
export type Returnable = {
  readonly receipt: string
  readonly number: string
  readonly cents: Cents
  readonly iban: string | null
  readonly name: string | null
  readonly on: Day
}

/** Payments of exactly these amounts that were booked and not undone or taken back, the latest first. */
export async function returnables(tx: Tx, permit: AnyPermit, amounts: readonly Cents[]): Promise<Returnable[]> {
  if (amounts.length === 0) return []
  const rows = await tx
    .selectFrom('banking.line_now as n')
    .innerJoin('banking.bank_line as l', (join) => join.onRef('l.tenant', '=', 'n.tenant').onRef('l.id', '=', 'n.line'))
    .innerJoin('banking.booking_part as p', (join) => join.onRef('p.tenant', '=', 'n.tenant').onRef('p.booking', '=', 'n.booking'))
    .select(['p.ref', 'p.label', 'p.cents', 'l.iban', 'l.name', 'l.booked_on'])
    .where('n.tenant', '=', permit.organisation)
    .where('p.what', '=', 'receipt')
    .where('p.cents', 'in', [...new Set(amounts)])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('banking.booking_part as r')
            .innerJoin('banking.line_now as rn', (join) => join.onRef('rn.tenant', '=', 'r.tenant').onRef('rn.booking', '=', 'r.booking'))
            .select('r.ref')
            .whereRef('r.tenant', '=', 'p.tenant')
            .where('r.what', '=', 'returned')
            .whereRef('r.ref', '=', 'p.ref'),
        ),
      ),
    )
    .orderBy('l.booked_on', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({ receipt: row.ref, number: row.label ?? '', cents: row.cents as Cents, iban: row.iban, name: row.name, on: row.booked_on }))
}

function lineQuery(tx: Tx, permit: AnyPermit) {
  return tx
    .selectFrom('banking.bank_line as l')
    .innerJoin('banking.line_now as n', (join) => join.onRef('n.tenant', '=', 'l.tenant').onRef('n.line', '=', 'l.id'))
    .selectAll('l')
    .select(['n.booking', 'n.kind', 'n.on_day', 'n.member', 'n.note', 'n.at_once', 'n.booked_at'])
    .where('l.tenant', '=', permit.organisation)
}

type LineRow = ReturnType<typeof lineQuery> extends SelectQueryBuilder<infer _DB, infer _TB, infer Row> ? Row : never

function lineFrom(row: LineRow): BankLine {
  const booking: LineBooking | null = row.booking
    ? {
        id: row.booking as BookingId,
        kind: row.kind as BookingKind,
        on: row.on_day as Day,
        member: row.member as MemberId | null,
        note: row.note,
        atOnce: row.at_once === true,
        bookedAt: row.booked_at as Instant,
      }
    : null
  return {
    id: row.id as BankLineId,
    account: row.account,
    cents: row.cents as Cents,
    bookedOn: row.booked_on,
    valueOn: row.value_on,
    name: row.name,
    iban: row.iban,
    text: row.text,
    references: row.refs,
    bankReference: row.bank_reference,
    code: row.code,
    reversal: row.reversal,
    batch: row.batch,
    returned: row.returned,
    details: batchParts(row.details),
    booking,
  }
}

function batchParts(details: unknown): BatchPart[] {
  const parts = (details ?? []) as { cents: number | null; name: string | null; iban: string | null; text: string; references: string[] }[]
  return parts.map((part) => ({ ...part, cents: part.cents === null ? null : (BigInt(part.cents) as Cents) }))
}
