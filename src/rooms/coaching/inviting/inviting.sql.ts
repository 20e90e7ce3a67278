import { sql } from 'kysely'
import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, type MemberId, type OrganisationId, personOf, withinReach } from '#rooms/access'
import type { InvitationEnd } from './inviting.rules.ts'

/** A request of a member to the team of a municipality to join. */
export type CaseInvitation = {
  readonly id: string
  /** The cooperative. */
  readonly tenant: OrganisationId
  readonly municipality: OrganisationId
  readonly member: MemberId
  readonly memberName: string
  readonly cooperativeName: string
  readonly municipalityName: string
  readonly words: string
  readonly sentAt: Instant
  readonly end: InvitationEnd | null
}

/** Invitations within reach of either owner, the newest first. */
export async function invitationRows(tx: Tx, permit: AnyPermit, only: { readonly id?: string; readonly member?: MemberId } = {}): Promise<CaseInvitation[]> {
  const rows = await tx
    .selectFrom('coaching.case_invitation as i')
    .leftJoin('coaching.case_invitation_end as e', (join) => join.onRef('e.tenant', '=', 'i.tenant').onRef('e.invitation', '=', 'i.id'))
    .select(['i.id', 'i.tenant', 'i.municipality', 'i.member', 'i.member_name', 'i.cooperative_name', 'i.municipality_name', 'i.words', 'i.sent_at'])
    .select(['e.what', 'e.ended_at', 'e.taker_name'])
    .where((eb) => eb.or([eb('i.tenant', '=', permit.organisation), eb('i.municipality', '=', permit.organisation)]))
    .where((eb) => withinReach(permit, eb, 'i.member'))
    .$if(only.id !== undefined, (query) => query.where('i.id', '=', only.id ?? ''))
    .$if(only.member !== undefined, (query) => query.where('i.member', '=', only.member ?? ''))
    .orderBy('i.sent_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    tenant: row.tenant as OrganisationId,
    municipality: row.municipality as OrganisationId,
    member: row.member as MemberId,
    memberName: row.member_name,
    cooperativeName: row.cooperative_name,
    municipalityName: row.municipality_name,
    words: row.words,
    sentAt: row.sent_at,
    end: row.what && row.ended_at ? { what: row.what as InvitationEnd['what'], at: row.ended_at, by: row.taker_name } : null,
  }))
}

/** Two forms of one member come one after the other. */
export async function lockInvitations(tx: Tx, member: MemberId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`case invitation ${member}`}, 0))`.execute(tx)
}

export async function insertInvitation(tx: Tx, permit: AnyPermit, row: Omit<CaseInvitation, 'tenant' | 'sentAt' | 'end'>): Promise<void> {
  await tx
    .insertInto('coaching.case_invitation')
    .values({
      tenant: permit.organisation,
      municipality: row.municipality,
      id: row.id,
      member: row.member,
      member_name: row.memberName,
      cooperative_name: row.cooperativeName,
      municipality_name: row.municipalityName,
      words: row.words,
      sent_at: permit.now,
      sent_by: personOf(permit),
    })
    .execute()
}

/** Whether this was the first end of the invitation. */
export async function insertInvitationEnd(tx: Tx, permit: AnyPermit, invitation: CaseInvitation, takerName: string | null): Promise<boolean> {
  const row = await tx
    .insertInto('coaching.case_invitation_end')
    .values({
      tenant: invitation.tenant,
      municipality: invitation.municipality,
      invitation: invitation.id,
      what: takerName === null ? 'withdrawn' : 'taken',
      taker_name: takerName,
      ended_at: permit.now,
      ended_by: personOf(permit),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('invitation')
    .executeTakeFirst()
  return row !== undefined
}
