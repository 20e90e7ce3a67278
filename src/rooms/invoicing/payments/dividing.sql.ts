import { sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Cents, fraction, minus } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { InvoiceId } from '../invoicing.types.ts'

/** Money to divide: what came in of an invoice, or the invoice itself where an agreement counts what was invoiced. Amounts in cents. */
export type Dividable = {
  /** The payment, or the invoice itself. */
  readonly receipt: string
  readonly invoice: InvoiceId
  readonly number: string
  /** Whether it is the share of one member in an invoice of several. */
  readonly shared?: boolean
  /** Whether it is work for another member: turnover of the month in which that member agreed, without a customer. */
  readonly inside?: boolean
  readonly member: MemberId
  readonly net: Cents
  readonly vat: Cents
  readonly rounding: Cents
  readonly on: Day
  /** The day of the work: which agreement it goes by (decisions 1). */
  readonly performedOn: Day
  /** Waits for a decision about consent until this day, or for ever where null; false when it never waited. */
  readonly waits: false | { readonly releasedOn: Day | null }
}

/** A part of such money that is no turnover any more. */
export type DividableBack = Omit<Dividable, 'waits'> & { readonly cause: string; readonly why: 'credited' | 'undone' | 'writtenOff' }

/** Both ways of counting, side by side: by payment and by invoice. Which of the two counts is for the agreement to say. */
export type DividableMoney = {
  readonly received: readonly Dividable[]
  readonly receivedBack: readonly DividableBack[]
  readonly invoiced: readonly Dividable[]
  readonly invoicedBack: readonly DividableBack[]
}

/** What work of another member costs a member; below zero where it was undone. In cents, without VAT, for there is none. */
export type MemberWorkCost = {
  readonly work: string
  readonly member: MemberId
  readonly kind: 'memberWork'
  readonly net: Cents
  readonly on: Day
  /** The day of the work: which agreement it goes by. */
  readonly boughtOn: Day
  readonly what: string
}

type Row = {
  what: 'received' | 'receivedBack' | 'invoiced' | 'invoicedBack' | 'cost' | null
  unsent: bigint
  receipt: string
  cause: string | null
  why: DividableBack['why'] | null
  invoice: InvoiceId
  number: string
  member: MemberId
  net: bigint
  vat: bigint
  rounding: bigint
  gross: bigint
  whole: { vat: number; payable: number } | null
  on_day: Day
  performed_on: Day
  waits: boolean
  shared: boolean
  inside: boolean
  about: string | null
  released_on: Day | null
}

/**
 * What there is to divide from a first to a last day, of everybody within reach, in one query: payments and invoices of those days, those of
 * before that waited for a decision and were released in them, work for another member that was accepted, and what went back of each; of `also` everything that ever went back. `workCosts` is what that work costs the other. `unsent` counts the drafts of work up to and including `draftsUntil`, which keep a month from being closed.
 */
