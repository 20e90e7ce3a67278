import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type EquatedDay, equatedFrom } from './equated.rules.ts'

/** Days that a decree equates with a holiday (Algemene termijnenwet art. 3(3)). */
export async function equatedDays(tx: Tx): Promise<Day[]> {
  return (await equatedDaysShown(tx)).map(({ on }) => on)
}

/** The same with the decree and what is still to be confirmed, the earliest first: what came with this version, and what the network confirmed since. */
export async function equatedDaysShown(tx: Tx): Promise<EquatedDay[]> {
  const facts = await tx
    .selectFrom('law.equated_day')
    .select(['on_day as on', 'source', 'doubt', sql<boolean>`true`.as('equated'), sql<Instant | null>`null::timestamptz`.as('countsSince')])
    .unionAll((later) =>
      later
        .selectFrom('law.equated_entry as e')
        .innerJoin('law.equated_verdict as v', 'v.entry', 'e.id')
        .where('v.confirmed', '=', true)
        .select(['e.on_day as on', 'e.source', 'e.doubt', 'e.equated', sql<Instant | null>`v.decided_at`.as('countsSince')]),
    )
    .execute()
  return equatedFrom(facts)
}
