import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { cents, ZERO } from '#kit/money.ts'
import type { Buyer, InvoiceDocument, Seller } from '../../src/rooms/invoicing/paper/document.rules.ts'
import { ubl } from '../../src/rooms/invoicing/paper/ubl.rules.ts'
import { credit, creditable } from '../../src/rooms/invoicing/pricing/credit.rules.ts'
import { daySheetUnderKor, underKor } from '../../src/rooms/invoicing/pricing/kor.rules.ts'
import { type Line, type PriceBasis, price } from '../../src/rooms/invoicing/pricing/pricing.rules.ts'
import type { VatKind } from '../../src/rooms/invoicing/pricing/vat-rates.rules.ts'
import { type EInvoiceChecker, einvoiceChecker } from '../einvoice.ts'

const NOVEMBER = day('2026-11-10')

const seller: Seller = {
  name: 'Coöperatieve vereniging De Vrije Hand U.A.',
  street: 'Kerkstraat 12',
  postcode: '1234 AB',
  city: 'Waterdrecht',
  country: 'NL',
  kvk: '90001234',
  vatId: 'NL123456782B01',
  iban: 'NL91 ABNA 0417 1643 00',
  email: 'hallo@vrijehand.example',
  phone: '0612345678',
}

const company: Buyer = {
  kind: 'organisation',
  name: 'Bakkerij De Korst & Zn. "Oud-West" <BV>',
  street: 'Dorpsplein 3',
  postcode: '4321 ZX',
  city: 'Zandwijk',
  country: 'NL',
  kvk: '90005678',
  vatId: 'NL987654321B02',
  peppol: null,
  email: 'boek@korst.example',
}
const onPeppol: Buyer = { ...company, name: 'Gemeente Waterdrecht', peppol: '0106:90005678' }
const person: Buyer = { ...company, kind: 'person', name: 'Ans de Vries', kvk: null, vatId: null, email: null }
const marketDay: Buyer = { ...person, name: 'Klanten van de markt', street: seller.street, postcode: seller.postcode, city: seller.city }

type Kind = {
  readonly name: string
  readonly lines: (n: number) => Line[]
  readonly basis: PriceBasis
  readonly buyer: Buyer
  readonly as?: Partial<InvoiceDocument>
}

const KINDS: readonly Kind[] = [
  { name: '21%', lines: (n) => [line('Ramen lappen', 2_500n * BigInt(n), 3499, 'standard', 'hour')], basis: 'without', buyer: company },
  { name: '9%', lines: (n) => [line('Appeltaart', 1_000n * BigInt(n), 1433, 'reduced')], basis: 'without', buyer: company },
  { name: 'mixed 9% and 21% with a discount', lines: mixed, basis: 'without', buyer: company },
  { name: '0%', lines: (n) => [line('Levering buiten de EU', 1_000n, 10_000 * n, 'zero')], basis: 'without', buyer: company },
  { name: 'exempt', lines: (n) => [line('Cursus Nederlands', 1_500n * BigInt(n), 2001, 'exempt', 'hour')], basis: 'without', buyer: company },
  {
    name: 'reverse charge',
    lines: (n) => [line('Schoonmaak in onderaanneming', 8_000n, 2250 + n, 'reverse-charge', 'hour')],
    basis: 'without',
    buyer: company,
  },
  { name: 'small business scheme', lines: (n) => underKor(mixed(n)), basis: 'without', buyer: company },
  { name: 'small business scheme through Peppol', lines: (n) => underKor(mixed(n)), basis: 'without', buyer: onPeppol },
  { name: 'through Peppol, with a reference', lines: mixed, basis: 'without', buyer: onPeppol, as: { reference: 'INK-2026-118 / K. Jansen' } },
  {
    name: 'prices with VAT, rounded',
    lines: (n) => [line('Broodje', 3_000n, 105 + n, 'reduced'), line('Kop koffie', 2_000n, 299 + n, 'standard')],
    basis: 'with',
    buyer: company,
  },
  {
    name: 'to a customer abroad',
    lines: (n) => [line('Vertaling', 1_000n, 4250 + n, 'reverse-charge')],
    basis: 'without',
    buyer: { ...company, country: 'BE', kvk: null, vatId: 'BE0123456749' },
  },
  {
    name: 'to a person',
    lines: (n) => [line('Fiets maken', 1_000n, 4250 + n, 'reduced')],
    basis: 'with',
    buyer: person,
    as: { tradeName: 'Fietsen van Farah' },
  },
  {
    name: 'day sheet',
    lines: (n) => [line('Honing', 7_000n + BigInt(n) * 1_000n, 695, 'reduced'), line('Kaars', 4_000n, 1250, 'standard')],
    basis: 'with',
    buyer: marketDay,
    as: { kind: 'day-sheet', dueOn: null },
  },
  {
    name: 'day sheet that crosses the limit of the small business scheme',
    lines: (n) =>
      daySheetUnderKor(
        [line('Honing', 10_000n, 695, 'reduced'), line('Les', 1_000n, 100, 'exempt'), line('Kaars', 20_000n, 1250 + n, 'standard')],
        cents(19_850_00),
        NOVEMBER,
      ),
    basis: 'with',
    buyer: marketDay,
    as: { kind: 'day-sheet', dueOn: null },
  },
  {
    name: 'taxed, exempt and reverse charge together',
    lines: (n) => [...mixed(n), line('Les', 1_000n, 5000, 'exempt'), line('Onderaanneming', 1_000n, 9000, 'reverse-charge')],
    basis: 'without',
    buyer: company,
  },
]

