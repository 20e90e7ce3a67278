import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { today } from '#kit/clock.ts'
import type { UnitOf } from '#kit/db.ts'
import { z } from '#kit/form.ts'
import { log } from '#kit/log.ts'
import { queueMail } from '#kit/mail.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import type { PersonFacts } from '../access.sql.ts'
import type { Env } from '../env.ts'
import type { PersonId } from '../permit.ts'
import { limited } from '../sign-in/limits.ts'
import { digestOf, sealed, unsealed } from '../sign-in/sealed.ts'
import { beginPasskeySession, deviceHere, endSession, ownSession } from '../sign-in/session.ts'
import { ensureIdentity, markEntered, personEmail, rolesOf, secondFactorOf } from '../sign-in/sign-in.sql.ts'
import { deviceInWords } from './device.rules.ts'
import { passkeyTexts } from './passkeys.en.ts'
import { mustStay } from './passkeys.rules.ts'
import {
  answeredFirst,
  type Device,
  deletePasskey,
  deleteSession,
  devicesOf,
  holdPasskeys,
  insertPasskey,
  passkeyAt,
  passkeysOf,
  usedPasskey,
} from './passkeys.sql.ts'

/** How long a page may stand open before its question is old. */
const MINUTES = 30
const MOST = 10
const unit: UnitOf = { role: 'opbloei_signin', organisation: null, person: null }

/** What a page asks the browser to have signed, and the same sealed, to come back with the answer. */
export type Ceremony = { readonly options: string; readonly seal: string }

const Answer = z.object({
  id: z.string().max(1400),
  rawId: z.string().max(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).catch({}),
})
const Entered = Answer.extend({ response: z.object({ clientDataJSON: z.string(), authenticatorData: z.string(), signature: z.string() }) })
const Made = Answer.extend({ response: z.object({ clientDataJSON: z.string(), attestationObject: z.string() }) })

/** The question of the sign-in page: any passkey of this house, with the person verified by the device. */
export function enterCeremony(c: Context<Env>): Ceremony {
  return ask(c, 'enter', (challenge) => ({ challenge, rpId: houseOf(c), userVerification: 'required', timeout: 300_000 }))
}

/** The question of the own account: a new key that the device keeps with the account. */
export function addCeremony(c: Context<Env>, person: PersonFacts, known: readonly { readonly id: string }[]): Ceremony {
  return ask(c, `add ${person.id}`, (challenge) => ({
    challenge,
    rp: { id: houseOf(c), name: 'Opbloei' },
    user: { id: Buffer.from(person.id).toString('base64url'), name: person.email ?? person.name, displayName: person.name },
    pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    excludeCredentials: known.map(({ id }) => ({ type: 'public-key', id })),
    attestation: 'none',
    timeout: 300_000,
  }))
}

/** Begins a session for whoever answers with a passkey of a person that has a role; refuses any other, and an answer that was given before. */
export async function enterByPasskey(c: Context<Env>, seal: string, answer: string): Promise<void> {
  const words = passkeyTexts(c.var.language).refusals
  const given = parsed(Entered, answer) ?? refuse(words.failed)
  await limited(c, 'passkey', given.id)
  const { world, settings } = c.var
  const now = world.clock.now()
  const challenge = unsealed(settings.secret, 'passkey enter', seal, now)?.challenge ?? refuse(words.failed)
  const known = (await world.database.unit(unit, (tx) => passkeyAt(tx, given.id))) ?? refuse(words.unknown)
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  const { authenticationInfo } = await verifyAuthenticationResponse({
    response: given,
    expectedChallenge: challenge,
    expectedOrigin: originOf(c),
    expectedRPID: houseOf(c),
    credential: { id: given.id, publicKey: known.publicKey, counter: known.counter },
    requireUserVerification: true,
  })
    .then((found) => (found.verified ? found : refuse(words.failed)))
    .catch(told(c, words.failed))
  await world.database.unit(unit, async (tx) => {
    if (!(await answeredFirst(tx, digestOf(settings.secret, 'answered', challenge), now))) refuse(words.failed)
    if ((await rolesOf(tx, known.person, today(world.clock))).length === 0) refuse(words.unknown)
    await usedPasskey(tx, given.id, authenticationInfo.newCounter, now)
    await markEntered(tx, known.person, now)
  })
  await endSession(c)
  await beginPasskeySession(c, known.person)
}

