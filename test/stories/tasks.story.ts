import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { type Bank, bankOfVillage } from '../bank.ts'
import { village } from '../village.ts'
import { type Browser, itIs, signedIn, testWorld } from '../world.ts'

let bank: Bank
let ans: Browser

beforeAll(async () => {
  bank = await bankOfVillage()
  ans = await signedIn(bank.at.world, bank.at.treasurer)
})

const html = async (path: string, who = ans) => (await who.get(path)).text()
const rows = async (path: string, who = ans) =>
  (await html(path, who)).split('<tr').map((row) =>
    row
      .replace(/^[^>]*>/, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
const row = async (path: string, name: string) => (await rows(path)).find((each) => each.includes(name)) ?? ''
const rent = { title: 'Huur boeken', every: '1', onDay: '5', from: '2026-09' }
const idOf = async (title: string, month: string) => {
  const found = (await html(`/taken?maand=${month}`)).split('<tr').find((each) => each.includes(title) && each.includes('/taken/')) ?? ''
  return /name="task" value="([^"]+)"/.exec(found)?.[1] ?? ''
}

describe('the tasks of a month', () => {
  test('tell of the bank, of invoices, and of what is not possible yet', async () => {
    itIs(bank.at.world, '2026-10-05')
    expect(await row('/taken?maand=2026-09', 'Bankregels geboekt')).toContain('gedaan')
    await bank.lines({ cents: -777, text: 'raadsel', name: 'Iemand' })
    expect(await row('/taken?maand=2026-10', 'Bankregels geboekt')).toContain('nog 1')
    expect(await row('/taken?maand=2026-10', 'Bankafschriften')).toContain('te doen')
    expect(await row('/taken?maand=2026-10', 'Maand afgesloten')).toContain('kan nog niet')
    expect(await row('/taken?maand=2026-09', 'Btw-aangifte')).toContain('31 oktober 2026')
    expect(await row('/taken?maand=2026-10', 'Btw-aangifte')).toBe('')
  })

  test('a month that is not there yet, and one that is none, show the one whose turn it is', async () => {
    for (const asked of ['2026-12', 'kalf', '']) expect(await html(`/taken?maand=${asked}`)).toContain('September 2026')
  })

  test('an own task is ticked per month once, however often it is sent, tells who did, and is taken back', async () => {
    expect((await ans.post('/taken', rent)).status).toBe(303)
    const task = await idOf('Huur boeken', '2026-09')
    const key = newId()
    const sent = await Promise.all([1, 2, 3, 4].map(() => ans.post('/taken/gedaan', { task, month: '2026-09' }, key)))
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303, 303])
    expect((await ans.post('/taken/gedaan', { task, month: '2026-09' })).status).toBe(303)
    expect(await row('/taken?maand=2026-09', 'Huur boeken')).toMatch(/gedaan Ans de Boer, 5 okt/)
    expect(await row('/taken?maand=2026-10', 'Huur boeken')).toContain('te doen')
    await ans.post('/taken/terug', { task, month: '2026-09' })
    expect(await row('/taken?maand=2026-09', 'Huur boeken')).toContain('te laat')
    expect((await ans.post('/taken/terug', { task, month: '2026-09' })).status).toBe(303)
  })

  test('what the house knows by itself, a later month, and nonsense are not ticked', async () => {
    const task = await idOf('Huur boeken', '2026-10')
    for (const fields of [
      { task: 'close', month: '2026-09' },
      { task, month: '2026-11' },
      { task, month: '2026-08' },
      { task: newId(), month: '2026-09' },
      { task, month: 'kalf' },
    ])
      expect((await ans.post('/taken/gedaan', fields)).status, JSON.stringify(fields)).toBe(422)
  })

  test('the same name twice, a day and a month that are none, come back with what was typed', async () => {
    const twice = await ans.post('/taken', { ...rent, title: 'huur boeken' })
    expect(twice.status).toBe(422)
    expect(await twice.text()).toContain('Deze taak is er al.')
    expect(await (await ans.post('/taken', { ...rent, title: 'Anders', onDay: '32' })).text()).toContain('Deze dag bestaat niet.')
    expect(await (await ans.post('/taken', { ...rent, title: 'Anders', from: '2026-13' })).text()).toContain('value="Anders"')
  })

  test('a task that stops stays in the months before; stopping again changes nothing', async () => {
    await ans.post('/taken', { ...rent, title: 'Kaartautomaat huren' })
    const task = await idOf('Kaartautomaat huren', '2026-09')
    for (let time = 0; time < 2; time++) expect((await ans.post('/taken/einde', { task })).status).toBe(303)
    expect(await row('/taken?maand=2026-09', 'Kaartautomaat huren')).toContain('eigen taak')
    expect(await row('/taken?maand=2026-10', 'Kaartautomaat huren')).toBe('')
    expect((await ans.post('/taken/einde', { task: newId() })).status).toBe(404)
  })

  test('the board reads them and ticks nothing; a coach does not; another cooperative has its own', async () => {
    const board = await signedIn(bank.at.world, bank.at.board)
    const seen = await html('/taken?maand=2026-10', board)
    expect(seen).toContain('Huur boeken')
    expect(seen).not.toContain('/taken/gedaan')
    const task = await idOf('Huur boeken', '2026-10')
    expect((await board.post('/taken/gedaan', { task, month: '2026-10' })).status).toBe(403)
    expect((await board.post('/taken', rent)).status).toBe(403)
    expect((await (await signedIn(bank.at.world, bank.at.coach)).get('/taken')).status).toBe(403)
    const other = await village(await testWorld(), '2026-10-05')
    const bert = await signedIn(other.world, other.treasurer)
    expect(await html('/taken?maand=2026-10', bert)).not.toContain('Huur boeken')
    expect((await bert.post('/taken/gedaan', { task, month: '2026-10' })).status).toBe(422)
    expect((await bert.post('/taken/einde', { task })).status).toBe(404)
    expect((await bert.post('/taken', rent)).status).toBe(303)
  })
})
