import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, type MemberId, withinReach } from '#rooms/access'
import type { ExemptionPart, ExemptionUsed } from './exemption.ts'

export async function insertExemption(tx: Tx, permit: AnyPermit, member: MemberId, used: ExemptionUsed): Promise<void> {
  const { part, months, until } = used
  const row = { id: newId(permit.now.epochMilliseconds), member, part, months, until_day: until, recorded_at: permit.now, recorded_by: permit.person }
  await tx
    .insertInto('members.exemption_used')
    .values({ tenant: permit.organisation, ...row })
    .execute()
}

/** The last count of each part that was taken over for a member. */
export async function exemptionRows(tx: Tx, permit: AnyPermit, member: MemberId): Promise<ExemptionUsed[]> {
  const rows = await tx
    .selectFrom('members.exemption_used')
    .select(['part', 'months', 'until_day as until'])
    .where('tenant', '=', permit.organisation)
    .where('member', '=', member)
    .where((eb) => withinReach(permit, eb, 'member'))
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return [...new Map(rows.toReversed().map((row) => [row.part, { ...row, part: row.part as ExemptionPart }])).values()]
}
