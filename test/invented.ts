import { makeApp, type Program } from '#app/app.ts'
import { playDemo } from '#app/fill.ts'
import { bringUpToDate } from '#app/up-to-date.ts'
import { movableClock } from '#kit/clock.ts'
import { type Day, startOf } from '#kit/day.ts'
import { openDatabase } from '#kit/db.ts'
import { ownDatabase } from './own-database.ts'
import type { TestWorld } from './world.ts'

/**
 * The invented year in a database of its own, at nine in the morning of its last day: what it tells the whole network stands in no other story's way, and nothing of
 * theirs is counted in it. Give the database back with `drop` after closing it.
 */
export async function inventedWorld(suffix: string, today: Day): Promise<{ readonly world: TestWorld; readonly drop: () => Promise<void> }> {
  const { url, drop } = await ownDatabase(suffix)
  const database = await openDatabase({ url, dataDir: null })
  await bringUpToDate(database.pool, startOf(today))
  await database.pool.query("insert into kit.world (single, kind, marked_at) values (true, 'demo', now()) on conflict do nothing")
  await playDemo(database, today, 'http://localhost')
  const clock = movableClock(startOf(today).add({ hours: 9 }))
  const settings = {
    port: 0,
    databaseUrl: url,
    databaseAdminUrl: null,
    dataDir: '.data',
    baseUrl: 'http://localhost',
    smtpUrl: null,
    secret: 'a secret of the tests, long enough',
    demo: true,
  }
  const program: Program = { world: { database, clock }, settings, kind: 'demo' }
  return { world: { ...program, clock, app: makeApp(program), runJobs: async () => 0 }, drop }
}
