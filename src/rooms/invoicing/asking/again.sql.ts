import { sql } from 'kysely'
import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, type MemberId, withinReach } from '#rooms/access'
import type { CustomerId } from '#rooms/organisations'
import type { InvoiceId } from '../invoicing.types.ts'

/** When a customer was last asked or sent an invoice for a member. */
export type CustomerUse = { readonly customer: CustomerId; readonly member: MemberId; readonly at: Instant }

export async function customerUses(tx: Tx, permit: AnyPermit): Promise<readonly CustomerUse[]> {
  const asked = tx
    .selectFrom('invoicing.draft as d')
    .select(['d.customer', 'd.member', 'd.asked_at as at'])
    .where('d.tenant', '=', permit.organisation)
    .where((eb) => withinReach(permit, eb, 'd.member'))
    .where('d.customer', 'is not', null)
  const sent = tx
    .selectFrom('invoicing.invoice as i')
    .select(['i.customer', 'i.member', 'i.sent_at as at'])
    .where('i.tenant', '=', permit.organisation)
    .where((eb) => withinReach(permit, eb, 'i.member'))
    .where('i.kind', '=', 'invoice')
    .where('i.customer', 'is not', null)
  const rows = await tx
    .selectFrom(asked.unionAll(sent).as('u'))
    .select(['u.customer', 'u.member', sql<Instant>`max(u.at)`.as('at')])
    .groupBy(['u.customer', 'u.member'])
    .execute()
  return rows.map((row) => ({ customer: row.customer as CustomerId, member: row.member as MemberId, at: row.at }))
}

/** The invoice of a member that was asked for last, sent or not: an id holds the moment it was made, and sending does not change it. */
export async function lastAskedId(tx: Tx, permit: AnyPermit, member: MemberId): Promise<InvoiceId | null> {
  const asked = tx
    .selectFrom('invoicing.draft as d')
    .select('d.id')
    .where('d.tenant', '=', permit.organisation)
    .where((eb) => withinReach(permit, eb, 'd.member'))
    .where('d.member', '=', member)
    .where('d.kind', '=', 'invoice')
  const sent = tx
    .selectFrom('invoicing.invoice as i')
    .select('i.id')
    .where('i.tenant', '=', permit.organisation)
    .where((eb) => withinReach(permit, eb, 'i.member'))
    .where('i.member', '=', member)
    .where('i.kind', '=', 'invoice')
    .where(sql<boolean>`not i.document ? 'takenOver'`)
  const row = await tx.selectFrom(asked.unionAll(sent).as('u')).select('u.id').orderBy('u.id', 'desc').limit(1).executeTakeFirst()
  return row ? (row.id as InvoiceId) : null
}
