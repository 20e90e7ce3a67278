import { addDays, type Day, longDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { holdsAddress } from '#kit/holds-address.ts'
import { queueMail } from '#kit/mail.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { nl as accessTexts } from '../access.nl.ts'
import { moveEnd } from '../access.sql.ts'
import { endRole, giveRole } from '../access.ts'
import type { World } from '../act.ts'
import { handingTexts } from '../handing/handing.en.ts'
import { peopleLeft } from '../handing/handing.ts'
import { keepOne } from '../keeping/keeping.ts'
import { acrossOrganisations, personOfAddress, standingOf } from '../people/people.sql.ts'
import { personFor } from '../people/people.ts'
import { type Permit, type PersonId, personOf } from '../permit.ts'
import { invitingTexts } from './inviting.en.ts'
import { nl } from './inviting.nl.ts'
import { mayBeGiven } from './inviting.rules.ts'
import { clearSecondStep, hasAccepted, kindAndName, type StaffMember, staffMembers } from './inviting.sql.ts'
import { isProvisional } from './organisations.sql.ts'

/** How many roles an organisation may give before the network confirmed it: enough to begin together, too few to write to the world. */
const PROVISIONAL_STAFF = 10

export type Invitation = { readonly name: string; readonly email: string; readonly role: string; readonly until: Day }

/** Who works here today, and what this organisation is. */
export async function workplace(
  tx: Tx,
  permit: Permit<'person.invite'>,
): Promise<{ staff: StaffMember[]; organisation: NonNullable<Awaited<ReturnType<typeof kindAndName>>> }> {
  const organisation = (await kindAndName(tx, permit.organisation)) ?? refuse(accessTexts.refusals.noSuchThing, {}, { kind: 'missing' })
  return { organisation, staff: await staffMembers(tx, permit.organisation, permit.today) }
}

/**
 * Gives a role until a day to whoever has this address, known or not, and mails that one can sign in. The same invitation
 * again only moves the end. Refuses a role that is not given here, an end in the past or beyond three years, bringing the end of the last
 * administrator forward,
 * and more than ten roles before the network confirmed the organisation.
 */
export async function invite(
  tx: Tx,
  permit: Permit<'person.invite'> | Permit<'administrator.appoint'>,
  invitation: Invitation,
  home: string,
): Promise<PersonId> {
  const organisation = (await kindAndName(tx, permit.organisation)) ?? refuse(accessTexts.refusals.noSuchThing, {}, { kind: 'missing' })
  const { role, until } = invitation
  const email = invitation.email.toLowerCase()
  if (!mayBeGiven(organisation.kind, role) || (permit.action === 'administrator.appoint' && role !== 'administrator'))
    refuse(invitingTexts(permit.language).refusals.notThisRole, {}, { field: 'rol' })
  if (until <= permit.today) refuse(invitingTexts(permit.language).refusals.past, {}, { field: 'tot' })
  if (until > threeYearsAfter(permit.today)) refuse(invitingTexts(permit.language).refusals.tooLong, {}, { field: 'tot' })
  if (organisation.provisional && holdsAddress(invitation.name)) refuse(invitingTexts(permit.language).refusals.address, {}, { field: 'naam' })
  if (organisation.provisional && (await staffMembers(tx, permit.organisation, permit.today)).length >= PROVISIONAL_STAFF)
    refuse(invitingTexts(permit.language).refusals.tooMany)
  const { person, known } = await personFor(tx, permit, { name: invitation.name, email, language: 'nl' })
  await keepOne(tx, permit, person, role, until)
  if (await moveEnd(tx, permit.organisation, person, role, until, permit.today)) await happened(tx, permit, 'role.extended', { person, role })
  else await giveRole(tx, permit, person, role, permit.today, until)
  const facts = {
    name: known?.name ?? invitation.name,
    organisation: organisation.name,
    role: accessTexts.roles[role],
    until: longDay(until),
    link: `${home}/inloggen`,
  }
  await queueMail(tx, permit, { to: email, subject: nl.mail.subject, text: fill(nl.mail.text, facts) })
  return person
}

/** A role that somebody has here, and the people whom it leaves with nobody when it ends. Refuses (missing) a role this person does not have. */
export async function roleToEnd(
  tx: Tx,
  permit: Permit<'person.invite'>,
  person: PersonId,
  role: string,
): Promise<{ who: StaffMember; left: { subject: PersonId; name: string | null }[] }> {
  const who = await staffMember(tx, permit, person, role)
  return { who, left: await peopleLeft(tx, permit, person, role) }
}

/**
 * Ends a role; it counts no more from now on. Refuses one's own, a role that this person does not have here, and one that leaves people with nobody,
 * unless it must end `anyway`; the last one who can let others in always stays.
 */
export async function endStaffRole(tx: Tx, permit: Permit<'person.invite'>, person: PersonId, role: string, anyway = false): Promise<void> {
  const { who: found, left } = await roleToEnd(tx, permit, person, role)
  if (found.person === permit.person) refuse(invitingTexts(permit.language).refusals.yourself)
  if (left.length > 0 && !anyway) refuse(handingTexts(permit.language).refusals.peopleLeft)
  await keepOne(tx, permit, found.person, found.role, null)
  // The day before: somebody whose role is ended must not look on until midnight.
  await endRole(tx, permit, found.person, found.role, addDays(permit.today, -1))
}

/**
 * Takes the second step and the sessions of somebody away who lost the phone; they begin anew with their mail. Refuses for oneself, before the network confirmed the
 * organisation, for whoever works
 * elsewhere too, and for whoever has another role elsewhere and did not take on the one here: inviting an address must not be a way to weaken it.
 */
export async function clearFactor(tx: Tx, permit: Permit<'person.invite'>, person: PersonId): Promise<void> {
  const found = await staffMember(tx, permit, person, null)
  if (found.person === personOf(permit)) refuse(invitingTexts(permit.language).refusals.yourself)
  // Anybody may begin a plan: who joined one keeps what protects them elsewhere.
  if (await isProvisional(tx, permit.organisation)) refuse(invitingTexts(permit.language).refusals.notYours)
  const accepted = await hasAccepted(tx, permit.organisation, found.person)
  await acrossOrganisations(tx, async () => {
    const standing = await standingOf(tx, found.person, permit.organisation, permit.today)
    if (standing.worksElsewhere || (standing.elsewhere && !accepted)) refuse(invitingTexts(permit.language).refusals.notYours)
    await clearSecondStep(tx, found.person)
  })
  await happened(tx, permit, 'factor.cleared', { person: found.person })
}

/** For whoever runs the program: takes the second step and the sessions of a person away. Gives whether the address is known. */
export function clearFactorOf(world: World, email: string): Promise<boolean> {
  return world.database.unit({ role: 'opbloei_signin', organisation: null, person: null }, async (tx) => {
    const known = await personOfAddress(tx, email.toLowerCase())
    if (known) await clearSecondStep(tx, known.person)
    return known !== null
  })
}

async function staffMember(tx: Tx, permit: Permit<'person.invite'>, person: PersonId, role: string | null): Promise<StaffMember> {
  const here = await staffMembers(tx, permit.organisation, permit.today)
  const found = here.find((each) => each.person === person && (role === null || each.role === role))
  return found ?? refuse(invitingTexts(permit.language).refusals.notHere, {}, { kind: 'missing' })
}

function threeYearsAfter(on: Day): Day {
  return addDays(on, 3 * 365 + 1)
}
