import type { Month } from '#kit/day.ts'
import { json, type Tx } from '#kit/db.ts'
import type { AnyPermit } from '#rooms/access'
import type { TotalsRow } from './totals.rules.ts'

/** The quarters that were told to the own municipality, the oldest first, as they were told. */
export async function toldQuarters(tx: Tx, permit: AnyPermit): Promise<{ readonly quarter: Month; readonly rows: readonly TotalsRow[] }[]> {
  const found = await tx
    .selectFrom('outcomes.told_quarter')
    .select(['quarter', 'rows'])
    .where('municipality', '=', permit.organisation)
    .orderBy('quarter')
    .execute()
  return found.map(({ quarter, rows }) => ({ quarter: quarter as Month, rows: rows as unknown as TotalsRow[] }))
}

/** Keeps quarters as they are told now; one that was told by a look at the same moment stays what it was. */
export async function keepQuarters(
  tx: Tx,
  permit: AnyPermit,
  told: readonly { readonly quarter: Month; readonly rows: readonly TotalsRow[] }[],
): Promise<void> {
  await tx
    .insertInto('outcomes.told_quarter')
    .values(told.map(({ quarter, rows }) => ({ municipality: permit.organisation, quarter, rows: json(rows) as never, told_at: permit.now })))
    .onConflict((conflict) => conflict.columns(['municipality', 'quarter']).doNothing())
    .execute()
}
