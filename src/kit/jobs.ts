import { CompiledQuery } from 'kysely'
import type pg from 'pg'
import { type Job as BossJob, type ConstructorOptions, type JobResult, PgBoss, type Db as Port } from 'pg-boss'
import type { Instant } from './day.ts'
import type { Database, Tx } from './db.ts'
import { log } from './log.ts'

/** Work for later: its name, and ids only. */
export type Order = { readonly job: string; readonly organisation: string | null; readonly facts: Readonly<Record<string, string>> }
export type Handler = (order: Order & { readonly id: string }) => Promise<void>
/** Something that comes back: `cron` in Amsterdam's time. */
export type Rhythm = { readonly job: string; readonly cron: string }

export type Jobs = {
  /** Asks for work in the transaction of its cause: rolled back, it was never asked. */
  readonly enqueue: (tx: Tx, order: Order, options?: { readonly after?: Instant }) => Promise<void>
  /** Does all that waits now and gives how many were done; a test and the demo year call it. The first failure is thrown. */
  readonly runWaiting: (handle: Handler) => Promise<number>
  /** Keeps doing what waits, and asks for what comes back, until `stop`. */
  readonly work: (handle: Handler, rhythms: readonly Rhythm[]) => Promise<void>
  /** Lets what runs come to its end, for ten seconds at most. */
  readonly stop: () => Promise<void>
}

// One queue holds all work: one question to the database per turn, however many kinds of work there are.
const QUEUE = 'work'
const QUIET = { migrate: false, supervise: false, schedule: false, registerInstance: false, reindex: false, monitorVacuum: false } as const

/** Makes or updates the tables of the queue, on the connection that migrates, and lets the application use them. */
export async function prepareJobs(client: pg.PoolClient): Promise<void> {
  const boss = new PgBoss({ ...QUIET, db: port((text, values) => client.query(text, values)), migrate: true })
  boss.on('error', unheard)
  await boss.start()
  await boss.createQueue(QUEUE, { retryLimit: 6, retryDelay: 20, retryBackoff: true, expireInSeconds: 600 })
  await boss.stop({ graceful: false })
  await client.query(`
    grant usage on schema pgboss to opbloei_app, opbloei_signin;
    grant select, insert, update, delete on all tables in schema pgboss to opbloei_app, opbloei_signin;
    grant usage on all sequences in schema pgboss to opbloei_app, opbloei_signin;
    grant execute on all functions in schema pgboss to opbloei_app, opbloei_signin`)
}

/** Opens the queue of a migrated database. Nothing is done until `work` or `runWaiting` is called. */
export async function openJobs(database: Database): Promise<Jobs> {
  const db = port(async (text, values) => {
    const client = await database.pool.connect()
    try {
      return await client.query(text, values)
    } catch (error) {
      // The embedded database is one session: a fault inside a block of statements would spoil it for whoever comes next.
      await client.query('rollback').catch(() => {})
      throw error
    } finally {
      client.release()
    }
  })
  const open = async (options: Partial<ConstructorOptions> = {}) => {
    const boss = new PgBoss({ ...QUIET, ...options, db })
    boss.on('error', unheard)
    await boss.start()
    return boss
  }
  const boss = await open()
  await boss.getQueue(QUEUE)
  let worker: PgBoss | null = null
  return {
    enqueue: async (tx, order, options = {}) => {
      const inside = port((text, values) => tx.executeQuery(CompiledQuery.raw(text, values)))
      await boss.send(QUEUE, order, { db: inside, ...(options.after ? { startAfter: new Date(options.after.epochMilliseconds) } : {}) })
    },
    runWaiting: async (handle) => {
      for (let done = 0; ; ) {
        const batch = await boss.fetch<Order>(QUEUE, { batchSize: 20 })
        if (batch.length === 0) return done
        for (const job of batch) {
          await handle({ ...job.data, id: job.id })
          await boss.complete(QUEUE, job.id)
          done++
        }
      }
    },
    work: async (handle, rhythms) => {
      worker = await open({ supervise: true, schedule: true })
      await keepRhythms(worker, rhythms)
      // A full batch asks for the next at once: waiting between single jobs would send thirty letters a minute at most.
      await worker.work<Order>(QUEUE, { pollingIntervalSeconds: 2, batchSize: 10, burstWhenBatchFull: true, perJobResults: true }, async (batch) => {
        const results: JobResult[] = []
        for (const job of batch) results.push(await told(job, handle))
        return results
      })
    },
    stop: async () => {
      await worker?.stop({ graceful: true, timeout: 10_000 })
      await boss.stop({ graceful: false })
    },
  }
}

