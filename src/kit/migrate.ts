import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { prepareJobs } from './jobs.ts'

const folder = fileURLToPath(new URL('../../db/migrations/', import.meta.url))

export type Migration = { readonly name: string; readonly text: string; readonly sum: string }

/** All migrations of the program, in their order. */
export function migrations(): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(folder + name, 'utf8')
      return { name, text, sum: createHash('sha256').update(text).digest('hex') }
    })
}

/**
 * Brings the database up to date, one transaction per file, under a lock so that two starts do not meet.
 * Gives the names it ran. Throws when a file that ran before has changed since. With `wanted` only those: a backup goes back in tables as they were.
 */
export async function migrate(pool: pg.Pool, wanted: (name: string) => boolean = () => true): Promise<string[]> {
  const client = await pool.connect()
  const ran: string[] = []
  try {
    await client.query('select pg_advisory_lock(724001)')
    await client.query('create schema if not exists kit')
    await client.query('create table if not exists kit.migration (name text primary key, sum text not null, ran_at timestamptz not null)')
    const before = new Map((await client.query<{ name: string; sum: string }>('select name, sum from kit.migration')).rows.map((row) => [row.name, row.sum]))
    for (const migration of migrations().filter(({ name }) => wanted(name))) {
      const sum = before.get(migration.name)
      if (sum === migration.sum) continue
      if (sum) throw new Error(`migration ${migration.name} has changed after it ran`)
      await client.query('begin')
      try {
        await client.query(migration.text)
        await client.query('insert into kit.migration values ($1, $2, now())', [migration.name, migration.sum])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`migration ${migration.name}: ${(error as Error).message}`, { cause: error })
      }
      ran.push(migration.name)
    }
    await prepareJobs(client)
    return ran
  } finally {
    await client.query('select pg_advisory_unlock(724001)').catch(() => {})
    client.release()
  }
}

/** The names that this program has and the database has not. */
export async function missingMigrations(pool: pg.Pool): Promise<string[]> {
  const known = await pool.query<{ present: boolean }>("select to_regclass('kit.migration') is not null as present")
  if (!known.rows[0]?.present) return migrations().map((migration) => migration.name)
  const ran = new Set((await pool.query<{ name: string }>('select name from kit.migration')).rows.map((row) => row.name))
  return migrations()
    .map((migration) => migration.name)
    .filter((name) => !ran.has(name))
}
