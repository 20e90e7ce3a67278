import { type Cents, fraction, minus, plus, sum, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { nl } from '../invoicing.nl.ts'
import { ONE, type Priced, type PricedLine, type Quantity, totalled } from './pricing.rules.ts'

/** What earlier credit notes took from one line of the invoice. */
export type Credited = { readonly quantity: Quantity; readonly net: Cents }
export const NOTHING_CREDITED: Credited = { quantity: 0n, net: ZERO }

/**
 * A credit note for the given quantities of an invoice's lines (in the order of its lines; 0n is nothing of that line), in positive
 * amounts. The note that takes the last of an invoice takes the cents that remain, so that all notes together are the invoice.
 * Refuses when nothing is credited, or more than is left of a line.
 */
export function credit(invoice: Priced, before: readonly Credited[], payableBefore: Cents, wanted: readonly Quantity[]): Priced {
  const parts = invoice.lines.map((line, index) => part(line, before[index] ?? NOTHING_CREDITED, wanted[index] ?? 0n))
  const lines = parts.filter((line) => line.quantity !== 0n)
  if (lines.length === 0) refuse(nl.refusals.nothingToCredit)
  const wholly = parts.every((line, index) => (before[index] ?? NOTHING_CREDITED).quantity + line.quantity === invoice.lines[index]?.quantity)
  const entered = sum(lines.map((line) => fraction(line.price, line.quantity, ONE)))
  const promised = wholly ? minus(invoice.payable, payableBefore) : invoice.basis === 'with' ? entered : null
  return { basis: invoice.basis, lines, ...totalled(lines, promised) }
}

/** What is left to credit of each line. */
export function creditable(invoice: Priced, before: readonly Credited[]): Quantity[] {
  return invoice.lines.map((line, index) => line.quantity - (before[index] ?? NOTHING_CREDITED).quantity)
}

function part(line: PricedLine, before: Credited, wanted: Quantity): PricedLine {
  const left = line.quantity - before.quantity
  const outside = line.quantity > 0n ? wanted < 0n || wanted > left : wanted > 0n || wanted < left
  if (outside) refuse(nl.refusals.moreThanInvoiced, { line: line.description })
  if (wanted === 0n) return { ...line, quantity: 0n, net: ZERO }
  return { ...line, quantity: wanted, net: wanted === left ? minus(line.net, before.net) : fraction(line.net, wanted, line.quantity) }
}

/** What all credit notes so far took, per line of the invoice. */
export function addCredited(before: readonly Credited[], index: number, quantity: Quantity, net: Cents): Credited[] {
  const list = [...before]
  const at = list[index] ?? NOTHING_CREDITED
  list[index] = { quantity: at.quantity + quantity, net: plus(at.net, net) }
  return list
}
