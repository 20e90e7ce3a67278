import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { today } from '#kit/clock.ts'
import type { UnitOf } from '#kit/db.ts'
import { log } from '#kit/log.ts'
import { queueMail } from '#kit/mail.ts'
import { refuse } from '#kit/refusal.ts'
import { fill, type Language } from '#kit/text.ts'
import type { Env } from '../env.ts'
import { onlyPasskeyOpens } from '../passkeys/passkeys.rules.ts'
import { countPasskeys, markDevice } from '../passkeys/passkeys.sql.ts'
import type { PersonId } from '../permit.ts'
import { CODE_MINUTES, limited } from './limits.ts'
import { digestOf, sealed, unsealed } from './sealed.ts'
import { authOf, deviceHere, endSession, forAuth, isSecure, passCookies } from './session.ts'
import { textsOf } from './sign-in.en.ts'
import { ensureIdentity, markEntered, markWayIn, personByEmail, rolesOf, secondFactorOf } from './sign-in.sql.ts'

const WAITING = 'inloggen'
const unit: UnitOf = { role: 'opbloei_signin', organisation: null, person: null }

/** Sends a code and a link to an address that belongs to somebody with a role; who asks cannot see whether it does. */
export async function requestCode(c: Context<Env>, email: string, to: string): Promise<void> {
  await limited(c, 'send', email)
  const { settings, world } = c.var
  const now = world.clock.now()
  const found = await world.database.unit(unit, async (tx) => {
    const person = await personByEmail(tx, email, today(world.clock))
    if (person?.welcome) await ensureIdentity(tx, person.person, email, now)
    return person?.welcome ? person : null
  })
  const auth = await authOf(c)
  // A stranger takes as long as somebody we know: the code of a stranger belongs to an address that nobody can type.
  const address = found ? email : `${digestOf(settings.secret, 'nobody', email)}@invalid.nl`.toLowerCase()
  const code = await auth.api.createVerificationOTP({ body: { email: address, type: 'sign-in' } })
  if (found) {
    const words = textsOf(found.language as Language).mail
    const link = `${settings.baseUrl}/inloggen/link/${sealed(settings.secret, 'link', { email, code, to }, now, CODE_MINUTES)}`
    const text = fill(words.text, { code, link, minutes: CODE_MINUTES })
    await world.database.unit(unit, (tx) => queueMail(tx, { organisation: null, now }, { to: email, subject: fill(words.subject, { code }), text }))
  }
  const waiting = sealed(settings.secret, 'waiting', { email, to }, now, 30)
  setCookie(c, WAITING, waiting, { httpOnly: true, sameSite: 'Lax', path: '/inloggen', secure: isSecure(c), maxAge: 30 * 60 })
}

/** For which address this browser asked a code, and where it wanted to go. */
export function waiting(c: Context<Env>): { email: string; to: string } | null {
  const facts = unsealed(c.var.settings.secret, 'waiting', getCookie(c, WAITING) ?? '', c.var.world.clock.now())
  return facts?.email ? { email: facts.email, to: facts.to ?? '' } : null
}

/** What a link in a mail holds; null when it is old or spoilt. Looking does not spend it. */
export function readLink(c: Context<Env>, token: string): { email: string; code: string; to: string } | null {
  const facts = unsealed(c.var.settings.secret, 'link', token, c.var.world.clock.now())
  return facts?.email && facts.code ? { email: facts.email, code: facts.code, to: facts.to ?? '' } : null
}

/** Begins a session with a code; gives where to go. Refuses a code that is wrong, old, used, or tried three times. */
export async function enter(c: Context<Env>, email: string, code: string, to: string, by: 'mailCode' | 'mailLink' = 'mailCode'): Promise<string> {
  await limited(c, 'code', email)
  await endSession(c)
  const auth = await authOf(c)
  const entered = await auth.api.signInEmailOTP({ body: { email, otp: code }, headers: new Headers(), returnHeaders: true }).catch(told(c, 'code'))
  if (!entered) refuse(textsOf(c.var.language).refusals.wrongCode, {}, { field: 'code' })
  await c.var.world.database.unit(unit, async (tx) => {
    await markEntered(tx, entered.response.user.id as PersonId, c.var.world.clock.now())
    await markWayIn(tx, entered.response.token, by)
    await markDevice(tx, entered.response.token, deviceHere(c))
  })
  passCookies(c, entered.headers)
  deleteCookie(c, WAITING, { path: '/inloggen' })
  return safePath(to)
}

/** Who stands before the second step, or passed it: what there is already, whether the role asks for it, and whether only a passkey opens it. */
export type SecondStep = {
  readonly person: PersonId
  readonly has: 'none' | 'begun' | 'proved'
  readonly passkeys: number
  readonly must: boolean
  readonly onlyPasskey: boolean
}

