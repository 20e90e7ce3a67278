import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { OrganisationId, PersonId } from '../permit.ts'

export type PaperCode = {
  readonly person: PersonId
  readonly organisation: OrganisationId
  readonly codeHash: string
  readonly whoHashes: readonly string[]
  readonly printedAt: Instant
  readonly printedBy: PersonId | null
  readonly goodUntil: Instant
}

/** Keeps the one code of a person; an earlier one is worth nothing any more. Asked in the role of sign-in. */
export async function savePaperCode(tx: Tx, code: PaperCode): Promise<void> {
  const facts = {
    organisation: code.organisation,
    code_hash: code.codeHash,
    who_hashes: [...code.whoHashes],
    printed_at: code.printedAt,
    printed_by: code.printedBy,
    good_until: code.goodUntil,
  }
  await tx
    .insertInto('signin.paper_code')
    .values({ person: code.person, ...facts })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(facts))
    .execute()
}

/** The person behind a code that is still good, locked, with the names that fit; null when there is none. */
export async function paperCodeBehind(tx: Tx, codeHash: string, now: Instant): Promise<{ person: PersonId; whoHashes: readonly string[] } | null> {
  const row = await tx
    .selectFrom('signin.paper_code')
    .select(['person', 'who_hashes'])
    .where('code_hash', '=', codeHash)
    .where('good_until', '>', now)
    .forUpdate()
    .executeTakeFirst()
  return row ? { person: row.person as PersonId, whoHashes: row.who_hashes } : null
}

export async function deletePaperCode(tx: Tx, person: PersonId): Promise<void> {
  await tx.deleteFrom('signin.paper_code').where('person', '=', person).execute()
}
