import type { Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit, MemberId, OrganisationId, Permit } from '#rooms/access'
import { benefitIn, benefitsThroughTime, waitsForAnswer } from '#rooms/members'
import type { LateMonth } from '../consent.types.ts'
import { insertLate, insertLateAnswers, insertLateBack, type LateReceipt, lateRows } from './late.sql.ts'

/**
 * Writes down money that came after somebody left and that the agreement gives to them, per receipt with the month of the work, and takes back what customers got
 * back of it (`back`, below zero). The bank lets it pass as it would money of a pot. Cents; any number of members as sets; refuses nothing.
 */
export async function writeLate(
  tx: Tx,
  permit: Permit<'month.close'>,
  came: readonly LateReceipt[],
  back: readonly { readonly receipt: string; readonly cents: Cents }[],
): Promise<void> {
  if (came.length > 0) await insertLate(tx, permit, came)
  if (back.length > 0) await insertLateBack(tx, permit, back)
}

/** The late money of a member per month of the work, in cents, whether it waits for a municipality, and what that wrote last. One query, and one more where there is any. */
export async function lateMoneyOf(tx: Tx, permit: AnyPermit, member: MemberId): Promise<LateMonth[]> {
  const rows = await lateRows(tx, permit, member)
  if (rows.length === 0) return []
  const benefit = await benefitsThroughTime(tx, permit)
  return rows.map((row) => ({ ...row, waits: waitsForAnswer(benefitIn(row.month, (on) => benefit(member, on).source)) }))
}

/** Keeps what a municipality wrote about late money per month, in cents; nought is no. The last answer counts. Whoever calls has the letter. Refuses nothing. */
export async function writeLateAnswer(
  tx: Tx,
  permit: Permit<'departure.answer'>,
  { tenant, municipality, member }: { readonly tenant: OrganisationId; readonly municipality: OrganisationId; readonly member: MemberId },
  months: readonly { readonly month: Month; readonly cents: Cents }[],
): Promise<void> {
  if (months.length > 0) await insertLateAnswers(tx, permit, { tenant, municipality, member }, months)
}
