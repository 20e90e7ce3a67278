import { type Day, type Month, monthAfter, monthOf, yearOf } from '#kit/day.ts'
import { isDouble, type Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, type Permit, personNames } from '#rooms/access'
import { lastCounts } from '#rooms/banking'
import { dueToday, remindingLines } from '#rooms/invoicing'
import { cooperativeOf } from '#rooms/organisations'
import { closings, readinessOf } from '#rooms/settlement'
import { vatOf } from '../calendar/calendar.rules.ts'
import { tickedDuties } from '../calendar/calendar.sql.ts'
import { waitingRows } from '../homes.sql.ts'
import { tasks as words } from './tasks.nl.ts'
import { isAsked, type MonthTask, type OwnTask, TICKED, tasksOf } from './tasks.rules.ts'
import { deleteTick, endTaskAfter, firstStatementDue, insertOwnTask, insertTick, ownTasks } from './tasks.sql.ts'

export type MonthTasks = {
  readonly month: Month
  readonly today: Day
  readonly tasks: readonly MonthTask[]
  /** The own tasks that go on. */
  readonly own: readonly OwnTask[]
}

/**
 * What a treasurer sees to in a month and how each stands: of the rooms where they tell it, of a tick where nothing does. Without a month: the one
 * whose turn it is to be closed. Eleven queries, eight more while the month is open and its checklist is computed (decision 8).
 */
export async function monthTasks(tx: Tx, permit: AnyPermit, asked: Month | null): Promise<MonthTasks> {
  const running = monthOf(permit.today)
  const closed = await closings(tx, permit)
  const last = closed[0]?.month ?? monthAfter(running, -2)
  const turn = last < running ? monthAfter(last) : running
  const month = asked && asked <= running ? asked : turn
  const isClosed = closed.some((each) => each.month === month)
  const readiness = isClosed ? null : await readinessOf(tx, permit, month)
  const { own, ticks } = await ownTasks(tx, permit, month)
  const names = await personNames(tx, [...new Set(ticks.flatMap(({ by }) => (by ? [by] : [])))])
  const [count] = await lastCounts(tx, permit, 1)
  const tasks = tasksOf({
    month,
    today: permit.today,
    closed: isClosed,
    points: readiness?.points ?? null,
    through: readiness?.through ?? null,
    toRemind: dueToday(await remindingLines(tx, permit), permit.today).length,
    countedOn: count?.on ?? null,
    unsent: (await waitingRows(tx, permit)).filter(({ what, about }) => what === 'statementToSend' && about === month).map(({ until }) => until),
    dueOn: await firstStatementDue(tx, permit, month),
    vat: await vatAfter(tx, permit, month),
    own,
    ticks: ticks.map((each) => ({ ...each, by: each.by && (names.get(each.by) ?? null) })),
  })
  return { month, today: permit.today, tasks, own: own.filter(({ until }) => until === null) }
}

/** The VAT return of the quarter that ends with this month; null in other months and in the small businesses scheme. */
async function vatAfter(tx: Tx, permit: AnyPermit, month: Month): Promise<{ on: Day; done: boolean } | null> {
  const key = `vat-${yearOf(month)}-q${Number(month.slice(5)) / 3}`
  const duty = vatOf(yearOf(month), await cooperativeOf(tx, permit)).find((each) => each.key === key)
  return duty ? { on: duty.on, done: (await tickedDuties(tx, permit)).has(key) } : null
}

/** Makes something a task that comes back. Refuses a name that another such task has; nothing else in the house changes by it. */
export async function addOwnTask(tx: Tx, permit: Permit<'tasks.keep'>, facts: Omit<OwnTask, 'id' | 'until'>): Promise<string> {
  const id = newId(permit.now.epochMilliseconds)
  try {
    await insertOwnTask(tx, permit, { ...facts, id, until: null })
  } catch (error) {
    if (isDouble(error, 'one_own_task')) refuse(words.refusals.thereAlready, {}, { field: 'title' })
    throw error
  }
  await happened(tx, permit, 'task.added', { task: id })
  return id
}

/** Ends a task from this month on; what was ticked in months before stays. Again changes nothing. Refuses (missing) an unknown one. */
export async function endOwnTask(tx: Tx, permit: Permit<'tasks.keep'>, id: string): Promise<void> {
  const running = monthOf(permit.today)
  const { own } = await ownTasks(tx, permit, running)
  if (!own.some((each) => each.id === id)) return refuse(words.refusals.missing, {}, { kind: 'missing' })
  if (await endTaskAfter(tx, permit, id, monthAfter(running, -1))) await happened(tx, permit, 'task.ended', { task: id })
}

/** Writes down that a task of a month was done. Refuses one that is not asked in it, and one that the house knows by itself; again changes nothing. */
export async function tickTask(tx: Tx, permit: Permit<'tasks.tick'>, task: string, month: Month): Promise<void> {
  const { own } = await ownTasks(tx, permit, month)
  const asked = TICKED.some((kind) => kind === task) || own.some((each) => each.id === task && isAsked(each, month))
  if (!asked || month > monthOf(permit.today)) return refuse(words.refusals.notHere)
  if (await insertTick(tx, permit, task, month)) await happened(tx, permit, 'task.done', { task, month })
}

/** Takes back that a task of a month was done; what was never done stays as it is. */
export async function untickTask(tx: Tx, permit: Permit<'tasks.tick'>, task: string, month: Month): Promise<void> {
  if (await deleteTick(tx, permit, task, month)) await happened(tx, permit, 'task.undone', { task, month })
}
