import { createHash, randomBytes } from 'node:crypto'
import { dayOf, longDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { queueMail } from '#kit/mail.ts'
import { refuse } from '#kit/refusal.ts'
import { fill, type Language } from '#kit/text.ts'
import { insertLooks } from '../access.sql.ts'
import type { World } from '../act.ts'
import type { Permit, PersonId } from '../permit.ts'
import { countTry } from '../sign-in/sign-in.sql.ts'
import { nextAddressStep } from './new-address.rules.ts'
import { textsOf } from './people.en.ts'
import {
  acrossOrganisations,
  deleteNewAddress,
  endSessions,
  type NewAddress,
  newAddressBehind,
  newAddressOf,
  onBehalfOf,
  personOfAddress,
  type Standing,
  saveNewAddress,
  setAddress,
  standingOf,
} from './people.sql.ts'

/** What became of an address: nothing changed, it counts now, or it waits until it has proved itself. */
export type AddressOutcome = 'kept' | 'set' | 'waiting'

/** Asked by somebody else, a new address waits so long for an objection from the old one. */
const OBJECTION_HOURS = 72
const PROOF_HOURS = 7 * 24
const TRIES = 5

/**
 * Changes the address a person signs in with. Where nobody ever came in it counts at once; else the new address proves itself by a link, the old
 * one is told, and all sessions end at the change. Asked by somebody else, the link works after three days only, and the old address can stop it.
 * Refuses to empty an address that signs in, and more than five changes in a quarter of an hour.
 */
export async function changeAddress(
  tx: Tx,
  permit: Permit<'member.edit'> | Permit<'person.address'>,
  person: PersonId,
  typed: string | null,
  home: string,
): Promise<AddressOutcome> {
  const email = typed?.toLowerCase() ?? null
  const self = permit.person === person
  const outcome = await acrossOrganisations(tx, async (): Promise<AddressOutcome> => {
    const standing = await standingOf(tx, person, permit.organisation, permit.today)
    const taken = email ? await personOfAddress(tx, email) : null
    const step = nextAddressStep({
      before: standing.email,
      after: email,
      self,
      entered: standing.entered,
      elsewhere: standing.elsewhere,
      taken: taken !== null,
    })
    if (step === 'keep') return 'kept'
    const refusals = textsOf(permit.language).refusals
    if (step === 'refuse' || !email) {
      if (step === 'refuse') refuse(refusals.addressNeeded, {}, { field: 'email' })
      await setAddress(tx, person, null, false, permit.now)
      return 'set'
    }
    if (step === 'set') {
      await setAddress(tx, person, email, false, permit.now)
      await deleteNewAddress(tx, person)
      return 'set'
    }
    if ((await countTry(tx, hashOf(`address ${person}`), permit.now, 15)) > TRIES) refuse(refusals.tooOften, {}, { kind: 'often' })
    await letProve(tx, permit, person, email, standing, taken, home)
    return 'waiting'
  })
  if (outcome === 'kept') return outcome
  if (!self) await insertLooks(tx, permit, [person])
  await happened(tx, permit, outcome === 'set' ? 'address.set' : 'address.asked', { person })
  return outcome
}

/** The address of oneself that waits for its proof, or null. */
export async function waitingAddress(tx: Tx, permit: { person: PersonId | null; now: NewAddress['worksFrom'] }): Promise<NewAddress | null> {
  const found = permit.person ? await newAddressOf(tx, permit.person) : null
  return found && Temporal.Instant.compare(permit.now, found.worksUntil) < 0 ? found : null
}

/** Stops the change of one's own address. */
export async function stopOwnChange(tx: Tx, permit: Permit<'person.address'>): Promise<void> {
  if (!permit.person) return
  await deleteNewAddress(tx, permit.person)
  await happened(tx, permit, 'address.stopped', { person: permit.person })
}

/** What a link in a mail about an address can do now; looking changes nothing. */
export async function linkStands(
  world: World,
  which: 'proof' | 'stop',
  token: string,
): Promise<{ state: 'old' | 'early' | 'open'; address: NewAddress | null }> {
  const now = world.clock.now()
  const address = await world.database.unit(asSignIn, (tx) => newAddressBehind(tx, which, hashOf(token)))
  return { state: stateOf(address, which, now), address }
}

/** Makes the new address count: from now on it signs in, all sessions end, and the old address is told. Gives whether the link was still good. */
export function proveAddress(world: World, token: string): Promise<boolean> {
  const now = world.clock.now()
  return world.database.unit(asSignIn, async (tx) => {
    const found = await newAddressBehind(tx, 'proof', hashOf(token))
    if (!found || stateOf(found, 'proof', now) !== 'open') return false
    const standing = await standingOf(tx, found.person, found.organisation, dayOf(now))
    await deleteNewAddress(tx, found.person)
    if (await personOfAddress(tx, found.email)) return false
    await setAddress(tx, found.person, found.email, true, now)
    await endSessions(tx, found.person)
    if (standing.email) {
      const { changed } = textsOf(standing.language).mails
      await queueMail(tx, { organisation: null, now }, { to: standing.email, subject: changed.subject, text: fill(changed.text, { name: standing.name }) })
    }
    await onBehalfOf(tx, found.organisation)
    await happened(tx, { organisation: found.organisation, person: found.person, role: 'member', now }, 'address.changed', { person: found.person })
    return true
  })
}

/** Keeps the old address: what waited is forgotten. Gives whether there was anything to stop. */
export function stopAddress(world: World, token: string): Promise<boolean> {
  const now = world.clock.now()
  return world.database.unit(asSignIn, async (tx) => {
    const found = await newAddressBehind(tx, 'stop', hashOf(token))
    if (!found) return false
    await deleteNewAddress(tx, found.person)
    await onBehalfOf(tx, found.organisation)
    await happened(tx, { organisation: found.organisation, person: found.person, role: 'member', now }, 'address.stopped', { person: found.person })
    return true
  })
}

const asSignIn = { role: 'opbloei_signin', organisation: null, person: null } as const

/** Writes the change down and mails both addresses. Who asks must not learn that an address belongs to somebody: its owner is told instead. */
async function letProve(
  tx: Tx,
  permit: Permit<'member.edit'> | Permit<'person.address'>,
  person: PersonId,
  email: string,
  standing: Standing,
  owner: { language: Language } | null,
  home: string,
): Promise<void> {
  const self = permit.person === person
  const [proof, stop] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')]
  const worksFrom = self ? permit.now : permit.now.add({ hours: OBJECTION_HOURS })
  const worksUntil = worksFrom.add({ hours: PROOF_HOURS })
  const { organisation, now } = permit
  await saveNewAddress(tx, {
    ...{ person, organisation, email, worksFrom, worksUntil, askedAt: now, askedBy: permit.person },
    ...{ proofHash: hashOf(proof), stopHash: hashOf(stop) },
  })
  const { mails } = textsOf(standing.language)
  const facts = {
    name: standing.name,
    from: longDay(dayOf(worksFrom), standing.language),
    until: longDay(dayOf(worksUntil), standing.language),
    proof: `${home}/inloggen/nieuw-adres/${proof}`,
    stop: `${home}/inloggen/oud-adres/${stop}`,
  }
  const write = (to: string, mail: { subject: string; text: string }) =>
    queueMail(tx, { organisation: null, now }, { to, subject: mail.subject, text: fill(mail.text, facts) })
  await write(email, owner ? textsOf(owner.language).mails.taken : self ? mails.prove : mails.proveLater)
  if (standing.email) await write(standing.email, self ? mails.notice : mails.noticeOther)
}

function stateOf(address: NewAddress | null, which: 'proof' | 'stop', now: NewAddress['worksFrom']): 'old' | 'early' | 'open' {
  if (!address || Temporal.Instant.compare(now, address.worksUntil) >= 0) return 'old'
  return which === 'proof' && Temporal.Instant.compare(now, address.worksFrom) < 0 ? 'early' : 'open'
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
