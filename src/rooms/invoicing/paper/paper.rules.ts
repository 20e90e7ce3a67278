import { longDay } from '#kit/day.ts'
import { euro, fraction, percent } from '#kit/money.ts'
import { nl } from '../invoicing.nl.ts'
import { ONE, type PricedLine, type Quantity } from '../pricing/pricing.rules.ts'
import { type InvoiceDocument, showsVat, vatReasons } from './document.rules.ts'

export type Pair = readonly [label: string, value: string]

/** An invoice written out: the PDF and the accessible page say exactly this (Wet OB 1968 art. 35a names what must be on it). */
export type InvoicePaper = {
  readonly title: string
  readonly tradeName: string | null
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly facts: readonly Pair[]
  readonly about: string | null
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly totals: readonly Pair[]
  readonly due: Pair
  readonly reasons: readonly string[]
  readonly note: string | null
  readonly pay: readonly Pair[]
  readonly foot: readonly string[]
  readonly words: typeof nl.paper
}

export function paperOf(document: InvoiceDocument): InvoicePaper {
  const withVat = showsVat(document)
  const { seller, buyer } = document
  return {
    title: `${nl.kind[document.kind]} ${document.number}`.trim(),
    tradeName: document.tradeName,
    from: [seller.name, seller.street, `${seller.postcode} ${seller.city}`, seller.email, seller.phone].filter(
      (line): line is string => line !== null && line !== '',
    ),
    to: [buyer.name, buyer.street, `${buyer.postcode} ${buyer.city}`, buyer.country === 'NL' ? '' : buyer.country, buyer.kvk ? nl.kvk(buyer.kvk) : ''].filter(
      (line) => line !== '',
    ),
    facts: facts(document),
    about: document.credits ? nl.creditsInvoice(document.credits) : null,
    columns: [
      nl.column.description,
      nl.column.quantity,
      nl.column.price[withVat ? document.priced.basis : 'kor'],
      ...(withVat ? [nl.column.vat] : []),
      nl.column.sum,
    ],
    rows: document.priced.lines.map((line) => row(line, document, withVat)),
    totals: totals(document, withVat),
    due: [nl.due[document.kind], euro(document.priced.payable)],
    reasons: vatReasons(document).map((reason) => reason.words),
    note: document.note,
    pay: document.kind === 'invoice' ? pay(document) : [],
    foot: [seller.name, nl.footNumbers(seller.kvk, seller.vatId, spaced(seller.iban))],
    words: nl.paper,
  }
}

function facts(document: InvoiceDocument): Pair[] {
  const list: Pair[] = [
    [nl.fact.number[document.kind], document.number || nl.noNumberYet],
    [nl.fact.issuedOn, longDay(document.issuedOn)],
    [nl.fact.performedOn, longDay(document.performedOn)],
  ]
  if (document.dueOn && document.kind === 'invoice') list.push([nl.fact.dueOn, longDay(document.dueOn)])
  if (document.reference) list.push([nl.fact.reference, document.reference])
  return list
}

function row(line: PricedLine, document: InvoiceDocument, withVat: boolean): string[] {
  const sum = document.priced.basis === 'with' ? fraction(line.price, line.quantity, ONE) : line.net
  return [line.description, `${quantity(line.quantity)} ${nl.unit[line.unit]}`, euro(line.price), ...(withVat ? [vatShort(line)] : []), euro(sum)]
}

function vatShort(line: PricedLine): string {
  return line.vat === 'standard' || line.vat === 'reduced' ? percent(line.rate) : nl.vatShort[line.vat]
}

function totals(document: InvoiceDocument, withVat: boolean): Pair[] {
  const { net, sums, rounding } = document.priced
  if (!withVat) return []
  const list: Pair[] = [[nl.total.net, euro(net)]]
  for (const one of sums) {
    if (one.rate > 0n) list.push([nl.total.vat(percent(one.rate), euro(one.net)), euro(one.vat)])
    else if (sums.length > 1) list.push([nl.total.noVat(nl.vatShort[one.kind], euro(one.net)), euro(one.vat)])
  }
  if (rounding !== 0n) list.push([nl.total.rounding, euro(rounding)])
  return list
}

function pay(document: InvoiceDocument): Pair[] {
  return [
    [nl.pay.amount, euro(document.priced.payable)],
    ...(document.dueOn ? [[nl.pay.before, longDay(document.dueOn)] as const] : []),
    [nl.pay.iban, spaced(document.seller.iban)],
    [nl.pay.inNameOf, document.seller.name],
    [nl.pay.reference, document.number || nl.noNumberYet],
  ]
}

/** "2,5" for 2500n. */
export function quantity(of: Quantity): string {
  const size = of < 0n ? -of : of
  const part = (size % ONE).toString().padStart(3, '0').replace(/0+$/, '')
  return `${of < 0n ? '−' : ''}${size / ONE}${part ? `,${part}` : ''}`
}

/** "NL91 ABNA 0417 1643 00". */
export function spaced(iban: string): string {
  return iban.replaceAll(' ', '').replace(/(.{4})(?=.)/g, '$1 ')
}
