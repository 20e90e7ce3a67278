import type { Tx } from '#kit/db.ts'
import type { AnyPermit } from '#rooms/access'
import { LATER_MONTHS, type LaterMonths } from './later.rules.ts'
import { laterCounts } from './later.sql.ts'

/** Under so many answers nothing is told: a number of few people is about somebody. */
const SMALLEST = 5

/** How many people answered at each of the three times, for who sees the whole cooperative; times with fewer than five answers are left out. */
export async function laterTold(tx: Tx, permit: AnyPermit): Promise<{ readonly months: LaterMonths; readonly count: number }[]> {
  if (permit.reach !== 'organisation') return []
  const counts = await laterCounts(tx, permit)
  return LATER_MONTHS.flatMap((months) => {
    const count = counts.filter((each) => each.months === months).reduce((all, each) => all + each.count, 0)
    return count < SMALLEST ? [] : [{ months, count }]
  })
}
