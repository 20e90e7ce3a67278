import { sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { Pot } from './spending.rules.ts'
import type { AcceptedCost, CostId } from './spending.types.ts'

/** What lowers results, and what is held for requests that are not bought yet. Amounts in cents; a cost below zero was accepted before and taken back now. */
export type Spending = {
  readonly costs: readonly AcceptedCost[]
  readonly reserved: readonly { readonly member: MemberId; readonly pot: Pot; readonly cents: Cents }[]
}

/**
 * Costs that were accepted from a first to a last day and what is held in pots now, of everybody within reach, in one query. A revised judgement takes
 * its cost back on the day of the revision, for a closed month is never divided again.
 */
export async function spendingRows(tx: Tx, permit: AnyPermit, from: Day, until: Day): Promise<Spending> {
  const reach = permit.reach === 'organisation' ? null : [...permit.reach]
  const { rows } = await sql<{
    member: MemberId
    pot: Pot | null
    cost: CostId
    kind: string
    cents: Cents
    vat: Cents
    on_day: Day
    bought_on: Day
    what: string
  }>`
    select r.member, null as pot, r.id as cost, c.kind, c.net as cents, c.vat, c.on_day, r.bought_on, r.what
    from (
      select tenant, receipt, kind, net, vat_deductible as vat, on_day from spending.judgement where outcome = 'accepted'
      union all
      select n.tenant, n.receipt, o.kind, -o.net, -o.vat_deductible, n.on_day
      from spending.judgement n join spending.judgement o on o.tenant = n.tenant and o.id = n.revises where o.outcome = 'accepted') c
    join spending.receipt r on r.tenant = c.tenant and r.id = c.receipt
    where c.tenant = ${permit.organisation} and c.on_day between ${from} and ${until}
      and (${reach}::uuid[] is null or r.member = any (${reach}::uuid[]))
    union all
    select h.member, h.pot, null, '', sum(h.cents)::bigint, 0, null, null, '' from spending.held h
    where h.tenant = ${permit.organisation} and (${reach}::uuid[] is null or h.member = any (${reach}::uuid[]))
    group by h.member, h.pot
    order by on_day, cost, cents desc`.execute(tx)
  return {
    costs: rows.flatMap(({ pot, cents, vat, on_day, bought_on, ...row }) =>
      pot ? [] : [{ ...row, net: cents, vatDeductible: vat, on: on_day, boughtOn: bought_on }],
    ),
    reserved: rows.flatMap(({ member, pot, cents }) => (pot ? [{ member, pot, cents }] : [])),
  }
}

/** Per member and pot what is held for requests asked or approved, with both known, not ended and not bought. */
export async function reservedRows(tx: Tx, permit: AnyPermit): Promise<{ member: MemberId; pot: Pot; cents: Cents }[]> {
  const { rows } = await sql<{ member: MemberId; pot: Pot; cents: Cents }>`select member, pot, sum(cents)::bigint as cents from spending.held
    where tenant = ${permit.organisation} group by member, pot`.execute(tx)
  return rows
}
