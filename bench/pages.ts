import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { makeCluster } from './cluster.ts'
import { startProgram } from './start.ts'
import { median, row, type Turn } from './turns.ts'

/** How much processor time of the server a page may take, in times of a page of 8 kB from bare node:http (P11). */
const PAGES = [
  { name: 'sign-in', who: null, path: '/inloggen', goal: 4 },
  { name: 'a list of fifty', who: 'Ans de Boer', path: '/facturen', goal: 12 },
  { name: 'a dashboard with a chart', who: 'Samira el Amrani', path: '/start', goal: 25 },
] as const

/** P11: processor time of the server per page, each beside the bare page in turns, on PostgreSQL with the invented year. */
export async function serving({ rounds }: Turn): Promise<string[]> {
  const cluster = await makeCluster()
  const bare = spawn(process.execPath, [fileURLToPath(new URL('bare-server.mjs', import.meta.url))], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    await cluster.query('postgres', 'create database app')
    const env = { DATABASE_URL: cluster.url('app'), DEMO: 'on', SECRET: 'the secret of the measurements, long enough', LOG_LEVEL: 'warn', WORKER: 'off' }
    const program = await startProgram(env)
    const address = await firstLine(bare)
    const rows: string[] = []
    try {
      for (const { name, who, path, goal } of PAGES) {
        const cookie = who ? await signIn(program.address, who) : ''
        const pairs: (readonly [number, number])[] = []
        const at = await landing(program.address + path, cookie)
        for (let round = -1; round < rounds; round++) {
          const limit = await costOf(bare, address, '', 4000)
          const ours = await costOf(program.child, at, cookie, 400)
          // The first turn only warms up.
          if (round >= 0) pairs.push([ours, limit])
        }
        const times = median(pairs.map(([ours, limit]) => ours / limit))
        const seen = `${Math.round(median(pairs.map(([ours]) => ours)))} against ${Math.round(median(pairs.map(([, limit]) => limit)))} µs, ${rounds} pairs`
        rows.push(row(`P11 processor time of ${name} (${new URL(at).pathname})`, `${times.toFixed(1)} ×`, `≤ ${goal} ×`, times <= goal, seen))
      }
    } finally {
      await program.stop()
    }
    return rows
  } finally {
    bare.kill()
    cluster.remove()
  }
}

type Answer = { readonly status: number; readonly text: string; readonly cookies: readonly string[]; readonly to: string | null }

const agent = new Agent({ keepAlive: true, maxSockets: 8 })

/** Microseconds of processor time per request, of a program and what it started, over so many requests on eight connections. */
async function costOf(child: ChildProcess, address: string, cookie: string, requests: number): Promise<number> {
  const before = processorTime(child.pid ?? 0)
  let left = requests
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (left-- > 0) {
        const { status } = await ask(address, cookie)
        if (status !== 200) throw new Error(`${address} answered ${status}`)
      }
    }),
  )
  return (processorTime(child.pid ?? 0) - before) / requests
}

/** Microseconds that a process and those under it used so far; the system counts in hundredths of a second. */
function processorTime(pid: number): number {
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
