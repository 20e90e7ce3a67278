import { sql } from 'kysely'
import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, personOf, withinReach } from '#rooms/access'
import type { ConsentRequest, RequestId } from '../consent.types.ts'
import type { ConsentEvent, ConsentEventKind, Notified } from '../events/events.rules.ts'

type About = Pick<ConsentRequest, 'tenant' | 'member' | 'municipality'>

export async function insertPostingChoice(tx: Tx, permit: AnyPermit, { tenant, municipality }: About, electronic: boolean): Promise<void> {
  await tx
    .insertInto('consent.posting_choice')
    .values({ tenant, id: newId(permit.now.epochMilliseconds), member: personOf(permit), municipality, electronic, chosen_at: permit.now })
    .execute()
}

/** Writes down how a letter went. */
export async function insertNotification(
  tx: Tx,
  permit: AnyPermit,
  request: Pick<ConsentRequest, 'tenant' | 'id' | 'municipality'>,
  letter: Pick<ConsentEvent, 'kind' | 'recordedAt'>,
  notified: Notified,
): Promise<void> {
  const about = { tenant: request.tenant, request: request.id, municipality: request.municipality, kind: letter.kind, event_at: letter.recordedAt }
  await tx
    .insertInto('consent.notification')
    .values({
      ...about,
      id: newId(permit.now.epochMilliseconds),
      way: notified.way,
      notified_on: notified.on,
      recorded_by: permit.person,
      recorded_at: permit.now,
    })
    .execute()
}

/** A letter that went on paper and of which nobody said on which day it was posted. */
export type ToPost = {
  readonly request: RequestId
  readonly kind: ConsentEventKind
  readonly recordedAt: Instant
  readonly name: string
  readonly cooperative: string
  readonly since: Instant
}

/** How a form with many letters names one: the request, and the letter within it. */
export function manyCode({ request, kind, recordedAt }: Pick<ToPost, 'request' | 'kind' | 'recordedAt'>): string {
  return `${request} ${kind} ${recordedAt}`
}

/** The letters of own cases that still have to be posted, the oldest first; at most two hundred. */
export async function toPostRows(tx: Tx, permit: AnyPermit): Promise<ToPost[]> {
  const rows = await tx
    .selectFrom('consent.shared_to_post as w')
    .select(['w.id', 'w.kind', 'w.event_at', 'w.about', 'w.cooperative_name', 'w.since'])
    .where('w.owner', '=', permit.organisation)
    .where((eb) => withinReach(permit, eb, 'w.member'))
    .orderBy('w.since')
    .orderBy('w.id')
    .orderBy(sql`w.event_at`)
    .limit(200)
    .execute()
  return rows.map((row) => ({
    request: row.id as RequestId,
    kind: row.kind as ConsentEventKind,
    recordedAt: row.event_at as Instant,
    name: row.about ?? '',
    cooperative: row.cooperative_name ?? '',
    since: row.since as Instant,
  }))
}
