import { AsyncLocalStorage } from 'node:async_hooks'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { type CompiledQuery, type Dialect, Kysely, PostgresDialect, type PostgresPool, type RawBuilder, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from '../../db/tables.ts'
import { type Imprint, imprintOf, snapshotOf } from './kept/imprint.sql.ts'
import { type Sent, tellMixed } from './kept/reads.ts'
import { planned } from './planned.ts'

export type Tx = Transaction<DB>
export type Statements = Kysely<DB>

/** One unit of work at a time, each in a role of the database that owns nothing. */
export type Database = {
  readonly kind: 'embedded' | 'server'
  /** Runs `work` in one transaction; an error rolls everything back. A unit inside a unit throws. */
  readonly unit: <T>(as: UnitOf, work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Single statements in a role, each on its own connection, never inside a unit. */
  readonly single: (role: DatabaseRole) => Statements
  /** The same for a package that knows numbers and dates only: sign-in. */
  readonly apart: (role: DatabaseRole) => Statements
  /** A text that is another one after every change in the database; null where it cannot be told. Never inside a unit. */
  readonly snapshot: () => Promise<string | null>
  /** One imprint of what these questions are answered now, in one message; null where it cannot be told. Never inside a unit. */
  readonly imprint: (questions: readonly Sent[]) => Promise<Imprint | null>
  /** The bare pool, for migrations and jobs, which have roles of their own. */
  readonly pool: pg.Pool
  readonly close: () => Promise<void>
}

export type DatabaseRole = 'opbloei_app' | 'opbloei_signin'

/** On whose behalf rows are read: row security sees only what belongs to this organisation or this person. */
export type UnitOf = {
  readonly role: DatabaseRole
  readonly organisation: string | null
  readonly person: string | null
  /** The day it is for whoever acts: row security has no clock of its own. Without it, what is over after a day counts as over. */
  readonly day?: string
}

export type DatabaseSettings = { readonly url: string | null; readonly dataDir: string | null }

// bigint and days arrive as what they are; a float or a Date would round or shift them.
pg.types.setTypeParser(pg.types.builtins.INT8, BigInt)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text.replace(' ', 'T')))
// The extension point of node-postgres for a parameter of its own kind; without it an Instant becomes a quoted JSON text.
Object.defineProperty(Temporal.Instant.prototype, 'toPostgres', {
  configurable: true,
  value: function toPostgres(this: Temporal.Instant) {
    return this.toString()
  },
})

const open = new AsyncLocalStorage<true>()
let watcher: ((query: CompiledQuery, milliseconds: number) => void) | null = null

/** Lets a test count the queries of a page. */
export function watchQueries(watch: typeof watcher): void {
  watcher = watch
}

// Compiling a statement to machine code pays off for reports of minutes: for a page it took five seconds before a query of seventy milliseconds.
// A page is one of many at once: workers beside it take longer to begin than its question to be answered.
const AT_ONCE = '-c jit=off -c max_parallel_workers_per_gather=0'

/** Opens PostgreSQL at `url`, or the embedded database in `dataDir` (null: in memory, gone at the end). */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  if (settings.url) {
    const pool = poolOf({ connectionString: settings.url, max: 16, options: AT_ONCE })
    // Connections that are in a role from their beginning: a statement of its own is one message then.
    const pools = new Map<DatabaseRole, pg.Pool>()
    const inside = (role: DatabaseRole) => {
      const found = pools.get(role) ?? poolOf({ connectionString: settings.url ?? '', max: 8, options: `${AT_ONCE} -c role=${role}` })
      pools.set(role, found)
      return outsideUnits(found, role)
    }
    return databaseOn('server', pool, inside, async () => {
      for (const each of pools.values()) await each.end()
      await pool.end()
    })
  }
  const { PGlite } = await import('@electric-sql/pglite')
  const { pg_trgm } = await import('@electric-sql/pglite/contrib/pg_trgm')
  const { unaccent } = await import('@electric-sql/pglite/contrib/unaccent')
  const options = { extensions: { pg_trgm, unaccent } }
  const embedded = await (settings.dataDir ? PGlite.create(settings.dataDir, options) : PGlite.create(options))
  const pool = new pg.Pool({ ...createPgConfig(embedded), max: 1 })
  return databaseOn(
    'embedded',
    pool,
    (role) => inRole(pool, role),
    async () => {
      await pool.end()
      await embedded.close()
    },
  )
}

/** A pool that outlives its connections: one that breaks is replaced at the next use. */
function poolOf(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config)
  pool.on('error', () => {})
  // Between being taken and being asked nobody listens: without this a database that goes away takes the program with it.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