const documents = KINDS.flatMap((kind, k) => [1, 2, 3, 4].map((n) => ({ name: `${kind.name}, no ${n}`, document: made(kind, k, n) })))
const wholeNotes = documents
  .filter(({ document }) => document.kind === 'invoice' && document.number.endsWith('1'))
  .map(({ name, document }) => ({ name: `credit note for all of ${name}`, document: note(document, 1n) }))
const partNotes = documents
  .filter(({ document }) => document.kind === 'invoice' && document.number.endsWith('2'))
  .map(({ name, document }) => ({ name: `credit note for a part of ${name}`, document: note(document, 2n) }))
const all = [...documents, ...wholeNotes, ...partNotes]

describe('e-invoices by XSD, EN 16931 and NLCIUS', () => {
  let check: EInvoiceChecker
  beforeAll(async () => {
    check = await einvoiceChecker()
  }, 180_000)

  test('there are at least fifty documents of at least ten kinds', () => {
    expect(all.length).toBeGreaterThanOrEqual(50)
    expect(KINDS.length).toBeGreaterThanOrEqual(10)
  })

  test('every kind of invoice and credit note passes without a remark', async () => {
    const remarks: string[] = []
    for (const { name, document } of all) {
      const findings = await check(ubl(document))
      remarks.push(...findings.map((found) => `${name}: ${found.rule} (${found.severity}) ${found.text}`))
    }
    expect(remarks).toEqual([])
  }, 150_000)

  test('planted: a falsified total is caught', async () => {
    const [first] = all
    if (!first) throw new Error('no documents')
    const { payable } = first.document.priced
    const xml = ubl({ ...first.document, priced: { ...first.document.priced, payable: cents(payable + 1n) } })
    expect((await check(xml)).map((found) => found.rule)).toContain('BR-CO-16')
  })

  test('planted: a missing address and an element out of its place are caught', async () => {
    const [first] = all
    if (!first) throw new Error('no documents')
    const xml = ubl(first.document)
    expect((await check(xml.replace(/<cbc:CityName>Zandwijk<\/cbc:CityName>/, ''))).map((found) => found.rule)).toContain('BR-NL-4')
    expect((await check(xml.replace(/(<cbc:ID>[^<]*<\/cbc:ID>)(<cbc:IssueDate>[^<]*<\/cbc:IssueDate>)/, '$2$1'))).map((found) => found.rule)).toEqual(['XSD'])
  })
})

function line(description: string, quantity: bigint, amount: number, vat: VatKind, unit: Line['unit'] = 'piece'): Line {
  return { description, quantity, unit, price: cents(amount), vat }
}

function mixed(n: number): Line[] {
  return [
    line('Lunch <vegetarisch> & "brood"', 1_000n * BigInt(n), 20_000, 'reduced'),
    line('Drankjes', 12_000n, 417, 'standard'),
    line('Korting op de drankjes', -1_000n, 150, 'standard'),
    line('Rijden', 12_345n * BigInt(n), 23, 'standard', 'kilometre'),
  ]
}

function made(kind: Kind, k: number, n: number): InvoiceDocument {
  return {
    kind: 'invoice',
    number: `2026-${String(k * 10 + n).padStart(4, '0')}`,
    issuedOn: NOVEMBER,
    dueOn: day('2026-12-10'),
    performedOn: day('2026-11-08'),
    tradeName: 'Samira kookt',
    reference: null,
    credits: null,
    note: n === 3 ? 'Bedankt & tot ziens \u0007' : null,
    seller,
    buyer: kind.buyer,
    priced: price(kind.lines(n), kind.basis, NOVEMBER),
    ...kind.as,
  }
}

/** A credit note for one part in `share` of every line. */
function note(of: InvoiceDocument, share: bigint): InvoiceDocument {
  const wanted = creditable(of.priced, []).map((left) => left / share)
  return { ...of, kind: 'credit-note', number: `${of.number}9`, credits: of.number, dueOn: null, priced: credit(of.priced, [], ZERO, wanted) }
}
