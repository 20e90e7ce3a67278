import { longMonth, type Month, monthOf } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { euro, sum } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import { Actions, Button, Form, HiddenField, SelectField, TextField } from '#ui/fields.tsx'
import { Amount, Card, Crumbs, Empty, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { nl as words } from './wearing.nl.ts'
import type { WearPart } from './wearing.rules.ts'
import type { Wear } from './wearing.ts'

/** What would be written off until the end of a month, with one button to book it, and what was booked before. */
export function WearPage(props: {
  readonly month: Month
  readonly months: readonly Month[]
  readonly parts: readonly WearPart[]
  readonly booked: readonly Wear[]
  readonly keys: () => { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}) {
  const { month, parts, booked, keys, problems } = props
  const total = sum(parts.map((part) => part.cents))
  const said = longMonth(month)
  const last = booked.find((each) => !each.undone)
  return (
    <div class="stack-l">
      <Crumbs items={[{ href: '/spullen', label: words.back }]} />
      <PageHead title={words.title} lead={words.lead} />
      <form method="get" action="/spullen/afschrijving" class="row">
        <SelectField name="tot" label={words.until} value={month} options={props.months.map((value) => ({ value, label: longMonth(value) }))} />
        <Button look="secondary">{words.show}</Button>
      </form>
      {parts.length === 0 ? (
        <Empty title={fill(words.none, { month: said })} what={words.noneNext} />
      ) : (
        <Card title={fill(words.preview, { month: said })}>
          <Table
            caption={fill(words.preview, { month: said })}
            captionHidden
            rows={parts}
            rowKey={(part) => part.id}
            columns={[
              { key: 'thing', label: words.thing, header: true, cell: (part) => <a href={`/spullen/${part.id}`}>{part.name}</a> },
              { key: 'cost', label: words.cost, numeric: true, cell: (part) => <Amount cents={part.cost} /> },
              { key: 'before', label: words.before, numeric: true, cell: (part) => <Amount cents={part.before} /> },
              { key: 'now', label: words.now, numeric: true, phone: 'beside', cell: (part) => <Amount cents={part.cents} /> },
            ]}
            foot={[{ key: 'total', cells: { thing: words.total, now: <Amount cents={total} /> } }]}
          />
          <p class="soft">{words.note}</p>
          <Form action="/spullen/afschrijving" keys={keys()} problems={problems && 'until' in problems.typed ? problems : null}>
            <HiddenField name="until" value={month} />
            <HiddenField name="seen" value={String(total)} />
            <Actions>
              <Button icon="check">{fill(words.book, { cents: euro(total) })}</Button>
            </Actions>
          </Form>
        </Card>
      )}
      <Card title={words.booked}>
        {booked.length === 0 ? <p>{words.nothingYet}</p> : null}
        <ul>
          {booked.map((each) => (
            <li key={each.id}>
              {fill(words.bookedLine, { month: longMonth(monthOf(each.until)), cents: euro(each.cents), things: each.things })}{' '}
              {each.undone ? fill(words.undoneLine, { reason: each.undoneReason ?? '' }) : <a href={`/grootboek/boeking/${each.entry}`}>{words.entry}</a>}
            </li>
          ))}
        </ul>
        {last && !last.gone ? (
          <Form action={`/spullen/afschrijving/${last.id}/terug`} keys={keys()} problems={problems && 'reason' in problems.typed ? problems : null} ids="terug">
            <TextField name="reason" label={words.reason} maxLength={200} />
            <Actions>
              <Button look="secondary" icon="undo">
                {words.undo}
              </Button>
            </Actions>
          </Form>
        ) : null}
      </Card>
    </div>
  )
}
