import { CannotStart } from '#kit/cannot-start.ts'
import { log } from '#kit/log.ts'
import type { Settings } from '#kit/settings.ts'
import { takeUpErrands } from './jobs.ts'
import { openProgram } from './program.ts'
import { rhythms } from './schedule.ts'
import { terminal } from './terminal.en.ts'

/** Does the jobs and nothing else, beside any number of web processes on the same PostgreSQL, until SIGTERM; gives the exit code. */
export async function work(settings: Settings): Promise<number> {
  if (!settings.databaseUrl) throw new CannotStart(terminal.workerEmbedded)
  const program = await openProgram(settings)
  await takeUpErrands(program.world, program.jobs)
  await program.jobs.work(program.handle, rhythms)
  log.info('working')
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', () => resolve())
    process.once('SIGINT', () => resolve())
  })
  log.info('stopping')
  await program.close()
  return 0
}
