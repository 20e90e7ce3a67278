import type { Day, Instant } from '#kit/day.ts'
import type { Cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import type { Ending } from '../equipment/equipment.rules.ts'
import type { EquipmentId } from '../equipment/equipment.ts'
import type { BoughtHow, PaidBy, Treatment } from './disposing.rules.ts'

declare const disposal_: unique symbol
export type DisposalId = string & { readonly [disposal_]: true }

/** The bill for a thing as it was made (Wet OB art. 35a); amounts are texts, for a number loses cents. */
export type BillDocument = {
  readonly number: string
  readonly issuedOn: Day
  readonly suppliedOn: Day
  readonly dueOn: Day
  readonly seller: {
    readonly name: string
    readonly lines: readonly string[]
    readonly kvk: string
    readonly vatId: string | null
    readonly iban: string | null
  }
  readonly buyer: readonly string[]
  readonly thing: string
  readonly price: string
  readonly vat: string
  readonly percent: string | null
  readonly treatment: Treatment
  readonly paidBy: PaidBy
}

/** A thing that went, in the books: cents, and `open` is what the buyer still has to pay. */
export type Disposal = {
  readonly id: DisposalId
  readonly equipment: EquipmentId
  readonly thing: string
  readonly kind: Ending
  readonly on: Day
  readonly member: MemberId | null
  readonly buyer: string | null
  readonly price: Cents
  readonly vat: Cents
  readonly treatment: Treatment
  readonly cost: Cents
  readonly worn: Cents
  readonly paidBy: PaidBy | null
  readonly number: string | null
  readonly document: BillDocument | null
  readonly dueOn: Day | null
  readonly entry: string | null
  readonly bookedAt: Instant
  readonly creditNumber: string | null
  readonly undoneReason: string | null
  readonly undoneOn: Day | null
  readonly open: Cents
  readonly paid: Cents
}

/** How a thing goes, as the treasurer says it. `cents`: what the buyer pays, VAT included; of a gift what it is worth now, without VAT. */
export type Parted = {
  readonly kind: Ending
  readonly on: Day
  /** Who buys or gets it, where that is a member; another buyer by name and address. */
  readonly member: MemberId | null
  readonly buyer: string | null
  readonly cents: Cents | null
  readonly boughtHow: BoughtHow | null
  readonly paidBy: PaidBy
  readonly note: string | null
}
