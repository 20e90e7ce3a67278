import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Instant } from '#kit/day.ts'

/** What somebody carries for us without being able to read or change it, for `minutes`. */
export function sealed(secret: string, purpose: string, facts: Readonly<Record<string, string>>, now: Instant, minutes: number): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), iv)
  const text = JSON.stringify({ ...facts, until: now.add({ minutes }).epochMilliseconds })
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** What was sealed for the same purpose; null when it is spoilt or its time is over. */
export function unsealed(secret: string, purpose: string, seal: string, now: Instant): Readonly<Record<string, string>> | null {
  const bytes = Buffer.from(seal, 'base64url')
  if (bytes.length < 29 || bytes.length > 2000) return null
  try {
    const cipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), bytes.subarray(0, 12))
    cipher.setAuthTag(bytes.subarray(12, 28))
    const { until, ...facts } = JSON.parse(Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8'))
    return typeof until === 'number' && now.epochMilliseconds < until ? facts : null
  } catch {
    return null
  }
}

/** A name for something that must not be readable in the database, such as an address. */
export function digestOf(secret: string, purpose: string, value: string): string {
  return createHmac('sha256', secret).update(`${purpose}\0${value}`).digest('base64url')
}

function keyFor(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'opbloei', purpose, 32))
}
