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
