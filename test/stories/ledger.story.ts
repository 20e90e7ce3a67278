import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { asSystem, type OrganisationId, type PersonId } from '#rooms/access'
import {
  account,
  accountRegister,
  balanceOf,
  closePeriod,
  type EntryId,
  findEntry,
  holdMonth,
  post,
  postMany,
  reverse,
  seal,
  trialBalance,
  verify,
} from '#rooms/ledger'
import { as, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let organisation: OrganisationId
let treasurer: PersonId
let samira: PersonId
const who = () => ({ person: treasurer, organisation, role: 'treasurer' as const })

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-11-02')
  organisation = await found(world, 'cooperative', 'Coöperatie De Telraam U.A.')
  treasurer = await somebody(world, organisation, 'treasurer', 'Ans')
  samira = await somebody(world, organisation, 'member', 'Samira')
})

function sell(id: string, amount: number, on = '2026-10-05') {
  return as(world, who(), 'ledger.correct', (tx, permit) =>
    post(tx, permit, {
      source: { kind: 'test', id },
      on: day(on),
      transfers: [
        { debit: account('debtors', samira), credit: account('turnover', samira), cents: cents(amount) },
        { debit: account('debtors', samira), credit: account('vatPayable'), cents: cents((amount * 21) / 100) },
      ],
    }),
  )
}

const verdict = () => as(world, who(), 'ledger.verify', verify)

