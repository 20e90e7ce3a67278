import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import { type AnyPermit, type MemberId, withinReach } from '#rooms/access'
import { invoiceFrom, invoiceQuery } from '../invoicing.sql.ts'
import type { Invoice, InvoiceId, InvoiceReceipt, InvoiceReceiptId, InvoiceStanding, OpenInvoice } from '../invoicing.types.ts'
import { type Deliveries, deliveriesFrom, latestFirst, type StoredDeliveries } from '../paper/delivery.sql.ts'
import { type InvoiceDocument, thawed } from '../paper/document.rules.ts'
import type { Totals } from '../pricing/pricing.rules.ts'

export async function standingOf(tx: Tx, permit: AnyPermit, invoice: InvoiceId): Promise<InvoiceStanding> {
  const row = await tx.selectFrom('invoicing.standing').selectAll().where('tenant', '=', permit.organisation).where('invoice', '=', invoice).executeTakeFirst()
  return standingFrom(row)
}

type StandingRow = {
  received: bigint | null
  undone: bigint | null
  credited: bigint | null
  refunded: bigint | null
  written_off: bigint | null
  open: bigint | null
}

function standingFrom(row: StandingRow | undefined): InvoiceStanding {
  return {
    received: ((row?.received ?? 0n) - (row?.undone ?? 0n)) as Cents,
    credited: (row?.credited ?? 0n) as Cents,
    refunded: (row?.refunded ?? 0n) as Cents,
    writtenOff: (row?.written_off ?? 0n) as Cents,
    open: (row?.open ?? 0n) as Cents,
  }
}

export type InvoiceFilter = {
  readonly open?: boolean
  /** Open, or written off: what a customer can still pay. */
  readonly payable?: boolean
  readonly member?: MemberId
  readonly limit?: number
  readonly before?: string
}

/** Sent invoices within reach with where they stand, newest first. */
export async function invoicesWithStanding(tx: Tx, permit: AnyPermit, filter: InvoiceFilter): Promise<OpenInvoice[]> {
  let query = standingQuery(tx, permit).orderBy('i.year', 'desc').orderBy('i.sequence', 'desc')
  if (filter.open) query = query.where('s.open', '<>', 0n)
  if (filter.payable) query = query.where((eb) => eb.or([eb('s.open', '<>', 0n), eb('s.written_off', '>', 0n)]))
  if (filter.member) query = query.where('i.member', '=', filter.member)
  if (filter.before) query = query.where('i.number', '<', filter.before)
  if (filter.limit) query = query.limit(filter.limit)
  const rows = await query.execute()
  return rows.map((row) => ({ ...invoiceFrom(row), ...standingFrom(row), remindedAt: row.reminded_at }))
}

export type InvoiceInFull = OpenInvoice & {
  readonly document: InvoiceDocument
  readonly deliveries: Deliveries
  readonly released: boolean
  readonly proposed: boolean
}

/** One sent invoice with all there is to show, or null. */
export async function invoiceInFull(tx: Tx, permit: AnyPermit, id: InvoiceId): Promise<InvoiceInFull | null> {
  const row = await standingQuery(tx, permit)
    .select('i.document')
    .select(
      sql<StoredDeliveries>`(select coalesce(jsonb_object_agg(d.what, jsonb_build_object('how', d.how, 'at', d.at)), '{}') from (
        select distinct on (what) what, how, at from invoicing.delivery x where x.tenant = i.tenant and x.invoice = i.id order by ${latestFirst}) d)`.as(
        'deliveries',
      ),
    )
    .select(
      sql<boolean>`exists (select from invoicing.released x where x.tenant = i.tenant and x.invoice = i.id)
      and not exists (select from invoicing.share s where s.tenant = i.tenant and s.invoice = i.id and s.waits
        and not exists (select from invoicing.released x where x.tenant = s.tenant and x.invoice = s.invoice and x.member = s.member))`.as('released'),
    )
    .select(
      sql<boolean>`exists (select from invoicing.write_off_proposal x where x.tenant = i.tenant and x.invoice = i.id
      and not exists (select from invoicing.write_off_ended e where e.tenant = x.tenant and e.proposal = x.id)
      and not exists (select from invoicing.write_off w where w.tenant = x.tenant and w.proposal = x.id))`.as('proposed'),
    )
    .where('i.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return {
    ...invoiceFrom(row),
    ...standingFrom(row),
    remindedAt: row.reminded_at,
    document: thawed(row.document),
    deliveries: deliveriesFrom(row.deliveries),
    released: row.released,
    proposed: row.proposed,
  }
}

