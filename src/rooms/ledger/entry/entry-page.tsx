import { longDay, longInstant } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import type { PersonId, Role } from '#rooms/access'
import { Actions, Button, Form, TextField } from '#ui/fields.tsx'
import { Amount, Card, Crumbs, Facts, PageHead } from '#ui/parts.tsx'
import { PrintButton } from '#ui/print.tsx'
import { Table } from '#ui/table.tsx'
import { nl as ledger } from '../ledger.nl.ts'
import { nl } from '../memorial/memorial.nl.ts'
import { sourceLink } from '../pages/source-link.ts'
import type { EntryDetail, EntrySide } from './entry.sql.ts'
import type { UndoneAt } from './undo.rules.ts'

const words = nl.entry

type Props = {
  entry: EntryDetail
  names: ReadonlyMap<PersonId, string>
  place: UndoneAt
  mayUndo: boolean
  role: Role
  keys: { csrf: string; key: string }
  problems: Problems | null
}

/** One entry: what was booked, when, by whom, and how it is undone. */
export function EntryPage(props: Props) {
  const { entry, names } = props
  const link = sourceLink({ ...entry.original, on: entry.on }, props.role)
  const source = ledger.sources[entry.sourceKind] ?? entry.sourceKind
  return (
    <div class="stack-l">
      <Crumbs items={[{ href: '/grootboek', label: nl.page.back }]} />
      <PageHead title={`${source} · ${longDay(entry.on)}`} actions={<PrintButton label={words.print} />} />
      <Card title={words.facts}>
        <Facts
          items={[
            { label: words.source, value: link && link !== `/grootboek/boeking/${entry.id}` ? <a href={link}>{source}</a> : source },
            ...(entry.what ? [{ label: words.what, value: entry.what }] : []),
            ...(entry.why ? [{ label: words.why, value: entry.why }] : []),
            { label: words.on, value: longDay(entry.on) },
            { label: words.booked, value: longInstant(entry.bookedAt) },
            { label: words.by, value: entry.person ? (names.get(entry.person) ?? '') : words.program },
            ...(entry.reverses ? [{ label: words.answers, value: <a href={`/grootboek/boeking/${entry.reverses}`}>{words.thatEntry}</a> }] : []),
            ...(entry.reversedBy ? [{ label: words.answered, value: <a href={`/grootboek/boeking/${entry.reversedBy}`}>{words.thatEntry}</a> }] : []),
          ]}
        />
      </Card>
      <Table
        caption={words.transfers}
        rows={entry.transfers}
        rowKey={(row) => String(row.line)}
        dense
        columns={[
          { key: 'debit', label: words.debit, header: true, cell: (row) => <Side side={row.debit} names={names} /> },
          { key: 'credit', label: words.credit, cell: (row) => <Side side={row.credit} names={names} /> },
          ...(entry.transfers.some((row) => row.article)
            ? [{ key: 'article', label: words.article, cell: (row: (typeof entry.transfers)[number]) => row.article ?? '' }]
            : []),
          { key: 'amount', label: words.amount, numeric: true, phone: 'beside', cell: (row) => <Amount cents={row.cents} /> },
        ]}
      />
      <Undo {...props} />
    </div>
  )
}

function Side({ side, names }: { side: EntrySide; names: ReadonlyMap<PersonId, string> }) {
  return (
    <a href={`/grootboek/${side.id}`}>
      {side.number} {side.name}
      {side.member ? ` · ${names.get(side.member) ?? ''}` : ''}
    </a>
  )
}

function Undo({ entry, place, mayUndo, keys, problems }: Props) {
  if (entry.reversedBy || !mayUndo) return null
  if (place !== 'here') {
    return (
      <Card title={words.undoHow}>
        <p>{nl.undoneAt[place]}</p>
      </Card>
    )
  }
  return (
    <Card title={words.undo} look="lift">
      <p>{words.undoLead}</p>
      <Form action={`/grootboek/boeking/${entry.id}/terugdraaiing`} keys={keys} problems={problems}>
        <TextField name="reason" label={words.reason} hint={words.reasonHint} maxLength={300} />
        <Actions>
          <Button look="secondary" icon="undo">
            {words.undo}
          </Button>
        </Actions>
      </Form>
    </Card>
  )
}
