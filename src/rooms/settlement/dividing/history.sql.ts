import { sql } from 'kysely'
import type { Day, Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Cents, cents, ZERO } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { Base, Receiver, RunningTotals, ShareKind, ShareLine, StoredShare } from '#rooms/agreements'
import type { Closing, Divided } from './facts.rules.ts'
import type { Aside } from './open-months.rules.ts'
import { lineOf, type Settled, type SettledAsked, type SettledJson, settledFrom, settledSql } from './stored.sql.ts'

/** What was divided before, per member: the raw material of running totals. */
export type History = {
  readonly taken: ReadonlyMap<MemberId, readonly StoredShare[]>
  readonly openLoss: ReadonlyMap<MemberId, Cents>
  readonly arrears: ReadonlyMap<MemberId, RunningTotals['arrears']>
  readonly lastClosed: Month | null
  /** Money that was set aside in a closed month, for want of an agreement, and is not divided yet. */
  readonly aside: readonly Aside[]
  /** The closed months of those within reach with their result, newest first; none unless they were asked for. */
  readonly months: readonly { readonly member: MemberId; readonly month: Month; readonly result: Cents }[]
}

type HistoryRow = {
  what: 'taken' | 'loss' | 'settled' | 'aside' | 'month'
  member: MemberId | null
  year: string
  receiver: Receiver
  step: string
  surplus: boolean
  cents: bigint
  arrears: Record<string, number> | null
  aside: AsideJson | null
  settled: SettledJson | null
}

type AsideJson = Omit<Aside, 'net' | 'vat' | 'rounding' | 'member'> & Readonly<Record<'net' | 'vat' | 'rounding', string>>

/** Shares of all members by year and receiver, their open losses and arrears, what was set aside, and the last closed month, in one query; `withMonths` also the closed months. */
export async function historyOf(tx: Tx, permit: AnyPermit, withMonths = false): Promise<History> {
  return (await historyRows(tx, permit, withMonths, null)).history
}

/** A closed month as it is stored, or what an open one goes on from. */
export type SettledMonth = Settled & ({ readonly closing: Closing; readonly history: null } | { readonly closing: null; readonly history: History })

/** Whether a month is closed, what is stored of it, and when it is open the history that its dividing goes on from; in one query. */
export async function settledMonth(tx: Tx, permit: AnyPermit, asked: SettledAsked): Promise<SettledMonth> {
  const { history, settled } = await historyRows(tx, permit, false, asked)
  const closing = settled.closings.find((each) => each.month === asked.month)
  return closing ? { ...settled, closing, history: null } : { ...settled, closing: null, history }
}

