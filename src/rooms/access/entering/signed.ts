import { createHmac, timingSafeEqual } from 'node:crypto'

/** What the package that signs in put in its cookie: a token, a dot and its HMAC-SHA256 in base64; null when somebody else wrote it. */
export function tokenSigned(cookie: string, secret: string): string | null {
  const dot = cookie.lastIndexOf('.')
  if (dot < 1) return null
  const token = cookie.slice(0, dot)
  const expected = createHmac('sha256', secret).update(token).digest()
  const given = Buffer.from(cookie.slice(dot + 1), 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}
