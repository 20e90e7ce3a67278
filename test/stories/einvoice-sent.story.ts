import { beforeAll, describe, expect, test } from 'vitest'
import { outbox } from '#kit/mail.ts'
import { cents } from '#kit/money.ts'
import { asSystem } from '#rooms/access'
import { creditInvoice, type InvoiceId, type InvoiceRequest, invoiceFiles, type Line } from '#rooms/invoicing'
import { addCustomer, type CustomerFacts, type CustomerId } from '#rooms/organisations'
import { type EInvoiceChecker, einvoiceChecker } from '../einvoice.ts'
import { bakery, cooperative, type Soco, sent, treasurer, work, world } from '../invoicing-cast.ts'
import { as, itIs } from '../world.ts'

let soco: Soco
let small: Soco
let check: EInvoiceChecker
const invoices: InvoiceId[] = []

beforeAll(async () => {
  check = await einvoiceChecker()
  soco = await cooperative('De Post', null)
  small = await cooperative('De Kleine Post', '2026-01-01', 19_900_00)
  itIs(world, '2026-10-06')
  const customer = (of: Soco, facts: Partial<CustomerFacts>): Promise<CustomerId> =>
    as(world, treasurer(of), 'customer.edit', (tx, permit) => addCustomer(tx, permit, { ...bakery, ...facts }))
  const make = async (of: Soco, lines: readonly Line[], more: Partial<InvoiceRequest> = {}) => invoices.push(await sent(of, lines, more))
  const person = await customer(soco, { kind: 'person', name: 'Ans & Piet', kvk: null })
  const contractor = await customer(soco, { name: 'Bouw <Groot> BV', vatId: 'NL123456782B90', peppol: '0106:90005678' })
  await make(soco, [work(100_00)])
  await make(soco, [work(100_00, 'reduced')])
  await make(soco, [work(20_00, 'reduced'), { ...work(5_55), quantity: 3333n, unit: 'hour' }, { ...work(1_00), quantity: -1000n }])
  await make(soco, [work(100_00, 'zero')])
  await make(soco, [work(100_00, 'exempt')], { note: 'Dank je wel' })
  await make(soco, [work(100_00, 'reverse-charge')], { customer: contractor, reference: 'INK 12' })
  await make(soco, [work(3), work(1_04, 'reduced')], { customer: person, basis: 'with' })
  await make(soco, [work(7_00, 'reduced'), work(2_50)], { kind: 'day-sheet', customer: null, basis: 'with', byCard: cents(5_00) })
  await make(small, [work(10_00)])
  await make(small, [work(60_00, 'reduced'), work(60_00), work(1_00, 'exempt')], { kind: 'day-sheet', customer: null, basis: 'with' })
  await make(small, [work(10_00)])
  for (const [index, wanted] of [
    [0, 'all'],
    [2, [1000n, 1111n, 0n]],
    [6, [1000n, 0n]],
  ] as const) {
    const invoice = invoices[index]
    if (invoice) await as(world, treasurer(soco), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, invoice, wanted, 'Foutje'))
  }
}, 180_000)

describe('what the program itself sends', () => {
  test('every kind of invoice and credit note passes XSD, EN 16931 and NLCIUS, and has its PDF', async () => {
    const remarks: string[] = []
    let count = 0
    for (const of of [soco, small]) {
      const files = await as(world, treasurer(of), 'invoice.read', async (tx, permit) => {
        const all = []
        for await (const each of invoiceFiles(tx, permit)) all.push(each)
        return all
      })
      for (const { invoice, files: pair } of files) {
        count++
        const [xml, pdf] = pair
        expect(
          Buffer.from(pdf?.bytes ?? [])
            .subarray(0, 5)
            .toString(),
        ).toBe('%PDF-')
        const findings = await check(Buffer.from(xml?.bytes ?? []).toString())
        remarks.push(...findings.map((found) => `${invoice.number} ${invoice.kind}: ${found.rule} ${found.text}`))
      }
    }
    expect([count, remarks]).toEqual([14, []])
  }, 60_000)

  test('sending is followed by a mail with PDF and UBL, for a credit note too; a market day is mailed to nobody', async () => {
    await world.runJobs()
    const mails = await asSystem(world.world, soco.id, 'invoice.mail', (tx) => outbox(tx, 50))
    const own = mails.filter((mail) => /2026-000[189] /.test(mail.subject))
    expect(own.map((mail) => [mail.subject, mail.attachments.map((each) => each.name)]).sort()).toEqual([
      ['Creditnota 2026-0009 van Samira kookt', ['2026-0009.pdf', '2026-0009.xml']],
      ['Factuur 2026-0001 van Samira kookt', ['2026-0001.pdf', '2026-0001.xml']],
    ])
    expect(own.find((mail) => mail.subject.includes('0001'))?.text).toContain('NL91 ABNA 0417 1643 00')
  })
})
