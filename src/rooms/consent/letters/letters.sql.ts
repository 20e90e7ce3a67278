import { sql } from 'kysely'
import type { Day, Instant, Month } from '#kit/day.ts'
import { json, type Tx } from '#kit/db.ts'
import { sealOf } from '#kit/seal.ts'
import { type AnyPermit, type MemberId, withinReach } from '#rooms/access'
import type { ConsentRequest, RequestId } from '../consent.types.ts'
import type { Letter } from './letter.rules.ts'

/** A letter with the event that it tells of. */
export type KeptLetter = Letter & {
  readonly event: string
  readonly madeAt: Instant
  /** The seal that was kept with it; null on letters of before there was one. */
  readonly sha256: string | null
}

export async function insertLetter(tx: Tx, permit: AnyPermit, request: ConsentRequest, event: string, letter: Letter): Promise<void> {
  const { tenant, municipality, member, id } = request
  await tx
    .insertInto('consent.letter')
    .values({
      tenant,
      event,
      request: id,
      municipality,
      member,
      document: json(letter),
      template: letter.template ?? null,
      sha256: sealOf(letter),
      made_at: permit.now,
    })
    .execute()
}

/** The letters of a request that this permit may open, newest first. */
export async function lettersOf(tx: Tx, id: RequestId): Promise<KeptLetter[]> {
  const rows = await tx
    .selectFrom('consent.letter')
    .select(['event', 'document', 'made_at', 'sha256'])
    .where('request', '=', id)
    .orderBy('made_at', 'desc')
    .orderBy('event', 'desc')
    .execute()
  return rows.map((row) => ({ ...(row.document as unknown as Letter), event: row.event, madeAt: row.made_at, sha256: row.sha256 }))
}

/** The letters to one member within reach of the acting organisation, newest first, with the request of each. */
export async function lettersTo(tx: Tx, permit: AnyPermit, member: MemberId): Promise<(KeptLetter & { readonly request: RequestId })[]> {
  const rows = await tx
    .selectFrom('consent.letter')
    .select(['request', 'event', 'document', 'made_at', 'sha256'])
    .where('member', '=', member)
    .where((eb) => eb.or([eb('tenant', '=', permit.organisation), eb('municipality', '=', permit.organisation)]))
    .where((eb) => withinReach(permit, eb, 'member'))
    .orderBy('made_at', 'desc')
    .orderBy('event', 'desc')
    .execute()
  return rows.map((row) => ({
    ...(row.document as unknown as Letter),
    request: row.request as RequestId,
    event: row.event,
    madeAt: row.made_at,
    sha256: row.sha256,
  }))
}

/** Letters of the acting municipality about own cases, dated between two days, both included; the oldest first. */
export async function lettersBetween(
  tx: Tx,
  permit: AnyPermit,
  from: Day,
  until: Day,
  most: number,
): Promise<(KeptLetter & { readonly request: RequestId; readonly about: MemberId })[]> {
  const rows = await tx
    .selectFrom('consent.letter')
    .select(['request', 'event', 'member', 'document', 'made_at', 'sha256'])
    .where('municipality', '=', permit.organisation)
    .where((eb) => withinReach(permit, eb, 'member'))
    .where(sql<string>`document->>'on'`, '>=', from)
    .where(sql<string>`document->>'on'`, '<=', until)
    .orderBy('made_at')
    .orderBy('event')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    ...(row.document as unknown as Letter),
    request: row.request as RequestId,
    about: row.member as MemberId,
    event: row.event,
    madeAt: row.made_at,
    sha256: row.sha256,
  }))
}

/** The months in which letters of own cases are dated, the newest first; twelve at most. */
export async function letterMonths(tx: Tx, permit: AnyPermit): Promise<Month[]> {
  const rows = await tx
    .selectFrom('consent.letter')
    .select(sql<Month>`left(document->>'on', 7)`.as('month'))
    .distinct()
    .where('municipality', '=', permit.organisation)
    .where((eb) => withinReach(permit, eb, 'member'))
    .orderBy('month', 'desc')
    .limit(12)
    .execute()
  return rows.map(({ month }) => month)
}
