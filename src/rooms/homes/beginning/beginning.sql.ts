import { sql } from 'kysely'
import type { Tx } from '#kit/db.ts'
import type { AnyPermit } from '#rooms/access'

/** What the rooms say was done to begin, in one query. */
export async function begunSteps(tx: Tx, permit: AnyPermit): Promise<Set<string>> {
  const { rows } = await sql<{ step: string }>`
    select distinct b.step from (
      select * from organisations.shared_begun union all select * from access.shared_begun union all select * from members.shared_begun
      union all select * from agreements.shared_begun union all select * from ledger.shared_begun union all select * from invoicing.shared_begun) b
    where b.tenant = ${permit.organisation} and (b.until is null or b.until >= ${permit.today})`.execute(tx)
  return new Set(rows.map(({ step }) => step))
}
