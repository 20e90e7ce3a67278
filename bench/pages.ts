import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '#kit/db.ts'
import { migrate } from '#kit/migrate.ts'
import { type Cluster, makeCluster } from './cluster.ts'
import { addFiles, FILES } from './files.ts'
import { type Running, startProgram } from './start.ts'
import { median, row, type Turn } from './turns.ts'

/** How much processor time of the server a page may take, in times of a page of 8 kB from bare node:http (P11). */
const PAGES = [
  { name: 'sign-in', who: null, path: '/inloggen', goal: 4 },
  { name: 'a list of fifty', who: 'Ans de Boer', path: '/facturen', goal: 12 },
  { name: 'a dashboard with a chart', who: 'Samira el Amrani', path: '/start', goal: 25 },
] as const

/** The case manager whose municipality gets its ten thousand files, and the same desk before it. */
const MANAGER = 'Ilse van Rooij'
const DESKS = [
  { name: 'the desk of a case manager', who: MANAGER, path: '/klantmanager', goal: 12 },
  { name: 'the questions on that desk', who: MANAGER, path: '/klantmanager?toon=vragen', goal: 12 },
] as const

/** The same of the desk of a case manager, before and after ten thousand files lie in the municipality, as it is asked again and drawn anew each time. */
export function servingDesk({ rounds }: Turn): Promise<string[]> {
  return besideBare(async ({ cluster, row, asking }) => {
    const program = await startProgram(await houseOf(cluster, 'demo'))
    try {
      const [first] = DESKS
      const rows = [await row({ ...first, name: `${first.name} with the files of the invented year` }, program, rounds)]
      await addFiles(cluster, 'demo', MANAGER)
      for (const each of DESKS) {
        const name = `${each.name} with ${FILES} files`
        rows.push(await row({ ...each, name }, program, rounds), await row({ ...each, name: `${name}, drawn anew each time`, anew: true }, program, rounds))
      }
      return [...rows, await asking('demo', rounds)]
    } finally {
      await program.stop()
    }
  })
}

/** P11: processor time of the server per page, each beside the bare page in turns, on PostgreSQL: the door of a real house, and pages of the invented year. */
export function serving({ rounds }: Turn): Promise<string[]> {
  return besideBare(async ({ cluster, row }) => {
    const rows: string[] = []
    for (const world of ['real', 'demo'] as const) {
      const program = await startProgram(await houseOf(cluster, world))
      try {
        for (const page of PAGES.filter((each) => (each.who === null) === (world === 'real'))) rows.push(await row(page, program, rounds))
      } finally {
        await program.stop()
      }
    }
    return rows
  })
}

type Beside = {
  readonly cluster: Cluster
  readonly row: (page: Measured, program: Running, rounds: number) => Promise<string>
  /** The bare page once more, which asks a database nine small questions: what remains of any page that asks. */
  readonly asking: (database: string, rounds: number) => Promise<string>
}

/** Runs `work` with a PostgreSQL of its own and the bare page that every row stands beside; both are gone at the end. */
export async function besideBare(work: (beside: Beside) => Promise<string[]>): Promise<string[]> {
  const cluster = await makeCluster()
  const bare = bareServer()
  try {
    const address = await firstLine(bare)
    return await work({
      cluster,
      row: (page, program, rounds) => measured(page, program, bare, address, rounds),
      asking: async (database, rounds) => {
        const asking = bareServer(cluster.url(database))
        try {
          return rowOf(
            'P11 processor time of the bare page with nine small questions',
            null,
            await inTurns(asking, await firstLine(asking), bare, address, rounds),
          )
        } finally {
          asking.kill()
        }
      },
    })
  } finally {
    bare.kill()
    cluster.remove()
  }
}

function bareServer(...database: readonly string[]): ChildProcess {
  return spawn(process.execPath, [fileURLToPath(new URL('bare-server.mjs', import.meta.url)), ...database], { stdio: ['ignore', 'pipe', 'inherit'] })
}

/** `anew`: each request under an address of its own, so that no page that was drawn before can be sent again. */
type Measured = { readonly name: string; readonly who: string | null; readonly path: string; readonly goal: number; readonly anew?: boolean }

/** The row of one page: processor time per request in times of the bare page, in turns with it. */
async function measured(page: Measured, program: Running, bare: ChildProcess, address: string, rounds: number): Promise<string> {
  const { name, who, path, goal, anew = false } = page
  const cookie = who ? await signIn(program.address, who) : ''
  const at = await landing(program.address + path, cookie)
  return rowOf(
    `P11 processor time of ${name} (${new URL(at).pathname}${new URL(at).search})`,
    goal,
    await inTurns(program.child, at, bare, address, rounds, { cookie, anew }),
  )
}

