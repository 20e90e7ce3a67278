import { createHash } from 'node:crypto'
import { withoutBsn } from '#kit/bsn.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import type { Permit } from '#rooms/access'
import { healthWords } from '../health/health.rules.ts'
import { nl } from './referral.nl.ts'
import { type ReferralStanding, type ReferrerKind, referralStanding } from './referral.rules.ts'
import { insertReferral, referralByHash } from './referral.sql.ts'

/** What somebody says of a person they refer; `anyway` after the question about words that may tell of health. */
export type Referral = {
  readonly firstName: string
  readonly reach: string
  readonly speaks: string | null
  readonly why: string
  readonly kind: ReferrerKind
  readonly referrer: string
  readonly agreed: boolean
  readonly anyway: boolean
}

/**
 * Refers a person to the cooperative of the permit, as an application that the coaches see. Refuses without that person's agreement, with a BSN in the
 * words, and once where they may tell of health (AVG art. 9). The same form twice is one referral.
 */
export async function refer(
  tx: Tx,
  permit: Permit<'application.write'>,
  id: string,
  tokens: { readonly applicant: string; readonly referrer: string },
  referral: Referral,
): Promise<void> {
  if (!referral.agreed) refuse(nl.refusals.notAgreed, {}, { field: 'agreed' })
  withoutBsn(referral.why, 'why')
  const words = referral.anyway ? [] : healthWords(referral.why)
  if (words.length > 0) refuse(nl.refusals.health, { words: words.join(', ') }, { field: 'why' })
  const isNew = await insertReferral(tx, permit, { ...referral, id, tokenHash: hashOf(tokens.applicant), referralHash: hashOf(tokens.referrer) })
  if (isNew) await happened(tx, permit, 'application.sent', { application: id })
}

/** Whether somebody was referred with this token. */
export async function isReferred(tx: Tx, permit: Permit<'application.write'>, token: string): Promise<boolean> {
  return (await referralByHash(tx, permit.organisation, hashOf(token))) !== null
}

/** How a referral went, for whoever holds its link. Refuses (missing) an unknown one, also after it was thrown away. */
export async function referralOf(
  tx: Tx,
  permit: Permit<'application.write'>,
  token: string,
): Promise<{ readonly firstName: string; readonly sentAt: Permit<'application.write'>['now']; readonly standing: ReferralStanding }> {
  const found = (await referralByHash(tx, permit.organisation, hashOf(token))) ?? refuse(nl.refusals.noReferral, {}, { kind: 'missing' })
  return { firstName: found.firstName, sentAt: found.sentAt, standing: referralStanding(found) }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
