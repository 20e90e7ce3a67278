import { type Cents, largest, minus, negate, smallest, ZERO } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import type { AccountCode, Transfer } from '#rooms/ledger'

type Way = 'in' | 'out' | 'both' | 'zero'
/** What a person must say beside the kind. `cashOf`: a member may be named, and need not. */
type Asks = 'nothing' | 'invoice' | 'receipt' | 'cost' | 'bill' | 'member' | 'cashOf' | 'vat' | 'fee' | 'parts'

/** Every way in which a line of the bank can be booked; `other` is the account on the other side of the bank. */
export const KINDS = {
  invoice: { way: 'in', asks: 'invoice', other: null },
  refund: { way: 'out', asks: 'invoice', other: null },
  returned: { way: 'out', asks: 'receipt', other: null },
  cost: { way: 'out', asks: 'cost', other: null },
  thing: { way: 'both', asks: 'bill', other: null },
  ownCost: { way: 'both', asks: 'vat', other: 'generalCosts' },
  bankCosts: { way: 'both', asks: 'nothing', other: 'bankCosts' },
  training: { way: 'out', asks: 'vat', other: 'trainingCosts' },
  cardBatch: { way: 'in', asks: 'fee', other: 'underway' },
  cashDeposit: { way: 'in', asks: 'cashOf', other: 'cash' },
  cashWithdrawal: { way: 'out', asks: 'nothing', other: 'cash' },
  subsidy: { way: 'both', asks: 'nothing', other: 'subsidyEarmarked' },
  tax: { way: 'both', asks: 'nothing', other: 'taxSettlement' },
  municipality: { way: 'both', asks: 'nothing', other: 'municipalityPayable' },
  payout: { way: 'both', asks: 'member', other: 'payoutPayable' },
  fund: { way: 'both', asks: 'member', other: 'fundPayable' },
  tips: { way: 'out', asks: 'member', other: 'tipsHeld' },
  memberDebt: { way: 'both', asks: 'member', other: 'owedToMember' },
  supplier: { way: 'both', asks: 'nothing', other: 'creditors' },
  ownTransfer: { way: 'both', asks: 'nothing', other: 'underway' },
  claim: { way: 'both', asks: 'member', other: 'claimOnMember' },
  suspense: { way: 'both', asks: 'nothing', other: 'suspense' },
  nothing: { way: 'zero', asks: 'nothing', other: null },
  parts: { way: 'both', asks: 'parts', other: null },
} as const satisfies Record<string, { readonly way: Way; readonly asks: Asks; readonly other: AccountCode | null }>

export type BookingKind = keyof typeof KINDS
/** Kinds that are booked here in one entry; the others are facts of the rooms below. */
export type PlainKind = { [K in BookingKind]: (typeof KINDS)[K]['other'] extends null ? never : K }[BookingKind]

export const PLAIN_KINDS = (Object.keys(KINDS) as BookingKind[]).filter(isPlain)

export function isKind(name: string): name is BookingKind {
  return Object.hasOwn(KINDS, name)
}

export function isPlain(kind: BookingKind): kind is PlainKind {
  return KINDS[kind].other !== null
}

/** Whether a kind fits money of this sign; an amount of nothing is only ever nothing to book. */
export function fits(kind: BookingKind, cents: Cents): boolean {
  const { way } = KINDS[kind]
  if (cents === 0n || way === 'zero') return cents === 0n && way === 'zero'
  return way === 'both' || way === (cents > 0n ? 'in' : 'out')
}

export type PlainFacts = {
  readonly member: MemberId | null /** VAT that comes back. */
  readonly vat: Cents /** What the card provider kept. */
  readonly fee: Cents /** Of a card batch: the numbers of its market days. */
  readonly sheets?: readonly string[] /** What the pool of all bears of it, at most what is in it. */
  readonly pool?: Cents
}

/** The entry of a plain line. Amounts below zero are booked the other way round by the ledger: money out. */
export function transfersFor(kind: PlainKind, cents: Cents, facts: PlainFacts): [Transfer, ...Transfer[]] {
  const { asks, other } = KINDS[kind]
  const bank = { code: 'bank', member: null } as const
  if (asks === 'vat') {
    const vat = cents < 0n ? negate(facts.vat) : facts.vat
    return [
      { debit: bank, credit: { code: other, member: null }, cents: minus(cents, vat) },
      { debit: bank, credit: { code: 'vatReclaimable', member: null }, cents: vat },
      // The pool is released by what was spent from it, so that the cost burdens nobody a second time (decisions 3).
      { debit: { code: 'trainingPool', member: null }, credit: { code: 'poolReleased', member: null }, cents: facts.pool ?? ZERO },
    ]
  }
  if (asks === 'fee') {
    // The shop sold the whole amount; the provider kept its fee before it paid.
    return [
      { debit: bank, credit: { code: other, member: null }, cents },
      { debit: { code: 'bankCosts', member: null }, credit: { code: other, member: null }, cents: facts.fee },
    ]
  }
  if (asks === 'cashOf') return [{ debit: bank, credit: facts.member ? { code: 'cashHeld', member: facts.member } : { code: other, member: null }, cents }]
  return [{ debit: bank, credit: { code: other, member: asks === 'member' ? facts.member : null }, cents }]
}

/** VAT is at most 21 of 121; a cent more is rounding. */
export function tooMuchVat(cents: Cents, vat: Cents): boolean {
  const gross = cents < 0n ? negate(cents) : cents
  return vat < ZERO || vat * 121n > gross * 21n + 121n
}

/** What the pool bears of a course: its cost without the VAT that comes back, and never more than is in the pool. */
export function fromPool(cents: Cents, vat: Cents, pool: Cents): Cents {
  return largest(ZERO, smallest(minus(negate(cents), vat), pool))
}
