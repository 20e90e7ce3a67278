import { firstDay, type Month } from '#kit/day.ts'
import { type BasisPoints, type Cents, fraction, smallest, WHOLE, ZERO } from '#kit/money.ts'
import { amountOn, centsOn, findAmount, type LegalAmount } from '../amounts/amounts.rules.ts'
import { isUnder27, type Situation } from './situation.rules.ts'

/** Which exemption of earnings holds in a month; `none` says why not. */
export type ExemptionRule = 'n' | 'r' | 'y' | '34a' | '34aPension' | 'early' | 'none'

/** Why nothing is exempt. */
export type NoExemption = 'under27' | 'notFoundHelpful' | 'monthsUsed'

/** What the reader should know is uncertain; each has its sentence in law.nl.ts. */
export type Doubt =
  | 'monthsNeedNotFollow'
  | 'medicalBeforeLoneParent'
  | 'pensionAgeWithoutMonths'
  | 'rulesOf2027'
  | 'earnedOrEmployed'
  | 'earlyUnder27'
  | 'premiumBeyond'
  | 'premiumUnder27'
  | 'giftsBeyond'
  | 'deferred'
  | 'moreThanBenefit'
  | 'normAssumed'

export type Exemption = {
  readonly rule: ExemptionRule
  readonly article: string | null
  readonly share: BasisPoints
  /** The most per month in cents; null where the law as we read it names none. */
  readonly cap: Cents | null
  /** The how manieth month of how many, this one included; null where months are not counted. */
  readonly month: number | null
  readonly months: number | null
  readonly why: NoExemption | null
  readonly doubts: readonly Doubt[]
}

/** How much of the months was used before; goes along from month to month. */
export type Used = {
  /** Months in which (n) was used. */
  readonly monthsN: number
  /** The first month of (n): it counts only where the months must follow on each other. */
  readonly sinceN: Month | null
  /** The first month of the run of (r), and of art. 34a: these run on by the calendar. */
  readonly sinceR: Month | null
  readonly since34a: Month | null
}

/** The exemption that holds for earnings of a month, by the law of the first day of that month. Refuses when an amount of that day is missing. */
export function exemptionIn(month: Month, situation: Situation, used: Used, amounts: readonly LegalAmount[]): Exemption {
  const on = firstDay(month)
  if (findAmount(amounts, 'share34a', on)) return exemption34a(month, situation, used, amounts)
  const young = isUnder27(situation, month)
  const medical = (doubts: readonly Doubt[] = []) => made('y', amounts, month, ['shareY', 'capY'], null, doubts)
  if (young) {
    const ahead = situation.early2027 ? early(month, used, amounts) : none('under27')
    // Art. 31(5): n and r are not for whoever is under 27; y is, and has no end: it holds where no rule of 2027 is applied early, or its months are over.
    return ahead.rule === 'none' && situation.medicallyLimited ? medical() : ahead
  }
  const monthsN = Number(amountOn(amounts, 'monthsN', on))
  const run = situation.settings.monthsMustFollow && used.sinceN !== null ? monthsFrom(used.sinceN, month) : 0
  const at = Math.max(used.monthsN, run)
  const unbound = situation.pensionAge && !situation.settings.pensionAgeHasSixMonths
  if (situation.foundHelpful && (unbound || at < monthsN)) {
    const doubts: readonly Doubt[] = unbound ? ['pensionAgeWithoutMonths'] : situation.settings.monthsMustFollow ? [] : ['monthsNeedNotFollow']
    return made('n', amounts, month, ['shareN', 'capN'], unbound ? null : { month: at + 1, months: monthsN }, doubts)
  }
  const ofChild = situation.youngestUnder12Through !== null && month <= situation.youngestUnder12Through
  const loneParent = situation.household === 'loneParent' && ofChild && situation.foundHelpful
  if (situation.medicallyLimited && (!loneParent || situation.settings.medicalBeforeLoneParent)) return medical(loneParent ? ['medicalBeforeLoneParent'] : [])
  if (loneParent) {
    const months = Number(amountOn(amounts, 'monthsR', on))
    const nth = used.sinceR === null ? 1 : monthsFrom(used.sinceR, month) + 1
    if (nth <= months) return made('r', amounts, month, ['shareR', 'capR'], { month: nth, months }, [])
  }
  if (situation.medicallyLimited) return medical()
  return none(!situation.foundHelpful ? 'notFoundHelpful' : 'monthsUsed')
}

