import { sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { DisposalId } from '../disposing/disposing.types.ts'
import type { Payable } from '../spending.rules.ts'

/** Costs that are booked and not wholly paid: accepted receipts and purchases, less what was paid on each. */
export async function payableRows(tx: Tx, permit: AnyPermit, only: string | null = null): Promise<Payable[]> {
  const { rows } = await sql<Payable>`${payables(permit, only)} order by "on", id`.execute(tx)
  return rows
}

/** A bill for a thing as the bank may meet it: what is open of it, and what came in. */
export type BillAwaited = {
  readonly id: DisposalId
  readonly number: string
  readonly thing: string
  readonly member: MemberId | null
  readonly buyer: string | null
  readonly dueOn: Day | null
  readonly open: Cents
  readonly paid: Cents
}

/** Everything of this room that a line of the bank may pay, in one query: costs that are open, and bills for things with something open or paid. */
export async function awaitedRows(tx: Tx, permit: AnyPermit): Promise<{ readonly costs: Payable[]; readonly bills: BillAwaited[] }> {
  const { rows } = await sql<(Payable & { number: null }) | (Omit<Payable, 'id'> & BillAwaited & { number: string })>`
    select p.*, null as number, null as buyer, 0::bigint as paid from (${payables(permit, null)}) p
    union all
    select d.id, 'bill', d.member, 'buyer', e.name, d.due_on, (d.price - coalesce(y.cents, 0))::bigint, d.number, d.buyer, coalesce(y.cents, 0)::bigint
    from spending.gone d join spending.equipment e on e.tenant = d.tenant and e.id = d.equipment
    left join lateral (select sum(x.cents) as cents from spending.bill_payment x where x.tenant = d.tenant and x.disposal = d.id) y on true
    where d.tenant = ${permit.organisation} and d.paid_by = 'bill' and (d.price <> coalesce(y.cents, 0) or y.cents > 0)
    order by "on", id`.execute(tx)
  return {
    costs: rows.flatMap((row) => (row.number === null ? [row] : [])),
    bills: rows.flatMap((row) => (row.number === null ? [] : [{ ...row, thing: row.what, dueOn: row.on }])),
  }
}

function payables(permit: AnyPermit, only: string | null) {
  return sql`
    with cost as (
      select r.id, 'receipt' as kind, r.member, case j.paid_by when 'member' then 'member' else 'creditor' end as "to", r.what, r.bought_on as "on", coalesce(j.gross, r.gross) as cents
      from spending.judged j join spending.receipt r on r.tenant = j.tenant and r.id = j.receipt
      where j.tenant = ${permit.organisation} and j.outcome in ('accepted', 'onDevelopment') and j.paid_by in ('bank', 'member')
      union all
      select q.id, 'purchase', q.member, case p.paid_by when 'member' then 'member' else 'creditor' end, q.what, p.bought_on, p.gross
      from spending.bought p join spending.request q on q.tenant = p.tenant and q.id = p.request
      where p.tenant = ${permit.organisation} and p.paid_by in ('bank', 'member'))
    select c.id, c.kind, c.member, c."to", c.what, c."on", (c.cents - coalesce(sum(y.cents), 0))::bigint as open
    from cost c left join spending.payment y on y.tenant = ${permit.organisation} and y.cost = c.id
    where (${only}::uuid is null or c.id = ${only}::uuid)
    group by c.id, c.kind, c.member, c."to", c.what, c."on", c.cents having c.cents <> coalesce(sum(y.cents), 0)`
}

export async function insertPayment(
  tx: Tx,
  permit: AnyPermit,
  payment: { cost: string; cents: Cents; on: Day; sourceKind: string; sourceId: string; entry: string },
): Promise<void> {
  await tx
    .insertInto('spending.payment')
    .values({
      tenant: permit.organisation,
      id: newId(permit.now.epochMilliseconds),
      cost: payment.cost,
      cents: payment.cents,
      on_day: payment.on,
      source_kind: payment.sourceKind,
      source_id: payment.sourceId,
      entry: payment.entry,
      at: permit.now,
    })
    .execute()
}

export type PaymentRow = { readonly cost: string; readonly cents: Cents; readonly entry: string }

export async function paymentOfSource(tx: Tx, permit: AnyPermit, kind: string, id: string): Promise<PaymentRow | null> {
  const row = await tx
    .selectFrom('spending.payment')
    .select(['cost', 'cents', 'entry'])
    .where('tenant', '=', permit.organisation)
    .where('source_kind', '=', kind)
    .where('source_id', '=', id)
    .executeTakeFirst()
  return row ? { cost: row.cost, cents: row.cents as Cents, entry: row.entry } : null
}

/** What was paid on a cost and not undone, in cents. */
export async function paidOn(tx: Tx, permit: AnyPermit, cost: string): Promise<Cents> {
  const { rows } = await sql<{ cents: Cents }>`select coalesce(sum(cents), 0)::bigint as cents from spending.payment
    where tenant = ${permit.organisation} and cost = ${cost}`.execute(tx)
  return rows[0]?.cents ?? (0n as Cents)
}
