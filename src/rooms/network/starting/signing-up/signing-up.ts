import { createHash } from 'node:crypto'
import { withoutBsn } from '#kit/bsn.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { holdsAddress } from '#kit/holds-address.ts'
import { queueMail } from '#kit/mail.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import type { Permit } from '#rooms/access'
import { municipalities } from '#rooms/organisations'
import { insertInitiative } from '../starting.sql.ts'
import { texts } from './signing-up.en.ts'
import { SIGN_UP_KEPT, SIGN_UPS_A_WEEK, signUpStanding } from './signing-up.rules.ts'
import { deleteSignUps, insertSignUp, markDecided, markProved, type SignUp, type SignUpFacts, signUps } from './signing-up.sql.ts'

/** The secret address in the mail, made of the key of the form; the browser that sent the form never sees it. */
export function signUpToken(secret: string, id: string): string {
  return createHash('sha256').update(`begin ${secret} ${id}`).digest('base64url').slice(0, 32)
}

/**
 * Writes down that somebody wants to begin and mails where to prove the address; nothing else happens. The same `id` once more does nothing. Refuses a name that
 * holds an address or a BSN, a municipality that takes part already, and the fourth of one address in a week.
 */
export async function signUp(tx: Tx, permit: Permit<'start.signUp'>, id: string, typed: SignUpFacts, token: string, home: string): Promise<void> {
  if ((await signUps(tx, permit, { id })).length > 0) return
  const words = texts(permit.language)
  const facts = { ...typed, email: typed.email.toLowerCase() }
  for (const field of ['name', 'place', 'personName'] as const) {
    if (holdsAddress(facts[field])) refuse(words.refusals.address, {}, { field })
    withoutBsn(facts[field], field, permit.language)
  }
  if (facts.code !== null && (await municipalities(tx, permit)).some(({ code }) => code === facts.code)) refuse(words.refusals.here, {}, { field: 'code' })
  if ((await signUps(tx, permit, { email: facts.email })).length >= SIGN_UPS_A_WEEK) refuse(words.refusals.often)
  if (!(await insertSignUp(tx, permit, id, facts, hashOf(token)))) return
  // No word that was typed goes out before the address proved itself: somebody may have typed the address of another.
  const text = fill(words.mail.text, { link: `${home}/starten/bevestigen/${token}`, days: SIGN_UP_KEPT.initiative })
  await queueMail(tx, permit, { to: facts.email, subject: words.mail.subject, text })
}

/** What the holder of the address in the mail may read. Refuses (missing) another address. */
export async function signUpBehind(tx: Tx, permit: Permit<'start.signUp'>, token: string): Promise<SignUp> {
  const [found] = await signUps(tx, permit, { hash: hashOf(token) })
  return found ?? refuse(texts(permit.language).refusals.missing, {}, { kind: 'missing' })
}

/** The address proves itself: a plan begins at once, a municipality is put before the network. Once more does nothing. Refuses (missing) another address. */
export async function proveAddress(tx: Tx, permit: Permit<'start.signUp'>, token: string): Promise<void> {
  const found = await signUpBehind(tx, permit, token)
  if (!(await markProved(tx, permit, found.id))) return
  if (found.kind === 'initiative') {
    await insertInitiative(tx, permit, {
      id: found.id,
      kind: 'cooperative',
      own: true,
      name: found.name,
      place: found.place,
      personName: found.personName,
      email: found.email,
    })
    await happened(tx, permit, 'initiative.opened', { initiative: found.id })
  }
  await happened(tx, permit, 'initiative.signedUp', { initiative: found.id })
}

/** Municipalities whose address proved itself and that wait for the network. */
export async function townsToVerify(tx: Tx, permit: Permit<'start.oversee'> | Permit<'home.network'>): Promise<SignUp[]> {
  return (await signUps(tx, permit)).filter((each) => signUpStanding(each) === 'waits')
}

/**
 * Lets a municipality in, so that it gets a seat, or says why not; who asked reads it by mail. Refuses (missing) what is no municipality that waits, (conflict) what was
 * decided, and a no without words.
 */
export async function decideSignUp(tx: Tx, permit: Permit<'initiative.verify'>, id: string, accepted: boolean, why: string | null): Promise<void> {
  const [found] = await signUps(tx, permit, { id })
  if (found?.kind !== 'municipality' || !found.proved) return refuse(texts(permit.language).refusals.missing, {}, { kind: 'missing' })
  if (!accepted && why === null) refuse(texts(permit.language).refusals.why, {}, { field: 'words' })
  if (!(await markDecided(tx, permit, id, accepted, why))) refuse(texts(permit.language).refusals.decided, {}, { kind: 'conflict' })
  if (accepted) {
    await insertInitiative(tx, permit, {
      id: found.id,
      kind: 'municipality',
      own: true,
      name: found.name,
      place: found.place,
      personName: found.personName,
      email: found.email,
    })
    await happened(tx, permit, 'initiative.opened', { initiative: found.id })
  } else {
    const { mail } = texts(found.language)
    await queueMail(tx, permit, { to: found.email, subject: mail.declinedSubject, text: fill(mail.declined, { why: why ?? '' }) })
  }
  await happened(tx, permit, 'initiative.verified', { initiative: found.id, accepted: accepted ? 'yes' : 'no' })
}

/** Throws away sign-ups whose time is over. */
export async function forgetSignUps(tx: Tx, permit: Permit<'start.sweep'>): Promise<void> {
  for (const kind of ['initiative', 'municipality'] as const) await deleteSignUps(tx, permit, kind, permit.now.subtract({ hours: SIGN_UP_KEPT[kind] * 24 }))
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
