import { type Cents, negate, ZERO } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { type BookingKind, fits, KINDS } from '../booking/kinds.rules.ts'

/** What a rule can book: an entry with nothing to choose beside a member or the VAT. */
export const RULE_KINDS = [
  'ownCost',
  'bankCosts',
  'subsidy',
  'tax',
  'municipality',
  'payout',
  'memberDebt',
  'supplier',
  'ownTransfer',
  'cashDeposit',
  'cashWithdrawal',
] as const satisfies readonly BookingKind[]
export type RuleKind = (typeof RULE_KINDS)[number]

/** The VAT that may come back, in basis points: none, 9% or 21% (Wet OB art. 9). */
export const RULE_VAT = [0, 900, 2100] as const

/** What lines that look alike are. */
export type BookingRule = {
  readonly id: string
  readonly iban: string | null
  /** Stands in the name or the description of the line. */
  readonly words: string | null
  readonly way: 'in' | 'out'
  readonly kind: RuleKind
  readonly member: MemberId | null
  /** VAT in the amount, in basis points. */
  readonly vat: number
  /** The usual amounts, above zero; null: every amount asks for a look. */
  readonly least: Cents | null
  readonly most: Cents | null
  readonly off: boolean
}

type Said = { readonly cents: Cents; readonly name: string | null; readonly iban: string | null; readonly text: string }

/** Whether a line is what a rule is about: the way of the money, and all that the rule names. */
export function isAbout(rule: Pick<BookingRule, 'iban' | 'words' | 'way' | 'kind'>, line: Said): boolean {
  if (rule.way !== (line.cents < 0n ? 'out' : 'in') || !fits(rule.kind, line.cents)) return false
  if (rule.iban && rule.iban !== line.iban) return false
  return rule.words === null || plain(`${line.name ?? ''} ${line.text}`).includes(plain(rule.words))
}

/** Whether an amount is usual for a rule; without usual amounts none is. */
export function isUsual(rule: Pick<BookingRule, 'least' | 'most'>, cents: Cents): boolean {
  const size = cents < 0n ? negate(cents) : cents
  return rule.least !== null && rule.most !== null && size >= rule.least && size <= rule.most
}

/** The VAT in an amount, rounded to the cent. */
export function vatIn(cents: Cents, basisPoints: number): Cents {
  const size = cents < 0n ? negate(cents) : cents
  const whole = 10_000n + BigInt(basisPoints)
  return ((size * BigInt(basisPoints) * 2n + whole) / (2n * whole)) as Cents
}

/** What is wrong with a rule, as the field it is about; null: nothing. */
export function wrongIn(rule: Omit<BookingRule, 'id' | 'off'>): 'nothing' | 'short' | 'way' | 'member' | 'vat' | 'amounts' | null {
  if (!rule.iban && !rule.words) return 'nothing'
  if (rule.words !== null && plain(rule.words).length < 3) return 'short'
  const one = (rule.way === 'in' ? 1n : -1n) as Cents
  if (!fits(rule.kind, one)) return 'way'
  const asks = KINDS[rule.kind].asks
  if (asks === 'member' && !rule.member) return 'member'
  if (asks !== 'vat' && rule.vat > 0) return 'vat'
  if ((rule.least === null) !== (rule.most === null)) return 'amounts'
  return rule.least !== null && (rule.least < ZERO || rule.least > (rule.most ?? ZERO)) ? 'amounts' : null
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim()
}
