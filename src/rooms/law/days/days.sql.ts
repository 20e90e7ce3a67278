import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, personOf } from '#rooms/access'
import type { DayEntry, DayFacts } from './days.rules.ts'

/** Every day that was written down at the network, oldest first, with what was said of it. */
export async function dayEntries(tx: Tx): Promise<DayEntry[]> {
  const rows = await tx
    .selectFrom('law.equated_entry as e')
    .leftJoin('law.equated_verdict as v', 'v.entry', 'e.id')
    .select(['e.id', 'e.on_day as on', 'e.equated', 'e.source', 'e.doubt', 'e.entered_by as enteredBy', 'e.entered_at as enteredAt'])
    .select(['v.confirmed', 'v.reason', 'v.decided_at as at'])
    .orderBy('e.entered_at')
    .orderBy('e.id')
    .execute()
  return rows.map(({ confirmed, reason, at, ...row }) => ({
    ...row,
    on: row.on as Day,
    verdict: confirmed === null || at === null ? null : { confirmed, reason, at },
  }))
}

export async function insertDay(tx: Tx, permit: AnyPermit, id: string, { on, equated, source, doubt }: DayFacts): Promise<void> {
  await tx
    .insertInto('law.equated_entry')
    .values({ id, on_day: on, equated, source, doubt, entered_by: personOf(permit), entered_at: permit.now })
    .execute()
}

/** Gives whether this was the first verdict. */
export async function insertDayVerdict(tx: Tx, permit: AnyPermit, entry: string, reason: string | null): Promise<boolean> {
  const row = await tx
    .insertInto('law.equated_verdict')
    .values({ entry, confirmed: reason === null, reason, decided_by: personOf(permit), decided_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('entry')
    .executeTakeFirst()
  return row !== undefined
}
