import type { Tx } from '#kit/db.ts'
import { leaveMessage, type MemberId, type MessageKind, type Permit } from '#rooms/access'

/** What a member hears about work between two members. */
export type WorkTold = Extract<MessageKind, `memberWork${string}`>

/** Tells a member about work with another member; what it is about, and how much, stands at the work itself. */
export async function tellOfWork(tx: Tx, permit: Permit<'memberWork.tell'>, work: string, member: MemberId, what: WorkTold): Promise<void> {
  await leaveMessage(tx, permit, { person: member, kind: what, link: `/onderling/${work}`, role: 'member' })
}
