import type { Instant } from '#kit/day.ts'
import { json, type Tx } from '#kit/db.ts'
import { type AnyPermit, personOf } from '#rooms/access'
import type { DepartureId } from '../departure.rules.ts'

/** A final statement as it was kept; amounts are texts, for a number loses cents. */
export type StatementJson = { readonly on: string; readonly sections: unknown }

export async function insertStatement(tx: Tx, permit: AnyPermit, departure: DepartureId, version: number, content: StatementJson): Promise<void> {
  await tx
    .insertInto('departure.statement')
    .values({ tenant: permit.organisation, departure, version, content: json(content), made_by: personOf(permit), made_at: permit.now })
    .execute()
}

/** The versions of the final statement, oldest first. */
export async function statementRows(
  tx: Tx,
  permit: AnyPermit,
  departure: DepartureId,
): Promise<{ readonly version: number; readonly content: StatementJson; readonly madeAt: Instant }[]> {
  const rows = await tx
    .selectFrom('departure.statement')
    .select(['version', 'content', 'made_at as madeAt'])
    .where('tenant', '=', permit.organisation)
    .where('departure', '=', departure)
    .orderBy('version')
    .execute()
  return rows as unknown as { version: number; content: StatementJson; madeAt: Instant }[]
}
