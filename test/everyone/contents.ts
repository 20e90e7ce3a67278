import type { TestWorld } from '../world.ts'

export type Contents = ReadonlyMap<string, { readonly count: number; readonly sum: string }>

/** What every table holds, apart from what is written down about attempts and sendings. */
export async function contents(world: TestWorld): Promise<Contents> {
  const { pool } = world.world.database
  const tables = await pool.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'pgboss')
     and schemaname || '.' || tablename not in ('access.denial', 'access.look', 'kit.sent_form', 'kit.migration') and tablename not in ('session', 'rate_limit', 'bucket') order by 1`,
  )
  // The newest row version tells of every insert and update, the count of every deletion.
  const text = tables.rows.map(
    ({ name }) => `select '${name}' as name, count(*)::int as count, coalesce(max(xmin::text::bigint), 0)::text as sum from ${name} t`,
  )
  const { rows } = await pool.query<{ name: string; count: number; sum: string }>(text.join(' union all '))
  return new Map(rows.map(({ name, count, sum }) => [name, { count, sum }]))
}

export function differences(before: Contents, after: Contents): string[] {
  return [...after].filter(([name, { sum, count }]) => before.get(name)?.sum !== sum || before.get(name)?.count !== count).map(([name]) => name)
}
