import { beforeAll, describe, expect, test } from 'vitest'
import { type PersonId, staff } from '#rooms/access'
import { type Village, village } from '../village.ts'
import { as, type Browser, signedIn, somebody, testWorld } from '../world.ts'

let at: Village
let ria: PersonId
let chair: PersonId
let board: Browser

beforeAll(async () => {
  at = await village(await testWorld(), '2026-09-01')
  ria = await somebody(at.world, at.cooperative, 'administrator', 'Ria Beheer')
  chair = await somebody(at.world, at.cooperative, 'board', 'Vera Voorzitter')
  board = await signedIn(at.world, chair)
})

const page = async (browser: Browser, path: string) => (await browser.get(path)).text()
const administrators = async () =>
  (await as(at.world, { person: chair, organisation: at.cooperative, role: 'board' }, 'home.board', staff)).filter(({ role }) => role === 'administrator')
const invitation = (naam: string, tot = '2027-09-01') => ({ naam, email: `${naam.toLowerCase()}@bloesem.example`, tot })

describe('two administrators', () => {
  test('the board reads that there is one only, and appoints another', async () => {
    expect(await page(board, '/bestuur')).toContain('Er is maar één beheerder')
    expect(await page(board, '/beheerders')).toContain('Ria Beheer')
    expect((await board.post('/beheerders', invitation('Bas'))).status).toBe(303)
    expect(await page(board, '/bestuur')).not.toContain('Er is maar één beheerder')
    expect((await administrators()).length).toBe(2)
    expect((await board.get('/medewerkers')).status).toBe(403)
  })

  test('nobody else appoints one', async () => {
    for (const person of [at.treasurer, at.coach]) expect((await (await signedIn(at.world, person)).post('/beheerders', invitation('Nee'))).status).toBe(403)
  })

  test('of two who end each other at once, one stays', async () => {
    const [first, second] = await administrators()
    if (!first || !second) throw new Error('there are two')
    const [one, two] = [await signedIn(at.world, first.person), await signedIn(at.world, second.person)]
    const ends = (browser: Browser, person: PersonId) => browser.post(`/medewerkers/${person}/einde`, { rol: 'administrator', toch: '' })
    await Promise.all([ends(one, second.person), ends(two, first.person)])
    expect((await administrators()).length).toBe(1)
  })

  test('the end of the last one is not brought forward, also not by the board', async () => {
    const [last] = await administrators()
    const email = last?.person === ria ? null : 'bas@bloesem.example'
    if (email) expect(await (await board.post('/beheerders', { naam: 'Bas', email, tot: '2026-09-02' })).text()).toContain('Dit is de laatste')
    const keeper = await signedIn(at.world, last?.person ?? ria)
    expect(await (await keeper.post(`/medewerkers/${last?.person}/einde`, { rol: 'administrator', toch: '' })).text()).toContain('eigen rol')
    expect((await administrators()).length).toBe(1)
  })
})