function standingQuery(tx: Tx, permit: AnyPermit) {
  return invoiceQuery(tx, permit)
    .leftJoin('invoicing.standing as s', (join) => join.onRef('s.tenant', '=', 'i.tenant').onRef('s.invoice', '=', 'i.id'))
    .select(['s.received', 's.undone', 's.credited', 's.refunded', 's.written_off', 's.open'])
    .select(
      sql<Instant | null>`(select max(r.sent_at) from invoicing.reminder r where r.tenant = i.tenant and r.invoice = i.id and r.step <> 'call')`.as(
        'reminded_at',
      ),
    )
}

export async function insertReceipt(
  tx: Tx,
  permit: AnyPermit,
  receipt: Totals & { id: InvoiceReceiptId; invoice: Invoice; member: MemberId; on: Day; source: { kind: string; id: string }; entry: string },
): Promise<void> {
  await tx
    .insertInto('invoicing.receipt')
    .values({
      tenant: permit.organisation,
      id: receipt.id,
      invoice: receipt.invoice.id,
      member: receipt.member,
      on_day: receipt.on,
      net: receipt.net,
      vat: receipt.vat,
      rounding: receipt.rounding,
      gross: receipt.payable,
      source_kind: receipt.source.kind,
      source_id: receipt.source.id,
      entry: receipt.entry,
      recorded_at: permit.now,
    })
    .execute()
}

/** Receipts of one invoice, oldest first, for its page. */
export async function paymentsOf(tx: Tx, permit: AnyPermit, invoice: InvoiceId): Promise<(InvoiceReceipt & { readonly undone: boolean })[]> {
  const rows = await receiptQuery(tx, permit).where('r.invoice', '=', invoice).execute()
  return rows.map((row) => ({ ...receiptFrom(row), undone: row.undone !== null }))
}

/** Receipts of one invoice, oldest first, each with what was taken back of it. */
export async function receiptsOf(
  tx: Tx,
  permit: AnyPermit,
  invoice: InvoiceId,
): Promise<(InvoiceReceipt & { left: Totals; undone: boolean; entry: string })[]> {
  const rows = await receiptQuery(tx, permit).where('r.invoice', '=', invoice).execute()
  const back = await tx.selectFrom('invoicing.taken_back').selectAll().where('tenant', '=', permit.organisation).where('invoice', '=', invoice).execute()
  return rows.map((row) => {
    const gone = back.filter((each) => each.receipt === row.id)
    const left = (pick: (each: { net: bigint; vat: bigint; rounding: bigint; gross: bigint }) => bigint) =>
      (pick(row) - gone.reduce((all, each) => all + pick(each), 0n)) as Cents
    return {
      ...receiptFrom(row),
      undone: row.undone !== null,
      entry: row.entry,
      left: { net: left((each) => each.net), vat: left((each) => each.vat), rounding: left((each) => each.rounding), payable: left((each) => each.gross) },
    }
  })
}

export async function receiptById(tx: Tx, permit: AnyPermit, id: InvoiceReceiptId): Promise<InvoiceReceipt | null> {
  const row = await receiptQuery(tx, permit).where('r.id', '=', id).executeTakeFirst()
  return row ? receiptFrom(row) : null
}

