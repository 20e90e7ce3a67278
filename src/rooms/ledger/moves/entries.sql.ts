import { sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit } from '#rooms/access'
import type { AccountCode } from '../accounts.rules.ts'

/** The entries on an account until a day whose source is of no kind that begins so (`beside`); debit minus credit in cents, and never what was answered by its mirror. */
export async function entriesBeside(
  tx: Tx,
  permit: AnyPermit,
  code: AccountCode,
  until: Day,
  beside: readonly string[],
): Promise<{ readonly entry: string; readonly on: Day; readonly cents: Cents }[]> {
  const { rows } = await sql<{ entry: string; on: Day; cents: Cents }>`
    select l.entry, min(l.on_day) as "on", sum(l.cents)::bigint as cents from ledger.line l
    join ledger.account a on a.tenant = l.tenant and a.id = l.account and a.code = ${code}
    join ledger.entry e on e.tenant = l.tenant and e.id = l.entry
    where l.tenant = ${permit.organisation} and l.on_day <= ${until} and not exists (select from unnest(${[...beside]}::text[]) b where starts_with(e.source_kind, b)) and e.reverses is null
      and not exists (select from ledger.entry r where r.tenant = e.tenant and r.reverses = e.id)
    group by l.entry having sum(l.cents) <> 0 order by 2 desc limit 200`.execute(tx)
  return rows
}
