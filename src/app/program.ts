import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '#kit/cannot-start.ts'
import { type Clock, systemClock } from '#kit/clock.ts'
import { type Database, openDatabase } from '#kit/db.ts'
import { type Handler, type Jobs, openJobs } from '#kit/jobs.ts'
import { missingMigrations } from '#kit/migrate.ts'
import { type PostOffice, postOffice } from '#kit/post.ts'
import type { Settings } from '#kit/settings.ts'
import { fill } from '#kit/text.ts'
import type { Program } from './app.ts'
import { fillEmbedded, fillServer, type Tell } from './fill.ts'
import { connectJobs } from './jobs.ts'
import { terminal } from './terminal.en.ts'
import { bringUpToDate } from './up-to-date.ts'

/** Takes the data folder for this process alone; the embedded database does not notice a second writer by itself. */
export function lockData(dir: string): () => void {
  mkdirSync(dir, { recursive: true })
  const file = join(dir, 'lock')
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      return () => rmSync(file, { force: true })
    } catch {
      const pid = Number(readFileSync(file, 'utf8'))
      if (attempt > 0 || isRunning(pid)) throw new CannotStart(fill(terminal.locked, { dir, pid }))
      rmSync(file, { force: true })
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return pid !== process.pid
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}

/** The program with all that runs in it, until `close`. */
export type Running = Program & { readonly jobs: Jobs; readonly handle: Handler; readonly close: () => Promise<void> }

/** Opens the database the settings name, brings the embedded one up to date, and marks at first start whether this world is a demo or real, for ever. */
export async function openProgram(settings: Settings, clock: Clock = systemClock, tell: Tell = () => {}): Promise<Running> {
  const unlock = settings.databaseUrl ? () => {} : lockData(settings.dataDir)
  if (!settings.databaseUrl) await fillEmbedded(settings.dataDir, clock, settings.baseUrl, tell).catch(freed(unlock))
  const database = await openDatabase({ url: settings.databaseUrl, dataDir: settings.databaseUrl ? null : join(settings.dataDir, 'database') })
  const world = { database, clock, baseUrl: settings.baseUrl }
  let jobs: Jobs | null = null
  let post: PostOffice | null = null
  const close = async () => {
    await jobs?.stop()
    post?.close()
    await database.close()
    unlock()
  }
  try {
    if (database.kind === 'embedded' || settings.demo) await bringUpToDate(database.pool, clock.now())
    const missing = await missingMigrations(database.pool)
    if (missing.length > 0) throw new CannotStart(fill(terminal.migrationsMissing, { names: missing.join(', ') }))
    const kind = await markWorld(database, settings)
    if (kind === 'real') await refuseOwner(database)
    if (kind === 'demo' && database.kind === 'server') await fillServer(database, clock, settings.baseUrl, tell)
    post = kind === 'real' && settings.smtpUrl ? postOffice(settings.smtpUrl, settings.baseUrl) : null
    jobs = await openJobs(database)
    return { world, settings: { ...settings, secret: keptSecret(settings) }, kind, jobs, handle: connectJobs(world, jobs, post), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Gives the folder back before the error goes on. */
function freed(unlock: () => void): (error: unknown) => never {
  return (error) => {
    unlock()
    throw error
  }
}

/** The secret of the settings; an embedded database without one makes it up once, so that sessions outlive a restart. */
function keptSecret(settings: Settings): string {
  if (settings.databaseUrl || process.env.SECRET) return settings.secret
  const file = join(settings.dataDir, 'secret')
  try {
    writeFileSync(file, settings.secret, { flag: 'wx', mode: 0o600 })
    return settings.secret
  } catch {
    return readFileSync(file, 'utf8')
  }
}

async function markWorld(database: Database, settings: Settings): Promise<'demo' | 'real'> {
  const found = await database.pool.query<{ kind: 'demo' | 'real' }>('select kind from kit.world')
  if (found.rows[0]) return found.rows[0].kind
  const kind = database.kind === 'embedded' || settings.demo ? 'demo' : 'real'
  await database.pool.query('insert into kit.world (single, kind, marked_at) values (true, $1, now())', [kind])
  return kind
}

/** Lets the role of DATABASE_URL work as the application, where another role owns the tables. */
export async function grantUser(database: Database, settings: Settings): Promise<void> {
  const user = settings.databaseAdminUrl && settings.databaseUrl ? decodeURIComponent(new URL(settings.databaseUrl).username) : null
  if (user) await database.pool.query(`grant opbloei_app, opbloei_signin to "${user.replaceAll('"', '""')}"`)
}

async function refuseOwner(database: Database): Promise<void> {
  const { rows } = await database.pool.query<{ unsafe: boolean }>(`select r.rolsuper or r.rolbypassrls
    or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relowner = r.oid and n.nspname not like 'pg\\_%') as unsafe
    from pg_roles r where r.rolname = session_user`)
  if (rows[0]?.unsafe) throw new CannotStart(terminal.ownsTables)
}
