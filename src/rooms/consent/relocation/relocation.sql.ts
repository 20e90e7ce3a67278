import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, type MemberId, type OrganisationId, personOf, withinReach } from '#rooms/access'
import type { AfterMoving, NoticeSide, SharedConditions } from './relocation.rules.ts'

/** What one town was told, and what it did with it. */
export type RelocationNotice = {
  readonly id: string
  readonly tenant: OrganisationId
  readonly municipality: OrganisationId
  readonly municipalityName: string
  readonly relocation: string
  readonly side: NoticeSide
  readonly member: MemberId
  readonly memberName: string
  readonly cooperativeName: string
  readonly on: Day
  readonly shared: readonly SharedConditions[] | null
  readonly toldAt: Instant
  readonly end: { readonly what: 'handled' | 'calledOff'; readonly words: string; readonly at: Instant } | null
}

/** A move of a member, as the cooperative and the member know it. */
export type Relocation = {
  readonly id: string
  readonly member: MemberId
  readonly from: OrganisationId
  readonly to: OrganisationId | null
  readonly on: Day
  readonly benefit: AfterMoving
  readonly preparedAt: Instant
  readonly toldAt: Instant | null
  readonly calledOffAt: Instant | null
}

/** Moves of one member at the acting cooperative, the newest first. */
export async function relocationRows(tx: Tx, permit: AnyPermit, member: MemberId): Promise<Relocation[]> {
  const rows = await tx
    .selectFrom('consent.relocation as r')
    .leftJoin('consent.relocation_step as t', (join) => join.onRef('t.tenant', '=', 'r.tenant').onRef('t.relocation', '=', 'r.id').on('t.what', '=', 'told'))
    .leftJoin('consent.relocation_step as c', (join) =>
      join.onRef('c.tenant', '=', 'r.tenant').onRef('c.relocation', '=', 'r.id').on('c.what', '=', 'calledOff'),
    )
    .select(['r.id', 'r.member', 'r.from_municipality as from', 'r.to_municipality as to', 'r.on_day as on', 'r.benefit', 'r.prepared_at as preparedAt'])
    .select(['t.recorded_at as toldAt', 'c.recorded_at as calledOffAt'])
    .where('r.tenant', '=', permit.organisation)
    .where('r.member', '=', member)
    .where((eb) => withinReach(permit, eb, 'r.member'))
    .orderBy('r.prepared_at', 'desc')
    .orderBy('r.id', 'desc')
    .execute()
  return rows as Relocation[]
}

/** The days of moves that were told and not called off, of one member or of everybody; not filtered on reach. */
export async function daysMoved(tx: Tx, permit: AnyPermit, member: MemberId | null): Promise<{ readonly member: MemberId; readonly on: Day }[]> {
  const rows = await tx
    .selectFrom('consent.relocation as r')
    .innerJoin('consent.relocation_step as t', (join) => join.onRef('t.tenant', '=', 'r.tenant').onRef('t.relocation', '=', 'r.id').on('t.what', '=', 'told'))
    .select(['r.member', 'r.on_day as on'])
    .where('r.tenant', '=', permit.organisation)
    .$if(member !== null, (query) => query.where('r.member', '=', member ?? ''))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('consent.relocation_step as c')
            .select('c.what')
            .whereRef('c.tenant', '=', 'r.tenant')
            .whereRef('c.relocation', '=', 'r.id')
            .where('c.what', '=', 'calledOff'),
        ),
      ),
    )
    .orderBy('r.on_day')
    .execute()
  return rows as { member: MemberId; on: Day }[]
}

