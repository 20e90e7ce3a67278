import { sql } from 'kysely'
import { type Day, dayOf, type Instant, type Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { AnyPermit, PersonId } from '#rooms/access'
import type { OwnTask, Tick } from './tasks.rules.ts'

/** All own tasks of the cooperative, those that stopped too, with the ticks of a month. */
export async function ownTasks(tx: Tx, permit: AnyPermit, month: Month): Promise<{ own: OwnTask[]; ticks: (Omit<Tick, 'by'> & { by: PersonId | null })[] }> {
  const rows = await tx.selectFrom('homes.own_task').selectAll().where('tenant', '=', permit.organisation).orderBy('made_at').orderBy('id').execute()
  const ticks = await tx
    .selectFrom('homes.task_tick')
    .select(['task', 'ticked_at', 'ticked_by'])
    .where('tenant', '=', permit.organisation)
    .where('month', '=', month)
    .execute()
  return {
    own: rows.map((row) => ({
      id: row.id,
      title: row.title,
      onDay: row.on_day,
      every: row.every_months as OwnTask['every'],
      from: row.from_month as Month,
      until: row.until_month as Month | null,
    })),
    ticks: ticks.map((row) => ({ task: row.task, on: dayOf(row.ticked_at as Instant), by: row.ticked_by as PersonId | null })),
  }
}

export async function insertOwnTask(tx: Tx, permit: AnyPermit, task: OwnTask): Promise<void> {
  await tx
    .insertInto('homes.own_task')
    .values({
      tenant: permit.organisation,
      id: task.id,
      title: task.title,
      on_day: task.onDay,
      every_months: task.every,
      from_month: task.from,
      until_month: task.until,
      made_by: permit.person,
      made_at: permit.now,
    })
    .execute()
}

/** Ends a task after a month; gives whether there was one that went on. */
export async function endTaskAfter(tx: Tx, permit: AnyPermit, id: string, until: Month): Promise<boolean> {
  const row = await tx
    .updateTable('homes.own_task')
    .set({ until_month: until })
    .where('tenant', '=', permit.organisation)
    .where('id', '=', id)
    .where('until_month', 'is', null)
    .executeTakeFirst()
  return Number(row.numUpdatedRows) > 0
}

/** Writes down that a task of a month was done; once. Gives whether it was not yet. */
export async function insertTick(tx: Tx, permit: AnyPermit, task: string, month: Month): Promise<boolean> {
  const done = await tx
    .insertInto('homes.task_tick')
    .values({ tenant: permit.organisation, task, month, ticked_at: permit.now, ticked_by: permit.person })
    .onConflict((conflict) => conflict.columns(['tenant', 'task', 'month']).doNothing())
    .executeTakeFirst()
  return Number(done.numInsertedOrUpdatedRows) > 0
}

/** Takes that back; gives whether there was something to take back. */
export async function deleteTick(tx: Tx, permit: AnyPermit, task: string, month: Month): Promise<boolean> {
  const gone = await tx
    .deleteFrom('homes.task_tick')
    .where('tenant', '=', permit.organisation)
    .where('task', '=', task)
    .where('month', '=', month)
    .executeTakeFirst()
  return Number(gone.numDeletedRows) > 0
}

/** The first day by which a member must send the statement about a month; null when nobody must. */
export async function firstStatementDue(tx: Tx, permit: AnyPermit, month: Month): Promise<Day | null> {
  const { rows } = await sql<{ due: Day | null }>`
    select min((case g.statement_rhythm when 'quarterly' then date_trunc('quarter', (${month}::text || '-01')::date::timestamp) + interval '3 months'
      else (${month}::text || '-01')::date::timestamp + interval '1 month' end)::date + g.statement_day - 1) as due
    from consent.shared_granted g
    where g.tenant = ${permit.organisation} and g.statement_rhythm <> 'none'
      and g.from_day < ((${month}::text || '-01')::date::timestamp + interval '1 month')::date and g.until_day >= (${month}::text || '-01')::date`.execute(tx)
  return rows[0]?.due ?? null
}
