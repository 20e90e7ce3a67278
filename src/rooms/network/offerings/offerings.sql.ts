import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, type MemberId, type OrganisationId, personOf, withinReach } from '#rooms/access'
import type { Craft } from '../listings/listings.rules.ts'
import type { Offering, OfferingFacts, OfferingQuestion } from './offerings.rules.ts'

/** What is shown: of everybody for a visitor, or of one member. */
export async function offeringRows(tx: Tx, own: { readonly tenant: OrganisationId; readonly member: MemberId } | null): Promise<Offering[]> {
  const rows = await tx
    .selectFrom('network.offering')
    .select(['id', 'tenant', 'trade_name', 'kind', 'title', 'about', 'craft', 'town', 'shown_at'])
    .where('withdrawn_at', 'is', null)
    .$if(own !== null, (query) => query.where('tenant', '=', own?.tenant ?? '').where('member', '=', own?.member ?? ''))
    .orderBy('shown_at', 'desc')
    .orderBy('id')
    .limit(2000)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    cooperative: row.tenant,
    tradeName: row.trade_name,
    kind: row.kind as OfferingFacts['kind'],
    title: row.title,
    about: row.about,
    craft: row.craft as Craft,
    town: row.town,
    shownAt: row.shown_at,
  }))
}

export async function insertOffering(tx: Tx, permit: AnyPermit, id: string, { tradeName, ...facts }: OfferingFacts): Promise<void> {
  await tx
    .insertInto('network.offering')
    .values({ ...facts, trade_name: tradeName, tenant: permit.organisation, id, member: personOf(permit), shown_at: permit.now, withdrawn_at: null })
    .execute()
}

export async function endOffering(tx: Tx, permit: AnyPermit, id: string): Promise<void> {
  await tx
    .updateTable('network.offering')
    .set({ withdrawn_at: permit.now })
    .where('tenant', '=', permit.organisation)
    .where('member', '=', personOf(permit))
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** Whose work it is; null for what is not shown. */
export async function makerOf(tx: Tx, tenant: OrganisationId, id: string): Promise<{ member: MemberId; title: string } | null> {
  const row = await tx
    .selectFrom('network.offering')
    .select(['member', 'title'])
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row ? { member: row.member as MemberId, title: row.title } : null
}

/** Whether this question was not there yet. */
export async function insertQuestion(
  tx: Tx,
  permit: AnyPermit,
  row: {
    readonly id: string
    readonly offering: string
    readonly member: MemberId
    readonly title: string
    readonly name: string
    readonly email: string
    readonly words: string
  },
): Promise<boolean> {
  const written = await tx
    .insertInto('network.offering_question')
    .values({ ...row, tenant: permit.organisation, asked_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return written !== undefined
}

/** What customers asked about the work of whoever is within reach, newest first. */
export async function questionRows(tx: Tx, permit: AnyPermit): Promise<OfferingQuestion[]> {
  return tx
    .selectFrom('network.offering_question')
    .select(['id', 'title', 'name', 'email', 'words', 'asked_at as at'])
    .where('tenant', '=', permit.organisation)
    .where((eb) => withinReach(permit, eb, 'member'))
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
}

/** Throws away what was taken back, and what was asked, before these moments. */
export async function deleteOfferings(tx: Tx, tenant: OrganisationId, before: { readonly withdrawn: Instant; readonly asked: Instant }): Promise<void> {
  await tx.deleteFrom('network.offering').where('tenant', '=', tenant).where('withdrawn_at', '<', before.withdrawn).execute()
  await tx.deleteFrom('network.offering_question').where('tenant', '=', tenant).where('asked_at', '<', before.asked).execute()
}
