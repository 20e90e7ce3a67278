import { sql } from 'kysely'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import { type BookingRule, RULE_KINDS, type RuleKind } from './booking-rule.rules.ts'

/** A rule with how often it booked something that holds. */
export type UsedRule = BookingRule & { readonly times: number }

/** All rules, or one; those that are on first, the most used before. */
export async function rulesUsed(tx: Tx, permit: AnyPermit, id: string | null = null): Promise<UsedRule[]> {
  const rows = await tx
    .selectFrom('banking.booking_rule as r')
    .selectAll('r')
    .select(
      sql<bigint>`(select count(*) from banking.booking b where b.tenant = r.tenant and b.rule = r.id
        and not exists (select from banking.booking_undone u where u.tenant = b.tenant and u.booking = b.id))`.as('times'),
    )
    .where('r.tenant', '=', permit.organisation)
    .$if(id !== null, (query) => query.where('r.id', '=', id ?? ''))
    .orderBy(sql`r.off_at is not null`)
    .orderBy('times', 'desc')
    .orderBy('r.id')
    .execute()
  return rows.map((row) => ({ ...ruleFrom(row), times: Number(row.times) }))
}

/** An account that was always booked the same way, at least twice, and has no rule. */
export type RuleProposal = Pick<BookingRule, 'iban' | 'way' | 'kind' | 'member' | 'least' | 'most'> & { readonly name: string | null; readonly times: number }

export async function proposedRules(tx: Tx, permit: AnyPermit): Promise<RuleProposal[]> {
  const { rows } = await sql<Omit<RuleProposal, 'least' | 'most' | 'times'> & { least: bigint; most: bigint; times: bigint }>`
    with alike as (
      select n.iban, n.way, min(n.kind) as kind, (array_agg(n.member))[1] as member, max(l.name) as name,
        count(*) as times, min(abs(n.cents)) as least, max(abs(n.cents)) as most
      from (select *, case when cents < 0 then 'out' else 'in' end as way from banking.line_now) n
      join banking.bank_line l on l.tenant = n.tenant and l.id = n.line
      where n.tenant = ${permit.organisation} and n.iban is not null and n.booking is not null and n.cents <> 0
      group by n.iban, n.way
      having count(*) >= 2 and count(distinct n.kind) = 1 and min(n.kind) = any(${[...RULE_KINDS]}::text[])
        and count(distinct coalesce(n.member, '00000000-0000-0000-0000-000000000000')) = 1)
    select a.* from alike a
    where not exists (select from banking.booking_rule r where r.tenant = ${permit.organisation} and r.iban = a.iban and r.way = a.way)
    order by a.times desc, a.iban limit 20`.execute(tx)
  return rows.map((row) => ({ ...row, least: row.least as Cents, most: row.most as Cents, times: Number(row.times) }))
}

export async function insertRule(tx: Tx, permit: AnyPermit, rule: BookingRule): Promise<void> {
  await tx
    .insertInto('banking.booking_rule')
    .values({ tenant: permit.organisation, ...stored(rule), made_by: permit.person, made_at: permit.now, off_at: null })
    .execute()
}

export async function updateRule(tx: Tx, permit: AnyPermit, rule: BookingRule): Promise<void> {
  const { id, ...rest } = stored(rule)
  await tx.updateTable('banking.booking_rule').set(rest).where('tenant', '=', permit.organisation).where('id', '=', id).execute()
}

export async function switchRow(tx: Tx, permit: AnyPermit, id: string, on: boolean): Promise<void> {
  await tx
    .updateTable('banking.booking_rule')
    .set({ off_at: on ? null : permit.now })
    .where('tenant', '=', permit.organisation)
    .where('id', '=', id)
    .execute()
}

function stored({ id, iban, words, way, kind, member, vat, least, most }: BookingRule) {
  return { id, iban, words, way, kind, member, vat, least, most }
}

/** A rule as it is stored; amounts as whole numbers, from json too. */
export type StoredRule = {
  readonly id: string
  readonly iban: string | null
  readonly words: string | null
  readonly way: string
  readonly kind: string
  readonly member: string | null
  readonly vat: number
  readonly least: bigint | number | null
  readonly most: bigint | number | null
  readonly off_at: unknown
}

export function ruleFrom(row: StoredRule): BookingRule {
  return {
    id: row.id,
    iban: row.iban,
    words: row.words,
    way: row.way as BookingRule['way'],
    kind: row.kind as RuleKind,
    member: row.member as MemberId | null,
    vat: row.vat,
    least: row.least === null ? null : (BigInt(row.least) as Cents),
    most: row.most === null ? null : (BigInt(row.most) as Cents),
    off: row.off_at !== null,
  }
}
