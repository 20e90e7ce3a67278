import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, personOf } from '#rooms/access'

/** Answers as they were typed: a form that is filled in again. */
export type KeptAnswers = { readonly answers: Readonly<Record<string, string>>; readonly at: Instant }

/** What the acting person kept, not older than a year. */
export async function keptAnswers(tx: Tx, permit: AnyPermit): Promise<KeptAnswers | null> {
  const row = await tx
    .selectFrom('homes.kept_situation')
    .select(['answers', 'kept_at as at'])
    .where('tenant', '=', permit.organisation)
    .where('member', '=', personOf(permit))
    .where('kept_at', '>', permit.now.subtract({ hours: 365 * 24 }))
    .executeTakeFirst()
  return row ? { answers: row.answers as Readonly<Record<string, string>>, at: row.at } : null
}

export async function saveAnswers(tx: Tx, permit: AnyPermit, answers: Readonly<Record<string, string>>): Promise<void> {
  const kept = { answers: JSON.stringify(answers), kept_at: permit.now }
  await tx
    .insertInto('homes.kept_situation')
    .values({ tenant: permit.organisation, member: personOf(permit), ...kept })
    .onConflict((conflict) => conflict.columns(['tenant', 'member']).doUpdateSet(kept))
    .execute()
}

export async function deleteAnswers(tx: Tx, permit: AnyPermit): Promise<void> {
  await tx.deleteFrom('homes.kept_situation').where('tenant', '=', permit.organisation).where('member', '=', personOf(permit)).execute()
}

/** Deletes what anybody kept a year ago or longer; in the role of the sweep, which sees when and never what. Gives how many. */
export async function forgetAnswers(tx: Tx, now: Instant): Promise<number> {
  const gone = await tx
    .deleteFrom('homes.kept_situation')
    .where('kept_at', '<=', now.subtract({ hours: 365 * 24 }))
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
