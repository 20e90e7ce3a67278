import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Env } from './env.ts'
import type { PersonId } from './permit.ts'

const SESSION = 'sessie'
const SEAT = 'rol'

/** The signed-in person of this request, or null. */
export async function readSession(c: Context<Env>): Promise<PersonId | null> {
  const value = getCookie(c, SESSION) ?? ''
  const [person = '', signature = ''] = value.split('.')
  const expected = Buffer.from(sign(c, person))
  const given = Buffer.from(signature)
  return person && expected.length === given.length && timingSafeEqual(expected, given) ? (person as PersonId) : null
}

/** Begins a session for a person of the demo. */
export async function beginDemoSession(c: Context<Env>, person: PersonId): Promise<void> {
  setCookie(c, SESSION, `${person}.${sign(c, person)}`, { httpOnly: true, sameSite: 'Lax', path: '/', secure: c.var.settings.baseUrl.startsWith('https:') })
  deleteCookie(c, SEAT, { path: '/' })
}

export async function endSession(c: Context<Env>): Promise<void> {
  deleteCookie(c, SESSION, { path: '/' })
  deleteCookie(c, SEAT, { path: '/' })
}

/** The role chosen in the header; the first one where none was chosen. */
export function chosenSeat(c: Context<Env>): string | null {
  return getCookie(c, SEAT) ?? null
}

export function chooseSeat(c: Context<Env>, seat: string): void {
  setCookie(c, SEAT, seat, { httpOnly: true, sameSite: 'Lax', path: '/', secure: c.var.settings.baseUrl.startsWith('https:') })
}

function sign(c: Context<Env>, person: string): string {
  return createHmac('sha256', c.var.settings.secret).update(`session ${person}`).digest('base64url')
}
