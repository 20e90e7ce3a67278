import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { refuse } from '#kit/refusal.ts'
import type { Settings } from '#kit/settings.ts'
import { accessTextsOf } from '../access.en.ts'
import type { Env } from '../env.ts'
import { isSecure } from './session.ts'

const COOKIE = 'formulier'

/** Ties a form to the browser it was shown in: a cookie and the same value, keyed with the secret, in the form. */
export function formToken(c: Context<Env>): string {
  let seed = getCookie(c, COOKIE)
  if (!seed || !/^[\w-]{22}$/.test(seed)) {
    seed = randomBytes(16).toString('base64url')
    setCookie(c, COOKIE, seed, { httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure(c) })
  }
  return sign(c, seed)
}

/** Whether the token in a form belongs to this browser. */
export function formTokenMatches(c: Context<Env>, token: unknown): boolean {
  const seed = getCookie(c, COOKIE)
  if (!seed || typeof token !== 'string') return false
  const expected = Buffer.from(sign(c, seed))
  const given = Buffer.from(token)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** The fields of a form that this browser was shown; refuses any other. */
export async function ownForm(c: Context<Env>): Promise<Readonly<Record<string, string>>> {
  const body = await c.req.parseBody()
  if (!formTokenMatches(c, body._csrf)) refuse(accessTextsOf(c.var.language).refusals.formExpired, {}, { kind: 'forbidden' })
  return Object.fromEntries(Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}

/** So many browsers of the last moments need no new reckoning; every page of theirs asks for the same token. */
const MOST_KNOWN = 1000
const known = new WeakMap<Settings, Map<string, string>>()

function sign(c: Context<Env>, seed: string): string {
  const settings = c.get('settings')
  const tokens = known.get(settings) ?? new Map<string, string>()
  known.set(settings, tokens)
  const token = tokens.get(seed) ?? createHmac('sha256', settings.secret).update(`form ${seed}`).digest('base64url').slice(0, 32)
  if (tokens.size >= MOST_KNOWN) tokens.clear()
  tokens.set(seed, token)
  return token
}
