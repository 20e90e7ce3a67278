import type { ParseArgsOptionsConfig } from 'node:util'
import { openDatabase } from '#kit/db.ts'
import { migrate } from '#kit/migrate.ts'
import { readSettings } from '#kit/settings.ts'
import { writeTypes } from '#kit/types.ts'
import { asSystem, organisationsAll } from '#rooms/access'
import { seal, verify } from '#rooms/ledger'
import { nl } from './app.nl.ts'
import { CannotStart } from './cannot-start.ts'
import { openProgram } from './program.ts'
import { start } from './start.ts'
import { work } from './worker.ts'

type Command = {
  /** First the usage, then a line that says what it does. */
  readonly help: string
  readonly options?: ParseArgsOptionsConfig
  readonly run: (options: Record<string, string | boolean | undefined>, names: readonly string[]) => Promise<number>
}

export const commands: Readonly<Record<string, Command>> = {
  start: {
    help: 'Usage: opbloei start\nOpens the database, fills the demo world once, and listens on PORT.',
    run: () => start(readSettings(process.env)),
  },
  demo: {
    help: 'Usage: opbloei demo\nFills the demo world where it is not there yet; refuses a real database.',
    run: async () => {
      const program = await openProgram(readSettings(process.env), undefined, (part) => process.stderr.write(`\r${Math.round(part * 100)}%`))
      process.stderr.write('\n')
      await program.close()
      if (program.kind === 'real') throw new CannotStart(nl.start.realWorld)
      return 0
    },
  },
  worker: {
    help: 'Usage: opbloei worker\nDoes the jobs on PostgreSQL, in a process of its own; start the web with WORKER=off beside it.',
    run: () => work(readSettings(process.env)),
  },
  migrate: {
    help: 'Usage: opbloei migrate\nBrings the database at DATABASE_ADMIN_URL (or DATABASE_URL) up to date.',
    run: async () => {
      const settings = readSettings(process.env)
      const database = await openDatabase({ url: settings.databaseAdminUrl ?? settings.databaseUrl, dataDir: `${settings.dataDir}/database` })
      const ran = await migrate(database.pool)
      const user = settings.databaseAdminUrl && settings.databaseUrl ? decodeURIComponent(new URL(settings.databaseUrl).username) : null
      if (user) await database.pool.query(`grant opbloei_app, opbloei_signin to "${user.replaceAll('"', '""')}"`)
      await database.close()
      process.stdout.write(ran.length > 0 ? `${ran.join('\n')}\n` : 'up to date\n')
      return 0
    },
  },
  types: {
    help: 'Usage: opbloei types\nWrites db/tables.ts from the migrations.',
    run: async () => {
      const database = await openDatabase({ url: null, dataDir: null })
      await migrate(database.pool)
      await writeTypes(database.pool)
      await database.close()
      return 0
    },
  },
  list: {
    help: 'Usage: opbloei list [--json]\nLists the organisations.',
    options: { json: { type: 'boolean' } },
    run: async (options) => {
      const program = await openProgram(readSettings(process.env))
      const rows = await program.world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, organisationsAll)
      process.stdout.write(options.json ? `${JSON.stringify(rows)}\n` : rows.map((row) => `${row.id}  ${row.kind.padEnd(12)} ${row.name}\n`).join(''))
      await program.close()
      return 0
    },
  },
  verify: {
    help: 'Usage: opbloei verify\nChecks the ledger of every cooperative: hash chain, balances, invariants. Exit code 1 when something is wrong.',
    run: async () => {
      const program = await openProgram(readSettings(process.env))
      const organisations = await program.world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, organisationsAll)
      let wrong = 0
      for (const organisation of organisations.filter((each) => each.kind === 'cooperative')) {
        await asSystem(program.world, organisation.id, 'ledger.seal', seal)
        const verdict = await asSystem(program.world, organisation.id, 'ledger.verify', verify)
        process.stdout.write(
          `${organisation.name}: ${verdict.sealed} sealed, ${verdict.unsealed} unsealed, head ${verdict.head.slice(0, 16)}, ${verdict.faults.length === 0 ? 'sound' : 'NOT SOUND'}\n`,
        )
        for (const fault of verdict.faults) process.stdout.write(`  ${fault}\n`)
        wrong += verdict.faults.length
      }
      await program.close()
      return wrong === 0 ? 0 : 1
    },
  },
}
