import { type SelectQueryBuilder, sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { BankLine, BankLineId, BatchPart, BookingId, LineBooking } from '../banking.types.ts'
import type { BookingKind } from './kinds.rules.ts'

/** Two bookings of one line come one after the other. */
export async function lockLine(tx: Tx, permit: AnyPermit, line: BankLineId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`bank line ${permit.organisation} ${line}`}, 60))`.execute(tx)
}

/** Two payments out of what is owed come one after the other: each sees what the other paid. */
export async function lockDebts(tx: Tx, permit: AnyPermit): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`bank debts ${permit.organisation}`}, 60))`.execute(tx)
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

/** How many lines until a day wait, and what they and the lines booked on a later day come to. */
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
