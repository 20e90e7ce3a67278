import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit, MemberId, PersonId } from '#rooms/access'
import type { AccountCode } from '../accounts.rules.ts'

export type EntrySide = { readonly id: string; readonly code: AccountCode; readonly number: string; readonly name: string; readonly member: MemberId | null }

/** One entry as a person reads it: what, when, by whom, and every transfer with both its accounts. */
export type EntryDetail = {
  readonly id: string
  readonly on: Day
  readonly bookedAt: Instant
  readonly sourceKind: string
  readonly sourceId: string
  readonly reverses: string | null
  readonly reversedBy: string | null
  readonly original: { readonly entry: string; readonly kind: string; readonly id: string }
  /** null for the program itself. */
  readonly person: PersonId | null
  /** The words of a memorial entry. */
  readonly what: string | null
  readonly why: string | null
  readonly transfers: readonly {
    readonly line: number
    readonly debit: EntrySide
    readonly credit: EntrySide
    readonly cents: Cents
    readonly article: string | null
  }[]
}

type Head = Omit<EntryDetail, 'transfers' | 'original'> & { readonly originalKind: string | null; readonly originalId: string | null }
type Line = { readonly line: number; readonly cents: Cents; readonly article: string | null } & {
  readonly [K in keyof EntrySide as `d_${K}` | `c_${K}`]: EntrySide[K]
}

export async function entryDetail(tx: Tx, permit: AnyPermit, id: string): Promise<EntryDetail | null> {
  const { rows: heads } = await sql<Head>`
    select e.id, e.on_day as "on", e.booked_at as "bookedAt", e.source_kind as "sourceKind", e.source_id as "sourceId", e.reverses, e.person, m.what, m.why,
      r.id as "reversedBy", o.source_kind as "originalKind", o.source_id as "originalId"
    from ledger.entry e
    left join ledger.memorial m on m.tenant = e.tenant and m.entry = e.id
    left join ledger.entry r on r.tenant = e.tenant and r.reverses = e.id
    left join ledger.entry o on o.tenant = e.tenant and o.id = e.reverses
    where e.tenant = ${permit.organisation} and e.id = ${id}`.execute(tx)
  const head = heads[0]
  if (!head) return null
  const { rows } = await sql<Line>`
    select t.line, t.cents, t.article, d.id as d_id, d.code as d_code, dk.number as d_number, dk.name as d_name, d.member as d_member,
      c.id as c_id, c.code as c_code, ck.number as c_number, ck.name as c_name, c.member as c_member
    from ledger.transfer t
    join ledger.account d on d.tenant = t.tenant and d.id = t.debit join ledger.chart dk on dk.code = d.code
    join ledger.account c on c.tenant = t.tenant and c.id = t.credit join ledger.chart ck on ck.code = c.code
    where t.tenant = ${permit.organisation} and t.entry = ${id} order by t.line`.execute(tx)
  const { originalKind, originalId, ...rest } = head
  return {
    ...rest,
    original: { entry: head.reverses ?? head.id, kind: originalKind ?? head.sourceKind, id: originalId ?? head.sourceId },
    transfers: rows.map((row) => ({
      line: row.line,
      cents: row.cents,
      article: row.article,
      debit: { id: row.d_id, code: row.d_code, number: row.d_number, name: row.d_name, member: row.d_member },
      credit: { id: row.c_id, code: row.c_code, number: row.c_number, name: row.c_name, member: row.c_member },
    })),
  }
}

export async function insertWords(tx: Tx, permit: AnyPermit, entry: string, words: { readonly what: string; readonly why: string | null }): Promise<void> {
  await tx
    .insertInto('ledger.memorial')
    .values({ tenant: permit.organisation, entry, ...words })
    .execute()
}

/** The chart of accounts in its own order. */
export async function chart(tx: Tx): Promise<{ code: AccountCode; number: string; name: string }[]> {
  const rows = await tx.selectFrom('ledger.chart').select(['code', 'number', 'name']).orderBy('number').execute()
  return rows.map((row) => ({ ...row, code: row.code as AccountCode }))
}

/** Whoever has a part of the books. */
export async function membersInBooks(tx: Tx, permit: AnyPermit): Promise<MemberId[]> {
  const rows = await tx
    .selectFrom('ledger.account')
    .select('member')
    .distinct()
    .where('tenant', '=', permit.organisation)
    .where('member', 'is not', null)
    .execute()
  return rows.flatMap((row) => (row.member ? [row.member as MemberId] : []))
}

/** Lets one release of the subsidy go before the next, so that two together cannot spend what is there once. */
export async function lockSubsidy(tx: Tx, permit: AnyPermit): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${permit.organisation}::text, 23))`.execute(tx)
}
