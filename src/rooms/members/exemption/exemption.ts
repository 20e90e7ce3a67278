import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import type { AnyPermit, MemberId, Permit } from '#rooms/access'
import { exemptionRows, insertExemption } from './exemption.sql.ts'

/** Parts of Participatiewet art. 31 paragraph 2 under which income is exempt for a number of months. */
export const EXEMPTION_PARTS = ['n', 'r'] as const
export type ExemptionPart = (typeof EXEMPTION_PARTS)[number]

/** How many months of an exemption were used, counted until and including a day. */
export type ExemptionUsed = { readonly part: ExemptionPart; readonly months: number; readonly until: Day }

/** Takes over the months of exemption that a member used before the cooperative began here (Participatiewet art. 31 paragraph 2 under n and r). */
export async function takeOverExemption(tx: Tx, permit: Permit<'opening.book'>, member: MemberId, used: ExemptionUsed): Promise<void> {
  await insertExemption(tx, permit, member, used)
  await happened(tx, permit, 'exemption.takenOver', { member })
}

/** How many months of each part a member within reach used before the cooperative began here, as it was taken over last. */
export function exemptionOf(tx: Tx, permit: AnyPermit, member: MemberId): Promise<ExemptionUsed[]> {
  return exemptionRows(tx, permit, member)
}
