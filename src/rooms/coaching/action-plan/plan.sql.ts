import { sql } from 'kysely'
import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, type MemberId, type OrganisationId, personOf } from '#rooms/access'
import type { PlanField, PlanText, StepActor, WrittenText } from './plan.rules.ts'

declare const plan_: unique symbol
export type PlanId = string & { readonly [plan_]: true }

/** Whose plan it is, at which cooperative. */
export type PlanRow = { readonly tenant: OrganisationId; readonly id: PlanId; readonly member: MemberId }

/** Since when the municipality takes part. */
export type PlanShare = { readonly id: string; readonly municipality: OrganisationId; readonly since: Instant }

/** The plan of a member at a cooperative; row security shows it to the municipality only while the member lets it. */
export async function planRow(tx: Tx, tenant: OrganisationId, member: MemberId): Promise<PlanRow | null> {
  const row = await tx.selectFrom('coaching.plan').select('id').where('tenant', '=', tenant).where('member', '=', member).executeTakeFirst()
  return row ? { tenant, member, id: row.id as PlanId } : null
}

export async function insertPlan(tx: Tx, permit: AnyPermit, plan: PlanRow): Promise<void> {
  await tx
    .insertInto('coaching.plan')
    .values({ ...plan, begun_at: permit.now, begun_by: personOf(permit) })
    .execute()
}

/** Who saves one plan come one after the other. */
export async function lockPlan(tx: Tx, tenant: OrganisationId, member: MemberId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`plan ${tenant} ${member}`}, 0))`.execute(tx)
}

/** Every text of a plan, in the order in which they came. */
export async function planTexts(tx: Tx, permit: AnyPermit, plan: PlanRow): Promise<WrittenText[]> {
  const rows = await tx.selectFrom('coaching.plan_text').selectAll().where('tenant', '=', plan.tenant).where('plan', '=', plan.id).orderBy('nr').execute()
  return rows.map((row) => ({
    nr: row.nr,
    field: row.field as PlanField,
    base: row.base,
    value: { words: row.words, who: row.who as StepActor | null, due: row.due_on },
    beside: row.beside,
    settles: row.settles,
    role: row.role,
    mine: row.written_by === permit.person,
    at: row.written_at,
  }))
}

export async function insertTexts(tx: Tx, permit: AnyPermit, plan: PlanRow, texts: readonly PlanText[]): Promise<void> {
  if (texts.length === 0) return
  await tx
    .insertInto('coaching.plan_text')
    .values(
      texts.map(({ value, settles, ...text }) => ({
        ...text,
        tenant: plan.tenant,
        plan: plan.id,
        words: value.words,
        who: value.who,
        due_on: value.due,
        settles: [...settles],
        written_at: permit.now,
        written_by: personOf(permit),
        role: permit.role,
      })),
    )
    .execute()
}

/** The last text that the reader says to have seen; 0 before the first time. */
export async function seenUntil(tx: Tx, permit: AnyPermit, plan: PlanRow): Promise<number> {
  const row = await tx
    .selectFrom('coaching.plan_seen')
    .select('nr')
    .where('tenant', '=', plan.tenant)
    .where('plan', '=', plan.id)
    .where('person', '=', personOf(permit))
    .executeTakeFirst()
  return row?.nr ?? 0
}

/** Keeps how far the reader came; never back. */
export async function saveSeen(tx: Tx, permit: AnyPermit, plan: PlanRow, nr: number): Promise<void> {
  await tx
    .insertInto('coaching.plan_seen')
    .values({ tenant: plan.tenant, plan: plan.id, person: personOf(permit), nr })
    .onConflict((conflict) => conflict.columns(['tenant', 'plan', 'person']).doUpdateSet({ nr: sql`greatest(plan_seen.nr, excluded.nr)` }))
    .execute()
}

/** The municipality that takes part now, or null. */
export async function shareOf(tx: Tx, plan: PlanRow): Promise<PlanShare | null> {
  const row = await tx
    .selectFrom('coaching.plan_share')
    .select(['id', 'municipality', 'shared_at'])
    .where('tenant', '=', plan.tenant)
    .where('plan', '=', plan.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row ? { id: row.id, municipality: row.municipality as OrganisationId, since: row.shared_at } : null
}

export async function insertShare(tx: Tx, permit: AnyPermit, plan: PlanRow, id: string, municipality: OrganisationId): Promise<void> {
  await tx
    .insertInto('coaching.plan_share')
    .values({ tenant: plan.tenant, plan: plan.id, id, municipality, shared_at: permit.now, shared_by: personOf(permit), ended_at: null })
    .execute()
}

export async function endShare(tx: Tx, permit: AnyPermit, plan: PlanRow): Promise<void> {
  await tx
    .updateTable('coaching.plan_share')
    .set({ ended_at: permit.now })
    .where('tenant', '=', plan.tenant)
    .where('plan', '=', plan.id)
    .where('ended_at', 'is', null)
    .execute()
}