/** Of a month that is closed nothing is gathered but what is stored: the rest of the history stays empty. */
async function historyRows(tx: Tx, permit: AnyPermit, withMonths: boolean, asked: SettledAsked | null): Promise<{ history: History; settled: Settled }> {
  const tenant = permit.organisation
  const reach = permit.reach === 'organisation' ? null : [...permit.reach]
  const { rows } = await sql<HistoryRow>`
    with mine as (
      select ${tenant}::uuid as tenant, ${reach}::uuid[] as reach
      where not exists (select from settlement.closing where tenant = ${tenant} and month = ${asked?.month ?? null})),
    taken as (
      select s.member, substr(s.month, 1, 4) as year, s.receiver, s.step, s.kind = 'surplus' as surplus, s.cents
      from settlement.share s, mine where s.tenant = mine.tenant and (mine.reach is null or s.member = any (mine.reach)) and s.kind <> 'ending'
      union all
      select r.member, substr(d.month, 1, 4), s.receiver, s.step, s.kind = 'surplus', b.cents
      from mine, settlement.reversal r
      join settlement.divided_receipt d on d.tenant = r.tenant and d.receipt = r.receipt
      join settlement.reversal_share b on b.tenant = r.tenant and b.reversal = r.id
      join settlement.share s on s.tenant = d.tenant and s.month = d.month and s.member = d.member and s.line = b.line
      where r.tenant = mine.tenant and (mine.reach is null or r.member = any (mine.reach))
      union all
      select o.member, o.year::text, o.receiver, o.step, false, o.cents
      from settlement.opening_total o, mine where o.tenant = mine.tenant and (mine.reach is null or o.member = any (mine.reach))),
    last as (
      select distinct on (m.member) m.member, m.loss_carried, m.arrears
      from settlement.member_month m, mine where m.tenant = mine.tenant and (mine.reach is null or m.member = any (mine.reach))
      order by m.member, m.month desc, m.part desc)
    select 'taken' as what, member, year, receiver, step, surplus, sum(cents)::bigint as cents, null::jsonb as arrears, null::jsonb as aside, null::json as settled
    from taken group by member, year, receiver, step, surplus
    union all
    select 'loss', coalesce(l.member, o.member), null, null, null, null, coalesce(l.loss_carried, o.cents), l.arrears, null, null
    from last l full join (select o.member, o.cents from settlement.opening_loss o, mine where o.tenant = mine.tenant) o on o.member = l.member
    union all
    select 'settled', null, null, null, null, null, 0, null, null, ${settledSql(permit, asked ?? {})}
    union all
    select 'aside', a.member, null, null, null, null, 0, null, jsonb_build_object('receipt', a.receipt, 'invoice', a.invoice, 'number', a.number, 'shared', a.shared, 'inside', a.inside,
      'on', a.on_day, 'performedOn', a.performed_on, 'net', a.net::text, 'vat', a.vat::text, 'rounding', a.rounding::text), null
    from settlement.set_aside a, mine where a.tenant = mine.tenant and (mine.reach is null or a.member = any (mine.reach))
      and not exists (select from settlement.divided_receipt d where d.tenant = a.tenant and d.receipt = a.receipt)
    union all
    select 'month', m.member, m.month, null, null, null, sum(m.result)::bigint, null, null, null
    from settlement.member_month m, mine where ${withMonths} and m.tenant = mine.tenant and (mine.reach is null or m.member = any (mine.reach))
    group by m.member, m.month`.execute(tx)
  const taken = new Map<MemberId, StoredShare[]>()
  const openLoss = new Map<MemberId, Cents>()
  const arrears = new Map<MemberId, RunningTotals['arrears']>()
  const aside: Aside[] = []
  const months: History['months'][number][] = []
  let settled: Settled = { closings: [], months: [], reversals: [] }
  for (const row of rows) {
    if (row.settled) settled = settledFrom(row.settled)
    else if (row.member && row.what === 'month') months.push({ member: row.member, month: row.year as Month, result: cents(row.cents) })
    else if (row.member && row.aside) {
      const { net, vat, rounding, ...facts } = row.aside
      aside.push({ ...facts, member: row.member, net: cents(BigInt(net)), vat: cents(BigInt(vat)), rounding: cents(BigInt(rounding)) })
    } else if (row.member && row.what === 'loss') {
      openLoss.set(row.member, cents(row.cents))
      arrears.set(row.member, Object.fromEntries(Object.entries(row.arrears ?? {}).map(([key, value]) => [key, cents(value)])))
    } else if (row.member) {
      const list = taken.get(row.member) ?? []
      // A sum over a year stands for a month that is none: nothing was taken in an open month yet.
      list.push({
        month: `${row.year}-00` as Month,
        receiver: row.receiver,
        step: row.step,
        kind: row.surplus ? 'surplus' : 'share',
        cents: cents(row.cents),
      })
      taken.set(row.member, list)
    }
  }
  aside.sort((a, b) => (a.on === b.on ? (a.receipt < b.receipt ? -1 : 1) : a.on < b.on ? -1 : 1))
  months.sort((a, b) => (a.month < b.month ? 1 : -1))
  return { history: { taken, openLoss, arrears, lastClosed: settled.closings[0]?.month ?? null, aside, months }, settled }
}

/** What is left, after earlier reversals, of those of these payments that were divided. */
export async function dividedOf(tx: Tx, permit: AnyPermit, receipts: readonly string[]): Promise<Divided[]> {
  if (receipts.length === 0) return []
  const { rows } = await sql<RiverRow>`${riverQuery(permit)} and d.receipt = any (${[...receipts]}::uuid[]) ${riverOrder}`.execute(tx)
  return riversOf(rows)
}

