import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '#kit/cannot-start.ts'
import { systemClock } from '#kit/clock.ts'
import { type Database, openDatabase } from '#kit/db.ts'
import type { Settings } from '#kit/settings.ts'
import { fill } from '#kit/text.ts'
import { grantUser, lockData } from '../program.ts'
import { terminal } from '../terminal.en.ts'
import { backUp } from './backup.ts'
import { restore } from './restore.ts'

/** Backs up the server, or the embedded database where none is set, and gives the exit code. */
export async function backUpTo(settings: Settings, file: string, passphrase: string): Promise<number> {
  const done = await on(settings, join(settings.dataDir, 'database'), async (database) => {
    const secret = database.kind === 'embedded' && existsSync(secretFile(settings)) ? readFileSync(secretFile(settings), 'utf8') : null
    return backUp(database, file, { passphrase, at: systemClock.now(), secret })
  })
  process.stdout.write(`${fill(terminal.backedUp, { ...done, file })}\n`)
  return 0
}

/** Restores to the server, or to a new embedded database that appears whole or not at all, and gives the exit code. */
export async function restoreFrom(settings: Settings, file: string, passphrase: string): Promise<number> {
  const place = join(settings.dataDir, 'database')
  const isServer = (settings.databaseUrl ?? settings.databaseAdminUrl) !== null
  if (!isServer && existsSync(place)) throw new CannotStart(fill(terminal.restoreFullFolder, { dir: settings.dataDir }))
  const half = `${place}.half`
  rmSync(half, { recursive: true, force: true })
  const done = await on(settings, half, async (database) => {
    const restored = await restore(database, file, passphrase)
    if (isServer) await grantUser(database, settings)
    return restored
  }).catch((error) => {
    rmSync(half, { recursive: true, force: true })
    throw error
  })
  if (!isServer) {
    if (done.secret) writeFileSync(secretFile(settings), done.secret, { mode: 0o600 })
    renameSync(half, place)
  }
  process.stdout.write(`${fill(terminal.restored, { ...done, secret: '' })}\n`)
  return 0
}

async function on<T>(settings: Settings, place: string, work: (database: Database) => Promise<T>): Promise<T> {
  const isServer = (settings.databaseUrl ?? settings.databaseAdminUrl) !== null
  const unlock = isServer ? () => {} : lockData(settings.dataDir)
  if (!isServer) mkdirSync(settings.dataDir, { recursive: true })
  try {
    const database = await openDatabase(isServer ? { url: settings.databaseAdminUrl ?? settings.databaseUrl, dataDir: null } : { url: null, dataDir: place })
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  } finally {
    unlock()
  }
}

function secretFile(settings: Settings): string {
  return join(settings.dataDir, 'secret')
}
