import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ParseArgsOptionsConfig } from 'node:util'
import { CannotStart } from '#kit/cannot-start.ts'
import { systemClock } from '#kit/clock.ts'
import { parseDay } from '#kit/day.ts'
import { openDatabase } from '#kit/db.ts'
import { isId, newId } from '#kit/ids.ts'
import { migrate } from '#kit/migrate.ts'
import { Refusal } from '#kit/refusal.ts'
import { schemaText } from '#kit/schema.ts'
import { readSettings, type Settings } from '#kit/settings.ts'
import { fill } from '#kit/text.ts'
import { typesText } from '#kit/types.ts'
import { asSystem, clearFactorOf, foundOrganisation, invite, type OrganisationId, organisationsAll } from '#rooms/access'
import { simulate, verifyAgreements } from '#rooms/agreements'
import { previewFile, termFile } from '#rooms/law'
import { seal, verify } from '#rooms/ledger'
import { backUpTo, restoreFrom } from './backup/places.ts'
import { exportCooperative } from './export.ts'
import { grantUser, lockData, openProgram } from './program.ts'
import { start } from './start.ts'
import { terminal } from './terminal.en.ts'
import { bringUpToDate } from './up-to-date.ts'
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
      if (program.kind === 'real') throw new CannotStart(terminal.realWorld)
      return 0
    },
  },
  found: {
    help: 'Usage: opbloei found --kind cooperative|municipality|network --name NAME\nBegins an organisation and prints its id; for a new installation.',
    options: { kind: { type: 'string' }, name: { type: 'string' } },
    run: async (options) => {
      const { kind, name } = options
      const known = kind === 'cooperative' || kind === 'municipality' || kind === 'network' ? kind : null
      if (!known || typeof name !== 'string' || name.trim() === '') throw new CannotStart(terminal.foundNeeds)
      const program = await openProgram(readSettings(process.env))
      const id = newId<OrganisationId>()
      await asSystem(program.world, id, 'organisation.found', (tx, permit) => foundOrganisation(tx, permit, known, name.trim()))
      await program.close()
      process.stdout.write(`${id}\n`)
      return 0
    },
  },
  invite: {
    help: 'Usage: opbloei invite --organisation ID --email ADDRESS --role ROLE --until YYYY-MM-DD [--name NAME]\nGives a role until a day; the first administrator of a real installation begins here. The same invitation again moves the end.',
    options: { organisation: { type: 'string' }, email: { type: 'string' }, role: { type: 'string' }, until: { type: 'string' }, name: { type: 'string' } },
    run: async ({ organisation, email, role, until, name }) => {
      const last = typeof until === 'string' ? parseDay(until) : null
      if (
        typeof organisation !== 'string' ||
        !isId(organisation) ||
        typeof email !== 'string' ||
        !/^\S+@\S+\.\S+$/.test(email) ||
        typeof role !== 'string' ||
        !last
      )
        throw new CannotStart(terminal.inviteNeeds)
      const settings = readSettings(process.env)
      const program = await openProgram(settings)
      const invitation = { name: typeof name === 'string' ? name : (email.split('@')[0] ?? email), email: email.toLowerCase(), role, until: last }
      try {
        await asSystem(program.world, organisation as OrganisationId, 'person.invite', (tx, permit) => invite(tx, permit, invitation, settings.baseUrl))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        throw new CannotStart(`${error.sentence.what} ${error.sentence.next}`)
      } finally {
        await program.close()
      }
      process.stdout.write(`${terminal.invited}\n`)
      return 0
    },
  },
  'clear-second-step': {
    help: 'Usage: opbloei clear-second-step --email ADDRESS\nTakes the second step and all sessions of a person away, where no administrator may: make sure first who asks.',
    options: { email: { type: 'string' } },
    run: async ({ email }) => {
      if (typeof email !== 'string') throw new CannotStart(terminal.clearNeeds)
      const program = await openProgram(readSettings(process.env))
      const known = await clearFactorOf(program.world, email).finally(() => program.close())
      if (!known) throw new CannotStart(terminal.clearUnknown)
      process.stdout.write(`${terminal.cleared}\n`)
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
      const ran = settings.databaseUrl || settings.databaseAdminUrl ? await migrateServer(settings) : await migrateEmbedded(settings.dataDir)
      process.stdout.write(ran === null ? `${terminal.nothingEmbedded}\n` : ran.length > 0 ? `${ran.join('\n')}\n` : 'up to date\n')
      return 0
    },
  },
  types: {
    help: 'Usage: opbloei types\nWrites db/tables.ts and db/schema.sql from the migrations.',
    run: async () => {
      const database = await openDatabase({ url: null, dataDir: null })
      await migrate(database.pool)
      const written = { 'tables.ts': await typesText(database.pool), 'schema.sql': await schemaText(database.pool) }
      for (const [name, text] of Object.entries(written)) writeFileSync(new URL(`../../db/${name}`, import.meta.url), text)
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
    help: 'Usage: opbloei verify\nChecks the ledger of every cooperative: hash chain, balances, invariants, and that each signature is of the text it stands under. Exit code 1 when something is wrong.',
    run: async () => {
      const program = await openProgram(readSettings(process.env))
      const organisations = await program.world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, organisationsAll)
      let wrong = 0
      for (const organisation of organisations.filter((each) => each.kind === 'cooperative')) {
        await asSystem(program.world, organisation.id, 'ledger.seal', seal)
        const verdict = await asSystem(program.world, organisation.id, 'ledger.verify', verify)
        const agreed = await asSystem(program.world, organisation.id, 'ledger.verify', verifyAgreements)
        process.stdout.write(
          `${organisation.name}: ${verdict.sealed} sealed, ${verdict.unsealed} unsealed, head ${verdict.head.slice(0, 16)}, ${verdict.faults.length + agreed.length === 0 ? 'sound' : 'NOT SOUND'}\n`,
        )
        for (const fault of [...verdict.faults, ...agreed]) process.stdout.write(`  ${fault}\n`)
        wrong += verdict.faults.length + agreed.length
      }
      await program.close()
      return wrong === 0 ? 0 : 1
    },
  },
  simulate: {
    help: 'Usage: opbloei simulate --agreement FILE --events FILE [--json]\nDivides a file of events by an agreement, as a month close does; docs/simulate explains the files.',
    options: { agreement: { type: 'string' }, events: { type: 'string' }, json: { type: 'boolean' } },
    run: async (options) => {
      const answer = simulate(readJson(options.agreement, '--agreement'), readJson(options.events, '--events'))
      process.stdout.write(`${JSON.stringify(answer, null, options.json ? 0 : 2)}\n`)
      return 0
    },
  },
  preview: {
    help: 'Usage: opbloei preview --file FILE [--json]\nEstimates what pay-outs do to a benefit, month by month; docs/preview explains the files. The municipality decides.',
    options: { file: { type: 'string' }, json: { type: 'boolean' } },
    run: async (options) => answerOf(options, previewFile),
  },
  term: {
    help: 'Usage: opbloei term --file FILE [--json]\nTells every term of a request with its last day and article; docs/term explains the files.',
    options: { file: { type: 'string' }, json: { type: 'boolean' } },
    run: async (options) => answerOf(options, termFile),
  },
  export: {
    help: 'Usage: opbloei export --cooperative ID DIR --plain\nWrites everything of a cooperative in open formats to an empty folder, readable by anybody (--plain).',
    options: { cooperative: { type: 'string' }, plain: { type: 'boolean' } },
    run: async (options, [dir]) => {
      if (typeof options.cooperative !== 'string' || !isId(options.cooperative) || !dir) throw new CannotStart(terminal.exportNeeds)
      if (!options.plain) throw new CannotStart(terminal.exportPlain)
      const program = await openProgram(readSettings(process.env))
      try {
        const made = await exportCooperative(program.world, options.cooperative as OrganisationId, dir)
        process.stdout.write(`${made.people} people, ${made.invoices} invoices, ${made.entries} entries, ${made.months} closed months\n`)
      } finally {
        await program.close()
      }
      return 0
    },
  },
  backup: {
    help: 'Usage: opbloei backup FILE\nWrites the whole database, files with it, to one file sealed with OPBLOEI_PASSPHRASE. A server goes on working meanwhile; see docs/backup.md.',
    run: (_, [file]) => backUpTo(readSettings(process.env), file ?? missing(terminal.fileNeeds), passphrase()),
  },
  restore: {
    help: 'Usage: opbloei restore FILE\nPuts a backup back in an empty database (or an empty DATA_DIR): all of it or nothing.',
    run: (_, [file]) => restoreFrom(readSettings(process.env), file ?? missing(terminal.fileNeeds), passphrase()),
  },
}

