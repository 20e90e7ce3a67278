import { createHash } from 'node:crypto'

/** The fingerprint of a text: what a signature is of. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
