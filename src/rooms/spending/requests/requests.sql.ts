import { sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import type { Cents } from '#kit/money.ts'
import { type AnyPermit, type MemberId, type PersonId, personOf, withinReach } from '#rooms/access'
import { promiseStanding } from '../promises/promises.rules.ts'
import { type BookedAs, type PaidBy, type Pot, requestStanding } from '../spending.rules.ts'
import type { SpendingRequest, SpendingRequestId } from '../spending.types.ts'

export async function insertRequest(
  tx: Tx,
  permit: AnyPermit,
  facts: { member: MemberId; pot: Pot | null; cents: Cents | null; what: string; why: string | null; parts: number | null },
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
  only: { id?: SpendingRequestId; member?: MemberId; of?: SpendingRequestId; limit?: number } = {},
): Promise<SpendingRequest[]> {
  const rows = await tx
    .selectFrom('spending.request as r')
    .leftJoin('spending.request_decision as d', (join) => join.onRef('d.tenant', '=', 'r.tenant').onRef('d.request', '=', 'r.id'))
    .leftJoin('spending.bought as p', (join) => join.onRef('p.tenant', '=', 'r.tenant').onRef('p.request', '=', 'r.id'))
    .leftJoin('spending.request_end as e', (join) => join.onRef('e.tenant', '=', 'r.tenant').onRef('e.request', '=', 'r.id'))
    .leftJoin('spending.lapsed as l', (join) => join.onRef('l.tenant', '=', 'r.tenant').onRef('l.request', '=', 'r.id'))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('spending.request as i')
          .leftJoin('spending.bought as b', (join) => join.onRef('b.tenant', '=', 'i.tenant').onRef('b.request', '=', 'i.id'))
          .leftJoin('spending.held as h', (join) => join.onRef('h.tenant', '=', 'i.tenant').onRef('h.request', '=', 'i.id'))
          .select(({ fn }) => [fn.count('i.id').as('planned'), fn.count('b.request').as('booked'), fn.count('h.request').as('open')])
          .whereRef('i.tenant', '=', 'r.tenant')
          .whereRef('i.part_of', '=', 'r.id')
          .as('n'),
      (join) => join.onTrue(),
    )
    .select(['r.id', 'r.member', 'r.pot', 'r.cents', 'r.what', 'r.why', 'r.asked_by', 'r.asked_at', 'd.outcome', 'd.reason'])
    .select(['r.part_of', 'r.place', 'r.due_on', 'r.parts', 'l.on_day as lapsedOn', 'n.planned', 'n.booked', 'n.open'])
    .select(['d.pot as decidedPot', 'd.cents as decidedCents', 'e.outcome as ended', 'e.reason as endReason'])
    .select(['p.nr', 'p.gross', 'p.bought_on', 'p.booked_as', 'p.item', 'p.used_by'])
    .where('r.tenant', '=', permit.organisation)
    .where((eb) => withinReach(permit, eb, 'r.member'))
    .$if(only.id !== undefined, (query) => query.where('r.id', '=', only.id ?? ''))
    .$if(only.member !== undefined, (query) => query.where('r.member', '=', only.member ?? ''))
    // Instalments stand on the page of their promise, not between the requests.
    .$if(only.of !== undefined, (query) => query.where('r.part_of', '=', only.of ?? ''))
    .$if(only.of === undefined && only.id === undefined, (query) => query.where('r.part_of', 'is', null))
    .orderBy('r.place')
    .orderBy('r.asked_at', 'desc')
    .orderBy('r.id')
    .limit(only.limit ?? 500)
    .execute()
  return rows.map((row) => ({
    id: row.id as SpendingRequestId,
    member: row.member as MemberId,
    pot: (row.pot ?? row.decidedPot) as Pot | null,
    cents: (row.cents ?? row.decidedCents) as Cents | null,
    what: row.what,
    why: row.why,
    askedBy: row.asked_by as PersonId,
    askedAt: row.asked_at,
    standing:
      Number(row.planned) > 0
        ? promiseStanding(Number(row.open), Number(row.booked))
        : requestStanding(
            row.outcome as 'approved' | 'refused' | 'takenBack' | null,
            row.nr !== null,
            row.lapsedOn ? 'cancelled' : (row.ended as 'takenBack' | 'cancelled' | null),
          ),
    reason: row.endReason ?? row.reason,
    parts: row.parts,
    instalment: row.part_of && row.place && row.due_on ? { of: row.part_of as SpendingRequestId, place: row.place, due: row.due_on } : null,
    bought:
      row.nr !== null && row.gross !== null && row.bought_on !== null
        ? {
            nr: row.nr,
            gross: row.gross as Cents,
            on: row.bought_on,
            as: row.booked_as as BookedAs,
            item: row.item,
            usedBy: row.used_by as MemberId | null,
          }
        : null,
  }))
}

