import type { Tx } from '#kit/db.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { JourneyStep } from '../journey.rules.ts'
import { rowsWithSteps } from '../members.sql.ts'

export type MemberJourney = { readonly member: MemberId; readonly number: number | null; readonly name: string; readonly steps: readonly JourneyStep[] }

/** Everybody within reach with each step of the way, oldest first. One query. */
export async function journeysOfAll(tx: Tx, permit: AnyPermit): Promise<Map<MemberId, MemberJourney>> {
  const rows = (await rowsWithSteps(tx, permit)).map((row) => ({
    ...row,
    steps: row.steps.toSorted((a, b) => a.on.localeCompare(b.on) || Temporal.Instant.compare(a.recordedAt, b.recordedAt)),
  }))
  return new Map(rows.map((row) => [row.member, row]))
}
