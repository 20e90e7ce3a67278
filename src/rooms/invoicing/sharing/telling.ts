import type { Tx } from '#kit/db.ts'
import { leaveMessage, type MemberId, type Permit } from '#rooms/access'
import type { InvoiceId } from '../invoicing.types.ts'
import { sharesOf } from './shares.sql.ts'

/** Tells a member that a share was asked or set; how much it is stands on the first page and at the invoice. */
export async function tellShare(tx: Tx, permit: Permit<'invoice.tellShare'>, member: MemberId, what: 'shareAsked' | 'shareSet'): Promise<void> {
  await leaveMessage(tx, permit, { person: member, kind: what, link: '/facturen', role: 'member' })
}

/** Tells everybody who has a share in an invoice that its customer was reminded; of work of one member nobody is told. */
export async function tellReminded(tx: Tx, permit: Permit<'invoice.tellShare'>, invoice: InvoiceId): Promise<void> {
  for (const { member } of await sharesOf(tx, permit, invoice))
    await leaveMessage(tx, permit, { person: member, kind: 'shareReminded', link: `/facturen/${invoice}`, role: 'member' })
}