/** Two who decide, end or buy the same request come one after the other. */
export async function lockRequest(tx: Tx, permit: AnyPermit, id: SpendingRequestId | MemberId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${permit.organisation}::text || ${id}, 52))`.execute(tx)
}

/** Writes what was decided; false when somebody decided meanwhile. */
export async function insertDecision(
  tx: Tx,
  permit: AnyPermit,
  request: SpendingRequestId,
  decision: { outcome: 'approved' | 'refused' | 'takenBack'; reason: string | null; pot: Pot | null; cents: Cents | null },
): Promise<boolean> {
  const row = await tx
    .insertInto('spending.request_decision')
    .values({ tenant: permit.organisation, request, ...decision, person: personOf(permit), at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('request')
    .executeTakeFirst()
  return row !== undefined
}

/** Writes that an approved request ended unused; false when it ended meanwhile. */
export async function insertEnd(
  tx: Tx,
  permit: AnyPermit,
  request: SpendingRequestId,
  end: { outcome: 'takenBack' | 'cancelled'; reason: string | null },
): Promise<boolean> {
  const row = await tx
    .insertInto('spending.request_end')
    .values({ tenant: permit.organisation, request, ...end, person: personOf(permit), at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('request')
    .executeTakeFirst()
  return row !== undefined
}

/** How many purchases were booked for a request, undone ones too. */
export async function purchasesOf(tx: Tx, permit: AnyPermit, request: SpendingRequestId): Promise<number> {
  const row = await tx
    .selectFrom('spending.purchase')
    .select(({ fn }) => fn.max('nr').as('nr'))
    .where('tenant', '=', permit.organisation)
    .where('request', '=', request)
    .executeTakeFirst()
  return row?.nr ?? 0
}

export async function insertPurchase(
  tx: Tx,
  permit: AnyPermit,
  request: SpendingRequestId,
  purchase: {
    nr: number
    gross: Cents
    vatDeductible: Cents
    boughtOn: Day
    paidBy: Exclude<PaidBy, 'unknown'>
    file: string | null
    as: BookedAs
    item: string | null
    usedBy: MemberId | null
  },
): Promise<boolean> {
  const row = await tx
    .insertInto('spending.purchase')
    .values({
      tenant: permit.organisation,
      request,
      nr: purchase.nr,
      gross: purchase.gross,
      vat_deductible: purchase.vatDeductible,
      bought_on: purchase.boughtOn,
      paid_by: purchase.paidBy,
      file: purchase.file,
      booked_as: purchase.as,
      item: purchase.item,
      used_by: purchase.usedBy,
      person: personOf(permit),
      at: permit.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('request')
    .executeTakeFirst()
  return row !== undefined
}

/** Writes that a purchase was undone; false when it was undone meanwhile. */
export async function insertPurchaseUndone(tx: Tx, permit: AnyPermit, request: SpendingRequestId, nr: number, reason: string): Promise<boolean> {
  const row = await tx
    .insertInto('spending.purchase_undone')
    .values({ tenant: permit.organisation, request, nr, reason, on_day: permit.today, person: personOf(permit), at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('request')
    .executeTakeFirst()
  return row !== undefined
}