/** Two forms about one member come one after the other. */
export async function lockRelocations(tx: Tx, member: MemberId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`relocation ${member}`}, 0))`.execute(tx)
}

export async function insertRelocation(tx: Tx, permit: AnyPermit, row: Pick<Relocation, 'member' | 'from' | 'to' | 'on' | 'benefit'>): Promise<string> {
  const id = newId(permit.now.epochMilliseconds)
  const { member, from, to, on, benefit } = row
  await tx
    .insertInto('consent.relocation')
    .values({
      tenant: permit.organisation,
      id,
      member,
      from_municipality: from,
      to_municipality: to,
      on_day: on,
      benefit,
      prepared_by: personOf(permit),
      prepared_at: permit.now,
    })
    .execute()
  return id
}

/** Whether this step was the first of its kind. */
export async function insertRelocationStep(
  tx: Tx,
  permit: AnyPermit,
  relocation: string,
  what: 'told' | 'calledOff',
  authorisation: string | null,
): Promise<boolean> {
  const row = await tx
    .insertInto('consent.relocation_step')
    .values({ tenant: permit.organisation, relocation, what, authorisation, recorded_by: personOf(permit), recorded_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('relocation')
    .executeTakeFirst()
  return row !== undefined
}

export async function insertNotice(
  tx: Tx,
  permit: AnyPermit,
  notice: Pick<RelocationNotice, 'municipality' | 'municipalityName' | 'relocation' | 'side' | 'member' | 'memberName' | 'cooperativeName' | 'on' | 'shared'>,
): Promise<string> {
  const id = newId(permit.now.epochMilliseconds)
  await tx
    .insertInto('consent.relocation_notice')
    .values({
      tenant: permit.organisation,
      municipality: notice.municipality,
      municipality_name: notice.municipalityName,
      id,
      relocation: notice.relocation,
      side: notice.side,
      member: notice.member,
      member_name: notice.memberName,
      cooperative_name: notice.cooperativeName,
      on_day: notice.on,
      shared: notice.shared && JSON.stringify(notice.shared),
      told_at: permit.now,
    })
    .execute()
  return id
}

/** What towns were told, within reach of the cooperative or of the town itself, the newest first. Those that came to an end only where asked. */
export async function noticeRows(
  tx: Tx,
  permit: AnyPermit,
  only: { readonly id?: string; readonly member?: MemberId; readonly open?: boolean } = {},
): Promise<RelocationNotice[]> {
  const rows = await tx
    .selectFrom('consent.relocation_notice as n')
    .leftJoin('consent.relocation_end as e', (join) => join.onRef('e.tenant', '=', 'n.tenant').onRef('e.notice', '=', 'n.id'))
    .selectAll('n')
    .select(['e.what as end_what', 'e.words as end_words', 'e.ended_at'])
    .where((eb) => eb.or([eb('n.tenant', '=', permit.organisation), eb('n.municipality', '=', permit.organisation)]))
    .where((eb) => withinReach(permit, eb, 'n.member'))
    .$if(only.id !== undefined, (query) => query.where('n.id', '=', only.id ?? ''))
    .$if(only.member !== undefined, (query) => query.where('n.member', '=', only.member ?? ''))
    .$if(only.open === true, (query) =>
      query.where(
        sql<boolean>`exists (select from consent.shared_relocation w where w.tenant = n.tenant and w.id = n.id and w.owner = ${permit.organisation})`,
      ),
    )
    .orderBy('n.told_at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    tenant: row.tenant as OrganisationId,
    municipality: row.municipality as OrganisationId,
    municipalityName: row.municipality_name,
    relocation: row.relocation,
    side: row.side as NoticeSide,
    member: row.member as MemberId,
    memberName: row.member_name,
    cooperativeName: row.cooperative_name,
    on: row.on_day,
    shared: row.shared as readonly SharedConditions[] | null,
    toldAt: row.told_at,
    end: row.end_what && row.ended_at ? { what: row.end_what as 'handled' | 'calledOff', words: row.end_words ?? '', at: row.ended_at } : null,
  }))
}

/** Whether this was the first end of the notice. */
export async function insertNoticeEnd(
  tx: Tx,
  permit: AnyPermit,
  notice: Pick<RelocationNotice, 'tenant' | 'municipality' | 'id'>,
  what: 'handled' | 'calledOff',
  words: string,
): Promise<boolean> {
  const row = await tx
    .insertInto('consent.relocation_end')
    .values({
      tenant: notice.tenant,
      municipality: notice.municipality,
      notice: notice.id,
      what,
      words,
      ended_by: personOf(permit),
      ended_at: permit.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('notice')
    .executeTakeFirst()
  return row !== undefined
}

/** Deletes everything of moves of before a day: what towns wrote first, the move itself last. */
export async function deleteRelocations(tx: Tx, permit: AnyPermit, before: Day): Promise<void> {
  const old = await tx.selectFrom('consent.relocation').select('id').where('tenant', '=', permit.organisation).where('on_day', '<', before).execute()
  if (old.length === 0) return
  const ids = old.map(({ id }) => id)
  await tx
    .deleteFrom('consent.relocation_end')
    .where('tenant', '=', permit.organisation)
    .where('notice', 'in', (eb) =>
      eb.selectFrom('consent.relocation_notice').select('id').where('tenant', '=', permit.organisation).where('relocation', 'in', ids),
    )
    .execute()
  await tx.deleteFrom('consent.relocation_notice').where('tenant', '=', permit.organisation).where('relocation', 'in', ids).execute()
  await tx.deleteFrom('consent.relocation_step').where('tenant', '=', permit.organisation).where('relocation', 'in', ids).execute()
  await tx.deleteFrom('consent.relocation').where('tenant', '=', permit.organisation).where('id', 'in', ids).execute()
}
