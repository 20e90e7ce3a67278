import { type Cents, minus, plus, ZERO } from '#kit/money.ts'
import { type Account, type AccountCode, account } from '../accounts.rules.ts'
import type { Transfer } from '../ledger.ts'

/**
 * Who may move an account by hand. `free`: the treasurer, who says what it is. `guarded`: money of a member, of a pot or of a share: only with
 * a reason, and never one's own. The others move by their own facts alone, or the books and those facts would tell two stories.
 */
export const MOVED_BY = {
  equipment: 'free',
  equipmentWorn: 'free',
  bank: 'bank',
  cash: 'free',
  cashHeld: 'guarded',
  claimOnMember: 'guarded',
  underway: 'free',
  debtors: 'invoices',
  owedForThing: 'bills',
  owedElsewhere: 'bills',
  vatReclaimable: 'free',
  creditors: 'free',
  owedToMember: 'guarded',
  payoutPayable: 'guarded',
  tipsHeld: 'guarded',
  municipalityPayable: 'guarded',
  fundPayable: 'guarded',
  vatPayable: 'free',
  taxSettlement: 'free',
  suspense: 'free',
  clearing: 'itself',
  awaitingDecision: 'invoices',
  businessBudget: 'guarded',
  developmentBudget: 'guarded',
  businessReserve: 'guarded',
  developmentReserve: 'guarded',
  trainingPool: 'guarded',
  agreedReserve: 'guarded',
  equity: 'free',
  openingBalance: 'free',
  subsidyEarmarked: 'guarded',
  turnover: 'invoices',
  subsidy: 'free',
  cooperativeContribution: 'guarded',
  tipsIncome: 'guarded',
  costs: 'receipts',
  generalCosts: 'free',
  wear: 'free',
  thingResult: 'free',
  bankCosts: 'free',
  badDebt: 'invoices',
  trainingCosts: 'free',
  poolReleased: 'guarded',
  developmentCosts: 'guarded',
  budgetSpent: 'guarded',
  budgetReleased: 'guarded',
  resultAllocation: 'guarded',
  roundingDifference: 'free',
} as const satisfies Record<AccountCode, 'free' | 'guarded' | 'bank' | 'invoices' | 'receipts' | 'bills' | 'itself'>

export type Owner = Exclude<(typeof MOVED_BY)[AccountCode], 'free' | 'guarded'>

/** Whose facts alone move this account; null when a memorial entry may. */
export function ownerOf(code: AccountCode): Owner | null {
  const by = MOVED_BY[code]
  return by === 'free' || by === 'guarded' ? null : by
}

/** Whether moving this account by hand asks for a reason. */
export function asksReason(code: AccountCode): boolean {
  return MOVED_BY[code] === 'guarded'
}

/** One line of a memorial entry: an account with an amount above zero on one side. */
export type MemorialLine = { readonly account: Account; readonly side: 'debit' | 'credit'; readonly cents: Cents }

const POT_ACCOUNTS: readonly AccountCode[] = ['businessBudget', 'developmentBudget', 'businessReserve', 'developmentReserve']
const TO_MEMBER: readonly AccountCode[] = ['payoutPayable', 'owedToMember', 'tipsHeld', 'fundPayable', 'cash', 'cashHeld']

/** Whether lines take money out of a pot and owe it to a member: that goes by the departure, which asks the municipality first (Participatiewet art. 32(2), 58(2)(f)). */
export function paysOutPot(lines: readonly Pick<MemorialLine, 'account' | 'side'>[]): boolean {
  const moves = (side: MemorialLine['side'], codes: readonly AccountCode[]) => lines.some((line) => line.side === side && codes.includes(line.account.code))
  return moves('debit', POT_ACCOUNTS) && moves('credit', TO_MEMBER)
}

/** What stands on each side, in cents. */
export function sidesOf(lines: readonly Pick<MemorialLine, 'side' | 'cents'>[]): { readonly debit: Cents; readonly credit: Cents } {
  let debit = ZERO
  let credit = ZERO
  for (const line of lines) {
    if (line.side === 'debit') debit = plus(debit, line.cents)
    else credit = plus(credit, line.cents)
  }
  return { debit, credit }
}

/**
 * The transfers of lines that balance: straight between the accounts where one side has a single line, and through the clearing account, which
 * ends at zero within the entry, where both have several (decisions 3). Throws on lines that do not balance: the action refuses those first.
 */
export function transfersOfLines(lines: readonly MemorialLine[]): Transfer[] {
  const { debit, credit } = sidesOf(lines)
  if (minus(debit, credit) !== 0n) throw new RangeError(`debit of ${debit} is no credit of ${credit}`)
  const from = lines.filter((line) => line.side === 'debit')
  const to = lines.filter((line) => line.side === 'credit')
  const [onlyFrom, onlyTo] = [from.length === 1 ? from[0] : undefined, to.length === 1 ? to[0] : undefined]
  if (onlyFrom) return to.map((line) => ({ debit: onlyFrom.account, credit: line.account, cents: line.cents }))
  if (onlyTo) return from.map((line) => ({ debit: line.account, credit: onlyTo.account, cents: line.cents }))
  const between = account('clearing')
  return [
    ...from.map((line) => ({ debit: line.account, credit: between, cents: line.cents })),
    ...to.map((line) => ({ debit: between, credit: line.account, cents: line.cents })),
  ]
}

/** Whether an account stands in the lines twice: then it would be set against itself, or one line is forgotten in the other. */
export function doubled(lines: readonly MemorialLine[]): number {
  const seen = new Set<string>()
  return lines.findIndex(({ account: { code, member } }) => {
    const key = `${code} ${member ?? ''}`
    return seen.has(key) || !seen.add(key)
  })
}

/** A word of a text that is a name of somebody: the books hold no names (decisions 8). */
export function nameIn(text: string, names: Iterable<string>): string | null {
  const words = new Set(text.match(/\p{L}[\p{L}'’-]*/gu) ?? [])
  for (const name of names) {
    const found = (name.match(/\p{Lu}[\p{L}'’-]{2,}/gu) ?? []).find((part) => words.has(part))
    if (found) return found
  }
  return null
}
