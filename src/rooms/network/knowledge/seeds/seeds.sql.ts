import type { Instant } from '#kit/day.ts'
import type { Database } from '#kit/db.ts'
import { seedRows } from './seeds.ts'

/**
 * Takes up what came with this program and was not taken up before; gives how many items. Asked by whoever runs the migrations, at whose end it belongs: the
 * role of the application may not. An item about which the network wrote itself stays as it is.
 */
export async function takeKnowledge(pool: Database['pool'], at: Instant): Promise<number> {
  const { rows } = await pool.query<{ taken: number }>('select network.take_seeds($1::jsonb, $2::timestamptz) as taken', [
    JSON.stringify(seedRows()),
    at.toString(),
  ])
  return rows[0]?.taken ?? 0
}
