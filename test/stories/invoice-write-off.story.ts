import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { asSystem } from '#rooms/access'
import { type InvoiceId, proposeWriteOff, relieveVat, undoPayment, writeOff } from '#rooms/invoicing'
import { asMember, balances, cooperative, open, pay, posting, type Soco, sent, treasurer, work, world } from '../invoicing-cast.ts'
import { as, type Browser, itIs, signedIn, somebody } from '../world.ts'

const chair = (of: Soco) => ({ person: of.chair, organisation: of.id, role: 'board' as const })

/** An invoice of € 121,00 of 10 October 2026, to be paid before the 24th, written off by two people on the day that it is. */
async function writtenOff(of: Soco, on: string, certain = false): Promise<InvoiceId> {
  itIs(world, '2026-10-10')
  const id = await sent(of, [work(100_00)])
  itIs(world, on)
  await as(world, treasurer(of), 'invoice.proposeWriteOff', (tx, permit) => proposeWriteOff(tx, permit, id, 'Verhuisd', certain))
  await as(world, chair(of), 'invoice.writeOff', (tx, permit) => writeOff(tx, permit, id))
  return id
}

const relieve = (of: Soco) => asSystem(world.world, of.id, 'invoice.relieveVat', relieveVat)
const undo = (of: Soco, receipt: Awaited<ReturnType<typeof pay>>, on: string) =>
  as(world, treasurer(of), 'ledger.correct', (tx, permit) => undoPayment(tx, permit, receipt.receipt, day(on)))
const figures = async (of: Soco) => {
  const { badDebt, vatPayable, debtors, bank } = await balances(of)
  return { badDebt: badDebt ?? 0n, vatPayable: vatPayable ?? 0n, debtors: debtors ?? 0n, bank: bank ?? 0n }
}

describe('a proposal', () => {
  let of: Soco
  let ans: Browser
  let piet: Browser
  beforeAll(async () => {
    of = await cooperative('Het Voorstel', null)
    ;[ans, piet] = [await signedIn(world, of.treasurer), await signedIn(world, of.chair)]
  })

  test('is refused by another or withdrawn by its maker, with a reason, and then somebody can propose again', async () => {
    itIs(world, '2026-10-10')
    const path = `/facturen/${await sent(of, [work(100_00)])}/afboeking`
    await ans.post(path, { reason: 'Verhuisd' })
    expect((await ans.post(path, { reason: 'Nog eens' })).status).toBe(409)
    expect(await (await piet.get(path)).text()).toMatch(/Nog open[\s\S]{0,80}€\s121,00/)
    expect((await piet.post(`${path}/einde`, { reason: '' })).status).toBe(422)
    expect((await piet.post(`${path}/einde`, { reason: 'Bel eerst even' })).status).toBe(303)
    const seen = await (await ans.get(path)).text()
    for (const words of ['Piet wees een eerder voorstel af: Bel eerst even', 'Stel voor om af te boeken']) expect(seen).toContain(words)
    expect((await piet.post(`${path}/akkoord`)).status).toBe(422)
    await ans.post(path, { reason: 'Failliet', certain: 'ja' })
    expect((await ans.post(`${path}/einde`, { reason: 'Toch betaald' })).status).toBe(303)
    expect(await (await piet.get(path)).text()).toContain('Ans trok een eerder voorstel in: Toch betaald')
    await ans.post(path, { reason: 'Failliet' })
    expect((await piet.post(`${path}/akkoord`)).status).toBe(303)
    expect((await piet.post(`${path}/einde`, { reason: 'Te laat' })).status).toBe(409)
    expect((await (await signedIn(world, of.samira)).get(path)).status).toBe(403)
  })

  test('stands on the home of whoever may judge it, with a link, until it is answered, and never with its maker', async () => {
    itIs(world, '2026-10-10')
    const path = `/facturen/${await sent(of, [work(100_00)])}/afboeking`
    const other = await signedIn(world, await somebody(world, of.id, 'treasurer', 'Bea'))
    const seen = async (who: Browser, home: string) => (await (await who.get(home)).text()).includes(`href="${path}"`)
    const homes = async () => [await seen(piet, '/bestuur'), await seen(other, '/penningmeester'), await seen(ans, '/penningmeester')]
    expect(await homes()).toEqual([false, false, false])
    await ans.post(path, { reason: 'Verhuisd' })
    expect(await homes()).toEqual([true, true, false])
    expect((await (await piet.get('/bestuur')).text()).replaceAll('\u00a0', ' ')).toMatch(/Voorstel om een factuur af te boeken[\s\S]{0,400}€ 121,00/)
    await piet.post(`${path}/einde`, { reason: 'Bel eerst' })
    expect(await homes()).toEqual([false, false, false])
    await piet.post(path, { reason: 'Toch niet' })
    expect(await homes()).toEqual([false, true, true])
    await ans.post(`${path}/akkoord`)
    expect(await homes()).toEqual([false, false, false])
  })

  test('the board goes from its home to the list of invoices, and asks for none', async () => {
    expect(await (await piet.get('/bestuur')).text()).toContain('href="/facturen"')
    const list = await (await piet.get('/facturen')).text()
    expect(list).toContain('Alles wat de coöperatie in rekening brengt.')
    expect(list).not.toContain('/facturen/nieuw')
  })

  test('the same form again gives the same answer and nothing more; another body under its key is refused; sixteen at once have one effect', async () => {
    itIs(world, '2026-10-10')
    const path = `/facturen/${await sent(of, [work(100_00)])}/afboeking`
    for (const [who, to, body] of [
      [ans, path, { reason: 'Verhuisd' }],
      [piet, `${path}/einde`, { reason: 'Bel eerst' }],
      [ans, path, { reason: 'Toch niet' }],
      [piet, `${path}/akkoord`, {}],
    ] as const) {
      const key = crypto.randomUUID()
      const answers = await Promise.all(Array.from({ length: 16 }, () => who.post(to, body, key)))
      expect(answers.filter(({ status }) => status === 303).length).toBeGreaterThan(0)
      expect(answers.filter(({ status }) => status !== 303 && status !== 409)).toEqual([])
      const again = await who.post(to, body, key)
      expect([again.status, again.headers.get('location')]).toEqual([303, answers.find(({ status }) => status === 303)?.headers.get('location')])
      expect((await who.post(to, { ...body, reason: 'Anders' }, key)).status).toBe(409)
    }
    const { rows } = await world.world.database.pool.query(
      'select count(*) as n from invoicing.write_off w join invoicing.invoice i on i.id = w.invoice where w.tenant = $1 and i.id = $2',
      [of.id, path.split('/')[2]],
    )
    expect(Number(rows[0].n)).toBe(1)
  })
})

