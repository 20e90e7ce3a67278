import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import type { Settings } from '#kit/settings.ts'
import type { Language } from '#kit/text.ts'
import { accessTextsOf } from '../access.en.ts'
import type { Env } from '../env.ts'
import { deviceOf } from '../passkeys/device.rules.ts'
import type { PersonId } from '../permit.ts'
import type { Auth } from './auth.ts'
import { ensureIdentity, markEntered, personEmail } from './sign-in.sql.ts'

const SEAT = 'rol'
const LANGUAGE = 'taal'
const made = new WeakMap<Settings, Promise<Auth>>()

/** The package that signs in, loaded at the first need: a visitor of the front page does not wait for it. */
export function authOf(c: Context<Env>): Promise<Auth> {
  const { settings, world } = c.var
  const found = made.get(settings) ?? import('./auth.ts').then(({ makeAuth }) => makeAuth(world.database, settings))
  made.set(settings, found)
  return found
}

/** Begins a session for a person of the demo; the caller proves that this is one. */
export async function beginDemoSession(c: Context<Env>, person: PersonId): Promise<void> {
  if (c.var.kind !== 'demo') throw new Error('looking along as somebody exists in a demo only')
  if (!isId(person)) refuse(accessTextsOf(c.var.language).refusals.noSuchThing, {}, { kind: 'missing' })
  const now = c.var.world.clock.now()
  await c.var.world.database.unit({ role: 'opbloei_signin', organisation: null, person: null }, async (tx) => {
    const found = await personEmail(tx, person)
    if (!found) refuse(accessTextsOf(c.var.language).refusals.noSuchThing, {}, { kind: 'missing' })
    await ensureIdentity(tx, person, found.email, now)
    await markEntered(tx, person, now)
  })
  const auth = await authOf(c)
  passCookies(c, (await auth.api.beginDemo({ body: { person, device: deviceHere(c) }, headers: forAuth(c), returnHeaders: true })).headers)
  deleteCookie(c, SEAT, { path: '/' })
}

/** Begins a session for whoever gave a code on paper; the caller proved the code. */
export async function beginPaperSession(c: Context<Env>, person: PersonId): Promise<void> {
  const auth = await authOf(c)
  passCookies(c, (await auth.api.beginPaper({ body: { person, device: deviceHere(c) }, headers: forAuth(c), returnHeaders: true })).headers)
  deleteCookie(c, SEAT, { path: '/' })
}

/** Begins a session for whoever answered with a passkey: the device verified the person, so this is the second step too. */
export async function beginPasskeySession(c: Context<Env>, person: PersonId): Promise<void> {
  const auth = await authOf(c)
  const at = new Date(c.var.world.clock.now().epochMilliseconds)
  passCookies(c, (await auth.api.beginPasskey({ body: { person, at, device: deviceHere(c) }, headers: forAuth(c), returnHeaders: true })).headers)
  deleteCookie(c, SEAT, { path: '/' })
}

/** What this request runs on, in two words at most. */
export function deviceHere(c: Context<Env>): string | null {
  return deviceOf(c.req.header('user-agent') ?? '')
}

/** The mark of this browser's own session, to know it in the list of devices; null without one. */
export async function ownSession(c: Context<Env>): Promise<string | null> {
  const auth = await authOf(c)
  return (await auth.api.getSession({ headers: forAuth(c) }))?.session.token ?? null
}

/** Ends this session, here and in the database. */
export async function endSession(c: Context<Env>): Promise<void> {
  if (getCookie(c, sessionCookie(c))) {
    const auth = await authOf(c)
    passCookies(c, (await auth.api.signOut({ headers: forAuth(c), returnHeaders: true })).headers)
  }
  deleteCookie(c, SEAT, { path: '/' })
}

/** The role chosen in the header; null where none was chosen. */
export function chosenSeat(c: Context<Env>): string | null {
  return getCookie(c, SEAT) ?? null
}

/** Remembers in which role this browser works. */
export function chooseSeat(c: Context<Env>, seat: string): void {
  setCookie(c, SEAT, seat, { httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure(c) })
}

/** The language a visitor without an account chose; null where none was chosen. */
export function chosenLanguage(c: Context<Env>): Language | null {
  const language = getCookie(c, LANGUAGE)
  return language === 'nl' || language === 'en' ? language : null
}

/** Remembers in this browser in which language somebody reads. */
export function chooseLanguage(c: Context<Env>, language: Language): void {
  setCookie(c, LANGUAGE, language, { httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure(c), maxAge: 365 * 24 * 60 * 60 })
}

/** What the package may see of a request: its cookies. No address, no browser: a session keeps neither. */
export function forAuth(c: Context<Env>): Headers {
  return new Headers({ cookie: c.req.header('cookie') ?? '' })
}

export function passCookies(c: Context<Env>, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
}

export function isSecure(c: Context<Env>): boolean {
  return c.var.settings.baseUrl.startsWith('https:')
}

export function sessionCookie(c: Context<Env>): string {
  return `${isSecure(c) ? '__Secure-' : ''}opbloei.session_token`
}
