import { sql } from 'kysely'
import { json, type Tx } from '#kit/db.ts'
import { type Cents, cents, plus, ZERO } from '#kit/money.ts'
import { type AnyPermit, type MemberId, withinReach } from '#rooms/access'
import type { CustomerId } from '#rooms/organisations'
import type { Draft, DraftShare, Invoice, InvoiceId, InvoiceRequest, InvoiceWithDocument } from './invoicing.types.ts'
import { type InvoiceDocument, type InvoiceKind, thawed } from './paper/document.rules.ts'
import type { Credited } from './pricing/credit.rules.ts'
import type { Line, PriceBasis, Totals, Unit } from './pricing/pricing.rules.ts'
import type { VatKind } from './pricing/vat-rates.rules.ts'

export async function insertDraft(tx: Tx, permit: AnyPermit, id: InvoiceId, asked: InvoiceRequest): Promise<void> {
  await tx
    .insertInto('invoicing.draft')
    .values({ ...draftRow(asked), tenant: permit.organisation, id, asked_by: permit.person, asked_at: permit.now, returned_because: null })
    .execute()
  await insertLines(tx, permit, id, asked.lines)
}

export async function replaceDraft(tx: Tx, permit: AnyPermit, id: InvoiceId, asked: InvoiceRequest): Promise<void> {
  await tx
    .updateTable('invoicing.draft')
    .set({ ...draftRow(asked), returned_because: null })
    .where('tenant', '=', permit.organisation)
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('invoicing.draft_line').where('tenant', '=', permit.organisation).where('draft', '=', id).execute()
  await insertLines(tx, permit, id, asked.lines)
}

function draftRow(asked: InvoiceRequest) {
  return {
    kind: asked.kind,
    member: asked.member,
    customer: asked.customer,
    basis: asked.basis,
    performed_on: asked.performedOn,
    reference: asked.reference,
    note: asked.note,
    by_card: asked.byCard,
    unsure: asked.unsure ?? false,
  }
}

async function insertLines(tx: Tx, permit: AnyPermit, draft: InvoiceId, lines: readonly Line[]): Promise<void> {
  await tx
    .insertInto('invoicing.draft_line')
    .values(
      lines.map((line, index) => ({
        tenant: permit.organisation,
        draft,
        line: index + 1,
        description: line.description,
        quantity: line.quantity,
        unit: line.unit,
        price: line.price,
        vat: line.vat,
      })),
    )
    .execute()
}

export async function markReturned(tx: Tx, permit: AnyPermit, id: InvoiceId, because: string): Promise<void> {
  await tx.updateTable('invoicing.draft').set({ returned_because: because }).where('tenant', '=', permit.organisation).where('id', '=', id).execute()
}

export async function deleteDraft(tx: Tx, permit: AnyPermit, id: InvoiceId): Promise<void> {
  await tx.deleteFrom('invoicing.draft').where('tenant', '=', permit.organisation).where('id', '=', id).execute()
}

type StoredLine = { readonly description: string; readonly quantity: number; readonly unit: string; readonly price: number; readonly vat: string }

type StoredDraftShare = Pick<DraftShare, 'member' | 'line' | 'agreedBy' | 'refusedBecause'> & { readonly percent: number | null; readonly cents: number | null }

