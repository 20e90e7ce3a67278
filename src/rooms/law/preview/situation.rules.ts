import type { Month } from '#kit/day.ts'
import type { Cents } from '#kit/money.ts'

/** Whose norm is meant; the kostendelersnorm (art. 22a) and other local facts make the amount an input. */
export type Household = 'single' | 'loneParent' | 'couple' | 'young'

/** Where offices read the law differently, or it was not confirmed: the municipality's reading is chosen, and the screen says so. */
export type Readings = {
  /** Whether the six months of (n) must follow on each other; the usual reading is that they need not. */
  readonly monthsMustFollow: boolean
  /** Whether the six months of (n) also bind from the pension age on. */
  readonly pensionAgeHasSixMonths: boolean
  /** Whether (y) goes before (r) for a lone parent who is medically limited. */
  readonly medicalBeforeLoneParent: boolean
}

/** How a municipality reads the law for its residents, and whether it applies the rules of 2027 early to whoever is under 27. */
export type MunicipalReading = { readonly settings: Readings; readonly early2027: boolean }

/** What an estimate needs of a person and no more: flags instead of a birth date or a diagnosis, the norm as the municipality pays it. */
export type Situation = {
  readonly household: Household
  /** The norm the municipality pays, in cents a month; null takes the norm of the law for the household. */
  readonly norm: Cents | null
  /** The last month in which somebody is under 27 on its first day; null from 27 on (art. 31(5)). */
  readonly under27Through: Month | null
  readonly pensionAge: boolean
  readonly medicallyLimited: boolean
  /** The last month in which the youngest child of a lone parent is under 12; null without such a child. */
  readonly youngestUnder12Through: Month | null
  /** Whether the college finds that the exemption helps towards work: (n), (r) and (j) rest on it. */
  readonly foundHelpful: boolean
  /** Whether the municipality already applies the rules of 2027 to whoever is under 27. */
  readonly early2027: boolean
  readonly settings: Readings
}

/** Whether somebody is under 27 on the first day of a month (art. 31(5)); whoever has the norm of 18 to 20 years is. */
export function isUnder27({ household, under27Through }: Pick<Situation, 'household' | 'under27Through'>, month: Month): boolean {
  return household === 'young' || (under27Through !== null && month <= under27Through)
}

export const USUAL_READINGS: Readings = { monthsMustFollow: false, pensionAgeHasSixMonths: false, medicalBeforeLoneParent: true }

/** The usual reading of a municipality that chose none. */
export const USUAL_READING: MunicipalReading = { settings: USUAL_READINGS, early2027: false }

/** Money that goes to the member: earned with work, a premium of the municipality, or a gift. */
export type PayOutKind = 'earned' | 'premium' | 'gift'

export type PayOut = {
  readonly kind: PayOutKind
  /** The month in which it is paid. */
  readonly month: Month
  readonly cents: Cents
  /** For which months it was earned, where that was another (art. 32(2)); together the whole pay-out. */
  readonly earnedIn: readonly { readonly month: Month; readonly cents: Cents }[]
}
