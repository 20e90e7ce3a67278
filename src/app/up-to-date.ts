import type { Instant } from '#kit/day.ts'
import type { Database } from '#kit/db.ts'
import { migrate } from '#kit/migrate.ts'
import { takeKnowledge, takeLending } from '#rooms/network'

/** Brings the database up to date with this program, and then takes up what came with it to read; gives the migrations that ran. */
export async function bringUpToDate(pool: Database['pool'], at: Instant): Promise<string[]> {
  const ran = await migrate(pool)
  await takeKnowledge(pool, at)
  await takeLending(pool, at)
  return ran
}
