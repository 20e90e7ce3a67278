import { describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { isAsked, type MonthTask, type OwnTask, type TaskSigns, tasksOf } from './tasks.rules.ts'

const rent: OwnTask = { id: '0190b5a0-0000-7000-8000-000000000001', title: 'Huur boeken', onDay: 31, every: 1, from: month('2026-09'), until: null }
const fine = (kind: string) => ({ kind, ok: true, count: 0, cents: cents(0) })
const plain: TaskSigns = {
  month: month('2026-09'),
  today: day('2026-10-02'),
  closed: false,
  points: ['bank', 'lines', 'suspense', 'receipts', 'invoices', 'box'].map(fine),
  through: day('2026-09-30'),
  toRemind: 0,
  countedOn: null,
  unsent: [],
  dueOn: day('2026-10-15'),
  vat: null,
  own: [],
  ticks: [],
}
const told = (task: MonthTask) => [task.kind, task.state, task.number, task.by].filter((each) => each !== null).join(' ')
const only = (signs: Partial<TaskSigns>, kind: string) =>
  tasksOf({ ...plain, ...signs })
    .filter((each) => each.kind === kind)
    .map(told)

describe('the tasks of a month', () => {
  test('are done where the rooms say so; closing comes after the last day, and releasing after closing', () => {
    expect(tasksOf(plain).map(told)).toEqual([
      'statements done 2026-10-15',
      'lines done 2026-10-15',
      'suspense done 2026-10-15',
      'receipts done 2026-10-15',
      'invoices done 2026-10-15',
      'reminders done',
      'close todo 2026-10-15',
      'released later 2026-10-15',
      'backup todo 2026-09-30',
    ])
    expect(only({ today: day('2026-09-30') }, 'close')).toEqual(['close later 2026-10-15'])
    expect(only({ closed: true, points: null, unsent: [day('2026-10-20'), day('2026-10-12'), null] }, 'released')).toEqual(['released todo 3 2026-10-12'])
    expect(only({ closed: true, points: null }, 'released')).toEqual(['released done 2026-10-15'])
    expect(only({ dueOn: null }, 'released')).toEqual([])
  })

  test('a statement must cover the last day; how many wait is told', () => {
    expect(only({ through: day('2026-09-29') }, 'statements')).toEqual(['statements todo 2026-10-15'])
    expect(only({ through: null }, 'statements')).toEqual(['statements done 2026-10-15'])
    expect(only({ points: [{ kind: 'lines', ok: false, count: 4, cents: null }] }, 'lines')).toEqual(['lines todo 4 2026-10-15'])
    expect(only({ toRemind: 2 }, 'reminders')).toEqual(['reminders todo 2'])
    expect(only({ vat: { on: day('2026-10-31'), done: false } }, 'vat')).toEqual(['vat todo 2026-10-31'])
  })

  test('the box is counted in the last days or after, and only where there is something in it', () => {
    const points = [{ kind: 'box', ok: true, count: 0, cents: cents(1) }]
    expect(only({ points }, 'cash')).toEqual(['cash todo 2026-10-15'])
    expect(only({ points, countedOn: day('2026-09-23') }, 'cash')).toEqual(['cash todo 2026-10-15'])
    expect(only({ points, countedOn: day('2026-09-24') }, 'cash')).toEqual(['cash done 2026-10-15'])
    expect(only({}, 'cash')).toEqual([])
    expect(only({ closed: true, points: null }, 'cash')).toEqual([])
  })

  test('an own task has its day, or the last one of a shorter month, and is done by a tick of its own', () => {
    const ticks = [{ task: rent.id, on: day('2026-09-29'), by: 'Ans' }]
    expect(only({ own: [rent] }, 'own')).toEqual(['own todo 2026-09-30'])
    expect(only({ own: [{ ...rent, onDay: 5 }], ticks }, 'own')).toEqual(['own done 2026-09-05'])
    expect(only({ own: [rent], ticks }, 'backup')).toEqual(['backup todo 2026-09-30'])
  })
})

test('an own task is asked from its first month, every so many, until it stops', () => {
  const asked = (task: OwnTask) => ['2026-08', '2026-09', '2026-10', '2026-12', '2027-09'].filter((each) => isAsked(task, month(each)))
  expect(asked(rent)).toEqual(['2026-09', '2026-10', '2026-12', '2027-09'])
  expect(asked({ ...rent, every: 3 })).toEqual(['2026-09', '2026-12', '2027-09'])
  expect(asked({ ...rent, every: 12 })).toEqual(['2026-09', '2027-09'])
  expect(asked({ ...rent, until: month('2026-10') })).toEqual(['2026-09', '2026-10'])
})
