import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Cents, negate } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { AccountCode, PotName } from '../accounts.rules.ts'
import type { MemberLine, MovesAndPots, MovesOfPeriod } from './moves.rules.ts'

/**
 * What a page wants to know of the books, in one query: the moves it asks for (none where null), and what the pots of the members within reach held at
 * the end of each of these days, however they are kept. Whoever reaches some members only, sees no account of the cooperative itself.
 */
export async function booksOf(tx: Tx, permit: AnyPermit, moves: MovesOfPeriod | null, potsOn: readonly Day[] = []): Promise<MovesAndPots> {
  const reach = permit.reach === 'organisation' ? null : [...permit.reach]
  // What is not asked for is left out of the statement: an empty list of days would still walk through every line.
  const branches = [...(moves ? [movesSql(moves)] : []), ...(potsOn.length > 0 ? [potsSql(potsOn)] : [])]
  if (branches.length === 0) return { moves: [], pots: [] }
  const { rows } = await sql<{
    what: 'moves' | 'pots'
    on: Day
    code: AccountCode | PotName
    member: MemberId | null
    before: Cents
    debit: Cents
    credit: Cents
  }>`
    with mine as not materialized (
      select a.id, a.tenant, a.code, a.member from ledger.account a
      where a.tenant = ${permit.organisation} and (${reach}::uuid[] is null or a.member = any (${reach}::uuid[])))
    ${sql.join(branches, sql` union all `)}`.execute(tx)
  return {
    moves: rows.filter((row) => row.what === 'moves').map(({ what: _, on: __, code, ...row }) => ({ ...row, code: code as AccountCode })),
    pots: rows
      .filter((row) => row.what === 'pots')
      .map(({ on, code, member, before }) => ({ on, member: member as MemberId, pot: code as PotName, cents: negate(before) })),
  }
}

function movesSql({ from, until, member, codes }: MovesOfPeriod): RawBuilder<unknown> {
  return sql`
    select 'moves' as what, null::date as "on", a.code, a.member, coalesce(sum(l.cents) filter (where l.on_day < ${from}), 0)::bigint as before,
      coalesce(sum(l.cents) filter (where l.on_day >= ${from} and l.cents > 0), 0)::bigint as debit,
      coalesce(-sum(l.cents) filter (where l.on_day >= ${from} and l.cents < 0), 0)::bigint as credit
    from mine a join ledger.line l on l.tenant = a.tenant and l.account = a.id and l.on_day <= ${until}
    where ${member ? sql`a.member = ${member}` : sql`true`} and ${codes ? sql`a.code = any (${codes}::text[])` : sql`true`}
    group by a.code, a.member`
}

function potsSql(days: readonly Day[]): RawBuilder<unknown> {
  return sql`
    select 'pots' as what, d.on_day as "on", case when a.code in ('businessBudget', 'businessReserve') then 'business' else 'development' end as code,
      a.member, coalesce(sum(l.cents), 0)::bigint as before, 0 as debit, 0 as credit
    from mine a join ledger.line l on l.tenant = a.tenant and l.account = a.id join unnest(${[...days]}::date[]) as d(on_day) on l.on_day <= d.on_day
    where a.code in ('businessBudget', 'businessReserve', 'developmentBudget', 'developmentReserve')
    group by 1, 2, 3, 4`
}

/** What went into and out of one account of a member on each day, oldest first, in cents: debit minus credit. */
export async function daysOfMember(tx: Tx, permit: AnyPermit, code: AccountCode, member: MemberId): Promise<{ on: Day; cents: Cents }[]> {
  const { rows } = await sql<{ on: Day; cents: Cents }>`
    select l.on_day as "on", sum(l.cents)::bigint as cents
    from ledger.account a join ledger.line l on l.tenant = a.tenant and l.account = a.id
    where a.tenant = ${permit.organisation} and a.code = ${code} and a.member = ${member}
    group by l.on_day order by l.on_day`.execute(tx)
  return rows
}

/** Every line of a member on these accounts until a day, oldest first, with the fact behind it; an entry on one account is one line. Refuses nobody: ask for whom is in reach. */
export async function linesOfMember(tx: Tx, permit: AnyPermit, member: MemberId, codes: readonly AccountCode[], until: Day): Promise<MemberLine[]> {
  const { rows } = await sql<MemberLine>`
    select e.id as entry, a.code, e.on_day as "on", sum(l.cents)::bigint as cents, e.source_kind as kind, e.source_id as source,
      (e.reverses is not null or exists (select from ledger.entry r where r.tenant = e.tenant and r.reverses = e.id)) as undone
    from ledger.account a join ledger.line l on l.tenant = a.tenant and l.account = a.id join ledger.entry e on e.tenant = l.tenant and e.id = l.entry
    where a.tenant = ${permit.organisation} and a.member = ${member} and a.code = any (${[...codes]}::text[]) and l.on_day <= ${until}
    group by e.tenant, e.id, a.code having sum(l.cents) <> 0 order by e.on_day, e.id, a.code`.execute(tx)
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
