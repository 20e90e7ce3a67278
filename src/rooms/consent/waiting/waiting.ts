import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { MemberId, Permit } from '#rooms/access'
import { benefitOn } from '#rooms/members'
import { endWaiting, insertWaiting } from './waiting.sql.ts'

/** Work was sold without consent and its money waits for a decision (decisions 6): member, coach and case manager see it from now on. */
export async function workWaits(
  tx: Tx,
  permit: Permit<'invoice.send'>,
  work: { readonly invoice: string; readonly member: MemberId; readonly performedOn: Day },
): Promise<void> {
  const { municipality } = await benefitOn(tx, permit, work.member, work.performedOn)
  await insertWaiting(tx, permit, { ...work, municipality })
}

/** The money was released, or the invoice taken back whole: nothing waits any more, or of a shared invoice not for `member`. Without effect where nothing waited. */
export async function workWaitsNoMore(
  tx: Tx,
  permit: Permit<'invoice.release'> | Permit<'invoice.credit'>,
  invoice: string,
  member: MemberId | null = null,
): Promise<void> {
  await endWaiting(tx, permit, invoice, member)
}
