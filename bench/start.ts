import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, row, type Turn } from './turns.ts'

export type Running = {
  readonly address: string
  readonly child: ChildProcess
  readonly seconds: number
  readonly stop: (signal?: NodeJS.Signals) => Promise<number>
  /** The last of what it printed. */
  readonly printed: () => string
}

const launcher = fileURLToPath(new URL('../bin/opbloei.mjs', import.meta.url))

/** From the command to the first page that answers; fails with what was printed. */
export function startProgram(env: NodeJS.ProcessEnv): Promise<Running> {
  const began = performance.now()
  const child = spawn(process.execPath, [launcher, 'start'], { env: { ...process.env, PORT: '0', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number>((resolve) => child.once('exit', (code, signal) => resolve(code ?? (signal ? 128 : 1))))
  return new Promise((resolve, reject) => {
    let printed = ''
    let listens = false
    const keep = (part: Buffer) => {
      printed = `${printed}${part}`.slice(-20_000)
    }
    const read = (part: Buffer) => {
      keep(part)
      if (listens) return
      const address = /http:\/\/[\w.]+:\d+/.exec(printed)?.[0]
      if (!address) return
      listens = true
      const stop = (signal: NodeJS.Signals = 'SIGTERM') => {
        child.kill(signal)
        return ended
      }
      firstPage(address.replace('localhost', '127.0.0.1')).then(
        () => resolve({ address: address.replace('localhost', '127.0.0.1'), child, seconds: (performance.now() - began) / 1000, stop, printed: () => printed }),
        reject,
      )
    }
    child.stdout.on('data', read)
    child.stderr.on('data', keep)
    ended.then((code) => reject(new Error(`the program ended with ${code} before it listened:\n${printed}`)))
  })
}

/** Cold: an empty folder, the invented year filled. Warm: the same folder again. The end: SIGTERM to a clean exit. */
export async function starting({ rounds }: Turn): Promise<string[]> {
  const dir = mkdtempSync(join(tmpdir(), 'opbloei-start-'))
  try {
    const cold = await startProgram({ DATA_DIR: dir, DATABASE_URL: '' })
    await cold.stop()
    const warm: number[] = []
    const ends: number[] = []
    for (let round = 0; round < rounds; round++) {
      const again = await startProgram({ DATA_DIR: dir, DATABASE_URL: '' })
      warm.push(again.seconds)
      const from = performance.now()
      const code = await again.stop()
      if (code !== 0) throw new Error(`SIGTERM ended with ${code}`)
      ends.push((performance.now() - from) / 1000)
    }
    return [
      row('Cold start to first page, with the demo filled', `${cold.seconds.toFixed(1)} s`, '≤ 60 s', cold.seconds <= 60, 'once'),
      row('Warm start to first page', `${median(warm).toFixed(1)} s`, '≤ 3 s', median(warm) <= 3, `${rounds} times, at most ${Math.max(...warm).toFixed(1)} s`),
      row('SIGTERM to a clean end', `${median(ends).toFixed(2)} s`, '', null, `${rounds} times`),
    ]
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function firstPage(address: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await fetch(`${address}/inloggen`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`${address} does not answer`)
}
