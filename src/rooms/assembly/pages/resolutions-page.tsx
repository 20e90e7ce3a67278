import { longDay } from '#kit/day.ts'
import { Actions, Button, ButtonLink, Form, TextField } from '#ui/fields.tsx'
import { Empty, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { nl } from '../assembly.nl.ts'
import { numberOf, type Resolution } from '../assembly.rules.ts'

/** The register of decisions, newest first, with a field to search. */
export function ResolutionsPage(props: {
  readonly list: readonly Resolution[]
  readonly words: string | null
  readonly adds: boolean
  readonly member: boolean
}) {
  const { columns } = nl
  const searched = Boolean(props.words)
  return (
    <div class="stack-l">
      <PageHead title={nl.title} lead={props.member ? nl.leadMember : nl.lead} />
      <Form action="/besluiten" method="get" class="form find">
        <TextField name="zoek" label={nl.search} value={props.words ?? ''} autocomplete="off" maxLength={100} />
        <Actions>
          <Button look="secondary">{nl.find}</Button>
          {props.adds ? (
            <ButtonLink href="/besluiten/nieuw" icon="plus">
              {nl.add}
            </ButtonLink>
          ) : null}
        </Actions>
      </Form>
      <Table
        caption={nl.title}
        captionHidden
        rows={props.list}
        rowKey={(row) => row.id}
        columns={[
          { key: 'title', label: columns.title, header: true, cell: (row) => <a href={`/besluiten/${row.id}`}>{row.title}</a> },
          { key: 'number', label: columns.number, cell: numberOf },
          { key: 'on', label: columns.on, cell: (row) => longDay(row.on) },
          { key: 'organ', label: columns.organ, cell: (row) => nl.organs[row.organ] },
          {
            key: 'standing',
            label: columns.standing,
            cell: (row) => <Tag tone={row.replacedBy ? 'plain' : 'ok'}>{row.replacedBy ? nl.standing.replaced : nl.standing.holds}</Tag>,
          },
          ...(props.member
            ? []
            : [{ key: 'readers', label: columns.readers, cell: (row: Resolution) => (row.forMembers ? nl.page.forMembers : nl.page.notForMembers) }]),
        ]}
        empty={
          <Empty title={searched ? nl.noneFound : nl.empty} what={searched ? nl.noneFoundText : props.member ? nl.emptyMember : nl.emptyText}>
            {searched ? (
              <ButtonLink href="/besluiten" look="secondary">
                {nl.all}
              </ButtonLink>
            ) : null}
          </Empty>
        }
      />
    </div>
  )
}
