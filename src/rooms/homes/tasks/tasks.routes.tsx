import { type Context, Hono } from 'hono'
import { findMonth, type Month } from '#kit/day.ts'
import { choice, optional, type Problems, prose, text, wholeNumber, z } from '#kit/form.ts'
import { type Action, act, change, type Env, formKeys, scopeOf, show } from '#rooms/access'
import { tasks as words } from './tasks.nl.ts'
import type { TaskKind } from './tasks.rules.ts'
import { addOwnTask, endOwnTask, monthTasks, tickTask, untickTask } from './tasks.ts'
import { TasksPage } from './tasks-page.tsx'

/** What the treasurer sees to in a month. */
export const routes = new Hono<Env>()

const monthField = () =>
  text(7)
    .refine((typed) => findMonth(typed) !== null, words.refusals.noMonth.what)
    .transform((typed) => findMonth(typed) as Month)

/** What somebody must be allowed for the page where a task is done. */
const OPENED_BY = {
  statements: 'bank.read',
  lines: 'bank.read',
  suspense: 'bank.read',
  receipts: 'receipt.read',
  invoices: 'invoice.read',
  reminders: 'invoice.remind',
  cash: 'bank.read',
  close: 'month.see',
  released: 'member.read',
  vat: 'calendar.read',
  backup: 'tasks.read',
} as const satisfies Record<TaskKind, Action>

const TickForm = z.object({ task: text(36), month: monthField() })
const TaskForm = z.object({
  title: prose(80),
  every: choice(['1', '3', '12']).transform((typed) => Number(typed) as 1 | 3 | 12),
  onDay: optional(wholeNumber().refine((on) => on >= 1 && on <= 31, words.refusals.noDay.what)),
  from: monthField(),
})

routes.get('/taken', (c) => showTasks(c, null))

routes.post('/taken', (c) =>
  change(c, 'tasks.keep', {
    form: TaskForm,
    run: (tx, permit, form) => addOwnTask(tx, permit, form),
    done: 'taskAdded',
    to: () => '/taken',
    again: (problems) => showTasks(c, problems),
  }),
)

routes.post('/taken/einde', (c) =>
  change(c, 'tasks.keep', {
    form: z.object({ task: text(36) }),
    run: (tx, permit, { task }) => endOwnTask(tx, permit, task),
    done: 'taskEnded',
    to: () => '/taken',
  }),
)

routes.post('/taken/gedaan', (c) => tick(c, 'taskDone'))
routes.post('/taken/terug', (c) => tick(c, 'taskUndone'))

function tick(c: Context<Env>, done: 'taskDone' | 'taskUndone') {
  return change(c, 'tasks.tick', {
    form: TickForm,
    run: async (tx, permit, { task, month }) => {
      await (done === 'taskDone' ? tickTask : untickTask)(tx, permit, task, month)
      return month
    },
    done,
    to: (month) => `/taken?maand=${month}`,
  })
}

async function showTasks(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'tasks.read', (tx, permit) => monthTasks(tx, permit, findMonth(c.req.query('maand') ?? '')))
  const may = (action: Action) => c.var.seat !== null && scopeOf(action, c.var.seat.role) !== null
  const opens = (kind: TaskKind) => may(OPENED_BY[kind])
  const body = <TasksPage {...found} mayTick={may('tasks.tick')} mayKeep={may('tasks.keep')} opens={opens} keys={() => formKeys(c)} problems={problems} />
  return show(c, { title: words.title, body })
}
