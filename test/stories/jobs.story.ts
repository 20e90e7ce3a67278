import { beforeAll, describe, expect, test } from 'vitest'
import { connectJobs } from '#app/jobs.ts'
import { day } from '#kit/day.ts'
import { claimJob, type Jobs, openJobs } from '#kit/jobs.ts'
import { outbox, queueMail } from '#kit/mail.ts'
import { cents } from '#kit/money.ts'
import type { OrganisationId, PersonId } from '#rooms/access'
import { account, post, verify } from '#rooms/ledger'
import { as, found, itIs, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let jobs: Jobs
let cooperative: OrganisationId
let ans: PersonId

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-11-02')
  cooperative = await found(world, 'cooperative', 'Coöperatie De Lisdodde U.A.')
  ans = await somebody(world, cooperative, 'treasurer', 'Ans')
  jobs = await openJobs(world.world.database)
  await jobs.runWaiting(async () => {})
})

const sealing = () => ({ job: 'ledger.seal', organisation: cooperative, facts: {} })
const treasurer = () => ({ person: ans, organisation: cooperative, role: 'treasurer' as const })

describe('jobs', () => {
  test('work asked for in a transaction that is rolled back was never asked for', async () => {
    const attempt = as(world, treasurer(), 'ledger.read', async (tx) => {
      await jobs.enqueue(tx, sealing())
      throw new Error('it went wrong')
    })
    await expect(attempt).rejects.toThrow('it went wrong')
    expect(await jobs.runWaiting(async () => {})).toBe(0)
  })

  test('work is done after the commit, by the same program', async () => {
    await as(world, treasurer(), 'ledger.correct', async (tx, permit) => {
      const transfer = { debit: account('bank'), credit: account('suspense'), cents: cents(100) }
      await post(tx, permit, { source: { kind: 'job test', id: '1' }, on: day('2026-11-02'), transfers: [transfer] })
      await jobs.enqueue(tx, sealing())
    })
    expect(await world.runJobs()).toBe(1)
    expect(await as(world, treasurer(), 'ledger.verify', verify)).toMatchObject({ sealed: 1n, unsealed: 0 })
  })

  test('many jobs are done one after the other without a pause, and one that fails keeps none of the others waiting', async () => {
    await as(world, treasurer(), 'ledger.read', async (tx) => {
      for (let nr = 1; nr <= 25; nr++) await jobs.enqueue(tx, { ...sealing(), facts: { nr: String(nr) } })
    })
    const worker = await openJobs(world.world.database)
    const done = new Set<string>()
    await new Promise<void>((resolve) => {
      void worker.work(async ({ facts: { nr = '' } }) => {
        if (nr === '3') throw new Error('the paper is gone')
        if (done.add(nr).size === 24) resolve()
      }, [])
    })
    await worker.stop()
    expect([...done].map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, nr) => nr + 1).filter((nr) => nr !== 3))
    const { rows } = await world.world.database.pool.query("select state::text, output->>'error' as error from pgboss.job where data->'facts'->>'nr' = '3'")
    expect(rows).toEqual([{ state: 'retry', error: 'Error' }])
    await world.world.database.pool.query("delete from pgboss.job where data->'facts'->>'nr' = '3'")
  })

  test('what the clock asks of all becomes one job for each cooperative, also when it is handed out twice', async () => {
    const handle = connectJobs(world.world, jobs, null)
    const order = { id: '0190b5a0-0000-7000-8000-000000000001', job: 'ledger.seal', organisation: null, facts: {} }
    await handle(order)
    const asked: (string | null)[] = []
    await jobs.runWaiting(async ({ organisation }) => void asked.push(organisation))
    expect(asked).toContain(cooperative)
    await handle(order)
    expect(await jobs.runWaiting(async () => {})).toBe(0)
  })

  test('what was kept long enough is cleared away at night, and what was not stays', async () => {
    const handle = connectJobs(world.world, jobs, null)
    const write = (subject: string) =>
      as(world, treasurer(), 'access.see', (tx, permit) => queueMail(tx, permit, { to: 'a@voorbeeld.nl', subject, text: 'Dag' }))
    const delivered = 'update kit.mail set delivered_at = written_at where id = any($1)'
    const old = await write('Oud')
    itIs(world, '2027-02-10')
    const fresh = await write('Vers')
    await world.world.database.pool.query(delivered, [[old, fresh]])
    await handle({ id: '0190b5a0-0000-7000-8000-000000000003', job: 'house.sweep', organisation: null, facts: {} })
    const left = await as(world, treasurer(), 'access.see', (tx) => outbox(tx, 50))
    expect(left.map((mail) => mail.subject)).toEqual(['Vers'])
    itIs(world, '2026-11-02')
  })

  test('a job takes effect once', async () => {
    const claim = () => as(world, treasurer(), 'access.see', (tx, permit) => claimJob(tx, '0190b5a0-0000-7000-8000-000000000002', permit.now))
    expect([await claim(), await claim()]).toEqual([true, false])
  })
})
