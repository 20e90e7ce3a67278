import { beforeAll, describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import type { OrganisationId, PersonId } from '#rooms/access'
import { account, balanceOf, closePeriod, holdMonth, post, trialBalance, verify } from '#rooms/ledger'
import { as, type Browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let organisation: OrganisationId
let treasurer: PersonId
let samira: PersonId
let ans: Browser
const who = () => ({ person: treasurer, organisation, role: 'treasurer' as const })
const balance = (code: Parameters<typeof balanceOf>[2], until = '2026-11-30') =>
  as(world, who(), 'ledger.read', (tx, permit) => balanceOf(tx, permit, code, day(until)))

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-11-10')
  organisation = await found(world, 'cooperative', 'Coöperatie De Pluktuin U.A.')
  treasurer = await somebody(world, organisation, 'treasurer', 'Ans Bos')
  samira = await somebody(world, organisation, 'member', 'Samira el Amrani')
  ans = await signedIn(world, treasurer)
  await as(world, who(), 'ledger.correct', async (tx, permit) => {
    await post(tx, permit, {
      source: { kind: 'test', id: 'subsidy and pots' },
      on: day('2026-10-01'),
      transfers: [
        { debit: account('bank'), credit: account('subsidyEarmarked'), cents: cents(100000) },
        { debit: account('resultAllocation', samira), credit: account('businessBudget', samira), cents: cents(5000) },
        { debit: account('bank'), credit: account('vatPayable'), cents: cents(30000) },
      ],
    })
    await holdMonth(tx, permit, month('2026-09'))
    await closePeriod(tx, permit, month('2026-09'))
  })
})

const vat = {
  on: '2026-10-31',
  what: 'Btw derde kwartaal naar de Belastingdienst',
  account1: 'vatPayable',
  debit1: '300,00',
  account2: 'taxSettlement',
  credit2: '299,99',
  account3: 'roundingDifference',
  credit3: '0,01',
}

async function refused(path: string, fields: Readonly<Record<string, string>>, status = 422): Promise<string> {
  const answer = await ans.post(path, fields)
  expect(answer.status).toBe(status)
  return answer.text()
}

