import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '#kit/cannot-start.ts'
import { type Clock, today } from '#kit/clock.ts'
import { type Database, openDatabase } from '#kit/db.ts'
import { migrate } from '#kit/migrate.ts'
import { organisationsAll } from '#rooms/access'
import { playYear } from '../demo/year.ts'
import { terminal } from './terminal.en.ts'

/** How far the invented year is, from 0 to 1. */
export type Tell = (part: number) => void

/**
 * Makes the embedded database with the invented year in it, where there is none yet. It is played in a folder beside
 * it and takes its place when it is whole: a start that is broken off leaves nothing half.
 */
export async function fillEmbedded(dataDir: string, clock: Clock, tell: Tell): Promise<void> {
  const place = join(dataDir, 'database')
  if (existsSync(place)) return
  const draft = join(dataDir, 'database.wordt-gevuld')
  rmSync(draft, { recursive: true, force: true })
  const database = await openDatabase({ url: null, dataDir: draft })
  try {
    await migrate(database.pool)
    await markDemo(database)
    await playYear(database, today(clock), tell)
  } finally {
    await database.close()
  }
  renameSync(draft, place)
}

/** Fills an empty PostgreSQL that was marked as demo; refuses one in which the year was broken off. */
export async function fillServer(database: Database, clock: Clock, tell: Tell): Promise<void> {
  const organisations = await database.unit({ role: 'opbloei_app', organisation: null, person: null }, organisationsAll)
  if (organisations.some((each) => each.kind === 'network')) return
  if (organisations.length > 0) throw new CannotStart(terminal.halfFilled)
  await playYear(database, today(clock), tell)
}

export async function markDemo(database: Database): Promise<void> {
  await database.pool.query("insert into kit.world (single, kind, marked_at) values (true, 'demo', now()) on conflict do nothing")
}
