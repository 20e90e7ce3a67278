import type { Day } from '#kit/day.ts'
import { allocate, type BasisPoints, type Cents, fraction, largest, minus, plus, smallest, sum, WHOLE, ZERO } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import type { Account, AccountCode, Transfer } from '#rooms/ledger'
import { vatRateOn } from '#rules/law'
import type { Ending } from '../equipment/equipment.rules.ts'

/** How a thing had been bought, where the books show no VAT that came back: only then it changes which VAT holds. */
export const BOUGHT_HOW = ['withVat', 'secondHand', 'exemptUse'] as const
export type BoughtHow = (typeof BOUGHT_HOW)[number]

/** Which VAT holds when a thing goes: the general rate, none under the Kor, over the margin, exempt, or none because nothing was sold. */
export type Treatment = 'standard' | 'kor' | 'margin' | 'exempt' | 'none'

/** How the buyer pays: later on the bill, or at once in the cash box. */
export const PAID_BY = ['bill', 'cash'] as const
export type PaidBy = (typeof PAID_BY)[number]

export type VatFacts = {
  readonly kind: Ending
  /** What the buyer pays, VAT included; of a gift what the thing is worth now, without VAT. Null where nobody said. */
  readonly cents: Cents | null
  readonly kor: boolean
  /** Whether VAT of the purchase came back. */
  readonly deducted: boolean
  readonly boughtHow: BoughtHow | null
  /** The whole amount that was paid for it, VAT included. */
  readonly paid: Cents
  /** The general rate on the day of the bill. */
  readonly rate: BasisPoints
}

export type Vat = { readonly treatment: Treatment; readonly vat: Cents }

/**
 * The VAT of a thing that goes; null where a figure is missing. Under the Kor nothing (Wet OB art. 25). Sold with VAT that came back: the general rate (art. 9).
 * Where none came back it depends on how it was bought: with VAT the general rate too; from somebody without VAT the margin, and nothing on a loss (art. 28b); only
 * used for what is exempt, nothing (art. 11 lid 1 r). A gift of what VAT came back on is taxed on what it is worth (art. 3 lid 3 a, art. 8 lid 3). Lost: nothing.
 */
export function vatOf({ kind, cents: amount, kor, deducted, boughtHow, paid, rate }: VatFacts): Vat | null {
  if (kind === 'lost') return { treatment: 'none', vat: ZERO }
  if (kind === 'given') {
    if (kor || !deducted) return { treatment: 'none', vat: ZERO }
    return amount === null ? null : { treatment: 'standard', vat: fraction(amount, rate, WHOLE) }
  }
  if (amount === null) return null
  if (kor) return { treatment: 'kor', vat: ZERO }
  const how = deducted ? 'withVat' : boughtHow
  if (how === null) return null
  if (how === 'exemptUse') return { treatment: 'exempt', vat: ZERO }
  if (how === 'secondHand') return { treatment: 'margin', vat: within(largest(ZERO, minus(amount, paid)), rate) }
  return { treatment: 'standard', vat: within(amount, rate) }
}

/** The VAT inside an amount that includes it, half up. */
function within(gross: Cents, rate: BasisPoints): Cents {
  return fraction(gross, rate, WHOLE + rate)
}

export type Parting = {
  readonly cost: Cents
  /** What of the cost was written off before. */
  readonly worn: Cents
  readonly price: Cents
  readonly vat: Cents
  /** Where the money of a sale comes in, or stays open. */
  readonly to: Account
}

/** The entry of a thing that goes: its cost and wear out, what came for it in, VAT apart; what is left is the result. Nothing of it is turnover of a member. */
export function partingTransfers({ cost, worn, price, vat, to }: Parting): Transfer[] {
  const result = of('thingResult')
  const net = minus(price, vat)
  const all: Transfer[] = [
    { debit: to, credit: of('vatPayable'), cents: price > 0n ? vat : ZERO },
    { debit: to, credit: result, cents: price > 0n ? net : ZERO },
    // The VAT of a gift is borne by the cooperative.
    { debit: result, credit: of('vatPayable'), cents: price > 0n ? ZERO : vat },
    { debit: result, credit: of('equipment'), cents: cost },
    { debit: of('equipmentWorn'), credit: result, cents: worn },
  ]
  return all.filter((each) => each.cents !== 0n)
}

/** What the books win (above zero) or lose by it, in cents. */
export function resultOf({ cost, worn, price, vat }: Omit<Parting, 'to'>): Cents {
  return minus(minus(price, vat), minus(cost, worn))
}

/** Where the money of a sale stands until it is paid. */
export function owedBy(buyer: MemberId | null, paidBy: PaidBy): Account {
  if (paidBy === 'cash') return of('cash')
  return buyer ? of('owedForThing', buyer) : of('owedElsewhere')
}

function of(code: AccountCode, member: MemberId | null = null): Account {
  return { code, member }
}

/** What was bought at once and stands in the books as equipment: whole amounts, and without the VAT that came back. */
export type Purchased = { readonly gross: Cents; readonly net: Cents }
type Valued = { readonly id: string; readonly value: Cents }

/**
 * What each thing of one purchase cost in the books: the amount that is left after the things that went, by what each cost with VAT. What was bought besides and stands in no
 * list keeps its part. The things and that part together are what is left, to the cent.
 */
export function costOfEach(purchased: Purchased, here: readonly Valued[], gone: { readonly cost: Cents; readonly value: Cents }): ReadonlyMap<string, Cents> {
  const left = largest(ZERO, minus(purchased.net, gone.cost))
  const values = here.map((each) => each.value)
  const besides = largest(ZERO, minus(purchased.gross, plus(sum(values), gone.value)))
  if (here.length === 0) return new Map()
  const parts = allocate(left, [...values, besides])
  return new Map(here.map((each, at) => [each.id, parts[at] ?? ZERO]))
}

/** What a bill still waits for: its price, less what was paid and not undone. */
export function openOf(price: Cents, payments: readonly Cents[]): Cents {
  return minus(price, sum(payments))
}

/** Divides money over open bills, the oldest first; null where there is more money than is open. */
export function overBills<B extends { readonly open: Cents }>(
  bills: readonly B[],
  amount: Cents,
): readonly { readonly bill: B; readonly cents: Cents }[] | null {
  let left = amount
  const parts = bills.flatMap((bill) => {
    const part = smallest(bill.open, left)
    left = minus(left, part)
    return part > 0n ? [{ bill, cents: part }] : []
  })
  return left === 0n ? parts : null
}

/** The number of a bill as it is written: letters and two digits of the year, so that nobody takes it for the number of an invoice. */
export function billNumber(year: number, sequence: number): string {
  return `SPUL-${String(year % 100).padStart(2, '0')}-${String(sequence).padStart(4, '0')}`
}

/** The numbers of bills that stand in the words of a payment, as they are written on the bill. */
export function billsNamedIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\p{L}\d])SPUL[\s-]*(\d{2})[\s-]+(\d{4,6})(?!\d)/giu)].map(([, year = '', sequence = '']) => `SPUL-${year}-${sequence}`)
}

/** The general rate of VAT on a day, in basis points; throws where the law as we hold it has none for that day. */
export function generalRate(on: Day): BasisPoints {
  return vatRateOn('standard', on)
}