describe('a memorial entry', () => {
  let entry = ''

  test('is typed line by line without script, with the balance counted along', async () => {
    const page = await (await ans.get('/grootboek/memoriaal')).text()
    expect(page).not.toContain('name="account3"')
    const { on, what, account1, debit1, account2, credit2 } = vat
    const more = await ans.post('/grootboek/memoriaal/controle', { on, what, account1, debit1, account2, credit2, lines: '2', act: 'line' })
    const text = await more.text()
    expect(text).toContain('name="account3"')
    expect(text).toContain('value="299,99"')
    expect(text).toContain('Het verschil is €\u00a00,01.')
    expect(text).toContain('<optgroup label="Van een lid: kies ook het lid">')
    const asks = await ans.post('/grootboek/memoriaal/controle', { on, what, account1: 'businessBudget', debit1, account2, credit2, lines: '2', act: 'check' })
    expect(await asks.text()).toContain('Regel 1: kies bij deze rekening ook het lid.')
  })

  test('is booked once however often the form comes, and balances on both sides', async () => {
    const key = crypto.randomUUID()
    const answers = await Promise.all([ans.post('/grootboek/memoriaal', vat, key), ans.post('/grootboek/memoriaal', vat, key)])
    const [first, second] = answers.map((answer) => answer.headers.get('location'))
    expect(first).toBe(second)
    entry = first?.split('/').at(-1) ?? ''
    expect([await balance('vatPayable'), await balance('taxSettlement'), await balance('roundingDifference')]).toEqual([0n, -29999n, -1n])
    const page = await (await ans.get(`/grootboek/boeking/${entry}`)).text()
    for (const words of ['Btw derde kwartaal', 'Ans Bos', '31 oktober 2026', 'Terugdraaien']) expect(page).toContain(words)
  })

  test.each([
    ['a cent of difference', { ...vat, credit3: '0,02' }, 'Debet is €\u00a0300,00 en credit is €\u00a0300,01.'],
    ['a closed month', { ...vat, on: '2026-09-30' }, 'De maand september 2026 is al afgesloten.'],
    ['a day to come', { ...vat, on: '2026-11-11' }, 'Deze datum is nog niet geweest.'],
    ['the bank', { ...vat, account1: 'bank' }, 'De bank verandert alleen door een bankregel.'],
    ['turnover of a member', { ...vat, account1: 'turnover' }, 'Deze rekening hoort bij facturen.'],
    ['a name in its words', { ...vat, what: 'Voor Samira' }, '“Samira” is ook de naam van een lid.'],
    ['a BSN in its words', { ...vat, what: 'nummer 111222333' }, 'burgerservicenummer'],
    ['both sides of one line', { ...vat, credit1: '1,00' }, 'Niet bij allebei.'],
    ['one account twice', { ...vat, account2: 'vatPayable' }, 'Deze rekening staat er twee keer.'],
  ])('with %s is refused, and says so', async (_, fields, words) => {
    const before = await balance('vatPayable')
    expect(await refused('/grootboek/memoriaal', fields)).toContain(words)
    expect(await balance('vatPayable')).toBe(before)
  })

  test('moves money of a member only with the member named and a reason, and never one’s own', async () => {
    const pot = {
      on: '2026-11-10',
      what: 'Verkeerd potje',
      account1: 'businessBudget',
      member1: samira,
      debit1: '10',
      account2: 'developmentBudget',
      member2: samira,
      credit2: '10',
    }
    expect(await refused('/grootboek/memoriaal', pot)).toContain('Schrijf de reden op')
    expect(await refused('/grootboek/memoriaal', { ...pot, member2: '', why: 'Afspraak artikel 4' })).toContain('klopt het lid niet')
    expect((await ans.post('/grootboek/memoriaal', { ...pot, why: 'Afspraak artikel 4' })).status).toBe(303)
    expect([await balance('businessBudget'), await balance('developmentBudget')]).toEqual([-4000n, -1000n])
    await as(world, who(), 'ledger.correct', (tx, permit) =>
      post(tx, permit, {
        source: { kind: 'test', id: 'own' },
        on: day('2026-11-01'),
        transfers: [{ debit: account('suspense'), credit: account('owedToMember', treasurer), cents: cents(1) }],
      }),
    )
    const own = { ...pot, why: 'Mag', account1: 'suspense', member1: '', account2: 'owedToMember', member2: treasurer }
    expect(await refused('/grootboek/memoriaal', own, 403)).toContain('je eigen geld')
  })

  test('is answered by its exact mirror, dated today, once', async () => {
    const before = await as(world, who(), 'ledger.read', (tx, permit) => trialBalance(tx, permit, day('2026-11-09')))
    const undo = () => ans.post(`/grootboek/boeking/${entry}/terugdraaiing`, { reason: 'Verkeerd kwartaal' })
    const answer = await undo()
    expect(answer.status).toBe(303)
    expect([await balance('vatPayable'), await balance('taxSettlement'), await balance('roundingDifference')]).toEqual([-30000n, 0n, 0n])
    expect(await as(world, who(), 'ledger.read', (tx, permit) => trialBalance(tx, permit, day('2026-11-09')))).toEqual(before)
    expect((await undo()).status).toBe(409)
    const page = await (await ans.get(answer.headers.get('location') ?? '')).text()
    expect(page).toContain('Verkeerd kwartaal')
    expect(page).toContain('10 november 2026')
    // The answer itself is not undone, nor what another room booked.
    const mirror = answer.headers.get('location') ?? ''
    expect((await ans.post(`${mirror}/terugdraaiing`, { reason: 'Toch wel' })).status).toBe(409)
    expect((await as(world, who(), 'ledger.verify', verify)).faults).toEqual([])
  })
})

