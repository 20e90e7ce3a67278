import { dayOf, longDay, longMonth, shortDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { euro, sum } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import { accessTexts } from '#rooms/access'
import { remindingWords } from '#rooms/invoicing'
import { Actions, Button, Form, TextArea } from '#ui/fields.tsx'
import { Amount, Facts, Fold, PageHead } from '#ui/parts.tsx'
import { PrintButton, ScreenOnly, Sheet } from '#ui/print.tsx'
import { Table } from '#ui/table.tsx'
import { titleOf } from '../calendar/calendar-page.tsx'
import { rhythmOf } from '../tasks/tasks-page.tsx'
import { successor as words } from './successor.nl.ts'
import type { OpenItem, Succession } from './successor.ts'

type Props = {
  readonly found: Succession
  readonly mayWrite: boolean
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}

/** One sheet for the next treasurer, to print; the notes are written under it. */
export function SuccessorPage(props: Props) {
  const { found } = props
  return (
    <div class="wrap stack-l">
      <PageHead title={words.title} lead={words.lead} actions={<PrintButton label={words.print} />} />
      <Sheet>
        <h2>{fill(words.sheet, { cooperative: found.cooperative })}</h2>
        <p class="soft">{fill(words.asOf, { day: longDay(found.today) })}</p>
        <Books found={found} />
        <Open found={found} />
        <Routines found={found} />
        <People found={found} />
        <h3>{words.notes}</h3>
        <Note version={found.notes[0]} />
      </Sheet>
      <ScreenOnly>
        {found.notes.length > 1 ? (
          <Fold summary={words.earlier}>
            {found.notes.slice(1).map((each) => (
              <Note version={each} key={each.id} />
            ))}
          </Fold>
        ) : null}
        {props.mayWrite ? (
          <Form action="/boeken/overdracht" keys={props.keys} problems={props.problems}>
            <TextArea name="note" label={words.note} hint={words.noteHint} rows={8} maxLength={4000} value={found.notes[0]?.words ?? ''} />
            <Actions>
              <Button icon="check">{words.save}</Button>
            </Actions>
          </Form>
        ) : null}
      </ScreenOnly>
    </div>
  )
}

function Books({ found }: { readonly found: Succession }) {
  const { cover, lastClosed } = found
  const parts = (['bank', 'toReceive', 'pots', 'pools', 'debts'] as const).map((part) => ({ label: words[part], value: <Amount cents={cover[part]} /> }))
  return (
    <>
      <h3>{words.standing}</h3>
      <Facts
        items={[
          { label: words.closed, value: lastClosed ? longMonth(lastClosed.month) : words.noneClosed },
          ...parts,
          { label: words.left, value: <Amount cents={cover.left} />, total: true },
          { label: words.suspense, value: <Amount cents={found.suspense} /> },
          { label: words.bankLines, value: found.bankLines },
        ]}
      />
    </>
  )
}

function Open({ found }: { readonly found: Succession }) {
  return (
    <>
      <h3>{words.openTitle}</h3>
      <Items caption={words.debtors} items={found.debtors} none={words.noDebtors} />
      <Items caption={words.creditors} items={found.creditors} none={words.noCreditors} />
      <h4>{words.below}</h4>
      <Lines lines={found.below.map(({ name, cents }) => `${name ?? words.someone}: ${euro(cents)}`)} none={words.belowNone} />
    </>
  )
}

function Items(props: { readonly caption: string; readonly items: readonly OpenItem[]; readonly none: string }) {
  const { columns } = words
  if (props.items.length === 0) return <p>{props.none}</p>
  const total = sum(props.items.map(({ open }) => open))
  return (
    <Table
      caption={props.caption}
      dense
      rows={props.items}
      rowKey={(item) => item.id}
      columns={[
        { key: 'what', label: columns.what, header: true, cell: (item) => <a href={item.href}>{item.what}</a> },
        { key: 'on', label: columns.on, cell: (item) => (item.on ? shortDay(item.on) : '') },
        { key: 'open', label: columns.open, numeric: true, phone: 'beside', cell: (item) => <Amount cents={item.open} /> },
      ]}
      foot={[{ key: 'together', cells: { what: words.together, open: <Amount cents={total} /> } }]}
    />
  )
}

function Routines({ found }: { readonly found: Succession }) {
  const { after, automatic } = found.reminding
  const steps = remindingWords.steps.flatMap((step) => (after[step] === null ? [] : [{ step, days: after[step] }]))
  return (
    <>
      <h3>{words.routines}</h3>
      <h4>{words.own}</h4>
      <Lines lines={found.own.map((task) => `${task.title}: ${rhythmOf(task)}`)} none={words.ownNone} />
      <h4>{words.rules}</h4>
      <Lines lines={found.rules.map(({ recognises, books }) => fill(words.rule, { recognises, books }))} none={words.rulesNone} />
      <h4>{words.reminding}</h4>
      <Lines lines={steps.map(({ step, days }) => fill(words.step, { step: remindingWords.names[step], days }))} none={words.byHand} />
      <p>{automatic ? words.automatic : words.byHand}</p>
      <h4>{words.calendar}</h4>
      <Lines lines={found.duties.map((duty) => `${longDay(duty.on)}: ${titleOf(duty)} (${accessTexts.roles[duty.who]})`)} none={words.calendarNone} />
    </>
  )
}

function People({ found }: { readonly found: Succession }) {
  const { columns } = words
  return (
    <>
      <h3>{words.roles}</h3>
      <Table
        caption={words.roles}
        captionHidden
        dense
        rows={found.roles}
        rowKey={(each) => `${each.name} ${each.role}`}
        columns={[
          { key: 'who', label: columns.who, header: true, cell: (each) => each.name },
          { key: 'role', label: columns.role, cell: (each) => accessTexts.roles[each.role] },
          { key: 'until', label: columns.until, cell: (each) => (each.until ? longDay(each.until) : words.always) },
        ]}
      />
      <h3>{words.backups}</h3>
      <p>{words.backupText}</p>
      <p>{found.backup ? fill(words.backupChecked, { month: longMonth(found.backup) }) : words.backupNever}</p>
      <p>{found.exported ? fill(words.exported, { day: longDay(dayOf(found.exported)) }) : words.exportedNever}</p>
      <h3>{words.passwords}</h3>
      <p class="strong">{words.passwordsText}</p>
      <p>{words.passwordsHow}</p>
      <p>{words.passwordsBank}</p>
    </>
  )
}

function Note(props: { readonly version: Succession['notes'][number] | undefined }) {
  const { version } = props
  if (!version) return <p class="soft">{words.notesNone}</p>
  return (
    <>
      {version.words.split(/\n+/).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p class="small soft">{fill(words.noteBy, { name: version.by, day: longDay(dayOf(version.at)) })}</p>
    </>
  )
}

function Lines(props: { readonly lines: readonly string[]; readonly none: string }) {
  if (props.lines.length === 0) return <p>{props.none}</p>
  return (
    <ul>
      {props.lines.map((line, nr) => (
        <li key={`${nr} ${line}`}>{line}</li>
      ))}
    </ul>
  )
}
