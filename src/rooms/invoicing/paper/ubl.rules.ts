import { type BasisPoints, type Cents, decimal, negate, plus, sum, ZERO } from '#kit/money.ts'
import { nl } from '../invoicing.nl.ts'
import type { PricedLine, Unit } from '../pricing/pricing.rules.ts'
import type { VatKind } from '../pricing/vat-rates.rules.ts'
import { type Buyer, type InvoiceDocument, type Seller, vatReasons } from './document.rules.ts'

const NLCIUS = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0'
const BILLING = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'
const NAMES = 'urn:oasis:names:specification:ubl:schema:xsd'

// UN/ECE Recommendation 20.
const UNIT_CODES: Record<Unit, string> = {
  piece: 'C62',
  hour: 'HUR',
  day: 'DAY',
  kilo: 'KGM',
  litre: 'LTR',
  metre: 'MTR',
  'square-metre': 'MTK',
  kilometre: 'KMT',
  month: 'MON',
}

// UNCL 5305. The small business scheme is an exemption: E with its own reason (decisions 5).
const CATEGORIES: Record<VatKind, string> = { standard: 'S', reduced: 'S', zero: 'Z', exempt: 'E', 'reverse-charge': 'AE', kor: 'E' }

/** The invoice or credit note as UBL 2.1, by the rules of EN 16931 and NLCIUS. */
export function ubl(document: InvoiceDocument): string {
  const name = document.kind === 'credit-note' ? 'CreditNote' : 'Invoice'
  const paid = document.kind === 'day-sheet'
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<${name} xmlns="${NAMES}:${name}-2" xmlns:cac="${NAMES}:CommonAggregateComponents-2" xmlns:cbc="${NAMES}:CommonBasicComponents-2">`,
    text('CustomizationID', NLCIUS),
    text('ProfileID', BILLING),
    text('ID', document.number),
    text('IssueDate', document.issuedOn),
    name === 'Invoice' ? text('DueDate', paid ? document.issuedOn : document.dueOn) : '',
    name === 'Invoice' ? text('InvoiceTypeCode', '380') : text('CreditNoteTypeCode', '381'),
    notes(document),
    text('DocumentCurrencyCode', 'EUR'),
    text('BuyerReference', document.reference ?? nl.noReference),
    document.credits ? group('BillingReference', group('InvoiceDocumentReference', text('ID', document.credits))) : '',
    seller(document.seller, document.tradeName),
    buyer(document.buyer),
    group('Delivery', text('ActualDeliveryDate', document.performedOn)),
    name === 'Invoice' && !paid ? payment(document) : '',
    vatTotal(document),
    monetaryTotal(document, paid),
    ...document.priced.lines.map((line, index) => invoiceLine(name, line, index + 1)),
    `</${name}>\n`,
  ].join('')
}

function notes(document: InvoiceDocument): string {
  const zero = document.priced.sums.some((one) => one.kind === 'zero') ? [nl.vatReason.zero] : []
  const words = [document.note, ...zero].filter((note) => note !== null && note !== '')
  return words.length > 0 ? text('Note', words.join(' ')) : ''
}

function seller(party: Seller, tradeName: string | null): string {
  const contact = [text('Telephone', party.phone), text('ElectronicMail', party.email)].join('')
  return group(
    'AccountingSupplierParty',
    group(
      'Party',
      `<cbc:EndpointID schemeID="0106">${escaped(party.kvk)}</cbc:EndpointID>`,
      tradeName ? group('PartyName', text('Name', tradeName)) : '',
      address(party),
      group('PartyTaxScheme', text('CompanyID', party.vatId), TAX_SCHEME),
      group('PartyLegalEntity', text('RegistrationName', party.name), kvkId(party.kvk)),
      contact ? group('Contact', contact) : '',
    ),
  )
}

function buyer(party: Buyer): string {
  const [scheme, ...rest] = party.peppol?.split(':') ?? []
  return group(
    'AccountingCustomerParty',
    group(
      'Party',
      scheme && rest.length > 0 ? `<cbc:EndpointID schemeID="${escaped(scheme)}">${escaped(rest.join(':'))}</cbc:EndpointID>` : '',
      address(party),
      party.vatId ? group('PartyTaxScheme', text('CompanyID', party.vatId), TAX_SCHEME) : '',
      group('PartyLegalEntity', text('RegistrationName', party.name), buyerNumber(party)),
    ),
  )
}

// BR-NL-10 asks a KvK number of every Dutch buyer, and a person has none: the field says so in a word that nobody takes for a number.
function buyerNumber(party: Buyer): string {
  if (party.kvk) return kvkId(party.kvk)
  return party.country === 'NL' ? kvkId(nl.personInsteadOfKvk) : ''
}

function kvkId(kvk: string): string {
  return `<cbc:CompanyID schemeID="0106">${escaped(kvk)}</cbc:CompanyID>`
}

function address(of: Seller | Buyer): string {
  return group(
    'PostalAddress',
    text('StreetName', of.street),
    text('CityName', of.city),
    text('PostalZone', of.postcode),
    group('Country', text('IdentificationCode', of.country)),
  )
}

function payment(document: InvoiceDocument): string {
  return [
    // 58 is the SEPA credit transfer (BR-NL-12).
    group(
      'PaymentMeans',
      text('PaymentMeansCode', '58'),
      text('PaymentID', document.number),
      group('PayeeFinancialAccount', text('ID', document.seller.iban.replaceAll(' ', ''))),
    ),
    document.dueOn ? group('PaymentTerms', text('Note', nl.payBefore(document.dueOn, document.number))) : '',
  ].join('')
}

/** Exempt and the small business scheme are one category in UBL: a total each would break BR-E-01. */
function vatTotal(document: InvoiceDocument): string {
  const reasons = vatReasons(document)
  const groups = [...Map.groupBy(document.priced.sums, (one) => `${CATEGORIES[one.kind]} ${one.rate}`).values()]
  return group(
    'TaxTotal',
    money('TaxAmount', document.priced.vat),
    ...groups.map((sums) => {
      const kinds = sums.map((one) => one.kind)
      const [kind = 'standard'] = kinds
      const reason = kind === 'zero' ? '' : reasons.filter((one) => kinds.includes(one.kind)).map((one) => one.words)
      return group(
        'TaxSubtotal',
        money('TaxableAmount', sum(sums.map((one) => one.net))),
        money('TaxAmount', sum(sums.map((one) => one.vat))),
        category('TaxCategory', kind, sums[0]?.rate ?? 0n, reason === '' ? null : reason.join(' ') || null),
      )
    }),
  )
}

function monetaryTotal(document: InvoiceDocument, paid: boolean): string {
  const { net, vat, rounding, payable } = document.priced
  return group(
    'LegalMonetaryTotal',
    money('LineExtensionAmount', net),
    money('TaxExclusiveAmount', net),
    money('TaxInclusiveAmount', plus(net, vat)),
    paid ? money('PrepaidAmount', payable) : '',
    rounding === ZERO ? '' : money('PayableRoundingAmount', rounding),
    money('PayableAmount', paid ? ZERO : payable),
  )
}

function invoiceLine(name: 'Invoice' | 'CreditNote', line: PricedLine, number: number): string {
  const quantity = name === 'Invoice' ? 'InvoicedQuantity' : 'CreditedQuantity'
  return group(
    `${name}Line`,
    text('ID', String(number)),
    `<cbc:${quantity} unitCode="${UNIT_CODES[line.unit]}">${trimmed(line.quantity, 3)}</cbc:${quantity}>`,
    money('LineExtensionAmount', line.net),
    group('Item', text('Name', line.description), category('ClassifiedTaxCategory', line.vat, line.rate, null)),
    group('Price', `<cbc:PriceAmount currencyID="EUR">${unitPrice(line)}</cbc:PriceAmount>`),
  )
}

function category(name: string, kind: VatKind, rate: BasisPoints, reason: string | null): string {
  return group(name, text('ID', CATEGORIES[kind]), text('Percent', trimmed(rate, 2)), text('TaxExemptionReason', reason), TAX_SCHEME)
}

const TAX_SCHEME = '<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>'

/** The price of one without VAT, with as many decimals as make price × quantity the net of the line again. */
function unitPrice(line: PricedLine): string {
  const size = line.net < 0n ? negate(line.net) : line.net
  const quantity = line.quantity < 0n ? -line.quantity : line.quantity
  // Cents × 1000 (quantity in thousandths) × 10^6 (six decimals more than a cent) ÷ quantity, half up.
  return trimmed((size * 1_000n * 1_000_000n * 2n + quantity) / (quantity * 2n), 8)
}

/** A whole number of 10^-decimals as a decimal, without zeros that say nothing. */
function trimmed(value: bigint, decimals: number): string {
  const sign = value < 0n ? '-' : ''
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0')
  const part = digits.slice(-decimals).replace(/0+$/, '')
  return `${sign}${digits.slice(0, -decimals)}${part ? `.${part}` : ''}`
}

function money(name: string, amount: Cents): string {
  return `<cbc:${name} currencyID="EUR">${decimal(amount)}</cbc:${name}>`
}

function text(name: string, value: string | null): string {
  return value === null || value === '' ? '' : `<cbc:${name}>${escaped(value)}</cbc:${name}>`
}

function group(name: string, ...content: readonly string[]): string {
  return `<cac:${name}>${content.join('')}</cac:${name}>`
}

// Control characters cannot stand in XML 1.0 at all, not even escaped; someone pasted one from a spreadsheet once.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

function escaped(value: string): string {
  return value.replace(FORBIDDEN, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
