import { sql } from 'kysely'
import { type Day, yearOf } from '#kit/day.ts'
import { json, type Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type Cents, ZERO } from '#kit/money.ts'
import { type AnyPermit, type MemberId, personOf } from '#rooms/access'
import type { Ending } from '../equipment/equipment.rules.ts'
import type { EquipmentId } from '../equipment/equipment.ts'
import { type BoughtHow, billNumber, costOfEach, type PaidBy, type Treatment } from './disposing.rules.ts'
import type { BillDocument, Disposal, DisposalId } from './disposing.types.ts'

/** How a thing stands in the books: what it cost there, what of that was written off, and whether VAT of its purchase came back. Cents. */
export type InBooks = { readonly cost: Cents; readonly worn: Cents; readonly deducted: boolean; readonly gone: boolean }

/** How the things of the cooperative stand in the books, in one query; what was booked as costs of a member stands there for nothing. */
export async function thingsInBooks(tx: Tx, permit: AnyPermit): Promise<ReadonlyMap<EquipmentId, InBooks>> {
  const { rows } = await sql<{
    id: EquipmentId
    request: string
    value: Cents
    gross: Cents
    net: Cents
    goneCost: Cents | null
    worn: Cents
  }>`
    select e.id, e.request, e.value, p.gross, p.net, d.cost as "goneCost", w.cents as worn
    from spending.equipment e
    cross join lateral (select coalesce(sum(b.gross), 0)::bigint as gross, coalesce(sum(b.gross - b.vat_deductible), 0)::bigint as net
      from spending.request q join spending.bought b on b.tenant = q.tenant and b.request = q.id and b.booked_as = 'equipment'
      where q.tenant = e.tenant and (q.id = e.request or q.part_of = e.request)) p
    cross join lateral (select coalesce(sum(x.cents), 0)::bigint as cents
      from spending.wear_part x join spending.worn n on n.tenant = x.tenant and n.id = x.wear where x.tenant = e.tenant and x.equipment = e.id) w
    left join spending.gone d on d.tenant = e.tenant and d.equipment = e.id
    where e.tenant = ${permit.organisation} and e.owner = 'cooperative' order by e.id`.execute(tx)
  const found = new Map<EquipmentId, InBooks>()
  for (const [, things] of Map.groupBy(rows, (row) => row.request)) {
    const [first] = things
    if (!first) continue
    const here = things.filter((row) => row.goneCost === null)
    const gone = things.filter((row) => row.goneCost !== null)
    const together = { cost: total(gone.map((row) => row.goneCost ?? ZERO)), value: total(gone.map((row) => row.value)) }
    const costs = costOfEach(first, here, together)
    for (const row of things)
      found.set(row.id, { cost: row.goneCost ?? costs.get(row.id) ?? ZERO, worn: row.worn, deducted: row.net !== row.gross, gone: row.goneCost !== null })
  }
  return found
}

function total(amounts: readonly Cents[]): Cents {
  return amounts.reduce((all, each) => (all + each) as Cents, ZERO)
}

