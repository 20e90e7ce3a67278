import { sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { Bewind, BewindKind } from './bewind.rules.ts'

export type KeptBewind = Bewind & { readonly files: ReadonlyMap<string, string> }

/** One change to who looks after the money of a member is made at a time; a pay-out waits for it too. */
export async function lockBewind(tx: Tx, permit: AnyPermit, member: MemberId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`bewind ${permit.organisation} ${member}`}, 0))`.execute(tx)
}

/** Everybody who looked or looks after the money of a member, with their consents and what ended. Not filtered on reach: who pays out must know. */
export async function bewindOf(tx: Tx, permit: AnyPermit, member: MemberId): Promise<KeptBewind[]> {
  const rows = await tx
    .selectFrom('coaching.bewind as b')
    .leftJoin('coaching.bewind_consent as c', (join) => join.onRef('c.tenant', '=', 'b.tenant').onRef('c.bewind', '=', 'b.id'))
    .select((eb) => [
      'b.id',
      'b.kind',
      'b.name',
      'b.office',
      'b.reach',
      'b.from_day',
      'c.id as consent',
      'c.from_day as consent_from',
      'c.until_day',
      'c.file',
      eb
        .selectFrom('coaching.bewind_end as e')
        .select(({ fn }) => fn.min('e.on_day').as('on_day'))
        .whereRef('e.tenant', '=', 'b.tenant')
        .whereRef('e.bewind', '=', 'b.id')
        .where('e.consent', 'is', null)
        .as('ended_on'),
      eb
        .selectFrom('coaching.bewind_end as e')
        .select(({ fn }) => fn.min('e.on_day').as('on_day'))
        .whereRef('e.tenant', '=', 'c.tenant')
        .whereRef('e.consent', '=', 'c.id')
        .as('consent_ended_on'),
    ])
    .where('b.tenant', '=', permit.organisation)
    .where('b.member', '=', member)
    .orderBy('b.from_day')
    .orderBy('b.id')
    .orderBy('c.from_day')
    .execute()
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((own) => {
    const [row] = own
    if (!row) return []
    const kept = own.flatMap((each) =>
      each.consent && each.consent_from && each.until_day
        ? [{ id: each.consent, from: each.consent_from, until: each.until_day, endedOn: each.consent_ended_on, file: each.file ?? '' }]
        : [],
    )
    const { id, name, office, reach } = row
    return [
      {
        ...{ id, name, office, reach, kind: row.kind as BewindKind, from: row.from_day, endedOn: row.ended_on },
        consents: kept.map(({ file: _, ...consent }) => consent),
        files: new Map(kept.map((consent) => [consent.id, consent.file])),
      },
    ]
  })
}

export async function insertBewind(
  tx: Tx,
  permit: AnyPermit,
  member: MemberId,
  { kind, name, office, reach, from }: Pick<Bewind, 'kind' | 'name' | 'office' | 'reach' | 'from'>,
): Promise<string> {
  const id = newId(permit.now.epochMilliseconds)
  await tx
    .insertInto('coaching.bewind')
    .values({ tenant: permit.organisation, id, member, kind, name, office, reach, from_day: from, recorded_at: permit.now, recorded_by: permit.person })
    .execute()
  return id
}

export async function insertBewindConsent(tx: Tx, permit: AnyPermit, bewind: string, from: Day, until: Day, file: string): Promise<void> {
  await tx
    .insertInto('coaching.bewind_consent')
    .values({
      tenant: permit.organisation,
      id: newId(permit.now.epochMilliseconds),
      bewind,
      from_day: from,
      until_day: until,
      file,
      recorded_at: permit.now,
      recorded_by: permit.person,
    })
    .execute()
}

export async function insertBewindEnd(tx: Tx, permit: AnyPermit, bewind: string, consent: string | null, on: Day): Promise<void> {
  await tx
    .insertInto('coaching.bewind_end')
    .values({
      tenant: permit.organisation,
      id: newId(permit.now.epochMilliseconds),
      bewind,
      consent,
      on_day: on,
      recorded_at: permit.now,
      recorded_by: permit.person,
    })
    .execute()
}
