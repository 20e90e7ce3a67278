import { addDays, type Day, dayOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import type { Language } from '#kit/text.ts'
import {
  endAffiliation,
  insertAffiliation,
  insertOrganisation,
  insertPerson,
  insertRelation,
  type Look,
  looksAt,
  moveEnd,
  type OrganisationKind,
  relatedPersons,
  relationsOf,
  staffOf,
  updateOrganisationName,
} from './access.sql.ts'
import { endRelations } from './handing/handing.sql.ts'
import { markConfirmed } from './inviting/organisations.sql.ts'
import type { Role } from './permissions.rules.ts'
import { type AnyPermit, type OrganisationId, type Permit, type PersonId, personOf } from './permit.ts'

/** Begins an organisation; the permit's organisation is the new one. A provisional one works at its start alone until `confirmOrganisation`. */
export async function foundOrganisation(
  tx: Tx,
  permit: Permit<'organisation.found'>,
  kind: OrganisationKind,
  name: string,
  provisional = false,
): Promise<void> {
  await insertOrganisation(tx, { id: permit.organisation, kind, name, provisional, since: permit.now })
}

/** The network confirms an organisation: from now on it may do what its kind does. False where it was confirmed before. */
export function confirmOrganisation(tx: Tx, _permit: Permit<'initiative.confirm'>, id: OrganisationId): Promise<boolean> {
  return markConfirmed(tx, id)
}

/** Calls the permit's organisation by another name from now on: in the list of roles, in new agreements and letters. What was signed or sent keeps the old one. */
export async function renameOrganisation(tx: Tx, permit: Permit<'organisation.edit'>, name: string): Promise<void> {
  await updateOrganisationName(tx, permit.organisation, name)
}

/** Writes down a person who is not known yet; gives the new id. */
export async function addPerson(tx: Tx, permit: AnyPermit, person: { name: string; email: string | null; language: Language }): Promise<PersonId> {
  const id = newId<PersonId>(permit.now.epochMilliseconds)
  await insertPerson(tx, { id, ...person, email: person.email?.toLowerCase() ?? null, addedAt: permit.now })
  return id
}

/** Gives a known person a role at the permit's organisation, from a day on. */
export async function giveRole(
  tx: Tx,
  permit: AnyPermit,
  person: PersonId,
  role: Exclude<Role, 'system'>,
  since: Day,
  until: Day | null = null,
): Promise<void> {
  await insertAffiliation(tx, { organisation: permit.organisation, id: newId(permit.now.epochMilliseconds), person, role, since, until })
  await happened(tx, permit, 'role.given', { person, role })
}

/** Ends a role at the permit's organisation; `until` is the last day it counts. */
export async function endRole(tx: Tx, permit: AnyPermit, person: PersonId, role: Exclude<Role, 'system'>, until: Day): Promise<void> {
  await endAffiliation(tx, permit.organisation, person, role, until)
  await happened(tx, permit, 'role.ended', { person, role })
}

/** Gives a role back that was to end or has ended: without an end from today on. */
export async function resumeRole(tx: Tx, permit: AnyPermit, person: PersonId, role: Exclude<Role, 'system'>): Promise<void> {
  if (!(await moveEnd(tx, permit.organisation, person, role, null, permit.today))) return giveRole(tx, permit, person, role, permit.today)
  await happened(tx, permit, 'role.extended', { person, role })
}

/** Makes a professional the coach or the case manager of a person, at the permit's organisation, from a day on; whoever was it before ends the day before. */
export async function relate(
  tx: Tx,
  permit: AnyPermit,
  kind: 'coach' | 'caseManager',
  subject: PersonId,
  professional: PersonId,
  since: Day = dayOf(permit.now),
): Promise<void> {
  await endRelations(tx, permit.organisation, kind, subject, addDays(since, -1))
  await insertRelation(tx, { organisation: permit.organisation, id: newId(permit.now.epochMilliseconds), kind, subject, professional, since })
}

/** Who supports whom at the permit's organisation today: subject → professional and name. Whose role ended supports nobody. */
export async function professionals(
  tx: Tx,
  permit: AnyPermit,
  kind: 'coach' | 'caseManager',
): Promise<Map<PersonId, { professional: PersonId; name: string }>> {
  const rows = await relationsOf(tx, permit.organisation, kind, permit.today)
  return new Map(rows.map((row) => [row.subject, row]))
}

/** Whose cases this person may open today: the own ones, and those of a colleague for whom this person stands in. */
export async function casesInReach(tx: Tx, permit: AnyPermit): Promise<ReadonlySet<PersonId>> {
  return new Set(await relatedPersons(tx, permit.organisation, personOf(permit), permit.today))
}

/** People with a role at the permit's organisation today. */
export function staff(tx: Tx, permit: AnyPermit): ReturnType<typeof staffOf> {
  return staffOf(tx, permit.organisation, permit.today)
}

/** Who looked at one's own file, newest first. */
export function looksAtMe(tx: Tx, permit: Permit<'looks.read'>): Promise<Look[]> {
  return looksAt(tx, personOf(permit), 200)
}
