import { type Day, longDay, within } from '#kit/day.ts'
import { type Cents, cents } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { nl } from '../law.nl.ts'

/** In what an amount is told: whole euro cents, hundredths of a percent, or a number of something. */
export type AmountUnit = 'cents' | 'basisPoints' | 'months' | 'times' | 'days'

/** What the law says a thing comes to, between two days. Where a later day is not in any row nobody knows it yet, and asking refuses. */
export type LegalAmount = {
  readonly code: AmountCode
  readonly value: bigint
  readonly unit: AmountUnit
  readonly from: Day
  readonly until: Day | null
  readonly article: string
  readonly source: string
  /** What is still to be confirmed, in words; null where the text of the law was read. */
  readonly doubt: string | null
}

/** Everything of the law that has a figure. The letters are those of Participatiewet art. 31(2). */
export const AMOUNT_CODES = [
  'normSingle',
  'normCouple',
  'normYoung',
  'shareN',
  'capN',
  'monthsN',
  'shareR',
  'capR',
  'monthsR',
  'shareY',
  'capY',
  'shareZ',
  'capZ',
  'monthsZ',
  'volunteerMonth',
  'volunteerYear',
  'share34a',
  'months34a',
  'sharePension',
  'capPension',
  'shareEarly',
  'monthsEarly',
  'premiumCap',
  'premiumTimes',
  'giftCap',
  'buffer',
  'assetsSingle',
  'assetsCouple',
  'assetsHouse',
  'penaltyFirst',
  'penaltySecond',
  'penaltyThird',
  'penaltyMost',
] as const
export type AmountCode = (typeof AMOUNT_CODES)[number]

/** The row that holds on a day, or null. A later row of the same first day goes before an earlier one: it corrects it. */
export function findAmount(amounts: readonly LegalAmount[], code: AmountCode, on: Day): LegalAmount | null {
  return amounts.findLast((amount) => amount.code === code && within(on, amount.from, amount.until)) ?? null
}

/** The value that holds on a day. Refuses when nobody wrote one down for that day: a figure that is missing is never guessed. */
export function amountOn(amounts: readonly LegalAmount[], code: AmountCode, on: Day): bigint {
  const found = findAmount(amounts, code, on)
  return found ? found.value : refuse(nl.refusals.noAmount, { amount: nl.amounts[code], day: longDay(on) })
}

/** The same in cents. */
export function centsOn(amounts: readonly LegalAmount[], code: AmountCode, on: Day): Cents {
  return cents(amountOn(amounts, code, on))
}
