import { cents } from '#kit/money.ts'

/** Numbers of a copy that are no amounts. */
const PLAIN = ['version']

/** A copy as it came back from the database. */
export function contentFrom(stored: unknown): unknown {
  if (Array.isArray(stored)) return stored.map(contentFrom)
  if (stored === null || typeof stored !== 'object') return stored
  return Object.fromEntries(
    Object.entries(stored).map(([key, value]) => [key, typeof value === 'number' && !PLAIN.includes(key) ? cents(value) : contentFrom(value)]),
  )
}
