import type { Instant } from '#kit/day.ts'
import type { Database } from '#kit/db.ts'
import { lendingSeeds } from './seeds.ts'

/**
 * Takes up the agreements that came with this program and were not taken up before; gives how many. Asked by whoever runs the migrations: the role of the
 * application may not. The same again does nothing.
 */
export async function takeLending(pool: Database['pool'], at: Instant): Promise<number> {
  const { rows } = await pool.query<{ taken: number }>('select network.take_lending($1::jsonb, $2::timestamptz) as taken', [
    JSON.stringify(lendingSeeds()),
    at.toString(),
  ])
  return rows[0]?.taken ?? 0
}
