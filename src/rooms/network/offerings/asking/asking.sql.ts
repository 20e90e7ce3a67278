import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, type MemberId, type OrganisationId, withinReach } from '#rooms/access'
import type { OfferingQuestion } from '../offerings.rules.ts'

/** Whose work it is, and what stands there now; null for what is not shown. */
export async function makerOf(tx: Tx, tenant: OrganisationId, id: string): Promise<{ member: MemberId; title: string; version: number } | null> {
  const row = await tx
    .selectFrom('network.offering as o')
    .innerJoin('network.offering_version as v', (join) =>
      join.onRef('v.tenant', '=', 'o.tenant').onRef('v.offering', '=', 'o.id').onRef('v.nr', '=', 'o.version'),
    )
    .select(['o.member', 'o.version', 'v.title'])
    .where('o.tenant', '=', tenant)
    .where('o.id', '=', id)
    .where('o.withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row ? { member: row.member as MemberId, title: row.title, version: row.version } : null
}

/** Whether this question was not there yet. */
export async function insertQuestion(
  tx: Tx,
  permit: AnyPermit,
  row: Pick<OfferingQuestion, 'id' | 'offering' | 'title' | 'name' | 'email' | 'words'> & { readonly member: MemberId; readonly version: number },
): Promise<boolean> {
  const written = await tx
    .insertInto('network.offering_question')
    .values({ ...row, tenant: permit.organisation, asked_at: permit.now, quote: null, quoted_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return written !== undefined
}

/** What customers asked about the work of whoever is within reach, newest first; or the one question, kept for this transaction. */
export async function questionRows(tx: Tx, permit: AnyPermit, id: string | null = null): Promise<OfferingQuestion[]> {
  const rows = await tx
    .selectFrom('network.offering_question as q')
    .leftJoin('network.offering_version as v', (join) =>
      join.onRef('v.tenant', '=', 'q.tenant').onRef('v.offering', '=', 'q.offering').onRef('v.nr', '=', 'q.version'),
    )
    .select(['q.id', 'q.offering', 'q.member', 'q.title', 'q.name', 'q.email', 'q.words', 'q.asked_at', 'q.quote', 'v.title as then_title', 'v.about'])
    .where('q.tenant', '=', permit.organisation)
    .where((eb) => withinReach(permit, eb, 'q.member'))
    .$if(id !== null, (query) => query.where('q.id', '=', id ?? '').forUpdate('q'))
    .orderBy('q.asked_at', 'desc')
    .orderBy('q.id')
    .limit(200)
    .execute()
  return rows.map(({ asked_at: at, then_title: title, about, ...row }) => ({ ...row, at, stood: title === null || about === null ? null : { title, about } }))
}

export async function markQuoted(tx: Tx, permit: AnyPermit, question: string, quote: string): Promise<void> {
  await tx
    .updateTable('network.offering_question')
    .set({ quote, quoted_at: permit.now })
    .where('tenant', '=', permit.organisation)
    .where('id', '=', question)
    .execute()
}

/** Throws away what was asked before a moment. */
export async function deleteQuestions(tx: Tx, tenant: OrganisationId, before: Instant): Promise<void> {
  await tx.deleteFrom('network.offering_question').where('tenant', '=', tenant).where('asked_at', '<', before).execute()
}
