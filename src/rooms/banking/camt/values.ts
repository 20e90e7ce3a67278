import { type Day, dayOf, findDay } from '#kit/day.ts'
import { type Cents, euro } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { nl } from '../banking.nl.ts'
import type { Gathered } from './shape.ts'

const MOST = 10n ** 15n

/** Exact cents from a decimal of the file; refuses another currency, parts of a cent, and what is no amount. */
export function centsIn(facts: Gathered, field: string, line: number): Cents {
  const text = facts[field]
  const currency = facts[`${field}:currency`]
  if (text === undefined || text === '') return refuse(nl.camt.noAmount, { line })
  if (currency !== 'EUR') return refuse(nl.camt.otherCurrency, { line, currency: currency === undefined ? '–' : currency.slice(0, 10) })
  return exactCents(text, line)
}

/** "18.150" is 1815 cents; "18.155" is refused, for rounding would lose money. */
export function exactCents(text: string, line: number): Cents {
  const match = /^\+?(\d{0,18})(?:\.(\d{0,18}))?$/.exec(text)
  const [, whole = '', part = ''] = match ?? []
  if (!match || whole + part === '') return refuse(nl.camt.notAmount, { line, found: text.slice(0, 30) })
  if (/[1-9]/.test(part.slice(2))) return refuse(nl.camt.partOfCent, { line, found: text })
  const cents = BigInt(whole || '0') * 100n + BigInt(part.slice(0, 2).padEnd(2, '0'))
  if (cents > MOST) return refuse(nl.camt.tooMuch, { line, most: euro(MOST as Cents) })
  return cents as Cents
}

/** Credit is money in: positive. */
export function signOf(facts: Gathered, line: number): bigint {
  if (facts.side === 'CRDT') return 1n
  if (facts.side === 'DBIT') return -1n
  return refuse(nl.camt.noSide, { line })
}

/** The day in Amsterdam of a date or a moment in the file; refuses a day that does not exist. */
export function dayIn(text: string, line: number): Day {
  const offset = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(text)
  const found = offset ? instantDay(text) : /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+|Z|[+-]\d{2}:\d{2})?$/.test(text) ? findDay(text.slice(0, 10)) : null
  if (!found || found < '1970-01-01' || found > '2199-12-31') return refuse(nl.camt.noSuchDay, { line, found: text.slice(0, 40) })
  return found
}

function instantDay(text: string): Day | null {
  try {
    return dayOf(Temporal.Instant.from(text))
  } catch {
    return null
  }
}
