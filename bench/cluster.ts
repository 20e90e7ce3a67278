import { spawnSync } from 'node:child_process'
import { appendFileSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** A PostgreSQL of our own on loopback, gone at the end; nothing else on the machine is touched. */
export type Cluster = {
  readonly port: number
  /** The postmaster's process. */
  readonly pid: () => number
  readonly url: (database: string, user?: string) => string
  readonly query: (database: string, text: string) => Promise<pg.QueryResult>
  /** Gives transactions per second of a pgbench script. */
  readonly pgbench: (database: string, script: string, clients: number, seconds: number) => number
  readonly start: () => void
  readonly remove: () => void
}

export async function makeCluster(settings: readonly string[] = []): Promise<Cluster> {
  const bin = findBin()
  const folder = mkdtempSync(join(tmpdir(), 'opbloei-bench-'))
  const data = join(folder, 'data')
  const as = process.getuid?.() === 0 ? idOf('postgres') : {}
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid ?? as.uid)
  const run = (name: string, args: readonly string[]) => {
    const done = spawnSync(join(bin, name), args, {
      cwd: folder,
      encoding: 'utf8',
      ...as,
      env: { ...process.env, PGUSER: 'postgres' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    if (done.status !== 0) throw new Error(`${name}: ${done.stderr || done.stdout}`)
    return done.stdout
  }
  const port = await freePort()
  run('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '--locale=C.UTF-8', '-E', 'UTF8', '--data-checksums'])
  const lines = [
    "listen_addresses = '127.0.0.1'",
    `port = ${port}`,
    `unix_socket_directories = '${folder}'`,
    'shared_buffers = 1GB',
    'work_mem = 32MB',
    'max_wal_size = 8GB',
    'checkpoint_timeout = 15min',
    'max_connections = 100',
    ...settings,
  ]
  appendFileSync(join(data, 'postgresql.conf'), `${lines.join('\n')}\n`)
  const pgCtl = (args: readonly string[]) => spawnSync(join(bin, 'pg_ctl'), ['-D', data, ...args], { cwd: folder, encoding: 'utf8', ...as, stdio: 'ignore' })
  const start = () => {
    if (pgCtl(['-l', join(folder, 'log'), '-w', '-t', '120', 'start']).status !== 0)
      throw new Error(`PostgreSQL did not start: ${readFileSync(join(folder, 'log'), 'utf8').slice(-500)}`)
  }
  start()
  const url = (database: string, user = 'postgres') => `postgres://${user}@127.0.0.1:${port}/${database}`
  return {
    port,
    pid: () => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]),
    url,
    query: (database, text) => ask(url(database), text),
    pgbench: (database, script, clients, seconds) => {
      const args = [
        '-n',
        '-M',
        'prepared',
        '-h',
        '127.0.0.1',
        '-p',
        String(port),
        '-U',
        'postgres',
        '-c',
        String(clients),
        '-j',
        String(Math.min(2, clients)),
        '-T',
        String(seconds),
        '-f',
        script,
        database,
      ]
      const printed = run('pgbench', args)
      return Number(/^tps = ([\d.]+)/m.exec(printed)?.[1] ?? Number.NaN)
    },
    start,
    remove: () => {
      pgCtl(['-m', 'immediate', '-w', 'stop'])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function ask(url: string, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}

function findBin(): string {
  const debian = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`) : []
  const places = [process.env.PGBIN ?? '', ...(process.env.PATH ?? '').split(':'), ...debian]
  const found = places.find((place) => ['initdb', 'pg_ctl', 'pgbench'].every((name) => existsSync(join(place, name))))
  if (!found) throw new Error('The measurements need the programs of PostgreSQL (initdb, pg_ctl, pgbench). Install postgresql, or set PGBIN to their folder.')
  return found
}

function idOf(user: string): { uid?: number; gid?: number } {
  const row = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`${user}:`))
  const [, , uid, gid] = row?.split(':') ?? []
  if (!uid || !gid) throw new Error(`PostgreSQL does not run as root, and there is no user ${user} to run it as.`)
  return { uid: Number(uid), gid: Number(gid) }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
