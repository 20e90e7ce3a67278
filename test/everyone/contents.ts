import type pg from 'pg'
import type { TestWorld } from '../world.ts'

export type Contents = ReadonlyMap<string, { readonly count: number; readonly sum: string }>

type Counted = { readonly question: string; readonly snapshot: string; readonly contents: Contents }

const counted = new WeakMap<TestWorld, Counted>()

/** What every table holds, apart from what is written down about attempts and sendings. Where no transaction changed anything since, it is what it was. */
export async function contents(world: TestWorld): Promise<Contents> {
  const { pool } = world.world.database
  const before = counted.get(world)
  // Asked before the counting: what changes meanwhile makes the next one another.
  const snapshot = (await pool.query<{ at: string }>('select pg_current_snapshot()::text as at')).rows[0]?.at ?? ''
  if (before?.snapshot === snapshot) return before.contents
  const question = before?.question ?? (await questionOf(world))
  const contents = new Map((await rowsOf(pool, question)).map(({ name, count, sum }) => [name, { count, sum }]))
  counted.set(world, { question, snapshot, contents })
  return contents
}

// Planned once for each connection, and by one process: sharing four hundred small tables out among several took twenty times as long as counting them.
async function rowsOf(pool: pg.Pool, question: string): Promise<readonly { name: string; count: number; sum: string }[]> {
  const client = await pool.connect()
  try {
    await client.query('begin read only; set local max_parallel_workers_per_gather = 0')
    const { rows } = await client.query({ name: 'contents', text: question })
    await client.query('commit')
    return rows
  } finally {
    client.release()
  }
}

async function questionOf(world: TestWorld): Promise<string> {
  const tables = await world.world.database.pool.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'pgboss')
     and schemaname || '.' || tablename not in ('access.denial', 'access.look', 'kit.sent_form', 'kit.migration') and tablename not in ('session', 'rate_limit', 'bucket') order by 1`,
  )
  // The newest row version tells of every insert and update, the count of every deletion.
  const text = tables.rows.map(
    ({ name }) => `select '${name}' as name, count(*)::int as count, coalesce(max(xmin::text::bigint), 0)::text as sum from ${name} t`,
  )
  return text.join(' union all ')
}

export function differences(before: Contents, after: Contents): string[] {
  return [...after].filter(([name, { sum, count }]) => before.get(name)?.sum !== sum || before.get(name)?.count !== count).map(([name]) => name)
}