export async function dividableMoney(
  tx: Tx,
  permit: AnyPermit,
  from: Day,
  until: Day,
  also: readonly string[] = [],
  draftsUntil: Day | null = null,
): Promise<DividableMoney & { readonly workCosts: readonly MemberWorkCost[]; readonly unsent: number }> {
  const reach = permit.reach === 'organisation' ? null : [...permit.reach]
  const { rows } = await sql<Row>`
    with mine as (select ${permit.organisation}::uuid as tenant, ${reach}::uuid[] as reach, ${from}::date as first, ${until}::date as last, ${[...also]}::uuid[] as also),
    -- A shared invoice is as many as there are shares, each of its own member.
    invoice as not materialized (
      select i.id, i.number, i.kind, i.credits, i.performed_on, i.issued_on, i.sent_at, coalesce(s.id, i.id) as part, s.id is not null as shared, coalesce(s.member, i.member) as member,
        coalesce(s.net, i.net) as net, coalesce(s.vat, i.vat) as vat, coalesce(s.rounding, i.rounding) as rounding, coalesce(s.payable, i.payable) as payable,
        coalesce(s.waits, i.waits_because is not null) as waits, l.on_day as released_on, coalesce(l.on_day between mine.first and mine.last, false) as let_go
      from mine join invoicing.invoice i on i.tenant = mine.tenant
      left join invoicing.share s on s.tenant = i.tenant and s.invoice = i.id
      left join invoicing.released l on l.tenant = i.tenant and l.invoice = i.id and l.member = coalesce(s.member, i.member)
      where mine.reach is null or coalesce(s.member, i.member) = any (mine.reach)),
    found as (
      select 'received' as what, r.id as receipt, null::uuid as cause, null as why, i.id as invoice, i.number, r.member, r.net, r.vat, r.rounding, r.gross,
        null::jsonb as whole, r.on_day, i.performed_on, i.waits, i.released_on, i.shared, false as inside, null as about, r.recorded_at as at
      from mine join invoicing.receipt r on r.tenant = mine.tenant join invoice i on i.id = r.invoice and i.member = r.member
      where r.on_day <= mine.last and (r.on_day >= mine.first or i.let_go)
      union all
      select 'receivedBack', t.receipt, t.cause, t.why, i.id, i.number, t.member, t.net, t.vat, t.rounding, t.gross,
        null, t.on_day, i.performed_on, i.waits, i.released_on, i.shared, false, null, t.recorded_at
      from mine join invoicing.taken_back t on t.tenant = mine.tenant join invoice i on i.id = t.invoice and i.member = t.member
      where t.on_day <= mine.last and (t.on_day >= mine.first or i.let_go or t.receipt = any (mine.also))
      union all
      select 'invoiced', i.part, null, null, i.id, i.number, i.member, i.net, i.vat, i.rounding, i.payable,
        null, i.issued_on, i.performed_on, i.waits, i.released_on, i.shared, false, null, i.sent_at
      from mine, invoice i where i.kind <> 'credit-note' and i.issued_on <= mine.last and (i.issued_on >= mine.first or i.let_go)
      union all
      select 'invoicedBack', i.part, c.id, 'credited', i.id, i.number, i.member, c.net, c.vat, c.rounding, c.payable,
        null, c.issued_on, i.performed_on, i.waits, i.released_on, i.shared, false, null, c.sent_at
      from mine, invoice c join invoice i on i.id = c.credits and i.member = c.member
      where c.kind = 'credit-note' and c.issued_on <= mine.last and (c.issued_on >= mine.first or i.let_go or i.part = any (mine.also))
      union all
      select 'invoicedBack', i.part, w.proposal, 'writtenOff', i.id, i.number, i.member, 0, 0, 0, coalesce(-m.cents, w.cents),
        jsonb_build_object('vat', i.vat, 'payable', i.payable), w.on_day, i.performed_on, i.waits, i.released_on, i.shared, false, null, w.agreed_at
      from mine join invoicing.write_off w on w.tenant = mine.tenant join invoice i on i.id = w.invoice
      left join invoicing.share_move m on m.tenant = w.tenant and m.invoice = w.invoice and m.member = i.member and m.what = 'writtenOff' and m.cause = w.proposal
      where w.on_day <= mine.last and (w.on_day >= mine.first or i.let_go or i.part = any (mine.also))
      union all
      -- Work for another member counts on the day of the answer, whichever way an agreement counts; undone it goes back like a credit note.
      select k.what, w.id, w.cause, w.why, w.id, w.number, k.member, k.sign * w.net, 0, 0, k.sign * w.net,
        null, w.on_day, w.performed_on, false, null, false, k.what <> 'cost', w.about, w.at
      from mine join (
        select m.tenant, m.id, m.worker, m.receiver, m.net, m.performed_on, m.what as about, s.on_day, s.at, a.number, s.what = 'undone' as undone,
          case when s.what = 'undone' then s.id end as cause, case when s.what = 'undone' then 'credited' end as why
        from invoicing.member_work m
        join invoicing.member_work_step a on a.tenant = m.tenant and a.work = m.id and a.what = 'accepted'
        join invoicing.member_work_step s on s.tenant = m.tenant and s.work = m.id and s.what in ('accepted', 'undone')) w on w.tenant = mine.tenant
      cross join lateral (values
        ('cost', w.receiver, case when w.undone then -1 else 1 end),
        (case when w.undone then 'receivedBack' else 'received' end, w.worker, 1),
        (case when w.undone then 'invoicedBack' else 'invoiced' end, w.worker, 1)) k (what, member, sign)
      where (mine.reach is null or k.member = any (mine.reach))
        and w.on_day <= mine.last and (w.on_day >= mine.first or (w.undone and k.what <> 'cost' and w.id = any (mine.also))))
    select found.*, drafts.unsent
    from (select count(*) as unsent from mine join invoicing.draft d on d.tenant = mine.tenant and (mine.reach is null or d.member = any (mine.reach))
      where d.performed_on <= ${draftsUntil}::date) drafts
    left join found on true
    order by on_day, at, receipt`.execute(tx)
  // The count rides along on every row; without any money it comes alone, on a row that is of no kind.
  const of = (what: Row['what']) => rows.filter((row) => row.what === what)
  return {
    received: of('received').map(moneyFrom),
    receivedBack: of('receivedBack').map(backFrom),
    invoiced: of('invoiced').map(moneyFrom),
    invoicedBack: of('invoicedBack').map(backFrom),
    workCosts: of('cost').map(workCostFrom),
    unsent: Number(rows[0]?.unsent ?? 0n),
  }
}

