import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '#kit/db.ts'
import { migrate } from '#kit/migrate.ts'
import { schemaText } from '#kit/schema.ts'
import { typesText } from '#kit/types.ts'
import { type Room, rooms } from '../../src/app/rooms.ts'

type Rule = {
  readonly query: string
  /** What a row of the answer says is wrong, or null. */
  readonly wrong: (row: Readonly<Record<string, string>>) => string | null
  /** How many rows there are at least to judge in this house. */
  readonly atLeast: number
  /** Statements that break the rule, and what must then be said. */
  readonly plant: string
  readonly caught: readonly string[]
}

const ours = "n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'pgboss', 'public')"
const columns = `
  select n.nspname || '.' || c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as type,
    coalesce(col_description(c.oid, a.attnum), '') as comment
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
  where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and ${ours}`

/** Names under which a column tells something about a person, whatever table it stands in. */
const aboutPersons =
  /^(?:person|member|subject|professional|email|phone|(?:given_|family_)?name|birth.*|address|street|postcode|city|iban|language|trade_name|makes|support|benefit.*|motivation|notes?)$/
/** Columns with such a name that tell nothing about a person. */
const aboutThings =
  /^(?:kit\.migration\.name|network\.text_version\.language|access\.organisation\.name|(?:organisations\.(?:cooperative|municipality)\..*)|(?:law|documents|ledger)\..*name)$/

const rules: Readonly<Record<string, Rule>> = {
  'every table of a tenant stands behind forced row security': {
    query: `
      select n.nspname || '.' || c.relname as "table", (c.relrowsecurity and c.relforcerowsecurity)::text as forced,
        (select count(*) from pg_policy p where p.polrelid = c.oid)::text as policies
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and ${ours}
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('tenant', 'municipality') and not a.attisdropped)`,
    wrong: ({ table, forced, policies }) => (forced === 'true' && policies !== '0' ? null : `${table} is open`),
    atLeast: 2,
    plant: 'create table access.planted (tenant uuid not null, id uuid, primary key (tenant, id))',
    caught: ['access.planted is open'],
  },
  'the key of a tenant table begins with the tenant': {
    query: `
      select n.nspname || '.' || c.relname as "table", coalesce((
        select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where i.indrelid = c.oid and i.indisprimary), '') as first
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and ${ours} and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped)`,
    wrong: ({ table, first }) => (first === 'tenant' ? null : `${table} begins with ${first || 'nothing'}`),
    atLeast: 2,
    plant: 'create table access.planted (id uuid primary key, tenant uuid not null)',
    caught: ['access.planted begins with id'],
  },
  'a foreign key points the way imports may go': {
    query: `
      select f.nspname as from, t.nspname as to, con.conname as key
      from pg_constraint con join pg_class fc on fc.oid = con.conrelid join pg_namespace f on f.oid = fc.relnamespace
      join pg_class tc on tc.oid = con.confrelid join pg_namespace t on t.oid = tc.relnamespace
      where con.contype = 'f' and f.nspname not in ('pgboss')`,
    wrong: ({ from = '', to = '', key }) => (looksDown(from, to) ? null : `${from} leans on ${to} by ${key}`),
    atLeast: 2,
    plant: `create schema if not exists consent; create schema if not exists agreements;
      create table consent.planted (id uuid primary key); create table access.planted (id uuid references consent.planted);
      create table agreements.planted (id uuid references consent.planted)`,
    caught: ['access leans on consent by planted_id_fkey', 'agreements leans on consent by planted_id_fkey'],
  },
  'a column about a person says what it is for and how long it is kept': {
    query: columns,
    wrong: ({ table = '', column = '', type = '', comment = '' }) => {
      const asked = (aboutPersons.test(column) || (type === 'uuid' && column.endsWith('_by'))) && !aboutThings.test(`${table}.${column}`)
      return !asked || /^personal: .+; kept: .+/.test(comment) ? null : `${table}.${column} says "${comment}"`
    },
    atLeast: 20,
    plant: "create table access.planted (id uuid primary key, email text, phone text); comment on column access.planted.phone is 'personal: to call'",
    caught: ['access.planted.email says ""', 'access.planted.phone says "personal: to call"'],
  },
  'money is whole cents, a moment has a zone, and no column takes the time by itself': {
    query: `${columns.replace('select ', "select coalesce((select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d where d.adrelid = c.oid and d.adnum = a.attnum), '') as default, ")}`,
    wrong: ({ table, column, type = '', default: value = '' }) => {
      if (/^(?:numeric|real|double precision|money)/.test(type)) return `${table}.${column} is ${type}`
      if (type === 'timestamp without time zone') return `${table}.${column} has no zone`
      return /now\(\)|current_(?:date|timestamp)/i.test(value) ? `${table}.${column} takes the time by itself` : null
    },
    atLeast: 20,
    plant: 'create table access.planted (id uuid primary key, wage numeric, at timestamp, on_day date default current_date)',
    caught: ['access.planted.at has no zone', 'access.planted.on_day takes the time by itself', 'access.planted.wage is numeric'],
  },
  'the role of the application owns nothing and goes round no wall': {
    query: `select r.rolname as role, (r.rolsuper or r.rolbypassrls or r.rolcreaterole)::text as strong,
      (select count(*) from pg_class c where c.relowner = r.oid)::text as owns from pg_roles r where r.rolname like 'opbloei\\_%'`,
    wrong: ({ role, strong, owns }) => (strong === 'false' && owns === '0' ? null : `${role} is too strong`),
    atLeast: 2,
    plant: 'create table access.planted (id uuid primary key); grant create on schema access to opbloei_app; alter table access.planted owner to opbloei_app',
    caught: ['opbloei_app is too strong'],
  },
}

