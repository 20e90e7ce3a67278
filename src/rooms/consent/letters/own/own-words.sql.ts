import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, type OrganisationId, type PersonId, personOf } from '#rooms/access'
import type { OwnWords } from '../letter.rules.ts'
import type { DatedOwnWords, OwnKind } from './own-words.rules.ts'

/** All own words that a municipality wrote down, in the order in which it did; nothing for anybody else. */
export async function townLetterRows(tx: Tx, municipality: OrganisationId): Promise<(DatedOwnWords & { readonly setBy: PersonId })[]> {
  const rows = await tx.selectFrom('consent.town_letter').selectAll().where('municipality', '=', municipality).orderBy('set_at').orderBy('id').execute()
  return rows.map((row) => ({
    kind: row.kind as OwnKind,
    from: row.from_day,
    opening: row.opening,
    closing: row.closing,
    contact: row.contact_lines,
    setBy: row.set_by as PersonId,
    setAt: row.set_at,
  }))
}

export async function insertTownLetter(tx: Tx, permit: AnyPermit, kind: OwnKind, from: Day, words: OwnWords): Promise<void> {
  await tx
    .insertInto('consent.town_letter')
    .values({
      municipality: permit.organisation,
      id: newId(permit.now.epochMilliseconds),
      kind,
      from_day: from,
      opening: words.opening,
      closing: words.closing,
      contact_lines: words.contact,
      set_by: personOf(permit),
      set_at: permit.now,
    })
    .execute()
}
