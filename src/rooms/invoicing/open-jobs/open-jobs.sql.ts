import { sql } from 'kysely'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit, MemberId, PersonId } from '#rooms/access'
import type { JobHand, OpenJob, OpenJobFacts, OpenJobId } from './open-jobs.rules.ts'

/** So many jobs stand on the page, the newest first. */
const LISTED = 100

export async function insertJob(tx: Tx, permit: AnyPermit, id: OpenJobId, by: PersonId, facts: OpenJobFacts): Promise<void> {
  const { title, what, place, workOn, aboutNet, needed, answerUntil } = facts
  await tx
    .insertInto('invoicing.open_job')
    .values({
      tenant: permit.organisation,
      id,
      announced_by: by,
      title,
      what,
      place,
      work_on: workOn,
      about_net: aboutNet,
      needed,
      answer_until: answerUntil,
      announced_at: permit.now,
    })
    .execute()
}

/** Jobs of the cooperative, newest first, each with who wants to join; in one query. Every member may see them. */
export async function jobRows(tx: Tx, permit: AnyPermit, only: { readonly id?: OpenJobId } = {}): Promise<OpenJob[]> {
  let query = tx
    .selectFrom('invoicing.open_job as j')
    .selectAll('j')
    .select(
      sql<JobHand[]>`(select coalesce(jsonb_agg(jsonb_build_object('member', h.member, 'chosen', h.chosen) order by h.said_at, h.member), '[]')
        from invoicing.job_hand h where h.tenant = j.tenant and h.job = j.id)`.as('hands'),
    )
    .where('j.tenant', '=', permit.organisation)
    .orderBy('j.announced_at', 'desc')
    .orderBy('j.id')
    .limit(LISTED)
  if (only.id) query = query.where('j.id', '=', only.id)
  return (await query.execute()).map((row) => ({
    id: row.id as OpenJobId,
    announcedBy: row.announced_by as PersonId,
    announcedAt: row.announced_at,
    title: row.title,
    what: row.what,
    place: row.place,
    workOn: row.work_on,
    aboutNet: row.about_net as Cents | null,
    needed: row.needed,
    answerUntil: row.answer_until,
    ended: row.ended as OpenJob['ended'],
    hands: row.hands,
  }))
}

/** One change at a time to a job. */
export async function lockJob(tx: Tx, permit: AnyPermit, id: OpenJobId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${permit.organisation}::text || ${id}, 95))`.execute(tx)
}

/** Writes down that a member joins; false where that stood there before. */
export async function insertHand(tx: Tx, permit: AnyPermit, job: OpenJobId, member: MemberId): Promise<boolean> {
  const rows = await tx
    .insertInto('invoicing.job_hand')
    .values({ tenant: permit.organisation, job, member, said_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('member')
    .execute()
  return rows.length > 0
}

/** Takes back that a member joins; false where that did not stand there. */
export async function deleteHand(tx: Tx, permit: AnyPermit, job: OpenJobId, member: MemberId): Promise<boolean> {
  const rows = await tx
    .deleteFrom('invoicing.job_hand')
    .where('tenant', '=', permit.organisation)
    .where('job', '=', job)
    .where('member', '=', member)
    .returning('member')
    .execute()
  return rows.length > 0
}

export async function endJob(tx: Tx, permit: AnyPermit, job: OpenJobId, ended: NonNullable<OpenJob['ended']>, chosen: readonly MemberId[] = []): Promise<void> {
  await tx.updateTable('invoicing.open_job').set({ ended, ended_at: permit.now }).where('tenant', '=', permit.organisation).where('id', '=', job).execute()
  if (chosen.length === 0) return
  await tx
    .updateTable('invoicing.job_hand')
    .set({ chosen: true })
    .where('tenant', '=', permit.organisation)
    .where('job', '=', job)
    .where('member', 'in', [...chosen])
    .execute()
}
