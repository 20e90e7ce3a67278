import type { Day } from '#kit/day.ts'
import { type BasisPoints, type Cents, fraction, minus, plus, shareOf, sum, WHOLE, ZERO } from '#kit/money.ts'
import { type VatKind, vatRateOn } from './vat-rates.rules.ts'

/** A quantity in thousandths: 1500n is 1,5. */
export type Quantity = bigint
export const ONE: Quantity = 1000n

export type Unit = 'piece' | 'hour' | 'day' | 'kilo' | 'litre' | 'metre' | 'square-metre' | 'kilometre' | 'month'
export const UNITS: readonly Unit[] = ['piece', 'hour', 'day', 'kilo', 'litre', 'metre', 'square-metre', 'kilometre', 'month']

/** What is agreed about the prices of an invoice: `without` VAT, or `with` VAT in them. */
export type PriceBasis = 'without' | 'with'

/** What was sold, as entered; `price` is per unit, in cents, on the basis of the whole invoice. */
export type Line = { readonly description: string; readonly quantity: Quantity; readonly unit: Unit; readonly price: Cents; readonly vat: VatKind }

/** A line with its rate, and its net sum in whole cents. */
export type PricedLine = Line & { readonly rate: BasisPoints; readonly net: Cents }

/** The VAT of one kind and rate: computed on the sum of its lines (EN 16931 BR-CO-17). */
export type VatSum = { readonly kind: VatKind; readonly rate: BasisPoints; readonly net: Cents; readonly vat: Cents }

/** All sums of an invoice in cents: `net` + `vat` + `rounding` = `payable`. */
export type Totals = { readonly net: Cents; readonly vat: Cents; readonly rounding: Cents; readonly payable: Cents }

export type Priced = Totals & { readonly basis: PriceBasis; readonly lines: readonly PricedLine[]; readonly sums: readonly VatSum[] }

/**
 * Prices the lines of an invoice at the rates of `on`. VAT is computed per rate on the sum of the lines, half up.
 * With prices that hold VAT the total to pay is what was promised; a difference of a cent stands as `rounding` (BT-114).
 */
export function price(lines: readonly Line[], basis: PriceBasis, on: Day): Priced {
  const rated = lines.map((line) => ({ ...line, rate: vatRateOn(line.vat, on), entered: fraction(line.price, line.quantity, ONE) }))
  const groups = Map.groupBy(rated, (line) => `${line.vat} ${line.rate}`)
  const netOf = new Map<Rated, Cents>()
  for (const group of groups.values()) {
    const nets = basis === 'without' ? group.map((line) => line.entered) : netsInside(group)
    group.forEach((line, index) => {
      netOf.set(line, nets[index] ?? ZERO)
    })
  }
  const priced = rated.map((line) => ({ ...withoutEntered(line), net: netOf.get(line) ?? ZERO }))
  return { basis, lines: priced, ...totalled(priced, basis === 'without' ? null : sum(rated.map((line) => line.entered))) }
}

type Rated = Line & { readonly rate: BasisPoints; readonly entered: Cents }

function withoutEntered({ entered: _, ...line }: Rated): Line & { readonly rate: BasisPoints } {
  return line
}

/** The sums of lines that have their net already; `promised` is the total to pay where it was promised beforehand. */
export function totalled(lines: readonly PricedLine[], promised: Cents | null): Totals & { readonly sums: readonly VatSum[] } {
  const sums = [...Map.groupBy(lines, (line) => `${line.vat} ${line.rate}`).values()].map((group) => vatSum(group))
  const net = sum(sums.map((one) => one.net))
  const vat = sum(sums.map((one) => one.vat))
  const gross = plus(net, vat)
  const payable = promised ?? gross
  return { net, vat, rounding: minus(payable, gross), payable, sums }
}

function vatSum(group: readonly PricedLine[]): VatSum {
  const [first] = group
  if (!first) throw new RangeError('VAT over no lines')
  const net = sum(group.map((line) => line.net))
  return { kind: first.vat, rate: first.rate, net, vat: shareOf(net, first.rate) }
}

/**
 * The net sums inside prices with VAT. Rounding runs on the total so far, not line by line, so that the nets of a rate add up to
 * the net of their total: twenty buns of € 1,05 must not lose twenty roundings.
 */
function netsInside(group: readonly Rated[]): Cents[] {
  let entered = ZERO
  let given = ZERO
  return group.map((line) => {
    entered = plus(entered, line.entered)
    const net = minus(fraction(entered, WHOLE, WHOLE + line.rate), given)
    given = plus(given, net)
    return net
  })
}

/**
 * The net part of a payment: received × net ÷ payable. The payment that settles the invoice takes the cents that remain, so that the
 * parts of all payments add up to the net of the invoice.
 */
export function partsOfPayment(invoice: Totals, before: Totals, received: Cents): Totals {
  const paid = plus(before.payable, received)
  if (paid === invoice.payable) {
    return { net: minus(invoice.net, before.net), vat: minus(invoice.vat, before.vat), rounding: minus(invoice.rounding, before.rounding), payable: received }
  }
  const net = fraction(received, invoice.net, invoice.payable)
  return { net, vat: minus(received, net), rounding: ZERO, payable: received }
}
