import type { Tx } from '#kit/db.ts'
import { leaveMessage, type MemberId, type Permit } from '#rooms/access'

/** Tells a member that a share was asked or set; how much it is stands on the first page and at the invoice. */
export async function tellShare(tx: Tx, permit: Permit<'invoice.tellShare'>, member: MemberId, what: 'shareAsked' | 'shareSet'): Promise<void> {
  await leaveMessage(tx, permit, { person: member, kind: what, link: '/facturen', role: 'member' })
}
