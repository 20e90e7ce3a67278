import { beforeAll, describe, expect, test } from 'vitest'
import type { BankLine } from '#rooms/banking'
import { dividableMoney, type InvoiceId, invoicesOf, proposeWriteOff, writeOff } from '#rooms/invoicing'
import { type Bank, bankOfVillage } from '../bank.ts'
import { asBoard, asTreasurer } from '../village.ts'
import { as, type Browser, signedIn } from '../world.ts'

let bank: Bank
let ans: Browser

beforeAll(async () => {
  bank = await bankOfVillage()
  ans = await signedIn(bank.at.world, bank.at.treasurer)
})

/** An invoice of € 121,00 that was written off by two people; where it was certain, its VAT came back at once. */
async function writtenOff(certain: boolean): Promise<{ id: InvoiceId; number: string }> {
  const invoice = await bank.sell(10000)
  await as(bank.at.world, asTreasurer(bank.at), 'invoice.proposeWriteOff', (tx, permit) => proposeWriteOff(tx, permit, invoice.id, 'Verhuisd', certain))
  await as(bank.at.world, asBoard(bank.at), 'invoice.writeOff', (tx, permit) => writeOff(tx, permit, invoice.id))
  return invoice
}

const leftOff = async (id: InvoiceId) =>
  (await as(bank.at.world, asTreasurer(bank.at), 'invoice.read', (tx, permit) => invoicesOf(tx, permit))).find((each) => each.id === id)?.writtenOff

describe('money for an invoice that was written off', () => {
  test('is never proposed nor ticked, is offered by name on the page of its line, and owes its VAT again', async () => {
    const invoice = await writtenOff(true)
    const line = await bank.line({ cents: 12100, text: `alsnog ${invoice.number}`, name: 'Buurthuis De Linde' })
    expect((await bank.proposals([line])).get(line.id)).toEqual([])
    expect(await (await ans.get('/bank')).text()).not.toMatch(new RegExp(`value="${line.id}[^>]*checked`))
    const page = (await (await ans.get(`/bank/regels/${line.id}`)).text()).replaceAll('\u00a0', ' ')
    expect(page).toContain(`<option value="invoice:${invoice.id}">Afgeboekt: ${invoice.number}, Buurthuis De Linde, € 121,00`)
    const since = await bank.mark()
    expect((await ans.post(`/bank/regels/${line.id}/boeking`, { soort1: `invoice:${invoice.id}` })).status).toBe(303)
    expect(await bank.booked(since)).toEqual(['Bank | Debiteuren | 12100', 'Debiteuren | Btw te betalen | 2100', 'Debiteuren | Oninbare vorderingen | 10000'])
    expect(await leftOff(invoice.id)).toBe(0n)
    const { received } = await as(bank.at.world, asTreasurer(bank.at), 'invoice.read', (tx, permit) => dividableMoney(tx, permit, line.bookedOn, line.bookedOn))
    expect(received.filter((each) => each.invoice === invoice.id)).toMatchObject([{ net: 10000n, vat: 2100n }])

    expect((await ans.post(`/bank/regels/${line.id}/ongedaan`)).status).toBe(303)
    expect(await leftOff(invoice.id)).toBe(12100n)
    expect((await ans.post(`/bank/regels/${line.id}/koppeling`, { nummers: invoice.number })).status).toBe(303)
    expect(await leftOff(invoice.id)).toBe(0n)
    const again = await bank.line({ cents: 100, text: 'nog een keer' })
    expect((await ans.post(`/bank/regels/${again.id}/koppeling`, { nummers: invoice.number })).status).toBe(422)
    await bank.bookAs(again.id, { kind: 'suspense' })
  })

  test('in part takes back its share of the bad debt and of the VAT, and what is too much waits to be found out', async () => {
    const invoice = await writtenOff(true)
    const [part, rest] = (await bank.lines({ cents: 4033, text: 'deel' }, { cents: 9000, text: 'rest' })) as [BankLine, BankLine]
    const since = await bank.mark()
    await bank.match(part.id, invoice.id)
    expect(await bank.booked(since)).toEqual(['Bank | Debiteuren | 4033', 'Debiteuren | Btw te betalen | 700', 'Debiteuren | Oninbare vorderingen | 3333'])
    const later = await bank.mark()
    await bank.match(rest.id, invoice.id)
    expect(await bank.booked(later)).toEqual([
      'Bank | Debiteuren | 8067',
      'Bank | Nog uit te zoeken | 933',
      'Debiteuren | Btw te betalen | 1400',
      'Debiteuren | Oninbare vorderingen | 6667',
    ])
    await bank.undo(rest.id)
  })

  test('without VAT that came back owes none again, and goes with an open invoice in the order given', async () => {
    const [off, open] = [await writtenOff(false), await bank.sell(1000)]
    const line = await bank.line({ cents: 13310, text: 'samen' })
    const since = await bank.mark()
    await bank.match(line.id, open.id, off.id)
    expect(await bank.booked(since)).toEqual(['Bank | Debiteuren | 1210', 'Bank | Debiteuren | 12100', 'Debiteuren | Oninbare vorderingen | 12100'])
  })

  test('money that goes out is not coupled with it', async () => {
    const invoice = await writtenOff(true)
    const line = await bank.line({ cents: -12100, text: 'terug' })
    await expect(bank.match(line.id, invoice.id)).rejects.toMatchObject({ kind: 'rule' })
    expect(await (await ans.get(`/bank/regels/${line.id}`)).text()).not.toContain('Afgeboekt:')
  })
})
