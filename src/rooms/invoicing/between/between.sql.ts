import { sql } from 'kysely'
import { type Day, yearOf } from '#kit/day.ts'
import { isDouble, type Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import { type AnyPermit, type MemberId, type PersonId, withinReach } from '#rooms/access'
import { type MemberWork, type MemberWorkFacts, type MemberWorkId, type MemberWorkStep, memberWorkNumber } from './between.rules.ts'

export async function insertMemberWork(tx: Tx, permit: AnyPermit, id: MemberWorkId, facts: MemberWorkFacts): Promise<void> {
  const { performedOn, ...rest } = facts
  await tx
    .insertInto('invoicing.member_work')
    .values({ ...rest, tenant: permit.organisation, id, performed_on: performedOn, recorded_by: permit.person, recorded_at: permit.now })
    .execute()
}

/** Writes down what became of it; false where somebody was before. */
export async function insertWorkStep(
  tx: Tx,
  permit: AnyPermit,
  work: MemberWorkId,
  step: Pick<MemberWorkStep, 'what' | 'id' | 'number' | 'words'>,
): Promise<boolean> {
  try {
    await tx
      .insertInto('invoicing.member_work_step')
      .values({ ...step, tenant: permit.organisation, work, on_day: permit.today, person: permit.person, at: permit.now })
      .execute()
    return true
  } catch (error) {
    if (isDouble(error, 'answered_once') || isDouble(error, 'member_work_step_pkey')) return false
    throw error
  }
}

/** One change at a time to what two members have with each other, so that numbers have no gaps. */
export async function lockMemberWork(tx: Tx, permit: AnyPermit): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${permit.organisation}::text, 94))`.execute(tx)
}

/** The next number of the year; hold the lock. */
export async function nextWorkNumber(tx: Tx, permit: AnyPermit): Promise<string> {
  const year = yearOf(permit.today)
  const row = await tx
    .selectFrom('invoicing.member_work_step')
    .select(sql<number>`count(*)::int`.as('many'))
    .where('tenant', '=', permit.organisation)
    .where('number', 'like', `LID-${year}-%`)
    .executeTakeFirstOrThrow()
  return memberWorkNumber(year, row.many + 1)
}

type StepJson = Omit<MemberWorkStep, 'on'> & { readonly on: string }

/** Work between members within reach, of the one or of the other, newest first; in one query. */
export async function memberWorkRows(tx: Tx, permit: AnyPermit, only: { readonly id?: MemberWorkId } = {}): Promise<MemberWork[]> {
  let query = tx
    .selectFrom('invoicing.member_work as w')
    .selectAll('w')
    .select(
      sql<
        StepJson[]
      >`(select coalesce(jsonb_agg(jsonb_build_object('what', s.what, 'id', s.id, 'number', s.number, 'words', s.words, 'on', s.on_day, 'by', s.person)
        order by s.at, s.what), '[]') from invoicing.member_work_step s where s.tenant = w.tenant and s.work = w.id)`.as('steps'),
    )
    .where('w.tenant', '=', permit.organisation)
    .where((eb) => eb.or([withinReach(permit, eb, 'w.worker'), withinReach(permit, eb, 'w.receiver')]))
    .orderBy('w.recorded_at', 'desc')
    .orderBy('w.id')
    .limit(500)
  if (only.id) query = query.where('w.id', '=', only.id)
  return (await query.execute()).map((row) => ({
    id: row.id as MemberWorkId,
    worker: row.worker as MemberId,
    receiver: row.receiver as MemberId,
    performedOn: row.performed_on,
    what: row.what,
    net: row.net as Cents,
    recordedBy: row.recorded_by as PersonId | null,
    recordedAt: row.recorded_at,
    steps: row.steps.map((step) => ({ ...step, on: step.on as Day })),
  }))
}
