import { sql } from 'kysely'
import type { Day, Instant, Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { Account, AccountCode } from './accounts.rules.ts'

export type WrittenTransfer = {
  readonly d: AccountCode
  readonly dm: MemberId | null
  readonly c: AccountCode
  readonly cm: MemberId | null
  readonly n: number
  readonly a: string | null
}
export type WrittenEntry = { readonly id: string; readonly source: string; readonly reverses?: string; readonly transfers: readonly WrittenTransfer[] }

export async function postEntry(
  tx: Tx,
  permit: AnyPermit,
  entry: { id: string; on: Day; kind: string; source: string; reverses: string | null; transfers: readonly WrittenTransfer[] },
): Promise<boolean> {
  const { rows } = await sql<{ posted: boolean }>`select ledger.post(${entry.id}, ${entry.on}, ${permit.now}, ${entry.kind}, ${entry.source},
    ${entry.reverses}, ${permit.person}, ${permit.action}, ${JSON.stringify(entry.transfers)}::jsonb) as posted`.execute(tx)
  return rows[0]?.posted === true
}

export async function postEntries(tx: Tx, permit: AnyPermit, on: Day, kind: string, entries: readonly WrittenEntry[]): Promise<boolean> {
  const { rows } = await sql<{ posted: boolean }>`select ledger.post_many(${on}, ${permit.now}, ${kind}, ${permit.person}, ${permit.action},
    ${JSON.stringify(entries)}::jsonb) as posted`.execute(tx)
  return rows[0]?.posted === true
}

export type EntryLine = { readonly debit: Account; readonly credit: Account; readonly cents: Cents; readonly article: string | null }
export type EntryRow = {
  readonly id: string
  readonly on: Day
  readonly sourceKind: string
  readonly sourceId: string
  readonly reverses: string | null
  readonly lines: readonly EntryLine[]
}

export async function entryById(tx: Tx, permit: AnyPermit, id: string): Promise<EntryRow | null> {
  return oneEntry(await entryQuery(tx, permit).where('e.id', '=', id).execute())
}

export async function entryOfSource(tx: Tx, permit: AnyPermit, kind: string, source: string): Promise<EntryRow | null> {
  return oneEntry(await entryQuery(tx, permit).where('e.source_kind', '=', kind).where('e.source_id', '=', source).execute())
}

function entryQuery(tx: Tx, permit: AnyPermit) {
  return tx
    .selectFrom('ledger.entry as e')
    .innerJoin('ledger.transfer as t', (join) => join.onRef('t.tenant', '=', 'e.tenant').onRef('t.entry', '=', 'e.id'))
    .innerJoin('ledger.account as d', (join) => join.onRef('d.tenant', '=', 't.tenant').onRef('d.id', '=', 't.debit'))
    .innerJoin('ledger.account as c', (join) => join.onRef('c.tenant', '=', 't.tenant').onRef('c.id', '=', 't.credit'))
    .select(['e.id', 'e.on_day', 'e.source_kind', 'e.source_id', 'e.reverses', 't.cents', 't.article'])
    .select(['d.code as debitCode', 'd.member as debitMember', 'c.code as creditCode', 'c.member as creditMember'])
    .where('e.tenant', '=', permit.organisation)
    .orderBy('t.line')
}

function oneEntry(rows: Awaited<ReturnType<ReturnType<typeof entryQuery>['execute']>>): EntryRow | null {
  const first = rows[0]
  if (!first) return null
  return {
    id: first.id,
    on: first.on_day,
    sourceKind: first.source_kind,
    sourceId: first.source_id,
    reverses: first.reverses,
    lines: rows.map((row) => ({
      debit: { code: row.debitCode as AccountCode, member: row.debitMember as MemberId | null },
      credit: { code: row.creditCode as AccountCode, member: row.creditMember as MemberId | null },
      cents: row.cents as Cents,
      article: row.article,
    })),
  }
}

export async function periodOf(tx: Tx, permit: AnyPermit, month: Month): Promise<{ closedAt: Instant } | null> {
  const row = await tx.selectFrom('ledger.period').select('closed_at').where('tenant', '=', permit.organisation).where('month', '=', month).executeTakeFirst()
  return row ? { closedAt: row.closed_at } : null
}

/** Waits for postings under way in this month, and keeps new ones out until the transaction ends. */
export async function lockMonth(tx: Tx, permit: AnyPermit, month: Month): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${permit.organisation}::text || ${month}, 21))`.execute(tx)
}

export async function insertPeriod(tx: Tx, permit: AnyPermit, month: Month): Promise<void> {
  await tx.insertInto('ledger.period').values({ tenant: permit.organisation, month, closed_at: permit.now, closed_by: permit.person }).execute()
}

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

export type RegisterLine = {
  readonly entry: string
  readonly line: number
  readonly on: Day
  readonly sourceKind: string
  readonly sourceId: string
  readonly contra: string
  readonly cents: Cents
  readonly article: string | null
}

/** A page of one account, newest first, from just before the key of the page before; with the balance up to and including its newest line. */
export async function registerPage(
  tx: Tx,
  permit: AnyPermit,
  account: string,
  before: { on: Day; entry: string; line: number } | null,
  limit: number,
): Promise<{ lines: RegisterLine[]; balance: Cents }> {
  const { rows } = await sql<RegisterLine & { balance: Cents }>`
    with page as (
      select l.entry, l.line, l.on_day, l.contra, l.cents, l.article from ledger.line l
      where l.tenant = ${permit.organisation} and l.account = ${account}
        and (${before?.on ?? null}::date is null or (l.on_day, l.entry, l.line) < (${before?.on ?? null}::date, ${before?.entry ?? null}::uuid, ${before?.line ?? null}::smallint))
      order by l.on_day desc, l.entry desc, l.line desc limit ${limit}),
    head as (select on_day, entry, line from page order by on_day desc, entry desc, line desc limit 1),
    total as (select coalesce(sum(l.cents), 0)::bigint as balance from ledger.line l, head h
      where l.tenant = ${permit.organisation} and l.account = ${account} and (l.on_day, l.entry, l.line) <= (h.on_day, h.entry, h.line))
    select p.entry, p.line, p.on_day as "on", e.source_kind as "sourceKind", e.source_id as "sourceId", k.name as contra, p.cents, p.article, t.balance
    from page p join ledger.entry e on e.tenant = ${permit.organisation} and e.id = p.entry
    join ledger.account a on a.tenant = ${permit.organisation} and a.id = p.contra join ledger.chart k on k.code = a.code, total t
    order by p.on_day desc, p.entry desc, p.line desc`.execute(tx)
  return { lines: rows, balance: rows[0]?.balance ?? (0n as Cents) }
}

export type SealRow = { readonly position: bigint; readonly entry: string; readonly hash: Buffer }

export async function lastSeal(tx: Tx, permit: AnyPermit): Promise<SealRow | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${permit.organisation}::text, 22))`.execute(tx)
  const row = await tx
    .selectFrom('ledger.seal')
    .select(['position', 'entry', 'hash'])
    .where('tenant', '=', permit.organisation)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** What is sealed of an entry: everything an accountant would notice if it changed. Ids only, no names. */
