import type pg from 'pg'

/** A table as a backup holds it: its columns that are stored, the order of its rows, and how many are read at once. */
export type KeptTable = { readonly name: string; readonly columns: readonly string[]; readonly order: readonly string[]; readonly batch: number }

/** What the database rebuilds by itself: the list of migrations, and the queue, of which only waiting work is kept. */
const REBUILT = new Set(['kit.migration'])
/** Rows with files in them are large, and are read a few at a time. */
const [MANY, FEW] = [500, 4]

/** Every table of the house, by name, on the connection of the backup. */
export async function keptTables(client: pg.ClientBase): Promise<KeptTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; key: string[] | null; heavy: boolean }>(`
    select n.nspname || '.' || c.relname as name, bool_or(a.atttypid = 'bytea'::regtype) as heavy,
      array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns,
      (select array_agg(k.attname::text order by array_position(i.indkey::int2[], k.attnum)) from pg_index i join pg_attribute k on k.attrelid = c.oid and k.attnum = any (i.indkey)
        where i.indrelid = c.oid and i.indisprimary) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'pgboss', 'public')
    group by n.nspname, c.relname, c.oid order by 1`)
  return rows
    .filter(({ name }) => !REBUILT.has(name))
    .map(({ name, columns, key, heavy }) => ({ name, columns, order: key ?? columns, batch: heavy ? FEW : MANY }))
}

/** The rows of a table as JSON texts, in the order of its key: the database writes them, so that no number or moment is rounded on the way. */
export async function* rowsOf(client: pg.ClientBase, table: KeptTable): AsyncGenerator<string> {
  const list = (names: readonly string[]) => names.map(quoted).join(', ')
  await client.query(`declare kept no scroll cursor for
    select to_jsonb(r)::text as row from (select ${list(table.columns)} from ${table.name} order by ${list(table.order)}) r`)
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${table.batch} from kept`)
    for (const { row } of rows) yield row
    if (rows.length < table.batch) break
  }
  await client.query('close kept')
}

/** Puts rows back as they were, values that the database would make by itself too. */
export async function putBack(client: pg.ClientBase, table: KeptTable, rows: readonly string[]): Promise<void> {
  const names = table.columns.map(quoted).join(', ')
  await client.query(
    `insert into ${table.name} (${names}) overriding system value select ${names} from jsonb_populate_recordset(null::${table.name}, $1::jsonb)`,
    [`[${rows.join(',')}]`],
  )
}

/** Loads tables in any order: their keys to one another and their guards wait until all rows are in, and the keys are then asked of every row. */
export async function withoutGuards(client: pg.ClientBase, tables: readonly KeptTable[], load: () => Promise<void>): Promise<void> {
  const names = tables.map(({ name }) => name)
  const { rows: keys } = await client.query<{ table: string; name: string; rule: string }>(
    `select con.conrelid::regclass::text as "table", con.conname as name, pg_get_constraintdef(con.oid) as rule
     from pg_constraint con where con.contype = 'f' and con.conrelid::regclass::text = any ($1) order by 1, 2`,
    [names],
  )
  const { rows: walled } = await client.query<{ name: string }>(
    'select c.oid::regclass::text as name from pg_class c where c.relforcerowsecurity and c.oid::regclass::text = any ($1)',
    [names],
  )
  for (const key of keys) await client.query(`alter table ${key.table} drop constraint ${quoted(key.name)}`)
  for (const name of names) await client.query(`alter table ${name} disable trigger user`)
  for (const { name } of walled) await client.query(`alter table ${name} no force row level security`)
  await client.query(`truncate ${names.join(', ')}`)
  await load()
  for (const { name } of walled) await client.query(`alter table ${name} force row level security`)
  for (const name of names) await client.query(`alter table ${name} enable trigger user`)
  for (const key of keys) await client.query(`alter table ${key.table} add constraint ${quoted(key.name)} ${key.rule}`)
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
