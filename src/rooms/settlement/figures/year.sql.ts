import { sql } from 'kysely'
import type { Tx } from '#kit/db.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { Receiver } from '#rooms/agreements'

/** A year of closed months: how many there are, turnover per member from customers, and what each receiver got of each member, less what was taken back. In cents. */
export type YearFigures = {
  readonly months: number
  readonly turnover: ReadonlyMap<MemberId, bigint>
  readonly shares: readonly { readonly receiver: Receiver; readonly member: MemberId; readonly cents: bigint }[]
}

/** What was divided in the closed months of a year. Two queries, and one for the number of months. */
export async function yearFigures(tx: Tx, permit: AnyPermit, year: number): Promise<YearFigures> {
  const [from, until] = [`${year}-01`, `${year}-12`]
  const { organisation } = permit
  const closed = await sql<{
    n: number
  }>`select count(*)::int as n from settlement.closing c where c.tenant = ${organisation} and c.month between ${from} and ${until}`.execute(tx)
  const turnover = await sql<{ member: MemberId; cents: bigint }>`
    select t.member, sum(t.cents)::bigint as cents from (
      select m.member, m.turnover as cents from settlement.member_month m where m.tenant = ${organisation} and m.month between ${from} and ${until}
      union all
      -- What members did for each other is turnover of a member, not of the cooperative.
      select d.member, -d.net from settlement.divided_receipt d where d.tenant = ${organisation} and d.month between ${from} and ${until} and d.inside
      union all
      select r.member, -r.net from settlement.reversal r join settlement.divided_receipt d on d.tenant = r.tenant and d.receipt = r.receipt
      where r.tenant = ${organisation} and r.month between ${from} and ${until} and not d.inside) t
    group by t.member`.execute(tx)
  const shares = await sql<{ receiver: Receiver; member: MemberId; cents: bigint }>`
    select t.receiver, t.member, sum(t.cents)::bigint as cents from (
      select s.receiver, s.member, s.cents from settlement.share s where s.tenant = ${organisation} and s.month between ${from} and ${until}
      union all
      select s.receiver, r.member, b.cents from settlement.reversal r
      join settlement.reversal_share b on b.tenant = r.tenant and b.reversal = r.id
      join settlement.divided_receipt d on d.tenant = r.tenant and d.receipt = r.receipt
      join settlement.share s on s.tenant = d.tenant and s.month = d.month and s.member = d.member and s.line = b.line
      where r.tenant = ${organisation} and r.month between ${from} and ${until}) t
    group by t.receiver, t.member`.execute(tx)
  return { months: closed.rows[0]?.n ?? 0, turnover: new Map(turnover.rows.map(({ member, cents }) => [member, cents])), shares: shares.rows }
}
