import { earlierDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { AnyPermit } from '#rooms/access'
import { type AgreementInForce, findAgreement } from '#rooms/agreements'
import { invoicesOf, type OpenInvoice, type WorkOpen, workOpen } from '#rooms/invoicing'
import { type BenefitOnDay, benefitOn, findMember } from '#rooms/members'
import { type Customer, customersOf } from '#rooms/organisations'
import { billsOpen, type Equipment, equipmentInReach, type ThingBill } from '#rooms/spending'
import type { Departure } from '../departure.rules.ts'
import { type PotsShown, potsLeft, readsBenefit, shownTo } from '../pots/pots.ts'

/** What a step shows: only of the member who leaves. */
export type Along = {
  readonly name: string
  readonly email: string | null
  readonly invoices: readonly OpenInvoice[]
  readonly work: WorkOpen
  readonly customers: readonly Customer[]
  readonly things: readonly Equipment[]
  /** Bills of this member for things, on which something is open. */
  readonly bills: readonly ThingBill[]
  readonly pots: PotsShown
  readonly agreement: AgreementInForce | null
  /** Null for who may not read it. */
  readonly benefit: BenefitOnDay | null
}

/** The agreement of the last day, or of today where there was none then; null where nothing was signed. */
export async function agreementAtExit(tx: Tx, permit: AnyPermit, { member, answers }: Departure): Promise<AgreementInForce | null> {
  const on = earlierDay(answers.lastDay?.on ?? permit.today, permit.today)
  return (await findAgreement(tx, permit, member, on)) ?? (await findAgreement(tx, permit, member, permit.today))
}

/** Everything that goes along with a departure, as it stands today. */
export async function alongOf(tx: Tx, permit: AnyPermit, departure: Departure): Promise<Along> {
  const { member } = departure
  const row = await findMember(tx, permit, member)
  return {
    name: row?.name ?? '',
    email: row?.email ?? null,
    invoices: (await invoicesOf(tx, permit, { open: true })).filter((invoice) => invoice.member === member && invoice.open > 0n),
    work: await workOpen(tx, permit, member),
    customers: (await customersOf(tx, permit)).filter((customer) => customer.member === member),
    things: (await equipmentInReach(tx, permit)).filter((thing) => thing.member === member || thing.holder === member),
    bills: await billsOpen(tx, permit, member),
    pots: shownTo(permit, await potsLeft(tx, permit, departure)),
    agreement: await agreementAtExit(tx, permit, departure),
    benefit: readsBenefit(permit) ? await benefitOn(tx, permit, member, permit.today) : null,
  }
}
