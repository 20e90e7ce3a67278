import { sql } from 'kysely'
import { type Day, startOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { removeFile } from '#kit/files.ts'
import type { AnyPermit, MemberId } from '#rooms/access'

const OF_MEMBER = [
  'coaching.member_track',
  'coaching.member_step',
  'coaching.plan_part',
  'coaching.liquidity_month',
  'coaching.liquidity',
  'coaching.learning',
  'coaching.hours',
] as const

// What names another comes before it.
const OF_ACTION_PLAN = [
  'coaching.plan_signature',
  'coaching.plan_signer',
  'coaching.plan_version',
  'coaching.plan_text',
  'coaching.plan_share',
  'coaching.plan_seen',
] as const

const OF_PARTNER = ['coaching.partner_piece', 'coaching.partner_answer', 'coaching.partner_look', 'coaching.partner_end', 'coaching.partner_link'] as const

/** Deletes what belongs to the coaching of these members; answers about hours go with the hours. */
export async function deleteOf(tx: Tx, permit: AnyPermit, members: readonly MemberId[]): Promise<void> {
  for (const table of OF_MEMBER) {
    await tx.deleteFrom(table).where('tenant', '=', permit.organisation).where('member', 'in', members).execute()
  }
}

/** Deletes the plans of action of these members, with every text, version and signature. */
export async function deleteActionPlans(tx: Tx, permit: AnyPermit, members: readonly MemberId[]): Promise<void> {
  for (const table of OF_ACTION_PLAN) {
    await tx
      .deleteFrom(table)
      .where('tenant', '=', permit.organisation)
      .where('plan', 'in', (eb) =>
        eb.selectFrom('coaching.plan as p').select('p.id').where('p.tenant', '=', permit.organisation).where('p.member', 'in', members),
      )
      .execute()
  }
  await tx.deleteFrom('coaching.plan').where('tenant', '=', permit.organisation).where('member', 'in', members).execute()
}

/** Deletes that these members accepted terms. */
export async function deleteAccepted(tx: Tx, permit: AnyPermit, members: readonly MemberId[]): Promise<void> {
  await tx.deleteFrom('coaching.terms_accepted').where('tenant', '=', permit.organisation).where('member', 'in', members).execute()
}

/** Deletes everything of partners whose last day lies before a day. */
export async function deletePartners(tx: Tx, permit: AnyPermit, before: Day): Promise<void> {
  for (const table of OF_PARTNER) {
    await tx
      .deleteFrom(table)
      .where('tenant', '=', permit.organisation)
      .where('invitation', 'in', (eb) =>
        eb.selectFrom('coaching.partner_invitation as i').select('i.id').where('i.tenant', '=', permit.organisation).where('i.until', '<', before),
      )
      .execute()
  }
  await tx.deleteFrom('coaching.partner_invitation').where('tenant', '=', permit.organisation).where('until', '<', before).execute()
}

/** Deletes invitations of case managers that were taken, or taken back, before a day; gives how many. What ended is known by its end alone, so that goes first. */
export async function deleteCaseInvitations(tx: Tx, permit: AnyPermit, before: Day): Promise<number> {
  const ended = await tx
    .deleteFrom('coaching.case_invitation_end')
    .where('tenant', '=', permit.organisation)
    .where('ended_at', '<', startOf(before))
    .returning('invitation')
    .execute()
  if (ended.length === 0) return 0
  const ids = ended.map(({ invitation }) => invitation)
  await tx.deleteFrom('coaching.case_invitation').where('tenant', '=', permit.organisation).where('id', 'in', ids).execute()
  return ids.length
}

/** Who looked after the money of a member: until when that can matter to a pay-out, and the letters that were kept of it. */
export type BewindKept = { readonly id: string; readonly member: MemberId; readonly endedOn: Day | null; readonly files: readonly string[] }

export async function bewindKept(tx: Tx, permit: AnyPermit): Promise<BewindKept[]> {
  const { rows } = await sql<BewindKept>`
    select b.id, b.member, (select min(e.on_day) from coaching.bewind_end e where e.tenant = b.tenant and e.bewind = b.id and e.consent is null) as "endedOn",
      coalesce((select json_agg(c.file) from coaching.bewind_consent c where c.tenant = b.tenant and c.bewind = b.id), '[]') as files
    from coaching.bewind b where b.tenant = ${permit.organisation} order by b.id`.execute(tx)
  return rows
}

/** Deletes these, with every consent, its letter and every end. */
export async function deleteBewind(tx: Tx, permit: AnyPermit, kept: readonly BewindKept[]): Promise<void> {
  if (kept.length === 0) return
  const ids = kept.map(({ id }) => id)
  for (const table of ['coaching.bewind_end', 'coaching.bewind_consent'] as const)
    await tx.deleteFrom(table).where('tenant', '=', permit.organisation).where('bewind', 'in', ids).execute()
  await tx.deleteFrom('coaching.bewind').where('tenant', '=', permit.organisation).where('id', 'in', ids).execute()
  for (const file of kept.flatMap(({ files }) => files)) await removeFile(tx, permit, file)
}

/** Deletes versions of steps that were replaced before a day and that nobody follows any more, with who made them. */
export async function deleteOldTracks(tx: Tx, permit: AnyPermit, before: Day): Promise<void> {
  const { rows } = await sql<{ track: string; version: number }>`
    select v.track, v.version from coaching.track_version v
    where v.tenant = ${permit.organisation}
      and exists (select from coaching.track_version n where n.tenant = v.tenant and n.track = v.track and n.version > v.version and n.made_at < ${startOf(before)}::timestamptz)
      and not exists (select from coaching.member_track m where m.tenant = v.tenant and m.track = v.track and m.version = v.version)`.execute(tx)
  for (const { track, version } of rows) {
    for (const table of ['coaching.track_step', 'coaching.track_version'] as const)
      await tx.deleteFrom(table).where('tenant', '=', permit.organisation).where('track', '=', track).where('version', '=', version).execute()
  }
}

/** Deletes terms that were replaced before a day and that nobody's acceptance rests on, with who wrote them. */
export async function deleteOldTerms(tx: Tx, permit: AnyPermit, before: Day): Promise<void> {
  await sql`delete from coaching.own_terms t where t.tenant = ${permit.organisation}
    and exists (select from coaching.own_terms n where n.tenant = t.tenant and n.version > t.version and n.written_at < ${startOf(before)}::timestamptz)
    and not exists (select from coaching.terms_accepted a where a.tenant = t.tenant and a.version = t.version)`.execute(tx)
}