/** Drafts within reach, oldest work first; `lock` keeps one for this transaction, `named` finds one in which somebody within reach has a share too. */
export async function drafts(tx: Tx, permit: AnyPermit, only: { id?: InvoiceId; lock?: boolean; named?: boolean } = {}): Promise<Draft[]> {
  let query = tx
    .selectFrom('invoicing.draft as d')
    .selectAll('d')
    // One query for drafts and lines; whole numbers in json stay exact below 2^53.
    .select([
      sql<
        readonly StoredLine[]
      >`(select jsonb_agg(jsonb_build_object('description', description, 'quantity', quantity, 'unit', unit, 'price', price, 'vat', vat) order by line)
        from invoicing.draft_line where tenant = d.tenant and draft = d.id)`.as('lines'),
      sql<readonly StoredDraftShare[]>`(select coalesce(jsonb_agg(jsonb_build_object('member', member, 'line', line, 'percent', percent, 'cents', cents,
        'agreedBy', agreed_by, 'refusedBecause', refused_because) order by nr), '[]') from invoicing.draft_share where tenant = d.tenant and draft = d.id)`.as(
        'shares',
      ),
      sql<boolean>`exists (select from invoicing.trust t where t.tenant = d.tenant and t.member = d.member and t.since <= ${permit.today}
        and (t.until is null or t.until >= ${permit.today}))`.as('trusted'),
    ])
    .where('d.tenant', '=', permit.organisation)
    .where((eb) => (only.named && permit.reach !== 'organisation' ? isNamed(permit, 'draft_share', 'draft', 'd') : withinReach(permit, eb, 'd.member')))
    .orderBy('d.performed_on')
    .orderBy('d.id')
  if (only.id) query = query.where('d.id', '=', only.id)
  const rows = await (only.lock ? query.forUpdate() : query).execute()
  return rows.map((row) => ({
    id: row.id as InvoiceId,
    kind: row.kind as Draft['kind'],
    member: row.member as MemberId,
    customer: row.customer as CustomerId | null,
    basis: row.basis as PriceBasis,
    performedOn: row.performed_on,
    reference: row.reference,
    note: row.note,
    byCard: row.by_card as Cents,
    unsure: row.unsure,
    askedAt: row.asked_at,
    returnedBecause: row.returned_because,
    trusted: row.trusted,
    shares: row.shares.map((each) => ({
      ...each,
      ...(each.percent === null ? { percent: null, cents: cents(each.cents ?? 0) } : { percent: BigInt(each.percent), cents: null }),
    })),
    lines: row.lines.map((line) => ({
      description: line.description,
      quantity: BigInt(line.quantity),
      unit: line.unit as Unit,
      price: cents(line.price),
      vat: line.vat as VatKind,
    })),
  }))
}

const INVOICE = [
  'i.id',
  'i.number',
  'i.kind',
  'i.member',
  'i.customer',
  'i.customer_name',
  'i.credits',
  'i.issued_on',
  'i.due_on',
  'i.performed_on',
  'i.net',
  'i.vat',
  'i.rounding',
  'i.payable',
  'i.waits_because',
  'i.shared',
  'i.sent_at',
] as const

/** Whether somebody within reach has a share in it. */
function isNamed(permit: AnyPermit, table: 'share' | 'draft_share', of: 'invoice' | 'draft', alias: 'i' | 'd') {
  const named = sql.raw(`x.tenant = ${alias}.tenant and x.${of} = ${alias}.id`)
  const reach = permit.reach === 'organisation' ? [] : [...permit.reach]
  return sql<boolean>`exists (select from ${sql.table(`invoicing.${table}`)} x where ${named} and x.member = any (${reach}::uuid[]))`
}

export async function invoiceById(tx: Tx, permit: AnyPermit, id: InvoiceId): Promise<InvoiceWithDocument | null> {
  const row = await invoiceQuery(tx, permit).select('i.document').where('i.id', '=', id).executeTakeFirst()
  return row ? { ...invoiceFrom(row), document: thawed(row.document) } : null
}

/** All documents of a year or from the beginning, for the export, in the order of their numbers. */
export async function documents(tx: Tx, permit: AnyPermit, only?: { readonly from: number; readonly most: number }): Promise<InvoiceWithDocument[]> {
  const all = invoiceQuery(tx, permit).select('i.document').orderBy('i.year').orderBy('i.sequence').orderBy('i.id')
  const rows = await (only ? all.offset(only.from).limit(only.most) : all).execute()
  return rows.map((row) => ({ ...invoiceFrom(row), document: thawed(row.document) }))
}

