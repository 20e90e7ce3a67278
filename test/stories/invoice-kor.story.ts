import { describe, expect, test } from 'vitest'
import { type Day, day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { creditInvoice, type InvoiceId, invoicesWithoutVat, korStanding, recordDaySheet } from '#rooms/invoicing'
import { cooperativeOf, registerCooperative } from '#rooms/organisations'
import { ask, asMember, cooperative, posting, read, type Soco, send, sent, treasurer, work, world } from '../invoicing-cast.ts'
import { as, itIs, signedIn } from '../world.ts'

const standing = (of: Soco) => as(world, treasurer(of), 'invoice.read', korStanding)
const vatOf = async (of: Soco, id: InvoiceId) => (await read(of, id)).vat
const organisation = (of: Soco) => as(world, treasurer(of), 'organisation.read', cooperativeOf)

/** Work of a day, invoiced on another: gives its VAT in cents. */
async function vatOfWork(of: Soco, doneOn: string, invoicedOn: string, amount = 100): Promise<bigint> {
  itIs(world, invoicedOn)
  return vatOf(of, await sent(of, [work(amount)], { performedOn: day(doneOn) }))
}

async function register(of: Soco, korSince: string | null, korUntil: string | null = null): Promise<void> {
  await as(world, treasurer(of), 'organisation.edit', async (tx, permit) => {
    const { id: _, ...facts } = await cooperativeOf(tx, permit)
    await registerCooperative(tx, permit, { ...facts, korSince: korSince as Day | null, korUntil: korUntil as Day | null })
  })
}

async function officePage(of: Soco, path: string): Promise<string> {
  return (await (await signedIn(world, of.treasurer)).get(path)).text()
}

describe('the small business scheme', () => {
  test('example 3 and 3b: no VAT under the limit, and the supply that crosses it is taxed', async () => {
    const other = await cooperative('De Kleine', '2026-01-01', 19_550_00)
    itIs(world, '2026-10-10')
    const first = await sent(other, [work(300_00)])
    expect(await read(other, first)).toMatchObject({ net: 300_00n, vat: 0n })
    expect(await posting(other, { kind: 'invoice', id: first })).toEqual(['debtors | turnover | 30000'])
    expect(await standing(other)).toMatchObject({ sold: 19_850_00n, level: 'near', endedOn: null })
    expect(await officePage(other, '/facturen')).toContain('De grens komt in zicht')
    const second = await sent(other, [work(300_00)])
    expect(await read(other, second)).toMatchObject({ net: 300_00n, vat: 63_00n })
    const third = await sent(other, [work(1_00)])
    expect(await read(other, third)).toMatchObject({ vat: 21n })
    expect(await standing(other)).toMatchObject({ level: 'over', endedOn: '2026-10-05', lockedUntil: '2027-12-31' })
    // Costs of that day on carry VAT that can be reclaimed.
    expect(await organisation(other)).toMatchObject({ korSince: '2026-01-01', korUntil: '2026-10-04' })
    expect(await officePage(other, '/facturen')).toContain('Werk van vóór die dag blijft zonder btw')
  })

  test('late invoices: work of before the crossing stays free, of the day itself and after is taxed, to the end of the next year and beyond', async () => {
    const other = await cooperative('De Late', '2026-01-01', 19_000_00)
    expect(await vatOfWork(other, '2026-10-05', '2026-10-05', 1_100_00)).toBe(231_00n)
    expect(await vatOfWork(other, '2026-10-04', '2026-11-02')).toBe(0n)
    expect(await vatOfWork(other, '2026-10-04', '2027-02-01')).toBe(0n)
    for (const [done, invoiced] of [
      ['2026-10-05', '2027-02-01'],
      ['2026-10-06', '2027-02-01'],
      ['2027-01-01', '2027-02-01'],
      ['2027-12-31', '2028-01-05'],
      ['2028-01-05', '2028-01-05'],
    ] as const)
      expect([done, await vatOfWork(other, done, invoiced)]).toEqual([done, 21n])
    expect(await standing(other)).toBeNull()
  })

  test('only a new first day after the lock-out opens the scheme again', async () => {
    const other = await cooperative('De Terugkeer', '2026-01-01', 19_990_00)
    expect(await vatOfWork(other, '2026-10-05', '2026-10-05', 11_00)).toBe(2_31n)
    itIs(world, '2027-06-01')
    // Wiping the last day out is no registration.
    await register(other, '2026-01-01')
    expect(await vatOfWork(other, '2027-06-01', '2027-06-01')).toBe(21n)
    await register(other, '2027-06-01')
    expect(await vatOfWork(other, '2027-06-01', '2027-06-01')).toBe(21n)
    expect(await standing(other)).toMatchObject({ endedOn: '2026-10-05', tooEarly: '2027-06-01' })
    expect(await officePage(other, '/facturen')).toContain('Die dag telt nog niet mee')
    await register(other, '2028-01-01')
    expect(await vatOfWork(other, '2027-12-31', '2028-01-03')).toBe(21n)
    expect(await vatOfWork(other, '2028-01-01', '2028-01-03')).toBe(0n)
    expect(await vatOfWork(other, '2026-10-04', '2028-01-03')).toBe(0n)
  })

  test('late work that itself goes over the limit on its day moves the crossing forward; what went out free after it must be corrected', async () => {
    const other = await cooperative('De Schuif', '2026-01-01', 19_000_00)
    itIs(world, '2026-10-01')
    expect(await vatOfWork(other, '2026-09-20', '2026-10-01', 900_00)).toBe(0n)
    expect(await vatOfWork(other, '2026-10-01', '2026-10-01', 200_00)).toBe(42_00n)
    // On 10 September the year stood at 19.000: 500 fits, and then the 900 of 20 September crossed.
    expect(await vatOfWork(other, '2026-09-10', '2026-10-02', 500_00)).toBe(0n)
    expect(await standing(other)).toMatchObject({ endedOn: '2026-09-20' })
    const wrong = await as(world, treasurer(other), 'invoice.read', invoicesWithoutVat)
    expect(wrong.map(({ number }) => number)).toEqual(['2026-0001'])
    expect(await officePage(other, '/facturen')).toContain('hadden btw moeten hebben')
    expect(await vatOfWork(other, '2026-09-25', '2026-10-03')).toBe(21n)
    expect(await vatOfWork(other, '2026-09-19', '2026-10-03')).toBe(0n)
    await as(world, treasurer(other), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, wrong[0]?.id as InvoiceId, 'all'))
    expect(await as(world, treasurer(other), 'invoice.read', invoicesWithoutVat)).toEqual([])
  })

  test('drafts follow the switch: the page shows the price that will be sent', async () => {
    const other = await cooperative('De Omslag', '2026-01-01', 19_990_00)
    itIs(world, '2026-10-10')
    const [before, after] = [
      await ask(other, [work(5_00)], { performedOn: day('2026-10-04') }),
      await ask(other, [work(100_00)], { performedOn: day('2026-10-06') }),
    ]
    const shown = async (id: InvoiceId) => (await officePage(other, `/facturen/${id}`)).replaceAll('\u00a0', ' ')
    expect(await shown(after)).toContain('boven € 20.000,00')
    await sent(other, [work(11_00)])
    expect(await shown(after)).toContain('€ 121,00')
    expect(await shown(after)).toContain('Sinds 5 oktober 2026')
    expect(await shown(before)).not.toContain('btw over')
    await send(other, before)
    expect(await vatOf(other, before)).toBe(0n)
  })

  test('a market day that crosses is taxed from the crossing sale on, and ends the scheme', async () => {
    const other = await cooperative('De Kraam', '2026-01-01', 19_850_00)
    itIs(world, '2026-10-10')
    const lines = [work(100_00, 'reduced', 'Honing'), work(100_00, 'reduced', 'Jam'), work(10_00, 'standard', 'Kaars')]
    const id = await as(world, asMember(other.samira, other), 'invoice.request', (tx, permit) =>
      recordDaySheet(tx, permit, { member: other.samira, performedOn: day('2026-10-10'), note: null, byCard: cents(0), lines }),
    )
    await send(other, id)
    const { document } = await read(other, id)
    expect(document.priced.lines.map((line) => line.vat)).toEqual(['kor', 'reduced', 'standard'])
    expect(document.priced.payable).toBe(210_00n)
    expect(await standing(other)).toMatchObject({ endedOn: '2026-10-10' })
    expect(await as(world, treasurer(other), 'invoice.read', invoicesWithoutVat)).toEqual([])
  })

  test('a crossing by mistake that was wholly credited was none; the treasurer opens the scheme again', async () => {
    const other = await cooperative('De Vergissing', '2026-01-01', 10_000_00)
    itIs(world, '2026-10-10')
    const typo = await sent(other, [work(30_000_00)])
    await as(world, treasurer(other), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, typo, 'all'))
    expect(await vatOfWork(other, '2026-10-10', '2026-10-10')).toBe(21n)
    await register(other, '2026-01-01')
    expect(await vatOfWork(other, '2026-10-10', '2026-10-10')).toBe(0n)
  })

  test('two at once that cross the limit together do not both stay under it', async () => {
    const other = await cooperative('De Drukte', '2026-01-01', 19_900_00)
    itIs(world, '2026-10-10')
    const ids = await Promise.all(Array.from({ length: 8 }, () => ask(other, [work(30_00)])))
    await Promise.all(ids.map((id) => send(other, id)))
    const vats = await Promise.all(ids.map((id) => vatOf(other, id)))
    expect(vats.filter((vat) => vat === 0n).length).toBe(3)
    expect(vats.filter((vat) => vat === 6_30n).length).toBe(5)
  })
})
