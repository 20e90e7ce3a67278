import { createHash } from 'node:crypto'
import type pg from 'pg'
import { CannotStart } from '#kit/cannot-start.ts'
import type { Instant } from '#kit/day.ts'
import type { Database } from '#kit/db.ts'
import { waitingJobs } from '#kit/jobs.ts'
import { terminal } from '../terminal.en.ts'
import { writeSealed } from './sealed.ts'
import { type KeptTable, keptTables, rowsOf } from './tables.ts'

/** The first line of a backup: what made it, and what the database looked like. */
export type BackupHead = {
  readonly opbloei: 'backup'
  readonly format: 1
  readonly at: string
  readonly migrations: readonly { readonly name: string; readonly sum: string }[]
  /** The secret of an embedded database, which the second steps of sign-in are sealed with; on a server it stands in the settings. */
  readonly secret: string | null
}
/** Rows begin with this, so that no column can pass for what stands between them. */
const ROW = '\t'
export const isRow = (line: string) => line.startsWith(ROW)
export const rowIn = (line: string) => line.slice(ROW.length)

/** How much went in, and the hash of all rows in their order: the same for the same data, wherever it stands. */
export type BackedUp = { readonly tables: number; readonly rows: number; readonly hash: string }

/**
 * Writes the whole database, files and waiting work with it, as it stands at one moment, to a sealed file; nobody has to stop working.
 * Refuses a role of the database that would not see every row.
 */
export async function backUp(
  database: Database,
  file: string,
  { passphrase, at, secret }: { passphrase: string; at: Instant; secret: string | null },
): Promise<BackedUp> {
  let end: BackedUp | null = null
  await atOneMoment(database, async (client) => {
    await writeSealed(file, passphrase, lines())
    async function* lines(): AsyncGenerator<string> {
      const { rows: migrations } = await client.query<{ name: string; sum: string }>('select name, sum from kit.migration order by name')
      yield JSON.stringify({ opbloei: 'backup', format: 1, at: at.toString(), migrations, secret } satisfies BackupHead)
      const counted = counting()
      for (const table of await keptTables(client)) {
        yield JSON.stringify({ table: table.name })
        counted.table(table)
        for await (const row of rowsOf(client, table)) {
          counted.row(row)
          yield `${ROW}${row}`
        }
      }
      yield JSON.stringify({ jobs: await waitingJobs(client) })
      end = counted.end()
      yield JSON.stringify({ end })
    }
  })
  return end ?? unfinished()
}

/** The hash of all rows of a database, as a backup of it would have. */
export async function hashOfAll(database: Database): Promise<BackedUp> {
  const counted = counting()
  await atOneMoment(database, async (client) => {
    for (const table of await keptTables(client)) {
      counted.table(table)
      for await (const row of rowsOf(client, table)) counted.row(row)
    }
  })
  return counted.end()
}

/** Counts and hashes what passes. */
export function counting() {
  const hash = createHash('sha256')
  let [tables, rows] = [0, 0]
  return {
    table: ({ name }: Pick<KeptTable, 'name'>) => {
      tables++
      hash.update(`${name}\n`)
    },
    row: (text: string) => {
      rows++
      hash.update(`${text}\n`)
    },
    end: (): BackedUp => ({ tables, rows, hash: hash.digest('hex') }),
  }
}

/** One moment of the database, read only; moments in UTC, so that the same row is the same text everywhere. */
async function atOneMoment(database: Database, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await database.pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    // A role that row security holds back must fail here: a backup that misses rows without a word is none.
    await client.query("set local row_security = off; set local timezone = 'UTC'; set local datestyle = 'ISO'; set local bytea_output = 'hex'")
    await work(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    if ((error as { code?: string }).code === '42501') throw new CannotStart(terminal.backupBlind)
    throw error
  } finally {
    client.release()
  }
}

function unfinished(): never {
  throw new Error('the backup has no end')
}