describe('VAT on bad debt', () => {
  test('comes back by itself a year after the last day to pay, once', async () => {
    const of = await cooperative('Het Btw-jaar', null)
    const id = await writtenOff(of, '2026-11-02')
    expect(await figures(of)).toEqual({ badDebt: 121_00n, vatPayable: -21_00n, debtors: 0n, bank: 0n })
    itIs(world, '2027-10-23')
    expect(await relieve(of)).toBe(0)
    itIs(world, '2027-10-24')
    expect(await relieve(of)).toBe(1)
    expect(await relieve(of)).toBe(0)
    expect(await figures(of)).toEqual({ badDebt: 100_00n, vatPayable: 0n, debtors: 0n, bank: 0n })
    expect(id).toBeTruthy()
  })

  test('comes back at once when it is certain that nothing will be paid', async () => {
    const of = await cooperative('De Zekerheid', null)
    const id = await writtenOff(of, '2026-11-02', true)
    expect(await posting(of, { kind: 'invoice write-off', id })).toEqual(['badDebt | debtors | 10000', 'vatPayable | debtors | 2100'])
    itIs(world, '2027-10-24')
    expect(await relieve(of)).toBe(0)
  })

  test('what was paid after all before the year is over is not reclaimed', async () => {
    const of = await cooperative('De Helft', null)
    const id = await writtenOff(of, '2026-11-02')
    await pay(of, id, 60_50, '2026-12-01')
    itIs(world, '2027-10-24')
    expect(await relieve(of)).toBe(1)
    expect(await figures(of)).toEqual({ badDebt: 50_00n, vatPayable: -10_50n, debtors: 0n, bank: 60_50n })
  })
})

describe('money that comes after the write-off', () => {
  test('undoes the bad debt in proportion, owes the VAT again, and is turnover to divide like any payment', async () => {
    const of = await cooperative('De Spijtbetaler', null)
    const id = await writtenOff(of, '2026-11-02', true)
    await expect(pay(of, id, 121_01, '2026-12-01')).rejects.toMatchObject({ kind: 'rule' })
    const first = await pay(of, id, 40_33, '2026-12-01')
    expect([first.net, first.vat]).toEqual([33_33n, 7_00n])
    expect(await posting(of, { kind: 'bad debt recovered', id: first.receipt })).toEqual(['debtors | badDebt | 3333', 'debtors | vatPayable | 700'])
    const second = await pay(of, id, 80_67, '2026-12-02')
    expect([second.net, second.vat]).toEqual([66_67n, 14_00n])
    expect(await figures(of)).toEqual({ badDebt: 0n, vatPayable: -21_00n, debtors: 0n, bank: 121_00n })
    expect(await open(of)).toEqual([])
    const page = await (await signedIn(world, of.treasurer)).get(`/facturen/${id}`)
    expect(await page.text()).toContain('betaald')
  })

  test('a late payment that the bank takes back is bad debt again', async () => {
    const of = await cooperative('De Storno', null)
    const id = await writtenOff(of, '2026-11-02', true)
    const before = await figures(of)
    itIs(world, '2026-12-05')
    await undo(of, await pay(of, id, 60_50, '2026-12-01'), '2026-12-05')
    expect(await figures(of)).toEqual(before)
    expect(await open(of)).toEqual([])
  })

  test('a payment of before the write-off that is undone can be written off again', async () => {
    const of = await cooperative('De Tweede Keer', null)
    itIs(world, '2026-10-10')
    const id = await sent(of, [work(100_00)])
    const part = await pay(of, id, 21_00, '2026-10-11')
    const off = async () => {
      await as(world, treasurer(of), 'invoice.proposeWriteOff', (tx, permit) => proposeWriteOff(tx, permit, id, 'Verhuisd', true))
      await as(world, chair(of), 'invoice.writeOff', (tx, permit) => writeOff(tx, permit, id))
    }
    await off()
    await undo(of, part, '2026-10-12')
    expect((await open(of)).map((invoice) => invoice.open)).toEqual([21_00n])
    await off()
    expect(await figures(of)).toEqual({ badDebt: 100_00n, vatPayable: 0n, debtors: 0n, bank: 0n })
  })
})

test('a member books nothing of this', async () => {
  const of = await cooperative('Het Lid', null)
  itIs(world, '2026-10-10')
  const id = await sent(of, [work(10_00)])
  await expect(as(world, asMember(of.samira, of), 'invoice.writeOff', (tx, permit) => writeOff(tx, permit, id))).rejects.toMatchObject({ kind: 'forbidden' })
})
