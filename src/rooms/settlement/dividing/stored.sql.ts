import { sql } from 'kysely'
import type { Day, Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { cents } from '#kit/money.ts'
import type { AnyPermit, MemberId, PersonId } from '#rooms/access'
import type { Receiver } from '#rooms/agreements'
import { type Closing, type StoredReversal, type WholeMonth, wholeOf } from './facts.rules.ts'
import { type LineRow, lineOf } from './history.sql.ts'

type MonthRow = {
  month: Month
  member: MemberId
  agreement: string
  turnover: bigint
  costs: bigint
  costs_not_counted: bigint
  result: bigint
  open_loss_before: bigint
  loss_carried: bigint
  loss_borne: bigint
  by_kind: Record<string, number>
  lines: (Omit<LineRow, 'of_cents' | 'weight' | 'whole'> & { of_cents: number; weight: number | null; whole: number | null; cents: number })[] | null
}

/** A month has a part per version, and one for money that came late: more than this is never seen. */
const MOST_PARTS = 6

/** Closed months within reach, each as a whole over its parts, newest first: all of one month, or all of one member. */
export async function storedMonths(tx: Tx, permit: AnyPermit, which: { month?: Month; member?: MemberId; limit?: number }): Promise<WholeMonth[]> {
  const reach = permit.reach === 'organisation' ? null : [...permit.reach]
  const { rows } = await sql<MonthRow>`
    select m.month, m.member, m.agreement, m.turnover, m.costs, m.costs_not_counted, m.result, m.open_loss_before, m.loss_carried, m.loss_borne,
      m.facts->'costs' as by_kind, s.lines
    from settlement.member_month m
    left join lateral (select jsonb_agg(to_jsonb(s) order by s.line) as lines from settlement.share s
      where s.tenant = m.tenant and s.month = m.month and s.member = m.member and s.part = m.part) s on true
    where m.tenant = ${permit.organisation} and (${reach}::uuid[] is null or m.member = any (${reach}::uuid[]))
      and (${which.month ?? null}::text is null or m.month = ${which.month ?? null}) and (${which.member ?? null}::uuid is null or m.member = ${which.member ?? null})
    order by m.month desc, m.member, m.part limit ${which.limit ? which.limit * MOST_PARTS : 100_000}`.execute(tx)
  const parts = rows.map((row) => ({
    month: row.month,
    member: row.member,
    turnover: cents(row.turnover),
    costs: cents(row.costs),
    costsNotCounted: cents(row.costs_not_counted),
    result: cents(row.result),
    openLossBefore: cents(row.open_loss_before),
    lossCarried: cents(row.loss_carried),
    lossBorne: cents(row.loss_borne),
    costsByKind: Object.fromEntries(Object.entries(row.by_kind).map(([kind, value]) => [kind, cents(value)])),
    lines: (row.lines ?? []).map((line) => ({
      ...lineOf({
        ...line,
        of_cents: BigInt(line.of_cents),
        weight: line.weight === null ? null : BigInt(line.weight),
        whole: line.whole === null ? null : BigInt(line.whole),
      }),
      cents: cents(line.cents),
      agreement: row.agreement,
    })),
  }))
  return [...Map.groupBy(parts, (part) => `${part.month} ${part.member}`).values()].map(wholeOf).slice(0, which.limit)
}

/** Reversals within reach: of a month, of one payment, or of a member about a month (gone back in it, or divided in it). */
export async function storedReversals(
  tx: Tx,
  permit: AnyPermit,
  which: { month: Month; member?: MemberId } | { receipt: string } | { about: Month; member: MemberId },
): Promise<StoredReversal[]> {
  const reach = permit.reach === 'organisation' ? null : [...permit.reach]
  const where =
    'receipt' in which
      ? sql`r.receipt = ${which.receipt}`
      : 'about' in which
        ? sql`(r.month = ${which.about} or d.month = ${which.about}) and r.member = ${which.member}`
        : sql`r.month = ${which.month} and (${which.member ?? null}::uuid is null or r.member = ${which.member ?? null})`
  const { rows } = await sql<{
    member: MemberId
    month: Month
    of_month: Month
    number: string
    on_day: Day
    net: bigint
    lines: { receiver: Receiver; article: string; cents: number }[] | null
  }>`
    select r.member, r.month, d.month as of_month, d.number, r.on_day, r.net, (
      select jsonb_agg(jsonb_build_object('receiver', s.receiver, 'article', s.article, 'cents', b.cents) order by b.line)
      from settlement.reversal_share b join settlement.share s on s.tenant = d.tenant and s.month = d.month and s.member = d.member and s.line = b.line
      where b.tenant = r.tenant and b.reversal = r.id) as lines
    from settlement.reversal r join settlement.divided_receipt d on d.tenant = r.tenant and d.receipt = r.receipt
    where r.tenant = ${permit.organisation} and (${reach}::uuid[] is null or r.member = any (${reach}::uuid[])) and ${where}
    order by r.on_day, r.id`.execute(tx)
  return rows.map((row) => ({
    member: row.member,
    month: row.month,
    ofMonth: row.of_month,
    number: row.number,
    on: row.on_day,
    net: cents(row.net),
    lines: (row.lines ?? []).map((line) => ({ ...line, cents: cents(line.cents) })),
  }))
}

/** The months that were divided and closed, newest first. */
export async function closingsOf(tx: Tx, permit: AnyPermit): Promise<Closing[]> {
  const rows = await tx
    .selectFrom('settlement.closing')
    .select(['month', 'closed_at', 'closed_by', 'head', 'head_number', 'cover'])
    .where('tenant', '=', permit.organisation)
    .orderBy('month', 'desc')
    .execute()
  return rows.map((row) => ({
    month: row.month as Month,
    at: row.closed_at,
    by: row.closed_by as PersonId | null,
    head: row.head,
    number: row.head_number,
    cover: cents(row.cover),
  }))
}
