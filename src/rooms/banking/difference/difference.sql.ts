import { sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit } from '#rooms/access'
import type { StatedBalance, StatedLine } from './difference.rules.ts'

/** All statements until a day with their balances. */
export async function statedBalances(tx: Tx, permit: AnyPermit, until: Day): Promise<StatedBalance[]> {
  const rows = await tx
    .selectFrom('banking.bank_statement')
    .select(['account', 'opened_on as openedOn', 'closed_on as closedOn', 'opening', 'closing'])
    .where('tenant', '=', permit.organisation)
    .where('closed_on', '<=', until)
    .orderBy('opened_on')
    .orderBy('arrived')
    .execute()
  return rows as StatedBalance[]
}

/** Lines until a day that are booked by then for another amount than the bank says. */
export async function linesBookedOtherwise(tx: Tx, permit: AnyPermit, until: Day): Promise<StatedLine[]> {
  const { rows } = await sql<{ id: string; on: Day; cents: bigint; booked: bigint; who: string | null }>`
    select n.line as id, n.booked_on as "on", n.cents, coalesce(sum(p.cents), 0)::bigint as booked, l.name as who
    from banking.line_now n
    join banking.bank_line l on l.tenant = n.tenant and l.id = n.line
    left join banking.part_now p on p.tenant = n.tenant and p.booking = n.booking
    where n.tenant = ${permit.organisation} and n.booking is not null and n.booked_on <= ${until} and n.on_day <= ${until}
    group by n.line, n.booked_on, n.cents, l.name having coalesce(sum(p.cents), 0) <> n.cents
    order by n.booked_on limit 50`.execute(tx)
  return rows.map((row) => ({ ...row, cents: row.cents as Cents, booked: row.booked as Cents, who: row.who ?? '' }))
}
