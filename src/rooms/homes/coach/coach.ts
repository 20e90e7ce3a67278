import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Permit } from '#rooms/access'
import { mayTradeByStage, membersOn } from '#rooms/members'
import { type Waiting, waitingRows } from '../homes.sql.ts'
import { knowledgeIn, type ToKeep } from '../keeping/keeping.rules.ts'
import { type MemberLine, memberLines } from './coach.rules.ts'
import { lastSeen } from './coach.sql.ts'

export type CoachHome = {
  readonly today: Day
  /** The own members who did not leave, what asks for attention first. */
  readonly members: readonly MemberLine[]
  readonly applications: readonly Waiting[]
  /** Knowledge of the network that the coach keeps or is asked to keep. */
  readonly kept: readonly ToKeep[]
}

/** The own members with their signals, and new applications. Five queries. */
export async function coachHome(tx: Tx, permit: Permit<'home.coach'>): Promise<CoachHome> {
  const all = await waitingRows(tx, permit)
  const waits = new Set(all.map(({ member }) => member))
  const members = await membersOn(tx, permit, permit.today)
  // Whoever left is on the list only while something of theirs still waits.
  const here = members.filter(({ member, standing }) => standing.stage !== 'former' || waits.has(member))
  const people = here.map(({ member, name, standing }) => ({ member, name, since: mayTradeByStage(standing) ? standing.since : null }))
  const lines = memberLines(people, all, await lastSeen(tx, permit), permit.today)
  const left = new Set(here.filter(({ standing }) => standing.stage === 'former').map(({ member }) => member))
  return {
    today: permit.today,
    members: lines.filter(({ member, signals }) => signals.length > 0 || !left.has(member)),
    applications: all.filter((each) => each.what === 'application'),
    kept: knowledgeIn(all, permit.role),
  }
}
