import type { Tx } from '#kit/db.ts'
import {
  type AnyPermit,
  leaveMessage,
  type MemberId,
  type MessageKind,
  type OrganisationId,
  type Permit,
  type PersonId,
  professionals,
  type Role,
  staff,
} from '#rooms/access'
import { requests } from '../consent.sql.ts'
import type { RequestId } from '../consent.types.ts'
import { hearersOf, hearersOfOne } from '../teams/giving.ts'

/** Tells the case manager of a resident that something waits; while nobody took the case its team, and all of them where it has none. */
export async function tellCaseManagers(tx: Tx, permit: Permit<'consent.tell' | 'team.arrive'>, id: RequestId): Promise<void> {
  const [request] = await requests(tx, permit, { id })
  // A draft that was dropped never left the cooperative: there is nothing here to tell of.
  if (!request) return
  const hearers = await hearersOf(tx, permit, [request.member])
  await tell(tx, permit, hearers(request.member), 'caseManager', 'consentWaits', id)
}

/** Tells that a resident asks for a case manager: the own one where there is one, else the team to which a file of this cooperative would come. */
export async function tellInvited(tx: Tx, permit: Permit<'caseInvitation.tell'>, member: MemberId, cooperative: OrganisationId): Promise<void> {
  const hearers = await hearersOfOne(tx, permit, member, cooperative)
  for (const person of new Set(hearers)) await leaveMessage(tx, permit, { person, kind: 'caseInvited', link: '/uitnodigingen', role: 'caseManager' })
}

/** Tells the coach of a member that the municipality did something; the board where nobody coaches. */
export async function tellCoach(tx: Tx, permit: Permit<'consent.tell'>, id: RequestId): Promise<void> {
  const [request] = await requests(tx, permit, { id })
  if (!request) return
  const own = (await professionals(tx, permit, 'coach')).get(request.member)
  if (own) await tell(tx, permit, [own.professional], 'coach', 'consentMoved', id)
  else await tell(tx, permit, await withRole(tx, permit, 'board'), 'board', 'consentMoved', id)
}

async function withRole(tx: Tx, permit: Permit<'consent.tell'>, role: Role): Promise<PersonId[]> {
  return (await staff(tx, permit)).filter((each) => each.role === role).map((each) => each.person)
}

async function tell(tx: Tx, permit: AnyPermit, people: readonly PersonId[], role: Role, kind: MessageKind, request: RequestId): Promise<void> {
  for (const person of new Set(people)) await leaveMessage(tx, permit, { person, kind, link: `/toestemmingen/${request}`, role })
}
