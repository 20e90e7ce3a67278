import { type Cents, minus, plus, smallest, ZERO } from '#kit/money.ts'

/** The box of a market day in cents, as the member counted it. */
export type TillCounts = {
  /** Change in the box before the first sale: no income, and no claim of this day. */
  readonly changeBegin: Cents
  /** All cash at the end, change with it; null when it was not counted. */
  readonly counted: Cents | null
  readonly tips: Cents
}

export const NO_TILL: TillCounts = { changeBegin: ZERO, counted: null, tips: ZERO }

export type TillSum = TillCounts & {
  readonly sold: Cents
  readonly byCard: Cents
  /** What must be in the box: sold + change at begin + tips − card. */
  readonly expected: Cents
  /** Counted − expected: below zero is missing; zero where nothing was counted. */
  readonly difference: Cents
}

/** Adds up a market day: sold + change at begin + tips + difference = card + cash at the end. */
export function tillSum(sold: Cents, byCard: Cents, counts: TillCounts): TillSum {
  const expected = minus(plus(plus(sold, counts.changeBegin), counts.tips), byCard)
  return { ...counts, sold, byCard, expected, difference: counts.counted === null ? ZERO : minus(counts.counted, expected) }
}

/** Where the money of a market day goes: the sale by card and in cash, and the tips by card and in cash. Cards pay the sale first. */
export type TillParts = {
  readonly saleByCard: Cents
  readonly saleInCash: Cents
  readonly tipsByCard: Cents
  readonly tipsInCash: Cents
}

export function tillParts({ sold, byCard, tips }: TillSum): TillParts {
  const saleByCard = smallest(byCard, sold)
  const tipsByCard = minus(byCard, saleByCard)
  return { saleByCard, saleInCash: minus(sold, saleByCard), tipsByCard, tipsInCash: minus(tips, tipsByCard) }
}
