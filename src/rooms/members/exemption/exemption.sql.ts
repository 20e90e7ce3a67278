import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { ExemptionUsed } from './exemption.ts'

export async function insertExemption(tx: Tx, permit: AnyPermit, member: MemberId, used: ExemptionUsed): Promise<void> {
  const { part, months, until } = used
  const row = { id: newId(permit.now.epochMilliseconds), member, part, months, until_day: until, recorded_at: permit.now, recorded_by: permit.person }
  await tx
    .insertInto('members.exemption_used')
    .values({ tenant: permit.organisation, ...row })
    .execute()
}