function missing(sentence: string): never {
  throw new CannotStart(sentence)
}

function passphrase(): string {
  const { OPBLOEI_PASSPHRASE: said, OPBLOEI_PASSPHRASE_FILE: file } = process.env
  return said || (file ? readFileSync(file, 'utf8').trim() : missing(terminal.passphraseNeeds))
}

async function migrateServer(settings: Settings): Promise<readonly string[]> {
  const database = await openDatabase({ url: settings.databaseAdminUrl ?? settings.databaseUrl, dataDir: null })
  try {
    const ran = await bringUpToDate(database.pool, systemClock.now())
    await grantUser(database, settings)
    return ran
  } finally {
    await database.close()
  }
}

/** The embedded database, where there is one: an empty one made here would stand in the way of the invented year for ever. */
async function migrateEmbedded(dataDir: string): Promise<readonly string[] | null> {
  const unlock = lockData(dataDir)
  try {
    const place = join(dataDir, 'database')
    if (!existsSync(place)) return null
    const database = await openDatabase({ url: null, dataDir: place })
    try {
      return await bringUpToDate(database.pool, systemClock.now())
    } finally {
      await database.close()
    }
  } finally {
    unlock()
  }
}

/** Answers a file by rules; a figure of the law that is missing is one sentence and the exit code 2. */
function answerOf(options: Record<string, string | boolean | undefined>, answer: (value: unknown) => unknown): number {
  const value = readJson(options.file, '--file')
  try {
    process.stdout.write(`${JSON.stringify(answer(value), null, options.json ? 0 : 2)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new CannotStart(`${error.sentence.what} ${error.sentence.next}`)
  }
}

function readJson(file: string | boolean | undefined, option: string): unknown {
  if (typeof file !== 'string') throw new CannotStart(fill(terminal.simulateNeeds, { option }))
  if (!existsSync(file)) throw new CannotStart(fill(terminal.noSuchFile, { file }))
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new CannotStart(fill(terminal.notJson, { file, why: (error as Error).message }))
  }
}
