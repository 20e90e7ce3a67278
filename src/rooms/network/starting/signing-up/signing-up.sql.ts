import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Language } from '#kit/text.ts'
import { type AnyPermit, type OrganisationId, personOf } from '#rooms/access'
import type { SignUpKind } from './signing-up.rules.ts'

/** What somebody without an account typed who wants to begin. */
export type SignUpFacts = {
  readonly kind: SignUpKind
  readonly name: string
  readonly place: string
  /** Of a municipality: its code. */
  readonly code: string | null
  readonly personName: string
  readonly email: string
}

export type SignUp = SignUpFacts & {
  readonly id: OrganisationId
  readonly language: Language
  readonly askedAt: Instant
  readonly proved: boolean
  readonly accepted: boolean | null
  readonly words: string | null
}

/** Sign-ups of the acting network, the oldest first: one by its id or by the digest of its address, or all. */
export async function signUps(
  tx: Tx,
  permit: AnyPermit,
  only: { readonly id?: string; readonly hash?: string; readonly email?: string } = {},
): Promise<SignUp[]> {
  const rows = await tx
    .selectFrom('network.sign_up')
    .selectAll()
    .where('tenant', '=', permit.organisation)
    .$if(only.id !== undefined, (query) => query.where('id', '=', only.id ?? ''))
    .$if(only.hash !== undefined, (query) => query.where('token_hash', '=', only.hash ?? ''))
    .$if(only.email !== undefined, (query) => query.where('email', '=', only.email ?? ''))
    .orderBy('asked_at')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    id: row.id as OrganisationId,
    kind: row.kind as SignUpKind,
    name: row.name,
    place: row.place,
    code: row.code,
    personName: row.person_name,
    email: row.email,
    language: row.language as Language,
    askedAt: row.asked_at,
    proved: row.proved_at !== null,
    accepted: row.accepted,
    words: row.words,
  }))
}

/** Whether it was not there yet. */
export async function insertSignUp(tx: Tx, permit: AnyPermit, id: string, facts: SignUpFacts, hash: string): Promise<boolean> {
  const { personName, ...rest } = facts
  const row = await tx
    .insertInto('network.sign_up')
    .values({ ...rest, tenant: permit.organisation, id, person_name: personName, language: permit.language, token_hash: hash, asked_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the address had not proved itself before. */
export async function markProved(tx: Tx, permit: AnyPermit, id: string): Promise<boolean> {
  const row = await tx
    .updateTable('network.sign_up')
    .set({ proved_at: permit.now })
    .where('tenant', '=', permit.organisation)
    .where('id', '=', id)
    .where('proved_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether nobody decided before. */
export async function markDecided(tx: Tx, permit: AnyPermit, id: string, accepted: boolean, words: string | null): Promise<boolean> {
  const row = await tx
    .updateTable('network.sign_up')
    .set({ accepted, words, decided_by: personOf(permit), decided_at: permit.now })
    .where('tenant', '=', permit.organisation)
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Throws away sign-ups of a kind from before a moment. */
export async function deleteSignUps(tx: Tx, permit: AnyPermit, kind: SignUpKind, before: Instant): Promise<void> {
  await tx.deleteFrom('network.sign_up').where('tenant', '=', permit.organisation).where('kind', '=', kind).where('asked_at', '<', before).execute()
}
