import type { AmountCode } from './amounts.rules.ts'

/** Under which heading an amount stands on the page; each code once. */
export const AMOUNT_GROUPS = {
  norm: ['normSingle', 'normCouple', 'normYoung'],
  exempt: ['shareN', 'capN', 'monthsN', 'shareR', 'capR', 'monthsR', 'shareY', 'capY', 'shareEarly', 'monthsEarly'],
  wages: ['shareZ', 'capZ', 'monthsZ'],
  volunteer: ['volunteerMonth', 'volunteerYear'],
  from2027: ['share34a', 'months34a', 'sharePension', 'capPension'],
  gifts: ['premiumCap', 'premiumTimes', 'giftCap', 'buffer'],
  assets: ['assetsSingle', 'assetsCouple', 'assetsHouse'],
  penalty: ['penaltyFirst', 'penaltySecond', 'penaltyThird', 'penaltyMost'],
} as const satisfies Record<string, readonly AmountCode[]>

export type AmountGroup = keyof typeof AMOUNT_GROUPS