function moneyFrom(row: Row): Dividable {
  return {
    receipt: row.receipt,
    invoice: row.invoice,
    number: row.number,
    shared: row.shared,
    ...(row.inside ? { inside: true } : {}),
    member: row.member,
    net: row.net as Cents,
    vat: row.vat as Cents,
    rounding: row.rounding as Cents,
    on: row.on_day,
    performedOn: row.performed_on,
    waits: row.waits ? { releasedOn: row.released_on } : false,
  }
}

function workCostFrom(row: Row): MemberWorkCost {
  return {
    work: row.receipt,
    member: row.member,
    kind: 'memberWork',
    net: row.net as Cents,
    on: row.on_day,
    boughtOn: row.performed_on,
    what: row.about ?? '',
  }
}

function backFrom(row: Row): DividableBack {
  const { waits: _, ...money } = moneyFrom(row)
  const back = { ...money, cause: row.cause ?? '', why: row.why ?? 'credited' }
  if (!row.whole) return back
  // Of bad debt the part without VAT stops being turnover, as it is booked.
  const gross = row.gross as Cents
  const vat = row.whole.payable === 0 ? (BigInt(row.whole.vat) as Cents) : fraction(gross, BigInt(row.whole.vat), BigInt(row.whole.payable))
  return { ...back, net: minus(gross, vat), vat }
}

/** Net turnover that was invoiced in a month, per member; of a shared invoice the share of each. */
export async function invoicedPerMember(tx: Tx, permit: AnyPermit, from: Day, until: Day): Promise<Map<MemberId, Cents>> {
  const member = sql<MemberId>`coalesce(s.member, i.member)`
  const rows = await tx
    .selectFrom('invoicing.invoice as i')
    .leftJoin('invoicing.share as s', (join) => join.onRef('s.tenant', '=', 'i.tenant').onRef('s.invoice', '=', 'i.id'))
    .select([member.as('whose'), sql<bigint>`sum(coalesce(s.net, i.net) * case when i.kind = 'credit-note' then -1 else 1 end)::bigint`.as('net')])
    .where('i.tenant', '=', permit.organisation)
    .where('i.issued_on', '>=', from)
    .where('i.issued_on', '<=', until)
    .groupBy(member)
    .execute()
  return new Map(rows.map((row) => [row.whose, row.net as Cents]))
}
