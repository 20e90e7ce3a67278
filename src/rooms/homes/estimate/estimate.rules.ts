import { findMonth, type Month, monthAfter } from '#kit/day.ts'
import type { Cents } from '#kit/money.ts'
import type { MunicipalReading, PayOut, Situation, Used } from '#rooms/law'

/** What is asked in plain words, as it is typed; `unknown` reckons without. A month says until which one something holds. */
export type EstimateAnswers = {
  readonly household: Situation['household']
  readonly norm: Cents | null
  readonly under27: string
  readonly youngest: string
  readonly pensionAge: boolean
  readonly medical: 'yes' | 'no' | 'unknown'
  readonly helpful: 'yes' | 'no' | 'unknown'
  readonly usedN: number
  readonly usedR: number
  readonly used34a: number
}

/** How many months an estimate looks ahead, this month included. */
export const ESTIMATE_MONTHS = 12

/** The months of an estimate, beginning with one. */
export function estimateMonths(first: Month): Month[] {
  return Array.from({ length: ESTIMATE_MONTHS }, (_, index) => monthAfter(first, index))
}

/** The situation that the answers describe, with how the municipality reads the law. What somebody does not know is taken as no. */
export function situationFrom(answers: EstimateAnswers, reading: MunicipalReading, first: Month): Situation {
  return {
    household: answers.household,
    norm: answers.norm,
    under27Through: throughMonth(answers.under27, first),
    pensionAge: answers.pensionAge,
    medicallyLimited: answers.medical === 'yes',
    youngestUnder12Through: throughMonth(answers.youngest, first),
    foundHelpful: answers.helpful === 'yes',
    early2027: reading.early2027,
    settings: reading.settings,
  }
}

/** What was used before the first month. Months of a lone parent and of art. 34a run on by the calendar, so they are counted back from there. */
export function usedFrom(answers: Pick<EstimateAnswers, 'usedN' | 'usedR' | 'used34a'>, first: Month): Used {
  const since = (months: number) => (months > 0 ? monthAfter(first, -months) : null)
  return { monthsN: answers.usedN, sinceN: since(answers.usedN), sinceR: since(answers.usedR), since34a: since(answers.used34a) }
}

/** The pay-outs of the months in which something was filled in: earned in the month in which they are paid. */
export function payOutsFrom(amounts: ReadonlyMap<Month, Cents>): PayOut[] {
  return [...amounts].filter(([, cents]) => cents > 0n).map(([month, cents]) => ({ kind: 'earned', month, cents, earnedIn: [] }))
}

/** Of an answer "until": no, all the months of the estimate, or through a month; a month that is over counts as no. */
export function throughMonth(answer: string, first: Month): Month | null {
  if (answer === 'longer') return monthAfter(first, ESTIMATE_MONTHS - 1)
  const month = findMonth(answer)
  return month !== null && month >= first ? month : null
}
