import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Language } from '#kit/text.ts'
import { type AnyPermit, type PersonId, personOf } from '../permit.ts'
import type { RelationKind } from './handing.sql.ts'

/** Somebody who was handed over, with what the colleague should know. */
export type Handed = {
  readonly id: string
  readonly subject: PersonId
  readonly name: string
  readonly email: string | null
  readonly language: Language
  readonly before: PersonId | null
  readonly professional: PersonId
  readonly professionalName: string
  readonly by: PersonId
  readonly byName: string
  readonly on: Day
  readonly note: string
  readonly at: Instant
}

type Asked = { readonly id: string } | { readonly side: 'to' | 'by'; readonly since: Instant }

/** What this person handed over or was handed, newest first and without what was undone; or one of them by its id. */
export async function handedRows(tx: Tx, permit: AnyPermit, kind: RelationKind, asked: Asked): Promise<Handed[]> {
  const rows = await tx
    .selectFrom('access.handing as h')
    .innerJoin('access.person as s', 's.id', 'h.subject')
    .innerJoin('access.person as p', 'p.id', 'h.professional')
    .innerJoin('access.person as b', 'b.id', 'h.handed_by')
    .select([
      'h.id',
      'h.subject',
      's.name',
      's.email',
      's.language',
      'h.before',
      'h.professional',
      'p.name as professionalName',
      'h.handed_by as by',
      'b.name as byName',
    ])
    .select(['h.on_day as on', 'h.note', 'h.handed_at as at'])
    .where('h.organisation', '=', permit.organisation)
    .where('h.kind', '=', kind)
    .where((eb) =>
      'id' in asked
        ? eb('h.id', '=', asked.id)
        : eb.and([eb(asked.side === 'to' ? 'h.professional' : 'h.handed_by', '=', personOf(permit)), eb('h.handed_at', '>=', asked.since)]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('access.handing_undone as u').select('u.handing').whereRef('u.organisation', '=', 'h.organisation').whereRef('u.handing', '=', 'h.id'),
        ),
      ),
    )
    .orderBy('h.handed_at', 'desc')
    .orderBy('s.name')
    .limit(200)
    .execute()
  return rows as Handed[]
}

export async function insertHanding(
  tx: Tx,
  permit: AnyPermit,
  row: {
    readonly id: string
    readonly kind: RelationKind
    readonly subject: PersonId
    readonly before: PersonId | null
    readonly professional: PersonId
    readonly on: Day
    readonly note: string
  },
): Promise<void> {
  const { on, ...rest } = row
  await tx
    .insertInto('access.handing')
    .values({ ...rest, organisation: permit.organisation, on_day: on, handed_at: permit.now, handed_by: personOf(permit) })
    .execute()
}

/** Whether nobody undid it before. */
export async function insertHandingUndone(tx: Tx, permit: AnyPermit, id: string): Promise<boolean> {
  const row = await tx
    .insertInto('access.handing_undone')
    .values({ organisation: permit.organisation, handing: id, undone_at: permit.now, undone_by: personOf(permit) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('handing')
    .executeTakeFirst()
  return row !== undefined
}

/** Who has somebody on a day, the newest row first; null when nobody has. */
export async function holderOn(tx: Tx, permit: AnyPermit, kind: RelationKind, subject: PersonId, on: Day): Promise<PersonId | null> {
  const row = await tx
    .selectFrom('access.relation')
    .select('professional')
    .where('organisation', '=', permit.organisation)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('since', '<=', on)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', on)]))
    .orderBy('since', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return (row?.professional as PersonId | undefined) ?? null
}
