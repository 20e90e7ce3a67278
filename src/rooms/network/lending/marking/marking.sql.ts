import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, personOf } from '#rooms/access'

/** The network's word on an edition: a model, or no longer; gives its id. */
export async function insertMark(
  tx: Tx,
  permit: AnyPermit,
  mark: { readonly edition: string; readonly marked: boolean; readonly why: string; readonly name: string },
): Promise<string> {
  const id = newId(permit.now.epochMilliseconds)
  const { edition, marked, why, name } = mark
  await tx
    .insertInto('network.lending_mark')
    .values({ id, edition, marked, why, marked_by: personOf(permit), marked_name: name, marked_at: permit.now })
    .execute()
  return id
}