function receiptQuery(tx: Tx, permit: AnyPermit) {
  return tx
    .selectFrom('invoicing.receipt as r')
    .innerJoin('invoicing.invoice as i', (join) => join.onRef('i.tenant', '=', 'r.tenant').onRef('i.id', '=', 'r.invoice'))
    .leftJoin('invoicing.released as l', (join) =>
      join.onRef('l.tenant', '=', 'r.tenant').onRef('l.invoice', '=', 'r.invoice').onRef('l.member', '=', 'r.member'),
    )
    .leftJoin('invoicing.share as h', (join) => join.onRef('h.tenant', '=', 'r.tenant').onRef('h.invoice', '=', 'r.invoice').onRef('h.member', '=', 'r.member'))
    .leftJoin('invoicing.receipt_undone as u', (join) => join.onRef('u.tenant', '=', 'r.tenant').onRef('u.receipt', '=', 'r.id'))
    .select(['r.id', 'r.invoice', 'i.number', 'r.member', 'r.on_day', 'r.net', 'r.vat', 'r.rounding', 'r.gross', 'r.entry'])
    .select(['i.waits_because', 'h.waits', 'l.on_day as released_on', 'u.receipt as undone'])
    .where('r.tenant', '=', permit.organisation)
    .where((eb) => withinReach(permit, eb, 'r.member'))
    .orderBy('r.on_day')
    .orderBy('r.recorded_at')
    .orderBy('r.id')
}

function receiptFrom(row: Awaited<ReturnType<ReturnType<typeof receiptQuery>['execute']>>[number]): InvoiceReceipt {
  return {
    receipt: row.id as InvoiceReceiptId,
    invoice: row.invoice as InvoiceId,
    number: row.number,
    member: row.member as MemberId,
    on: row.on_day,
    net: row.net as Cents,
    vat: row.vat as Cents,
    rounding: row.rounding as Cents,
    payable: row.gross as Cents,
    gross: row.gross as Cents,
    waits: row.waits_because === null || row.waits === false ? false : { releasedOn: row.released_on },
  }
}

export async function insertTakenBack(
  tx: Tx,
  permit: AnyPermit,
  part: Totals & { receipt: InvoiceReceipt; cause: string; why: 'credited' | 'undone'; on: Day },
): Promise<void> {
  await tx
    .insertInto('invoicing.taken_back')
    .values({
      tenant: permit.organisation,
      receipt: part.receipt.receipt,
      cause: part.cause,
      why: part.why,
      invoice: part.receipt.invoice,
      member: part.receipt.member,
      on_day: part.on,
      net: part.net,
      vat: part.vat,
      rounding: part.rounding,
      gross: part.payable,
      recorded_at: permit.now,
    })
    .execute()
}

export async function insertUndone(tx: Tx, permit: AnyPermit, row: { receipt: InvoiceReceiptId; id: string; on: Day; entry: string }): Promise<void> {
  await tx
    .insertInto('invoicing.receipt_undone')
    .values({ tenant: permit.organisation, receipt: row.receipt, id: row.id, on_day: row.on, entry: row.entry, recorded_at: permit.now })
    .execute()
}

export async function insertRefund(
  tx: Tx,
  permit: AnyPermit,
  row: { id: string; invoice: InvoiceId; on: Day; cents: Cents; source: { kind: string; id: string }; entry: string },
): Promise<void> {
  await tx
    .insertInto('invoicing.refund')
    .values({
      tenant: permit.organisation,
      id: row.id,
      invoice: row.invoice,
      on_day: row.on,
      cents: row.cents,
      source_kind: row.source.kind,
      source_id: row.source.id,
      entry: row.entry,
      recorded_at: permit.now,
    })
    .execute()
}

export async function refundById(tx: Tx, permit: AnyPermit, id: string): Promise<{ entry: string; invoice: InvoiceId } | null> {
  const row = await tx
    .selectFrom('invoicing.refund')
    .select(['entry', 'invoice'])
    .where('tenant', '=', permit.organisation)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { entry: row.entry, invoice: row.invoice as InvoiceId } : null
}

export async function insertRefundUndone(tx: Tx, permit: AnyPermit, refund: string): Promise<void> {
  await tx.insertInto('invoicing.refund_undone').values({ tenant: permit.organisation, refund, recorded_at: permit.now }).execute()
}
