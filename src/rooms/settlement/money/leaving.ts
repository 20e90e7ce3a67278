import type { Tx } from '#kit/db.ts'
import { type Cents, sum, ZERO } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import { findAgreement, type VersionId } from '#rooms/agreements'
import { invoicesOf } from '#rooms/invoicing'
import { leavingToday, type OnLeaving, onLeaving } from './leaving.rules.ts'
import { ownMoney } from './river.ts'

/** What would happen if a member left, by the agreement in force today, on the amounts of today; `null` without an agreement. Amounts in cents. */
export type Leaving = OnLeaving & ReturnType<typeof leavingToday> & { readonly version: VersionId; readonly number: number; readonly unpaid: Cents }

/** What the agreement in force says about leaving, with an example on today's amounts; null for who signed nothing. */
export async function leavingOf(tx: Tx, permit: AnyPermit, member: MemberId): Promise<Leaving | null> {
  const agreement = await findAgreement(tx, permit, member, permit.today)
  if (!agreement) return null
  const { pots, view } = await ownMoney(tx, permit, member)
  const open = (await invoicesOf(tx, permit, { open: true })).filter((invoice) => invoice.member === member && invoice.open > 0n)
  return {
    ...onLeaving(agreement.articles),
    ...leavingToday([pots.business, pots.development], view?.lossCarried ?? ZERO),
    version: agreement.version,
    number: agreement.number,
    unpaid: sum(open.map((invoice) => invoice.open)),
  }
}
