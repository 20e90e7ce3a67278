import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, personOf } from '#rooms/access'
import type { ConsentRequest } from '../consent.types.ts'
import type { ConsentEvent, Notified } from '../events/events.rules.ts'

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
