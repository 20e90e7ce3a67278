import type { MemberId } from '#rooms/access'

/** The chart of accounts of a cooperative; numbers, RGS codes and names stand in the table ledger.chart. */
export const ACCOUNTS = {
  equipment: 'cooperative',
  equipmentWorn: 'cooperative',
  bank: 'cooperative',
  cash: 'cooperative',
  cashHeld: 'member',
  claimOnMember: 'member',
  underway: 'cooperative',
  debtors: 'member',
  owedForThing: 'member',
  owedElsewhere: 'cooperative',
  vatReclaimable: 'cooperative',
  creditors: 'cooperative',
  owedToMember: 'member',
  payoutPayable: 'member',
  tipsHeld: 'member',
  municipalityPayable: 'cooperative',
  fundPayable: 'member',
  vatPayable: 'cooperative',
  taxSettlement: 'cooperative',
  suspense: 'cooperative',
  clearing: 'cooperative',
  awaitingDecision: 'member',
  businessBudget: 'member',
  developmentBudget: 'member',
  businessReserve: 'member',
  developmentReserve: 'member',
  trainingPool: 'cooperative',
  agreedReserve: 'cooperative',
  equity: 'cooperative',
  openingBalance: 'cooperative',
  subsidyEarmarked: 'cooperative',
  turnover: 'member',
  subsidy: 'cooperative',
  cooperativeContribution: 'cooperative',
  tipsIncome: 'member',
  costs: 'member',
  generalCosts: 'cooperative',
  wear: 'cooperative',
  thingResult: 'cooperative',
  bankCosts: 'cooperative',
  badDebt: 'member',
  trainingCosts: 'cooperative',
  poolReleased: 'cooperative',
  developmentCosts: 'member',
  budgetSpent: 'member',
  budgetReleased: 'member',
  resultAllocation: 'member',
  roundingDifference: 'cooperative',
} as const satisfies Record<string, 'member' | 'cooperative'>

export type AccountCode = keyof typeof ACCOUNTS
export type MemberAccount = { [C in AccountCode]: (typeof ACCOUNTS)[C] extends 'member' ? C : never }[AccountCode]
export type CooperativeAccount = Exclude<AccountCode, MemberAccount>

/** An account of the cooperative, or a member's part of one. */
export type Account = { readonly code: AccountCode; readonly member: MemberId | null }

/** Names an account: a member's own part asks for the member, or it does not compile. */
export function account(code: CooperativeAccount): Account
export function account(code: MemberAccount, member: MemberId): Account
export function account(code: AccountCode, member: MemberId | null = null): Account {
  return { code, member }
}

/** The two budgets of a member. */
export type PotName = 'business' | 'development'

/** Where a pot stands in the books: an obligation, or an earmarked reserve (a setting per cooperative; decisions 3). */
export function potAccount(pot: PotName, kept: 'obligation' | 'reserve', member: MemberId): Account {
  if (kept === 'reserve') return account(pot === 'business' ? 'businessReserve' : 'developmentReserve', member)
  return account(pot === 'business' ? 'businessBudget' : 'developmentBudget', member)
}
