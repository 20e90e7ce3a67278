import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { AnyPermit } from '#rooms/access'

export async function insertVerdict(tx: Tx, permit: AnyPermit, verdict: { sealed: bigint; head: string; faults: number }): Promise<void> {
  await tx
    .insertInto('ledger.verdict')
    .values({ tenant: permit.organisation, at: permit.now, ...verdict })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** When the books were checked last, and how many things were wrong; null before the first time. */
export async function lastVerdict(tx: Tx, permit: AnyPermit): Promise<{ at: Instant; faults: number } | null> {
  const row = await tx
    .selectFrom('ledger.verdict')
    .select(['at', 'faults'])
    .where('tenant', '=', permit.organisation)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