describe('an earmarked subsidy', () => {
  test('is released as far as it was spent, and never twice over', async () => {
    const release = (cents: string) => ans.post('/grootboek/subsidie', { on: '2026-10-31', cents, what: 'Huur van het atelier in oktober' })
    expect(await (await release('1000,01')).text()).toContain('Er staat nog €\u00a01.000,00')
    const answers = await Promise.all([release('600'), release('600')])
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422])
    expect([await balance('subsidyEarmarked'), await balance('subsidy', '2026-10-31')]).toEqual([-40000n, -60000n])
    const location = answers.find((answer) => answer.status === 303)?.headers.get('location') ?? ''
    expect((await ans.post(`${location}/terugdraaiing`, { reason: 'Andere maand' })).status).toBe(303)
    expect(await balance('subsidyEarmarked')).toBe(-100000n)
  })
})

describe('who may', () => {
  test('the board reads an entry and cannot undo it; a member sees nothing', async () => {
    const chair = await signedIn(world, await somebody(world, organisation, 'board', 'Karel'))
    const rows = await as(world, who(), 'ledger.read', (tx, permit) => trialBalance(tx, permit, day('2026-11-30')))
    const account = rows.find((row) => row.code === 'subsidy') ?? rows.find((row) => row.code === 'subsidyEarmarked')
    const page = await (await chair.get(`/grootboek/${account?.account}`)).text()
    const entry = /\/grootboek\/boeking\/[\w-]+/.exec(page)?.[0] ?? ''
    const text = await (await chair.get(entry)).text()
    expect(text).toContain('De boeking')
    expect(text).not.toContain('terugdraaiing')
    expect((await chair.post(`${entry}/terugdraaiing`, { reason: 'Zomaar' })).status).toBe(403)
    expect((await chair.get('/grootboek/memoriaal')).status).toBe(403)
    expect((await (await signedIn(world, samira)).get(entry)).status).toBe(403)
    const elsewhere = await signedIn(world, await somebody(world, await found(world, 'cooperative', 'Coöperatie Elders U.A.'), 'treasurer', 'Joost'))
    expect((await elsewhere.get(entry)).status).toBe(404)
  })
})

describe('an account', () => {
  test('between two days runs on from what stood before, on the page and in the file', async () => {
    const rows = await as(world, who(), 'ledger.read', (tx, permit) => trialBalance(tx, permit, day('2026-11-30')))
    const id = rows.find((row) => row.code === 'subsidyEarmarked')?.account
    const address = `/grootboek/${id}?van=2026-11-01&tot=2026-11-30`
    const page = await (await ans.get(address)).text()
    // October: 1000 set apart, 600 released; November: 600 back.
    expect(page).toContain('Stand op 1 november 2026, voor de eerste boeking')
    expect(page).toContain('−€\u00a0400,00')
    const lines = (await (await ans.get(`${address}&vorm=csv`)).text()).split('\r\n')
    expect(lines[1]).toBe(';;beginstand;;;;-400.00')
    expect(lines[2]).toMatch(/^2026-11-10;[\w-]+;Vrijgave teruggedraaid;Subsidie;;-600\.00;-1000\.00$/)
    expect(lines).toHaveLength(4)
    expect(await (await ans.get(`/grootboek/${id}?van=2026-12-01`)).text()).toContain('is in deze periode niets geboekt')
    expect((await ans.get('/grootboek/geen-rekening')).status).toBe(404)
  })

  test('the balance of a period holds what moved in it alone', async () => {
    const csv = await (await ans.get('/grootboek?van=2026-11-01&tot=2026-11-30&vorm=csv')).text()
    expect(csv).toContain('Subsidie met een doel;;-600.00')
    expect(csv).not.toContain('Bank;;')
  })
})