export async function secondStepOf(c: Context<Env>): Promise<SecondStep | null> {
  const person = c.var.halfway ?? c.var.person?.id
  if (!person) return null
  return c.var.world.database.unit(unit, async (tx) => {
    const has = await secondFactorOf(tx, person)
    const passkeys = await countPasskeys(tx, person)
    const must = c.var.kind === 'real' && (await rolesOf(tx, person, today(c.var.world.clock))).some((role) => role !== 'member')
    return { person, has, passkeys, must, onlyPasskey: onlyPasskeyOpens({ halfway: c.var.halfway !== null, passkeys, app: has }) }
  })
}

/** Makes a new key for an app; the old one, if it was never proved, is worth nothing any more. */
export async function beginSecondStep(c: Context<Env>): Promise<void> {
  const auth = await authOf(c)
  passCookies(c, (await auth.api.enableTwoFactor({ body: { method: 'totp' }, headers: forAuth(c), returnHeaders: true })).headers)
}

/** The key that waits for its first code, as an address that an app reads from a picture. */
export async function keyOfSecondStep(c: Context<Env>): Promise<string> {
  const auth = await authOf(c)
  return (await auth.api.getTOTPURI({ body: {}, headers: forAuth(c) })).totpURI
}

/** Passes the second step with a code of the app, or with one of the ten codes on paper; the session becomes a new one. */
export async function passSecondStep(c: Context<Env>, person: PersonId, by: 'app' | 'paper', code: string): Promise<void> {
  await limited(c, 'second', person)
  const auth = await authOf(c)
  const refusals = textsOf(c.var.language).refusals
  const call = by === 'app' ? auth.api.verifyTOTP : auth.api.verifyBackupCode
  const passed = await call({ body: { code }, headers: forAuth(c), returnHeaders: true }).catch(told(c, by))
  if (!passed) refuse(by === 'app' ? refusals.wrongAppCode : refusals.wrongRecovery, {}, { field: by === 'app' ? 'code' : 'herstelcode' })
  const at = new Date(c.var.world.clock.now().epochMilliseconds)
  const headers = withCookies(forAuth(c), passed.headers)
  passCookies(c, (await auth.api.strengthen({ body: { at }, headers, returnHeaders: true })).headers)
}

/** The codes for paper, for the ten minutes after the second step; null later. */
export async function recoveryCodes(c: Context<Env>): Promise<readonly string[] | null> {
  const auth = await authOf(c)
  const session = await auth.api.getSession({ headers: forAuth(c) })
  const since = c.var.world.clock.now().subtract({ minutes: 10 }).epochMilliseconds
  const shownAt = session?.session.secondFactorAt?.getTime() ?? 0
  const now = c.var.world.clock.now().epochMilliseconds
  if (!session?.user.twoFactorEnabled || shownAt < since || shownAt > now) return null
  return (await auth.api.viewBackupCodes({ body: { userId: session.user.id } })).backupCodes
}

/** Takes the second step away; refuses where the role asks for it. */
export async function endSecondStep(c: Context<Env>): Promise<void> {
  if ((await secondStepOf(c))?.must) refuse(textsOf(c.var.language).refusals.factorNeeded)
  const auth = await authOf(c)
  passCookies(c, (await auth.api.disableTwoFactor({ body: {}, headers: forAuth(c), returnHeaders: true })).headers)
}

/** Ends every session of this person, on every machine. */
export async function leaveEverywhere(c: Context<Env>): Promise<void> {
  const auth = await authOf(c)
  await auth.api.revokeSessions({ headers: forAuth(c) })
  await endSession(c)
}

/** A way inside this house, or its start: never somebody else's address. */
export function safePath(to: string): string {
  return /^\/(?![/\\])[\w/?=&%.,~-]*$/.test(to) && !to.startsWith('/inloggen') ? to : '/start'
}

/** A refusal of the package is written down without its words; anything else is our mistake. */
function told(c: Context<Env>, by: string): (error: unknown) => null {
  return (error) => {
    const { name, body } = error as { name?: string; body?: { code?: string } }
    if (name !== 'APIError') throw error
    log.warn({ by, route: c.req.routePath, code: body?.code }, 'sign-in refused')
    return null
  }
}

/** The request's cookies with what an answer has just changed. */
function withCookies(headers: Headers, answer: Headers): Headers {
  const jar = new Map((headers.get('cookie') ?? '').split(/;\s*/).map((pair) => [pair.slice(0, pair.indexOf('=')), pair]))
  for (const cookie of answer.getSetCookie()) {
    const [pair = ''] = cookie.split(';')
    jar.set(pair.slice(0, pair.indexOf('=')), pair)
  }
  return new Headers({ cookie: [...jar.values()].filter(Boolean).join('; ') })
}
