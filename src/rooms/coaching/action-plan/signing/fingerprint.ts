import { createHash } from 'node:crypto'
import { fingerprintText, type PlanContent } from './signing.rules.ts'

/** The fingerprint of a plan, as 64 signs. */
export function hashOf(content: PlanContent): string {
  return digest(fingerprintText(content))
}

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
