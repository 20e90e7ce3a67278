import { sql } from 'kysely'
import { type Day, yearOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Cents, cents } from '#kit/money.ts'
import type { AnyPermit } from '#rooms/access'
import type { InvoiceId } from '../invoicing.types.ts'
import type { KorEnd } from '../pricing/kor.rules.ts'

/** One supply at a time while the small business scheme holds: two that cross the limit together must not both stay under it. */
export async function lockKor(tx: Tx, permit: AnyPermit): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${permit.organisation}::text || 'kor', 51))`.execute(tx)
}

export type KorYear = { readonly sold: Cents; readonly soldInYear: Cents; readonly ends: readonly KorEnd[] }

/**
 * What the year of a day sold up to and including it, what it sold in all, and how registrations ended. A crossing whose invoice was
 * wholly credited was none. One question.
 */
export async function korOfYear(tx: Tx, permit: AnyPermit, on: Day): Promise<KorYear> {
  const year = yearOf(on)
  const { rows } = await sql<{ sold: bigint; in_year: bigint; before: bigint; ends: KorEnd[] }>`
    select coalesce(sum(i.kor_sold) filter (where i.performed_on <= ${on}), 0)::bigint as sold, coalesce(sum(i.kor_sold), 0)::bigint as in_year,
      coalesce((select sold_before from invoicing.series where tenant = ${permit.organisation} and year = ${year}), 0)::bigint as before,
      (select coalesce(jsonb_agg(jsonb_build_object('since', e.since, 'on', e.on_day, 'lockedUntil', e.locked_until) order by e.on_day), '[]')
        from invoicing.kor_ended e join invoicing.invoice x on x.tenant = e.tenant and x.id = e.invoice
        where e.tenant = ${permit.organisation} and x.kor_sold + coalesce(
          (select sum(c.kor_sold) from invoicing.invoice c where c.tenant = x.tenant and c.credits = x.id), 0) > 0) as ends
    from invoicing.invoice i
    where i.tenant = ${permit.organisation} and i.performed_on >= ${`${year}-01-01`} and i.performed_on <= ${`${year}-12-31`}`.execute(tx)
  const row = rows[0]
  const before = row?.before ?? 0n
  return { sold: cents((row?.sold ?? 0n) + before), soldInYear: cents((row?.in_year ?? 0n) + before), ends: row?.ends ?? [] }
}

/** The first supply of a year, by its day, that took the turnover over the limit; null when none did. */
export async function firstOver(tx: Tx, permit: AnyPermit, year: number, limit: Cents): Promise<{ invoice: InvoiceId; on: Day } | null> {
  const { rows } = await sql<{ id: InvoiceId; performed_on: Day }>`
    select id, performed_on from (
      select s.*, sum(s.sold) over (order by s.performed_on, s.year, s.sequence)
        + coalesce((select sold_before from invoicing.series where tenant = ${permit.organisation} and year = ${year}), 0) as running
      from (
        select i.id, i.performed_on, i.year, i.sequence,
          i.kor_sold + coalesce((select sum(c.kor_sold) from invoicing.invoice c where c.tenant = i.tenant and c.credits = i.id), 0) as sold
        from invoicing.invoice i
        where i.tenant = ${permit.organisation} and i.kind <> 'credit-note'
          and i.performed_on >= ${`${year}-01-01`} and i.performed_on <= ${`${year}-12-31`}) s) r
    where running > ${limit} and sold > 0 order by performed_on, year, sequence limit 1`.execute(tx)
  const row = rows[0]
  return row ? { invoice: row.id, on: row.performed_on } : null
}

export async function insertKorEnd(tx: Tx, permit: AnyPermit, end: KorEnd & { readonly invoice: InvoiceId; readonly foundLate: boolean }): Promise<void> {
  await tx
    .insertInto('invoicing.kor_ended')
    .values({
      tenant: permit.organisation,
      year: yearOf(end.on),
      invoice: end.invoice,
      on_day: end.on,
      locked_until: end.lockedUntil,
      since: end.since,
      found_late: end.foundLate,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Invoices without VAT that turned out to be of the crossing or later, and are not wholly credited yet: they must be made again with VAT. */
export async function wronglyWithoutVat(tx: Tx, permit: AnyPermit): Promise<{ id: InvoiceId; number: string }[]> {
  const { rows } = await sql<{ id: InvoiceId; number: string }>`
    select i.id, i.number from invoicing.invoice i
    where i.tenant = ${permit.organisation} and i.kind <> 'credit-note'
      and i.document @> '{"priced": {"sums": [{"kind": "kor"}]}}'
      and i.payable > coalesce((select sum(c.payable) from invoicing.invoice c where c.tenant = i.tenant and c.credits = i.id), 0)
      and exists (
        select from invoicing.kor_ended e join invoicing.invoice x on x.tenant = e.tenant and x.id = e.invoice
        where e.tenant = i.tenant and i.performed_on between e.on_day and e.locked_until
          and (i.performed_on > e.on_day or (i.year, i.sequence) > (x.year, x.sequence) or (i.id = e.invoice and e.found_late))
          and x.kor_sold + coalesce((select sum(c.kor_sold) from invoicing.invoice c where c.tenant = x.tenant and c.credits = x.id), 0) > 0)
    order by i.year, i.sequence`.execute(tx)
  return rows
}
