import type { Tx } from '#kit/db.ts'
import { leaveMessage, type MemberId, type Permit } from '#rooms/access'

/** What a member hears: something that was decided about money was changed by somebody else. */
export type Told = 'receiptRevised' | 'receiptShared' | 'spendingCancelled' | 'promiseChanged' | 'purchaseUndone' | 'thingBilled' | 'thingBillUndone'

/** Tells the member that something changed; what, and why, stands at the thing itself. */
export async function tellMember(tx: Tx, permit: Permit<'spending.tell'>, member: MemberId, what: Told): Promise<void> {
  await leaveMessage(tx, permit, {
    person: member,
    kind: what,
    link: what === 'receiptRevised' || what === 'receiptShared' ? '/bonnen' : what === 'thingBilled' || what === 'thingBillUndone' ? '/spullen' : '/geld',
    role: 'member',
  })
}
