import { job, type MemberId } from '#rooms/access'
import { type Told, tellMember } from './telling.ts'

const tell = (what: Told) => job('spending.tell', (tx, permit, facts) => tellMember(tx, permit, facts.member as MemberId, what))

export const jobs = {
  'receipt.tellShared': tell('receiptShared'),
  'receipt.tellRevised': tell('receiptRevised'),
  'spending.tellCancelled': tell('spendingCancelled'),
  'spending.tellReplanned': tell('promiseChanged'),
  'spending.tellUndone': tell('purchaseUndone'),
  'equipment.tellBilled': tell('thingBilled'),
  'equipment.tellBillUndone': tell('thingBillUndone'),
}
