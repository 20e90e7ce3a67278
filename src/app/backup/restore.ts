import { CannotStart } from '#kit/cannot-start.ts'
import type { Database } from '#kit/db.ts'
import { putJobsBack, type WaitingJob } from '#kit/jobs.ts'
import { migrate, migrations } from '#kit/migrate.ts'
import { fill } from '#kit/text.ts'
import { terminal } from '../terminal.en.ts'
import { type BackedUp, type BackupHead, counting, isRow, rowIn } from './backup.ts'
import { readSealed } from './sealed.ts'
import { type KeptTable, keptTables, putBack, withoutGuards } from './tables.ts'

/** What came back, from when it was, and the secret that belongs to it where the backup holds one. */
export type Restored = BackedUp & { readonly at: string; readonly secret: string | null }

/** What stands between the rows. */
type Told = { readonly table?: string; readonly jobs?: readonly WaitingJob[]; readonly end?: BackedUp }

/**
 * Puts a backup in an empty database, in one transaction: all of it or nothing. The tables are made as they were then, the rows put back, and
 * what this program added since is done after. Refuses a database with people in it, and a backup that is closed, broken off, changed or from
 * a later program.
 */
export async function restore(database: Database, file: string, passphrase: string): Promise<Restored> {
  const lines = readSealed(file, passphrase)[Symbol.asyncIterator]()
  const head = headOf((await lines.next()).value, file)
  await refuseFull(database)
  const known = new Map(migrations().map(({ name, sum }) => [name, sum]))
  const then = new Set(head.migrations.map(({ name }) => name))
  if (head.migrations.some(({ name, sum }) => known.get(name) !== sum)) throw new CannotStart(terminal.restoreLater)
  await migrate(database.pool, (name) => then.has(name))
  const end = await load(database, lines, file)
  await migrate(database.pool)
  return { ...end, at: head.at, secret: head.secret }
}

async function load(database: Database, lines: AsyncIterator<string>, file: string): Promise<BackedUp> {
  const client = await database.pool.connect()
  try {
    await client.query('begin')
    await client.query("set local timezone = 'UTC'")
    const tables = await keptTables(client)
    let end: BackedUp | null = null
    await withoutGuards(client, tables, async () => {
      const counted = counting()
      let [table, waiting]: [KeptTable | null, string[]] = [null, []]
      const flush = async () => {
        if (table && waiting.length > 0) await putBack(client, table, waiting)
        waiting = []
      }
      for (let next = await lines.next(); !next.done; next = await lines.next()) {
        if (isRow(next.value)) {
          const row = rowIn(next.value)
          counted.row(row)
          waiting.push(row)
          if (table && waiting.length >= table.batch) await flush()
          continue
        }
        await flush()
        const told = JSON.parse(next.value) as Told
        if (told.jobs) await putJobsBack(client, told.jobs)
        if (told.end) end = counted.end().hash === told.end.hash ? told.end : broken(file)
        if (told.table === undefined) continue
        table = tables.find(({ name }) => name === told.table) ?? broken(file)
        counted.table(table)
      }
      await flush()
    })
    if (!end) broken(file)
    await client.query('commit')
    return end
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

function headOf(line: string | undefined, file: string): BackupHead {
  const head = JSON.parse(line ?? '{}') as Partial<BackupHead>
  if (head.opbloei !== 'backup') broken(file)
  if (head.format !== 1) throw new CannotStart(terminal.restoreLater)
  return head as BackupHead
}

async function refuseFull(database: Database): Promise<void> {
  const { rows } = await database.pool.query<{ known: boolean }>("select to_regclass('kit.world') is not null as known")
  if (!rows[0]?.known) return
  const world = await database.pool.query('select from kit.world')
  if (world.rows.length > 0) throw new CannotStart(terminal.restoreFull)
}

function broken(file: string): never {
  throw new CannotStart(fill(terminal.backupBroken, { file }))
}
