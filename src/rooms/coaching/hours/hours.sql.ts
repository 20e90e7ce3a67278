import { sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, type MemberId, type PersonId, personOf, withinReach } from '#rooms/access'
import type { HourKind, HoursAnswer, HoursLine, Level, Road } from './hours.rules.ts'

export type Learning = { readonly road: Road; readonly speaks: string | null; readonly level: Level; readonly pipOn: Day | null }

/** What was written down last about how a member within reach learns Dutch, or null. */
export async function learningOf(tx: Tx, permit: AnyPermit, member: MemberId): Promise<Learning | null> {
  const row = await tx
    .selectFrom('coaching.learning')
    .select(['road', 'speaks', 'level', 'pip_on'])
    .where('tenant', '=', permit.organisation)
    .where('member', '=', member)
    .where((eb) => withinReach(permit, eb, 'member'))
    .orderBy('nr', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { road: row.road as Road, speaks: row.speaks, level: row.level as Level, pipOn: row.pip_on } : null
}

export async function insertLearning(tx: Tx, permit: AnyPermit, member: MemberId, { road, speaks, level, pipOn }: Learning): Promise<void> {
  await tx
    .insertInto('coaching.learning')
    .values({
      tenant: permit.organisation,
      id: newId(permit.now.epochMilliseconds),
      member,
      road,
      speaks,
      level,
      pip_on: pipOn,
      recorded_at: permit.now,
      recorded_by: permit.person,
    })
    .execute()
}

/** Keeps other changes of the hours of one member waiting until this transaction is over. */
export async function lockHours(tx: Tx, permit: AnyPermit, member: MemberId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`hours ${permit.organisation} ${member}`}, 0))`.execute(tx)
}

/** All hours of a member within reach with their answers, newest first. */
export async function hoursOf(tx: Tx, permit: AnyPermit, member: MemberId): Promise<HoursLine[]> {
  const rows = await tx
    .selectFrom('coaching.hours as h')
    .leftJoin('coaching.hours_answer as a', (join) => join.onRef('a.tenant', '=', 'h.tenant').onRef('a.hours', '=', 'h.id'))
    .select(['h.id', 'h.kind', 'h.on_day', 'h.minutes', 'h.what', 'a.answer', 'a.reason', 'a.answered_by'])
    .where('h.tenant', '=', permit.organisation)
    .where('h.member', '=', member)
    .where((eb) => withinReach(permit, eb, 'h.member'))
    .orderBy('h.on_day', 'desc')
    .orderBy('h.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as HourKind,
    on: row.on_day,
    minutes: row.minutes,
    what: row.what,
    answer: row.answer as HoursAnswer | null,
    reason: row.reason,
    answeredBy: row.answered_by as PersonId | null,
  }))
}

export async function insertHours(tx: Tx, permit: AnyPermit, hours: Pick<HoursLine, 'kind' | 'on' | 'minutes' | 'what'>): Promise<string> {
  const id = newId(permit.now.epochMilliseconds)
  await tx
    .insertInto('coaching.hours')
    .values({
      tenant: permit.organisation,
      id,
      member: personOf(permit),
      kind: hours.kind,
      on_day: hours.on,
      minutes: hours.minutes,
      what: hours.what,
      logged_at: permit.now,
    })
    .execute()
  return id
}

export async function insertHoursAnswer(tx: Tx, permit: AnyPermit, hours: string, answer: HoursAnswer, reason: string | null): Promise<void> {
  await tx
    .insertInto('coaching.hours_answer')
    .values({ tenant: permit.organisation, hours, answer, reason, answered_at: permit.now, answered_by: permit.person })
    .execute()
}
