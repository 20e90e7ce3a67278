import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { MemberId, OrganisationId, Permit } from '#rooms/access'
import { insertWord } from './written.sql.ts'

/**
 * Writes down that the municipality wrote that a sum in cents may be paid out to a member, from today on and whatever the conditions of a consent: the bank asks
 * for it on the day of payment. Whoever calls has the written answer. Refuses nothing.
 */
export function writeWord(
  tx: Tx,
  permit: Permit<'departure.release'>,
  word: { readonly member: MemberId; readonly municipality: OrganisationId; readonly cents: Cents },
): Promise<void> {
  return insertWord(tx, permit, word)
}
