import { sql } from 'kysely'
import type { Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { ShareLine } from '#rooms/agreements'
import type { MemberSplit } from './facts.rules.ts'
import type { Aside } from './open-months.rules.ts'

/** A line of a month with its place in it: what a payment's river points to. */
export type Numbered = ShareLine & { readonly line: number }

export type SplitToWrite = MemberSplit & {
  readonly entry: string | null
  readonly reversalIds: readonly { readonly id: string; readonly entry: string | null }[]
}

export async function insertClosing(tx: Tx, permit: AnyPermit, row: { month: Month; head: string; head_number: bigint | null; cover: Cents }): Promise<void> {
  await tx
    .insertInto('settlement.closing')
    .values({ tenant: permit.organisation, closed_at: permit.now, closed_by: permit.person, ...row })
    .execute()
}

/**
 * Writes the divided months of many members as sets: one statement per table, however many members there are.
 * The caller hands over at most some hundreds at a time, so that memory stays the same for ten and for ten thousand.
 */
export async function insertSplits(tx: Tx, permit: AnyPermit, month: Month, splits: readonly SplitToWrite[]): Promise<void> {
  await insertMemberMonths(tx, permit, month, splits)
  await insertShares(tx, permit, month, splits)
  await insertReceipts(tx, permit, month, splits)
  await insertReversals(tx, permit, month, splits)
}

async function insertMemberMonths(tx: Tx, permit: AnyPermit, month: Month, splits: readonly SplitToWrite[]): Promise<void> {
  const of = <T>(read: (split: SplitToWrite) => T): T[] => splits.map(read)
  await sql`insert into settlement.member_month
      (tenant, month, member, part, agreement, turnover, costs, costs_not_counted, result, open_loss_before, loss_carried, loss_borne, facts, arrears, entry)
    select ${permit.organisation}::uuid, ${month}, * from unnest(${of((s) => s.facts.member)}::uuid[], ${of((s) => s.part)}::smallint[], ${of((s) => s.facts.agreement.version)}::text[],
      ${of((s) => s.shares.turnover)}::bigint[], ${of((s) => s.shares.costs)}::bigint[], ${of((s) => s.shares.costsNotCounted)}::bigint[],
      ${of((s) => s.shares.result)}::bigint[], ${of((s) => s.shares.openLossBefore)}::bigint[], ${of((s) => s.shares.lossCarried)}::bigint[],
      ${of((s) => s.shares.lossBorne)}::bigint[],
      ${of((s) => text({ costs: s.facts.costs, rules: s.facts.agreement.rules, before: s.facts.before }))}::jsonb[],
      ${of((s) => text(s.shares.totals.arrears))}::jsonb[], ${of((s) => s.entry)}::uuid[])`.execute(tx)
}

async function insertShares(tx: Tx, permit: AnyPermit, month: Month, splits: readonly SplitToWrite[]): Promise<void> {
  const rows = splits.flatMap((split) =>
    split.shares.lines.map((line) => ({ member: split.facts.member, part: split.part, place: (line as Numbered).line, line })),
  )
  const of = <T>(read: (row: { member: MemberId; part: number; place: number; line: ShareLine }) => T): T[] => rows.map(read)
  if (rows.length === 0) return
  await sql`insert into settlement.share (tenant, month, member, part, line, receiver, step, kind, from_receiver, article, base, of_cents, weight, whole, cents)
    select ${permit.organisation}::uuid, ${month}, * from unnest(${of((r) => r.member)}::uuid[], ${of((r) => r.part)}::smallint[], ${of((r) => r.place)}::smallint[],
      ${of((r) => r.line.receiver)}::text[], ${of((r) => r.line.step)}::text[], ${of((r) => r.line.kind)}::text[], ${of((r) => r.line.from)}::text[],
      ${of((r) => r.line.article)}::text[], ${of((r) => r.line.base)}::text[], ${of((r) => r.line.of)}::bigint[], ${of((r) => r.line.weight)}::bigint[],
      ${of((r) => r.line.whole)}::bigint[], ${of((r) => r.line.cents)}::bigint[])`.execute(tx)
}

async function insertReceipts(tx: Tx, permit: AnyPermit, month: Month, splits: readonly SplitToWrite[]): Promise<void> {
  const rows = splits.flatMap((split) => {
    const rivers = new Map(split.rivers.map((river) => [river.receipt, river]))
    return split.facts.payments.map((payment) => ({ payment, part: split.part, river: rivers.get(payment.receipt) ?? null }))
  })
  if (rows.length === 0) return
  const of = <T>(read: (row: (typeof rows)[number]) => T): T[] => rows.map(read)
  await sql`insert into settlement.divided_receipt (tenant, receipt, month, member, part, invoice, number, shared, inside, on_day, net, vat, rounding, costs, earlier_loss, set_off)
    select ${permit.organisation}::uuid, receipt, ${month}, member, part, invoice, number, shared, inside, on_day, net, vat, rounding, costs, earlier_loss, set_off
    from unnest(${of((r) => r.payment.receipt)}::uuid[], ${of((r) => r.payment.member)}::uuid[], ${of((r) => r.part)}::smallint[], ${of((r) => r.payment.invoice)}::uuid[],
      ${of((r) => r.payment.number)}::text[], ${of((r) => r.payment.shared ?? false)}::boolean[],
      ${of((r) => r.payment.inside ?? false)}::boolean[], ${of((r) => r.payment.on)}::date[], ${of((r) => r.payment.net)}::bigint[], ${of((r) => r.payment.vat)}::bigint[], ${of((r) => r.payment.rounding)}::bigint[],
      ${of((r) => r.river?.costs ?? 0n)}::bigint[], ${of((r) => r.river?.earlierLoss ?? 0n)}::bigint[],
      ${of((r) => r.river?.offset ?? 0n)}::bigint[])
    as x(receipt, member, part, invoice, number, shared, inside, on_day, net, vat, rounding, costs, earlier_loss, set_off)`.execute(tx)
  const parts = rows.flatMap((row) =>
    (row.river?.lines ?? []).map((line) => ({ receipt: row.payment.receipt, line: (line as Numbered).line, cents: line.cents })),
  )
  if (parts.length === 0) return
  await sql`insert into settlement.receipt_share (tenant, receipt, line, cents)
    select ${permit.organisation}::uuid, * from unnest(${parts.map((p) => p.receipt)}::uuid[], ${parts.map((p) => p.line)}::smallint[],
      ${parts.map((p) => p.cents)}::bigint[])`.execute(tx)
}

async function insertReversals(tx: Tx, permit: AnyPermit, month: Month, splits: readonly SplitToWrite[]): Promise<void> {
  const rows = splits.flatMap((split) =>
    split.reversals.map((reversal, place) => {
      const { id, entry } = split.reversalIds[place] ?? { id: '', entry: null }
      const { costs, earlierLoss, offset } = reversal.divided.left
      // What went back of costs and losses is what the river has less of.
      const less = { costs: costs - reversal.left.costs, earlierLoss: earlierLoss - reversal.left.earlierLoss, offset: offset - reversal.left.offset }
      return { ...reversal, id, entry, less, member: split.facts.member }
    }),
  )
  if (rows.length === 0) return
  const of = <T>(read: (row: (typeof rows)[number]) => T): T[] => rows.map(read)
  await sql`insert into settlement.reversal (tenant, month, id, receipt, cause, on_day, member, net, costs, earlier_loss, set_off, loss_carried, loss_borne, entry)
    select ${permit.organisation}::uuid, ${month}, * from unnest(${of((r) => r.id)}::uuid[], ${of((r) => r.receipt)}::uuid[], ${of((r) => r.cause)}::uuid[],
      ${of((r) => r.on)}::date[], ${of((r) => r.member)}::uuid[], ${of((r) => r.net)}::bigint[], ${of((r) => r.less.costs)}::bigint[],
      ${of((r) => r.less.earlierLoss)}::bigint[], ${of((r) => r.less.offset)}::bigint[], ${of((r) => r.lossCarried)}::bigint[],
      ${of((r) => r.lossBorne)}::bigint[], ${of((r) => r.entry)}::uuid[])`.execute(tx)
  const parts = rows.flatMap((row) => row.lines.map((line) => ({ reversal: row.id, line: (line as Numbered).line, cents: line.cents })))
  if (parts.length === 0) return
  await sql`insert into settlement.reversal_share (tenant, reversal, line, cents)
    select ${permit.organisation}::uuid, * from unnest(${parts.map((p) => p.reversal)}::uuid[], ${parts.map((p) => p.line)}::smallint[],
      ${parts.map((p) => p.cents)}::bigint[])`.execute(tx)
}

/** Money that waits until somebody agreed upon the day of the work; what was set aside before stays as it is. */
export async function insertAside(tx: Tx, permit: AnyPermit, month: Month, aside: readonly Aside[]): Promise<void> {
  if (aside.length === 0) return
  await tx
    .insertInto('settlement.set_aside')
    .values(aside.map(({ on, performedOn, ...each }) => ({ ...each, tenant: permit.organisation, month, on_day: on, performed_on: performedOn })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function insertOpening(
  tx: Tx,
  permit: AnyPermit,
  totals: readonly { member: MemberId; taken: readonly { year: number; receiver: string; step: string; cents: Cents }[]; openLoss: Cents }[],
): Promise<void> {
  const taken = totals.flatMap(({ member, taken: list }) => list.map((each) => ({ tenant: permit.organisation, member, ...each })))
  if (taken.length > 0) await tx.insertInto('settlement.opening_total').values(taken).execute()
  const losses = totals.filter((each) => each.openLoss > 0n).map(({ member, openLoss }) => ({ tenant: permit.organisation, member, cents: openLoss }))
  if (losses.length > 0) await tx.insertInto('settlement.opening_loss').values(losses).execute()
}

function text(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? Number(part) : part))
}
