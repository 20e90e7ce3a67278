import { type Day, type Instant, longDay } from '#kit/day.ts'
import { euro, negate, sum, ZERO } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import type { PersonId } from '#rooms/access'
import { Button, ButtonLink, DayField, Form } from '#ui/fields.tsx'
import { Empty, PageHead } from '#ui/parts.tsx'
import { PrintButton } from '#ui/print.tsx'
import { Table } from '#ui/table.tsx'
import type { BalanceRow } from '../balances.sql.ts'
import { BooksNotice } from '../checking/notice.tsx'
import { nl } from '../ledger.nl.ts'

const words = nl.trialBalance

/** Every account with its balance up to a day, or with what moved on it between two days. */
export function TrialBalancePage(props: {
  from: Day | null
  until: Day
  rows: readonly BalanceRow[]
  names: ReadonlyMap<PersonId, string>
  mayCorrect: boolean
  verdict: { readonly at: Instant; readonly faults: number } | null
}) {
  const { from, until } = props
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
        <Button look="secondary">{words.show}</Button>
      </Form>
      <Table
        caption={from ? fill(words.span, { from: longDay(from), until: longDay(until) }) : fill(words.upTo, { until: longDay(until) })}
        rows={props.rows}
        rowKey={(row) => row.account}
        rowHref={(row) => `/grootboek/${row.account}?${query}`}
        keys
        dense
        empty={from ? <Empty title={words.emptySpan} what={words.emptySpanNext} /> : <Empty title={words.empty} what={words.emptyNext} />}
        columns={[
          {
            key: 'name',
            label: words.name,
            header: true,
            cell: (row) => (
              <a href={`/grootboek/${row.account}?${query}`}>
                {row.number} {row.name}
                {row.member ? ` · ${props.names.get(row.member) ?? ''}` : ''}
              </a>
            ),
          },
          { key: 'debit', label: words.debit, numeric: true, cell: (row) => (row.balance > 0n ? euro(row.balance) : '') },
          { key: 'credit', label: words.credit, numeric: true, cell: (row) => (row.balance < 0n ? euro(negate(row.balance)) : '') },
        ]}
        foot={[{ key: 'total', cells: { name: words.total, debit: euro(debit), credit: euro(credit) } }]}
      />
    </div>
  )
}
