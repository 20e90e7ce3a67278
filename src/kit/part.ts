import { allocate, type BasisPoints, type Cents, parseEuro, WHOLE, ZERO } from './money.ts'

/** A part of an amount: a percentage in basis points, or an amount in cents. */
export type Part = { readonly percent: BasisPoints; readonly cents: null } | { readonly percent: null; readonly cents: Cents }

/** "40%" or "33,33 %" is a percentage, "120" or "€ 120" an amount; null when it is neither, nothing, or more than the whole. */
export function readPart(typed: unknown): Part | null {
  const text = typeof typed === 'string' ? typed.trim() : ''
  const number = parseEuro(text.replace(/%$/, ''))
  if (number === null || number <= 0n) return null
  // Two decimals of a percentage are basis points, as cents are of euros.
  if (text.endsWith('%')) return number <= WHOLE ? { percent: number, cents: null } : null
  return { percent: null, cents: number }
}

/** What each part is of an amount, in cents: percentages together by largest remainder. Null when the percentages are more than the whole. */
export function centsOf(base: Cents, parts: readonly Part[]): Cents[] | null {
  const rest = WHOLE - parts.reduce((all, part) => all + (part.percent ?? 0n), 0n)
  if (rest < 0n) return null
  const divided = allocate(base, [...parts.map((part) => part.percent ?? 0n), rest])
  return parts.map((part, nr) => part.cents ?? divided[nr] ?? ZERO)
}
