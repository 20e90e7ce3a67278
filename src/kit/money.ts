declare const cents_: unique symbol

/** An amount in whole euro cents; negative is allowed, fractions do not exist. */
export type Cents = bigint & { readonly [cents_]: true }

/** A share in basis points: 10000n is the whole, 2100n is 21%. */
export type BasisPoints = bigint

export const ZERO = 0n as Cents
export const WHOLE: BasisPoints = 10_000n

/** Whole cents from a bigint or an integer number; throws on fractions, for they would be lost. */
export function cents(value: bigint | number): Cents {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new TypeError(`not whole cents: ${value}`)
  return BigInt(value) as Cents
}

export function sum(amounts: Iterable<Cents>): Cents {
  let total = 0n
  for (const amount of amounts) total += amount
  return total as Cents
}

export function plus(a: Cents, b: Cents): Cents {
  return (a + b) as Cents
}

export function minus(a: Cents, b: Cents): Cents {
  return (a - b) as Cents
}

export function negate(a: Cents): Cents {
  return -a as Cents
}

export function smallest(a: Cents, b: Cents): Cents {
  return a < b ? a : b
}

export function largest(a: Cents, b: Cents): Cents {
  return a > b ? a : b
}

/** `a × numerator ÷ denominator`, half up away from zero (EN 16931 rounds VAT so). */
export function fraction(a: Cents, numerator: bigint, denominator: bigint): Cents {
  if (denominator === 0n) throw new RangeError('a fraction of nothing')
  const product = a * numerator
  const negative = product < 0n !== denominator < 0n
  const top = product < 0n ? -product : product
  const bottom = denominator < 0n ? -denominator : denominator
  const rounded = (top * 2n + bottom) / (bottom * 2n)
  return (negative ? -rounded : rounded) as Cents
}

/** A share of `a` in basis points, half up. */
export function shareOf(a: Cents, share: BasisPoints): Cents {
  return fraction(a, share, WHOLE)
}

/**
 * Divides `total` over `weights` so that the parts add up to `total` exactly: largest remainder,
 * ties in the order of the list, also for negative totals (decisions 2).
 * Refuses negative weights and a list whose weights are all zero, unless the total is zero too.
 */
export function allocate(total: Cents, weights: readonly bigint[]): Cents[] {
  if (weights.some((weight) => weight < 0n)) throw new RangeError('a weight below zero')
  const whole = weights.reduce((a, b) => a + b, 0n)
  if (whole === 0n) {
    if (total === 0n) return weights.map(() => ZERO)
    throw new RangeError('nothing to divide by')
  }
  const sign = total < 0n ? -1n : 1n
  const size = total < 0n ? -total : total
  const parts = weights.map((weight) => (size * weight) / whole)
  const remainders = weights.map((weight) => (size * weight) % whole)
  let left = size - parts.reduce((a, b) => a + b, 0n)
  // Leftover cents go to the largest remainders, so no party is favoured by its place in the list.
  const order = remainders.map((_, index) => index).sort((a, b) => compare(remainders[b] ?? 0n, remainders[a] ?? 0n) || a - b)
  for (const index of order) {
    if (left === 0n) break
    parts[index] = (parts[index] ?? 0n) + 1n
    left -= 1n
  }
  return parts.map((part) => (part * sign) as Cents)
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** "€ 1.234,50", with a no-break space and the minus sign before the euro sign. */
export function euro(amount: Cents): string {
  return `${amount < 0n ? '−' : ''}€\u00a0${plainEuro(amount < 0n ? negate(amount) : amount)}`
}

/** "1.234,50" as a person types it. */
export function plainEuro(amount: Cents): string {
  const size = amount < 0n ? -amount : amount
  const whole = (size / 100n).toString().replace(/\B(?=(\d{3})+(?!\d))/g, '.')
  return `${amount < 0n ? '-' : ''}${whole},${(size % 100n).toString().padStart(2, '0')}`
}

/** "1234.50", for files and schemas. */
export function decimal(amount: Cents): string {
  const size = amount < 0n ? -amount : amount
  return `${amount < 0n ? '-' : ''}${size / 100n}.${(size % 100n).toString().padStart(2, '0')}`
}

/** Reads what a Dutch person types: "12", "12,5", "1.234,50", "€ 12.50"; null when it is no amount. */
export function parseEuro(typed: string): Cents | null {
  const text = typed.replace(/[€\s\u00a0]/g, '').replace(/^[−–]/, '-')
  const dutch = /^(-?)(\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,(\d{1,2}|-))?$/.exec(text)
  const pointed = /^(-?)(\d{1,12})\.(\d{1,2})$/.exec(text)
  const match = dutch ?? pointed
  if (!match) return null
  const [, sign, whole = '0', part = '0'] = match
  const size = BigInt(whole.replaceAll('.', '')) * 100n + BigInt(part === '-' ? '0' : part.padEnd(2, '0'))
  return (sign ? -size : size) as Cents
}

/** "21%" or "12,5%". */
export function percent(share: BasisPoints): string {
  const whole = share / 100n
  const rest = share % 100n
  if (rest === 0n) return `${whole}%`
  return `${whole},${rest.toString().padStart(2, '0').replace(/0$/, '')}%`
}
