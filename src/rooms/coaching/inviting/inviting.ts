import { withoutBsn } from '#kit/bsn.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import {
  type AnyPermit,
  leaveMessage,
  type MemberId,
  type OrganisationId,
  organisationName,
  type Permit,
  personNames,
  personOf,
  professionals,
  relate,
} from '#rooms/access'
import { benefitOn } from '#rooms/members'
import { invitingTexts } from './inviting.en.ts'
import { mayInvite } from './inviting.rules.ts'
import { type CaseInvitation, insertInvitation, insertInvitationEnd, invitationRows, lockInvitations } from './inviting.sql.ts'

/** What a member sees before inviting: the municipality that pays today, or null, and what was sent before. */
export type InvitingView = {
  readonly municipality: { readonly id: OrganisationId; readonly name: string } | null
  readonly sent: readonly CaseInvitation[]
}

/** The municipality that pays the member's benefit today, and every invitation that was sent, the newest first. */
export async function invitingView(tx: Tx, permit: Permit<'caseInvitation.read'>): Promise<InvitingView> {
  const member = personOf(permit)
  return { municipality: await municipalityOf(tx, permit, member), sent: await invitationRows(tx, permit, { member }) }
}

/**
 * Asks the team of the municipality that pays the benefit for a case manager, with the member's agreement. Refuses without that agreement, without such a
 * municipality, with a BSN in the words, and while another waits or was taken there (conflict).
 */
export async function inviteCaseManager(tx: Tx, permit: Permit<'caseInvitation.send'>, words: string, agreed: boolean): Promise<string> {
  const said = invitingTexts(permit.language).refusals
  if (!agreed) refuse(said.notAgreed, {}, { field: 'agreed' })
  const member = personOf(permit)
  const municipality = (await municipalityOf(tx, permit, member)) ?? refuse(said.noMunicipality)
  await lockInvitations(tx, member)
  const may = mayInvite(await invitationRows(tx, permit, { member }), municipality.id)
  if (may !== 'yes') refuse(said[may], {}, { kind: 'conflict' })
  const id = newId(permit.now.epochMilliseconds)
  await insertInvitation(tx, permit, {
    id,
    member,
    municipality: municipality.id,
    municipalityName: municipality.name,
    memberName: (await personNames(tx, [member])).get(member) ?? '',
    cooperativeName: (await organisationName(tx, permit.organisation)) ?? '',
    words: withoutBsn(words, 'words', permit.language),
  })
  await happened(tx, permit, 'caseInvitation.sent', { invitation: id, member, municipality: municipality.id, cooperative: permit.organisation })
  return id
}

/** The member takes the own invitation back. Refuses (missing) another's, and one that ended (conflict). */
export async function withdrawInvitation(tx: Tx, permit: Permit<'caseInvitation.withdraw'>, id: string): Promise<void> {
  const invitation = await invitationWithin(tx, permit, id)
  if (!(await insertInvitationEnd(tx, permit, invitation, null))) refuse(invitingTexts(permit.language).refusals.over, {}, { kind: 'conflict' })
  await happened(tx, permit, 'caseInvitation.withdrawn', { invitation: id, member: invitation.member })
}

/** Invitations that wait for the acting case manager: of residents who have none yet, or whose case is the own one. The oldest first. */
export async function invitationsWaiting(tx: Tx, permit: Permit<'caseInvitation.take'>): Promise<CaseInvitation[]> {
  const cases = await professionals(tx, permit, 'caseManager')
  const free = ({ member }: CaseInvitation) => (cases.get(member)?.professional ?? permit.person) === permit.person
  return (await invitationRows(tx, permit)).filter((each) => each.end === null && free(each)).toReversed()
}

/**
 * A case manager takes an invitation and becomes the one of this resident; the member reads by whom. Refuses (missing) another municipality's, and (conflict) one
 * that was taken back or taken by a colleague, or a resident of a colleague. Taking twice is one taking.
 */
export async function takeInvitation(tx: Tx, permit: Permit<'caseInvitation.take'>, id: string): Promise<void> {
  const said = invitingTexts('nl').refusals
  const invitation = await invitationWithin(tx, permit, id)
  await lockInvitations(tx, invitation.member)
  const me = personOf(permit)
  const before = (await professionals(tx, permit, 'caseManager')).get(invitation.member)
  const mine = before?.professional === me
  if (mine && (await invitationWithin(tx, permit, id)).end?.what === 'taken') return
  if (before && !mine) refuse(said.colleague, {}, { kind: 'conflict' })
  const name = (await personNames(tx, [me])).get(me) ?? ''
  if (!(await insertInvitationEnd(tx, permit, invitation, name))) refuse(said.over, {}, { kind: 'conflict' })
  if (!before) await relate(tx, permit, 'caseManager', invitation.member, me)
  await happened(tx, permit, 'caseInvitation.taken', { invitation: id, member: invitation.member, cooperative: invitation.tenant })
}

/** Tells the member that somebody of the municipality took the invitation. */
export async function tellTaken(tx: Tx, permit: Permit<'caseInvitation.tell'>, member: MemberId): Promise<void> {
  await leaveMessage(tx, permit, { person: member, kind: 'caseTaken', link: '/klantmanager-uitnodigen', role: 'member' })
}

async function municipalityOf(tx: Tx, permit: AnyPermit, member: MemberId) {
  const { municipality } = await benefitOn(tx, permit, member, permit.today)
  return municipality && { id: municipality, name: (await organisationName(tx, municipality)) ?? '' }
}

async function invitationWithin(tx: Tx, permit: AnyPermit, id: string): Promise<CaseInvitation> {
  const [invitation] = await invitationRows(tx, permit, { id })
  return invitation ?? refuse(invitingTexts(permit.language).refusals.missing, {}, { kind: 'missing' })
}
