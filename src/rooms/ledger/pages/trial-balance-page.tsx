import { type Day, type Instant, longDay, longMonth, monthOf } from '#kit/day.ts'
import { type Cents, euro, negate, sum, ZERO } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import { KeptFilters, type PersonId } from '#rooms/access'
import { Button, ButtonLink, DayField, Form, SelectField, TextField } from '#ui/fields.tsx'
import { Empty, PageHead } from '#ui/parts.tsx'
import { PrintButton } from '#ui/print.tsx'
import { Table } from '#ui/table.tsx'
import type { BalanceRow } from '../balances.sql.ts'
import { BooksNotice } from '../checking/notice.tsx'
import { nl } from '../ledger.nl.ts'
import { type Narrowing, SHOWN, shownRows } from './shown.rules.ts'

const words = nl.trialBalance

/** Every account with its balance up to a day, or with what moved on it between two days. */
export function TrialBalancePage(props: {
  from: Day | null
  until: Day
  rows: readonly BalanceRow[]
  names: ReadonlyMap<PersonId, string>
  /** Accounts on which something was booked in the period. */
  moved: ReadonlySet<string>
  narrowing: Narrowing
  mayCorrect: boolean
  verdict: { readonly at: Instant; readonly faults: number } | null
}) {
  const { from, until, narrowing } = props
  const rows = shownRows(props.rows, props.names, props.moved, narrowing)
  const debit = sum(props.rows.map((row) => (row.balance > 0n ? row.balance : ZERO)))
  const credit = sum(props.rows.map((row) => (row.balance < 0n ? negate(row.balance) : ZERO)))
  const query = `${from ? `van=${from}&` : ''}tot=${until}`
  return (
    <div class="stack-l">
      <BooksNotice verdict={props.verdict} />
      <PageHead
        title={words.title}
        lead={words.intro}
        actions={
          <>
            {props.mayCorrect ? (
              <>
                <ButtonLink href="/grootboek/memoriaal" icon="plus">
                  {words.memorial}
                </ButtonLink>
                <ButtonLink href="/grootboek/subsidie" look="secondary">
                  {words.subsidy}
                </ButtonLink>
              </>
            ) : null}
            <ButtonLink href={`/grootboek?${query}&vorm=csv`} look="subtle" icon="download">
              {words.csv}
            </ButtonLink>
            <PrintButton label={words.print} />
          </>
        }
      />
      <Form action="/grootboek" method="get" class="row">
        <DayField name="van" label={words.from} value={from ?? ''} optional />
        <DayField name="tot" label={words.until} value={until} />
        <TextField name="zoek" label={words.search} hint={words.searchHint} type="search" value={narrowing.search} maxLength={60} optional />
        <SelectField
          name="toon"
          label={words.which}
          value={narrowing.which}
          options={SHOWN.map((value) => ({
            value,
            label: value === 'moved' && !from ? fill(words.movedIn, { month: longMonth(monthOf(until)) }) : words.shownAs[value],
          }))}
        />
        <Button look="secondary">{words.show}</Button>
      </Form>
      <KeptFilters />
      {rows.length < props.rows.length ? <p class="soft">{fill(words.shown, { shown: rows.length, of: props.rows.length })}</p> : null}
      <Table
        caption={from ? fill(words.span, { from: longDay(from), until: longDay(until) }) : fill(words.upTo, { until: longDay(until) })}
        rows={rows}
        rowKey={(row) => row.account}
        rowHref={(row) => `/grootboek/${row.account}?${query}`}
        keys
        dense
        empty={
          props.rows.length > 0 ? (
            <Empty title={words.emptySearch} what={words.emptySearchNext} />
          ) : from ? (
            <Empty title={words.emptySpan} what={words.emptySpanNext} />
          ) : (
            <Empty title={words.empty} what={words.emptyNext} />
          )
        }
        columns={[
          {
            key: 'name',
            label: words.name,
            header: true,
            cell: (row) => (
              <a href={`/grootboek/${row.account}?${query}`}>
                {row.number} {row.name}
                {row.member ? <span class="of"> · {props.names.get(row.member) ?? ''}</span> : null}
              </a>
            ),
          },
          {
            key: 'debit',
            label: words.debit,
            numeric: true,
            phone: 'beside',
            cell: (row) => (row.balance > 0n ? <Side cents={row.balance} of={words.debit} /> : ''),
          },
          {
            key: 'credit',
            label: words.credit,
            numeric: true,
            phone: 'beside',
            cell: (row) => (row.balance < 0n ? <Side cents={negate(row.balance)} of={words.credit} /> : ''),
          },
        ]}
        foot={[
          {
            key: 'total',
            cells: {
              name: rows.length < props.rows.length ? words.totalOfAll : words.total,
              debit: <Side cents={debit} of={words.debit} />,
              credit: <Side cents={credit} of={words.credit} />,
            },
          },
        ]}
      />
    </div>
  )
}

/** An amount with the side it stands on, for a phone where the columns are gone. */
function Side(props: { readonly cents: Cents; readonly of: string }) {
  return (
    <>
      {euro(props.cents)}
      <small class="on-side">{props.of.toLowerCase()}</small>
    </>
  )
}