describe('the ledger', () => {
  test('books an entry and shows both its sides', async () => {
    await sell('first', 15000)
    const rows = await as(world, who(), 'ledger.read', (tx, permit) => trialBalance(tx, permit, day('2026-10-31')))
    expect(rows.map((row) => [row.code, row.balance])).toEqual([
      ['debtors', 18150n],
      ['vatPayable', -3150n],
      ['turnover', -15000n],
    ])
  })

  test('refuses the same fact twice', async () => {
    await expect(sell('first', 15000)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('refuses an entry of nothing', async () => {
    await expect(sell('nothing', 0)).rejects.toMatchObject({ kind: 'rule' })
  })

  test('a mistake is answered by its mirror, once', async () => {
    const entry = await sell('mistake', 5000)
    const undo = (id: string) => as(world, who(), 'ledger.correct', (tx, permit) => reverse(tx, permit, entry, { kind: 'test undo', id }, day('2026-11-02')))
    await undo('a')
    await expect(undo('b')).rejects.toMatchObject({ kind: 'conflict' })
    expect(await as(world, who(), 'ledger.read', (tx, permit) => balanceOf(tx, permit, 'turnover', day('2026-11-30')))).toBe(-15000n)
  })

  test('refuses postings in a closed month, and keeps the month that is closed', async () => {
    await as(world, who(), 'ledger.correct', async (tx, permit) => {
      await holdMonth(tx, permit, month('2026-09'))
      await closePeriod(tx, permit, month('2026-09'))
    })
    await expect(sell('late', 100, '2026-09-30')).rejects.toMatchObject({ sentence: { what: 'De maand september 2026 is al afgesloten.' } })
    await sell('next day', 100, '2026-10-01')
  })

  test('many entries in one statement each have their own transfers', async () => {
    const ids = await as(world, who(), 'ledger.correct', (tx, permit) =>
      postMany(tx, permit, day('2026-10-31'), 'test many', [
        {
          source: 'x',
          transfers: [{ debit: account('resultAllocation', samira), credit: account('businessBudget', samira), cents: cents(7200), article: '6a' }],
        },
        { source: 'nothing', transfers: [] },
        {
          source: 'y',
          transfers: [{ debit: account('resultAllocation', samira), credit: account('cooperativeContribution'), cents: cents(3000), article: '6b' }],
        },
      ]),
    )
    expect(ids.map((id) => id !== null)).toEqual([true, false, true])
    const entry = await as(world, who(), 'ledger.read', (tx, permit) => findEntry(tx, permit, { kind: 'test many', id: 'y' }))
    expect(entry?.lines).toMatchObject([{ cents: 3000n, article: '6b' }])
  })

  test('a register runs from page to page with the balance behind each line', async () => {
    const rows = await as(world, who(), 'ledger.read', (tx, permit) => trialBalance(tx, permit, day('2026-11-30')))
    const id = rows.find((row) => row.code === 'turnover')?.account ?? ''
    const first = await as(world, who(), 'ledger.read', (tx, permit) => accountRegister(tx, permit, id, null, 2))
    const second = await as(world, who(), 'ledger.read', (tx, permit) => accountRegister(tx, permit, id, first.next, 2))
    const all = [...first.lines, ...second.lines]
    expect(all.length).toBe(4)
    expect(all[0]?.balance).toBe(-15100n)
    expect(all[3]?.balance).toBe(all[3]?.cents)
  })

  test('whatever is booked and undone, debit equals credit and nothing is lost', async () => {
    let round = 0
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: 1, max: 100000 }), fc.boolean()), { minLength: 1, maxLength: 6 }), async (sales) => {
        round++
        const before = await as(world, who(), 'ledger.read', (tx, permit) => balanceOf(tx, permit, 'turnover', day('2026-12-31')))
        let kept = 0n
        for (const [index, [amount, undone]] of sales.entries()) {
          const id = `${round} ${index}`
          const entry: EntryId = await as(world, who(), 'ledger.correct', (tx, permit) =>
            post(tx, permit, {
              source: { kind: 'property', id },
              on: day('2026-12-05'),
              transfers: [{ debit: account('bank'), credit: account('turnover', samira), cents: cents(amount) }],
            }),
          )
          if (undone) await as(world, who(), 'ledger.correct', (tx, permit) => reverse(tx, permit, entry, { kind: 'property undo', id }, day('2026-12-06')))
          else kept += BigInt(amount)
        }
        const rows = await as(world, who(), 'ledger.read', (tx, permit) => trialBalance(tx, permit, day('2026-12-31')))
        expect(rows.reduce((total, row) => total + row.balance, 0n)).toBe(0n)
        expect(await as(world, who(), 'ledger.read', (tx, permit) => balanceOf(tx, permit, 'turnover', day('2026-12-31')))).toBe(before - kept)
      }),
      { numRuns: 15 },
    )
  })

  test('the chain holds, and names the entry that somebody changed behind its back', async () => {
    await asSystem(world.world, organisation, 'ledger.seal', seal)
    const sound = await verdict()
    expect(sound).toMatchObject({ faults: [], unsealed: 0 })
    expect(sound.sealed).toBeGreaterThan(5n)
    const pool = world.world.database.pool
    await pool.query('alter table ledger.transfer disable trigger only_added')
    await pool.query("update ledger.transfer set cents = cents + 1 where tenant = $1 and article = '6b'", [organisation])
    const broken = await verdict()
    expect(broken.faults.filter((fault) => fault.includes('has changed'))).toHaveLength(1)
    await pool.query("update ledger.transfer set cents = cents - 1 where tenant = $1 and article = '6b'", [organisation])
    await pool.query('alter table ledger.transfer enable trigger only_added')
    expect((await verdict()).faults).toEqual([])
  })

  test('the application itself can change nothing that is booked', async () => {
    const attempt = as(world, who(), 'ledger.correct', (tx) => tx.updateTable('ledger.transfer').set({ cents: 1n }).execute())
    await expect(attempt).rejects.toMatchObject({ code: '42501' })
    await expect(world.world.database.pool.query('delete from ledger.entry where tenant = $1', [organisation])).rejects.toMatchObject({ code: '55000' })
  })

  test('another cooperative sees nothing of it, by the filter and by the wall', async () => {
    const other = await found(world, 'cooperative', 'Coöperatie De Kade U.A.')
    const joost = await somebody(world, other, 'treasurer', 'Joost')
    const outside = { person: joost, organisation: other, role: 'treasurer' as const }
    expect(await as(world, outside, 'ledger.read', (tx, permit) => trialBalance(tx, permit, day('2026-12-31')))).toEqual([])
    const unfiltered = await as(world, outside, 'ledger.read', (tx) => tx.selectFrom('ledger.entry').selectAll().execute())
    expect(unfiltered).toEqual([])
  })

  test('a member may not read the books, and the attempt is written down', async () => {
    await expect(as(world, { person: samira, organisation, role: 'member' }, 'ledger.read', async () => 1)).rejects.toMatchObject({ kind: 'forbidden' })
    const { rows } = await world.world.database.pool.query('select action from access.denial where person = $1', [samira])
    expect(rows).toEqual([{ action: 'ledger.read' }])
  })

  test('the treasurer reads the balance on a page, and as a file', async () => {
    const ans = await signedIn(world, treasurer)
    const page = await ans.get('/grootboek?tot=2026-10-31')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Debiteuren')
    const csv = await (await ans.get('/grootboek?tot=2026-10-31&vorm=csv')).text()
    expect(csv.split('\r\n')[0]).toBe('nummer;rekening;lid;stand')
    const searched = await (await ans.get('/grootboek?tot=2026-10-31&zoek=debiteuren')).text()
    expect([searched.includes('Debiteuren'), searched.includes('Omzet'), searched.includes('Totaal van alle rekeningen')]).toEqual([true, false, true])
    expect(await (await ans.get('/grootboek?tot=2026-10-31&zoek=geen-rekening')).text()).toContain('Geen rekening past hierbij.')
    // A file is always the whole balance.
    expect(await (await ans.get('/grootboek?tot=2026-10-31&zoek=debiteuren&vorm=csv')).text()).toBe(csv)
    expect((await ans.get('/grootboek/00000000-0000-7000-8000-000000000000')).status).toBe(404)
  })
})
