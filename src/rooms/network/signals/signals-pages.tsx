import { dayOf, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { ActionButton, Actions, Button, CheckCards, CheckField, Form, TextArea } from '#ui/fields.tsx'
import { Card, Crumbs, Empty, PageHead, Quoted, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { nl } from './signals.nl.ts'
import type { Signal, SignalKind } from './signals.rules.ts'
import type { DeskRow } from './signals.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** What the board lets the network see, with what it would see today. */
export function SharingPage(props: {
  readonly signals: readonly { readonly kind: SignalKind; readonly shared: boolean; readonly since: Signal['since'] | null }[]
  readonly keys: Keys
  readonly problems: Problems | null
}) {
  return (
    <div class="narrow stack-l">
      <PageHead title={nl.title} lead={nl.lead} />
      <p>{nl.exact}</p>
      <p>{nl.never}</p>
      <Form action="/wat-het-netwerk-ziet" keys={props.keys} problems={props.problems}>
        <CheckCards
          name="kinds"
          label={nl.choose}
          hint={nl.stop}
          values={props.signals.filter(({ shared }) => shared).map(({ kind }) => kind)}
          options={props.signals.map(({ kind, since }) => ({
            value: kind,
            label: nl.kinds[kind].name,
            hint: `${nl.kinds[kind].what} ${since === null ? nl.today.none : fill(nl.today.since, { name: nl.kinds[kind].name, day: longDay(since) })}`,
          }))}
        />
        <Actions>
          <Button>{nl.save}</Button>
        </Actions>
      </Form>
    </div>
  )
}

/** Whom the network may call, and every cooperative by phase with what it shares. */
export function SignalsDeskPage(props: { readonly rows: readonly DeskRow[]; readonly keys: () => Keys }) {
  const words = nl.desk
  const calls = props.rows.filter(({ signals, call }) => signals.length > 0 || call !== null)
  return (
    <div class="stack-l">
      <Crumbs items={[{ href: '/netwerk', label: words.home }]} />
      <PageHead title={words.title} lead={words.lead} />
      <h2>{words.calls}</h2>
      {calls.length === 0 ? <Empty title={words.callsNone} what={words.callsNoneNext} /> : null}
      {calls.map((row) => (
        <CallCard key={row.id} row={row} keys={props.keys} />
      ))}
      {[...Map.groupBy(props.rows, ({ progress }) => progress ?? ('unknown' as const))].map(([phase, rows]) => (
        <Card key={phase}>
          <Table
            caption={words.phases[phase]}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', label: words.columns.name, header: true, cell: ({ name }) => name },
              {
                key: 'shares',
                label: words.columns.shares,
                cell: ({ shares }) => (shares.length === 0 ? words.nothingShared : shares.map((kind) => words.shares[kind]).join(', ')),
              },
              {
                key: 'signals',
                label: words.columns.signals,
                cell: ({ shares, signals }) =>
                  signals.length > 0 ? signals.map(({ kind }) => nl.kinds[kind].name).join(', ') : shares.length === 0 ? '' : words.nothingSeen,
              },
            ]}
          />
        </Card>
      ))}
    </div>
  )
}

function CallCard(props: { readonly row: DeskRow; readonly keys: () => Keys }) {
  const { row } = props
  const words = nl.desk
  return (
    <Card title={row.name}>
      <ul>
        {row.signals.map(({ kind, since }) => (
          <li key={kind}>
            <Tag tone="warn">{fill(words.since, { name: nl.kinds[kind].name, day: longDay(since) })}</Tag>
          </li>
        ))}
      </ul>
      {row.call ? (
        <>
          <p>{fill(words.taken, { name: row.call.by, day: longDay(dayOf(row.call.takenAt)) })}</p>
          <Form action={`/netwerk/bureau/bellen/${row.call.id}`} keys={props.keys()} ids={row.call.id}>
            <TextArea name="note" label={words.note} hint={words.noteHint} value={row.call.note ?? ''} rows={3} maxLength={600} optional />
            <CheckField name="done" label={words.done} />
            <Actions>
              <Button>{words.save}</Button>
            </Actions>
          </Form>
        </>
      ) : (
        <ActionButton action={`/netwerk/bureau/${row.id}/oppakken`} keys={props.keys()} look="secondary">
          {words.take}
        </ActionButton>
      )}
      {row.last?.doneAt ? (
        <>
          <p class="soft">{fill(words.last, { name: row.last.by, day: longDay(dayOf(row.last.doneAt)) })}</p>
          {row.last.note ? <Quoted source={words.lastNote}>{row.last.note}</Quoted> : null}
        </>
      ) : null}
    </Card>
  )
}
