import { sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { AccountCode } from './accounts.rules.ts'

export type BalanceRow = {
  readonly account: string
  readonly code: AccountCode
  readonly number: string
  readonly name: string
  readonly kind: 'asset' | 'liability' | 'equity' | 'income' | 'expense'
  readonly member: MemberId | null
  /** Debit minus credit. */
  readonly balance: Cents
}

export async function balances(tx: Tx, permit: AnyPermit, until: Day, from: Day | null): Promise<BalanceRow[]> {
  const { rows } = await sql<BalanceRow & { balance: string }>`
    select a.id as account, a.code, k.number, k.name, k.kind, a.member, s.balance::bigint as balance
    from (select account, sum(cents) as balance from ledger.line
          where tenant = ${permit.organisation} and on_day <= ${until} and (${from}::date is null or on_day >= ${from}::date) group by account) s
    join ledger.account a on a.tenant = ${permit.organisation} and a.id = s.account
    join ledger.chart k on k.code = a.code
    order by k.number, a.member`.execute(tx)
  return rows as unknown as BalanceRow[]
}

export async function anyEntry(tx: Tx, permit: AnyPermit): Promise<boolean> {
  return (await tx.selectFrom('ledger.entry').select('id').where('tenant', '=', permit.organisation).limit(1).executeTakeFirst()) !== undefined
}

export async function balanceOfAccounts(tx: Tx, permit: AnyPermit, code: AccountCode, until: Day): Promise<{ member: MemberId | null; balance: Cents }[]> {
  const { rows } = await sql<{ member: MemberId | null; balance: Cents }>`
    select a.member, coalesce(sum(l.cents), 0)::bigint as balance
    from ledger.account a left join ledger.line l on l.tenant = a.tenant and l.account = a.id and l.on_day <= ${until}
    where a.tenant = ${permit.organisation} and a.code = ${code} group by a.member`.execute(tx)
  return rows
}

/** Debit minus credit per member of several accounts, in one query. */
export async function balanceOfMembers(
  tx: Tx,
  permit: AnyPermit,
  codes: readonly AccountCode[],
  until: Day,
): Promise<{ code: AccountCode; member: MemberId; balance: Cents }[]> {
  const { rows } = await sql<{ code: AccountCode; member: MemberId; balance: Cents }>`
    select a.code, a.member, coalesce(sum(l.cents), 0)::bigint as balance
    from ledger.account a left join ledger.line l on l.tenant = a.tenant and l.account = a.id and l.on_day <= ${until}
    where a.tenant = ${permit.organisation} and a.code = any (${[...codes]}) and a.member is not null group by a.code, a.member`.execute(tx)
  return rows
}

export type AccountRow = { readonly id: string; readonly code: AccountCode; readonly number: string; readonly name: string; readonly member: MemberId | null }

export async function accountById(tx: Tx, permit: AnyPermit, id: string): Promise<AccountRow | null> {
  const row = await tx
    .selectFrom('ledger.account as a')
    .innerJoin('ledger.chart as k', 'k.code', 'a.code')
    .select(['a.id', 'a.code', 'k.number', 'k.name', 'a.member'])
    .where('a.tenant', '=', permit.organisation)
    .where('a.id', '=', id)
    .executeTakeFirst()
  return row ? { ...row, code: row.code as AccountCode, member: row.member as MemberId | null } : null
}

/** Which lines of an account: between two days, both included; null is without end. */
export type Span = { readonly from: Day | null; readonly until: Day | null }

export type RegisterLine = {
  readonly entry: string
  readonly line: number
  readonly on: Day
  readonly sourceKind: string
  readonly sourceId: string
  /** The entry that the fact itself was booked in: for an answer, the entry it answers. */
  readonly original: { readonly entry: string; readonly kind: string; readonly id: string }
  readonly contra: string
  readonly cents: Cents
  readonly article: string | null
}

type RegisterRow = Omit<RegisterLine, 'original'> & {
  readonly originalEntry: string
  readonly originalKind: string
  readonly originalId: string
  readonly balance: Cents
}

/** A page of one account, newest first, from just before the key of the page before; with the balance up to and including its newest line. */
export async function registerPage(
  tx: Tx,
  permit: AnyPermit,
  account: string,
  { from, until }: Span,
  before: { on: Day; entry: string; line: number } | null,
  limit: number,
): Promise<{ lines: RegisterLine[]; balance: Cents }> {
  const { rows } = await sql<RegisterRow>`
    with page as (
      select l.entry, l.line, l.on_day, l.contra, l.cents, l.article from ledger.line l
      where l.tenant = ${permit.organisation} and l.account = ${account}
        and (${from}::date is null or l.on_day >= ${from}::date) and (${until}::date is null or l.on_day <= ${until}::date)
        and (${before?.on ?? null}::date is null or (l.on_day, l.entry, l.line) < (${before?.on ?? null}::date, ${before?.entry ?? null}::uuid, ${before?.line ?? null}::smallint))
      order by l.on_day desc, l.entry desc, l.line desc limit ${limit}),
    head as (select on_day, entry, line from page order by on_day desc, entry desc, line desc limit 1),
    -- Once, and of the days before from the index alone: not again for every line of the page.
    total as materialized (select (
      (select coalesce(sum(l.cents), 0) from ledger.line l
        where l.tenant = ${permit.organisation} and l.account = ${account} and l.on_day < (select on_day from head))
      + (select coalesce(sum(l.cents), 0) from ledger.line l, head h
        where l.tenant = ${permit.organisation} and l.account = ${account} and l.on_day = h.on_day and (l.entry, l.line) <= (h.entry, h.line)))::bigint as balance)
    select p.entry, p.line, p.on_day as "on", e.source_kind as "sourceKind", e.source_id as "sourceId", k.name as contra, p.cents, p.article, t.balance,
      coalesce(o.id, e.id) as "originalEntry", coalesce(o.source_kind, e.source_kind) as "originalKind", coalesce(o.source_id, e.source_id) as "originalId"
    from page p join ledger.entry e on e.tenant = ${permit.organisation} and e.id = p.entry
    left join ledger.entry o on o.tenant = e.tenant and o.id = e.reverses
    join ledger.account a on a.tenant = ${permit.organisation} and a.id = p.contra join ledger.chart k on k.code = a.code, total t
    order by p.on_day desc, p.entry desc, p.line desc`.execute(tx)
  return {
    balance: rows[0]?.balance ?? (0n as Cents),
    lines: rows.map(({ originalEntry, originalKind, originalId, balance: _, ...row }) => ({
      ...row,
      original: { entry: originalEntry, kind: originalKind, id: originalId },
    })),
  }
}

/** How an account stood at the end of the day before. */
export async function balanceBefore(tx: Tx, permit: AnyPermit, account: string, on: Day): Promise<Cents> {
  const { rows } = await sql<{ balance: Cents }>`select coalesce(sum(cents), 0)::bigint as balance from ledger.line
    where tenant = ${permit.organisation} and account = ${account} and on_day < ${on}`.execute(tx)
  return rows[0]?.balance ?? (0n as Cents)
}
