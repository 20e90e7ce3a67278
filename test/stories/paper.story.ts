import { afterAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { PAPERS_PER_WORKER, type PdfJob, renderPdf, stopPdf } from '#kit/pdf.ts'
import type { InvoiceDocument } from '../../src/rooms/invoicing/paper/document.rules.ts'
import { paperOf } from '../../src/rooms/invoicing/paper/paper.rules.ts'
import { ubl } from '../../src/rooms/invoicing/paper/ubl.rules.ts'
import { price } from '../../src/rooms/invoicing/pricing/pricing.rules.ts'

const on = day('2026-11-10')
const address = { street: 'Kerkstraat 12', postcode: '1234 AB', city: 'Waterdrecht', country: 'NL' }
const invoice: InvoiceDocument = {
  kind: 'invoice',
  number: '2026-0042',
  issuedOn: on,
  dueOn: day('2026-12-10'),
  performedOn: on,
  tradeName: 'Samira kookt',
  reference: null,
  credits: null,
  note: null,
  seller: { ...address, name: 'Coöperatie De Vrije Hand U.A.', kvk: '90001234', vatId: 'NL123456782B01', iban: 'NL91ABNA0417164300', email: null, phone: null },
  buyer: { ...address, kind: 'person', name: 'Ans', kvk: null, vatId: null, peppol: null, email: null },
  priced: price([{ description: 'Soep met #hekjes en $dollars$', quantity: 1000n, unit: 'piece', price: cents(1500), vat: 'reduced' }], 'with', on),
}
const paper: PdfJob = {
  template: 'rooms/invoicing/paper/invoice.typ',
  data: paperOf(invoice),
  standard: 'a-3a',
  madeAt: 1_793_000_000,
  attachments: [{ name: 'factuur.xml', mime: 'application/xml', description: 'UBL', text: ubl(invoice) }],
}

afterAll(stopPdf)

describe('papers', () => {
  test('an invoice is a PDF/A-3 with the UBL in it, and the same twice', async () => {
    const one = Buffer.from(await renderPdf(paper))
    expect(one.subarray(0, 5).toString()).toBe('%PDF-')
    const text = one.toString('latin1')
    expect(text).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
    expect(text).toMatch(/\/AFRelationship \/Alternative/)
    expect(text).toContain('factuur.xml')
    expect(Buffer.from(await renderPdf(paper)).equals(one)).toBe(true)
  })

  test('a sign that the font does not have leaves the rest of the words', async () => {
    const strange = { ...invoice, note: 'Taart 🎂 erbij' }
    expect((await renderPdf({ ...paper, data: paperOf(strange) })).length).toBeGreaterThan(10_000)
  })

  test('no paper is lost where one thread makes place for the next', async () => {
    const papers = await Promise.all(Array.from({ length: PAPERS_PER_WORKER + 2 }, () => renderPdf(paper)))
    expect(papers.every((each) => each.length > 10_000)).toBe(true)
  })

  test('a letter is PDF/UA', async () => {
    const data = {
      language: 'nl',
      title: 'Je maandopgave',
      author: 'De Vrije Hand',
      sender: ['De Vrije Hand'],
      to: ['Samira'],
      facts: [['Datum', '10 november 2026']],
      foot: ['De Vrije Hand'],
      pages: 'Pagina {page} van {pages}',
      parts: [
        { kind: 'text', text: 'Beste Samira' },
        {
          kind: 'table',
          columns: [
            { label: 'Wat', amount: false },
            { label: 'Hoeveel', amount: true },
          ],
          rows: [['Omzet', '€ 10,00']],
          total: true,
        },
      ],
    }
    const pdf = await renderPdf({ template: 'kit/pdf/letter.typ', data, standard: 'ua-1', madeAt: 1_793_000_000 })
    expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  test('a template that is not there fails, and the next paper is made', async () => {
    await expect(renderPdf({ ...paper, template: '../../../etc/passwd' })).rejects.toThrow('failed')
    expect((await renderPdf(paper)).length).toBeGreaterThan(10_000)
  })
})