/** Work that was asked for and not done, as a backup keeps it. */
export type WaitingJob = { readonly id: string; readonly order: Order; readonly after: string }

/** All work that waits, or was begun and not finished: after a restore it is done again, and `claimJob` keeps a second effect away. */
export async function waitingJobs(client: pg.ClientBase): Promise<WaitingJob[]> {
  const { rows } = await client.query<WaitingJob>(
    `select id::text, data as "order", to_char(start_after at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as after
     from pgboss.job where name = $1 and state in ('created', 'retry', 'active') order by created_on, id`,
    [QUEUE],
  )
  return rows
}

/** Asks again for work of a backup, with the ids it had. */
export async function putJobsBack(client: pg.ClientBase, waiting: readonly WaitingJob[]): Promise<void> {
  if (waiting.length === 0) return
  const boss = new PgBoss({ ...QUIET, db: port((text, values) => client.query(text, values)) })
  boss.on('error', unheard)
  await boss.start()
  await boss.insert(
    QUEUE,
    waiting.map(({ id, order, after }) => ({ id, data: order, startAfter: after })),
  )
  await boss.stop({ graceful: false })
}

/** Whether this is the first time that the job takes effect; asked inside the transaction of the effect. */
export async function claimJob(tx: Tx, job: string, at: Instant): Promise<boolean> {
  const claimed = await tx
    .insertInto('kit.done_job')
    .values({ job, at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('job')
    .executeTakeFirst()
  return claimed !== undefined
}

async function keepRhythms(boss: PgBoss, rhythms: readonly Rhythm[]): Promise<void> {
  for (const { job, cron } of rhythms) await boss.schedule(QUEUE, cron, { job, organisation: null, facts: {} }, { tz: 'Europe/Amsterdam', key: job })
  const kept = new Set(rhythms.map(({ job }) => job))
  for (const found of await boss.getSchedules(QUEUE)) if (!kept.has(found.key)) await boss.unschedule(QUEUE, found.key)
}

/** Does one job; what goes wrong with it keeps none of its batch from being done. */
async function told(job: BossJob<Order>, handle: Handler): Promise<JobResult> {
  const from = performance.now()
  try {
    await handle({ ...job.data, id: job.id })
    log.debug({ job: job.data.job, id: job.id, ms: Math.round(performance.now() - from) }, 'job done')
    return { id: job.id, status: 'completed' }
  } catch (error) {
    const { name, code } = error as { name?: string; code?: string }
    log.error({ job: job.data.job, id: job.id, error: name, code }, 'job failed')
    // The queue keeps what it is told: a message may hold somebody's words, the name of the fault does not.
    return { id: job.id, status: 'failed', output: { error: `${name ?? 'Error'} ${code ?? ''}`.trim() } }
  }
}

/** pg-boss expects what node-postgres gives by itself; our days and whole numbers are given back as it knows them. */
function port(query: (text: string, values: unknown[]) => Promise<unknown>): Port {
  return {
    executeSql: async (text, values = []) => {
      const answer = (await query(text, values)) as { rows?: object[] } | { rows?: object[] }[]
      return { rows: [answer].flat().flatMap((each) => (each.rows ?? []).map(plain)) }
    },
  }
}

function plain(row: object): object {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'bigint' ? String(value) : value instanceof Temporal.Instant ? new Date(value.epochMilliseconds) : value,
    ]),
  )
}

function unheard(error: Error): void {
  log.error({ error: error.name, code: (error as { code?: string }).code }, 'job queue')
}
