import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { EquatedDay } from './equated.rules.ts'

/** Days that a decree equates with a holiday (Algemene termijnenwet art. 3(3)). */
export async function equatedDays(tx: Tx): Promise<Day[]> {
  return (await equatedDaysShown(tx)).map(({ on }) => on)
}

/** The same with the decree and what is still to be confirmed, the earliest first. */
export async function equatedDaysShown(tx: Tx): Promise<EquatedDay[]> {
  return tx.selectFrom('law.equated_day').select(['on_day as on', 'source', 'doubt']).orderBy('on_day').execute()
}
