import { serve } from '@hono/node-server'
import { CannotStart } from '#kit/cannot-start.ts'
import { log } from '#kit/log.ts'
import type { Settings } from '#kit/settings.ts'
import { fill } from '#kit/text.ts'
import { makeApp } from './app.ts'
import { takeUpErrands } from './jobs.ts'
import { openProgram } from './program.ts'
import { rhythms } from './schedule.ts'
import { terminal } from './terminal.en.ts'

/** Starts the web server and stays until SIGTERM or SIGINT; gives the exit code. */
export async function start(settings: Settings): Promise<number> {
  const program = await openProgram(settings, undefined, progress())
  const app = makeApp(program, (answered) => log.info(answered, 'answered'))
  const server = serve({ fetch: app.fetch, port: settings.port, hostname: process.env.HOST ?? '127.0.0.1' })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', () => resolve())
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? portTaken(settings.port) : error))
  }).catch(async (error) => {
    await program.close()
    throw error
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : settings.port
  if (program.world.database.kind === 'embedded') warn(terminal.trial)
  if (program.kind === 'real' && !settings.smtpUrl) warn(terminal.noMail)
  process.stdout.write(`${fill(terminal.listening, { address: `http://localhost:${port}` })}\n`)
  // Beside PostgreSQL a worker of its own may do the jobs; the embedded database has room for one process.
  if (program.world.database.kind === 'embedded' || process.env.WORKER !== 'off') {
    await takeUpErrands(program.world, program.jobs)
    await program.jobs.work(program.handle, rhythms)
  }
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', () => resolve())
    process.once('SIGINT', () => resolve())
  })
  log.info('stopping')
  await new Promise<void>((resolve) => server.close(() => resolve()))
  await program.close()
  return 0
}

/** For whoever reads the screen, and for whoever reads the log. */
function warn(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
  log.warn(sentence)
}

function portTaken(port: number): CannotStart {
  return new CannotStart(fill(terminal.portTaken, { port }))
}

/** Tells in steps of ten percent how far the invented year is. */
function progress(): (part: number) => void {
  let told = -1
  return (part) => {
    const step = Math.floor(part * 10)
    if (step === told) return
    told = step
    process.stdout.write(`${fill(terminal.filling, { percent: step * 10 })}\n`)
  }
}
