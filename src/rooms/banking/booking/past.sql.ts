import { sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import { list } from '#kit/text.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { BookingId, BookingPart } from '../banking.types.ts'
import type { Takings } from '../matching/batches.rules.ts'
import type { BookingRule } from '../ruling/booking-rule.rules.ts'
import { ruleFrom, type StoredRule } from '../ruling/booking-rules.sql.ts'
import type { BookingKind } from './kinds.rules.ts'

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

/** A payment of a customer that the bank may have taken back: a whole booking, or one part of it. */
export type Returnable = {
  readonly booking: BookingId
  readonly part: number | null
  /** The numbers of its invoices. */
  readonly number: string
  readonly cents: Cents
  readonly iban: string | null
  readonly name: string | null
  readonly on: Day
}

export type Past = {
  /** Market days whose cards were not paid out yet. */
  readonly takings: readonly Takings[]
  readonly remembered: readonly Remembered[]
  readonly returnable: readonly Returnable[]
  readonly rules: readonly BookingRule[]
}

/** What was booked before and tells something of new lines, and the rules that are on: their accounts, and payments of these amounts (or of at most `upTo`) that the bank did not take back. One query. */
export async function pastFor(
  tx: Tx,
  permit: AnyPermit,
  of: { readonly ibans: readonly string[]; readonly amounts: readonly Cents[]; readonly upTo?: Cents },
): Promise<Past> {
  const amounts = [...new Set(of.amounts)].map(String)
  const { rows } = await sql<{
    remembered: (Omit<Remembered, 'least' | 'most'> & { least: string; most: string })[]
    paid: PaidRow[]
    rules: StoredRule[]
    takings: StoredTakings[]
  }>`
    select
      (select coalesce(jsonb_agg(r), '[]') from (
        select distinct on (n.iban, sign(n.cents)) n.iban, sign(n.cents)::int as sign, n.kind, n.member, p.customer,
          (count(*) over alike)::int as times, (min(n.cents) over alike)::text as least, (max(n.cents) over alike)::text as most,
          count(*) over alike = count(*) over (partition by n.iban, sign(n.cents)) as always
        from banking.line_now n
        join banking.booking_part p on p.tenant = n.tenant and p.booking = n.booking and p.part = 1
        where n.tenant = ${permit.organisation} and n.iban = any(${[...new Set(of.ibans)]}::text[]) and n.kind <> 'suspense'
        window alike as (partition by n.iban, sign(n.cents), n.kind, n.member, p.customer)
        order by n.iban, sign(n.cents), n.booked_at desc) r) as remembered,
      (select coalesce(jsonb_agg(t), '[]') from (
        select p.booking, p.part, p.what, p.label as number, p.cents::text as cents, l.cents::text as whole, l.iban, l.name, l.booked_on as "on",
          exists (select from banking.part_now r where r.tenant = p.tenant and r.what = 'returned'
            and ((r.of_booking = p.booking and r.of_part = p.part) or (r.of_booking is null and r.ref = p.ref))) as gone
        from banking.bank_line l join banking.part_now p on p.tenant = l.tenant and p.line = l.id
        where l.tenant = ${permit.organisation} and l.cents > 0
          and exists (select from banking.booking_part x where x.tenant = p.tenant and x.booking = p.booking and x.what = 'receipt')
          and (l.cents = any(${amounts}::bigint[]) or p.cents = any(${amounts}::bigint[]) or l.cents <= ${String(of.upTo ?? 0n)}::bigint)
        order by l.booked_on desc, p.booking, p.part limit 300) t) as paid,
      (select coalesce(jsonb_agg(u order by u.id), '[]') from banking.booking_rule u where u.tenant = ${permit.organisation} and u.off_at is null) as rules,
      (select coalesce(jsonb_agg(k), '[]') from (${takingsSql(permit)}) k) as takings`.execute(tx)
  const [found] = rows
  const remembered = (found?.remembered ?? []).map((each) => ({ ...each, least: BigInt(each.least) as Cents, most: BigInt(each.most) as Cents }))
  return {
    remembered,
    returnable: returnablesFrom(found?.paid ?? []),
    rules: (found?.rules ?? []).map(ruleFrom),
    takings: (found?.takings ?? []).map(takingsFrom),
  }
}

/** The market days of a card batch, as the part keeps them. */
export function labelOfBatch(numbers: readonly string[]): string | null {
  return numbers.length > 0 ? numbers.join(', ') : null
}

type StoredTakings = Omit<Takings, 'cents'> & { readonly cents: string }

function takingsFrom(row: StoredTakings): Takings {
  return { ...row, cents: BigInt(row.cents) as Cents }
}

/** Market days whose cards the provider did not pay out yet, oldest first. */
export async function takingsToCome(tx: Tx, permit: AnyPermit): Promise<Takings[]> {
  const { rows } = await takingsSql(permit).execute(tx)
  return rows.map(takingsFrom)
}

function takingsSql(permit: AnyPermit) {
  return sql<StoredTakings>`
    select s.number, s.member, s.on_day as "on", s.cents::text as cents from invoicing.shared_takings s
    where s.tenant = ${permit.organisation} and not exists (
      select from banking.part_now b where b.tenant = s.tenant and b.kind = 'cardBatch' and s.number = any (string_to_array(b.label, ', ')))
    order by s.on_day, s.number`
}

type PaidRow = {
  readonly booking: BookingId
  readonly part: number
  readonly what: BookingPart['what']
  readonly number: string | null
  readonly cents: string
  readonly whole: string
  readonly iban: string | null
  readonly name: string | null
  readonly on: Day
  readonly gone: boolean
}

/** Whole payments first, then each invoice in one that paid several. */
function returnablesFrom(rows: readonly PaidRow[]): Returnable[] {
  const together = Map.groupBy(rows, (row) => row.booking)
  return [...together.values()].flatMap((parts): Returnable[] => {
    const [first] = parts
    if (!first) return []
    const { booking, iban, name, on } = first
    const receipts = parts.filter((part) => part.what === 'receipt' && !part.gone)
    const complete = parts.reduce((all, part) => all + BigInt(part.cents), 0n) === BigInt(first.whole)
    const numbers = parts.flatMap((part) => (part.number && part.what !== 'entry' ? [part.number] : []))
    const whole = complete && !parts.some((part) => part.gone)
    return [
      ...(whole ? [{ booking, part: null, number: list(numbers), cents: BigInt(first.whole) as Cents, iban, name, on }] : []),
      ...(whole && parts.length === 1
        ? []
        : receipts.map((part) => ({ booking, part: part.part, number: part.number ?? '', cents: BigInt(part.cents) as Cents, iban, name, on }))),
    ]
  })
}

/** The parts of a booking that the bank took back. */
export async function takenBackIn(tx: Tx, permit: AnyPermit, booking: BookingId): Promise<Set<number>> {
  const { rows } = await sql<{ part: number }>`
    select p.part from banking.part_now p
    where p.tenant = ${permit.organisation} and p.booking = ${booking} and exists (select from banking.part_now r
      where r.tenant = p.tenant and r.what = 'returned'
        and ((r.of_booking = p.booking and r.of_part = p.part) or (r.of_booking is null and r.ref = p.ref)))`.execute(tx)
  return new Set(rows.map((row) => row.part))
}

/** The part of an earlier booking that a returned part answers. */
export async function partTakenBack(
  tx: Tx,
  permit: AnyPermit,
  part: BookingPart,
): Promise<{ readonly booking: BookingId; readonly part: number; readonly what: BookingPart['what'] } | null> {
  const { rows } = await sql<{ booking: BookingId; part: number; what: BookingPart['what'] }>`
    select p.booking, p.part, p.what from banking.part_now p
    where p.tenant = ${permit.organisation}
      and ((p.booking = ${part.ofBooking}::uuid and p.part = ${part.ofPart}::int) or (${part.ofBooking}::uuid is null and p.what = 'receipt' and p.ref = ${part.ref}::uuid))
    limit 1`.execute(tx)
  return rows[0] ?? null
}
