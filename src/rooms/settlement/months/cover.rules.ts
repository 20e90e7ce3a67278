import { type Cents, minus, negate, plus, sum } from '#kit/money.ts'
import type { AccountCode, AccountMoves } from '#rooms/ledger'
import { standOf } from '#rules/ledger'

/** Bank and debtors against pots and debts, on one day: what the cooperative has, what it owes, what is left. */
export type Cover = {
  readonly bank: Cents
  readonly toReceive: Cents
  readonly pots: Cents
  readonly pools: Cents
  readonly debts: Cents
  readonly left: Cents
}

const PARTS = {
  bank: ['bank', 'cash', 'underway'],
  toReceive: ['debtors', 'owedForThing', 'owedElsewhere', 'cashHeld', 'claimOnMember'],
  pots: ['businessBudget', 'developmentBudget', 'businessReserve', 'developmentReserve'],
  pools: ['trainingPool', 'agreedReserve', 'subsidyEarmarked'],
  debts: [
    'creditors',
    'owedToMember',
    'payoutPayable',
    'tipsHeld',
    'municipalityPayable',
    'fundPayable',
    'vatPayable',
    'vatReclaimable',
    'taxSettlement',
    'suspense',
    'clearing',
    'awaitingDecision',
  ],
} as const satisfies Record<string, readonly AccountCode[]>

/** Cover as the books stand; `coming` are shares that are computed but not booked yet. */
export function coverOf(rows: readonly AccountMoves[], coming: { readonly pots: Cents; readonly pools: Cents; readonly debts: Cents }): Cover {
  const bank = standOf(rows, PARTS.bank)
  const toReceive = standOf(rows, PARTS.toReceive)
  // Obligations stand on the credit side: below zero in the books, above zero to a reader.
  const pots = plus(negate(standOf(rows, PARTS.pots)), coming.pots)
  const pools = plus(negate(standOf(rows, PARTS.pools)), coming.pools)
  const debts = plus(negate(standOf(rows, PARTS.debts)), coming.debts)
  return { bank, toReceive, pots, pools, debts, left: minus(plus(bank, toReceive), sum([pots, pools, debts])) }
}
