import type { Instant } from '#kit/day.ts'
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
