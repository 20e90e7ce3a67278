import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '#kit/cannot-start.ts'
import { type Clock, today } from '#kit/clock.ts'
import type { Day } from '#kit/day.ts'
import { type Database, openDatabase } from '#kit/db.ts'
import { onHappened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { openJobs } from '#kit/jobs.ts'
import { onMail } from '#kit/mail.ts'
import { organisationsAll, type World } from '#rooms/access'
import { playYear } from '../demo/year.ts'
import { connectJobs } from './jobs.ts'
import { terminal } from './terminal.en.ts'
import { bringUpToDate } from './up-to-date.ts'

/** How far the invented year is, from 0 to 1. */
export type Tell = (part: number) => void

/**
 * Makes the embedded database with the invented year in it, where there is none yet. It is played in a folder beside
 * it and takes its place when it is whole: a start that is broken off leaves nothing half.
 */
export async function fillEmbedded(dataDir: string, clock: Clock, baseUrl: string, tell: Tell): Promise<void> {
  const place = join(dataDir, 'database')
  if (existsSync(place)) return
  const draft = join(dataDir, 'database.wordt-gevuld')
  rmSync(draft, { recursive: true, force: true })
  const database = await openDatabase({ url: null, dataDir: draft })
  try {
    await bringUpToDate(database.pool, clock.now())
    await markDemo(database)
    await playDemo(database, today(clock), baseUrl, tell)
  } finally {
    await database.close()
  }
  renameSync(draft, place)
}

/** Fills an empty PostgreSQL that was marked as demo; refuses one in which the year was broken off. */
export async function fillServer(database: Database, clock: Clock, baseUrl: string, tell: Tell): Promise<void> {
  const organisations = await database.unit({ role: 'opbloei_app', organisation: null, person: null }, organisationsAll)
  if (organisations.some((each) => each.kind === 'network')) return
  if (organisations.length > 0) throw new CannotStart(terminal.halfFilled)
  await playDemo(database, today(clock), baseUrl, tell)
}

/** Plays the invented year; in its last weeks what follows from an action follows here too, so that there is mail to read. */
export async function playDemo(database: Database, today: Day, baseUrl: string, tell: Tell = () => {}): Promise<void> {
  const before = { happened: onHappened(null), mail: onMail(null) }
  try {
    await playYear(database, today, baseUrl, { tell, follow })
  } finally {
    onHappened(before.happened)
    onMail(before.mail)
  }
}

async function follow(world: World): Promise<{ readonly now: () => Promise<void>; readonly stop: () => Promise<void> }> {
  const jobs = await openJobs(world.database)
  const handle = connectJobs(world, jobs, null)
  return {
    // Of what comes back by itself only the reminders and mail that waited for its hour: nothing is kept too long yet, and sealing is done at the start.
    now: async () => {
      await handle({ id: newId(), job: 'statement.remind', organisation: null, facts: {} })
      await jobs.runWaiting(handle)
      await handle({ id: newId(), job: 'house.messages', organisation: null, facts: {} })
    },
    stop: jobs.stop,
  }
}

export async function markDemo(database: Database): Promise<void> {
  await database.pool.query("insert into kit.world (single, kind, marked_at) values (true, 'demo', now()) on conflict do nothing")
}