function databaseOn(kind: Database['kind'], pool: pg.Pool, inside: (role: DatabaseRole) => PoolOfRole, close: () => Promise<void>): Database {
  const kysely = new Kysely<DB>({
    dialect: beginsWithUnit(pool),
    log: (event) => watcher?.(event.query, event.queryDurationMillis),
  })
  return {
    kind,
    pool,
    close,
    // Whoever counts the queries of a page counts one that is drawn.
    snapshot: async () => {
      notInside('a snapshot')
      return watcher ? null : snapshotOf(pool)
    },
    imprint: async (questions) => {
      notInside('an imprint')
      return watcher ? null : imprintOf(pool, questions)
    },
    single: (role) => statements(role, inside),
    apart: (role) => new Kysely<DB>({ dialect: new PostgresDialect({ pool: plainly(inside(role)) }) }),
    unit: (as, work) => {
      // The embedded database has one connection: a unit inside a unit would wait for itself for ever.
      if (open.getStore()) throw new Error('a unit of work inside a unit of work')
      return open.run(true, () =>
        kysely.transaction().execute(async (tx) => {
          await sql.raw(beginningOf(as)).execute(tx)
          return work(tx)
        }),
      )
    },
  }
}

/** The beginning of a unit in one message: three would make a third of the waiting of a small page. */
function beginningOf(as: UnitOf): string {
  const [role, organisation, person, day] = [as.role, as.organisation ?? '', as.person ?? '', as.day ?? ''].map(pg.escapeLiteral)
  return `begin; select set_config('role', ${role}, true), set_config('app.org', ${organisation}, true), set_config('app.person', ${person}, true), set_config('app.day', ${day}, true)`
}

/** A dialect that leaves the begin of a transaction to the first statement of its unit. */
function beginsWithUnit(pool: pg.Pool): Dialect {
  const dialect = new PostgresDialect({ pool: planned(pool) })
  return {
    createDriver: () => Object.assign(dialect.createDriver(), { beginTransaction: async () => {} }),
    createAdapter: () => dialect.createAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  }
}

type PoolOfRole = Pick<pg.Pool, 'connect' | 'options'>

const singles = new WeakMap<(role: DatabaseRole) => PoolOfRole, Map<DatabaseRole, Statements>>()

function statements(role: DatabaseRole, inside: (role: DatabaseRole) => PoolOfRole): Statements {
  const ofDatabase = singles.get(inside) ?? new Map<DatabaseRole, Statements>()
  singles.set(inside, ofDatabase)
  const found =
    ofDatabase.get(role) ??
    new Kysely<DB>({
      dialect: new PostgresDialect({ pool: planned(inside(role), role) }),
      log: (event) => watcher?.(event.query, event.queryDurationMillis),
    })
  ofDatabase.set(role, found)
  return found
}

/** The embedded database has one connection: it is in a role from the moment it is taken until it is given back. */
function inRole(pool: pg.Pool, role: DatabaseRole): PoolOfRole {
  const connect = async () => {
    notInside(role)
    const client = await pool.connect()
    try {
      await client.query("select set_config('role', $1, false)", [role])
    } catch (error) {
      client.release(true)
      throw error
    }
    return {
      query: client.query.bind(client),
      release: () =>
        client.query("select set_config('role', 'none', false)").then(
          () => client.release(),
          () => client.release(true),
        ),
    }
  }
  return { options: pool.options, connect } as never
}

function outsideUnits(pool: pg.Pool, role: DatabaseRole): PoolOfRole {
  const connect = () => {
    notInside(role)
    return pool.connect()
  }
  return { options: pool.options, connect } as never
}

function notInside(who: string): void {
  if (open.getStore()) throw new Error(`${who} asks for a connection inside a unit of work`)
}

function plainly(pool: PoolOfRole): PostgresPool {
  const connect = async () => {
    tellMixed()
    const client = await pool.connect()
    return {
      query: async (text: string, values: unknown[]) => {
        const answer = await client.query(text, values)
        return { ...answer, command: answer.command, rowCount: answer.rowCount, rows: answer.rows.map(plain) }
      },
      release: () => client.release(),
    }
  }
  return { options: pool.options, connect, end: async () => {} } as never
}

/** For packages that know dates and numbers only. */
function plain(row: object): object {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'bigint' ? Number(value) : value instanceof Temporal.Instant ? new Date(value.epochMilliseconds) : value,
    ]),
  )
}

/** Runs `work` and takes back everything it did in the database, whatever comes of it: a rehearsal that refuses what the real thing would refuse. */
export async function tried<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql.raw('savepoint tried').execute(tx)
  try {
    return await work()
  } finally {
    await sql.raw('rollback to savepoint tried').execute(tx)
    await sql.raw('release savepoint tried').execute(tx)
  }
}

/** A value for a jsonb column; whole numbers only, cents and ids included. */
export function json<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? Number(part) : part))}::jsonb`
}

/** Whether an error is the database refusing a double; `constraint` narrows it. */
export function isDouble(error: unknown, constraint?: string): boolean {
  const fact = error as { code?: unknown; constraint?: unknown }
  return fact?.code === '23505' && (constraint === undefined || fact.constraint === constraint)
}
