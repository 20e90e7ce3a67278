import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import type { OrganisationId, PersonId } from '#rooms/access'
import { asSystem } from '#rooms/access'
import { admit, benefitOn, membersOn, stageOf, takeOverExemption } from '#rooms/members'
import { as, type Browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let iep: OrganisationId
let coach: PersonId
let board: PersonId
let desk: Browser

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-10-02')
  iep = await found(world, 'cooperative', 'De Iep')
  coach = await somebody(world, iep, 'coach', 'Bas Meijer')
  board = await somebody(world, iep, 'board', 'Tineke')
  desk = await signedIn(world, await somebody(world, iep, 'administrator', 'Ria'))
})

const asBoard = () => ({ person: board, organisation: iep, role: 'board' as const })
const register = (on: string) => as(world, asBoard(), 'member.read', (tx, permit) => membersOn(tx, permit, day(on)))
const somebodyOld = (more: Record<string, string> = {}) => ({ firstName: 'Yonas', name: 'Yonas Tesfay', language: 'nl', source: 'unknown', ...more })

describe('a member who took part before the cooperative began here', () => {
  test('is added with the real days and the old number, and counts on those days', async () => {
    const answer = await desk.post(
      '/leden/nieuw',
      somebodyOld({ trialFrom: '2021-02-01', memberSince: '2021-05-01', number: '12', source: 'none', tradeName: 'Fietsen', makes: 'fietsen', coach }),
    )
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/leden'])
    const [yonas] = await register('2026-10-02')
    if (!yonas) throw new Error('nobody was added')
    expect(yonas).toMatchObject({ number: 12, name: 'Yonas Tesfay', standing: { stage: 'member', since: '2021-05-01' }, trade: { tradeName: 'Fietsen' } })
    const stage = (on: string) => as(world, asBoard(), 'member.read', async (tx, permit) => (await stageOf(tx, permit, yonas.member, day(on)))?.stage ?? null)
    expect(await Promise.all(['2021-01-31', '2021-02-01', '2021-04-30', '2021-05-01'].map(stage))).toEqual([null, 'trial', 'trial', 'member'])
    expect((await as(world, asBoard(), 'member.read', (tx, permit) => benefitOn(tx, permit, yonas.member, day('2021-02-01')))).source).toBe('none')
    expect(await (await (await signedIn(world, coach)).get(`/leden/${yonas.member}`)).text()).toContain('Bas Meijer')
  })

  test('keeps no number that is taken, and the next new member follows the highest', async () => {
    expect((await desk.post('/leden/nieuw', somebodyOld({ memberSince: '2021-05-01', number: '12' }))).status).toBe(422)
    expect((await desk.post('/leden/nieuw', somebodyOld({ trialFrom: '2026-09-01', trialUntil: '2026-11-30', number: '13' }))).status).toBe(422)
    await desk.post('/leden/nieuw', somebodyOld({ name: 'Proef Lid', trialFrom: '2026-09-01', trialUntil: '2026-11-30' }))
    const trial = (await register('2026-10-02')).find(({ name }) => name === 'Proef Lid')
    if (!trial) throw new Error('nobody is on trial')
    expect(await as(world, asBoard(), 'member.admit', (tx, permit) => admit(tx, permit, trial.member, day('2026-10-02')))).toBe(13)
  })

  test('says what is missing, and is refused to whoever keeps the books', async () => {
    const answer = await desk.post('/leden/nieuw', somebodyOld())
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Vul in sinds wanneer op proef, of sinds wanneer lid.')
    expect((await desk.post('/leden/nieuw', somebodyOld({ memberSince: '2021-01-01', source: 'participatiewetOwn' }))).status).toBe(422)
    const books = await signedIn(world, await somebody(world, iep, 'treasurer', 'Joost'))
    expect((await books.get('/leden/nieuw')).status).toBe(403)
  })

  test('a file with one wrong line adds nobody and comes back to be mended; mended it adds everybody', async () => {
    const before = (await register('2026-10-02')).length
    const lines = ['naam;lid sinds;nummer', 'Els;1-1-2022;14', 'Dirk;1-1-2022;12', 'Fatma;1-1-2022;'].join('\n')
    const wrong = await desk.post('/leden/inlezen', { file: new File([lines], 'leden.csv') })
    expect(wrong.status).toBe(422)
    const page = await wrong.text()
    expect(page).toContain('Regel 3: lidnummer 12 is al van een ander lid.')
    expect(page).toContain('Els;1-1-2022;14')
    expect(await register('2026-10-02')).toHaveLength(before)
    expect((await desk.post('/leden/inlezen', { lines: lines.replace('Dirk;1-1-2022;12', 'Dirk;1-1-2022;15') })).status).toBe(303)
    const added = (await register('2022-01-01')).filter(({ name }) => ['Els', 'Dirk', 'Fatma'].includes(name))
    expect(Object.fromEntries(added.map(({ name, number }) => [name, number]))).toEqual({ Els: 14, Dirk: 15, Fatma: 16 })
  })

  test('the example can be brought as it is, but for the one line that stands in it', async () => {
    const example = await (await desk.get('/leden/inlezen/voorbeeld')).text()
    expect(example).toContain('nummer;naam;e-mail')
    expect((await desk.get('/leden/inlezen')).status).toBe(200)
  })

  test('brings months of exemption along, which the own coach reads and the board does not', async () => {
    const member = (await register('2026-10-02')).find(({ number }) => number === 12)?.member
    if (!member) throw new Error('nobody has number 12')
    await asSystem(world.world, iep, 'opening.book', (tx, permit) => takeOverExemption(tx, permit, member, { part: 'n', months: 4, until: day('2026-09-30') }))
    const told = '4 maanden (Participatiewet artikel 31 lid 2 onder n)'
    expect(await (await (await signedIn(world, coach)).get(`/leden/${member}`)).text()).toContain(told)
    expect(await (await (await signedIn(world, board)).get(`/leden/${member}`)).text()).not.toContain(told)
  })
})
