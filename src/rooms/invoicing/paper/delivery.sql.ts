import { sql } from 'kysely'
import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import type { AnyPermit } from '#rooms/access'
import type { InvoiceId } from '../invoicing.types.ts'

export type Paper = 'invoice' | 'reminder'
/** `paper` must still be posted by somebody; `failed` is a document that could not be made. */
export type DeliveryWay = 'mail' | 'paper' | 'posted' | 'failed'
export type Delivery = { readonly how: DeliveryWay; readonly at: Instant }
/** The last that is known of each paper of an invoice; nothing while a mail still waits to be made. */
export type Deliveries = Partial<Readonly<Record<Paper, Delivery>>>

/** The last of each paper first. Within one moment what came of it counts: posted after it was to be posted. */
export const latestFirst = sql`what, at desc, array_position(array['posted', 'mail', 'paper', 'failed'], how)`

export type StoredDeliveries = Partial<Readonly<Record<Paper, { readonly how: DeliveryWay; readonly at: string }>>>

/** As they come out of one question with the invoice. */
export function deliveriesFrom(stored: StoredDeliveries): Deliveries {
  return Object.fromEntries(Object.entries(stored).map(([what, { how, at }]) => [what, { how, at: Temporal.Instant.from(at) }]))
}

export async function insertDelivery(tx: Tx, permit: AnyPermit, invoice: InvoiceId, what: Paper, how: DeliveryWay): Promise<void> {
  await tx
    .insertInto('invoicing.delivery')
    .values({ tenant: permit.organisation, id: newId(permit.now.epochMilliseconds), invoice, what, how, at: permit.now, recorded_by: permit.person })
    .execute()
}

export async function deliveriesOf(tx: Tx, permit: AnyPermit, invoice: InvoiceId): Promise<Deliveries> {
  const rows = await tx
    .selectFrom('invoicing.delivery')
    .select(['what', 'how', 'at'])
    .distinctOn('what')
    .where('tenant', '=', permit.organisation)
    .where('invoice', '=', invoice)
    .orderBy(latestFirst)
    .execute()
  return Object.fromEntries(rows.map((row) => [row.what, { how: row.how as DeliveryWay, at: row.at }]))
}