type Pairs = readonly (readonly [ours: number, limit: number])[]
type Asked = { readonly cookie?: string; readonly anew?: boolean }

/** Microseconds per request of a page and of the bare page, in turns. */
async function inTurns(
  child: ChildProcess,
  at: string,
  bare: ChildProcess,
  address: string,
  rounds: number,
  { cookie = '', anew = false }: Asked = {},
): Promise<Pairs> {
  const pairs: [number, number][] = []
  for (let round = -1; round < rounds; round++) {
    const limit = await costOf(bare, address, '', 4000)
    const ours = await costOf(child, at, cookie, 400, anew)
    // The first turn only warms up.
    if (round >= 0) pairs.push([ours, limit])
  }
  return pairs
}

function rowOf(name: string, goal: number | null, pairs: Pairs): string {
  const times = median(pairs.map(([ours, limit]) => ours / limit))
  const seen = `${Math.round(median(pairs.map(([ours]) => ours)))} against ${Math.round(median(pairs.map(([, limit]) => limit)))} µs, ${pairs.length} pairs`
  return row(name, `${times.toFixed(1)} ×`, goal === null ? '' : `≤ ${goal} ×`, goal === null ? null : times <= goal, seen)
}

/** A database of its own for each world; a real one is served by a role that owns nothing. */
export async function houseOf(cluster: Cluster, world: 'real' | 'demo'): Promise<NodeJS.ProcessEnv> {
  await cluster.query('postgres', `create database ${world}`)
  const env = { SECRET: 'the secret of the measurements, long enough', LOG_LEVEL: 'warn', WORKER: 'off' }
  if (world === 'demo') return { ...env, DATABASE_URL: cluster.url(world), DEMO: 'on' }
  const database = await openDatabase({ url: cluster.url(world), dataDir: null })
  await migrate(database.pool)
  await database.close()
  await cluster.query(world, 'create role app login; grant opbloei_app, opbloei_signin to app')
  return { ...env, DATABASE_URL: cluster.url(world, 'app') }
}

type Answer = { readonly status: number; readonly text: string; readonly cookies: readonly string[]; readonly to: string | null }

let asked = 0
const agent = new Agent({ keepAlive: true, maxSockets: 8 })

/** Microseconds of processor time per request, of a program and what it started, over so many requests on eight connections. */
async function costOf(child: ChildProcess, address: string, cookie: string, requests: number, anew = false): Promise<number> {
  const before = processorTime(child.pid ?? 0)
  let left = requests
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (left-- > 0) {
        const { status } = await ask(anew ? `${address}${address.includes('?') ? '&' : '?'}keer=${asked++}` : address, cookie)
        if (status !== 200) throw new Error(`${address} answered ${status}`)
      }
    }),
  )
  return (processorTime(child.pid ?? 0) - before) / requests
}

/** Microseconds that a process and those under it used so far; the system counts in hundredths of a second. */
export function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
  return (Number(fields[11]) + Number(fields[12])) * 10_000 + children.reduce((sum, each) => sum + processorTime(each), 0)
}

/** The address on which somebody lands, so that no redirect is measured. */
async function landing(address: string, cookie: string): Promise<string> {
  const { to } = await ask(address, cookie)
  return to ? landing(new URL(to, address).href, cookie) : address
}

async function signIn(address: string, name: string): Promise<string> {
  const doors = await ask(`${address}/inloggen`, '')
  const [, door = ''] = new RegExp(`${name}[\\s\\S]*?action="(/demo/als/[0-9a-f-]{36})"`).exec(doors.text) ?? []
  const token = /name="_csrf" value="([^"]+)"/.exec(doors.text)?.[1] ?? ''
  const entered = await ask(address + door, doors.cookies.join('; '), new URLSearchParams({ _csrf: token }).toString())
  return [...doors.cookies, ...entered.cookies].join('; ')
}

function ask(address: string, cookie: string, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, origin: new URL(address).origin, ...(body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) }
    const call = request(address, { agent, method: body === undefined ? 'GET' : 'POST', headers }, async (answer) => {
      const parts: Buffer[] = []
      for await (const part of answer) parts.push(part as Buffer)
      const cookies = (answer.headers['set-cookie'] ?? []).map((each) => each.split(';')[0] ?? '')
      resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString(), cookies, to: answer.headers.location ?? null })
    })
    call.on('error', reject)
    call.end(body)
  })
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (part: Buffer) => resolve(String(part).trim()))
    child.once('exit', () => reject(new Error('the bare server did not start')))
  })
}
