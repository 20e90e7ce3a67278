import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { leave } from '#rooms/members'
import { newMember, type Village, village } from '../village.ts'
import { as, type Browser, itIs, signedIn, testWorld } from '../world.ts'

let at: Village
let board: Browser

beforeAll(async () => {
  at = await village(await testWorld(), '2026-02-02')
  board = await signedIn(at.world, at.board)
  for (const name of ['Ada Een', 'Bo Twee', 'Cas Drie', 'Dee Vier']) await newMember(at, name)
})

const page = async (browser: Browser, path: string) => (await browser.get(path)).text()

describe('the register as a paper', () => {
  test('names everybody with the days, and who left only when asked', async () => {
    const gone = await newMember(at, 'Gaby Weg')
    itIs(at.world, '2026-05-04')
    await as(at.world, { person: at.board, organisation: at.cooperative, role: 'board' }, 'member.leave', (tx, permit) =>
      leave(tx, permit, gone, day('2026-05-01'), { reason: 'ownWish', destination: 'paidWork' }),
    )
    expect(await page(board, '/leden/register')).not.toContain('Gaby Weg')
    expect(await page(board, '/leden/register')).toContain('Ada Een')
    const all = await page(board, '/leden/register?oud=ja')
    expect(all).toContain('Gaby Weg')
    expect(all).toContain('geen lid meer')
    expect(await page(board, '/leden/register?op=2026-04-30')).toContain('Gaby Weg')
    const file = await page(board, '/leden/register?oud=ja&vorm=csv')
    expect(file).toContain('2026-04-30')
  })

  test('is for the board, and each who stands in it can see that it was opened', async () => {
    expect((await (await signedIn(at.world, at.coach)).get('/leden/register')).status).toBe(403)
    const member = await newMember(at, 'Kijk Terug')
    await board.get('/leden/register')
    expect(await page(await signedIn(at.world, member), '/wie-keek')).toContain('ledenregister met alle dagen')
  })
})

describe('figures for funders', () => {
  test('under five members nothing is a number, with five there is one, and no name stands anywhere', async () => {
    const html = await page(board, '/financiers')
    expect(html).toContain('niet getoond')
    for (const name of ['Ada', 'Gaby', 'Kijk Terug']) expect(html).not.toContain(name)
    expect((await board.get('/financiers?jaar=1900')).status).toBe(200)
    expect((await (await signedIn(at.world, at.coach)).get('/financiers')).status).toBe(403)
    const other = await village(at.world, '2026-02-02')
    await newMember(other, 'Eén Lid')
    expect(await page(await signedIn(other.world, other.board), '/financiers')).toContain('minder dan 5')
  })
})
