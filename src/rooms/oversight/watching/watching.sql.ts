import type { Tx } from '#kit/db.ts'
import type { AnyPermit, MemberId, OrganisationId } from '#rooms/access'

/** Writes down that a question is asked about these periods of a condition; gives those of which nobody asked before. Who came second waits for the first. */
export async function claimPeriods(
  tx: Tx,
  permit: AnyPermit,
  of: {
    readonly tenant: OrganisationId
    readonly request: string
    readonly member: MemberId
    readonly condition: string
    readonly thread: string
    readonly periods: readonly string[]
  },
): Promise<string[]> {
  const { periods, ...rest } = of
  if (periods.length === 0) return []
  const rows = await tx
    .insertInto('oversight.watch_question')
    .values(periods.map((period) => ({ ...rest, period, municipality: permit.organisation, asked_at: permit.now })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('period')
    .execute()
  return rows.map(({ period }) => period)
}