/** How many invoices and credit notes were ever sent. */
export async function countInvoices(tx: Tx, permit: AnyPermit): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from invoicing.invoice where tenant = ${permit.organisation}`.execute(tx)
  return rows[0]?.count ?? 0
}

export async function creditNotesOf(tx: Tx, permit: AnyPermit, invoice: InvoiceId): Promise<Invoice[]> {
  return (await invoiceQuery(tx, permit).where('i.credits', '=', invoice).orderBy('i.sequence').execute()).map(invoiceFrom)
}

export function invoiceQuery(tx: Tx, permit: AnyPermit) {
  return tx
    .selectFrom('invoicing.invoice as i')
    .select(INVOICE)
    .where('i.tenant', '=', permit.organisation)
    .where((eb) => (permit.reach === 'organisation' ? eb.lit(true) : eb.or([withinReach(permit, eb, 'i.member'), isNamed(permit, 'share', 'invoice', 'i')])))
}

export function invoiceFrom(row: Awaited<ReturnType<ReturnType<typeof invoiceQuery>['execute']>>[number]): Invoice {
  return {
    id: row.id as InvoiceId,
    number: row.number,
    kind: row.kind as InvoiceKind,
    member: row.member as MemberId,
    customer: row.customer as CustomerId | null,
    customerName: row.customer_name,
    credits: row.credits as InvoiceId | null,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    performedOn: row.performed_on,
    net: row.net as Cents,
    vat: row.vat as Cents,
    rounding: row.rounding as Cents,
    payable: row.payable as Cents,
    waitsBecause: row.waits_because,
    shared: row.shared,
    sentAt: row.sent_at,
  }
}

/** One change at a time to what is open of an invoice. */
export async function lockInvoice(tx: Tx, permit: AnyPermit, id: InvoiceId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${permit.organisation}::text || ${id}, 50))`.execute(tx)
}

export async function insertInvoice(
  tx: Tx,
  permit: AnyPermit,
  invoice: Omit<Invoice, 'sentAt' | 'number'> & { year: number; sequence: number; korSold: Cents; document: InvoiceDocument },
): Promise<void> {
  await tx
    .insertInto('invoicing.invoice')
    .values({
      tenant: permit.organisation,
      id: invoice.id,
      year: invoice.year,
      sequence: invoice.sequence,
      number: invoice.document.number,
      kind: invoice.kind,
      member: invoice.member,
      customer: invoice.customer,
      customer_name: invoice.customerName,
      credits: invoice.credits,
      issued_on: invoice.issuedOn,
      due_on: invoice.dueOn,
      performed_on: invoice.performedOn,
      net: invoice.net,
      vat: invoice.vat,
      rounding: invoice.rounding,
      payable: invoice.payable,
      kor_sold: invoice.korSold,
      document: json(invoice.document as unknown),
      waits_because: invoice.waitsBecause,
      shared: invoice.shared,
      sent_at: permit.now,
      sent_by: permit.person,
    })
    .execute()
}

export async function insertCreditedLine(
  tx: Tx,
  permit: AnyPermit,
  row: { creditNote: InvoiceId; invoice: InvoiceId; line: number; quantity: bigint; net: Cents },
): Promise<void> {
  await tx
    .insertInto('invoicing.credited_line')
    .values({ tenant: permit.organisation, credit_note: row.creditNote, invoice: row.invoice, line: row.line, quantity: row.quantity, net: row.net })
    .execute()
}

/** What credit notes took so far, by the place of the line in the invoice. */
export async function creditedLines(tx: Tx, permit: AnyPermit, invoice: InvoiceId): Promise<Credited[]> {
  const rows = await tx
    .selectFrom('invoicing.credited_line')
    .select(['line', 'quantity', 'net'])
    .where('tenant', '=', permit.organisation)
    .where('invoice', '=', invoice)
    .execute()
  const list: Credited[] = []
  for (const row of rows) {
    const before = list[row.line]
    list[row.line] = { quantity: (before?.quantity ?? 0n) + row.quantity, net: plus(before?.net ?? ZERO, row.net as Cents) }
  }
  return list
}

/** The sums of all credit notes of an invoice. */
export async function creditedTotals(tx: Tx, permit: AnyPermit, invoice: InvoiceId): Promise<Totals> {
  const row = await tx
    .selectFrom('invoicing.invoice')
    .select([
      sql<bigint>`coalesce(sum(net), 0)::bigint`.as('net'),
      sql<bigint>`coalesce(sum(vat), 0)::bigint`.as('vat'),
      sql<bigint>`coalesce(sum(rounding), 0)::bigint`.as('rounding'),
      sql<bigint>`coalesce(sum(payable), 0)::bigint`.as('payable'),
    ])
    .where('tenant', '=', permit.organisation)
    .where('credits', '=', invoice)
    .executeTakeFirstOrThrow()
  return { net: row.net as Cents, vat: row.vat as Cents, rounding: row.rounding as Cents, payable: row.payable as Cents }
}