/** Keeps a new passkey under a name, or under that of the device, and tells the person by mail. The same answer once more changes nothing. */
export async function addPasskey(c: Context<Env>, person: PersonFacts, seal: string, answer: string, label: string): Promise<void> {
  const words = passkeyTexts(c.var.language)
  const { world, settings } = c.var
  const now = world.clock.now()
  const given = parsed(Made, answer) ?? refuse(words.refusals.notMade)
  const challenge = unsealed(settings.secret, `passkey add ${person.id}`, seal, now)?.challenge ?? refuse(words.refusals.notMade)
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  const { registrationInfo } = await verifyRegistrationResponse({
    response: given,
    expectedChallenge: challenge,
    expectedOrigin: originOf(c),
    expectedRPID: houseOf(c),
    requireUserVerification: true,
  })
    .then((found) => (found.verified ? found : refuse(words.refusals.notMade)))
    .catch(told(c, words.refusals.notMade))
  const name = label || deviceInWords(deviceHere(c), words)
  const { id, publicKey, counter } = registrationInfo.credential
  await world.database.unit(unit, async (tx) => {
    const personId = person.id as PersonId
    await ensureIdentity(tx, personId, person.email, now)
    const mine = await holdPasskeys(tx, personId)
    if (mine.includes(id)) return
    const first = await answeredFirst(tx, digestOf(settings.secret, 'answered', challenge), now)
    if (!first || (await passkeyAt(tx, id))) return first ? refuse(words.refusals.notMade) : undefined
    if (mine.length >= MOST) refuse(words.refusals.many)
    await insertPasskey(tx, { id, person: personId, publicKey, counter, label: name, at: now })
    if (!person.email) return
    const text = fill(words.mail.text, { name: person.name, link: `${settings.baseUrl}/mijn-account` })
    await queueMail(tx, { organisation: null, now }, { to: person.email, subject: words.mail.subject, text })
  })
}

/** Forgets a passkey; refuses the last way in of somebody without mail, and the only second step of somebody whose role asks for one. */
export async function removePasskey(c: Context<Env>, person: PersonId, id: string): Promise<void> {
  const words = passkeyTexts(c.var.language).refusals
  const { world, kind } = c.var
  await world.database.unit(unit, async (tx) => {
    const mine = await holdPasskeys(tx, person)
    if (!mine.includes(id)) return
    const stays = mustStay({
      passkeys: mine.length,
      email: Boolean((await personEmail(tx, person))?.email),
      app: (await secondFactorOf(tx, person)) === 'proved',
      mustStepTwice: kind === 'real' && (await rolesOf(tx, person, today(world.clock))).some((role) => role !== 'member'),
    })
    if (stays) refuse(words[stays])
    await deletePasskey(tx, person, id)
  })
}

/** Signs one own device out. */
export async function signOutDevice(c: Context<Env>, person: PersonId, session: string): Promise<void> {
  await c.var.world.database.unit(unit, (tx) => deleteSession(tx, person, session))
}

/** Where this person is signed in, and which of these is this browser. */
export async function ownDevices(c: Context<Env>, person: PersonId): Promise<{ devices: Device[]; here: string | null }> {
  const now = c.var.world.clock.now()
  return { devices: await c.var.world.database.unit(unit, (tx) => devicesOf(tx, person, now)), here: await ownSession(c) }
}

/** The own passkeys. */
export function ownPasskeys(c: Context<Env>, person: PersonId): ReturnType<typeof passkeysOf> {
  return c.var.world.database.unit(unit, (tx) => passkeysOf(tx, person))
}

function ask(c: Context<Env>, purpose: string, options: (challenge: string) => object): Ceremony {
  const challenge = randomBytes(32).toString('base64url')
  const { settings, world } = c.var
  return { options: JSON.stringify(options(challenge)), seal: sealed(settings.secret, `passkey ${purpose}`, { challenge }, world.clock.now(), MINUTES) }
}

/** The name under which devices keep keys for this house: where it stands on the net. */
function houseOf(c: Context<Env>): string {
  return new URL(c.var.settings.baseUrl).hostname
}

/** Where an answer must have been given; on one's own machine any port will do. */
function originOf(c: Context<Env>): string {
  const home = new URL(c.var.settings.baseUrl)
  const here = new URL(c.req.url)
  return home.hostname === 'localhost' && here.hostname === 'localhost' ? here.origin : home.origin
}

function parsed<T>(shape: z.ZodType<T>, answer: string): T | null {
  if (answer.length > 20_000) return null
  try {
    return shape.safeParse(JSON.parse(answer)).data ?? null
  } catch {
    return null
  }
}

/** What the package finds wrong is written down without its words, which hold addresses. */
function told(c: Context<Env>, words: Parameters<typeof refuse>[0]): (error: unknown) => never {
  return () => {
    log.warn({ route: c.req.routePath }, 'passkey refused')
    return refuse(words)
  }
}
