import { createHash } from 'node:crypto'

/** The text by which two things are compared and sealed: the same content is the same text, in whatever order its parts were kept. */
export function sameText(value: unknown): string {
  return JSON.stringify(value, (_, part) => {
    if (typeof part === 'bigint') return String(part)
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part as Record<string, unknown>).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** The SHA-256 of what something says, in hexadecimal: changed by one letter it is another one. */
export function sealOf(value: unknown): string {
  return createHash('sha256').update(sameText(value)).digest('hex')
}
