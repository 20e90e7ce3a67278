import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { TipOwner } from '#rooms/organisations'
import type { InvoiceId } from '../invoicing.types.ts'
import type { TillCounts } from './till.rules.ts'

/** The box of a market day with what the member wrote about it. */
export type Till = TillCounts & {
  /** What of the counted cash stays in the box for the next day. */
  readonly changeEnd: Cents
  readonly reason: string | null
  /** What the card reader says, tips with it. */
  readonly byCard: Cents
  readonly photo: string | null
  /** Whose the tips were when the day was booked; null while they wait. */
  readonly tipsTo: TipOwner | null
}

export async function findTill(tx: Tx, permit: AnyPermit, sheet: InvoiceId): Promise<Till | null> {
  const row = await tx
    .selectFrom('invoicing.till')
    .select(['by_card', 'change_begin', 'counted', 'change_end', 'tips', 'reason', 'photo', 'tips_to'])
    .where('tenant', '=', permit.organisation)
    .where('sheet', '=', sheet)
    .executeTakeFirst()
  if (!row) return null
  return {
    byCard: row.by_card as Cents,
    changeBegin: row.change_begin as Cents,
    counted: row.counted as Cents | null,
    changeEnd: row.change_end as Cents,
    tips: row.tips as Cents,
    reason: row.reason,
    photo: row.photo,
    tipsTo: row.tips_to as TipOwner | null,
  }
}

export async function keepTill(tx: Tx, permit: AnyPermit, sheet: InvoiceId, member: MemberId, till: Till): Promise<void> {
  const { byCard, changeBegin, counted, changeEnd, tips, reason, photo, tipsTo } = till
  const values = { member, by_card: byCard, change_begin: changeBegin, counted, change_end: changeEnd, tips, reason, photo, tips_to: tipsTo }
  await tx
    .insertInto('invoicing.till')
    .values({ tenant: permit.organisation, sheet, ...values })
    .onConflict((conflict) => conflict.columns(['tenant', 'sheet']).doUpdateSet(values))
    .execute()
}

export async function deleteTill(tx: Tx, permit: AnyPermit, sheet: InvoiceId): Promise<void> {
  await tx.deleteFrom('invoicing.till').where('tenant', '=', permit.organisation).where('sheet', '=', sheet).execute()
}

/** What the member left in the box as change the last time; null when there was no such time. */
export async function changeLeft(tx: Tx, permit: AnyPermit, member: MemberId): Promise<Cents | null> {
  const row = await tx
    .selectFrom('invoicing.till')
    .select('change_end')
    .where('tenant', '=', permit.organisation)
    .where('member', '=', member)
    .where('counted', 'is not', null)
    .orderBy('sheet', 'desc')
    .executeTakeFirst()
  return row && row.change_end > 0n ? (row.change_end as Cents) : null
}