let database: Database
let client: pg.PoolClient

beforeAll(async () => {
  database = await openDatabase({ url: null, dataDir: null })
  await migrate(database.pool)
  client = await database.pool.connect()
}, 60_000)

afterAll(async () => {
  client?.release()
  await database?.close()
})

describe.each(Object.entries(rules))('%s', (_, rule) => {
  test('holds in this house', async () => {
    const { rows } = await client.query(rule.query)
    expect(rows.length, 'a gate that reads nothing praises everything').toBeGreaterThanOrEqual(rule.atLeast)
    expect(rows.map(rule.wrong).filter((said) => said !== null)).toEqual([])
  })
  test('is awake: what was planted is found', async () => {
    const before = (await client.query(rule.query)).rows.map(rule.wrong)
    await client.query('begin')
    try {
      await client.query(rule.plant)
      const after = (await client.query(rule.query)).rows.map(rule.wrong)
      expect(after.filter((said) => said !== null && !before.includes(said)).sort()).toEqual(rule.caught)
    } finally {
      await client.query('rollback')
    }
  })
})

test.each([
  ['tables.ts', typesText],
  ['schema.sql', schemaText],
] as const)('db/%s is what the migrations make: npm run -s opbloei -- types', async (name, made) => {
  const before = await made(client)
  expect(readFileSync(new URL(`../../db/${name}`, import.meta.url), 'utf8') === before, `db/${name} is not up to date`).toBe(true)
  await client.query('create table kit.planted (id uuid primary key)')
  try {
    expect(await made(client)).not.toBe(before)
  } finally {
    await client.query('drop table kit.planted')
  }
})

/** Schemas of rooms look down; `kit` holds what belongs to no room, `signin` is a part of access: both may only look at access. */
function looksDown(from: string, to: string): boolean {
  if (from === to) return true
  if (from === 'kit' || from === 'signin') return to === 'access'
  if (to === 'kit') return true
  const [above, below] = [rooms[from as Room], rooms[to as Room]]
  return above !== undefined && below !== undefined && below.floor < above.floor
}
