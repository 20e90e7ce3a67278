import { sql } from 'kysely'
import { type Day, firstDay, type Month, monthAfter, startOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { Pot } from './spending.rules.ts'
import type { AcceptedCost, CostId } from './spending.types.ts'

/** What is held in a pot of a member, in cents; `later` for instalments whose day is still to come. */
export type Held = { readonly member: MemberId; readonly pot: Pot; readonly cents: Cents; readonly later: boolean }

/** What lowers results, and what is held for requests that are not bought yet. Amounts in cents; a cost below zero was accepted before and taken back now. */
export type Spending = {
  readonly costs: readonly AcceptedCost[]
  readonly reserved: readonly Held[]
}

/**
 * Costs that were accepted from a first to a last day and what is held in pots now, of everybody within reach, in one query. A revised judgement takes
 * its cost back on the day of the revision, for a closed month is never divided again. `unjudged` counts the receipts that came in before the end of the
 * month `judgedUntil` and wait for a judgement, which keep that month from being closed.
 */
export async function spendingRows(
  tx: Tx,
  permit: AnyPermit,
  from: Day,
  until: Day,
  judgedUntil: Month | null = null,
): Promise<Spending & { readonly unjudged: number }> {
  const reach = permit.reach === 'organisation' ? null : [...permit.reach]
  const before = judgedUntil && startOf(firstDay(monthAfter(judgedUntil)))
  const { rows } = await sql<{
    unjudged: bigint
    member: MemberId | null
    pot: Pot | null
    cost: CostId
    kind: string
    cents: Cents
    vat: Cents
    on_day: Day
    bought_on: Day
    what: string
    later: boolean
  }>`
    with found as (
      select coalesce(h.member, r.member) as member, null as pot, r.id as cost, c.kind, coalesce(h.net * c.sign, c.net) as cents, coalesce(h.vat * c.sign, c.vat) as vat,
        c.on_day, r.bought_on, r.what, false as later
      from (
        select tenant, id, 1 as sign, receipt, kind, net, vat_deductible as vat, on_day from spending.judgement where outcome = 'accepted'
        union all
        select n.tenant, o.id, -1, n.receipt, o.kind, -o.net, -o.vat_deductible, n.on_day
        from spending.judgement n join spending.judgement o on o.tenant = n.tenant and o.id = n.revises where o.outcome = 'accepted') c
      join spending.receipt r on r.tenant = c.tenant and r.id = c.receipt
      left join spending.cost_share h on h.tenant = c.tenant and h.judgement = c.id
      where c.tenant = ${permit.organisation} and c.on_day between ${from} and ${until}
        and (${reach}::uuid[] is null or coalesce(h.member, r.member) = any (${reach}::uuid[]))
      union all
      select h.member, h.pot, null, '', sum(h.cents)::bigint, 0, null, null, '', coalesce(h.due_on > ${permit.today}, false) from spending.held h
      where h.tenant = ${permit.organisation} and (${reach}::uuid[] is null or h.member = any (${reach}::uuid[]))
      group by 1, 2, 10)
    select found.*, receipts.unjudged
    from (select count(*) as unjudged from spending.receipt r
      where r.tenant = ${permit.organisation} and r.sent_at < ${before}::timestamptz and (${reach}::uuid[] is null or r.member = any (${reach}::uuid[]))
        and not exists (select from spending.judged j where j.tenant = r.tenant and j.receipt = r.id)) receipts
    left join found on true
    order by on_day, cost, cents desc`.execute(tx)
  // The count rides along on every row; without any spending it comes alone, on a row of nobody.
  return {
    costs: rows.flatMap(({ unjudged: _, later: __, member, pot, cents, vat, on_day, bought_on, ...row }) =>
      pot || !member ? [] : [{ ...row, member, net: cents, vatDeductible: vat, on: on_day, boughtOn: bought_on }],
    ),
    reserved: rows.flatMap(({ member, pot, cents, later }) => (pot && member ? [{ member, pot, cents, later }] : [])),
    unjudged: Number(rows[0]?.unjudged ?? 0n),
  }
}

/** Per member and pot what is held for requests asked or approved, with both known, not ended and not bought; later instalments apart. */
export async function reservedRows(tx: Tx, permit: AnyPermit): Promise<Held[]> {
  const { rows } = await sql<Held>`select member, pot, coalesce(due_on > ${permit.today}, false) as later, sum(cents)::bigint as cents from spending.held
    where tenant = ${permit.organisation} group by 1, 2, 3`.execute(tx)
  return rows
}