/** The payments of a member's month, or one payment, each with its river as it was divided. */
export async function dividedWhere(tx: Tx, permit: AnyPermit, which: { receipt: string } | { month: Month; member: MemberId }): Promise<Divided[]> {
  const where = 'receipt' in which ? sql`and d.receipt = ${which.receipt}` : sql`and d.month = ${which.month} and d.member = ${which.member}`
  const { rows } = await sql<RiverRow>`${riverQuery(permit, false)} ${where} ${riverOrder}`.execute(tx)
  return riversOf(rows)
}

type RiverRow = {
  receipt: string
  month: Month
  member: MemberId
  invoice: string
  number: string
  shared: boolean
  inside: boolean
  on_day: Day
  net: bigint
  vat: bigint
  rounding: bigint
  costs: bigint
  earlier_loss: bigint
  set_off: bigint
  agreement: string
  line: number | null
  cents: bigint | null
  receiver: Receiver
  step: string
  kind: ShareKind
  from_receiver: Receiver | null
  article: string
  base: Base
  of_cents: bigint
  weight: bigint | null
  whole: bigint | null
}

const riverOrder = sql`order by d.on_day, d.receipt, s.line`

/** As it is left after reversals, or as it was divided at first. */
function riverQuery(permit: AnyPermit, left = true) {
  const reach = permit.reach === 'organisation' ? null : [...permit.reach]
  return sql`
    select d.receipt, d.month, d.member, d.invoice, d.number, d.shared, d.inside, d.on_day, d.vat, d.rounding, m.agreement, d.net - coalesce(r.net, 0) as net, d.costs - coalesce(r.costs, 0) as costs,
      d.earlier_loss - coalesce(r.earlier_loss, 0) as earlier_loss, d.set_off - coalesce(r.set_off, 0) as set_off,
      p.line, p.cents + coalesce(b.cents, 0) as cents, s.receiver, s.step, s.kind, s.from_receiver, s.article, s.base, s.of_cents, s.weight, s.whole
    from settlement.divided_receipt d
    join settlement.member_month m on m.tenant = d.tenant and m.month = d.month and m.member = d.member and m.part = d.part
    left join settlement.receipt_share p on p.tenant = d.tenant and p.receipt = d.receipt
    left join settlement.share s on s.tenant = d.tenant and s.month = d.month and s.member = d.member and s.line = p.line
    left join lateral (select sum(net)::bigint as net, sum(costs)::bigint as costs, sum(earlier_loss)::bigint as earlier_loss, sum(set_off)::bigint as set_off
      from settlement.reversal r where ${left} and r.tenant = d.tenant and r.receipt = d.receipt) r on true
    left join lateral (select sum(b.cents)::bigint as cents from settlement.reversal r join settlement.reversal_share b on b.tenant = r.tenant and b.reversal = r.id
      where ${left} and r.tenant = d.tenant and r.receipt = d.receipt and b.line = p.line) b on true
    where d.tenant = ${permit.organisation} and (${reach}::uuid[] is null or d.member = any (${reach}::uuid[]))`
}

function riversOf(rows: readonly RiverRow[]): Divided[] {
  const found = new Map<string, { first: RiverRow; lines: (ShareLine & { line: number })[] }>()
  for (const row of rows) {
    const river = found.get(row.receipt) ?? { first: row, lines: [] }
    found.set(row.receipt, river)
    if (row.line === null) continue
    river.lines.push({ ...lineOf(row), line: row.line, cents: cents(row.cents ?? ZERO) })
  }
  return [...found.values()].map(({ first, lines }) => ({
    invoice: first.invoice,
    number: first.number,
    ...(first.shared ? { shared: true } : {}),
    ...(first.inside ? { inside: true } : {}),
    member: first.member,
    on: first.on_day,
    vat: cents(first.vat),
    rounding: cents(first.rounding),
    agreement: first.agreement,
    left: {
      receipt: first.receipt,
      month: first.month,
      net: cents(first.net),
      costs: cents(first.costs),
      earlierLoss: cents(first.earlier_loss),
      offset: cents(first.set_off),
      lines,
    },
  }))
}
