import { sql } from 'kysely'
import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, type MemberId, personOf } from '#rooms/access'

export type OwnTerms = { readonly version: number; readonly words: string; readonly writtenAt: Instant }

/** One text is written at a time. */
export async function lockTerms(tx: Tx, permit: AnyPermit): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`own terms ${permit.organisation}`}, 0))`.execute(tx)
}

/** All texts of the cooperative, newest first. */
export async function termsRows(tx: Tx, permit: AnyPermit): Promise<OwnTerms[]> {
  return tx
    .selectFrom('coaching.own_terms')
    .select(['version', 'words', 'written_at as writtenAt'])
    .where('tenant', '=', permit.organisation)
    .orderBy('version', 'desc')
    .execute()
}

export async function insertTerms(tx: Tx, permit: AnyPermit, version: number, words: string): Promise<void> {
  await tx.insertInto('coaching.own_terms').values({ tenant: permit.organisation, version, words, written_at: permit.now, written_by: permit.person }).execute()
}

/** The newest text that a member accepted, or null. */
export async function acceptedBy(tx: Tx, permit: AnyPermit, member: MemberId): Promise<{ readonly version: number; readonly at: Instant } | null> {
  const row = await tx
    .selectFrom('coaching.terms_accepted')
    .select(['version', 'accepted_at as at'])
    .where('tenant', '=', permit.organisation)
    .where('member', '=', member)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

export async function insertAccepted(tx: Tx, permit: AnyPermit, version: number): Promise<void> {
  await tx
    .insertInto('coaching.terms_accepted')
    .values({ tenant: permit.organisation, member: personOf(permit), version, accepted_at: permit.now })
    .execute()
}