/** Of a month in which nothing was earned: nothing to exempt, and nothing of any months used. */
export const NOTHING_EARNED: Exemption = { rule: 'none', article: null, share: 0n, cap: null, month: null, months: null, why: null, doubts: [] }

/** The exempt part of earnings in cents: the share rounded half up, never above the cap, never below zero. */
export function exemptOf(earned: Cents, { share, cap }: Exemption): Cents {
  if (earned <= 0n) return ZERO
  const part = fraction(earned, share, WHOLE)
  return cap === null ? part : smallest(part, cap)
}

/** What is used after a month in which something was earned; a month without earnings uses nothing of (n). */
export function usedAfter(month: Month, { rule }: Exemption, used: Used): Used {
  if (rule === 'n') return { ...used, monthsN: used.monthsN + 1, sinceN: used.sinceN ?? month }
  if (rule === 'r') return { ...used, sinceR: used.sinceR ?? month }
  if (rule === '34a' || rule === 'early') return { ...used, since34a: used.since34a ?? month }
  return used
}

/** How many months lie between two: 0 for the same. */
export function monthsFrom(from: Month, to: Month): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}

// Art. 34a: 15% in at most twelve consecutive months; without end for whoever is medically limited; 25% with a cap from the pension age on.
function exemption34a(month: Month, situation: Situation, used: Used, amounts: readonly LegalAmount[]): Exemption {
  const doubts: readonly Doubt[] = ['rulesOf2027', 'earnedOrEmployed']
  if (situation.pensionAge) return made('34aPension', amounts, month, ['sharePension', 'capPension'], null, doubts)
  if (situation.medicallyLimited) return made('34a', amounts, month, ['share34a', null], null, doubts)
  const months = Number(amountOn(amounts, 'months34a', firstDay(month)))
  const at = used.since34a === null ? 1 : monthsFrom(used.since34a, month) + 1
  return at <= months ? made('34a', amounts, month, ['share34a', null], { month: at, months }, doubts) : { ...none('monthsUsed'), doubts }
}

function early(month: Month, used: Used, amounts: readonly LegalAmount[]): Exemption {
  const months = Number(amountOn(amounts, 'monthsEarly', firstDay(month)))
  const at = used.since34a === null ? 1 : monthsFrom(used.since34a, month) + 1
  return at <= months ? made('early', amounts, month, ['shareEarly', null], { month: at, months }, ['earlyUnder27', 'earnedOrEmployed']) : none('monthsUsed')
}

type ShareCode = 'shareN' | 'shareR' | 'shareY' | 'share34a' | 'sharePension' | 'shareEarly'
type CapCode = 'capN' | 'capR' | 'capY' | 'capPension'

function made(
  rule: ExemptionRule,
  amounts: readonly LegalAmount[],
  month: Month,
  [share, cap]: readonly [ShareCode, CapCode | null],
  counted: { readonly month: number; readonly months: number } | null,
  doubts: readonly Doubt[],
): Exemption {
  const on = firstDay(month)
  return {
    rule,
    article: findAmount(amounts, share, on)?.article ?? null,
    share: amountOn(amounts, share, on),
    cap: cap === null ? null : centsOn(amounts, cap, on),
    month: counted?.month ?? null,
    months: counted?.months ?? null,
    why: null,
    doubts,
  }
}

function none(why: NoExemption): Exemption {
  return { ...NOTHING_EARNED, why }
}
