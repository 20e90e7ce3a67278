import { beforeAll, describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { storeFile } from '#kit/files.ts'
import { newId } from '#kit/ids.ts'
import { cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { type InvoiceId, requestInvoice } from '#rooms/invoicing'
import { closePeriod, holdMonth } from '#rooms/ledger'
import { addCustomer, type CustomerId } from '#rooms/organisations'
import { type CostId, judgeReceipt, payCost, sendReceipt, spendingRows } from '#rooms/spending'
import { receiptPhoto } from '../../src/demo/photo.ts'
import { waitingRows } from '../../src/rooms/homes/homes.sql.ts'
import { type Bank, bankOfVillage } from '../bank.ts'
import { bakery } from '../invoicing-cast.ts'
import { asMember, asTreasurer } from '../village.ts'
import { as, type Browser, itIs, signedIn } from '../world.ts'

let bank: Bank
let ans: Browser
let member: MemberId

beforeAll(async () => {
  bank = await bankOfVillage()
  member = bank.samira
  ans = await signedIn(bank.at.world, bank.at.treasurer)
})

const text = async (path: string) => (await (await ans.get(path)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('many lines of the bank at once', () => {
  test('are booked once however often it is sent, and undone line by line', async () => {
    const [a, b] = [await bank.sell(10_000), await bank.sell(20_000)]
    await bank.lines(
      { cents: 12_100, text: `Factuur ${a.number}` },
      { cents: 24_200, text: `Factuur ${b.number}` },
      { cents: -777, text: 'raadsel', name: 'Iemand' },
    )
    const since = await bank.mark()
    const key = newId()
    const answers = await Promise.all(Array.from({ length: 4 }, () => ans.post('/bank/akkoord', { alles: 'ja' }, key)))
    const [to = ''] = new Set(answers.map((answer) => answer.headers.get('location') ?? ''))
    expect(answers.map((answer) => [answer.status, answer.headers.get('location')])).toEqual(answers.map(() => [303, to]))
    expect(await bank.booked(since)).toEqual(['Bank | Debiteuren | 12100', 'Bank | Debiteuren | 24200'])
    expect(await text(to)).toContain('2 regels geboekt.')

    const [first] = (await bank.waiting()).length === 1 ? [a] : []
    expect(first).toBeDefined()
    const undo = `/bank/samen/${to.split('=')[1]}/ongedaan`
    const back = await ans.post(undo)
    expect(await text(back.headers.get('location') ?? '')).toContain('2 regels wachten weer.')
    expect((await bank.waiting()).length).toBe(3)
    expect((await ans.post(undo)).status).toBe(409)
    expect((await bank.open()).map(({ number, open }) => [number, open]).sort()).toEqual([
      [a.number, 12_100n],
      [b.number, 24_200n],
    ])
  })

  test('what was booked otherwise since stays, and says so', async () => {
    // A day later, for which of two is the last is told by their moments.
    itIs(bank.at.world, '2026-10-06')
    const done = await ans.post('/bank/akkoord', { alles: 'ja' })
    const to = done.headers.get('location') ?? ''
    const [line] = (await text('/bank?toon=geboekt')).includes('Je boekte het laatst 2 regels in één keer.') ? await bookedLines() : []
    itIs(bank.at.world, '2026-10-07')
    await bank.undo(line as never)
    await bank.bookAs(line as never, { kind: 'suspense' })
    const back = await ans.post(`/bank/samen/${to.split('=')[1]}/ongedaan`)
    const said = await text(back.headers.get('location') ?? '')
    expect(said).toContain('1 regel wacht weer.')
    expect(said).toContain('Deze regel is daarna anders geboekt.')
  })

  test('nothing certain is said', async () => {
    await ans.post('/bank/akkoord', { alles: 'ja' })
    expect((await ans.post('/bank/akkoord', { alles: 'ja' })).status).toBe(422)
  })
})

async function bookedLines(): Promise<string[]> {
  const html = await (await ans.get('/bank?toon=geboekt')).text()
  return [...html.matchAll(/\/bank\/regels\/([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '')
}

const send = (gross: number, photo: boolean): Promise<CostId> =>
  as(bank.at.world, asMember(bank.at, member), 'receipt.send', async (tx, permit) =>
    sendReceipt(tx, permit, {
      member,
      boughtOn: day('2026-10-02'),
      gross: cents(gross),
      vat: cents(0),
      kind: 'material',
      paidBy: 'member',
      what: `Garen ${gross}`,
      unsure: [],
      file: photo ? await storeFile(tx, permit, { ...receiptPhoto(1), type: 'image/png' }) : null,
    }),
  )

const waits = async (id: CostId) =>
  (await as(bank.at.world, asTreasurer(bank.at), 'home.treasurer', waitingRows)).some((each) => each.what === 'receiptToJudge' && each.id === id)
const costs = async () =>
  (await as(bank.at.world, asTreasurer(bank.at), 'month.see', (tx, permit) => spendingRows(tx, permit, day('2026-10-01'), day('2026-10-31')))).costs.toSorted(
    (a, b) => Number(b.net - a.net),
  )

describe('many receipts at once', () => {
  test('each is judged by its own rule; one without a photo, a double and one that was judged meanwhile are left with their reason', async () => {
    const [plain, bare, double, again, late] = [
      await send(500, true),
      await send(600, false),
      await send(700, true),
      await send(700, true),
      await send(800, true),
    ]
    const html = await (await ans.get('/bonnen?stand=open')).text()
    const box = (id: CostId) => [...html.matchAll(/<input[^>]*>/g)].map(([each]) => each).find((each) => each.includes(id)) ?? ''
    expect([plain, bare, double, again, late].map((id) => /\bdisabled\b/.test(box(id)))).toEqual([false, true, true, true, false])
    await as(bank.at.world, asTreasurer(bank.at), 'receipt.judge', (tx, permit) =>
      judgeReceipt(tx, permit, late, { outcome: 'rejected', reason: 'Niet van ons', kind: 'material', paidBy: 'member', vatDeductible: null }),
    )
    const since = await bank.mark()
    const key = newId()
    const fields = { bon: [plain, bare, double, late] }
    const [first, second] = [await ans.post('/bonnen/goedkeuring', fields, key), await ans.post('/bonnen/goedkeuring', fields, key)]
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    expect(await bank.booked(since)).toEqual(['Kosten van lid | Voorgeschoten door lid | 500'])
    const said = await text(first.headers.get('location') ?? '')
    for (const each of ['1 bon goedgekeurd.', 'Er is geen foto bij.', 'hetzelfde bedrag', 'Deze bon is al beoordeeld.']) expect(said).toContain(each)
    expect((await ans.post('/bonnen/goedkeuring', { bon: [] })).status).toBe(422)
  })

  test('are taken back with one button: each waits again with its counter-entry, what was paid or judged again stays and says so', async () => {
    // A day later, for which of two is the last is told by their moments.
    itIs(bank.at.world, '2026-10-08')
    const [plain, paid, other] = [await send(1500, true), await send(1600, true), await send(1700, true)]
    const done = await ans.post('/bonnen/goedkeuring', { bon: [plain, paid, other] })
    const [, id = ''] = (done.headers.get('location') ?? '').split('=')
    expect(await text('/bonnen')).toContain('Je keurde het laatst 3 bonnen in één keer goed.')
    itIs(bank.at.world, '2026-10-09')
    await as(bank.at.world, asTreasurer(bank.at), 'payment.match', (tx, permit) =>
      payCost(tx, permit, { cost: paid, cents: cents(1600), on: permit.today, source: { kind: 'many test', id: '1' } }),
    )
    await ans.post(`/bonnen/${other}/aanpassing`, { outcome: 'rejected', reason: 'Toch niet', kind: 'material', paidBy: 'member', gross: '17,00', vat: '0,00' })
    const board = await signedIn(bank.at.world, bank.at.board)
    expect((await board.post(`/bonnen/samen/${id}/ongedaan`)).status).toBe(404)
    const since = await bank.mark()
    const key = newId()
    const back = await Promise.all([1, 2, 3].map(() => ans.post(`/bonnen/samen/${id}/ongedaan`, {}, key)))
    const [to = ''] = new Set(back.map((each) => each.headers.get('location') ?? ''))
    expect(back.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await bank.booked(since)).toEqual(['Voorgeschoten door lid | Kosten van lid | 1500'])
    const said = await text(to)
    for (const each of ['1 bon wacht weer op een oordeel.', 'Hiervoor is al betaald via de bank.', 'Deze bon is daarna anders beoordeeld.'])
      expect(said).toContain(each)
    expect((await ans.post(`/bonnen/samen/${id}/ongedaan`)).status).toBe(409)
    expect(await text(`/bonnen/${plain}`)).toContain('Wacht weer op een oordeel')
    expect(await text('/bonnen?stand=open')).toContain('Garen 1500')
    expect(await waits(plain)).toBe(true)

    const again = await bank.mark()
    await ans.post('/bonnen/goedkeuring', { bon: [plain] })
    expect(await bank.booked(again)).toEqual(['Kosten van lid | Voorgeschoten door lid | 1500'])
    expect(await waits(plain)).toBe(false)
    expect((await costs()).filter(({ cost }) => cost === plain).map(({ net }) => net)).toEqual([1500n, 1500n, -1500n])
  })

  test('are not for a member', async () => {
    const samira = await signedIn(bank.at.world, member)
    expect((await samira.post('/bonnen/goedkeuring', { bon: [await send(900, true)] })).status).toBe(403)
  })
})

describe('many invoices at once', () => {
  test('one that cannot go is left with its reason, the others have numbers without a gap', async () => {
    const to = (name: string, kvk: string | null): Promise<CustomerId> =>
      as(bank.at.world, asTreasurer(bank.at), 'customer.edit', (tx, permit) => addCustomer(tx, permit, { ...bakery, member, name, kvk }))
    const ask = (customer: CustomerId): Promise<InvoiceId> =>
      as(bank.at.world, asTreasurer(bank.at), 'invoice.request', (tx, permit) =>
        requestInvoice(tx, permit, {
          kind: 'invoice',
          member,
          customer,
          basis: 'without',
          performedOn: day('2026-10-02'),
          reference: null,
          note: null,
          byCard: cents(0),
          lines: [{ description: 'Werk', quantity: 1000n, unit: 'piece', price: cents(1000), vat: 'standard' }],
        }),
      )
    const [fine, odd] = [await to('Goed', '90005678'), await to('Zonder nummer', null)]
    const drafts = [await ask(fine), await ask(odd), await ask(fine)]
    const before = (await bank.open()).length
    const key = newId()
    const [first, second] = [await ans.post('/facturen/versturen', { factuur: drafts }, key), await ans.post('/facturen/versturen', { factuur: drafts }, key)]
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    const said = await text(first.headers.get('location') ?? '')
    expect(said).toContain('2 facturen verstuurd.')
    expect(said).toContain('Eén factuur bleef liggen')
    const numbers = (await bank.open()).map(({ number }) => Number(number.split('-')[1])).sort((a, b) => a - b)
    expect(numbers).toHaveLength(before + 2)
    expect(numbers.at(-1)).toBe((numbers.at(-2) ?? 0) + 1)
    const late = await ans.post('/facturen/versturen', { factuur: drafts })
    expect(await text(late.headers.get('location') ?? '')).toContain('3 facturen bleven liggen')
  })
})

describe('many receipts that rest in the books', () => {
  test('stay approved once their month is closed, and after a week', async () => {
    const [closed, old] = [await send(2100, true), await send(2200, true)]
    const [first, second] = [await ans.post('/bonnen/goedkeuring', { bon: [closed] }), await ans.post('/bonnen/goedkeuring', { bon: [old] })]
    const path = (done: Response) => `/bonnen/samen/${(done.headers.get('location') ?? '').split('=')[1]}/ongedaan`
    itIs(bank.at.world, '2026-11-02')
    expect((await ans.post(path(second))).status).toBe(409)
    itIs(bank.at.world, '2026-10-14')
    await as(bank.at.world, asTreasurer(bank.at), 'month.close', async (tx, permit) => {
      await holdMonth(tx, permit, month('2026-10'))
      await closePeriod(tx, permit, month('2026-10'))
    })
    const said = await text((await ans.post(path(first))).headers.get('location') ?? '')
    expect(said).toContain('Deze bon staat in een maand die al dicht is.')
    expect(await waits(closed)).toBe(false)
  })
})
