import { sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, personOf } from '../permit.ts'
import type { Absence } from './absence.rules.ts'

/** Every absence at the organisation that is not over on a day, the first on top; what was called off is left out. */
export async function absencesFrom(tx: Tx, permit: AnyPermit): Promise<Absence[]> {
  const { rows } = await sql<Absence>`
    select b.id, b.professional, p.name as "professionalName", b.deputy, d.name as "deputyName", b.from_day as "from",
      least(b.until_day, e.last_day) as until, b.note
    from access.absence b
    left join access.absence_end e on e.organisation = b.organisation and e.absence = b.id
    join access.person p on p.id = b.professional
    join access.person d on d.id = b.deputy
    where b.organisation = ${permit.organisation} and least(b.until_day, e.last_day) >= greatest(b.from_day, ${permit.today}::date)
    order by b.from_day, b.id`.execute(tx)
  return rows
}

/** One at a time at an organisation, so that two who stand in for each other cannot both be first. */
export async function lockAbsences(tx: Tx, permit: AnyPermit): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`absence ${permit.organisation}`}, 0))`.execute(tx)
}

export async function insertAbsence(tx: Tx, permit: AnyPermit, row: { id: string; deputy: string; from: Day; until: Day; note: string }): Promise<void> {
  const { id, deputy, from, until, note } = row
  await tx
    .insertInto('access.absence')
    .values({
      organisation: permit.organisation,
      id,
      professional: personOf(permit),
      deputy,
      from_day: from,
      until_day: until,
      note,
      written_at: permit.now,
    })
    .execute()
}

/** Whether nobody ended it before. */
export async function insertAbsenceEnd(tx: Tx, permit: AnyPermit, absence: string, lastDay: Day): Promise<boolean> {
  const row = await tx
    .insertInto('access.absence_end')
    .values({ organisation: permit.organisation, absence, last_day: lastDay, ended_at: permit.now, ended_by: personOf(permit) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('absence')
    .executeTakeFirst()
  return row !== undefined
}
