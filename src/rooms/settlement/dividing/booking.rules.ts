import { type Cents, plus } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import type { Receiver, ShareLine } from '#rooms/agreements'
import type { Account, AccountCode, Transfer } from '#rooms/ledger'

/** Whether the pots of a cooperative are money it owes or an earmarked part of its own (decisions 3). */
export type PotSetting = 'obligation' | 'reserve'

/** The accounts that hold a member's two pots; both forms are read, for the setting may change with the year. */
export const POT_ACCOUNTS = {
  business: ['businessBudget', 'businessReserve'],
  development: ['developmentBudget', 'developmentReserve'],
} as const satisfies Record<'business' | 'development', readonly AccountCode[]>

/** Where the share of a receiver stands in the books. */
export function accountOf(receiver: Receiver, member: MemberId, pots: PotSetting): Account {
  switch (receiver) {
    case 'business':
      return { code: pots === 'reserve' ? 'businessReserve' : 'businessBudget', member }
    case 'development':
      return { code: pots === 'reserve' ? 'developmentReserve' : 'developmentBudget', member }
    case 'payout':
      return { code: 'payoutPayable', member }
    case 'trainingPool':
      return { code: 'trainingPool', member: null }
    case 'cooperative':
      return { code: 'cooperativeContribution', member: null }
    case 'municipality':
      return { code: 'municipalityPayable', member: null }
    case 'reserve':
      return { code: 'agreedReserve', member: null }
  }
}

/** The postings of shares: out of the member's result, each to its receiver with the article that gave it. Shares below zero go back. */
export function transfersOf(member: MemberId, lines: readonly Pick<ShareLine, 'receiver' | 'article' | 'cents'>[], pots: PotSetting): Transfer[] {
  const together = new Map<string, { receiver: Receiver; article: string; cents: Cents }>()
  for (const { receiver, article, cents } of lines) {
    const key = `${receiver} ${article}`
    const known = together.get(key)
    together.set(key, { receiver, article, cents: known ? plus(known.cents, cents) : cents })
  }
  return [...together.values()]
    .filter((each) => each.cents !== 0n)
    .map(({ receiver, article, cents }) => ({
      debit: { code: 'resultAllocation', member },
      credit: accountOf(receiver, member, pots),
      cents,
      article,
    }))
}
