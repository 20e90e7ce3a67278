import { addDays, type Day, type Month, monthOf } from '#kit/day.ts'
import { allocate, type BasisPoints, type Cents, minus, negate, plus, shareOf, sum, ZERO } from '#kit/money.ts'
import { type Line, ONE, type PriceBasis, type Priced } from '../pricing/pricing.rules.ts'
import type { VatKind } from '../pricing/vat-rates.rules.ts'

/** A part that is paid along the way: of the whole, when, and what must be done by then. */
export type Instalment = { readonly label: string; readonly on: Day | null; readonly percent: BasisPoints }

/** What a quote says, as it was filled in. Prices in cents on the given basis; the deposit is a share of the total or an amount with VAT. */
export type QuoteTerms = {
  readonly basis: PriceBasis
  readonly lines: readonly Line[]
  readonly workOn: Day
  readonly validDays: number
  readonly note: string | null
  readonly depositPercent: BasisPoints | null
  readonly deposit: Cents | null
  readonly instalments: readonly Instalment[]
}

/** What is invoiced at once, with VAT, divided over the kinds of VAT; all parts together are the quote to the cent. */
export type QuotePart = {
  readonly kind: 'deposit' | 'instalment' | 'final'
  readonly label: string | null
  readonly on: Day | null
  readonly payable: Cents
  readonly net: Cents
  readonly shares: readonly { readonly vat: VatKind; readonly gross: Cents }[]
}

export const USUAL_VALID_DAYS = 30

/**
 * The parts in which a quote is invoiced, the final one last. Null when deposit and instalments leave nothing for the end, or when one kind of VAT
 * comes to nothing or less: such a quote cannot be divided.
 */
export function partsOf(terms: QuoteTerms, priced: Priced, today: Day): QuotePart[] | null {
  const kinds = kindsOf(terms, priced)
  const deposit = terms.deposit ?? (terms.depositPercent === null ? ZERO : shareOf(priced.payable, terms.depositPercent))
  const before = [
    ...(deposit > 0n ? [{ kind: 'deposit' as const, label: null, on: today, payable: deposit }] : []),
    ...terms.instalments.map(({ label, on, percent }) => ({ kind: 'instalment' as const, label, on, payable: shareOf(priced.payable, percent) })),
  ]
  const final = minus(priced.payable, sum(before.map(({ payable }) => payable)))
  if (final <= 0n || before.some(({ payable }) => payable <= 0n) || kinds.some(({ gross }) => gross <= 0n)) return null
  const all = [...before, { kind: 'final' as const, label: null, on: terms.workOn, payable: final }]
  const nets = allocate(
    priced.net,
    all.map(({ payable }) => payable),
  )
  const left = kinds.map(({ gross }) => gross)
  return all.map((part, at) => {
    // Over what is left of each kind: so the last part takes exactly what remains, and no kind is asked more than it has.
    const grosses = allocate(part.payable, left)
    grosses.forEach((gross, kind) => {
      left[kind] = minus(left[kind] ?? ZERO, gross)
    })
    return {
      ...part,
      net: nets[at] ?? ZERO,
      shares: kinds.flatMap(({ vat }, kind) => ((grosses[kind] ?? ZERO) > 0n ? [{ vat, gross: grosses[kind] ?? ZERO }] : [])),
    }
  })
}

/** The sums with VAT per kind; together what was promised, so a rounding goes to the largest. Without VAT by the small business scheme the kind that was entered. */
function kindsOf(terms: QuoteTerms, priced: Priced): { vat: VatKind; gross: Cents }[] {
  const kinds = priced.sums.map(({ kind, net, vat }) => ({ vat: kind === 'kor' ? (terms.lines[0]?.vat ?? 'standard') : kind, gross: plus(net, vat) }))
  const largest = kinds.toSorted((a, b) => (a.gross < b.gross ? 1 : -1))[0]
  return kinds.map((each) => (each === largest ? { ...each, gross: plus(each.gross, priced.rounding) } : each))
}

export type PartWords = { readonly part: (part: QuotePart) => string; readonly whole: string; readonly before: string }

/**
 * The lines of the invoice for a part, prices with VAT. The final one names the whole and takes off what was invoiced before it, per kind of VAT;
 * `invoiced` is what earlier parts really came to, with VAT.
 */
export function linesOf(parts: readonly QuotePart[], at: number, invoiced: Cents, words: PartWords): Line[] {
  const part = parts[at]
  if (!part) return []
  const line = (description: string, vat: VatKind, gross: Cents): Line => ({
    description,
    quantity: gross < 0n ? -ONE : ONE,
    unit: 'piece',
    price: gross < 0n ? negate(gross) : gross,
    vat,
  })
  if (part.kind !== 'final' || parts.length === 1) return part.shares.map(({ vat, gross }) => line(words.part(part), vat, gross))
  const kinds = [...new Set(parts.flatMap(({ shares }) => shares.map(({ vat }) => vat)))]
  const of = (vat: VatKind, some: readonly QuotePart[]) =>
    sum(some.flatMap(({ shares }) => shares.filter((share) => share.vat === vat).map(({ gross }) => gross)))
  const planned = kinds.map((vat) => of(vat, parts.slice(0, at)))
  // As planned it is what was planned exactly; otherwise in proportion.
  const taken = allocate(invoiced, planned.some((each) => each > 0n) ? planned : kinds.map((vat) => of(vat, parts)))
  return [
    ...kinds.map((vat) => line(words.whole, vat, of(vat, parts))),
    ...kinds.flatMap((vat, kind) => ((taken[kind] ?? ZERO) > 0n ? [line(words.before, vat, negate(taken[kind] ?? ZERO))] : [])),
  ]
}

export type QuoteStanding = 'draft' | 'open' | 'expired' | 'accepted' | 'declined' | 'withdrawn'

/** Where a quote stands on a day: valid up to and with its last day; what was answered stays answered. */
export function quoteStanding(
  quote: { readonly withdrawn: boolean; readonly validUntil: Day | null; readonly outcome: 'accepted' | 'declined' | null },
  today: Day,
): QuoteStanding {
  if (quote.outcome) return quote.outcome
  if (quote.withdrawn) return 'withdrawn'
  if (quote.validUntil === null) return 'draft'
  return today > quote.validUntil ? 'expired' : 'open'
}

/** Net turnover of a job by the month in which each part is expected to be invoiced; a part without a day counts in the month of the work. Never a benefit. */
export function turnoverByMonth(parts: readonly QuotePart[], workOn: Day): { readonly month: Month; readonly net: Cents }[] {
  const months = Map.groupBy(parts, ({ on }) => monthOf(on ?? workOn))
  return [...months].map(([month, some]) => ({ month, net: sum(some.map(({ net }) => net)) })).toSorted((a, b) => a.month.localeCompare(b.month))
}

export function validUntil(sentOn: Day, validDays: number): Day {
  return addDays(sentOn, validDays)
}
