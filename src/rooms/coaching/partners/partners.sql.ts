import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import { json, type Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, type MemberId, type OrganisationId, personOf } from '#rooms/access'
import type { PaperPart } from '../action-plan/signing/plan-paper.rules.ts'
import type { PartnerKind, PieceKind } from './partners.rules.ts'

/** A copy of something that the member chose to show. */
export type PartnerPiece = { readonly id: string; readonly kind: PieceKind; readonly title: string; readonly parts: readonly PaperPart[] }

/** What whoever looks along said: which piece is right, or a message. */
export type PartnerAnswer = { readonly about: string | null; readonly words: string | null; readonly name: string; readonly at: Instant }

/** Somebody who may look along. */
export type Partner = {
  readonly tenant: OrganisationId
  readonly id: string
  readonly member: MemberId
  readonly memberName: string
  readonly kind: PartnerKind
  readonly name: string
  readonly email: string
  readonly until: Day
  readonly sent: boolean
  readonly stopped: boolean
}

/** The invitations of a member, the newest first. */
export async function partnerRows(tx: Tx, permit: AnyPermit, member: MemberId, id?: string): Promise<Partner[]> {
  const rows = await partners(tx)
    .where('i.tenant', '=', permit.organisation)
    .where('i.member', '=', member)
    .$if(id !== undefined, (query) => query.where('i.id', '=', id ?? ''))
    .orderBy('i.made_at', 'desc')
    .orderBy('i.id', 'desc')
    .execute()
  return rows.map(partnerFrom)
}

/** Reads as the holder of a link: row security shows that one invitation, and its pieces while nobody stopped it. Null for a link that is none. */
export async function partnerByToken(
  tx: Tx,
  tokenHash: string,
): Promise<(Partner & { readonly codeHash: string; readonly pieces: readonly PartnerPiece[]; readonly answers: readonly PartnerAnswer[] }) | null> {
  await sql`select set_config('app.token', ${tokenHash}, true)`.execute(tx)
  const row = await partners(tx).where('l.token_hash', '=', tokenHash).executeTakeFirst()
  if (!row) return null
  const partner = partnerFrom(row)
  return { ...partner, codeHash: row.code_hash ?? '', pieces: await piecesOf(tx, partner), answers: await answersOf(tx, partner) }
}

export async function piecesOf(tx: Tx, { tenant, id }: Pick<Partner, 'tenant' | 'id'>): Promise<PartnerPiece[]> {
  const rows = await tx
    .selectFrom('coaching.partner_piece')
    .select(['id', 'kind', 'title', 'parts'])
    .where('tenant', '=', tenant)
    .where('invitation', '=', id)
    .orderBy('nr')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as PieceKind, parts: row.parts as unknown as readonly PaperPart[] }))
}

export function answersOf(tx: Tx, { tenant, id }: Pick<Partner, 'tenant' | 'id'>): Promise<PartnerAnswer[]> {
  return tx
    .selectFrom('coaching.partner_answer')
    .select(['about', 'words', 'name', 'at'])
    .where('tenant', '=', tenant)
    .where('invitation', '=', id)
    .orderBy('at')
    .execute()
}

/** When it was opened, the newest first. */
export async function partnerLooks(tx: Tx, { tenant, id }: Pick<Partner, 'tenant' | 'id'>): Promise<Instant[]> {
  const rows = await tx
    .selectFrom('coaching.partner_look')
    .select('at')
    .where('tenant', '=', tenant)
    .where('invitation', '=', id)
    .orderBy('at', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ at }) => at)
}

export async function insertPartner(
  tx: Tx,
  permit: AnyPermit,
  partner: Omit<Partner, 'tenant' | 'sent' | 'stopped'>,
  pieces: readonly Omit<PartnerPiece, 'id'>[],
): Promise<void> {
  const { memberName, ...facts } = partner
  await tx
    .insertInto('coaching.partner_invitation')
    .values({ ...facts, tenant: permit.organisation, member_name: memberName, made_at: permit.now, made_by: personOf(permit) })
    .execute()
  await tx
    .insertInto('coaching.partner_piece')
    .values(
      pieces.map(({ kind, title, parts }, nr) => ({
        tenant: permit.organisation,
        invitation: partner.id,
        id: newId(permit.now.epochMilliseconds),
        nr,
        kind,
        title,
        parts: json(parts),
      })),
    )
    .execute()
}

/** Whether it was sent for the first time. */
export async function insertPartnerLink(tx: Tx, permit: AnyPermit, id: string, tokenHash: string, codeHash: string): Promise<boolean> {
  const row = await tx
    .insertInto('coaching.partner_link')
    .values({ tenant: permit.organisation, invitation: id, token_hash: tokenHash, code_hash: codeHash, sent_at: permit.now })
    .onConflict((conflict) => conflict.columns(['tenant', 'invitation']).doNothing())
    .returning('invitation')
    .executeTakeFirst()
  return row !== undefined
}

/** Stops it, and throws the copies away at once. */
export async function insertPartnerEnd(tx: Tx, permit: AnyPermit, id: string): Promise<void> {
  await tx
    .insertInto('coaching.partner_end')
    .values({ tenant: permit.organisation, invitation: id, ended_at: permit.now, ended_by: personOf(permit) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx.deleteFrom('coaching.partner_piece').where('tenant', '=', permit.organisation).where('invitation', '=', id).execute()
}

export async function insertPartnerLook(tx: Tx, permit: AnyPermit, id: string): Promise<void> {
  await tx
    .insertInto('coaching.partner_look')
    .values({ tenant: permit.organisation, invitation: id, id: newId(permit.now.epochMilliseconds), at: permit.now })
    .execute()
}

/** Whether it was said for the first time: the id is the key of the form. */
export async function insertPartnerAnswer(tx: Tx, permit: AnyPermit, invitation: string, id: string, answer: Omit<PartnerAnswer, 'at'>): Promise<boolean> {
  const row = await tx
    .insertInto('coaching.partner_answer')
    .values({ ...answer, tenant: permit.organisation, invitation, id, at: permit.now })
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Throws away the copies of what is over. */
export async function dropOldPieces(tx: Tx, permit: AnyPermit): Promise<void> {
  await tx
    .deleteFrom('coaching.partner_piece')
    .where('tenant', '=', permit.organisation)
    .where('invitation', 'in', (eb) =>
      eb.selectFrom('coaching.partner_invitation').select('id').where('tenant', '=', permit.organisation).where('until', '<', permit.today),
    )
    .execute()
}

function partners(tx: Tx) {
  return tx
    .selectFrom('coaching.partner_invitation as i')
    .leftJoin('coaching.partner_link as l', (join) => join.onRef('l.tenant', '=', 'i.tenant').onRef('l.invitation', '=', 'i.id'))
    .leftJoin('coaching.partner_end as e', (join) => join.onRef('e.tenant', '=', 'i.tenant').onRef('e.invitation', '=', 'i.id'))
    .select(['i.tenant', 'i.id', 'i.member', 'i.member_name', 'i.kind', 'i.name', 'i.email', 'i.until', 'l.sent_at', 'l.code_hash', 'e.ended_at'])
}

function partnerFrom(row: Awaited<ReturnType<ReturnType<typeof partners>['execute']>>[number]): Partner {
  return {
    tenant: row.tenant as OrganisationId,
    id: row.id,
    member: row.member as MemberId,
    memberName: row.member_name,
    kind: row.kind as PartnerKind,
    name: row.name,
    email: row.email,
    until: row.until,
    sent: row.sent_at !== null,
    stopped: row.ended_at !== null,
  }
}
