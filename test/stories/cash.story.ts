import { beforeAll, describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { cashOnDay } from '#rooms/banking'
import { account } from '#rooms/ledger'
import { readinessOf } from '#rooms/settlement'
import { type Bank, bankOfVillage } from '../bank.ts'
import { asTreasurer, village } from '../village.ts'
import { as, itIs, signedIn } from '../world.ts'

let bank: Bank

beforeAll(async () => {
  bank = await bankOfVillage()
})

const cash = (on: string) => as(bank.at.world, asTreasurer(bank.at), 'bank.read', (tx, permit) => cashOnDay(tx, permit, day(on)))
const points = async () => {
  const { points: all } = await as(bank.at.world, asTreasurer(bank.at), 'month.see', (tx, permit) => readinessOf(tx, permit, month('2026-10')))
  return all.filter(({ kind }) => kind === 'box' || kind === 'held').map(({ kind, ok, stops, cents: amount }) => ({ kind, ok, stops, cents: amount }))
}

describe('cash', () => {
  test('that went to a member without right is a claim with a term, and is listed at close without stopping it', async () => {
    const line = await bank.line({ cents: -2500, text: 'te veel', on: '2026-10-07' })
    await bank.bookAs(line.id, { kind: 'claim', member: bank.samira })
    expect(await cash('2026-10-21')).toMatchObject({ termDays: 14, claims: [{ member: bank.samira, cents: 2500n, late: 0n }], late: 0n })
    expect(await cash('2026-10-22')).toMatchObject({ claims: [{ cents: 2500n, late: 2500n }], late: 2500n })
    expect(await points()).toContainEqual({ kind: 'held', ok: false, stops: false, cents: 2500n })
    const back = await bank.line({ cents: 2500, text: 'terugbetaald' })
    await bank.bookAs(back.id, { kind: 'claim', member: bank.samira })
    expect(await cash('2026-10-22')).toMatchObject({ claims: [], late: 0n })
    expect(await points()).toContainEqual({ kind: 'held', ok: true, stops: false, cents: 0n })
  })

  test('of a market day stays with the member until it is handed in', async () => {
    await bank.owes(account('cashHeld', bank.samira), -4000)
    expect(await cash('2026-10-16')).toMatchObject({ held: [{ member: bank.samira, cents: 4000n, late: 4000n }] })
    const deposit = await bank.line({ cents: 3999, text: 'storting' })
    await bank.bookAs(deposit.id, { kind: 'cashDeposit', member: bank.samira })
    expect(await cash('2026-10-16')).toMatchObject({ held: [{ cents: 1n, late: 1n }] })
  })

  test('below zero in the box is said on the page, at close and with the line, and a count makes the books right', async () => {
    const ans = await signedIn(bank.at.world, bank.at.treasurer)
    expect(await (await ans.get('/bank/kas')).text()).toContain('De kas is nog nooit geteld.')
    const deposit = await bank.line({ cents: 5000, text: 'uit de kas' })
    await bank.bookAs(deposit.id, { kind: 'cashDeposit' })
    itIs(bank.at.world, '2026-10-08')
    expect(await points()).toContainEqual({ kind: 'box', ok: false, stops: false, cents: -5000n })
    expect(await (await ans.get('/bank/kas')).text()).toContain('De kas staat onder nul.')
    expect(await (await ans.get(`/bank/regels/${deposit.id}`)).text()).toContain('Let op: de kas staat nu onder nul')
    expect((await ans.post('/bank/kas', { geteld: '-1', reden: '' })).status).toBe(422)
    expect(await (await ans.post('/bank/kas', { geteld: '12,50', reden: '' })).text()).toContain('Schrijf erbij hoe dat komt')
    const since = await bank.mark()
    expect((await ans.post('/bank/kas', { geteld: '12,50', reden: 'opname vergeten' })).status).toBe(303)
    expect(await bank.booked(since)).toEqual(['Kas | Algemene kosten coöperatie | 6250'])
    expect((await ans.post('/bank/kas', { geteld: '12,50', reden: '' })).status).toBe(303)
    expect(await cash('2026-10-08')).toMatchObject({ box: 1250n })
    const page = await (await ans.get('/bank/kas')).text()
    expect(page).toContain('opname vergeten')
    expect(page).not.toContain('De kas staat onder nul.')
    expect((await (await signedIn(bank.at.world, bank.at.board)).post('/bank/kas', { geteld: '1', reden: 'x' })).status).toBe(403)
  })

  test('of another cooperative is not shown', async () => {
    const other = await village(bank.at.world, '2026-10-08')
    expect(await as(bank.at.world, asTreasurer(other), 'bank.read', (tx, permit) => cashOnDay(tx, permit, day('2026-10-31')))).toMatchObject({
      box: cents(0),
      held: [],
      claims: [],
    })
  })
})

describe('cash between the box and a member', () => {
  test('is told to the member with its last day, and cleared by handing it in', async () => {
    const here = await bankOfVillage()
    await here.owes(account('cashHeld', here.samira), -4000)
    itIs(here.at.world, '2026-10-08')
    const [samira, ans] = [await signedIn(here.at.world, here.samira), await signedIn(here.at.world, here.at.treasurer)]
    const home = async () => (await (await samira.get('/mijn')).text()).replaceAll('\u00a0', ' ')
    expect(await home()).toContain('Je hebt nog € 40,00 contant')
    const hand = (lid: string, richting: string, bedrag: string) => ans.post('/bank/kas/leden', { lid, richting, bedrag })
    expect(await (await hand(here.samira, 'in', '40,01')).text()).toContain('Dit lid heeft geen')
    expect((await hand('', 'in', '40')).status).toBe(422)
    expect((await hand(here.samira, 'in', '0')).status).toBe(422)
    const since = await here.mark()
    expect((await hand(here.samira, 'in', '39,99')).status).toBe(303)
    expect((await hand(here.samira, 'out', '40,00')).status).toBe(422)
    expect((await hand(here.samira, 'out', '39,99')).status).toBe(303)
    expect((await hand(here.samira, 'in', '40,00')).status).toBe(303)
    expect((await here.booked(since)).length).toBe(3)
    expect(await home()).not.toContain('contant')
    expect((await samira.post('/bank/kas/leden', { lid: here.samira, richting: 'in', bedrag: '1' })).status).toBe(403)
  })
})
