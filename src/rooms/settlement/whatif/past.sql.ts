import { sql } from 'kysely'
import type { Day, Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { cents, negate, ZERO } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { Base, Receiver, RunningTotals, ShareKind } from '#rooms/agreements'
import { lineOf } from '../dividing/stored.sql.ts'
import type { PastPart, PastReversal } from './replay.rules.ts'

type Numbers = Readonly<Record<string, number>>
type LineJson = {
  receiver: Receiver
  step: string
  kind: ShareKind
  from_receiver: Receiver | null
  article: string
  base: Base
  of_cents: string
  weight: string | null
  whole: string | null
  cents: string
}
type PaymentJson = { receipt: string; invoice: string; number: string; net: string; vat: string; rounding: string; on: Day }
type ReversalJson = PaymentJson & {
  cause: string
  ofMonth: Month
  agreement: string
  paidOn: Day
  costs: string
  loss: string
  offset: string
  lines: LineJson[] | null
}
type Row = {
  month: Month
  member: MemberId
  part: number
  agreement: string
  late: boolean
  costs: Numbers
  before: { openLoss: number; taken: Readonly<Record<string, Numbers>>; pots: Numbers; arrears: Numbers }
  lines: { receiver: Receiver; cents: string }[] | null
  payments: PaymentJson[] | null
  reversals: ReversalJson[] | null
}

/** The closed months from a first to a last of everybody within reach: what they rested on, and what was booked; in one query. */
export async function pastMonths(tx: Tx, permit: AnyPermit, from: Month, until: Month): Promise<PastPart[]> {
  const reach = permit.reach === 'organisation' ? null : [...permit.reach]
  const { rows } = await sql<Row>`
    select m.month, m.member, m.part, m.agreement, coalesce(m.facts->'rules'->'steps'->0->>'id' = 'late', false) as late, m.facts->'costs' as costs, m.facts->'before' as before,
      (select json_agg(json_build_object('receiver', s.receiver, 'cents', s.cents::text) order by s.line) from settlement.share s
        where s.tenant = m.tenant and s.month = m.month and s.member = m.member and s.part = m.part) as lines,
      (select json_agg(json_build_object('receipt', d.receipt, 'invoice', d.invoice, 'number', d.number, 'net', d.net::text, 'vat', d.vat::text, 'rounding', d.rounding::text,
          'on', d.on_day) order by d.on_day, d.receipt) from settlement.divided_receipt d
        where d.tenant = m.tenant and d.month = m.month and d.member = m.member and d.part = m.part) as payments,
      case when row_number() over (partition by m.month, m.member order by m.part) = 1 then (
        select json_agg(json_build_object('receipt', d.receipt, 'invoice', d.invoice, 'number', d.number, 'net', r.net::text, 'vat', d.vat::text, 'rounding', d.rounding::text,
          'on', r.on_day, 'paidOn', d.on_day, 'cause', r.cause, 'ofMonth', d.month, 'agreement', o.agreement, 'costs', r.costs::text, 'loss', r.earlier_loss::text,
          'offset', r.set_off::text, 'lines', (
            select json_agg(json_build_object('receiver', s.receiver, 'step', s.step, 'kind', s.kind, 'from_receiver', s.from_receiver, 'article', s.article, 'base', s.base,
              'of_cents', s.of_cents::text, 'weight', s.weight::text, 'whole', s.whole::text, 'cents', b.cents::text) order by b.line)
            from settlement.reversal_share b join settlement.share s on s.tenant = d.tenant and s.month = d.month and s.member = d.member and s.line = b.line
            where b.tenant = r.tenant and b.reversal = r.id)) order by r.on_day, r.id)
        from settlement.reversal r join settlement.divided_receipt d on d.tenant = r.tenant and d.receipt = r.receipt
        join settlement.member_month o on o.tenant = d.tenant and o.month = d.month and o.member = d.member and o.part = d.part
        where r.tenant = m.tenant and r.month = m.month and r.member = m.member) end as reversals
    from settlement.member_month m
    where m.tenant = ${permit.organisation} and m.month between ${from} and ${until} and (${reach}::uuid[] is null or m.member = any (${reach}::uuid[]))
    order by m.month, m.member, m.part`.execute(tx)
  // What went back went by the version it was divided by, as it does when a month is divided.
  const months = Map.groupBy(rows, (row) => `${row.month} ${row.member}`)
  return rows.map((row) => ({ ...partFrom(row), reversing: reversingOf(row, months.get(`${row.month} ${row.member}`) ?? [row]) }))
}

function reversingOf(row: Row, own: readonly Row[]): PastReversal[] {
  const placeOf = (agreement: string) => own.find((each) => each.agreement === agreement && !each.late) ?? own[0]
  return own.flatMap((each) => each.reversals ?? []).flatMap((each) => (placeOf(each.agreement) === row ? [reversalFrom(row.member, each)] : []))
}

function partFrom(row: Row): PastPart {
  const reversed = (row.reversals ?? []).flatMap((each) => each.lines ?? [])
  return {
    month: row.month,
    member: row.member,
    version: row.agreement,
    late: row.late,
    before: totalsFrom(row.before),
    costs: centsIn(row.costs),
    payments: (row.payments ?? []).map(({ net, vat, rounding, ...each }) => ({
      ...each,
      // The past was divided already: when the work was done changes nothing in it.
      performedOn: each.on,
      member: row.member,
      net: big(net),
      vat: big(vat),
      rounding: big(rounding),
    })),
    reversing: [],
    booked: [...(row.lines ?? []), ...reversed].map((line) => ({ receiver: line.receiver, cents: big(line.cents) })),
  }
}

function reversalFrom(member: MemberId, row: ReversalJson): PastReversal {
  const lines = (row.lines ?? []).map((line) => ({
    ...lineOf({
      ...line,
      of_cents: BigInt(line.of_cents),
      weight: line.weight === null ? null : BigInt(line.weight),
      whole: line.whole === null ? null : BigInt(line.whole),
    }),
    cents: negate(big(line.cents)),
  }))
  const left = {
    receipt: row.receipt,
    month: row.ofMonth,
    net: big(row.net),
    costs: big(row.costs),
    earlierLoss: big(row.loss),
    offset: big(row.offset),
    lines,
  }
  const gone = {
    invoice: row.invoice,
    number: row.number,
    member,
    on: row.paidOn,
    vat: big(row.vat),
    rounding: big(row.rounding),
    agreement: row.agreement,
    left,
  }
  return { cause: row.cause, on: row.on, net: big(row.net), gone }
}

function totalsFrom(stored: Row['before']): RunningTotals {
  const taken = Object.fromEntries(Object.entries(stored.taken).map(([period, own]) => [period, centsIn(own)]))
  return { openLoss: cents(stored.openLoss), taken, pots: centsIn(stored.pots), arrears: centsIn(stored.arrears) }
}

function centsIn(numbers: Numbers) {
  return Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, cents(value)]))
}

function big(text: string) {
  return text === '' ? ZERO : cents(BigInt(text))
}