export type SealableEntry = { readonly id: string; readonly text: string }

const sealText = sql`concat_ws('|', e.id, e.on_day, extract(epoch from e.booked_at), e.source_kind, e.source_id, e.reverses, e.person, e.action,
  (select string_agg(concat_ws(':', t.line, t.debit, t.credit, t.cents, t.article), ';' order by t.line)
   from ledger.transfer t where t.tenant = e.tenant and t.entry = e.id))`

/**
 * Entries not sealed yet, in the order in which they became visible: only those written before the oldest
 * transaction still open, so that none can appear in front of a sealed one later.
 */
export async function unsealedEntries(tx: Tx, permit: AnyPermit, limit: number): Promise<SealableEntry[]> {
  const { rows } = await sql<SealableEntry>`select e.id, ${sealText} as text from ledger.entry e
    where e.tenant = ${permit.organisation} and e.xmin::text::bigint < (pg_snapshot_xmin(pg_current_snapshot())::text::bigint & 4294967295)
      and not exists (select from ledger.seal s where s.tenant = e.tenant and s.entry = e.id)
    order by e.booked_at, e.id limit ${limit}`.execute(tx)
  return rows
}

export async function insertSeals(tx: Tx, permit: AnyPermit, seals: readonly SealRow[]): Promise<void> {
  if (seals.length === 0) return
  await tx
    .insertInto('ledger.seal')
    .values(seals.map((seal) => ({ tenant: permit.organisation, ...seal, sealed_at: permit.now })))
    .execute()
}

export async function sealedEntries(tx: Tx, permit: AnyPermit, after: bigint, limit: number): Promise<(SealRow & { text: string | null })[]> {
  const { rows } = await sql<
    SealRow & { text: string | null }
  >`select s.position, s.entry, s.hash, case when e.id is null then null else ${sealText} end as text
    from ledger.seal s left join ledger.entry e on e.tenant = s.tenant and e.id = s.entry
    where s.tenant = ${permit.organisation} and s.position > ${after} order by s.position limit ${limit}`.execute(tx)
  return rows
}

export async function countUnsealed(tx: Tx, permit: AnyPermit): Promise<number> {
  const { rows } = await sql<{ n: bigint }>`select count(*) as n from ledger.entry e
    where e.tenant = ${permit.organisation} and not exists (select from ledger.seal s where s.tenant = e.tenant and s.entry = e.id)`.execute(tx)
  return Number(rows[0]?.n ?? 0n)
}

/** Things that must not be there: an empty list is a sound ledger. */
export async function brokenInvariants(tx: Tx, permit: AnyPermit): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    select 'an entry without transfers: ' || e.id as what from ledger.entry e
      where e.tenant = ${permit.organisation} and not exists (select from ledger.transfer t where t.tenant = e.tenant and t.entry = e.id)
    union all select 'a transfer on another day than its entry: ' || e.id from ledger.entry e join ledger.transfer t on t.tenant = e.tenant and t.entry = e.id
      where e.tenant = ${permit.organisation} and t.on_day <> e.on_day
    union all select 'an entry booked after its month was closed: ' || e.id from ledger.entry e
      join ledger.period p on p.tenant = e.tenant and p.month = to_char(e.on_day, 'YYYY-MM')
      where e.tenant = ${permit.organisation} and e.booked_at > p.closed_at
    union all select 'a reversal that does not mirror: ' || r.id from ledger.entry r
      where r.tenant = ${permit.organisation} and r.reverses is not null and exists (
        (select account, sum(cents) from ledger.line where tenant = r.tenant and entry = r.id group by account)
        except (select account, -sum(cents) from ledger.line where tenant = r.tenant and entry = r.reverses group by account))
    union all select 'the clearing account does not end at zero within entry: ' || l.entry from ledger.line l
      join ledger.account a on a.tenant = l.tenant and a.id = l.account where l.tenant = ${permit.organisation} and a.code = 'clearing'
      group by l.entry having sum(l.cents) <> 0
    union all select 'the ledger is out of balance' where (select coalesce(sum(cents), 0) from ledger.line where tenant = ${permit.organisation}) <> 0`.execute(
    tx,
  )
  return rows.map((row) => row.what)
}
