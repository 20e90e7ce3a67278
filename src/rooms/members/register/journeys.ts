import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import { type JourneyStep, type StageOnDay, stageOn } from '../journey.rules.ts'
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

/** The stage of everybody within reach on a day, also of who left; absent for whoever had none yet. One query. */
export async function stagesOf(tx: Tx, permit: AnyPermit, on: Day): Promise<ReadonlyMap<MemberId, StageOnDay>> {
  const all = [...(await journeysOfAll(tx, permit)).values()]
  return new Map(
    all.flatMap(({ member, steps }) => {
      const stage = stageOn(steps, on)
      return stage ? [[member, stage] as const] : []
    }),
  )
}
