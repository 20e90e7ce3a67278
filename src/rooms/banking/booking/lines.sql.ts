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

/** How the bank stands at the end of a day by its own statements: null where it never sent any. Amounts in cents. */
export type BankAt = {
  readonly closing: Cents | null
  /** The day until which every account has its statement. */
  readonly through: Day | null
  /** How many lines wait, and what they and the lines booked on a later day come to. */
  readonly unbooked: number
  readonly waiting: Cents
}

/** In one query. An account stands at its last closing balance until the day, with what later statements moved until the day. */
export async function bankAt(tx: Tx, permit: AnyPermit, until: Day): Promise<BankAt> {
  const { rows } = await sql<{ closing: bigint | null; through: Day | null; unbooked: bigint; waiting: bigint }>`
    with mine as (select ${permit.organisation}::uuid as tenant, ${until}::date as until),
    first as (
      select distinct on (s.account) s.account, s.opening from mine join banking.bank_statement s on s.tenant = mine.tenant
      order by s.account, s.opened_on, s.arrived
    ), last as (
      select distinct on (s.account) s.account, s.closing, s.closed_on from mine join banking.bank_statement s on s.tenant = mine.tenant
      where s.closed_on <= mine.until order by s.account, s.closed_on desc, s.arrived desc
    ), account as (
      select coalesce(last.closing, first.opening) + coalesce((
          select sum(l.cents) from banking.bank_line l
          where l.tenant = mine.tenant and l.account = first.account and l.booked_on <= mine.until
            and (last.closed_on is null or l.booked_on > last.closed_on)), 0) as cents,
        (select max(closed_on) from banking.bank_statement s where s.tenant = mine.tenant and s.account = first.account) as through
      from mine cross join first left join last on last.account = first.account
    ), waiting as (
      select count(*) filter (where n.booking is null) as unbooked, coalesce(sum(n.cents), 0) as cents
      from mine join banking.line_now n on n.tenant = mine.tenant and n.booked_on <= mine.until and (n.booking is null or n.on_day > mine.until)
    )
    select (select sum(cents)::bigint from account) as closing, (select min(through) from account) as through,
      waiting.unbooked, waiting.cents::bigint as waiting
    from waiting`.execute(tx)
  const [row] = rows
  return {
    closing: (row?.closing ?? null) as Cents | null,
    through: row?.through ?? null,
    unbooked: Number(row?.unbooked ?? 0n),
    waiting: (row?.waiting ?? 0n) as Cents,
  }
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
