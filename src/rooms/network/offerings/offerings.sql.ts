import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, type MemberId, type OrganisationId, personOf, withinReach } from '#rooms/access'
import type { Craft } from '../listings/listings.rules.ts'
import type { Offering, OfferingFacts, OfferingLine, OfferingPhoto, OfferingProposal } from './offerings.rules.ts'

const FACTS = ['v.trade_name', 'v.kind', 'v.title', 'v.about', 'v.craft', 'v.town'] as const
type Row = { trade_name: string; kind: string; title: string; about: string; craft: string; town: string }

function factsIn(row: Row): OfferingFacts {
  const { trade_name: tradeName, kind, title, about, craft, town } = row
  return { tradeName, kind: kind as OfferingFacts['kind'], title, about, craft: craft as Craft, town }
}

/** What to find each thing by that is shown, in no order. */
export async function offeringLines(tx: Tx): Promise<OfferingLine[]> {
  const rows = await tx
    .selectFrom('network.offering as o')
    .innerJoin('network.offering_version as v', (join) =>
      join.onRef('v.tenant', '=', 'o.tenant').onRef('v.offering', '=', 'o.id').onRef('v.nr', '=', 'o.version'),
    )
    .select(['o.id', 'v.title', 'v.craft', 'v.town'])
    .where('o.withdrawn_at', 'is', null)
    .execute()
  return rows.map((row) => ({ ...row, craft: row.craft as Craft }))
}

/** What is shown, what was shown last first: of everybody for a visitor, or only those that are named, or within the reach of a permit. */
export async function offeringRows(
  tx: Tx,
  only: { readonly ids?: readonly string[]; readonly permit?: AnyPermit; readonly most?: number },
): Promise<Offering[]> {
  const { ids, permit, most } = only
  if (ids?.length === 0) return []
  const rows = await tx
    .selectFrom('network.offering as o')
    .innerJoin('network.offering_version as v', (join) =>
      join.onRef('v.tenant', '=', 'o.tenant').onRef('v.offering', '=', 'o.id').onRef('v.nr', '=', 'o.version'),
    )
    .select(['o.id', 'o.tenant', 'o.version', 'o.shown_at', 'v.answered_at', ...FACTS])
    .where('o.withdrawn_at', 'is', null)
    .$if(ids !== undefined, (query) => query.where('o.id', 'in', ids ?? []))
    .$if(permit !== undefined, (query) =>
      query.where('o.tenant', '=', permit?.organisation ?? '').where((eb) => (permit ? withinReach(permit, eb, 'o.member') : eb.lit(false))),
    )
    .orderBy('o.shown_at', 'desc')
    .orderBy('o.id')
    .$if(most !== undefined, (query) => query.limit(most ?? 0))
    .execute()
  const named = ids !== undefined || most !== undefined ? rows.map(({ id }) => id) : undefined
  const photos = await photosOf(tx, named, permit?.organisation)
  return rows.map((row) => ({
    ...factsIn(row),
    id: row.id,
    cooperative: row.tenant,
    version: row.version,
    photos: photos.get(`${row.id} ${row.version}`) ?? [],
    shownAt: row.shown_at,
    changedAt: row.answered_at ?? row.shown_at,
  }))
}

/** The photos of what is shown now, per offering and version, in their order. */
async function photosOf(tx: Tx, offerings: readonly string[] | undefined, tenant: OrganisationId | undefined): Promise<Map<string, OfferingPhoto[]>> {
  if (offerings?.length === 0) return new Map()
  const rows = await tx
    .selectFrom('network.offering_photo as p')
    .innerJoin('network.offering as o', (join) => join.onRef('o.tenant', '=', 'p.tenant').onRef('o.id', '=', 'p.offering').onRef('o.version', '=', 'p.nr'))
    .select(['p.offering', 'p.nr', 'p.photo', 'p.file', 'p.seen', 'p.width', 'p.height'])
    .$if(offerings !== undefined, (query) => query.where('p.offering', 'in', offerings ?? []))
    .$if(tenant !== undefined, (query) => query.where('p.tenant', '=', tenant ?? ''))
    .orderBy('p.place')
    .execute()
  const photos = new Map<string, OfferingPhoto[]>()
  for (const { offering: of, nr, ...photo } of rows) {
    const key = `${of} ${nr}`
    photos.set(key, [...(photos.get(key) ?? []), photo])
  }
  return photos
}

