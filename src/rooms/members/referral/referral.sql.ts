import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { AnyPermit, OrganisationId } from '#rooms/access'
import type { ReferrerKind } from './referral.rules.ts'

export type NewReferral = {
  readonly id: string
  readonly tokenHash: string
  readonly referralHash: string
  readonly firstName: string
  readonly reach: string
  readonly speaks: string | null
  readonly why: string
  readonly kind: ReferrerKind
  readonly referrer: string
}

/** Writes a referral down as an application that was sent; the same twice is one. Gives whether it is new. */
export async function insertReferral(tx: Tx, permit: AnyPermit, referral: NewReferral): Promise<boolean> {
  const row = await tx
    .insertInto('members.application')
    .values({
      tenant: permit.organisation,
      id: referral.id,
      token_hash: referral.tokenHash,
      first_name: referral.firstName,
      reach: referral.reach,
      idea: null,
      benefit: null,
      help: null,
      note: null,
      language: 'nl',
      unsure: [],
      begun_at: permit.now,
      sent_at: permit.now,
      taken_at: null,
      answered_at: null,
      declined_at: null,
      declined_by: null,
      member: null,
      referrer_kind: referral.kind,
      referrer: referral.referrer,
      referral_why: referral.why,
      speaks: referral.speaks,
      referral_hash: referral.referralHash,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export type ReferralFacts = {
  readonly firstName: string
  readonly sentAt: Instant
  readonly answeredAt: Instant | null
  readonly takenAt: Instant | null
  readonly declinedAt: Instant | null
}

/** What whoever referred may read: the name that was given, and when something was done. */
export async function referralByHash(tx: Tx, tenant: OrganisationId, hash: string): Promise<ReferralFacts | null> {
  const row = await tx
    .selectFrom('members.application')
    .select(['first_name as firstName', 'sent_at as sentAt', 'answered_at as answeredAt', 'taken_at as takenAt', 'declined_at as declinedAt'])
    .where('tenant', '=', tenant)
    .where('referral_hash', '=', hash)
    .executeTakeFirst()
  return row?.sentAt ? { ...row, firstName: row.firstName ?? '', sentAt: row.sentAt } : null
}
