import { type Day, day, lastDay, type Month } from '#kit/day.ts'
import type { Cents } from '#kit/money.ts'

/** What a treasurer sees to every month, in the order of the work. */
export const TASK_KINDS = ['statements', 'lines', 'suspense', 'receipts', 'invoices', 'reminders', 'cash', 'close', 'released', 'vat', 'backup'] as const
export type TaskKind = (typeof TASK_KINDS)[number]

/** Tasks of the house that are ticked by hand, because nothing in it tells that they were done. */
export const TICKED: readonly TaskKind[] = ['backup']

export const RHYTHMS = [1, 3, 12] as const

/** Something a cooperative does every so many months, counted from the first. */
export type OwnTask = {
  readonly id: string
  readonly title: string
  /** The day of the month by which; null: the last. */
  readonly onDay: number | null
  readonly every: (typeof RHYTHMS)[number]
  readonly from: Month
  /** The last month in which it is asked; null while it goes on. */
  readonly until: Month | null
}

/** That somebody said a task of a month was done. */
export type Tick = { readonly task: string; readonly on: Day; readonly by: string | null }

/** One task of a month: done, to do, or not yet possible, with how many wait and by which day. */
export type MonthTask = {
  readonly key: string
  readonly kind: TaskKind | 'own'
  readonly title: string | null
  readonly state: 'done' | 'todo' | 'later'
  readonly number: number | null
  readonly by: Day | null
  readonly href: string | null
  /** Whether it is ticked by hand, and by whom it was. */
  readonly byHand: boolean
  readonly tick: Tick | null
}

export type TaskSigns = {
  readonly month: Month
  readonly today: Day
  readonly closed: boolean
  /** The points of the checklist; null when the month is closed. */
  readonly points: readonly { readonly kind: string; readonly ok: boolean; readonly count: number; readonly cents: Cents | null }[] | null
  /** The last day that a statement of the bank covers. */
  readonly through: Day | null
  /** How many customers are to be reminded today. */
  readonly toRemind: number
  /** The last day on which the cash box was counted. */
  readonly countedOn: Day | null
  /** Statements of members about the month that were not sent, with their last days. */
  readonly unsent: readonly (Day | null)[]
  /** The first day by which a statement about the month is due: the month is closed before it. */
  readonly dueOn: Day | null
  readonly vat: { readonly on: Day; readonly done: boolean } | null
  readonly own: readonly OwnTask[]
  readonly ticks: readonly Tick[]
}

/** Whether a task that comes back is asked in this month. */
export function isAsked(task: OwnTask, month: Month): boolean {
  const apart = monthsBetween(task.from, month)
  return apart >= 0 && apart % task.every === 0 && (task.until === null || month <= task.until)
}

/** The tasks of a month, the own ones last. What cannot be done before something else is `later`; cash is asked only where there is any. */
export function tasksOf(signs: TaskSigns): MonthTask[] {
  const { month, dueOn, closed } = signs
  const over = lastDay(month) < signs.today
  const task = (kind: TaskKind, done: boolean, href: string, more: Partial<MonthTask> = {}): MonthTask => ({
    key: kind,
    kind,
    title: null,
    state: done ? 'done' : 'todo',
    number: null,
    by: dueOn,
    href,
    byHand: false,
    tick: null,
    ...more,
  })
  const point = (kind: string) => signs.points?.find((each) => each.kind === kind)
  const counted = (kind: TaskKind & string, href: string) => {
    const found = point(kind)
    return task(kind, closed || (found?.ok ?? true), href, { number: found && !found.ok && found.count > 0 ? found.count : null })
  }
  const tick = (key: string) => signs.ticks.find((each) => each.task === key) ?? null
  const byHand = (key: string) => ({ key, byHand: true, tick: tick(key), state: tick(key) ? ('done' as const) : ('todo' as const) })
  const covered = signs.through === null ? (point('bank')?.ok ?? false) : signs.through >= lastDay(month)
  return [
    task('statements', closed || covered, '/bank'),
    counted('lines', '/bank'),
    counted('suspense', '/bank'),
    counted('receipts', '/bonnen'),
    counted('invoices', '/facturen'),
    task('reminders', signs.toRemind === 0, '/facturen/herinneren', { number: signs.toRemind || null, by: null }),
    ...cashOf(signs, task, point('box')?.cents ?? null),
    task('close', closed, `/maand/${month}`, closed || over ? {} : { state: 'later' }),
    ...releasedOf(signs, task),
    ...(signs.vat ? [task('vat', signs.vat.done, '/kalender', { by: signs.vat.on })] : []),
    task('backup', false, '', { ...byHand('backup'), by: lastDay(month), href: null }),
    ...signs.own
      .filter((each) => isAsked(each, month))
      .map((each) => ({ ...task('backup', false, ''), kind: 'own' as const, title: each.title, href: null, by: dayIn(month, each.onDay), ...byHand(each.id) })),
  ]
}

type Make = (kind: TaskKind, done: boolean, href: string, more?: Partial<MonthTask>) => MonthTask

/** The box is counted in the last days of a month or after it; an empty box of an open month asks for nothing. */
function cashOf(signs: TaskSigns, task: Make, box: Cents | null): MonthTask[] {
  const done = signs.countedOn !== null && signs.countedOn >= day(`${signs.month}-24`)
  if (!done && (box === null || box === 0n)) return []
  return [task('cash', done, '/bank/kas')]
}

function releasedOf({ closed, unsent, dueOn }: TaskSigns, task: Make): MonthTask[] {
  if (!closed) return dueOn ? [task('released', false, '/leden', { state: 'later' })] : []
  const [by = dueOn] = unsent.filter((each) => each !== null).toSorted()
  return dueOn || unsent.length > 0 ? [task('released', unsent.length === 0, '/leden', { number: unsent.length || null, by })] : []
}

/** A day of this month; one that the month does not have is its last. */
function dayIn(month: Month, onDay: number | null): Day {
  const last = lastDay(month)
  if (onDay === null || onDay > Number(last.slice(8))) return last
  return day(`${month}-${String(onDay).padStart(2, '0')}`)
}

function monthsBetween(from: Month, to: Month): number {
  const count = (of: Month) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5))
  return count(to) - count(from)
}
