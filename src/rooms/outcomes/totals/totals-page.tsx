import { yearOf } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { Actions, Button, ButtonLink, Form, SelectField } from '#ui/fields.tsx'
import { Card, Empty, Fold, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { nl as words } from './totals.nl.ts'
import { BANDS, COLUMNS, type Column, type Quarter, type TotalsRow } from './totals.rules.ts'
import type { Totals } from './totals.ts'

const MOVES = ['residents', 'came', 'ended'] as const

/** Counts per cooperative of a quarter, with why a number is not there. */
export function TotalsPage(props: { readonly totals: Totals }) {
  const { quarters, shown } = props.totals
  return (
    <div class="stack-l">
      <PageHead title={words.title} lead={words.lead} />
      {shown ? (
        <>
          <Form action="/totalen" method="get">
            <SelectField
              name="kwartaal"
              label={words.quarter}
              value={shown.quarter.first}
              options={quarters.map((each) => ({ value: each.first, label: quarterInWords(each) }))}
            />
            <Actions>
              <Button look="secondary">{words.show}</Button>
              <ButtonLink href={`/totalen/csv?kwartaal=${shown.quarter.first}`} look="secondary">
                {words.download}
              </ButtonLink>
            </Actions>
          </Form>
          <Card>
            <Counts caption={words.residents} note={words.residentsNote} columns={MOVES} rows={shown.rows} />
          </Card>
          <Card>
            <Counts caption={words.turnover} note={words.turnoverNote} columns={BANDS} rows={shown.rows} />
          </Card>
          <Card>
            <Counts caption={words.decisions} note={words.decisionsNote} columns={['refused']} rows={shown.rows} />
          </Card>
        </>
      ) : (
        <Empty title={words.empty} what={words.emptyNext} />
      )}
      <Fold summary={words.why}>
        <Said sentences={words.rules} />
      </Fold>
      <Fold summary={words.definitions}>
        <Said sentences={words.terms} />
      </Fold>
    </div>
  )
}

function Counts(props: { readonly caption: string; readonly note: string; readonly columns: readonly Column[]; readonly rows: readonly TotalsRow[] }) {
  return (
    <>
      <Table
        caption={props.caption}
        columns={[
          { key: 'cooperative', label: words.cooperative, header: true, cell: (row) => nameOf(row) },
          ...props.columns.map((column) => ({
            key: column,
            label: words.columns[column],
            numeric: true,
            // On a telephone one figure stands beside its name; of several each needs its own.
            ...(props.columns.length === 1 ? { phone: 'beside' as const } : {}),
            cell: (row: TotalsRow) => toldAs(row.counts[column]),
          })),
        ]}
        rows={props.rows}
        rowKey={(row) => row.cooperative}
      />
      <p class="soft">{props.note}</p>
    </>
  )
}

function Said(props: { readonly sentences: readonly string[] }) {
  return (
    <ul>
      {props.sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

/** The same counts as rows of a file: what the page hides is hidden here. */
export function totalsRows({ quarter, rows }: NonNullable<Totals['shown']>): string[][] {
  const when = quarterInWords(quarter)
  return [
    [words.quarter, words.cooperative, ...COLUMNS.map((column) => words.columns[column])],
    ...rows.map((row) => [when, nameOf(row), ...COLUMNS.map((column) => toldAs(row.counts[column]))]),
  ]
}

function nameOf({ cooperative }: TotalsRow): string {
  return cooperative === '*' ? words.together : cooperative
}

function toldAs(count: number | null | undefined): string {
  if (count === undefined) return words.notCounted
  return count === null ? words.hidden : String(count)
}

function quarterInWords({ first }: Quarter): string {
  return fill(words.quarterOf, { nr: Math.ceil(Number(first.slice(5)) / 3), year: yearOf(first) })
}
