import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, personOf } from '#rooms/access'
import type { Pot } from '../spending.rules.ts'
import type { SpendingRequest, SpendingRequestId } from '../spending.types.ts'
import type { Planned } from './promises.rules.ts'

/** Writes instalments of an approved request, each a request that was approved with it. */
export async function insertInstalments(
  tx: Tx,
  permit: AnyPermit,
  promise: Pick<SpendingRequest, 'id' | 'member' | 'what' | 'askedBy'> & { readonly pot: Pot },
  planned: readonly (Planned & { readonly what: string })[],
): Promise<void> {
  const rows = planned.map((each) => ({ ...each, id: newId<SpendingRequestId>(permit.now.epochMilliseconds) }))
  await tx
    .insertInto('spending.request')
    .values(
      rows.map(({ id, what, cents, place, due }) => ({
        tenant: permit.organisation,
        id,
        member: promise.member,
        pot: promise.pot,
        cents,
        what,
        why: null,
        asked_by: promise.askedBy,
        asked_at: permit.now,
        part_of: promise.id,
        place,
        due_on: due,
      })),
    )
    .execute()
  await tx
    .insertInto('spending.request_decision')
    .values(
      rows.map(({ id }) => ({
        tenant: permit.organisation,
        request: id,
        outcome: 'approved',
        reason: null,
        pot: null,
        cents: null,
        person: personOf(permit),
        at: permit.now,
      })),
    )
    .execute()
}
