import { type Day, longDay } from '#kit/day.ts'
import { euro, negate, sum, ZERO } from '#kit/money.ts'
import type { PersonId } from '#rooms/access'
import { Button, DayField, Form } from '#ui/fields.tsx'
import { Empty, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { nl } from '../ledger.nl.ts'
import type { BalanceRow } from '../ledger.sql.ts'

const words = nl.trialBalance

export function TrialBalancePage(props: { until: Day; rows: readonly BalanceRow[]; names: ReadonlyMap<PersonId, string> }) {
  const debit = sum(props.rows.map((row) => (row.balance > 0n ? row.balance : ZERO)))
  const credit = sum(props.rows.map((row) => (row.balance < 0n ? negate(row.balance) : ZERO)))
  return (
    <>
      <PageHead title={words.title} lead={words.intro} actions={<a href={`/grootboek?tot=${props.until}&vorm=csv`}>{words.csv}</a>} />
      <Form action="/grootboek" method="get" class="row">
        <DayField name="tot" label={words.until} value={props.until} />
        <Button look="secondary">{words.show}</Button>
      </Form>
      <Table
        caption={`${words.until} ${longDay(props.until)}`}
        rows={props.rows}
        rowKey={(row) => row.account}
        rowHref={(row) => `/grootboek/${row.account}`}
        keys
        dense
        empty={<Empty title={words.empty} what={words.emptyNext} />}
        columns={[
          {
            key: 'name',
            label: words.name,
            header: true,
            cell: (row) => (
              <a href={`/grootboek/${row.account}`}>
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
    </>
  )
}