/** The next number of a bill in the year from its locked row; null when a later day already took one. */
export async function takeBillNumber(tx: Tx, permit: AnyPermit): Promise<string | null> {
  const year = yearOf(permit.today)
  await tx
    .insertInto('spending.bill_series')
    .values({ tenant: permit.organisation, year, last: 0, last_on: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tx
    .updateTable('spending.bill_series')
    .set((eb) => ({ last: eb('last', '+', 1), last_on: permit.today }))
    .where('tenant', '=', permit.organisation)
    .where('year', '=', year)
    .where((eb) => eb.or([eb('last_on', 'is', null), eb('last_on', '<=', permit.today)]))
    .returning('last')
    .executeTakeFirst()
  return row ? billNumber(year, row.last) : null
}

type NewDisposal = {
  readonly id: DisposalId
  readonly equipment: EquipmentId
  readonly kind: Ending
  readonly on: Day
  readonly member: MemberId | null
  readonly buyer: string | null
  readonly price: Cents
  readonly vat: Cents
  readonly treatment: Treatment
  readonly boughtHow: BoughtHow | null
  readonly cost: Cents
  readonly worn: Cents
  readonly paidBy: PaidBy | null
  readonly number: string | null
  readonly document: BillDocument | null
  readonly dueOn: Day | null
  readonly entry: string | null
}

export async function insertDisposal(tx: Tx, permit: AnyPermit, row: NewDisposal): Promise<void> {
  const { on, boughtHow, paidBy, dueOn, document, ...rest } = row
  await tx
    .insertInto('spending.disposal')
    .values({
      tenant: permit.organisation,
      ...rest,
      on_day: on,
      bought_how: boughtHow,
      paid_by: paidBy,
      due_on: dueOn,
      document: document === null ? null : json(document as unknown),
      booked_by: personOf(permit),
      booked_at: permit.now,
    })
    .execute()
}

export async function insertDisposalUndone(tx: Tx, permit: AnyPermit, disposal: DisposalId, number: string | null, reason: string): Promise<boolean> {
  const row = await tx
    .insertInto('spending.disposal_undone')
    .values({ tenant: permit.organisation, disposal, number, reason, on_day: permit.today, undone_by: personOf(permit), undone_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('disposal')
    .executeTakeFirst()
  return row !== undefined
}

/** Which disposals: of one thing, one by itself, those of one member, or those with something open (`open`). */
export type Which = { readonly id?: DisposalId; readonly equipment?: EquipmentId; readonly member?: MemberId; readonly open?: true }

/** Things that went, within reach: of who bought or got them; the oldest first. */
export async function disposalRows(tx: Tx, permit: AnyPermit, which: Which = {}): Promise<Disposal[]> {
  const reach = permit.reach === 'organisation' ? null : [...permit.reach]
  const { id = null, equipment = null, member = null, open = false } = which
  const { rows } = await sql<Disposal>`
    select d.id, d.equipment, e.name as thing, d.kind, d.on_day as "on", d.member, d.buyer, d.price, d.vat, d.treatment, d.cost, d.worn, d.paid_by as "paidBy", d.number,
      d.document, d.due_on as "dueOn", d.entry, d.booked_at as "bookedAt", u.number as "creditNumber", u.reason as "undoneReason", u.on_day as "undoneOn",
      (case when d.paid_by = 'bill' and u.disposal is null then d.price else 0 end - coalesce(p.cents, 0))::bigint as open, coalesce(p.cents, 0)::bigint as paid
    from spending.disposal d join spending.equipment e on e.tenant = d.tenant and e.id = d.equipment
    left join spending.disposal_undone u on u.tenant = d.tenant and u.disposal = d.id
    left join lateral (select sum(y.cents) as cents from spending.bill_payment y where y.tenant = d.tenant and y.disposal = d.id) p on true
    where d.tenant = ${permit.organisation} and (${id}::uuid is null or d.id = ${id}::uuid) and (${equipment}::uuid is null or d.equipment = ${equipment}::uuid)
      and (${member}::uuid is null or d.member = ${member}::uuid)
      and (${reach}::uuid[] is null or d.member = any (${reach}::uuid[]))
      and (not ${open} or (d.paid_by = 'bill' and u.disposal is null and d.price <> coalesce(p.cents, 0)))
    order by d.booked_at, d.id`.execute(tx)
  return rows
}

/** Money for the bills of a cooperative comes one after the other. */
export async function lockBills(tx: Tx, permit: AnyPermit): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`thing bills ${permit.organisation}`}, 15))`.execute(tx)
}

export type BillPaymentRow = { readonly disposal: DisposalId; readonly cents: Cents; readonly how: 'bank' | 'pot'; readonly on: Day; readonly entry: string }

export async function insertBillPayment(
  tx: Tx,
  permit: AnyPermit,
  row: BillPaymentRow & { readonly source: { readonly kind: string; readonly id: string } },
): Promise<void> {
  const { source, on, ...rest } = row
  await tx
    .insertInto('spending.bill_payment')
    .values({
      tenant: permit.organisation,
      id: newId(permit.now.epochMilliseconds),
      ...rest,
      on_day: on,
      source_kind: source.kind,
      source_id: source.id,
      at: permit.now,
    })
    .execute()
}

export async function billPaymentsOf(
  tx: Tx,
  permit: AnyPermit,
  of: { readonly source: { readonly kind: string; readonly id: string } } | { readonly disposal: DisposalId },
): Promise<BillPaymentRow[]> {
  const rows = await tx
    .selectFrom('spending.bill_payment')
    .select(['disposal', 'cents', 'how', 'on_day as on', 'entry'])
    .where('tenant', '=', permit.organisation)
    .$if('disposal' in of, (query) => query.where('disposal', '=', 'disposal' in of ? of.disposal : ''))
    .$if('source' in of, (query) =>
      query.where('source_kind', '=', 'source' in of ? of.source.kind : '').where('source_id', '=', 'source' in of ? of.source.id : ''),
    )
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows as unknown as BillPaymentRow[]
}

/** Whether something of a purchase left the books already, or part of it was written off: then the purchase itself stands. */
export async function goneOrWorn(tx: Tx, permit: AnyPermit, request: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (
    select from spending.equipment e join spending.request q on q.tenant = e.tenant and q.id = ${request}::uuid and e.request in (q.id, q.part_of)
    where e.tenant = ${permit.organisation} and (exists (select from spending.gone d where d.tenant = e.tenant and d.equipment = e.id)
      or exists (select from spending.wear_part x join spending.worn n on n.tenant = x.tenant and n.id = x.wear where x.tenant = e.tenant and x.equipment = e.id))) as found`.execute(
    tx,
  )
  return rows[0]?.found === true
}
