import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Role } from '../permissions.rules.ts'
import type { AnyPermit } from '../permit.ts'

/** The last day on which somebody had a role at the own organisation, of those that ended before today; null where none did. */
export async function lastRoleDay(tx: Tx, permit: AnyPermit, role: Role): Promise<Day | null> {
  const row = await tx
    .selectFrom('access.affiliation')
    .select((eb) => eb.fn.max('until').as('until'))
    .where('organisation', '=', permit.organisation)
    .where('role', '=', role)
    .where('until', '<', permit.today)
    .executeTakeFirst()
  return (row?.until as Day | null | undefined) ?? null
}