/** The file and the owner of a photo that is shown now; row security shows a visitor no other. */
export async function shownFile(tx: Tx, file: string): Promise<OrganisationId | null> {
  const row = await tx
    .selectFrom('network.offering_photo as p')
    .innerJoin('network.offering as o', (join) => join.onRef('o.tenant', '=', 'p.tenant').onRef('o.id', '=', 'p.offering').onRef('o.version', '=', 'p.nr'))
    .select('p.tenant')
    .where('p.file', '=', file)
    .where('o.withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row ? (row.tenant as OrganisationId) : null
}

export async function insertOffering(tx: Tx, permit: AnyPermit, id: string): Promise<void> {
  await tx
    .insertInto('network.offering')
    .values({ tenant: permit.organisation, id, member: personOf(permit), version: 1, shown_at: permit.now, withdrawn_at: null })
    .execute()
}

/** Keeps an offering for this transaction; gives whose it is and its newest version, or null when it is taken back or out of reach. */
export async function lockOffering(tx: Tx, permit: AnyPermit, id: string): Promise<{ readonly member: MemberId; readonly newest: number } | null> {
  const row = await tx
    .selectFrom('network.offering')
    .select('member')
    .where('tenant', '=', permit.organisation)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where((eb) => withinReach(permit, eb, 'member'))
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  const { newest } = await tx
    .selectFrom('network.offering_version')
    .select((eb) => eb.fn.max('nr').as('newest'))
    .where('tenant', '=', permit.organisation)
    .where('offering', '=', id)
    .executeTakeFirstOrThrow()
  return { member: row.member as MemberId, newest: Number(newest) }
}

/** Writes a version; one that nobody agreed with yet waits. */
export async function insertVersion(
  tx: Tx,
  permit: AnyPermit,
  { offering, nr, agreed }: { readonly offering: string; readonly nr: number; readonly agreed: true | null },
  { tradeName, kind, title, about, craft, town }: OfferingFacts,
): Promise<void> {
  const words = { trade_name: tradeName, kind, title, about, craft, town }
  const said = { agreed, answered_at: agreed === null ? null : permit.now }
  await tx
    .insertInto('network.offering_version')
    .values({ ...words, ...said, tenant: permit.organisation, offering, nr, written_by: personOf(permit), written_at: permit.now })
    .execute()
}

export async function insertPhotos(tx: Tx, permit: AnyPermit, offering: string, nr: number, photos: readonly OfferingPhoto[]): Promise<void> {
  if (photos.length === 0) return
  const rows = photos.map(({ photo, file, seen, width, height }, index) => {
    return { tenant: permit.organisation, offering, nr, place: index + 1, photo, file, seen, width, height }
  })
  await tx.insertInto('network.offering_photo').values(rows).execute()
}

export async function showVersion(tx: Tx, permit: AnyPermit, offering: string, nr: number): Promise<void> {
  await tx.updateTable('network.offering').set({ version: nr }).where('tenant', '=', permit.organisation).where('id', '=', offering).execute()
}

/** Writes down what the member said of what waits; gives its number, or null when nothing waits. */
export async function answerVersion(tx: Tx, permit: AnyPermit, offering: string, agreed: boolean): Promise<number | null> {
  const row = await tx
    .updateTable('network.offering_version')
    .set({ agreed, answered_at: permit.now })
    .where('tenant', '=', permit.organisation)
    .where('offering', '=', offering)
    .where('agreed', 'is', null)
    .returning('nr')
    .executeTakeFirst()
  return row?.nr ?? null
}

/** Words that wait for the member, within reach. */
export async function proposalRows(tx: Tx, permit: AnyPermit): Promise<OfferingProposal[]> {
  const rows = await tx
    .selectFrom('network.offering_version as v')
    .innerJoin('network.offering as o', (join) => join.onRef('o.tenant', '=', 'v.tenant').onRef('o.id', '=', 'v.offering'))
    .select(['v.offering', 'v.nr', 'v.written_at', ...FACTS])
    .where('v.tenant', '=', permit.organisation)
    .where('v.agreed', 'is', null)
    .where('o.withdrawn_at', 'is', null)
    .where((eb) => withinReach(permit, eb, 'o.member'))
    .execute()
  return rows.map((row) => ({ ...factsIn(row), offering: row.offering, nr: row.nr, at: row.written_at }))
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

/** Who shows something now. */
export async function showing(tx: Tx, tenant: OrganisationId): Promise<MemberId[]> {
  const rows = await tx.selectFrom('network.offering').select('member').distinct().where('tenant', '=', tenant).where('withdrawn_at', 'is', null).execute()
  return rows.map(({ member }) => member as MemberId)
}

/** Takes back everything that a member shows. */
export async function endOfferingsOf(tx: Tx, permit: AnyPermit, member: MemberId): Promise<void> {
  await tx
    .updateTable('network.offering')
    .set({ withdrawn_at: permit.now })
    .where('tenant', '=', permit.organisation)
    .where('member', '=', member)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** Throws away what was taken back before a moment, and versions that are not shown, were answered before another, and about which no question is kept. */
export async function deleteOfferings(tx: Tx, tenant: OrganisationId, before: { readonly withdrawn: Instant; readonly replaced: Instant }): Promise<void> {
  await tx.deleteFrom('network.offering').where('tenant', '=', tenant).where('withdrawn_at', '<', before.withdrawn).execute()
  await tx
    .deleteFrom('network.offering_version as v')
    .where('v.tenant', '=', tenant)
    .where('v.answered_at', '<', before.replaced)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('network.offering as o')
            .select('o.id')
            .whereRef('o.tenant', '=', 'v.tenant')
            .whereRef('o.id', '=', 'v.offering')
            .whereRef('o.version', '=', 'v.nr'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('network.offering_question as q')
            .select('q.id')
            .whereRef('q.tenant', '=', 'v.tenant')
            .whereRef('q.offering', '=', 'v.offering')
            .whereRef('q.version', '=', 'v.nr'),
        ),
      ),
    )
    .execute()
}
