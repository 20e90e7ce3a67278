import type { Tx } from '#kit/db.ts'
import type { AnyPermit } from '#rooms/access'
import { bindingsOf, recipientsOf, type Version, type VersionId, versionsAll } from '../agreements.sql.ts'

/** The other versions within reach, newest first: for a member those that were put to that member or bind the member. */
export async function otherVersions(tx: Tx, permit: AnyPermit, version: Version): Promise<Version[]> {
  const all = (await versionsAll(tx, permit)).filter((each) => each.id !== version.id)
  if (permit.reach === 'organisation') return all
  const near = new Set<VersionId>([...(await recipientsOf(tx, permit, null)), ...(await bindingsOf(tx, permit, null))].map((each) => each.version))
  return all.filter((each) => each.proposedAt && near.has(each.id))
}
