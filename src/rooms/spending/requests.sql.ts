import { sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import type { Cents } from '#kit/money.ts'
import { type AnyPermit, type MemberId, type PersonId, personOf, withinReach } from '#rooms/access'
import { type PaidBy, type Pot, requestStanding } from './spending.rules.ts'
import type { AcceptedCost, CostId, SpendingRequest, SpendingRequestId } from './spending.types.ts'

/** What lowers results, and what is held for requests that are not bought yet. Amounts in cents. */
export type Spending = {
  readonly costs: readonly AcceptedCost[]
  readonly reserved: readonly { readonly member: MemberId; readonly pot: Pot; readonly cents: Cents }[]
}

export async function insertRequest(
  tx: Tx,
  permit: AnyPermit,
  facts: { member: MemberId; pot: Pot; cents: Cents; what: string; why: string | null },
): Promise<SpendingRequestId> {
  const id = newId<SpendingRequestId>(permit.now.epochMilliseconds)
  await tx
    .insertInto('spending.request')
    .values({ tenant: permit.organisation, id, ...facts, asked_by: personOf(permit), asked_at: permit.now })
    .execute()
  return id
}

export async function requestRows(
  tx: Tx,
  permit: AnyPermit,
  only: { id?: SpendingRequestId; member?: MemberId; limit?: number } = {},
): Promise<SpendingRequest[]> {
  const rows = await tx
    .selectFrom('spending.request as r')
    .leftJoin('spending.request_decision as d', (join) => join.onRef('d.tenant', '=', 'r.tenant').onRef('d.request', '=', 'r.id'))
    .leftJoin('spending.purchase as p', (join) => join.onRef('p.tenant', '=', 'r.tenant').onRef('p.request', '=', 'r.id'))
    .select(['r.id', 'r.member', 'r.pot', 'r.cents', 'r.what', 'r.why', 'r.asked_by', 'r.asked_at', 'd.outcome', 'd.reason', 'p.gross', 'p.bought_on'])
    .where('r.tenant', '=', permit.organisation)
    .where((eb) => withinReach(permit, eb, 'r.member'))
    .$if(only.id !== undefined, (query) => query.where('r.id', '=', only.id ?? ''))
    .$if(only.member !== undefined, (query) => query.where('r.member', '=', only.member ?? ''))
    .orderBy('r.asked_at', 'desc')
    .orderBy('r.id')
    .limit(only.limit ?? 500)
    .execute()
  return rows.map((row) => ({
    id: row.id as SpendingRequestId,
    member: row.member as MemberId,
    pot: row.pot as Pot,
    cents: row.cents as Cents,
    what: row.what,
    why: row.why,
    askedBy: row.asked_by as PersonId,
    askedAt: row.asked_at,
    standing: requestStanding(row.outcome as 'approved' | 'refused' | 'takenBack' | null, row.gross !== null),
    reason: row.reason,
    bought: row.gross !== null && row.bought_on !== null ? { gross: row.gross as Cents, on: row.bought_on } : null,
  }))
}

/** Writes what was decided; false when somebody decided meanwhile. */
export async function insertDecision(
  tx: Tx,
  permit: AnyPermit,
  request: SpendingRequestId,
  decision: { outcome: 'approved' | 'refused' | 'takenBack'; reason: string | null },
): Promise<boolean> {
  const row = await tx
    .insertInto('spending.request_decision')
    .values({ tenant: permit.organisation, request, ...decision, person: personOf(permit), at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('request')
    .executeTakeFirst()
  return row !== undefined
}

export async function insertPurchase(
  tx: Tx,
  permit: AnyPermit,
  request: SpendingRequestId,
  purchase: { gross: Cents; vatDeductible: Cents; boughtOn: Day; paidBy: Exclude<PaidBy, 'unknown'>; file: string | null },
): Promise<boolean> {
  const row = await tx
    .insertInto('spending.purchase')
    .values({
      tenant: permit.organisation,
      request,
      gross: purchase.gross,
      vat_deductible: purchase.vatDeductible,
      bought_on: purchase.boughtOn,
      paid_by: purchase.paidBy,
      file: purchase.file,
      person: personOf(permit),
      at: permit.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('request')
    .executeTakeFirst()
  return row !== undefined
}

/** Costs that were accepted from a first to a last day and what is held in pots now, of everybody within reach, in one query. */
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
    select r.member, null as pot, r.id as cost, j.kind, j.net as cents, j.vat_deductible as vat, j.on_day, r.bought_on, r.what
    from spending.judgement j join spending.receipt r on r.tenant = j.tenant and r.id = j.receipt
    where j.tenant = ${permit.organisation} and j.outcome = 'accepted' and j.on_day between ${from} and ${until}
      and (${reach}::uuid[] is null or r.member = any (${reach}::uuid[]))
    union all
    select r.member, r.pot, null, '', sum(r.cents)::bigint, 0, null, null, ''
    from spending.request r
    left join spending.request_decision d on d.tenant = r.tenant and d.request = r.id
    left join spending.purchase p on p.tenant = r.tenant and p.request = r.id
    where r.tenant = ${permit.organisation} and p.request is null and (d.outcome is null or d.outcome = 'approved')
      and (${reach}::uuid[] is null or r.member = any (${reach}::uuid[]))
    group by r.member, r.pot
    order by on_day, cost`.execute(tx)
  return {
    costs: rows.flatMap(({ pot, cents, vat, on_day, bought_on, ...row }) =>
      pot ? [] : [{ ...row, net: cents, vatDeductible: vat, on: on_day, boughtOn: bought_on }],
    ),
    reserved: rows.flatMap(({ member, pot, cents }) => (pot ? [{ member, pot, cents }] : [])),
  }
}

/** Per member and pot what is held for requests not yet bought. */
export async function reservedRows(tx: Tx, permit: AnyPermit): Promise<{ member: MemberId; pot: Pot; cents: Cents }[]> {
  const { rows } = await sql<{ member: MemberId; pot: Pot; cents: Cents }>`
    select r.member, r.pot, sum(r.cents)::bigint as cents from spending.request r
    left join spending.request_decision d on d.tenant = r.tenant and d.request = r.id
    left join spending.purchase p on p.tenant = r.tenant and p.request = r.id
    where r.tenant = ${permit.organisation} and p.request is null and (d.outcome is null or d.outcome = 'approved')
    group by r.member, r.pot`.execute(tx)
  return rows
}
