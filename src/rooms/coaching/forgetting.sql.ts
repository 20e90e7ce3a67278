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

/** Deletes what belongs to the coaching of these members; answers about hours go with the hours. */
export async function deleteOf(tx: Tx, permit: AnyPermit, members: readonly MemberId[]): Promise<void> {
  for (const table of OF_MEMBER) {
    await tx.deleteFrom(table).where('tenant', '=', permit.organisation).where('member', 'in', members).execute()
  }
}
