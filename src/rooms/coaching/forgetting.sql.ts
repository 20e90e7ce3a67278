import { type Day, startOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
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
