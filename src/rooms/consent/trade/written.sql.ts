import { type Day, earlierDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type Cents, cents, sum } from '#kit/money.ts'
import { type AnyPermit, type MemberId, type OrganisationId, personOf } from '#rooms/access'
import type { WrittenWord } from '../consent.types.ts'

export async function insertWord(
  tx: Tx,
  permit: AnyPermit,
  word: { readonly member: MemberId; readonly municipality: OrganisationId; readonly cents: Cents },
): Promise<void> {
  const row = { id: newId(permit.now.epochMilliseconds), ...word, from_day: permit.today, written_by: personOf(permit), written_at: permit.now }
  await tx
    .insertInto('consent.written_word')
    .values({ tenant: permit.organisation, ...row })
    .execute()
}

/** What may be paid out to a member on a day by the written word of a municipality; null where there is none. */
export async function writtenWord(tx: Tx, permit: AnyPermit, member: MemberId, on: Day): Promise<WrittenWord | null> {
  const rows = await tx
    .selectFrom('consent.written_word')
    .select(['cents', 'from_day as from'])
    .where('tenant', '=', permit.organisation)
    .where('member', '=', member)
    .where('from_day', '<=', on)
    .execute()
  const [first] = rows
  if (!first) return null
  return { cents: sum(rows.map((row) => cents(row.cents))), since: rows.map((row) => row.from).reduce(earlierDay, first.from) }
}
