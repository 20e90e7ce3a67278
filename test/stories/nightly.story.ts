import { expect, test } from 'vitest'
import { connectJobs } from '#app/jobs.ts'
import { SCHEDULE } from '#app/schedule.ts'
import { day } from '#kit/day.ts'
import { openJobs } from '#kit/jobs.ts'
import { cents } from '#kit/money.ts'
import { account, post } from '#rooms/ledger'
import { as, found, itIs, signedIn, somebody, testWorld } from '../world.ts'

test('each night the books are checked; what somebody changed behind their back is on the page of treasurer and board in the morning', async () => {
  const world = await testWorld()
  itIs(world, '2026-11-02')
  const cooperative = await found(world, 'cooperative', 'Coöperatie De Nachtuil U.A.')
  const treasurer = await somebody(world, cooperative, 'treasurer', 'Ans')
  const chair = await somebody(world, cooperative, 'board', 'Karel')
  const [ans, karel] = [await signedIn(world, treasurer), await signedIn(world, chair)]
  await as(world, { person: treasurer, organisation: cooperative, role: 'treasurer' }, 'ledger.correct', (tx, permit) =>
    post(tx, permit, {
      source: { kind: 'test', id: 'night' },
      on: day('2026-11-02'),
      transfers: [{ debit: account('bank'), credit: account('suspense'), cents: cents(12345) }],
    }),
  )
  const jobs = await openJobs(world.world.database)
  const handle = connectJobs(world.world, jobs, null)
  const night = async (on: string) => {
    itIs(world, on)
    const order = { job: 'ledger.verify', organisation: cooperative, facts: {} }
    await world.world.database.unit({ role: 'opbloei_app', organisation: cooperative, person: null }, (tx) => jobs.enqueue(tx, order))
    await jobs.runWaiting(handle)
  }
  const red = async () =>
    Promise.all(
      [ans.get('/penningmeester'), ans.get('/grootboek'), karel.get('/leden'), karel.get('/grootboek')].map(async (page) =>
        (await (await page).text()).includes('De boeken kloppen niet'),
      ),
    )
  expect(SCHEDULE.find((each) => each.job === 'ledger.verify')).toMatchObject({ for: 'cooperative' })
  await night('2026-11-03')
  expect(await red()).toEqual([false, false, false, false])
  const { pool } = world.world.database
  const change = async (by: number) => {
    await pool.query('alter table ledger.transfer disable trigger only_added')
    await pool.query('update ledger.transfer set cents = cents + $2 where tenant = $1', [cooperative, by])
    await pool.query('alter table ledger.transfer enable trigger only_added')
  }
  await change(1)
  await night('2026-11-04')
  expect(await red()).toEqual([true, true, true, true])
  await change(-1)
  await night('2026-11-05')
  expect(await red()).toEqual([false, false, false, false])
  const { rows } = await pool.query('select faults from ledger.verdict where tenant = $1 order by at', [cooperative])
  expect(rows.map((row) => row.faults)).toEqual([0, 1, 0])
})
