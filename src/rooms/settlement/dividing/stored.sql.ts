import { sql } from 'kysely'
import type { Day, Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { cents } from '#kit/money.ts'
import type { AnyPermit, MemberId, PersonId } from '#rooms/access'
import type { Base, Receiver, ShareKind, ShareLine } from '#rooms/agreements'
import { type Closing, type StoredReversal, type WholeMonth, wholeOf } from './facts.rules.ts'

/** What is stored of a month, as the tables hold it. */
export type Settled = {
  /** All months that were divided and closed, newest first. */
  readonly closings: readonly Closing[]
  /** Closed months of those within reach as a whole over their parts, newest first. */
  readonly months: readonly WholeMonth[]
  /** Money that went back in the month, and money of the month that went back later. */
  readonly reversals: readonly StoredReversal[]
}

/** Which month: of everybody within reach, of one member, or all closed months of that member. */
export type SettledAsked = { readonly month: Month; readonly member?: MemberId; readonly everyMonth?: boolean }

/** A row as JSON carries it; amounts are texts, for a number of JSON loses cents beyond 2^53. */
export type SettledJson = {
  readonly closings: readonly { month: Month; at: string; by: PersonId | null; head: string; number: string | null; cover: string }[] | null
  readonly months: readonly MonthRow[] | null
  readonly reversals: readonly ReversalRow[] | null
}

type MonthRow = Record<'turnover' | 'inside' | 'costs' | 'costsNotCounted' | 'result' | 'openLossBefore' | 'lossCarried' | 'lossBorne', string> & {
  readonly month: Month
  readonly member: MemberId
  readonly agreement: string
  readonly byKind: Record<string, number>
  readonly lines: readonly (Omit<LineRow, 'of_cents' | 'weight' | 'whole'> & Record<'cents' | 'of_cents', string> & Record<'weight' | 'whole', string | null>)[]
}

type ReversalRow = {
  readonly member: MemberId
  readonly month: Month
  readonly ofMonth: Month
  readonly number: string
  readonly inside: boolean
  readonly on: Day
  readonly paidOn: Day
  readonly net: string
  readonly lines: readonly { readonly receiver: Receiver; readonly article: string; readonly cents: string }[] | null
}

/** One JSON value with what is stored, for a question that asks more than this. Without a month only the closings. */
export function settledSql(permit: AnyPermit, { month, member, everyMonth = false }: Partial<SettledAsked>) {
  const tenant = permit.organisation
  const whom = member ?? null
  const reach = permit.reach === 'organisation' ? null : [...permit.reach]
  const ofWhom = (column: string) =>
    sql`(${reach}::uuid[] is null or ${sql.ref(column)} = any (${reach}::uuid[])) and (${whom}::uuid is null or ${sql.ref(column)} = ${whom}::uuid)`
  return sql`json_build_object(
    'closings', (select json_agg(json_build_object('month', month, 'at', closed_at, 'by', closed_by, 'head', head, 'number', head_number::text, 'cover', cover::text)
        order by month desc) from settlement.closing where tenant = ${tenant}),
    'months', (select json_agg(json_build_object('month', m.month, 'member', m.member, 'agreement', m.agreement, 'turnover', m.turnover::text,
        'inside', coalesce(d.inside, 0)::text, 'costs', m.costs::text,
        'costsNotCounted', m.costs_not_counted::text, 'result', m.result::text, 'openLossBefore', m.open_loss_before::text, 'lossCarried', m.loss_carried::text,
        'lossBorne', m.loss_borne::text, 'byKind', m.facts->'costs', 'lines', coalesce(s.lines, '[]')) order by m.month desc, m.member, m.part)
      from settlement.member_month m
      left join lateral (
        select jsonb_agg(to_jsonb(s) || jsonb_build_object('cents', s.cents::text, 'of_cents', s.of_cents::text, 'weight', s.weight::text, 'whole', s.whole::text) order by s.line) as lines
        from settlement.share s where s.tenant = m.tenant and s.month = m.month and s.member = m.member and s.part = m.part) s on true
      left join lateral (select sum(d.net)::bigint as inside from settlement.divided_receipt d
        where d.tenant = m.tenant and d.month = m.month and d.member = m.member and d.part = m.part and d.inside) d on true
      where m.tenant = ${tenant} and (m.month = ${month ?? null} or (${everyMonth} and m.member = ${whom}::uuid)) and ${ofWhom('m.member')}),
    'reversals', (select json_agg(${reversalSql} order by r.on_day, r.id) from ${reversalTables}
      where r.tenant = ${tenant} and (r.month = ${month ?? null} or d.month = ${month ?? null}) and ${ofWhom('r.member')}))`
}

const reversalTables = sql`settlement.reversal r join settlement.divided_receipt d on d.tenant = r.tenant and d.receipt = r.receipt`

const reversalSql = sql`json_build_object('member', r.member, 'month', r.month, 'ofMonth', d.month, 'number', d.number, 'inside', d.inside, 'on', r.on_day, 'paidOn', d.on_day, 'net', r.net::text, 'lines', (
  select json_agg(json_build_object('receiver', s.receiver, 'article', s.article, 'cents', b.cents::text) order by b.line)
  from settlement.reversal_share b join settlement.share s on s.tenant = d.tenant and s.month = d.month and s.member = d.member and s.line = b.line
  where b.tenant = r.tenant and b.reversal = r.id))`

export function settledFrom({ closings, months, reversals }: SettledJson): Settled {
  return {
    closings: (closings ?? []).map(({ at, number, cover, ...row }) => ({
      ...row,
      at: Temporal.Instant.from(at),
      number: number === null ? null : BigInt(number),
      cover: cents(BigInt(cover)),
    })),
    months: [...Map.groupBy((months ?? []).map(monthFrom), (part) => `${part.month} ${part.member}`).values()].map(wholeOf),
    reversals: (reversals ?? []).map(reversalFrom),
  }
}

function monthFrom(row: MonthRow): WholeMonth {
  return {
    month: row.month,
    member: row.member,
    turnover: cents(BigInt(row.turnover)),
    inside: cents(BigInt(row.inside)),
    costs: cents(BigInt(row.costs)),
    costsNotCounted: cents(BigInt(row.costsNotCounted)),
    result: cents(BigInt(row.result)),
    openLossBefore: cents(BigInt(row.openLossBefore)),
    lossCarried: cents(BigInt(row.lossCarried)),
    lossBorne: cents(BigInt(row.lossBorne)),
    costsByKind: Object.fromEntries(Object.entries(row.byKind).map(([kind, value]) => [kind, cents(value)])),
    lines: row.lines.map((line) => ({
      ...lineOf({
        ...line,
        of_cents: BigInt(line.of_cents),
        weight: line.weight === null ? null : BigInt(line.weight),
        whole: line.whole === null ? null : BigInt(line.whole),
      }),
      cents: cents(BigInt(line.cents)),
      agreement: row.agreement,
    })),
  }
}

function reversalFrom({ net, lines, ...row }: ReversalRow): StoredReversal {
  return { ...row, net: cents(BigInt(net)), lines: (lines ?? []).map((line) => ({ ...line, cents: cents(BigInt(line.cents)) })) }
}

/** What went back of one payment, within reach. */
export async function reversalsOfReceipt(tx: Tx, permit: AnyPermit, receipt: string): Promise<StoredReversal[]> {
  const reach = permit.reach === 'organisation' ? null : [...permit.reach]
  const { rows } = await sql<{ reversal: ReversalRow }>`select ${reversalSql} as reversal from ${reversalTables}
    where r.tenant = ${permit.organisation} and r.receipt = ${receipt} and (${reach}::uuid[] is null or r.member = any (${reach}::uuid[]))
    order by r.on_day, r.id`.execute(tx)
  return rows.map(({ reversal }) => reversalFrom(reversal))
}

/** Of which month the shares were that a reversal took back from a member, by the id of the reversal. */
export async function monthsTakenBack(tx: Tx, permit: AnyPermit, member: MemberId): Promise<ReadonlyMap<string, Month>> {
  const { rows } = await sql<{ id: string; month: Month }>`select r.id, d.month from ${reversalTables}
    where r.tenant = ${permit.organisation} and r.member = ${member}`.execute(tx)
  return new Map(rows.map(({ id, month }) => [id, month]))
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

type LineRow = {
  readonly receiver: Receiver
  readonly step: string
  readonly kind: ShareKind
  readonly from_receiver: Receiver | null
  readonly article: string
  readonly base: Base
  readonly of_cents: bigint
  readonly weight: bigint | null
  readonly whole: bigint | null
}

/** A line of a month as the tables hold it. */
export function lineOf(row: LineRow): Omit<ShareLine, 'cents'> {
  return {
    receiver: row.receiver,
    step: row.step,
    kind: row.kind,
    from: row.from_receiver,
    article: row.article,
    base: row.base,
    of: cents(row.of_cents),
    weight: row.weight,
    whole: row.whole,
  }
}
