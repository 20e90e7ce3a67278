import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backUp, hashOfAll } from '#app/backup/backup.ts'
import { restore } from '#app/backup/restore.ts'
import { movableClock } from '#kit/clock.ts'
import { day, month, startOf } from '#kit/day.ts'
import { type Database, openDatabase } from '#kit/db.ts'
import { storeFile } from '#kit/files.ts'
import { type Order, openJobs } from '#kit/jobs.ts'
import { asSystem } from '#rooms/access'
import { seal, verify } from '#rooms/ledger'
import { closeMonth } from '#rooms/settlement'
import { bankIn, signedAgreement, sold, spent, template } from '../trade.ts'
import { asTreasurer, newMember, type Village, village } from '../village.ts'
import { as, itIs, type TestWorld, testWorld } from '../world.ts'

const PASSPHRASE = 'vijf losse woorden uit een lijst'
const dir = mkdtempSync(join(tmpdir(), 'opbloei-backup-'))
const file = join(dir, 'opbloei.age')
const at = startOf(day('2026-12-01'))
const order: Order = { job: 'nothing.of.the.kind', organisation: null, facts: { of: 'a backup' } }

let world: TestWorld
let place: Village
let before: Awaited<ReturnType<typeof hashOfAll>>
const others: Database[] = []

/** An empty database of the same kind as the one under test, and of the embedded kind. */
async function empty(kind: 'embedded' | 'server'): Promise<Database> {
  const url = process.env.OPBLOEI_TEST_DATABASE
  if (kind === 'embedded' || !url) return kept(await openDatabase({ url: null, dataDir: null }))
  const name = `opbloei_restore_${process.pid}_${others.length}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const database = await openDatabase({ url: Object.assign(new URL(url), { pathname: `/${name}` }).href, dataDir: null })
  return kept({ ...database, close: () => database.close().then(() => drop(url, name)) })
}

async function drop(url: string, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`drop database ${name}`)
  await admin.end()
}

function kept(database: Database): Database {
  others.push(database)
  return database
}

beforeAll(async () => {
  world = await testWorld()
  place = await village(world, '2026-09-01')
  // A line separator and a letter of four bytes: what cuts lines, or counts letters, must not change a name.
  const samira = await newMember(place, 'Samira\u2028el 🪴 Amrani')
  await signedAgreement(place, [samira], template('resultaat-60-15-25'), '2026-10-01')
  const invoice = await sold(place, samira, '2026-10-05', [{ net: 20000 }])
  await bankIn(place, '2026-10', [{ invoice, gross: 24200, on: '2026-10-20' }])
  await spent(place, samira, '2026-10-21', 1000, 0)
  itIs(world, '2026-11-01')
  await as(world, asTreasurer(place), 'month.close', (tx, permit) => closeMonth(tx, permit, month('2026-10')))
  // A file that no compression makes smaller: a backup longer than what is sealed at once.
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000)])
  await as(world, asTreasurer(place), 'bank.import', (tx, permit) => storeFile(tx, permit, { name: 'groot.pdf', bytes }))
  const jobs = await openJobs(world.world.database)
  await world.world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, (tx) => jobs.enqueue(tx, order))
  await jobs.stop()
  before = await hashOfAll(world.world.database)
  await backUp(world.world.database, file, { passphrase: PASSPHRASE, at, secret: null })
}, 120_000)

afterAll(async () => {
  for (const database of others) await database.close()
  rmSync(dir, { recursive: true, force: true })
})

describe('a backup', () => {
  test('is one file that nobody reads without the passphrase', async () => {
    const bytes = readFileSync(file)
    expect(bytes.subarray(0, 21).toString('latin1')).toBe('age-encryption.org/v1')
    expect(bytes.includes('Samira')).toBe(false)
    expect(statSync(file).mode & 0o077).toBe(0)
    await expect(backUp(world.world.database, file, { passphrase: PASSPHRASE, at, secret: null })).rejects.toThrow('exists already')
    await expect(backUp(world.world.database, join(dir, 'short.age'), { passphrase: 'te kort', at, secret: null })).rejects.toThrow('shorter than 12')
  })

  // From a server also to a server; always to the embedded database, so that one can look at a backup on a laptop.
  test.each(process.env.OPBLOEI_TEST_DATABASE ? (['server', 'embedded'] as const) : (['embedded'] as const))(
    'comes back whole in an empty database (%s): the same hash, sound books, and the work that waited',
    async (kind) => {
      const elsewhere = await empty(kind)
      const restored = await restore(elsewhere, file, PASSPHRASE)
      expect(restored).toEqual({ ...before, at: at.toString(), secret: null })
      expect(before.rows).toBeGreaterThan(50)
      expect(await hashOfAll(elsewhere)).toEqual(before)
      const there = { database: elsewhere, clock: movableClock(startOf(day('2026-12-02'))) }
      await asSystem(there, place.cooperative, 'ledger.seal', seal)
      expect((await asSystem(there, place.cooperative, 'ledger.verify', verify)).faults).toEqual([])
      // The walls stand again, and what is never changed is never changed here either.
      await expect(elsewhere.pool.query('update ledger.transfer set cents = cents + 1')).rejects.toThrow()
      const walls = await elsewhere.pool.query(
        "select from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant' where c.relkind = 'r' and not c.relforcerowsecurity",
      )
      expect(walls.rows).toEqual([])
      const found: Order[] = []
      const jobs = await openJobs(elsewhere)
      await jobs.runWaiting(async (each) => void found.push(each))
      await jobs.stop()
      expect(found.map((each) => each.facts)).toContainEqual(order.facts)
      await expect(restore(elsewhere, file, PASSPHRASE), 'what is there is never written over').rejects.toThrow('already')
    },
    120_000,
  )

  test('that is closed, changed or broken off comes back not at all', async () => {
    const bytes = readFileSync(file)
    const elsewhere = await empty('embedded')
    await expect(restore(elsewhere, file, 'een heel ander wachtwoord')).rejects.toThrow('does not open')
    const changed = Buffer.from(bytes)
    changed[bytes.length >> 1] = (changed[bytes.length >> 1] ?? 0) ^ 1
    for (const [name, wrong] of [
      ['changed', changed],
      ['broken-off', bytes.subarray(0, bytes.length - 5000)],
    ] as const) {
      writeFileSync(join(dir, name), wrong)
      await expect(restore(elsewhere, join(dir, name), PASSPHRASE), name).rejects.toThrow('broken off or was changed')
    }
    await expect(restore(elsewhere, join(dir, 'nothing'), PASSPHRASE)).rejects.toThrow('is not there')
    expect((await hashOfAll(elsewhere)).rows, 'no person stayed behind').toBeLessThan(before.rows / 2)
    expect((await elsewhere.pool.query('select from access.person')).rows).toEqual([])
    expect((await restore(elsewhere, file, PASSPHRASE)).hash).toBe(before.hash)
  }, 120_000)
})
