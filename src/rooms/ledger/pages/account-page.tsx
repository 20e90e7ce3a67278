import { longDay } from '#kit/day.ts'
import { euro } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import type { PersonId, Role } from '#rooms/access'
import { Button, ButtonLink, DayField, Form } from '#ui/fields.tsx'
import { Amount, Crumbs, PageHead } from '#ui/parts.tsx'
import { PrintButton } from '#ui/print.tsx'
import { Table } from '#ui/table.tsx'
import type { Span } from '../balances.sql.ts'
import type { Register } from '../balances.ts'
import { nl } from '../ledger.nl.ts'
import { sourceLink } from './source-link.ts'

const words = nl.accountPage
const filter = nl.trialBalance

/** One account: what moved on it in a period, with how it stood behind each line. */
export function AccountPage(props: { register: Register; names: ReadonlyMap<PersonId, string>; span: Span; later: boolean; role: Role }) {
  const { account, lines, next, opening } = props.register
  const { span, role } = props
  const address = `/grootboek/${account.id}`
  const query = `${span.from ? `van=${span.from}&` : ''}${span.until ? `tot=${span.until}&` : ''}`
  const member = account.member ? ` · ${props.names.get(account.member) ?? ''}` : ''
  return (
    <div class="stack-l">
      <Crumbs items={[{ href: '/grootboek', label: words.back }]} />
      <PageHead
        title={`${fill(words.title, { number: account.number, name: account.name })}${member}`}
        actions={
          <>
            <ButtonLink href={`${address}?${query}vorm=csv`} look="subtle" icon="download" size="small">
              {filter.csv}
            </ButtonLink>
            <PrintButton label={filter.print} />
          </>
        }
      />
      <Form action={address} method="get" class="row">
        <DayField name="van" label={filter.from} value={span.from ?? ''} optional />
        <DayField name="tot" label={filter.until} value={span.until ?? ''} optional />
        <Button look="secondary">{filter.show}</Button>
      </Form>
      <Table
        caption={account.name}
        captionHidden
        rows={lines}
        rowKey={(line) => `${line.entry} ${line.line}`}
        rowHref={(line) => `/grootboek/boeking/${line.entry}`}
        keys
        dense
        empty={
          <p>
            {words.empty} {opening ? `${words.balance}: ${euro(opening)}` : ''}
          </p>
        }
        columns={[
          {
            key: 'source',
            label: words.source,
            header: true,
            cell: (line) => {
              const link = sourceLink({ ...line.original, on: line.on }, role)
              const name = nl.sources[line.sourceKind] ?? line.sourceKind
              return link ? <a href={link}>{name}</a> : name
            },
          },
          { key: 'on', label: words.on, cell: (line) => <a href={`/grootboek/boeking/${line.entry}`}>{longDay(line.on)}</a> },
          { key: 'contra', label: words.contra, cell: (line) => line.contra },
          { key: 'amount', label: words.amount, numeric: true, phone: 'beside', cell: (line) => <Amount cents={line.cents} signed /> },
          { key: 'balance', label: words.balance, numeric: true, cell: (line) => euro(line.balance) },
        ]}
        foot={
          opening !== null && span.from ? [{ key: 'opening', cells: { source: fill(words.opening, { day: longDay(span.from) }), balance: euro(opening) } }] : []
        }
      />
      {next ? (
        <p>
          <a href={`${address}?${query}voor=${next}`}>{words.older}</a>
        </p>
      ) : null}
    </div>
  )
}
