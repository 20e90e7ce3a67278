import { type Day, longDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { CheckField } from '#ui/choices.tsx'
import { Actions, Button, ButtonLink, DayField, Form } from '#ui/fields.tsx'
import { Crumbs, PageHead } from '#ui/parts.tsx'
import { PrintButton, ScreenOnly, Sheet } from '#ui/print.tsx'
import { Table } from '#ui/table.tsx'
import { nl } from './register.nl.ts'
import type { RegisterEntry } from './register.ts'

/** The register on a day as one paper, with every beginning and end. */
export function RegisterSheetPage(props: {
  readonly entries: readonly RegisterEntry[]
  readonly cooperative: string
  readonly on: Day
  readonly former: boolean
}) {
  const { columns } = nl
  const rows = props.entries.flatMap((entry) => entry.terms.map((term, index) => ({ ...entry, term, index })))
  const members = props.entries.filter((entry) => entry.class === 'member').length
  const csv = `/leden/register?op=${props.on}${props.former ? '&oud=ja' : ''}&vorm=csv`
  return (
    <div class="stack-l">
      <ScreenOnly>
        <Crumbs items={[{ href: '/leden', label: nl.back }]} />
      </ScreenOnly>
      <PageHead title={nl.title} lead={nl.lead} />
      <ScreenOnly>
        <Form action="/leden/register" method="get">
          <DayField name="op" label={nl.day} value={props.on} />
          <CheckField name="oud" label={nl.former} value="ja" checked={props.former} />
          <Actions>
            <Button look="secondary">{nl.show}</Button>
            <ButtonLink href={csv} look="subtle" icon="download" download>
              {nl.csv}
            </ButtonLink>
            <PrintButton label={nl.print} />
          </Actions>
        </Form>
        <p class="small soft">{nl.looked}</p>
      </ScreenOnly>
      <Sheet>
        <h2>{fill(nl.sheet, { cooperative: props.cooperative })}</h2>
        <p>
          {fill(nl.on, { day: longDay(props.on) })}: {members === 1 ? nl.count.one : fill(nl.count.more, { n: members })}.
        </p>
        <Table
          caption={nl.title}
          captionHidden
          dense
          rows={rows}
          rowKey={(row) => `${row.member} ${row.index}`}
          columns={[
            { key: 'name', label: columns.name, header: true, cell: (row) => row.name },
            { key: 'number', label: columns.number, numeric: true, cell: (row) => row.number ?? '' },
            { key: 'class', label: columns.class, cell: (row) => nl.classes[row.class] },
            { key: 'aspirant', label: columns.aspirantFrom, cell: (row) => (row.term.aspirantFrom ? longDay(row.term.aspirantFrom) : '') },
            { key: 'from', label: columns.memberFrom, cell: (row) => (row.term.memberFrom ? longDay(row.term.memberFrom) : '') },
            { key: 'until', label: columns.until, cell: (row) => (row.term.until ? longDay(row.term.until) : '') },
          ]}
          empty={<p>{nl.empty}</p>}
        />
      </Sheet>
    </div>
  )
}
