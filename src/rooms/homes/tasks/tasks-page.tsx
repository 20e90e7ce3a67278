import { type Day, longDay, longMonth, type Month, monthAfter, monthOf, shortDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { ActionButton, Actions, Button, ButtonLink, Form, SelectField, TextField } from '#ui/fields.tsx'
import { Card, Empty, Fold, PageHead, Progress, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { tasks as words } from './tasks.nl.ts'
import { type MonthTask, type OwnTask, RHYTHMS, type TaskKind } from './tasks.rules.ts'
import type { MonthTasks } from './tasks.ts'

type Keys = () => { readonly csrf: string; readonly key: string }
type Props = MonthTasks & {
  readonly mayTick: boolean
  readonly mayKeep: boolean
  readonly opens: (kind: TaskKind) => boolean
  readonly keys: Keys
  readonly problems: Problems | null
}

/** The tasks of a month with how each stands, and the own tasks that come back. */
export function TasksPage(props: Props) {
  const { month, tasks } = props
  const done = tasks.filter(({ state }) => state === 'done').length
  const counted = fill(words.lead, { done, of: tasks.length })
  return (
    <div class="stack-l">
      <PageHead over={words.over} title={capital(longMonth(month))} lead={done === tasks.length ? words.leadAll : undefined} />
      <Progress label={counted} value={done} max={tasks.length} />
      <Months month={month} running={monthOf(props.today)} />
      <Card>
        <Tasks {...props} />
      </Card>
      <Card title={words.ownTitle}>
        <p class="small soft">{words.ownNote}</p>
        <OwnTasks {...props} />
        {props.mayKeep ? (
          <Fold summary={words.add} open={props.problems !== null}>
            <AddForm {...props} />
          </Fold>
        ) : null}
      </Card>
    </div>
  )
}

function Months(props: { readonly month: Month; readonly running: Month }) {
  const before = monthAfter(props.month, -1)
  const after = monthAfter(props.month)
  return (
    <Actions>
      <ButtonLink href={`/taken?maand=${before}`} look="secondary" size="small">
        {fill(words.before, { month: longMonth(before) })}
      </ButtonLink>
      {after <= props.running ? (
        <ButtonLink href={`/taken?maand=${after}`} look="secondary" size="small">
          {fill(words.after, { month: longMonth(after) })}
        </ButtonLink>
      ) : null}
    </Actions>
  )
}

function Tasks(props: Props) {
  const { columns } = words
  return (
    <Table
      caption={words.table}
      captionHidden
      rows={props.tasks}
      rowKey={(task) => task.key}
      rowTone={(task) => (isLate(task, props.today) ? 'hot' : undefined)}
      columns={[
        {
          key: 'what',
          label: columns.what,
          header: true,
          cell: (task) => (
            <>
              {nameOf(task)}
              {task.kind === 'own' ? <small>{words.own}</small> : null}
            </>
          ),
        },
        { key: 'state', label: columns.state, bare: true, cell: (task) => <State task={task} today={props.today} /> },
        { key: 'by', label: columns.by, cell: (task) => (task.by ? <span class="nowrap">{longDay(task.by)}</span> : '–') },
        { key: 'go', label: columns.go, quiet: true, phone: 'below', cell: (task) => <Way task={task} {...props} /> },
      ]}
    />
  )
}

function State(props: { readonly task: MonthTask; readonly today: Day }) {
  const { state, number, tick } = props.task
  if (state === 'later') return <Tag tone="plain">{words.later}</Tag>
  if (state === 'done') {
    const who = tick ? fill(tick.by ? words.tickedBy : words.tickedOn, { name: tick.by ?? '', day: shortDay(tick.on) }) : null
    return (
      <>
        <Tag tone="ok">{words.done}</Tag>
        {who ? <small>{who}</small> : null}
      </>
    )
  }
  const text = number === null ? words.todo : fill(words.todoMany, { n: number })
  return isLate(props.task, props.today) ? <Tag tone="wrong">{`${text}, ${words.late}`}</Tag> : <Tag tone="wait">{text}</Tag>
}

function Way(props: Props & { readonly task: MonthTask }) {
  const { task } = props
  const name = nameOf(task)
  if (task.byHand && props.mayTick) {
    return (
      <ActionButton
        action={task.tick ? '/taken/terug' : '/taken/gedaan'}
        keys={props.keys()}
        hidden={{ task: task.key, month: props.month }}
        look="secondary"
        size="small"
      >
        {task.tick ? words.untick : words.tick}
        <span class="vh">: {name}</span>
      </ActionButton>
    )
  }
  if (task.href === null || task.kind === 'own' || !props.opens(task.kind) || (task.state === 'done' && task.kind !== 'close')) return null
  return (
    <ButtonLink href={task.href} look="plain" size="small">
      {words.kinds[task.kind][1]}
      <span class="vh">: {name}</span>
    </ButtonLink>
  )
}

function OwnTasks(props: Props) {
  const columns = words.ownColumns
  return (
    <Table
      caption={words.ownTitle}
      captionHidden
      dense
      rows={props.own}
      rowKey={(task) => task.id}
      columns={[
        { key: 'title', label: columns.title, header: true, cell: (task) => task.title },
        { key: 'rhythm', label: columns.rhythm, cell: rhythmOf },
        { key: 'from', label: columns.from, cell: (task) => longMonth(task.from) },
        ...(props.mayKeep
          ? [
              {
                key: 'go',
                label: columns.go,
                quiet: true,
                phone: 'below' as const,
                cell: (task: OwnTask) => (
                  <ActionButton action="/taken/einde" keys={props.keys()} hidden={{ task: task.id }} look="plain" size="small">
                    {words.end}
                    <span class="vh">: {task.title}</span>
                  </ActionButton>
                ),
              },
            ]
          : []),
      ]}
      empty={
        <Empty title={words.ownNone} what={words.ownNoneText}>
          {null}
        </Empty>
      }
    />
  )
}

function AddForm(props: Props) {
  const { fields } = words
  return (
    <Form action="/taken" keys={props.keys()} problems={props.problems}>
      <TextField name="title" label={fields.title} hint={fields.titleHint} maxLength={80} />
      <SelectField name="every" label={fields.every} value="1" options={RHYTHMS.map((value) => ({ value: String(value), label: words.rhythms[value] }))} />
      <TextField name="onDay" label={fields.onDay} hint={fields.onDayHint} optional maxLength={2} size={4} />
      <TextField name="from" label={fields.from} hint={fields.fromHint} value={monthOf(props.today)} maxLength={7} size={8} />
      <Actions>
        <Button icon="check">{fields.save}</Button>
      </Actions>
    </Form>
  )
}

/** How often and by which day a task comes back. */
export function rhythmOf(task: OwnTask): string {
  return fill(task.onDay === null ? words.onLast : words.onDay, { rhythm: words.rhythms[task.every], day: task.onDay ?? '' })
}

function nameOf(task: MonthTask): string {
  return task.kind === 'own' ? (task.title ?? '') : words.kinds[task.kind][0]
}

function isLate(task: MonthTask, today: Day): boolean {
  return task.state === 'todo' && task.by !== null && task.by < today
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
