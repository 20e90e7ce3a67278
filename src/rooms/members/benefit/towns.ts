import type { Tx } from '#kit/db.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import { benefitRows } from '../members.sql.ts'
import { type TownFrom, townsFrom } from './towns.rules.ts'

/** The towns that paid the benefit of one member, or of everybody, through time, oldest first; in one query. Not filtered on reach. */
export async function townsThroughTime(tx: Tx, permit: AnyPermit, member: MemberId | null): Promise<ReadonlyMap<MemberId, readonly TownFrom[]>> {
  return new Map([...(await benefitRows(tx, permit.organisation, member))].map(([each, rows]) => [each, townsFrom(rows)]))
}
