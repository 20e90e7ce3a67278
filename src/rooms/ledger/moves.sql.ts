import { sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { AccountCode, PotName } from './accounts.rules.ts'

/** A member's part of an account over a period: debit minus credit before it, and what moved on each side in it. */
export type MemberMoves = { readonly code: AccountCode; readonly member: MemberId; readonly before: Cents; readonly debit: Cents; readonly credit: Cents }

/** What stood and what moved on the accounts kept per member, within the permit's reach, from a first to a last day; in one query. */
export async function memberMoves(tx: Tx, permit: AnyPermit, from: Day, until: Day, members: readonly MemberId[] | null = null): Promise<MemberMoves[]> {
  const wanted = permit.reach === 'organisation' ? members : members ? members.filter((each) => permit.reach.includes(each)) : permit.reach
  const { rows } = await sql<MemberMoves>`
    select a.code, a.member, coalesce(sum(l.cents) filter (where l.on_day < ${from}), 0)::bigint as before,
      coalesce(sum(l.cents) filter (where l.on_day >= ${from} and l.cents > 0), 0)::bigint as debit,
      coalesce(-sum(l.cents) filter (where l.on_day >= ${from} and l.cents < 0), 0)::bigint as credit
    from ledger.account a join ledger.line l on l.tenant = a.tenant and l.account = a.id and l.on_day <= ${until}
    where a.tenant = ${permit.organisation} and a.member is not null
      and (${wanted === null ? null : [...wanted]}::uuid[] is null or a.member = any (${wanted === null ? null : [...wanted]}::uuid[]))
    group by a.code, a.member`.execute(tx)
  return rows
}

/** What the pots of the members within reach held at the end of each of these days, in cents, however they are kept; in one query. */
export async function potsOnDays(tx: Tx, permit: AnyPermit, days: readonly Day[]): Promise<{ on: Day; member: MemberId; pot: PotName; cents: Cents }[]> {
  const reach = permit.reach === 'organisation' ? null : [...permit.reach]
  const { rows } = await sql<{ on: Day; member: MemberId; pot: PotName; cents: Cents }>`
    select d.on_day as "on", a.member, case when a.code in ('businessBudget', 'businessReserve') then 'business' else 'development' end as pot,
      coalesce(-sum(l.cents), 0)::bigint as cents
    from ledger.account a join ledger.line l on l.tenant = a.tenant and l.account = a.id join unnest(${[...days]}::date[]) as d(on_day) on l.on_day <= d.on_day
    where a.tenant = ${permit.organisation} and a.code in ('businessBudget', 'businessReserve', 'developmentBudget', 'developmentReserve')
      and (${reach}::uuid[] is null or a.member = any (${reach}::uuid[]))
    group by 1, 2, 3`.execute(tx)
  return rows
}

/** Number and hash of the last seal of the cooperative's chain; nought and a row of zeros before the first. Seal first to have it cover everything booked. */
export async function chainHead(tx: Tx, permit: AnyPermit): Promise<{ number: bigint; hash: string }> {
  const row = await tx
    .selectFrom('ledger.seal')
    .select(['position', 'hash'])
    .where('tenant', '=', permit.organisation)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { number: row?.position ?? 0n, hash: (row?.hash ?? Buffer.alloc(32)).toString('hex') }
}
