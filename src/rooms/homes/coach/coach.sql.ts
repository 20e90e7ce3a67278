import { sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { AnyPermit, MemberId } from '#rooms/access'

/** On which day work or paper of each member within reach last came in, in one query; whoever never gave any is left out. */
export async function lastSeen(tx: Tx, permit: AnyPermit): Promise<Map<MemberId, Day>> {
  const reach = permit.reach === 'organisation' ? null : [...permit.reach]
  const { rows } = await sql<{ member: MemberId; on: Day }>`
    select a.member, (max(a.at) at time zone 'Europe/Amsterdam')::date as on from (
      select * from consent.shared_activity union all select * from invoicing.shared_activity
      union all select * from spending.shared_activity union all select * from settlement.shared_activity) a
    where a.tenant = ${permit.organisation} and (${reach}::uuid[] is null or a.member = any (${reach}::uuid[]))
    group by a.member`.execute(tx)
  return new Map(rows.map(({ member, on }) => [member, on]))
}
