import { sql } from 'kysely'
import type { Tx } from '#kit/db.ts'
import type { AnyPermit, MemberId } from '#rooms/access'

/** What fellow members call each other: the trade name of today, or the first name. Everybody of the cooperative, also who left; not filtered on reach. */
export async function fellowNames(tx: Tx, permit: AnyPermit): Promise<Map<MemberId, string>> {
  const { rows } = await sql<{ member: MemberId; name: string }>`
    select m.member, coalesce(t.trade_name, m.first_name) as name from members.member m
    left join lateral (select trade_name from members.trade t where t.tenant = m.tenant and t.member = m.member and t.from_day <= ${permit.today}
      order by t.from_day desc, t.recorded_at desc limit 1) t on true
    where m.tenant = ${permit.organisation}`.execute(tx)
  return new Map(rows.map(({ member, name }) => [member, name]))
}
