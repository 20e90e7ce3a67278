import { type SqlBool, sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import { isDouble, type Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import type { Cents } from '#kit/money.ts'
import { type AnyPermit, type MemberId, type PersonId, personOf, withinReach } from '#rooms/access'
import { type Outcome, type PaidBy, type Payable, type Pot, receiptStanding, requestStanding } from './spending.rules.ts'
import type { AcceptedCost, CostId, Judged, Receipt, ReceiptFacts, SpendingRequest, SpendingRequestId } from './spending.types.ts'

export async function insertReceipt(tx: Tx, permit: AnyPermit, facts: ReceiptFacts): Promise<CostId> {
  const id = newId<CostId>(permit.now.epochMilliseconds)
  await tx
    .insertInto('spending.receipt')
    .values({
      tenant: permit.organisation,
      id,
      member: facts.member,
      bought_on: facts.boughtOn,
      gross: facts.gross,
      vat: facts.vat,
      kind: facts.kind,
      paid_by: facts.paidBy,
      what: facts.what,
      unsure: [...facts.unsure],
      file: facts.file,
      sent_by: personOf(permit),
      sent_at: permit.now,
    })
    .execute()
  return id
}

type JudgedJson = { outcome: Outcome; reason: string | null; kind: string; net: number; vat: number; on: Day; at: string }

/** Receipts within reach, newest first, each with what was judged and answered; in one query however many there are. */
export async function receiptRows(tx: Tx, permit: AnyPermit, only: { id?: CostId; member?: MemberId; limit?: number } = {}): Promise<Receipt[]> {
  const rows = await tx
    .selectFrom('spending.receipt as r')
    .selectAll('r')
    .select(
      sql<JudgedJson[] | null>`(select jsonb_agg(jsonb_build_object('outcome', j.outcome, 'reason', j.reason, 'kind', j.kind, 'net', j.net,
        'vat', j.vat_deductible, 'on', j.on_day, 'at', j.at) order by j.at) from spending.judgement j where j.tenant = r.tenant and j.receipt = r.id)`.as(
        'judgements',
      ),
    )
    .select(
      sql<{ answer: string; at: string }[] | null>`(select jsonb_agg(jsonb_build_object('answer', a.answer, 'at', a.at) order by a.at)
        from spending.answer a where a.tenant = r.tenant and a.receipt = r.id)`.as('answers'),
    )
    .where('r.tenant', '=', permit.organisation)
    .where((eb) => withinReach(permit, eb, 'r.member'))
    .$if(only.id !== undefined, (query) => query.where('r.id', '=', only.id ?? ''))
    .$if(only.member !== undefined, (query) => query.where('r.member', '=', only.member ?? ''))
    .orderBy('r.sent_at', 'desc')
    .orderBy('r.id')
    .limit(only.limit ?? 500)
    .execute()
  return rows.map((row) => {
    const judgements: Judged[] = (row.judgements ?? []).map((each) => ({
      outcome: each.outcome,
      reason: each.reason,
      kind: each.kind,
      net: BigInt(each.net) as Cents,
      vatDeductible: BigInt(each.vat) as Cents,
      on: each.on,
      at: Temporal.Instant.from(each.at),
    }))
    const answers = (row.answers ?? []).map((each) => ({ answer: each.answer, at: Temporal.Instant.from(each.at) }))
    return {
      id: row.id as CostId,
      member: row.member as MemberId,
      boughtOn: row.bought_on,
      gross: row.gross as Cents,
      vat: row.vat as Cents,
      kind: row.kind,
      paidBy: row.paid_by as PaidBy,
      what: row.what,
      unsure: row.unsure,
      file: row.file,
      sentBy: row.sent_by as PersonId,
      sentAt: row.sent_at,
      standing: receiptStanding(judgements, answers),
      judgements,
      answers,
    }
  })
}

/** Holds a receipt so that two judges do not pass each other; false when it is not within reach. */
export async function lockReceipt(tx: Tx, permit: AnyPermit, id: CostId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${permit.organisation}::text || ${id}, 51))`.execute(tx)
}

/** Writes a judgement; false when somebody judged it meanwhile. */
export async function insertJudgement(
  tx: Tx,
  permit: AnyPermit,
  receipt: CostId,
  judgement: { outcome: Outcome; reason: string | null; kind: string; net: Cents; vatDeductible: Cents; paidBy: PaidBy },
): Promise<boolean> {
  try {
    await tx
      .insertInto('spending.judgement')
      .values({
        tenant: permit.organisation,
        id: newId(permit.now.epochMilliseconds),
        receipt,
        outcome: judgement.outcome,
        reason: judgement.reason,
        kind: judgement.kind,
        net: judgement.net,
        vat_deductible: judgement.vatDeductible,
        paid_by: judgement.paidBy,
        on_day: permit.today,
        person: personOf(permit),
        at: permit.now,
      })
      .execute()
    return true
  } catch (error) {
    if (isDouble(error, 'judged_once')) return false
    throw error
  }
}

export async function insertAnswer(tx: Tx, permit: AnyPermit, receipt: CostId, answer: string): Promise<void> {
  await tx
    .insertInto('spending.answer')
    .values({ tenant: permit.organisation, id: newId(permit.now.epochMilliseconds), receipt, answer, person: personOf(permit), at: permit.now })
    .execute()
}

/** Costs accepted between two days, both included, of everybody in reach. */
export async function acceptedBetween(tx: Tx, permit: AnyPermit, from: Day, until: Day): Promise<AcceptedCost[]> {
  const rows = await tx
    .selectFrom('spending.judgement as j')
    .innerJoin('spending.receipt as r', (join) => join.onRef('r.tenant', '=', 'j.tenant').onRef('r.id', '=', 'j.receipt'))
    .select(['r.id', 'r.member', 'j.kind', 'j.net', 'j.vat_deductible', 'j.on_day', 'r.what'])
    .where('j.tenant', '=', permit.organisation)
    .where('j.outcome', '=', 'accepted')
    .where('j.on_day', '>=', from)
    .where('j.on_day', '<=', until)
    .where((eb) => withinReach(permit, eb, 'r.member'))
    .orderBy('j.on_day')
    .orderBy('r.id')
    .execute()
  return rows.map((row) => ({
    cost: row.id as CostId,
    member: row.member as MemberId,
    kind: row.kind,
    net: row.net as Cents,
    vatDeductible: row.vat_deductible as Cents,
    on: row.on_day,
    what: row.what,
  }))
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

/** Costs that are booked and not wholly paid: accepted receipts and purchases, less what was paid on each. */
export async function payableRows(tx: Tx, permit: AnyPermit, only: string | null = null): Promise<Payable[]> {
  const { rows } = await sql<Payable>`
    with cost as (
      select r.id, 'receipt' as kind, r.member, case j.paid_by when 'member' then 'member' else 'creditor' end as "to", r.what, r.bought_on as "on", r.gross as cents
      from spending.judgement j join spending.receipt r on r.tenant = j.tenant and r.id = j.receipt
      where j.tenant = ${permit.organisation} and j.outcome in ('accepted', 'onDevelopment') and j.paid_by in ('bank', 'member')
      union all
      select q.id, 'purchase', q.member, case p.paid_by when 'member' then 'member' else 'creditor' end, q.what, p.bought_on, p.gross
      from spending.purchase p join spending.request q on q.tenant = p.tenant and q.id = p.request
      where p.tenant = ${permit.organisation} and p.paid_by in ('bank', 'member'))
    select c.id, c.kind, c.member, c."to", c.what, c."on", (c.cents - coalesce(sum(y.cents), 0))::bigint as open
    from cost c left join spending.payment y on y.tenant = ${permit.organisation} and y.cost = c.id
    where (${only}::uuid is null or c.id = ${only}::uuid)
    group by c.id, c.kind, c.member, c."to", c.what, c."on", c.cents having c.cents <> coalesce(sum(y.cents), 0)
    order by c."on", c.id`.execute(tx)
  return rows
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

/** How many receipts nobody judged yet that were sent up to and including a day. */
export async function unjudgedRows(tx: Tx, permit: AnyPermit, until: Instant): Promise<{ id: CostId; member: MemberId; what: string; gross: Cents }[]> {
  const rows = await tx
    .selectFrom('spending.receipt as r')
    .select(['r.id', 'r.member', 'r.what', 'r.gross'])
    .where('r.tenant', '=', permit.organisation)
    .where('r.sent_at', '<', until)
    .where((eb) => withinReach(permit, eb, 'r.member'))
    .where(sql<SqlBool>`not exists (select from spending.judgement j where j.tenant = r.tenant and j.receipt = r.id and j.outcome <> 'askedBack')`)
    .orderBy('r.sent_at')
    .execute()
  return rows.map((row) => ({ id: row.id as CostId, member: row.member as MemberId, what: row.what, gross: row.gross as Cents }))
}
