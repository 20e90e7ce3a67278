import type { Tx } from '#kit/db.ts'
import type { AnyPermit } from '#rooms/access'
import type { ConsentRequest } from '../consent.types.ts'
import type { Reminder } from './reminding.rules.ts'

/** Keeps that this side is told now; false where it was told before, also by a run at the same moment. */
export async function markReminded(tx: Tx, permit: AnyPermit, request: ConsentRequest, side: 'municipality' | 'applicant', due: Reminder): Promise<boolean> {
  const done = await tx
    .insertInto('consent.reminded')
    .values({
      tenant: request.tenant,
      request: request.id,
      municipality: request.municipality,
      side,
      term: due.term.term,
      about: due.about,
      last_day: due.term.last,
      days_before: due.daysBefore,
      told_at: permit.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(done.numInsertedOrUpdatedRows) > 0
}
